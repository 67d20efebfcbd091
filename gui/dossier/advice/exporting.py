# SPDX-License-Identifier: EUPL-1.2
"""Making an advice and writing it where the officer chose; noted also when the page has gone in the meantime."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from assessment.assess import assess
from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.outcome import Assessment
from assessment.services.advice import internal_document
from gui.dossier.saving import save
from gui.dossier.step_page import Tools


class Exporter(QObject):
    """`written(path)` when the file is there and noted, `hindered(hindrance)` when it could not be written.

    What is under way keeps the exporter, not the page: who leaves the dossier still gets his file and his note.
    """

    written = Signal(str)
    hindered = Signal(object)

    def __init__(self, tools: Tools) -> None:
        super().__init__()
        self._tools = tools

    def export(self, path: str, purpose: str, dossier: Dossier, catalogue: Catalogue) -> None:
        """Assess the dossier as it is now, put it on paper, write it, and note it."""
        tools = self._tools

        def write() -> Assessment:
            assessment = assess(dossier, catalogue)
            save(path, tools.write_pdf(internal_document(dossier, assessment, catalogue, tools.user)))
            return assessment

        tools.paper.run(write, lambda assessment: self._on_written(path, purpose, assessment), self.hindered.emit)

    def _on_written(self, path: str, purpose: str, assessment: Assessment) -> None:
        self._tools.note_export(assessment, purpose)
        self.written.emit(path)
