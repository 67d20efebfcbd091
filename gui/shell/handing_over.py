# SPDX-License-Identifier: EUPL-1.2
"""Joins the sheets for packages with store and files: what leaves is noted, what comes in is shown first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

from PySide6.QtCore import QDir, QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.errors import Hindrance
from assessment.package import Package, Preview
from assessment.ports import DossierId, DossierRow, Vault
from assessment.services import dossiers as service
from assessment.services import handover
from gui.assembly import Parts
from gui.dossier.placing import ask_place
from gui.dossiers.handover_sheets import GiveSheet, TakeSheet
from gui.parts.badge import Tone
from gui.parts.sheet_host import SheetHost
from gui.parts.side_sheet import SideSheet
from gui.shell.lanes import Lanes
from gui.shell.sheet_drafts import SheetDrafts
from gui.shell.store_report import EVERY
from gui.shell.workplace import Workplace

ENDING = "toetspakket"
KIND = f"Pakket van Toetssteen (*.{ENDING})"

AskFile = Callable[[QWidget, Callable[[str], None]], None]


def ask_file(parent: QWidget, then: Callable[[str], None]) -> None:
    """Let the system ask for a package."""
    folder = QDir(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    dialog = QFileDialog(parent, "Kies het pakket", folder.path(), KIND)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


class HandingOver(QObject):
    """Packs and unpacks dossiers; emits `taken(id)`. `ask_place` and `ask_file` can be replaced in tests."""

    taken = Signal(object)

    def __init__(
        self, parts: Parts, vault: Vault, lanes: Lanes, place: Workplace, sheets: SheetHost, drafts: SheetDrafts
    ) -> None:
        super().__init__(place)
        self._parts, self._vault, self._lanes = parts, vault, lanes
        self._place, self._sheets, self._drafts = place, sheets, drafts
        self.ask_place, self.ask_file = ask_place, ask_file
        place.dossiers.give_asked.connect(self.give)
        place.dossiers.take_asked.connect(self.take)
        place.openers.register("give", lambda _, row: self.give(row) if row is not None else None, self._look)

    def give(self, row: DossierRow) -> None:
        """Ask for which purpose a dossier is handed over, and where the package is to stand."""
        sheet = GiveSheet(row.summary.reference)
        name = f"{row.summary.reference}.{ENDING}"
        sheet.asked.connect(
            lambda purpose: self.ask_place(sheet, name, lambda path: self._pack(sheet, row, path, purpose))
        )
        self._sheets.show_sheet(sheet)
        self._drafts.hold(sheet, "give", row.id)

    def _look(self, id_: str) -> DossierRow | None:
        rows = service.find(self._vault.work(), "", EVERY)
        return next((row for row in rows if row.id == id_), None)

    def take(self) -> None:
        """Ask for a package."""
        self.ask_file(self._place, self._show_package)

    def _pack(self, sheet: GiveSheet, row: DossierRow, path: str, purpose: str) -> None:
        def pack() -> str:
            dossier = service.open_(self._vault.work(), row.id)
            package = Package(dossier, self._vault.user, self._parts.now())
            # Noted first: what left the store without a line in the journal cannot be mended afterwards.
            handover.note_given(self._vault.work(), row.id, purpose)
            return self._parts.write_package(Path(path), package)

        sheet.show_busy()
        self._lanes.store.run(pack, lambda code: self._show_code(sheet, row, path, code), self._telling(sheet))

    def _show_code(self, sheet: GiveSheet, row: DossierRow, path: str, code: str) -> None:
        """Show the code, in a new sheet for who left the first: without it the package opens nowhere."""
        if self._sheets.sheet is not sheet:
            sheet = GiveSheet(row.summary.reference)
            self._sheets.show_sheet(sheet)
            self._drafts.forget("give", sheet.fields, row.id)
        sheet.show_code(path, code)

    def _telling(self, sheet: GiveSheet | TakeSheet) -> Callable[[Hindrance], None]:
        """Tell in a sheet what stands in the way, or in the bar to who left it."""

        def tell(hindrance: Hindrance) -> None:
            if self._sheets.sheet is sheet:
                sheet.show_hindrance(hindrance)
            else:
                self._place.bar.show_text(Tone.WARN, hindrance.sentence, "Sluit")

        return tell

    def _show_package(self, path: str) -> None:
        sheet = TakeSheet(PurePath(path).name)

        def read(code: str) -> Preview:
            return handover.preview(self._vault.work(), self._parts.read_package(Path(path), code))

        def take(preview: Preview) -> DossierId:
            return handover.take_over(self._vault.work(), preview, self._catalogue_of(preview))

        def show(preview: Preview) -> None:
            if self._sheets.sheet is sheet:
                sheet.show_preview(preview)

        tell = self._telling(sheet)
        sheet.opened.connect(lambda code: self._lanes.store.run(lambda: read(code), show, tell))
        sheet.taken.connect(
            lambda preview: self._lanes.store.run(lambda: take(preview), lambda id_: self._on_taken(sheet, id_), tell)
        )
        self._sheets.show_sheet(sheet)

    def _catalogue_of(self, preview: Preview) -> Catalogue:
        return self._parts.load_catalogue(preview.package.dossier.catalogue)

    def _on_taken(self, sheet: SideSheet, id_: DossierId) -> None:
        if self._sheets.sheet is sheet:
            self._sheets.put_away()
        self.taken.emit(id_)
