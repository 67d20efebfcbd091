# SPDX-License-Identifier: EUPL-1.2
"""Joins the attachments of the records on a page with its sheets: the card in each, the viewer and the way out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from assessment.attachment import Attachment
from gui.dossier.attachment_export import AttachmentExportSheet
from gui.dossier.attachments_card import AttachmentsCard
from gui.dossier.placing import AskPlace, ask_place_of_copy
from gui.dossier.step_page import StepPage
from gui.dossier.viewer import Viewer
from gui.parts.side_sheet import SideSheet

EXPORT = "export-"
"""What a purpose is kept under that was begun, with the attachment that is to leave the store and who asks."""
HAS_FILES = "Bij {name} staan nog bijlagen. Verwijder die eerst; dan kan ook dit weg."


class AttachmentsOfPage(QObject):
    """`kind` is which records: an attachment belongs to `document/d1`."""

    def __init__(self, page: StepPage, kind: str) -> None:
        super().__init__(page)
        self._page, self._kind = page, kind
        self.ask_place: AskPlace = ask_place_of_copy

    def add_card(self, sheet: SideSheet, id_: str) -> None:
        """Put the part about attachments at the end of the sheet of a record."""
        attaching = self._page.tools.attachments
        if attaching is None:
            return
        card = AttachmentsCard(attaching, f"{self._kind}/{id_}")
        card.view_asked.connect(self._view)
        card.export_asked.connect(self._export)
        sheet.add(card)

    def openers(self) -> dict[str, Callable[[], object]]:
        """Give what asks again for what an attachment is to leave the store, by what that sheet is about."""
        attaching = self._page.tools.attachments
        owners = [f"{self._kind}/{id_}" for id_ in self.taken_ids()]
        return {self._about(one): partial(self._export, one) for owner in owners for one in attaching.of(owner)}

    def taken_ids(self) -> frozenset[str]:
        """Give the ids of records that have attachments, also of those that were removed: no new record gets one."""
        attaching = self._page.tools.attachments
        return attaching.owners(self._kind) if attaching else frozenset()

    def keeps(self, id_: str, name: str) -> str:
        """Say why a record cannot be removed, or nothing."""
        return HAS_FILES.format(name=name) if id_ in self.taken_ids() else ""

    def _view(self, one: Attachment) -> None:
        tools = self._page.tools
        tools.attachments.note_view(one.id)
        viewer = Viewer(one, partial(tools.attachments.read, one.id), tools.paper, tools.pages)
        viewer.export_asked.connect(viewer.closed)
        viewer.export_asked.connect(lambda: self._export(one))
        self._page.wide_sheet_asked.emit(viewer)

    def _export(self, one: Attachment) -> None:
        sheet = AttachmentExportSheet(one, self.ask_place)
        sheet.asked.connect(partial(self._page.tools.attachments.write_out, one))
        self._page.open_sheet(sheet, self._about(one))

    def _about(self, one: Attachment) -> str:
        return f"{EXPORT}{one.id}:{self._page.tools.me}"
