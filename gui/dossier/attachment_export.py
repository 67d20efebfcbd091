# SPDX-License-Identifier: EUPL-1.2
"""The sheet that asks for what an attachment leaves the store, and where to."""

from __future__ import annotations

from PySide6.QtCore import Signal

from assessment.attachment import Attachment
from gui.dossier.placing import AskPlace
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.form import Form
from gui.parts.label import Prose, breakable
from gui.parts.typed_field import TextField

NO_PURPOSE = "Schrijf waarvoor dit bestand de kluis verlaat. Het doel komt in het logboek."
WARNING = (
    "Het bestand staat straks buiten de kluis en is niet versleuteld. Kies een plaats waar alleen bevoegde collega's"
    " bij kunnen, en verwijder het als u het niet meer nodig hebt."
)


class AttachmentExportSheet(AskingSheet):
    """Emits `asked(path, purpose)` once a purpose was written and a place was chosen; until then that is a draft."""

    asked = Signal(str, str)

    def __init__(self, one: Attachment, ask_place: AskPlace) -> None:
        super().__init__("Bewaar buiten de kluis")
        self._name, self._ask_place = one.name, ask_place
        self.add(Prose(breakable(one.name)))
        form = self.add(Form())
        self.purpose = self.hold("purpose", TextField("Doel"))
        form.add("Doel", self.purpose, "Bijvoorbeeld: voor het dossier van de rechtbank.")
        self.add(Prose(WARNING, "muted"))
        self.verb = self.ask(button("Kies een plaats", "export", Rank.PRIMARY, self._on_choose))

    def focus_first(self) -> None:
        self.purpose.setFocus()

    def _on_choose(self) -> None:
        self.purpose.flush()
        purpose = self.purpose.value()
        if not isinstance(purpose, str):
            self._notice.show_text(Tone.WARN, NO_PURPOSE)
            self.purpose.setFocus()
            return
        self._ask_place(self, self._name, lambda path: self._on_place(path, purpose))

    def _on_place(self, path: str, purpose: str) -> None:
        self.forget()
        self.asked.emit(path, purpose)
        self.closed.emit()
