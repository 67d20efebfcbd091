# SPDX-License-Identifier: EUPL-1.2
"""The decision on one permit: what the law leaves open at the left, what it closes at the right with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from assessment.dossier.conclusion import Decision
from assessment.known import NOT_KNOWN
from assessment.weighing.closed import Possibility
from gui.parts.field import Field
from gui.parts.label import Prose, label
from gui.parts.visible import set_shown

NONE_YET = "nog geen voorstel"


class DecisionField(Field):
    """One of the decisions, or NOT_KNOWN; a closed one can be read and not chosen."""

    def __init__(self, name: str, words: Mapping[str, str]) -> None:
        super().__init__(name)
        self._value: object = NOT_KNOWN
        self._order: tuple[Possibility, ...] = ()
        self._group = QButtonGroup(self)
        self._rows: dict[object, _Row] = {NOT_KNOWN: _Row(NONE_YET)}
        self._rows |= {one: _Row(words[one]) for one in Decision}
        for number, row in enumerate(self._rows.values()):
            self._group.addButton(row.radio, number)
            self._editors.append(row.radio)
        self._open, self._closed = QVBoxLayout(), QVBoxLayout()
        self._closed_head = label("Nu niet mogelijk", "label")
        self._lay_out()
        self._group.idClicked.connect(self._on_clicked)
        self.setFocusProxy(self._rows[NOT_KNOWN].radio)
        self.set_name(name)
        self.show_possibilities(tuple(Possibility(one) for one in Decision))
        self.load(NOT_KNOWN)

    def value(self) -> object:
        return self._value

    def load(self, value: object) -> None:
        self._value = value if value in self._rows else NOT_KNOWN
        self._rows[self._value].radio.setChecked(True)
        self._allow()

    def show_possibilities(self, possibilities: Sequence[Possibility]) -> None:
        """Show what is open and what is closed now; the rows stay, so that the focus stays."""
        if tuple(possibilities) != self._order:
            self._order = tuple(possibilities)
            self._arrange()
        self._allow()

    def focus_chosen(self) -> None:
        """Put the keyboard on what was chosen."""
        self._rows[self._value].radio.setFocus()

    def set_name(self, name: str, explanation: str = "") -> None:
        self._name = name
        for row in self._rows.values():
            row.radio.setAccessibleName(f"{name}: {row.radio.text()}")
            row.radio.setAccessibleDescription(row.reason.text() or explanation)

    def _lay_out(self) -> None:
        self._line.setSpacing(24)
        closed = QVBoxLayout()
        closed.addWidget(self._closed_head)
        closed.addLayout(self._closed)
        closed.addStretch(1)
        opened = QVBoxLayout()
        opened.addWidget(label("Mogelijk", "label"))
        opened.addLayout(self._open)
        opened.addStretch(1)
        for column in (self._open, self._closed, opened, closed):
            column.setSpacing(2)
        self._line.addLayout(opened, 2)
        self._line.addLayout(closed, 3)

    def _arrange(self) -> None:
        """Put each row in its column, in the order given."""
        for column in (self._open, self._closed):
            while column.count():
                column.takeAt(0)
        self._open.addWidget(self._rows[NOT_KNOWN])
        for one in self._order:
            row = self._rows[one.decision]
            (self._closed if one.closed else self._open).addWidget(row)
            row.show_reason(f"{one.closed.text} ({one.closed.basis})" if one.closed else "")
        set_shown(self._closed_head, self._closed.count() > 0)
        self.set_name(self._name)

    def _allow(self) -> None:
        """Let what is closed be chosen only while it is what was recorded; then it says what is wrong."""
        closed = {one.decision for one in self._order if one.closed}
        for value, row in self._rows.items():
            row.radio.setEnabled(value not in closed or value == self._value)
        wrong = self._value in closed
        self.set_problem("Deze beslissing is nu niet mogelijk. De reden staat erbij." if wrong else "")

    def _on_clicked(self, number: int) -> None:
        value = list(self._rows)[number]
        if value != self._value:
            self._value = value
            self._allow()
            self.edited.emit(value)


class _Row(QWidget):
    """One decision and why it is closed."""

    def __init__(self, word: str) -> None:
        super().__init__()
        self.radio, self.reason = QRadioButton(word), Prose("", "small")
        self.reason.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.radio)
        inset = QHBoxLayout()
        inset.setContentsMargins(26, 0, 0, 6)
        inset.addWidget(self.reason)
        column.addLayout(inset)
        self.show_reason("")

    def show_reason(self, reason: str) -> None:
        """Say why it is closed, or nothing."""
        self.reason.setText(reason)
        set_shown(self.reason, bool(reason))
