# SPDX-License-Identifier: EUPL-1.2
"""The page of step 6: a table of facts and the sheet of one."""

from __future__ import annotations

from dataclasses import replace

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier, drop, next_id, put
from assessment.dossier.fact import Fact
from assessment.exchange import dossier_to_wire
from assessment.outcome import Assessment, FactOutcome
from assessment.references import spoken_of
from gui.dossier.facts.columns import COLUMNS, FactRow, rows
from gui.dossier.facts.sheet import FactSheet
from gui.dossier.step_page import StepPage
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.notice import Notice
from gui.parts.record_table import RecordTable

INTRO = "Leg elk strafbaar feit apart vast: wie, wanneer, hoe zeker, met welke bron en welk verband."


class FactsPage(StepPage):
    """Add, change and remove facts; what follows stands beside each."""

    def __init__(self) -> None:
        super().__init__("Feiten", INTRO)
        self.set_primary(button("Voeg een feit toe", "plus", Rank.PRIMARY, self._add))
        self._notice = self.add(Notice(Tone.WARN))
        self._table = RecordTable("Feiten", COLUMNS, empty="Er is geen feit vastgelegd.", add="Voeg een feit toe")
        self.add(self._table)
        self._sheet: FactSheet | None = None
        self._table.opened.connect(lambda row: self._open(row.fact))
        self._table.add_asked.connect(self._add)
        self._table.remove_asked.connect(self._on_remove_row)

    def show_dossier(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> None:
        self._table.show_records(rows(dossier, assessment.facts if assessment else (), catalogue))
        if self._sheet is None:
            return
        fact = self._find(self._sheet.record().id)
        if fact is None:
            self._sheet.closed.emit()
        else:
            self._sheet.show_fact(fact, self._outcome(fact), dossier)

    def go_to(self, place: str) -> bool:
        fact = self._find(place.partition(".")[0])
        if fact is not None:
            self._open(fact)
        return fact is not None or place == ""

    def _find(self, id_: str) -> Fact | None:
        return next((one for one in self.dossier.facts if one.id == id_), None) if self.dossier else None

    def _outcome(self, fact: Fact) -> FactOutcome | None:
        found = self.assessment.facts if self.assessment else ()
        return next((one for one in found if one.id == fact.id), None)

    def _add(self) -> None:
        fact = Fact(next_id(self.dossier.facts, "f"), capacity="own", to_obtain=None)
        if self.dossier.subject:
            fact = replace(fact, actor=self.dossier.subject[0])
        self.change(replace(self.dossier, facts=put(self.dossier.facts, fact)), "Feit toegevoegd")
        self._open(fact)

    def _open(self, fact: Fact) -> None:
        sheet = FactSheet(fact, self.dossier, self.catalogue)
        sheet.changed.connect(self._on_changed)
        sheet.remove_asked.connect(self._remove)
        sheet.closed.connect(self._on_closed)
        sheet.show_fact(fact, self._outcome(fact), self.dossier)
        self.open_sheet(sheet, fact.id)
        self._sheet = sheet

    def _on_closed(self) -> None:
        self._sheet = None

    def _on_changed(self, fact: Fact) -> None:
        self.change(replace(self.dossier, facts=put(self.dossier.facts, fact)), "Feit gewijzigd")

    def _on_remove_row(self, row: FactRow) -> None:
        self._remove(row.fact)

    def _remove(self, fact: Fact) -> None:
        if spoken_of(dossier_to_wire(self.dossier), fact.id):
            self._notice.show_text(
                Tone.WARN, f"{fact.id} wordt elders in dit dossier genoemd. Haal het daar eerst weg."
            )
            return
        self.change(replace(self.dossier, facts=drop(self.dossier.facts, fact.id)), "Feit verwijderd")
