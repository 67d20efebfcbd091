# SPDX-License-Identifier: EUPL-1.2
"""The agenda: what is late in any dossier, and what the coming thirty days ask."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.deadline import DeadlineKind
from assessment.services.agenda import AHEAD, AgendaEntry
from assessment.telling.words import capital
from gui.parts.label import label
from gui.parts.page_frame import PageFrame
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.timing import days_left, tone_of

INTRO = f"Wat te laat is, en wat in de komende {AHEAD} dagen afloopt of gedaan moet zijn."
EMPTY = f"Niets is te laat en de komende {AHEAD} dagen loopt er niets af."


class AgendaPage(PageFrame):
    """Emits `opened(AgendaEntry)`."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__("Agenda", INTRO, widest=1500)
        self._terms: dict[str, str] = {}
        self._duties: dict[str, str] = {}
        self._count = self.add(label("", "muted"))
        self.table = RecordTable("Agenda", self._columns(), empty=EMPTY, fits=False)
        self.table.opened.connect(self.opened)
        self.add(self.table, 1)

    def show_entries(self, entries: tuple[AgendaEntry, ...], catalogue: Catalogue) -> None:
        """Show what is late and what comes."""
        self._terms = {one.deadline.id: catalogue.word("term", one.deadline.id) for one in entries if _is_term(one)}
        self._duties = {one.duty: one.text for one in reversed(catalogue.duties.values())}
        self.table.show_records(entries)
        late = sum(one.days_left < 0 for one in entries)
        self._count.setText(f"{late} te laat, {len(entries) - late} komend" if entries else "")

    def focus_first(self) -> None:
        """Put the keyboard in the list."""
        self.table.setFocus()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("Dag", lambda one: tell(one.day), 120),
            Column("Nog", _left, 170, badge=lambda one: (tone_of(one.day, _today(one)), _left(one))),
            Column("Kenmerk", lambda one: one.reference, 160),
            Column("Soort", lambda one: "termijn" if _is_term(one) else "plicht", 90),
            Column("Wat", self._what, tip=self._what),
        )

    def _what(self, entry: AgendaEntry) -> str:
        names = self._terms if _is_term(entry) else self._duties
        return capital(names.get(entry.deadline.id, entry.deadline.id))


def _is_term(entry: AgendaEntry) -> bool:
    return entry.deadline.kind is DeadlineKind.TERM


def _today(entry: AgendaEntry) -> date:
    return entry.day - timedelta(days=entry.days_left)


def _left(entry: AgendaEntry) -> str:
    return days_left(entry.day, _today(entry))
