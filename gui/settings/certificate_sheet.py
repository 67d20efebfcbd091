# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one certificate of destruction, which can be kept as a PDF."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assessment.telling.block import Document, Pairs, Paragraph
from gui.parts.badge import Tone
from gui.parts.button import button
from gui.parts.label import Prose, label
from gui.parts.notice import Notice
from gui.parts.side_sheet import SideSheet

KEPT = "De verklaring is bewaard."
ONLY_NOW = "Het kenmerk van het dossier staat alleen nu in de verklaring: de kluis bewaart het niet."


class CertificateSheet(SideSheet):
    """Emits `save_asked()`; `with_reference` says that the document bears the reference of the dossier."""

    save_asked = Signal()

    def __init__(self, document: Document, *, with_reference: bool = False) -> None:
        super().__init__(document.title)
        self._notice = self.add(Notice(Tone.INFO, ONLY_NOW if with_reference else ""))
        self.save = self.add(button("Bewaar de verklaring als pdf", "export", on_click=self.save_asked.emit))
        for block in document.blocks:
            if isinstance(block, Paragraph):
                self.add(Prose("".join(one.text for one in block.spans), "muted"))
            elif isinstance(block, Pairs):
                self._add_pairs(block)

    def focus_first(self) -> None:
        self.save.setFocus()

    def show_kept(self) -> None:
        """Say that the file is there."""
        self._notice.show_text(Tone.OK, KEPT)

    def show_failed(self, sentence: str) -> None:
        """Say why it is not."""
        self._notice.show_text(Tone.WARN, sentence)

    def _add_pairs(self, block: Pairs) -> None:
        self.add(label(block.caption, "section"))
        for name, value in block.rows:
            self.add(Prose(f"{name}: {value}"))
