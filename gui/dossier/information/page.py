# SPDX-License-Identifier: EUPL-1.2
"""The page of step 5: a table of everything that was asked and received, each with its verdict."""

from __future__ import annotations

from dataclasses import replace

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When
from assessment.dossier.dossier import Dossier, drop, next_id, put
from assessment.dossier.information import Information, Purpose
from assessment.exchange import dossier_to_wire
from assessment.outcome import Admission, Assessment, Verdict
from assessment.references import spoken_of
from gui.dossier.information.columns import COLUMNS, InformationRow, rows
from gui.dossier.information.sheet import InformationSheet
from gui.dossier.step_page import StepPage
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.notice import Notice
from gui.parts.record_table import RecordTable

INTRO = "Leg vast wat partners en registers gaven. Per stuk staat erbij of het mag worden gebruikt, en waarom."


class InformationPage(StepPage):
    """Add, change and remove items; the gate's verdict stands beside each."""

    def __init__(self) -> None:
        super().__init__("Informatie", INTRO)
        self.set_primary(button("Voeg informatie toe", "plus", Rank.PRIMARY, self._add_received))
        self.add_action(button("Noteer een verzoek", "calendar", on_click=self._add_request))
        self._blocked = self.add(Notice(Tone.WARN))
        self._table = RecordTable(
            "Informatie", COLUMNS, empty="Er is nog geen informatie vastgelegd.", add="Voeg informatie toe"
        )
        self.add(self._table)
        self._sheet: InformationSheet | None = None
        self._table.opened.connect(lambda row: self._open(row.item))
        self._table.add_asked.connect(self._add_received)
        self._table.remove_asked.connect(self._on_remove_row)

    def show_dossier(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> None:
        admissions = assessment.admissions if assessment else ()
        self._table.show_records(rows(dossier, admissions, catalogue))
        self._tell_blocked(admissions)
        if self._sheet is not None:
            self._refresh_sheet(admissions)

    def go_to(self, place: str) -> bool:
        item = self._find(place.partition(".")[0])
        if item is None:
            return place == ""
        self._open(item)
        return True

    def _find(self, id_: str) -> Information | None:
        return next((one for one in self.dossier.information if one.id == id_), None) if self.dossier else None

    def _tell_blocked(self, admissions: tuple[Admission, ...]) -> None:
        blocked = [one.information for one in admissions if one.verdict is Verdict.BLOCKED]
        text = f"Niet te gebruiken: {', '.join(blocked)}. Een feit kan hier niet op steunen." if blocked else ""
        self._blocked.show_text(Tone.WARN, text)

    def _refresh_sheet(self, admissions: tuple[Admission, ...]) -> None:
        item = self._find(self._sheet.record().id)
        if item is None:
            self._sheet.closed.emit()
            return
        self._sheet.show_item(item, next((one for one in admissions if one.information == item.id), None))

    def _add_received(self) -> None:
        today = When.on(self.tools.today())
        self._add(Information(self._next(), purpose=Purpose.BIBOB, received_on=today, attachments=()))

    def _add_request(self) -> None:
        today = When.on(self.tools.today())
        self._add(Information(self._next(), purpose=Purpose.BIBOB, requested_on=today, attachments=()))

    def _next(self) -> str:
        return next_id(self.dossier.information, "i")

    def _add(self, item: Information) -> None:
        self.change(replace(self.dossier, information=put(self.dossier.information, item)), "Informatie toegevoegd")
        self._open(item)

    def _open(self, item: Information) -> None:
        sheet = InformationSheet(item, self.dossier, self.catalogue)
        sheet.changed.connect(self._on_changed)
        sheet.remove_asked.connect(self._remove)
        sheet.closed.connect(self._on_closed)
        admissions = self.assessment.admissions if self.assessment else ()
        sheet.show_item(item, next((one for one in admissions if one.information == item.id), None))
        self.open_sheet(sheet, item.id)
        self._sheet = sheet

    def _on_closed(self) -> None:
        self._sheet = None

    def _on_changed(self, item: Information) -> None:
        self.change(replace(self.dossier, information=put(self.dossier.information, item)), "Informatie gewijzigd")

    def _on_remove_row(self, row: InformationRow) -> None:
        self._remove(row.item)

    def _remove(self, item: Information) -> None:
        places = spoken_of(dossier_to_wire(self.dossier), item.id)
        if places:
            self._blocked.show_text(
                Tone.WARN, f"{item.id} wordt elders in dit dossier gebruikt. Haal het daar eerst weg."
            )
            return
        self.change(replace(self.dossier, information=drop(self.dossier.information, item.id)), "Informatie verwijderd")
