# SPDX-License-Identifier: EUPL-1.2
"""What is asked before somebody is let in, changed or kept out, and before the key of the store is made anew.

Each asks for one's own password: at a screen that was left open nobody can let themselves in. A name or a role that was
begun is a draft; a password never is.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessment.errors import Hindrance
from assessment.users import LONGEST_NAME, Role, User
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.choice_field import ChoiceField
from gui.parts.form import FieldRow
from gui.parts.label import Prose
from gui.parts.new_password import NewPassword
from gui.parts.notice import Notice
from gui.parts.recovery_key import COPIED, KEEP_IT, SAVED, RecoveryKey
from gui.parts.secret import Secret
from gui.parts.side_sheet import SideSheet
from gui.parts.typed_field import TextField

ONLY_NOW = "De oude herstelsleutel werkt niet meer. Deze ziet u maar één keer: schrijf hem op of druk hem af."
ROLES = {role.value: role.dutch for role in Role}


class ConfirmSheet(AskingSheet):
    """Says what will happen and asks for one's own password; `confirmed(password)` when nothing is missing."""

    confirmed = Signal(str)

    def __init__(self, title: str, intro: str, verb: str, rank: Rank = Rank.PRIMARY) -> None:
        super().__init__(title)
        for one in intro.split("\n"):
            self.add(Prose(one))
        self.own = Secret("Uw eigen wachtwoord")
        self.own.entered.connect(self._on_confirm)
        self.verb = self.ask(button(verb, rank=rank, on_click=self._on_confirm))

    def finish(self) -> None:
        """Put one's own password below everything else."""
        self.add(self.own)

    def problem(self) -> tuple[str, QWidget] | None:
        """Say what is missing, and where; subclasses ask for more."""
        return None

    def show_busy(self, words: str) -> None:
        """Say that it is being done."""
        self._content.setEnabled(False)
        self.verb.setEnabled(False)
        self._notice.show_text(Tone.INFO, words)

    def show_hindrance(self, hindrance: Hindrance) -> None:
        """Say what stands in the way, and let it be tried again."""
        self._content.setEnabled(True)
        self.verb.setEnabled(True)
        self._notice.show_text(Tone.DANGER, hindrance.sentence)
        self.own.clear()
        self.own.setFocus()

    def sentence(self) -> str:
        """Give what is said now."""
        return self._notice.text()

    def focus_first(self) -> None:
        self.own.setFocus()

    def _on_confirm(self) -> None:
        problem = self.problem() or (None if self.own.text() else ("Typ uw eigen wachtwoord.", self.own))
        if problem:
            self._notice.show_text(Tone.WARN, problem[0])
            problem[1].setFocus()
        elif self.verb.isEnabled():
            self.confirmed.emit(self.own.text())


class AddUserSheet(ConfirmSheet):
    """A name, a role and a first password."""

    def __init__(self) -> None:
        super().__init__(
            "Gebruiker toevoegen",
            "Geef het eerste wachtwoord persoonlijk door. Bij de eerste keer openen kiest de gebruiker een eigen "
            "wachtwoord.",
            "Voeg toe",
        )
        self.name = self.hold("name", TextField(empty=""))
        self.name.line.setMaxLength(LONGEST_NAME)
        self.role = self.hold("role", ChoiceField(words=ROLES, make=Role, may_be_unknown=False))
        self.add(FieldRow("Naam", self.name, "Deze naam staat in het logboek en op het scherm waar u de kluis opent."))
        self.add(FieldRow("Rol", self.role, "Alleen een beheerder laat anderen toe en maakt een nieuwe sleutel."))
        self.first = self.add(NewPassword("Eerste wachtwoord", "Herhaal het eerste wachtwoord"))
        self.finish()

    def problem(self) -> tuple[str, QWidget] | None:
        self.name.flush()
        if not str(self.name.value()).strip():
            return "Vul een naam in.", self.name
        if not isinstance(self.role.value(), Role):
            return "Kies een rol.", self.role
        return self.first.problem(str(self.name.value()))

    def focus_first(self) -> None:
        self.name.setFocus()


class RoleSheet(ConfirmSheet):
    """Another role for somebody."""

    def __init__(self, user: User) -> None:
        super().__init__("Rol wijzigen", f"{user.name} is nu {user.role.dutch}.", "Wijzig rol")
        self.role = self.hold("role", ChoiceField(words=ROLES, make=Role, may_be_unknown=False))
        self.propose("role", user.role)
        self.add(FieldRow("Rol", self.role))
        self.finish()

    def focus_first(self) -> None:
        self.role.setFocus()


class RevokeSheet(ConfirmSheet):
    """Keeping somebody out from now on."""

    def __init__(self, user: User) -> None:
        super().__init__(
            "Toegang intrekken",
            f"Het wachtwoord van {user.name} opent de kluis daarna niet meer. Wat {user.name} deed, blijft in het "
            "logboek staan.\n"
            "Oudere reservekopieën en kopieën van de map openen er nog wel mee. Kan iemand zo'n kopie hebben, maak dan "
            "daarna een nieuwe sleutel voor de kluis.",
            "Trek de toegang in",
            Rank.DANGER,
        )
        self.finish()


class PasswordSheet(ConfirmSheet):
    """Another password for oneself."""

    def __init__(self, me: User) -> None:
        super().__init__(
            "Mijn wachtwoord wijzigen",
            "Eerdere reservekopieën openen nog met uw oude wachtwoord, tot zij vanzelf zijn verwijderd.",
            "Wijzig mijn wachtwoord",
        )
        self._me = me
        self.own.line.setAccessibleName("Uw wachtwoord van nu")
        self.finish()
        self.new = self.add(NewPassword())
        self.new.entered.connect(self._on_confirm)

    def problem(self) -> tuple[str, QWidget] | None:
        return self.new.problem(self._me.name)


class RekeySheet(ConfirmSheet):
    """A new key for the whole store."""

    def __init__(self) -> None:
        super().__init__(
            "Nieuwe sleutel voor de kluis",
            "De hele kluis wordt opnieuw versleuteld. Doe dit als iemand die geen toegang meer heeft een kopie van "
            "de kluis of van het sleutelbestand kan hebben.\n"
            "Alle gebruikers houden hun wachtwoord. Er komt een nieuwe reservekopie; de oude kopieën gaan weg, want "
            "die openen nog met de oude sleutel. Dat is niet terug te draaien.\n"
            "Stroomuitval halverwege kan geen kwaad: bij het openen maakt het programma het af.",
            "Maak nieuwe sleutel",
            Rank.DANGER,
        )
        self.finish()


class KeyringSheet(ConfirmSheet):
    """Whether one's own sign-on to Windows opens the store too."""

    def __init__(self, is_on: bool) -> None:
        told = (
            "De kluis opent daarna alleen met uw wachtwoord. Het geheim gaat uit de wachtwoordkluis van Windows."
            if is_on
            else "Windows bewaart een geheim dat de kluis opent. Iedereen die op deze computer als u is aangemeld, "
            "opent de kluis dan zonder wachtwoord; ook een programma dat met uw rechten draait, kan erbij. Uw "
            "wachtwoord blijft werken."
        )
        verb = "Zet uit" if is_on else "Zet aan"
        super().__init__("Openen met uw Windows-aanmelding", told, verb, Rank.PRIMARY)
        self.finish()


class RenewSheet(ConfirmSheet):
    """A new recovery key, when the paper was lost or seen by somebody else."""

    def __init__(self) -> None:
        super().__init__(
            "Nieuwe herstelsleutel",
            "Doe dit als het papier met de herstelsleutel kwijt is, of als iemand anders het kan hebben gezien.\n"
            "De oude herstelsleutel opent de kluis dan niet meer. Oudere reservekopieën openen er nog wel mee. Kan "
            "iemand zo'n kopie hebben, maak dan daarna een nieuwe sleutel voor de kluis.\n"
            "De nieuwe ziet u één keer. Zorg dat u hem nu kunt opschrijven of afdrukken.",
            "Maak nieuwe herstelsleutel",
        )
        self.finish()


class RecoveryKeySheet(SideSheet):
    """A new recovery key, shown once; emits `confirmed()` when it was written down."""

    confirmed = Signal()

    def __init__(self, key: str) -> None:
        super().__init__("Nieuwe herstelsleutel")
        self._notice = self.add(Notice(Tone.WARN, ONLY_NOW))
        self.add(Prose(KEEP_IT))
        self.key = self.add(RecoveryKey(key))
        self.key.confirmed.connect(self._on_confirm)
        self.key.refused.connect(self._on_refused)
        self.key.copied.connect(lambda: self._notice.show_text(Tone.INFO, COPIED))
        self.verb = button(SAVED, rank=Rank.PRIMARY, on_click=self.key.confirm)
        self._done.hide()  # who closes it otherwise, gets another key at the next opening
        self._foot.addWidget(self.verb)

    def sentence(self) -> str:
        """Give what is said now."""
        return self._notice.text()

    def focus_first(self) -> None:
        self.key.setFocus()

    def _on_refused(self, sentence: str, field: QWidget) -> None:
        self._notice.show_text(Tone.WARN, sentence)
        field.setFocus()

    def _on_confirm(self) -> None:
        self.confirmed.emit()
        self.closed.emit()
