# SPDX-License-Identifier: EUPL-1.2
"""The picture of the relations with how to read it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from gui.dossier.parties.graph import RelationGraph
from gui.parts.card import Card
from gui.parts.label import Prose


class GraphCard(Card):
    """Hidden while there is nobody to draw."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__("Relaties in beeld")
        self.graph = self.add(RelationGraph())
        self.add(Prose(
            "Een streeplijn is een relatie die is geëindigd. Klik op een vak om de partij te openen."
            " In de tabel Relaties staat hetzelfde.", "small",
        ))  # fmt: skip
        self.graph.opened.connect(self.opened)

    def show_dossier(self, dossier: Dossier, catalogue: Catalogue) -> None:
        """Draw what is recorded."""
        self.setVisible(bool(dossier.parties))
        self.graph.show_dossier(dossier, catalogue)
