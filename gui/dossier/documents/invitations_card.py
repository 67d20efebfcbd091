# SPDX-License-Identifier: EUPL-1.2
"""The card of invitations to supplement and of what came in on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from gui.dossier.documents.invitations import COLUMNS, SupplementRow, make_letter, rows, specs_of
from gui.parts.button import button
from gui.parts.course import CourseCard
from gui.parts.field_spec import FieldSpec
from gui.parts.new_record_sheet import NewRecordSheet
from gui.parts.record_table import RecordTable

_NEW = {
    EventKind.SUPPLEMENT_INVITED: "Vraag om aanvulling",
    EventKind.SUPPLEMENT_RECEIVED: "Aanvulling ontvangen",
}


class InvitationsCard(CourseCard):
    """Shows letters out and in, in order of time."""

    def __init__(self) -> None:
        table = RecordTable("Aanvullingen", COLUMNS, empty="Er is nog geen aanvulling gevraagd.")
        intro = "Geef een termijn om aan te vullen (Awb art. 4:5); de beslistermijn staat dan stil."
        super().__init__("Aanvullingen", intro, table)
        self._today = date.min
        self.corner(button("Noteer een vraag", "plus", on_click=lambda: self.ask(EventKind.SUPPLEMENT_INVITED)))
        self.corner(button("Noteer een antwoord", "plus", on_click=lambda: self.ask(EventKind.SUPPLEMENT_RECEIVED)))

    def show_letters(self, dossier: Dossier, catalogue: Catalogue, today: date) -> tuple[SupplementRow, ...]:
        """Show the letters as they stand today, and give them."""
        self._today = today
        self.show_events(dossier, catalogue)
        return self.rows()

    def rows(self) -> tuple[SupplementRow, ...]:
        return rows(self.dossier, self._today)

    def specs(self, event: Event) -> Sequence[FieldSpec]:
        return specs_of(event.kind, self.catalogue)

    def ask(self, kind: EventKind) -> None:
        """Ask for a letter of a kind."""
        sheet = NewRecordSheet(_NEW[kind], specs_of(kind, self.catalogue), verb="Leg vast")
        sheet.suggest(on=When.on(self._today))
        sheet.made.connect(lambda values: self.put(make_letter(kind, values)))
        self.sheet_asked.emit(sheet, f"new:{kind}")
