# SPDX-License-Identifier: EUPL-1.2
"""The last question before a dossier is destroyed, which cannot be undone: its reference is to be typed over."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from assessment.retention import NOT_DUE
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.form import Form
from gui.parts.label import Prose
from gui.parts.long_text import LongTextField
from gui.parts.notice import Notice
from gui.parts.typed_field import TextField

CANNOT_BE_UNDONE = (
    "Dit kan niet ongedaan worden gemaakt. Het dossier gaat weg uit de kluis, uit de concepten en uit elke"
    " reservekopie. Wat blijft, is een verklaring van vernietiging en een aantal zonder namen."
)
OUTSIDE = "Kopieën die buiten de kluis zijn gemaakt, zoals een pdf, vernietigt u zelf."
BUSY = "Het dossier wordt vernietigd, ook in de reservekopieën. Dit kan even duren. U kunt gewoon verder werken."


class DestroySheet(AskingSheet):
    """Emits `asked(reason)`; the reason is empty for a dossier that is due.

    The reason is a draft, and goes with its dossier; the reference is not, because it is typed to be sure.
    """

    asked = Signal(str)

    def __init__(self, reference: str, *, is_due: bool) -> None:
        super().__init__(f"Vernietig {reference}")
        self._reference, self._is_due = reference, is_due
        self.add(Notice(Tone.WARN, CANNOT_BE_UNDONE))
        self.add(Prose(OUTSIDE))
        form = self.add(Form())
        self.reason, self.typed = self.hold("reason", LongTextField(empty="")), TextField(empty="")
        if not is_due:
            form.add("Waarom eerder dan de termijn?", self.reason, "De reden komt in de verklaring en het logboek.")
        form.add(f"Typ het kenmerk over: {reference}", self.typed)
        self.verb = self.ask(button("Vernietig", "trash", Rank.DANGER, self._on_verb))
        self.verb.setEnabled(False)
        self.typed.line.textChanged.connect(self._on_typed)

    def focus_first(self) -> None:
        (self.typed if self._is_due else self.reason).setFocus()

    def show_busy(self) -> None:
        """Say that it is being destroyed; the keyboard stays in the sheet."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()
        self._notice.show_text(Tone.INFO, BUSY)
        for one in (self.verb, self.typed, self.reason):
            one.setEnabled(False)

    def show_failed(self, sentence: str) -> None:
        """Say why it was not, or not everywhere."""
        self._notice.show_text(Tone.WARN, sentence)

    def _on_typed(self, text: str) -> None:
        self.verb.setEnabled(text.strip() == self._reference)

    def _on_verb(self) -> None:
        self.reason.flush()
        reason = str(self.reason.value() or "")
        if not (self._is_due or reason):
            self._notice.show_text(Tone.WARN, NOT_DUE)
            self.reason.setFocus()
            return
        self.show_busy()
        self.asked.emit(reason)
