# SPDX-License-Identifier: EUPL-1.2
"""A sheet that asks for what something leaves the store, and where to."""

from __future__ import annotations

from PySide6.QtCore import Signal

from gui.dossier.placing import AskPlace
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.form import Form
from gui.parts.typed_field import TextField


class PurposeSheet(AskingSheet):
    """Emits `asked(path, purpose)` once a purpose was written and a place was chosen; until then that is a draft.

    `name` is proposed for the file, `without` said where there is no purpose. Subclasses call `ask_purpose(example)`
    where the field belongs among what they tell.
    """

    asked = Signal(str, str)

    def __init__(self, title: str, name: str, without: str, ask_place: AskPlace) -> None:
        super().__init__(title)
        self._name, self._without, self._ask_place = name, without, ask_place
        self.purpose = self.hold("purpose", TextField("Doel"))
        self.verb = self.ask(button("Kies een plaats", "export", Rank.PRIMARY, self._on_choose))

    def ask_purpose(self, example: str) -> None:
        """Put the field for the purpose here."""
        self.add(Form()).add("Doel", self.purpose, example)

    def focus_first(self) -> None:
        self.purpose.setFocus()

    def _on_choose(self) -> None:
        self.purpose.flush()
        purpose = self.purpose.value()
        if not isinstance(purpose, str):
            self._notice.show_text(Tone.WARN, self._without)
            self.purpose.setFocus()
            return
        self._ask_place(self, self._name, lambda path: self._on_place(path, purpose))

    def _on_place(self, path: str, purpose: str) -> None:
        self.forget()
        self.asked.emit(path, purpose)
        self.closed.emit()
