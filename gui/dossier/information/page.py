# SPDX-License-Identifier: EUPL-1.2
"""The page of step 5: a table of everything that was asked and received, each with its verdict."""

from __future__ import annotations

from collections.abc import Callable

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When
from assessment.dossier.dossier import Dossier, next_id
from assessment.dossier.information import Classification, Information, Purpose
from assessment.outcome import Admission, Assessment, Verdict
from gui.dossier.attachments_of_page import AttachmentsOfPage
from gui.dossier.information.columns import COLUMNS, InformationRow, rows
from gui.dossier.information.sheet import InformationSheet
from gui.dossier.table_page import Kind, TablePage
from gui.parts.badge import Tone
from gui.parts.button import Rank, button

INTRO = "Leg vast wat partners en registers gaven. Per stuk staat erbij of het mag worden gebruikt, en waarom."
ITEM = Kind("information", "i", "informatie", "Er is nog geen informatie vastgelegd.", "Voeg informatie toe")


class InformationPage(TablePage):
    """Add, change and remove items; the gate's verdict stands beside each."""

    def __init__(self) -> None:
        super().__init__("Informatie", INTRO, ITEM, COLUMNS)
        self._viewed: set[str] = set()
        self.attachments = AttachmentsOfPage(self, "information")
        self.set_primary(button(ITEM.add, "plus", Rank.PRIMARY, self.add_new))
        self.add_action(button("Noteer een verzoek", "calendar", on_click=self._add_request))

    def show_dossier(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> None:
        super().show_dossier(dossier, assessment, catalogue)
        blocked = [one.information for one in self._admissions(assessment) if one.verdict is Verdict.BLOCKED]
        text = f"Niet te gebruiken: {', '.join(blocked)}. Een feit kan hier niet op steunen." if blocked else ""
        self.remark.show_text(Tone.WARN, text)
        if self._sheet is not None:  # what it says may only now be known, or made, to be closed
            self._note_view(self._sheet.record())

    def rows(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> tuple[InformationRow, ...]:
        return rows(dossier, self._admissions(assessment), catalogue)

    def outcome(self, id_: str, assessment: Assessment | None) -> Admission | None:
        return next((one for one in self._admissions(assessment) if one.information == id_), None)

    def make_sheet(self, record: Information) -> InformationSheet:
        self._note_view(record)
        sheet = InformationSheet(record, self.dossier, self.catalogue)
        self.attachments.add_card(sheet, record.id)
        return sheet

    def openers(self) -> dict[str, Callable[[], object]]:
        return self.attachments.openers()

    def next_id(self) -> str:
        before = (*self.dossier.information, *map(Information, self.attachments.taken_ids()))
        return next_id(before, ITEM.letter)

    def keeps(self, record: Information) -> str:
        return self.attachments.keeps(record.id, record.id)

    def new(self, id_: str) -> Information:
        today = When.on(self.tools.today())
        return Information(id_, purpose=Purpose.BIBOB, received_on=today, attachments=())

    def _add_request(self) -> None:
        today = When.on(self.tools.today())
        self.add_record(Information(self.next_id(), purpose=Purpose.BIBOB, requested_on=today, attachments=()))

    def _note_view(self, item: Information) -> None:
        """Journal that an item of the closed part is shown, once while the dossier is open."""
        admission = self.outcome(item.id, self.assessment)
        is_closed = admission is not None and admission.verdict is Verdict.CLOSED_PART
        if (is_closed or item.classification is Classification.SECRET) and item.id not in self._viewed:
            self._viewed.add(item.id)
            self.tools.note_view(item.id)

    @staticmethod
    def _admissions(assessment: Assessment | None) -> tuple[Admission, ...]:
        return assessment.admissions if assessment else ()
