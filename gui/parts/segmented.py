# SPDX-License-Identifier: EUPL-1.2
"""A few answers side by side, each with a key of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton

from assessment.dossier.answer import JA, NEE, NVT, ONBEKEND
from assessment.known import NOT_KNOWN, NOT_KNOWN_WORD
from gui.parts.field import Field


@dataclass(frozen=True, slots=True)
class Segment:
    """One answer: its value, its word and the letter that chooses it."""

    value: object
    word: str
    key: str


ANSWERS = (
    Segment(JA, "ja", "J"),
    Segment(NEE, "nee", "N"),
    Segment(ONBEKEND, "onbekend", "O"),
    Segment(NVT, "n.v.t.", "V"),
)
"""The four answers of the checklist."""
TRI = (Segment(True, "ja", "J"), Segment(False, "nee", "N"), Segment(NOT_KNOWN, NOT_KNOWN_WORD, "O"))
"""Yes, no, and not known."""


_COMMANDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
"""With one of these a letter is a command. Named, not what is left without Shift: on Windows `~` on Qt's modifiers
gives none of them."""


class SegmentedField(Field):
    """Answers as buttons in a row; by default ja · nee · onbekend · n.v.t. with the keys J N O V.

    Arrow keys move the focus, a letter or the space bar chooses. `load(object())` or any value that is none of the
    answers leaves all buttons up: nothing was answered yet.
    """

    def __init__(self, name: str = "", segments: Sequence[Segment] = ANSWERS) -> None:
        super().__init__(name)
        self._segments = tuple(segments)
        self._value: object = None
        self._group = QButtonGroup(self)
        self._line.setSpacing(0)
        buttons = [self._button(index) for index in range(len(self._segments))]
        self._group.idClicked.connect(self._on_clicked)
        self._take_in(*buttons)
        self._choose_stop()
        self._line.addStretch(1)

    def value(self) -> object:
        return self._value

    def load(self, value: object) -> None:
        self._value = value
        self._group.setExclusive(False)
        for index, segment in enumerate(self._segments):
            self._group.button(index).setChecked(_same(segment.value, value))
        self._group.setExclusive(True)
        self._choose_stop()

    def set_value(self, value: object) -> None:
        if not _same(value, self._value):
            self.load(value)

    def as_draft(self) -> str:
        return next((one.word for one in self._segments if _same(one.value, self._value)), "")

    def restore(self, text: str) -> None:
        """Give again the answer with this word."""
        for segment in self._segments:
            if segment.word == text:
                self.load(segment.value)

    def choose(self, key: str) -> bool:
        """Choose the answer with this letter; says whether there is one."""
        for index, segment in enumerate(self._segments):
            if segment.key == key.upper():
                self._group.button(index).setFocus()
                self._group.button(index).click()
                return True
        return False

    def set_name(self, name: str, explanation: str = "") -> None:
        self._name = name
        for button, segment in zip(self._editors, self._segments, strict=False):
            button.setAccessibleName(f"{name}: {segment.word}" if name else segment.word)
            button.setToolTip(f"{segment.word} (toets {segment.key})")
            button.setAccessibleDescription(explanation)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & _COMMANDING or not self.choose(event.text()):
            super().keyPressEvent(event)

    def _button(self, index: int) -> QPushButton:
        button = QPushButton(self._segments[index].word)
        button.setCheckable(True)
        button.setProperty("role", "segment")
        button.setProperty("place", {0: "first", len(self._segments) - 1: "last"}.get(index, "middle"))
        self._group.addButton(button, index)
        return button

    def _choose_stop(self) -> None:
        """Let Tab stop once: at what was answered, or else at the first."""
        stop = self._group.checkedButton() or self._group.button(0)
        for one in self._group.buttons():
            one.setFocusPolicy(Qt.FocusPolicy.StrongFocus if one is stop else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(stop)

    def _on_clicked(self, index: int) -> None:
        value = self._segments[index].value
        self._choose_stop()
        if not _same(value, self._value):
            self._value = value
            self.edited.emit(value)


class TriField(SegmentedField):
    """Yes, no or not known: True, False or NOT_KNOWN."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name, TRI)
        self.load(NOT_KNOWN)


def _same(one: object, other: object) -> bool:
    """Compare without taking True for 1."""
    return type(one) is type(other) and one == other
