# SPDX-License-Identifier: EUPL-1.2
"""The sheet that asks for what an advice leaves the store, and as what."""

from __future__ import annotations

from assessment.telling.issue import Standing
from gui.dossier.placing import AskPlace
from gui.dossier.purpose_sheet import PurposeSheet
from gui.parts.label import Prose

NO_PURPOSE = "Schrijf waarvoor dit advies de kluis verlaat. Het doel komt in het logboek."
WARNING = (
    "De pdf staat straks buiten de kluis en is niet versleuteld. Kies een plaats waar alleen bevoegde collega's bij"
    " kunnen, en verwijder het bestand als u het niet meer nodig hebt."
)
STATES = {
    Standing.CONCEPT: "Dit wordt een concept: er blokkeert nog een controle, of er is nog een antwoord nodig.",
    Standing.FINAL: "Dit wordt een definitief advies: geen controle blokkeert en alle antwoorden zijn er.",
}


class ExportSheet(PurposeSheet):
    """Asks it for an advice, and says whether this is a concept."""

    def __init__(self, reference: str, standing: Standing, ask_place: AskPlace) -> None:
        super().__init__("Exporteer als pdf", f"{reference} advies {standing}.pdf", NO_PURPOSE, ask_place)
        self.ask_purpose("Bijvoorbeeld: ter besluitvorming aan de burgemeester.")
        self.add(Prose(STATES[standing]))
        self.add(Prose(WARNING, "muted"))
