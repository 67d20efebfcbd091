# SPDX-License-Identifier: EUPL-1.2
"""Reading the journal in the window; who looks at what an item of information was, is noted there too."""

from __future__ import annotations

from PySide6.QtCore import QObject

from assessment.catalogue.catalogue import Catalogue
from assessment.journal import JournalEntry, JournalQuery
from assessment.ports import Vault
from assessment.services import journal as service
from assessment.services import noting
from assessment.telling.journal_words import is_about_information
from assessment.telling.part_changes import changes
from gui.parts.sheet_host import SheetHost
from gui.settings.journal_sheet import JournalSheet
from gui.shell.lanes import Lanes
from gui.shell.workplace import Workplace


class JournalReading(QObject):
    """Joins the page of the journal with the store."""

    def __init__(self, vault: Vault, catalogue: Catalogue, lanes: Lanes, place: Workplace) -> None:
        super().__init__(place)
        self._vault, self._catalogue, self._lanes, self._page = vault, catalogue, lanes, place.journal
        self._sheets = SheetHost(self._page)
        self._page.asked.connect(self._fetch)
        self._page.opened.connect(self._open)
        place.room_shown.connect(self._on_room)

    def _on_room(self, room: str) -> None:
        self._sheets.put_away()
        if room == "journal":
            self._page.focus_first()
            self._begin()

    def _begin(self) -> None:
        """Fetch the names first: the lines are told with them."""
        vault = self._vault

        def fetch() -> tuple[dict[str, str], dict[str, str]]:
            return service.references(vault.work()), {one.id: one.name for one in vault.people.all()}

        self._lanes.store.run(fetch, lambda found: self._page.show_names(*found))
        self._page.ask()

    def _fetch(self, asked: JournalQuery) -> None:
        def show(lines: tuple[JournalEntry, ...]) -> None:
            self._page.show_lines(lines, after_others=asked.before > 0, has_more=len(lines) == service.AT_ONCE)

        self._lanes.store.run(lambda: service.lines(self._vault.work(), asked), show)

    def _open(self, line: JournalEntry) -> None:
        self._sheets.show_sheet(JournalSheet(line, self._page.about(line), changes(line, self._catalogue.words)))
        if is_about_information(line):
            self._lanes.store.run(lambda: noting.note_journal_view(self._vault.work(), line.about))
