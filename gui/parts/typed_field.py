# SPDX-License-Identifier: EUPL-1.2
"""Fields in which one line is typed that means something: text, a date, an amount, a share."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLineEdit

from assessment.known import NOT_KNOWN
from gui.parts.field import NONE_DRAFT, Field, Rest
from gui.parts.plain_text import plain_line
from gui.style.theme import scaled

LONGEST_LINE = 300


class Line(QLineEdit):
    """A line edit that leaves Ctrl+Z to the page once it has nothing of its own to undo."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self._wants(event):
            event.ignore()
            return False
        return super().event(event)

    def _wants(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return self.isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return self.isRedoAvailable()
        return True


class TypedField(Field):
    """One line; subclasses say how text becomes a value (`read`) and a value text (`write`).

    `read` raises ValueError with one Dutch sentence. Wrong text is kept and shown with that sentence.
    `none_word` adds a box that means *none*; an empty line means `empty`, unless `needed` holds a sentence that asks
    for it: then the last value stays. `HINT` stands on the line while it is empty, and `WIDE` is how many pixels it is
    wide at most; 0 takes all there is.
    """

    HINT = ""
    WIDE = 0

    def __init__(self, name: str = "", *, none_word: str = "", empty: object = NOT_KNOWN) -> None:
        super().__init__(name)
        self.needed = ""
        self._empty = empty
        self._value: object = empty
        self._dirty = False
        self._drafted = ""
        self._cut = ""
        self.line = Line()
        self.line.setMaxLength(LONGEST_LINE)
        self.line.setPlaceholderText(self.HINT)
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_finished)
        self.line.inputRejected.connect(self._on_too_long)
        self._none = QCheckBox(none_word) if none_word else None
        self._rest = Rest(self, self.flush)
        self._take_in(self.line, *([self._none] if self._none else []))
        if self._none:
            self._none.clicked.connect(self._on_none)
        if self.WIDE:
            self.line.setMaximumWidth(scaled(self.WIDE))
            self._line.addStretch(1)

    def read(self, text: str) -> object:
        """Make a value of text that is not empty; raises ValueError with a Dutch sentence."""
        raise NotImplementedError

    def write(self, value: object) -> str:
        """Write a value as people here do."""
        raise NotImplementedError

    def value(self) -> object:
        return self._value

    def load(self, value: object) -> None:
        self._rest.stop()
        self._dirty = False
        self._drafted = self._cut = ""
        self._value = value
        self._show()
        self._mark("")

    def set_value(self, value: object) -> None:
        if not self._dirty and value != self._value:
            self.load(value)

    def as_draft(self) -> str:
        return NONE_DRAFT if self._none and self._value is None else self.line.text()

    def restore(self, text: str) -> None:
        """Show a draft: text that was typed earlier, or that there is none."""
        if self._none and text == NONE_DRAFT:
            self._on_none(True)
            return
        self.line.setText(text)
        self._dirty = True
        self._drafted = text
        self._take(say=True)

    @property
    def is_draft(self) -> bool:
        """Whether what stands on the line was handed on as a draft and is no value yet."""
        return bool(self._drafted)

    def flush(self) -> None:
        self._take(say=not self.line.hasFocus())

    def set_name(self, name: str, explanation: str = "") -> None:
        super().set_name(name, explanation)
        if self._none:
            self._none.setAccessibleName(f"{name}: {self._none.text()}")

    def _on_typed(self, text: str) -> None:
        self._dirty = True
        if len(text) < self.line.maxLength():
            self._cut = ""
        if self.problem:
            self._mark("")
        self._rest.touch()

    def _on_finished(self) -> None:
        self._take(say=True)
        if not self.problem:
            self._show()

    def _on_too_long(self) -> None:
        self._cut = f"Hier passen {self.line.maxLength()} tekens. Wat niet paste, is niet overgenomen."
        self._mark("")

    def _on_none(self, ticked: bool) -> None:
        self.load(None if ticked else self._empty)
        self.edited.emit(self._value)

    def _take(self, *, say: bool) -> None:
        """Make a value of what was typed; with `say`, also tell what is wrong with it."""
        self._rest.stop()
        if not self._dirty:
            return
        text = plain_line(self.line.text())
        try:
            value = self._meant(text)
        except ValueError as wrong:
            self._draft(text)
            if say:
                self._mark(str(wrong))
            return
        self._dirty = False
        self._mark("")
        self._draft("")
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _meant(self, text: str) -> object:
        """Say what was meant; raises ValueError for what is no value, or is missing."""
        if not text and self.needed:
            raise ValueError(self.needed)
        return self.read(text) if text else self._empty

    def _draft(self, text: str) -> None:
        """Hand on text that is no value, once; an empty text says that it has become one."""
        if text != self._drafted:
            self._drafted = text
            self.drafted.emit(text)

    def _show(self) -> None:
        """Write the value on the line."""
        text = "" if self._value is None or self._value == self._empty else self.write(self._value)
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)
        self.line.setEnabled(self._none is None or self._value is not None)
        if self._none:
            self._none.setChecked(self._value is None)

    def _mark(self, sentence: str) -> None:
        """Show or clear the sentence and the mark of a wrong line."""
        if bool(sentence) != bool(self.line.property("wrong")):
            self.line.setProperty("wrong", bool(sentence))
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)
        self.set_problem(sentence or self._cut)


class TextField(TypedField):
    """One line of plain text; an empty line is NOT_KNOWN, or what `empty` says.

    `check` gives a Dutch sentence about a text that cannot be right, or nothing.
    """

    check: Callable[[str], str] = staticmethod(lambda _text: "")

    def read(self, text: str) -> str:
        sentence = self.check(text)
        if sentence:
            raise ValueError(sentence)
        return text

    def write(self, value: object) -> str:
        return str(value)
