# SPDX-License-Identifier: EUPL-1.2
"""The sheet that asks for what an attachment leaves the store, and where to."""

from __future__ import annotations

from assessment.attachment import Attachment
from gui.dossier.placing import AskPlace
from gui.dossier.purpose_sheet import PurposeSheet
from gui.parts.label import Prose, breakable

NO_PURPOSE = "Schrijf waarvoor dit bestand de kluis verlaat. Het doel komt in het logboek."
WRITTEN = "Het bestand staat in {path}. Dit bestand staat buiten de kluis en is niet versleuteld."
WARNING = (
    "Het bestand staat straks buiten de kluis en is niet versleuteld. Kies een plaats waar alleen bevoegde collega's"
    " bij kunnen, en verwijder het als u het niet meer nodig hebt."
)


class AttachmentExportSheet(PurposeSheet):
    """Asks it for one attachment."""

    def __init__(self, one: Attachment, ask_place: AskPlace) -> None:
        super().__init__("Bewaar buiten de kluis", one.name, NO_PURPOSE, ask_place)
        self.add(Prose(breakable(one.name)))
        self.ask_purpose("Bijvoorbeeld: voor het dossier van de rechtbank.")
        self.add(Prose(WARNING, "muted"))
