# SPDX-License-Identifier: EUPL-1.2
"""What all fields have in common: a value, a signal when it was edited, a name, and one sentence when it is wrong."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

REST = 400
"""Milliseconds of rest after the last keystroke before an edit is handed on."""
LONGEST = 800
"""Milliseconds that an edit may wait at most while the typing goes on."""
NONE_DRAFT = "\t"
"""The draft of a field that says *none*: nobody can type it on a line."""


class Field(QWidget):
    """One value that can be edited.

    `edited(value)` is emitted after the user changed it, never by `load` or `set_value`. `drafted(text)` is emitted
    with text that is no value (yet), so that it can be kept. `problem_changed(sentence)` says what is wrong with it.
    """

    edited = Signal(object)
    drafted = Signal(str)
    problem_changed = Signal(str)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._problem = ""
        self._editors: list[QWidget] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._name = name

    def value(self) -> object:
        """Give the last value that made sense."""
        raise NotImplementedError

    def load(self, value: object) -> None:
        """Show the value of another record; what was half typed here is gone."""
        raise NotImplementedError

    def set_value(self, value: object) -> None:
        """Show what the same record holds now; leaves alone what the user is typing."""
        if value != self.value():
            self.load(value)

    def as_draft(self) -> str:
        """Write down what stands in the field, value or not, so that `restore` can bring it back."""
        raise NotImplementedError

    def restore(self, text: str) -> None:
        """Show a draft; a field in which nothing can stand half done has none."""

    def flush(self) -> None:
        """Hand on at once what was typed and is still waiting."""

    def set_name(self, name: str, explanation: str = "") -> None:
        """Give the field its accessible name, and the explanation that is read with it."""
        self._name = name
        for editor in self._editors:
            editor.setAccessibleName(name)
            editor.setAccessibleDescription(explanation)
            editor.setToolTip(explanation)

    @property
    def name(self) -> str:
        """The accessible name."""
        return self._name

    @property
    def problem(self) -> str:
        """The Dutch sentence about what is wrong, or nothing."""
        return self._problem

    def set_problem(self, sentence: str) -> None:
        """Say what is wrong, or nothing."""
        if sentence != self._problem:
            self._problem = sentence
            self.problem_changed.emit(sentence)

    def editor(self) -> QWidget:
        """Give the widget that has the keyboard (for a label's buddy)."""
        return self._editors[0]

    def _take_in(self, *editors: QWidget) -> None:
        """Lay the editors out and let the first have the focus."""
        for editor in editors:
            self._line.addWidget(editor)
            self._editors.append(editor)
        self.setFocusProxy(editors[0])
        self.set_name(self._name)


class Rest:
    """Waits until the typing rests, but never longer than `LONGEST`, and then calls."""

    def __init__(self, owner: QWidget, then: object) -> None:
        self._rest = QTimer(owner, singleShot=True, interval=REST)
        self._longest = QTimer(owner, singleShot=True, interval=LONGEST)
        for timer in (self._rest, self._longest):
            timer.timeout.connect(then)

    def touch(self) -> None:
        """Note a keystroke."""
        self._rest.start()
        if not self._longest.isActive():
            self._longest.start()

    def stop(self) -> None:
        """Stop waiting."""
        self._rest.stop()
        self._longest.stop()
