# SPDX-License-Identifier: EUPL-1.2
"""The conditions of one measure as a small table; each opens as a sheet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessment.dossier.conclusion import Condition
from assessment.known import NOT_KNOWN_WORD, known
from gui.dossier.weighing.conclusion_fields import of_condition
from gui.parts.badge import Tone
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import RecordSheet


@dataclass(frozen=True, slots=True)
class ConditionRow:
    """One condition with its number: the table keeps its place by it."""

    id: int
    condition: Condition


def _limits(row: ConditionRow) -> str:
    limits = known(row.condition.limits)
    return {"a": "a-grond", "b": "b-grond"}.get(limits or "", limits or NOT_KNOWN_WORD)


def _state(row: ConditionRow) -> tuple[Tone, str]:
    """Say whether reason and way of testing are there."""
    missing = not known(row.condition.reason), not known(row.condition.test)
    words = {(True, True): "reden en controle open", (True, False): "reden open", (False, True): "controle open"}
    return (Tone.UNKNOWN, words[missing]) if any(missing) else (Tone.OK, "reden en controle")


def _why(row: ConditionRow) -> str:
    reason, test = (known(one) or NOT_KNOWN_WORD for one in (row.condition.reason, row.condition.test))
    return f"Reden: {reason}\nControle: {test}"


COLUMNS = (
    Column("Nr.", lambda row: str(row.id), 48),
    Column("Voorschrift", lambda row: row.condition.text or "nog niet geschreven", 0),
    Column("Beperkt", _limits, 100),
    Column("Onderbouwd", lambda row: _state(row)[1], 170, badge=_state, tip=_why),
)


class ConditionsTable(QWidget):
    """Emits `changed(conditions, label)` and `sheet_asked(sheet, about)`."""

    changed = Signal(object, str)
    sheet_asked = Signal(object, str)

    def __init__(self, permit: str) -> None:
        super().__init__()
        self._permit = permit
        self._conditions: tuple[Condition, ...] = ()
        self._sheet: tuple[int, RecordSheet] | None = None
        self.table = RecordTable(
            "Voorschriften", COLUMNS, empty="Er zijn nog geen voorschriften.", add="Voeg een voorschrift toe"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.opened.connect(lambda row: self._open(row.id))
        self.table.add_asked.connect(self._add)
        self.table.remove_asked.connect(lambda row: self._remove(row.id))

    def show_conditions(self, conditions: tuple[Condition, ...]) -> None:
        """Show what is recorded now, also in the sheet that is open."""
        self._conditions = conditions
        self.table.show_records(tuple(ConditionRow(at, one) for at, one in enumerate(conditions, 1)))
        if self._sheet is not None:
            number, sheet = self._sheet
            if number <= len(conditions):
                sheet.show_record(conditions[number - 1])
            else:
                sheet.closed.emit()

    def openers(self) -> dict[str, Callable[[], object]]:
        """Give what opens the sheet of each condition, by what it is about."""
        numbers = range(1, len(self._conditions) + 1)
        return {f"{self._permit}-{number}": partial(self._open, number) for number in numbers}

    def _add(self) -> None:
        self._put((*self._conditions, Condition()), "Voorschrift toegevoegd")
        self._open(len(self._conditions))

    def _remove(self, number: int) -> None:
        self._put(self._conditions[: number - 1] + self._conditions[number:], "Voorschrift verwijderd")

    def _open(self, number: int) -> None:
        sheet = RecordSheet(f"Voorschrift {number}", of_condition())
        sheet.load(self._conditions[number - 1])
        sheet.changed.connect(partial(self._on_changed, number))
        sheet.remove_asked.connect(lambda _condition: self._remove(number))
        sheet.closed.connect(self._on_closed)
        self.sheet_asked.emit(sheet, f"{self._permit}-{number}")
        self._sheet = number, sheet

    def _on_changed(self, number: int, condition: Condition) -> None:
        new = list(self._conditions)
        new[number - 1] = condition
        self._put(tuple(new), f"Voorschrift {number} gewijzigd")

    def _on_closed(self) -> None:
        self._sheet = None

    def _put(self, conditions: tuple[Condition, ...], label: str) -> None:
        self.changed.emit(conditions, label)
        self.show_conditions(conditions)
