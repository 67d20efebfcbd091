# SPDX-License-Identifier: EUPL-1.2
"""Logboek: who did what, when; read only."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from assessment.journal import JournalEntry, JournalQuery
from assessment.telling.journal_words import Sort, about_told, action_told, query_of, remark
from gui.parts.backup_words import moment
from gui.parts.button import button
from gui.parts.choice_field import ChoiceField
from gui.parts.label import label
from gui.parts.page_frame import PageFrame
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.segmented import Segment, SegmentedField
from gui.style.theme import scaled

INTRO = "Wie wat wanneer deed. Open een regel om te zien wat er stond en wat er kwam te staan."
NONE = "Er zijn geen regels van deze soort."
ALL = "alle dossiers"
WIDE = 240
"""Pixels of the list of references."""
SORTS = (
    Segment(None, "alles", "A"), Segment(Sort.CHANGES, "wijzigingen", "W"), Segment(Sort.VIEWS, "inzage", "I"),
    Segment(Sort.EXPORTS, "exporten", "E"), Segment(Sort.MANAGEMENT, "beheer", "B"),
)  # fmt: skip


class JournalPage(PageFrame):
    """Signals: `asked(JournalQuery)`, `opened(JournalEntry)`, `left()`."""

    asked = Signal(object)
    opened = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__("Logboek", INTRO, widest=1500)
        self._lines: tuple[JournalEntry, ...] = ()
        self._names: dict[str, str] = {}
        self._wants_focus = False
        self.dossier = ChoiceField("Dossier", may_be_unknown=False, none_word=ALL, search=True)
        self.dossier.setFixedWidth(scaled(WIDE))
        self.sort = SegmentedField("Soort regels", SORTS)
        self.sort.load(None)
        self._count = label("", "muted")
        self.table = RecordTable("Logboek", self._columns(), empty=NONE, fits=False)
        self.table.opened.connect(self.opened)
        self.more = button("Toon meer", "chevron-down", on_click=self._ask_more)
        self.add_action(button("Terug naar Beheer", "arrow-left", on_click=self.left.emit))
        self._lay_out()
        for field in (self.dossier, self.sort):
            field.edited.connect(lambda _value: self.ask())

    def ask(self) -> None:
        """Ask for the newest lines of what is chosen."""
        self.asked.emit(self._query())

    def show_names(self, references: Mapping[str, str], users: Mapping[str, str]) -> None:
        """Offer the dossiers that are there, and know the users by their name."""
        self._names = {**users, **references}
        self.dossier.set_words(references)
        if self.dossier.box.currentIndex() < 0:
            self.dossier.load(None)

    def show_lines(self, lines: tuple[JournalEntry, ...], *, after_others: bool, has_more: bool) -> None:
        """Show lines, after those that are there already or in their place."""
        self._lines = (*self._lines, *lines) if after_others else lines
        self.table.show_records(self._lines)
        if self._wants_focus:
            self._wants_focus = False
            self.table.setFocus()
        self.more.setEnabled(has_more)
        shown = "1 regel" if len(self._lines) == 1 else f"{len(self._lines)} regels"
        self._count.setText(f"de nieuwste {shown}" if has_more else shown)

    def about(self, line: JournalEntry) -> str:
        """Say what a line is about."""
        return about_told(line, self._names)

    def focus_first(self) -> None:
        """Put the keyboard in the list as soon as it is there."""
        self._wants_focus = True

    def _query(self, before: int = 0) -> JournalQuery:
        sort, about = self.sort.value(), self.dossier.value()
        return query_of(sort if isinstance(sort, Sort) else None, about if isinstance(about, str) else "", before)

    def _ask_more(self) -> None:
        self.asked.emit(self._query(self._lines[-1].seq if self._lines else 0))

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        for one in (label("Dossier", "label"), self.dossier, self.sort, self._count):
            line.addWidget(one)
        line.addStretch(1)
        self.add_layout(line)
        self.add(self.table, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.add_layout(foot)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("Wanneer", lambda one: moment(one.at), 150),
            Column("Wie", lambda one: one.actor, 170),
            Column("Wat", lambda one: action_told(one.action), 240),
            Column("Waarover", self.about, tip=self.about),
            Column("Doel, reden of opmerking", remark, tip=remark),
        )
