# SPDX-License-Identifier: EUPL-1.2
"""The page of step 3: what is missing, the documents, and the invitations to supplement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When
from assessment.dossier.document import Document
from assessment.dossier.dossier import Dossier, drop, next_id, put
from assessment.dossier.event import EventKind
from assessment.outcome import Assessment
from gui.dossier.attachments_card import AttachmentsCard, files_in
from gui.dossier.attachments_of_page import AttachmentsOfPage
from gui.dossier.documents.columns import COLUMNS, SPECS, DocumentRow, missing
from gui.dossier.documents.invitations import open_invitation
from gui.dossier.documents.invitations_card import InvitationsCard
from gui.dossier.step_page import StepPage
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.card import Card
from gui.parts.notice import Notice
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import RecordSheet
from gui.parts.undo_words import changed_words

INTRO = "Welke stukken zijn gevraagd, wat is binnen, en wat ontbreekt nog."


class DocumentsPage(StepPage):
    """Add, change and remove documents and invitations."""

    def __init__(self) -> None:
        super().__init__("Stukken", INTRO)
        self.set_primary(button("Voeg een stuk toe", "plus", Rank.PRIMARY, self._add))
        self._missing = self.add(Notice(Tone.WARN))
        self._kept = self.add(Notice(Tone.WARN))
        self.attachments = AttachmentsOfPage(self, "document")
        self.setAcceptDrops(True)
        self._table = RecordTable("Stukken", COLUMNS, empty="Er is nog geen stuk vastgelegd.", add="Voeg een stuk toe")
        self._in = button("Vandaag ontvangen", "check", on_click=self._receive)
        card = Card("Stukken")
        card.corner(self._in)
        card.add(self._table)
        self.add(card)
        self._invitations = self.add(InvitationsCard())
        self._sheet: RecordSheet | None = None
        self._table.opened.connect(lambda row: self._open(row.document))
        self._table.add_asked.connect(self._add)
        self._table.remove_asked.connect(lambda row: self._remove(row.document))
        self._table.selected.connect(self._allow_receiving)
        self._invitations.changed.connect(self.change)
        self._invitations.sheet_asked.connect(self.open_sheet)
        self._invitations.drafted.connect(self.drafted)

    def show_dossier(self, dossier: Dossier, _assessment: Assessment | None, catalogue: Catalogue) -> None:
        today = self.tools.today()
        rows = tuple(DocumentRow(one, today) for one in dossier.documents)
        self._table.show_records(rows)
        self._allow_receiving(self._table.current())
        self._invitations.drafts = self.drafts
        letters = self._invitations.show_letters(dossier, catalogue, today)
        self._missing.show_text(Tone.WARN, "\n".join(filter(None, (missing(rows), open_invitation(letters)))))
        self._refresh_sheet()

    def go_to(self, place: str) -> bool:
        document = self._find(place.partition(".")[0])
        if document is not None:
            self._open(document)
        elif place == "supplement":
            self._invitations.table.setFocus()
        return document is not None or place in ("", "supplement")

    def openers(self) -> dict[str, Callable[[], object]]:
        kinds = (EventKind.SUPPLEMENT_INVITED, EventKind.SUPPLEMENT_RECEIVED)
        asked = {f"new:{kind}": partial(self._invitations.ask, kind) for kind in kinds}
        return asked | self.attachments.openers()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()) and self._dropped_on() is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take files in with the document that is open, or else with the one that is chosen in the table."""
        document = self._dropped_on()
        event.acceptProposedAction()
        if self._sheet is None:
            self._open(document)
        self._sheet.findChild(AttachmentsCard).add_files(files_in(event.mimeData()))

    def _dropped_on(self) -> Document | None:
        if self.tools.attachments is None:
            return None
        row = self._table.current()
        return self._sheet.record() if self._sheet else row.document if row else None

    def _find(self, id_: str) -> Document | None:
        return next((one for one in self.dossier.documents if one.id == id_), None) if self.dossier else None

    def _refresh_sheet(self) -> None:
        document = self._find(self._sheet.record().id) if self._sheet else None
        if document is not None:
            self._sheet.show_record(document)
            self._sheet.set_title(_title(document))
        elif self._sheet is not None:
            self._sheet.closed.emit()

    def _allow_receiving(self, row: DocumentRow | None) -> None:
        self._in.setEnabled(row is not None and not row.is_received)

    def _receive(self) -> None:
        row = self._table.current()
        if row is not None:
            received = replace(row.document, received_on=When.on(self.tools.today()))
            self._put(received, f"{row.name} vandaag ontvangen")

    def _add(self) -> None:
        before = (*self.dossier.documents, *map(Document, self.attachments.taken_ids()))
        document = Document(next_id(before, "d"), asked_on=When.on(self.tools.today()))
        self._put(document, "Stuk toegevoegd")
        self._open(document)

    def _open(self, document: Document) -> None:
        sheet = RecordSheet(_title(document), SPECS)
        sheet.load(document)
        self.attachments.add_card(sheet, document.id)
        sheet.changed.connect(self._on_changed)
        sheet.remove_asked.connect(self._remove)
        sheet.closed.connect(self._on_closed)
        self.open_sheet(sheet, document.id)
        self._sheet = sheet

    def _on_closed(self) -> None:
        self._sheet = None

    def _on_changed(self, document: Document) -> None:
        before = self._find(document.id)
        self._put(document, changed_words(f"stuk {document.name or document.id}", SPECS, before, document))

    def _put(self, document: Document, words: str) -> None:
        self.change(replace(self.dossier, documents=put(self.dossier.documents, document)), words)

    def _remove(self, document: Document) -> None:
        kept = self.attachments.keeps(document.id, document.name or document.id)
        self._kept.show_text(Tone.WARN, kept)
        if kept:
            return
        words = f"Stuk {document.name or document.id} verwijderd"
        self.change(replace(self.dossier, documents=drop(self.dossier.documents, document.id)), words)


def _title(document: Document) -> str:
    return document.name or "Nieuw stuk"
