# SPDX-License-Identifier: EUPL-1.2
"""How a term was counted: its steps in words with the rule of each, and the sentences that explain the rest."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from assessment.dates import tell
from assessment.outcome import Term, TermStep
from assessment.telling.words import sentence
from gui.parts.emptied import empty
from gui.parts.label import Prose, label

HEADS = ("Stap", "Van", "Tot", "Dagen")


class Counting(QWidget):
    """The steps of a term, and its notes below them; they are made when they are first looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._term: Term | None = None
        self._is_made = False
        self._grid, self._notes = QGridLayout(), QVBoxLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 1)
        self._notes.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 4)
        column.setSpacing(12)
        column.addLayout(self._grid)
        column.addLayout(self._notes)

    def show_term(self, term: Term) -> None:
        """Show how another term was counted."""
        if self._term and (term.steps, term.notes) == (self._term.steps, self._term.notes):
            return
        self._term, self._is_made = term, False
        if self.isVisible():
            self._make(term)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._term is not None and not self._is_made:
            self._make(self._term)

    def _make(self, term: Term) -> None:
        self._is_made = True
        for layout in (self._grid, self._notes):
            empty(layout)
        for column, head in enumerate(HEADS):
            self._grid.addWidget(label(head, "small"), 0, column)
        for row, step in enumerate(term.steps, start=1):
            self._add_step(row, step)
        for note in term.notes:
            self._notes.addWidget(Prose(note))

    def _add_step(self, row: int, step: TermStep) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(StepWords(step), row, 0)
        for column, cell in enumerate((tell(step.from_), tell(step.until)), start=1):
            self._grid.addWidget(label(cell), row, column, top)
        self._grid.addWidget(label(str(step.days)), row, len(HEADS) - 1, top | Qt.AlignmentFlag.AlignRight)


class StepWords(QWidget):
    """What passes in a step, and below it in small the rule."""

    def __init__(self, step: TermStep) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Prose(sentence(step.text or step.rule)))
        if step.text:
            column.addWidget(Prose(step.rule, "small"))
