# SPDX-License-Identifier: EUPL-1.2
"""Beginning a dossier: the sheet that asks what it begins with, its drafts, and putting it on the shelf."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.application import Application, Authority
from assessment.ports import DossierId, DossierRow, Vault
from assessment.services import dossiers as service
from assessment.services import drafts
from gui.dossiers.new_sheet import Beginning, NewSheet
from gui.shell.lanes import Lanes
from gui.shell.sheet_drafts import Place, SheetDrafts
from gui.shell.store_report import EVERY
from gui.shell.workplace import Workplace


class BeginningNew(QObject):
    """Emits `begun(id)` once the dossier is on the shelf."""

    begun = Signal(object)

    def __init__(
        self,
        today: Callable[[], date],
        vault: Vault,
        catalogue: Catalogue,
        lanes: Lanes,
        place: Workplace,
        kept: SheetDrafts,
    ) -> None:
        super().__init__(place)
        self._today, self._vault, self._catalogue = today, vault, catalogue
        self._lanes, self._place, self._sheets, self._drafts = lanes, place, place.sheets, kept
        self._rows: tuple[DossierRow, ...] = ()

    def know(self, rows: tuple[DossierRow, ...]) -> None:
        """Take in which dossiers there are."""
        self._rows = rows

    def ask(self, then: Callable[[], object] | None = None) -> None:
        """Ask what a new dossier begins with; a sheet that is open stays, and what was filled in before comes back.

        `then` is called once it has come back.
        """
        if is_open := self._place.open_sheet():  # one at a time
            is_open.focus_first()
            return
        references = [row.summary.reference for row in self._rows]
        sheet = NewSheet(self._catalogue, references, self._today())
        sheet.begun.connect(self._on_begun)
        sheet.drafted.connect(lambda field, text: self._drafts.keep(Place(None, "", field), text))
        self._sheets.show_sheet(sheet)

        def fetch() -> tuple[tuple[DossierRow, ...], dict[str, str]]:
            rows = service.find(self._vault.work(), "", EVERY)
            with self._vault.work() as work:
                return rows, work.drafts.all(None)

        def know(found: tuple[tuple[DossierRow, ...], dict[str, str]]) -> None:
            if self._sheets.sheet is sheet:
                sheet.know(row.summary.reference for row in found[0])
                sheet.restore(found[1])
                if then is not None:
                    then()

        self._lanes.store.run(fetch, know)

    def unfinished(self) -> Beginning | None:
        """Give what was filled in of a dossier that has not begun."""
        sheet = self._sheets.sheet
        return sheet.filled_in() if isinstance(sheet, NewSheet) else None

    def _on_begun(self, beginning: Beginning) -> None:
        fields = tuple(self._sheets.sheet.fields)
        self._sheets.put_away()
        today, authority = self._today(), Authority(self._place.settings.authority())
        permits = service.permits_of(beginning.permit_types)
        application = Application(permit_types=permits, received_on=beginning.received_on, existing=beginning.existing)
        dossier = service.begin(beginning.reference, today, self._catalogue, authority, application)
        if beginning.subject:
            dossier = service.with_subject(dossier, beginning.subject, beginning.is_person)

        def add() -> DossierId:
            id_ = service.add(self._vault.work(), dossier, self._catalogue)
            drafts.forget(self._vault.work(), None, fields)
            return id_

        self._lanes.store.run(add, self.begun.emit)
