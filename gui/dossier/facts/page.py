# SPDX-License-Identifier: EUPL-1.2
"""The page of step 6: a table of facts and the sheet of one."""

from __future__ import annotations

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact
from assessment.outcome import Assessment, FactOutcome
from gui.dossier.facts.columns import COLUMNS, FactRow, rows
from gui.dossier.facts.sheet import FactSheet
from gui.dossier.table_page import Kind, TablePage
from gui.parts.button import Rank, button

INTRO = "Leg elk strafbaar feit apart vast: wie, wanneer, hoe zeker, met welke bron en welk verband."
FACT = Kind("facts", "f", "feit", "Er is geen feit vastgelegd.", "Voeg een feit toe")


class FactsPage(TablePage):
    """Add, change and remove facts; what they count for stands beside each."""

    def __init__(self) -> None:
        super().__init__("Feiten", INTRO, FACT, COLUMNS)
        self.set_primary(button(FACT.add, "plus", Rank.PRIMARY, self.add_new))

    def rows(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> tuple[FactRow, ...]:
        return rows(dossier, assessment.facts if assessment else (), catalogue)

    def outcome(self, id_: str, assessment: Assessment | None) -> FactOutcome | None:
        return next((one for one in assessment.facts if one.id == id_), None) if assessment else None

    def make_sheet(self, record: Fact) -> FactSheet:
        return FactSheet(record, self.dossier, self.catalogue)

    def new(self, id_: str) -> Fact:
        return Fact(id_, actor=next(iter(self.dossier.subject), ""), capacity="own", to_obtain=None)
