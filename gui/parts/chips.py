# SPDX-License-Identifier: EUPL-1.2
"""Fields that hold several things at once, each as a chip that can be taken away."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from assessment.known import NOT_LISTED
from gui.parts.field import Field, Rest
from gui.parts.flow import FlowLayout
from gui.parts.plain_text import plain_line
from gui.parts.typed_field import Line
from gui.style import icons

LONGEST_CHIP = 46


_BEGUN = "\n"
"""Stands in a draft before a text that is no chip yet: nobody can type it on a line."""


class Chip(QFrame):
    """One thing: its label and a button that takes it away."""

    removed = Signal(str)

    def __init__(self, key: str, label: str) -> None:
        super().__init__()
        self.key = key
        self.setProperty("role", "chip")
        short = label if len(label) <= LONGEST_CHIP else f"{label[: LONGEST_CHIP - 1]}…"
        self.setToolTip(label)
        away = QToolButton()
        away.setProperty("role", "chip")
        away.setAccessibleName(f"Haal {label} weg")
        away.setToolTip("Haal weg")
        icons.dress(away, "close", "muted", 14)
        away.clicked.connect(lambda: self.removed.emit(self.key))
        away.installEventFilter(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 1, 4, 1)
        line.setSpacing(2)
        line.addWidget(QLabel(short))
        line.addWidget(away)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete and Backspace take the chip away too."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            self.removed.emit(self.key)
            return True
        return super().eventFilter(watched, event)


class _Chips(Field):
    """Chips above, a way to add below. The value is a tuple of keys; an empty one is NOT_LISTED."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self._value: tuple[str, ...] = ()
        self._strip = QWidget()
        self._flow = FlowLayout(self._strip)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        self._column.addWidget(self._strip)
        self._line.addLayout(self._column)

    def value(self) -> tuple[str, ...]:
        return self._value or NOT_LISTED

    def load(self, value: object) -> None:
        self._value = tuple(str(key) for key in value) if isinstance(value, tuple) else ()
        self._lay_out()

    def as_draft(self) -> str:
        return "\t".join(self._value)

    def restore(self, text: str) -> None:
        """Show the chips again that stood there."""
        self.load(tuple(key for key in text.split("\t") if key))

    def _label(self, key: str) -> str:
        raise NotImplementedError

    def _add_to(self, editor: QWidget) -> None:
        """Put the editor that adds below the chips."""
        self._column.addWidget(editor)
        self._editors.append(editor)
        self.setFocusProxy(editor)
        self.set_name(self._name)
        self._lay_out()

    def _lay_out(self) -> None:
        self._flow.clear()
        for key in self._value:
            chip = Chip(key, self._label(key))
            chip.removed.connect(self._on_removed)
            self._flow.addWidget(chip)
        self._strip.setVisible(bool(self._value))
        self._strip.updateGeometry()

    def _put(self, value: tuple[str, ...]) -> None:
        self._value = value
        self._lay_out()
        self.edited.emit(self.value())

    def _on_removed(self, key: str) -> None:
        self.editor().setFocus()
        self._put(tuple(one for one in self._value if one != key))


class _Adder(QComboBox):
    """A list in which each choice adds something; so keys open it first, and the wheel only scrolls the page."""

    _OPENS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letters = event.text().strip() if event.text().isprintable() else ""
        if event.key() in self._OPENS or letters:
            self.showPopup()
            if letters:
                self.view().keyboardSearch(letters)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChipPicker(_Chips):
    """Several of `choices` (id → label), such as sources or parties."""

    def __init__(self, name: str = "", choices: Mapping[str, str] | None = None, *, prompt: str = "Voeg toe") -> None:
        super().__init__(name)
        self._choices: dict[str, str] = {}
        self._prompt = prompt
        self._box = _Adder()
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(14)
        self._box.activated.connect(self._on_activated)
        self._add_to(self._box)
        self.set_choices(choices or {})

    def set_choices(self, choices: Mapping[str, str]) -> None:
        """Offer other things; what was chosen stays, also when it is no longer offered."""
        if dict(choices) != self._choices:
            self._choices = dict(choices)
            self._lay_out()

    def _label(self, key: str) -> str:
        return self._choices.get(key, key)

    def _lay_out(self) -> None:
        super()._lay_out()
        self._box.clear()
        self._box.addItem(f"{self._prompt} …", "")
        for key, label in self._choices.items():
            if key not in self._value:
                self._box.addItem(label, key)
        self._box.setEnabled(self._box.count() > 1)

    def _on_activated(self, index: int) -> None:
        key = self._box.itemData(index)
        if key:
            self._put((*self._value, key))


class SourcePicker(ChipPicker):
    """Items of information on which something rests: `choices` is id → label (`gui.parts.choices.sources`)."""

    def __init__(self, name: str = "Bronnen", choices: Mapping[str, str] | None = None) -> None:
        super().__init__(name, choices, prompt="Voeg een bron toe")


class PartiesPicker(ChipPicker):
    """Several parties: `choices` is id → name (`gui.parts.choices.parties`)."""

    def __init__(self, name: str = "Over wie", choices: Mapping[str, str] | None = None) -> None:
        super().__init__(name, choices, prompt="Voeg iemand toe")


class TagList(_Chips):
    """Short texts of one's own; Enter adds one."""

    def __init__(self, name: str = "", *, placeholder: str = "Schrijf en druk op Enter") -> None:
        super().__init__(name)
        self._entry = Line()
        self._entry.setMaxLength(200)
        self._entry.setPlaceholderText(placeholder)
        self._entry.editingFinished.connect(self._on_entered)
        self._rest = Rest(self, self._draft)
        self._entry.textEdited.connect(lambda _text: self._rest.touch())
        self._add_to(self._entry)

    def as_draft(self) -> str:
        entry = plain_line(self._entry.text())
        return "\t".join((*self._value, *([f"{_BEGUN}{entry}"] if entry else [])))

    def restore(self, text: str) -> None:
        """Show again what stood there; a draft of nothing but a text that was begun leaves the others as they are."""
        kept = [one for one in text.split("\t") if one]
        begun = [one for one in kept if one.startswith(_BEGUN)]
        if len(kept) > len(begun):
            self.load(tuple(one for one in kept if not one.startswith(_BEGUN)))
        self._entry.setText("".join(begun).removeprefix(_BEGUN))

    def flush(self) -> None:
        self._on_entered()

    def _label(self, key: str) -> str:
        return key

    def _on_entered(self) -> None:
        self._rest.stop()
        text = plain_line(self._entry.text())
        self._entry.clear()
        if text:
            self.drafted.emit("")
        if text and text not in self._value:
            self._put((*self._value, text))

    def _draft(self) -> None:
        """Hand on the text that was begun."""
        self._rest.stop()
        entry = plain_line(self._entry.text())
        self.drafted.emit(f"{_BEGUN}{entry}" if entry else "")
