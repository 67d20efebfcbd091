# SPDX-License-Identifier: EUPL-1.2
"""One question put to several parties: a line for all of them together, and one for each."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QSizePolicy, QWidget

from assessment.dossier.answer import Answer
from gui.parts.label import label
from gui.parts.segmented import SegmentedField

ALL = "Voor allen"
"""The line of the answer that is about nobody in particular; its key is an empty text."""
LEAST, MOST = 96, 260
"""Pixels for a name."""


class PartyRows(QWidget):
    """`answered(party, value)` when a line was answered, `chosen(party)` when another one is worked on."""

    answered = Signal(str, object)
    chosen = Signal(str)

    def __init__(self, question: str) -> None:
        super().__init__()
        self._question = question
        self._names: dict[str, str] = {}
        self._lines: dict[str, tuple[QPushButton, SegmentedField, QWidget]] = {}
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(2, 1)

    def show_answers(self, names: Mapping[str, str], answers: Mapping[str, Answer], *, loading: bool) -> None:
        """Show what is recorded for each; the lines are made anew only when the parties are others."""
        if dict(names) != self._names:
            self._make(names)
            loading = True
        general = answers.get("")
        for party, (_name, field, follows) in self._lines.items():
            answer = answers.get(party)
            value = answer.value if answer else None
            field.load(value) if loading else field.set_value(value)
            follows.setText("zoals allen" if party and general and not answer else "")

    def choose(self, party: str) -> None:
        """Mark the line that the fields below are about."""
        if party in self._lines:
            self._lines[party][0].setChecked(True)

    def name(self, party: str) -> str:
        """Give the name of a party, or that it is about all."""
        return self._names.get(party, ALL)

    def focus(self, party: str) -> None:
        """Put the keyboard on the answers of a line."""
        self._lines[party][1].setFocus()

    def _make(self, names: Mapping[str, str]) -> None:
        for line in self._lines.values():
            for widget in line:
                widget.hide()
                widget.deleteLater()
        self._names = dict(names)
        self._lines = {party: self._line(party, at) for at, party in enumerate(("", *names))}

    def _line(self, party: str, at: int) -> tuple[QPushButton, SegmentedField, QWidget]:
        name = _NameButton(self.name(party))
        name.clicked.connect(lambda _checked=False: self.chosen.emit(party))
        self._group.addButton(name)
        field = SegmentedField(f"{self._question} {self.name(party)}")
        field.edited.connect(lambda value: self.answered.emit(party, value))
        follows = label("", "muted")
        for column, widget in enumerate((name, field, follows)):
            self._grid.addWidget(widget, at, column, Qt.AlignmentFlag.AlignVCenter)
        return name, field, follows


class _NameButton(QPushButton):
    """A name that chooses its line; it takes the room that the answers leave, and is read in full all the same."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._name = name
        self.setProperty("role", "item")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setToolTip(name)
        self.setAccessibleName(f"{name}: toelichting en bewijs")
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setText(self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, self.width() - 18))
