# SPDX-License-Identifier: EUPL-1.2
"""What can be done while the store is open: list, search, begin, open and keep dossiers.

Every call on the vault runs on the store lane; what comes back is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.ports import DossierId, Vault
from assessment.services import dossiers as service
from assessment.services import drafts
from gui.assembly import Parts
from gui.dossier.attachment_export import WRITTEN
from gui.dossier.newer_catalogue import GoingOver
from gui.dossier.page import DossierPage
from gui.dossier.places import step_of_deadline
from gui.dossier.session import DossierSession, Services
from gui.dossier.steps import page_modules
from gui.dossiers.new_sheet import Beginning
from gui.parts.badge import Tone
from gui.parts.label import breakable
from gui.parts.side_sheet import SideSheet
from gui.shell.agenda import show_agenda
from gui.shell.beginning_new import BeginningNew
from gui.shell.first_field import focus_first_field
from gui.shell.lanes import Lanes
from gui.shell.openers import Asked
from gui.shell.searching import Searching
from gui.shell.sheet_drafts import SheetDrafts
from gui.shell.store_report import EVERY, StoreReport, show_report
from gui.shell.tools import tools_of
from gui.shell.workplace import Workplace

PAUSE = 40
"""Milliseconds for the user between the imports of two pages."""


@dataclass(frozen=True, slots=True)
class _Found:
    """What opening a dossier takes from the store; `taken` are the references of the others."""

    id: DossierId
    dossier: Dossier
    catalogue: Catalogue
    drafts: dict[str, str]
    taken: frozenset[str]


class Desk(QObject):
    """Joins the pages of an open store with the services; `settled` when nothing is waiting to be kept."""

    settled = Signal()
    hindered = Signal(object)

    def __init__(self, parts: Parts, vault: Vault, catalogue: Catalogue, lanes: Lanes, place: Workplace) -> None:
        super().__init__()
        self._parts, self._vault, self._catalogue = parts, vault, catalogue
        self._lanes, self._place = lanes, place
        self.sheets = place.sheets
        self.drafts = SheetDrafts(vault, lanes.store)
        self.drafts.settled.connect(self._on_settled)
        self.drafts.hindered.connect(place.bar.show_hindrance)
        self.drafts.hindered.connect(self.hindered)
        self._id: DossierId | None = None
        self._taken: frozenset[str] = frozenset()
        self.session: DossierSession | None = None
        self._unsettled: list[DossierSession] = []
        self.page: DossierPage | None = None
        self._unfetched = page_modules()
        QTimer.singleShot(PAUSE, self, self._fetch_page)
        lanes.files.run(vault.attachments.sweep)
        self._beginning = BeginningNew(parts.today, vault, catalogue, lanes, place, self.drafts)
        self._searching = Searching(place.dossiers, vault, lanes, self._beginning.know)
        self._connect(place)

    def _connect(self, place: Workplace) -> None:
        page = place.dossiers
        page.opened.connect(lambda row: self.open(row.id))
        page.new_asked.connect(self.begin_new)
        page.examples_asked.connect(self.take_examples)
        page.search_asked.connect(self.list)
        page.hit_opened.connect(self.open)
        self._beginning.begun.connect(lambda id_: self.open(id_, "application"))
        place.room_asked.connect(self.go_to_room)
        place.agenda.opened.connect(lambda entry: self.open(entry.dossier, step_of_deadline(entry.deadline)))
        place.settings.report_asked.connect(self.report)
        place.settings.dossier_asked.connect(self.open)
        place.header.home_asked.connect(lambda: self.go_to_room("dossiers"))
        place.header.search_asked.connect(self._on_search)

    def list(self, words: str = "") -> None:
        """Show the dossiers in which these words occur, and where."""
        self._searching.ask(words, self._catalogue, self._parts.today())

    def open(self, id_: DossierId, step: str = "", place: str = "", then: Callable[[], object] | None = None) -> None:
        """Open a dossier, where it stands or at the step and place asked for; `then` puts the keyboard in it."""

        def fetch() -> _Found:
            dossier = service.open_(self._vault.work(), id_)
            rows = service.find(self._vault.work(), "", EVERY)
            taken = frozenset(row.summary.reference for row in rows if row.id != id_)
            with self._vault.work() as work:
                return _Found(id_, dossier, self._catalogue_of(dossier), work.drafts.all(id_), taken)

        def show(found: _Found) -> None:
            self._show_dossier(found, step, then or self.focus_first)
            if place:
                self.page.go_to(place)

        self._lanes.store.run(fetch, show)

    def _catalogue_of(self, dossier: Dossier) -> Catalogue:
        """Give the catalogue that a dossier began with; a newer one never touches it by itself."""
        if dossier.catalogue == self._catalogue.date:
            return self._catalogue
        return self._parts.load_catalogue(dossier.catalogue)

    def begin_new(self, then: Callable[[], object] | None = None) -> None:
        """Ask what a new dossier begins with; `then` is called once what was filled in before has come back."""
        self._beginning.ask(then)

    def unfinished(self) -> Beginning | None:
        """Give what was filled in of a dossier that has not begun."""
        return self._beginning.unfinished()

    def take_examples(self) -> None:
        """Put the worked dossiers on the shelf and open the first."""

        def take() -> DossierId:
            examples = self._parts.examples(self._catalogue)
            ids = [service.add(self._vault.work(), one, self._catalogue) for one in examples]
            return ids[0]

        self._lanes.store.run(take, self.open)

    def go_to_room(self, room: str) -> None:
        """Leave the dossier for the list, the agenda or the settings."""
        self.flush()
        self.sheets.put_away()
        self._place.show_room(room)
        self.page = None
        if room == "dossiers":
            self.list(self._place.dossiers.words())
            self._place.dossiers.focus_first()
        elif room == "agenda":
            show_agenda(self._place.agenda, self._vault, self._lanes, self._catalogue, self._parts.today())

    def report(self) -> None:
        """Tell in the settings which dossiers would get another result under the newest catalogue."""
        self._report = StoreReport(self._vault, self._lanes, self._catalogue, self._catalogue_of)
        show_report(self._place.settings, self._report)

    def flush(self) -> None:
        """Hand on everything that was typed and is still waiting, also what could not be kept before."""
        self.sheets.flush()
        self._place.settings_sheets.flush()
        self.drafts.retry_now()
        if self.page is not None:
            self.page.flush()

    def focus_first(self) -> None:
        """Put the keyboard where the work goes on: in the sheet, in the first field of the page, or in the room."""
        if self.sheet is not None:
            self.sheet.focus_first()
        elif self.page is None:
            self._place.focus_first()
        elif not self.page.has_sheet:
            focus_first_field(self.page.page().content())

    @property
    def is_settled(self) -> bool:
        """Whether everything that was changed has been kept, also in the dossiers that were open before."""
        here = (self.session is None or self.session.is_settled) and self.drafts.is_settled
        return here and all(one.is_settled for one in self._unsettled)

    def where(self) -> tuple[DossierId | None, str]:
        """Say which dossier is open, and at which step."""
        return (self._id, self.page.step) if self.page is not None else (None, "")

    @property
    def room(self) -> str:
        """The room that is shown, or nothing where a dossier is."""
        return self._place.room

    @property
    def sheet(self) -> SideSheet | None:
        """What lies over all of it, or over the settings when those are shown; not what is part of a dossier."""
        return self.sheets.sheet or (self._place.settings_sheets.sheet if self.room == "settings" else None)

    def reopen(self, about: str, dossier: str, then: Callable[[], object]) -> None:
        """Open a sheet again that was open before a lock, and do what follows, unless one goes elsewhere meanwhile."""
        shown = self._place.shown()

        def is_here() -> bool:
            return self._place.shown() is shown

        self._place.openers.open(self._lanes.store, Asked(about, dossier), is_here, then)

    def field_room(self) -> QWidget:
        """Give what lies on top of all that has fields: the sheet, the page of a dossier, or the room."""
        return self.sheet or (self.page.top() if self.page is not None else self._place.shown())

    def _fetch_page(self) -> None:
        """Import the pages of the steps one by one, while there is nothing else to do.

        On this thread: a class of Qt that is made on another one while widgets are built here ends the process.
        """
        name = next(self._unfetched, "")
        if name:
            import_module(name)
            QTimer.singleShot(PAUSE, self, self._fetch_page)

    def _on_search(self, words: str) -> None:
        self.flush()
        self._place.show_room("dossiers")
        self.page = None
        self._place.dossiers.search_for(words)

    def _show_dossier(self, found: _Found, step: str, then: Callable[[], object]) -> None:
        dossier = found.dossier
        session = DossierSession(dossier, self._services(found.id), self._lanes.store, self._lanes.sums)
        session.drafts.update(found.drafts)
        session.saved_state_changed.connect(self._place.header.show_saved)
        session.dossier_changed.connect(self._on_changed)
        session.hindered.connect(self._place.bar.show_hindrance)
        session.hindered.connect(self.hindered)
        session.settled.connect(self._on_settled)
        if self.session is not None:
            self._unsettled = [one for one in (*self._unsettled, self.session) if not one.is_settled]
        self._id, self.session, self._taken = found.id, session, found.taken
        self._show_page(found.catalogue, step or service.summarise(dossier, found.catalogue).step, then)

    def _show_page(self, catalogue: Catalogue, step: str, then: Callable[[], object]) -> None:
        """Show the open dossier under a catalogue: its own."""
        session, dossier = self.session, self.session.dossier
        tools = tools_of(self._parts, self._vault, self._lanes, self._id, self._taken, self._open_elsewhere)
        bar = self._place.bar
        tools.attachments.written.connect(
            lambda path: bar.show_text(Tone.OK, breakable(WRITTEN.format(path=path)), "Sluit")
        )
        tools.attachments.unwritten.connect(lambda why: bar.show_text(Tone.WARN, breakable(why), "Sluit"))
        self.page = DossierPage(session, catalogue, tools)
        self.page.told.connect(lambda words: bar.show_text(Tone.INFO, words, "Sluit"))
        self._place.show_dossier(self.page, _title(dossier))
        self._place.header.show_saved(session.saved_state.value)
        GoingOver(self.page, session, self._catalogue, self._lanes.sums)
        self.page.open_step(step)
        QTimer.singleShot(0, self, then)  # a page that was just laid out has its places a turn later

    def _on_changed(self, dossier: Dossier) -> None:
        self._place.header.show_place(_title(dossier))
        if self.page is not None and dossier.catalogue != self.page.catalogue.date:  # also when that is undone
            self._lanes.sums.run(lambda: self._catalogue_of(dossier), self._change_page)

    def _change_page(self, catalogue: Catalogue) -> None:
        """Show the same dossier under the catalogue that it went over to, at the same step."""
        if self.page is not None and self.session.dossier.catalogue == catalogue.date != self.page.catalogue.date:
            self._show_page(catalogue, self.page.step, self.focus_first)

    def _on_settled(self) -> None:
        if self.is_settled:
            self._place.bar.put_hindrance_away()
            self.settled.emit()

    def _services(self, id_: DossierId) -> Services:
        return Services(
            keep=lambda dossier: service.record(self._vault.work(), id_, dossier, self._catalogue_of(dossier)),
            keep_draft=lambda place, text: drafts.keep(self._vault.work(), id_, place, text),
            assess=lambda dossier: self._parts.assess(dossier, self._catalogue_of(dossier)),
        )

    def _open_elsewhere(self, id_: str, step: str, place: str) -> None:
        self.flush()
        self.open(DossierId(id_), step, place)


def _title(dossier: Dossier) -> str:
    """Say which dossier this is: reference and first subject."""
    subject = dossier.name_of(dossier.subject[0]) if dossier.subject else ""
    return f"{dossier.reference}   {subject}".strip()
