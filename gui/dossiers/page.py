# SPDX-License-Identifier: EUPL-1.2
"""The list of dossiers: what it is about, how far it is, and how long there still is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.found import Hits
from assessment.ports import DossierRow
from gui.dossiers.hits import HitsView
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.label import Prose, label
from gui.parts.notice import Notice
from gui.parts.page_frame import PageFrame
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.segmented import Segment, SegmentedField
from gui.parts.timing import days_left, share_left, tone_of
from gui.parts.typed_field import Line

MOST = 2000
"""Dossiers that are listed at once."""
BY_SOUND = "Deze letters komen in geen dossier voor. Hieronder staan dossiers met een naam die zo klinkt."
PAUSE = 200
"""Milliseconds of rest before a search is asked."""


class DossiersPage(PageFrame):
    """Signals: `opened(DossierRow)`, `new_asked()`, `examples_asked()`, `search_asked(words)`.

    `give_asked(DossierRow)` to hand a dossier over to a colleague, `take_asked()` to take one over.
    `hit_opened(dossier, step, place)`: a place that a search found.
    """

    opened = Signal(object)
    new_asked = Signal()
    examples_asked = Signal()
    search_asked = Signal(str)
    give_asked = Signal(object)
    take_asked = Signal()
    hit_opened = Signal(str, str, str)

    def __init__(self, steps: Mapping[str, str]) -> None:
        """Make the page; `steps` gives the title of each step."""
        super().__init__("Dossiers", widest=1500)
        self._steps = dict(steps)
        self._today = date.min
        self._wants_focus = False
        self._rows: tuple[DossierRow, ...] = ()
        self._names: dict[str, str] = {}
        self._search = Line()
        self._search.setPlaceholderText("Zoek op kenmerk, naam, plaats of tekst")
        self._search.setAccessibleName("Zoek in deze lijst")
        self._search.setMaxLength(100)
        self._search.setMaximumWidth(380)
        self._count = label("", "muted")
        self._which = SegmentedField("Welke dossiers", WHICH)
        self._which.load("all")
        self._which.edited.connect(lambda _which: self._show())
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(lambda: self.search_asked.emit(self.words()))
        self._search.textEdited.connect(lambda _text: self._rest.start())
        self.table = RecordTable("Dossiers", self._columns(), fits=False)
        self.table.opened.connect(self.opened)
        self.table.add_asked.connect(self.new_asked)
        self._give, self._take = self._packages()
        self._stack = QStackedWidget()
        self._new = self.set_primary(button("Nieuw dossier", "plus", Rank.PRIMARY, self.new_asked.emit))
        self._lay_out()
        self.table.allow_sorting(5)

    def words(self) -> str:
        """Give the words that are searched for."""
        return self._search.text().strip()

    def search_for(self, words: str) -> None:
        """Search for words that were typed elsewhere."""
        self._search.setText(words)
        self.search_asked.emit(words)

    def show_hits(self, found: Hits, words: str) -> None:
        """Show where the words were found."""
        self.hits.show_hits(found, words)

    def show_rows(
        self, rows: tuple[DossierRow, ...], catalogue: Catalogue, today: date, *, by_sound: bool = False
    ) -> None:
        """Show other rows; `by_sound` when the words were found in no letters."""
        self._sounding.show_text(Tone.INFO, BY_SOUND if by_sound else "")
        self._rows, self._today = rows, today
        self._names = {code: kind.name for code, kind in catalogue.permits.items()}
        self._show()
        for widget in (self._new, self._search, self._which, self._give):
            widget.setVisible(bool(rows or self.words()))  # an empty list has its own two buttons
        if self._wants_focus:
            self._take_focus()

    def focus_first(self) -> None:
        """Put the keyboard in the list as soon as it is there, or on the way out of an empty one."""
        self._wants_focus = True

    def _lay_out(self) -> None:
        for widget in (self.table, self._empty(), self._nothing_found()):
            self._stack.addWidget(widget)
        self.add_layout(self._filters())
        self._sounding = self.add(Notice())
        self.add(self._stack, 2)
        self.hits = self.add(HitsView(self._steps), 3)
        self.hits.opened.connect(self.hit_opened)
        self._search.returnPressed.connect(self._go_to_found)

    def _go_to_found(self) -> None:
        """Put the keyboard at the first place that was found, or else in the list."""
        (self.table if self.hits.isHidden() else self.hits).setFocus()

    def _show(self) -> None:
        """Show the rows that are asked for, and say how many there are."""
        rows = tuple(row for row in self._rows if _FILTERS[self._which.value()](row, self._today))
        self.table.show_records(rows)
        self._give.setEnabled(self.table.current() is not None)
        self._count.setText(_counted(len(rows), whole=len(self._rows) < MOST))
        nothing = 2 if self._rows or self.words() else 1
        self._stack.setCurrentIndex(0 if rows else nothing)

    def _filters(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._search, 1)
        line.addWidget(self._which)
        line.addWidget(self._count)
        line.addStretch(1)
        line.addWidget(self._give)
        line.addWidget(self._take)
        return line

    def _packages(self) -> tuple[QPushButton, QPushButton]:
        """Make the buttons for what goes to a colleague and what comes from one."""
        give = button("Geef over", "export", on_click=self._on_give)
        give.setToolTip("Maak een versleuteld pakket van dit dossier voor een collega")
        take = button("Neem over", "import", on_click=self.take_asked.emit)
        take.setToolTip("Open een pakket dat een collega u gaf")
        self.table.selected.connect(lambda row: give.setEnabled(row is not None))
        return give, take

    def _on_give(self) -> None:
        row = self.table.current()
        if row is not None:
            self.give_asked.emit(row)

    def _take_focus(self) -> None:
        self._wants_focus = False
        (self.table, self._first, self._search)[self._stack.currentIndex()].setFocus()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("Kenmerk", lambda row: row.summary.reference, 140),
            Column("Betrokkene", lambda row: row.summary.subject or row.summary.title),
            Column("Soort vergunning", self._permits),
            Column("Plaats", lambda row: row.summary.place, 180),
            Column("Stap", lambda row: self._steps.get(row.summary.step, ""), 120),
            Column("Termijn", self._left, 252, badge=self._term, order=_end, bar=self._share, tip=self._whole),
        )

    def _permits(self, row: DossierRow) -> str:
        return ", ".join(self._names.get(code, code) for code in row.summary.permit_types)

    def _left(self, row: DossierRow) -> str:
        end = row.summary.decide_before
        return days_left(end, self._today) if end else "geen termijn"

    def _term(self, row: DossierRow) -> tuple[Tone, str] | None:
        end = row.summary.decide_before
        return (tone_of(end, self._today), self._left(row)) if end else None

    def _share(self, row: DossierRow) -> float | None:
        end = row.summary.decide_before
        return share_left(row.summary.received_on, end, self._today) if end else None

    def _whole(self, row: DossierRow) -> str:
        """Say by when to decide, for who hovers over the bar."""
        end = row.summary.decide_before
        return f"Beslissen vóór {tell(end)}, {self._left(row)}" if end else self._left(row)

    def _empty(self) -> QWidget:
        self._first = button("Nieuw dossier", "plus", Rank.PRIMARY, self.new_asked.emit)
        return _centred(
            "Er is nog geen dossier. Begin met een aanvraag, of bekijk hoe een dossier eruitziet.",
            self._first,
            button("Open het voorbeeld", "document", on_click=self.examples_asked.emit),
        )

    def _nothing_found(self) -> QWidget:
        return _centred("Geen dossier gevonden. Zoek op minder of andere woorden, of kies alle dossiers.")


def _counted(count: int, *, whole: bool) -> str:
    """Say how many dossiers are shown, and when there are more than fit."""
    if not whole:
        return f"de {count} laatst gewijzigde; zoek voor andere"
    return f"{count} {'dossier' if count == 1 else 'dossiers'}" if count else ""


def _days(row: DossierRow, today: date) -> int | None:
    end = row.summary.decide_before
    return (end - today).days if end else None


def _is_this_week(row: DossierRow, today: date) -> bool:
    """Whether the term ends before the week is over (Sunday)."""
    days = _days(row, today)
    return days is not None and 0 <= days <= 6 - today.weekday()


def _is_late(row: DossierRow, today: date) -> bool:
    days = _days(row, today)
    return days is not None and days < 0


WHICH = (Segment("all", "alle", "A"), Segment("week", "deze week", "W"), Segment("late", "te laat", "T"))
_FILTERS = {"all": lambda _row, _today: True, "week": _is_this_week, "late": _is_late}


def _end(row: DossierRow) -> date:
    """Sort by the end of the term; without one last."""
    return row.summary.decide_before or date.max


def _centred(sentence: str, *buttons: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.addStretch(2)
    words = Prose(sentence, "muted", narrow=False)
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(words)
    line = QHBoxLayout()
    line.addStretch(1)
    for one in buttons:
        line.addWidget(one)
    line.addStretch(1)
    column.addLayout(line)
    column.addStretch(3)
    return holder
