# SPDX-License-Identifier: EUPL-1.2
"""What a user can do something about.

Every `Hindrance` is a value with the facts as fields; the Dutch sentence about it is in `sentence`.
Anything else that goes wrong is a bug: it goes up to one hook and never shows personal data.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(eq=False)
class Hindrance(Exception):  # noqa: N818 - a hindrance is not an error of ours
    """Something outside the program stands in the way; nothing of the user's work is lost."""

    @property
    def sentence(self) -> str:
        """Say in Dutch what happened, that nothing is lost, and what to do."""
        raise NotImplementedError

    def __str__(self) -> str:
        """Give the sentence."""
        return self.sentence


@dataclass(eq=False)
class WrongPassword(Hindrance):
    """The password or recovery key opens none of the slots."""

    seconds_to_wait: int = 0

    @property
    def sentence(self) -> str:
        """Say that it is the password, not the file."""
        wait = f" Wacht {self.seconds_to_wait} seconden en probeer" if self.seconds_to_wait else " Probeer"
        return (
            f"Het wachtwoord klopt niet. De kluis is niet gewijzigd.{wait} het opnieuw, of gebruik de herstelsleutel."
        )


@dataclass(eq=False)
class FirstPassword(Hindrance):
    """Who came in without a password must first replace the one that another chose."""

    @property
    def sentence(self) -> str:
        """Say how one gets in."""
        return (
            "De kluis is weer gesloten: u hebt nog geen eigen wachtwoord. Open de kluis met uw eerste wachtwoord, en"
            " kies dan een wachtwoord dat alleen u kent."
        )


@dataclass(eq=False)
class WrongRecoveryKey(WrongPassword):
    """What was typed is not the recovery key of this store."""

    @property
    def sentence(self) -> str:
        """Say that it is the recovery key, and where a mistake is likely."""
        wait = f" Wacht {self.seconds_to_wait} seconden." if self.seconds_to_wait else ""
        return (
            "De herstelsleutel klopt niet of hoort bij een andere kluis. De kluis is niet gewijzigd."
            f"{wait} Controleer de tekens en probeer het opnieuw."
        )


@dataclass(eq=False)
class DamagedStore(Hindrance):
    """A file of the store is missing, cut off or altered."""

    part: str

    @property
    def sentence(self) -> str:
        """Say which part is damaged, and that the rest was left alone."""
        return (
            f"De kluis is beschadigd ({self.part}). Er is niets gewijzigd of verwijderd."
            " Zet een reservekopie terug of vraag de beheerder om hulp."
        )


@dataclass(eq=False)
class NotAllowed(Hindrance):
    """What was asked is not for this user, or not possible as the users are now."""

    why: str

    @property
    def sentence(self) -> str:
        """Say why, and that nothing was changed."""
        return f"{self.why} Er is niets gewijzigd."


class Revoked(Hindrance):
    """The password fits a slot of somebody who may not open the store any more."""

    @property
    def sentence(self) -> str:
        """Say so, and whom to ask."""
        return (
            "Uw toegang tot deze kluis is ingetrokken. Er is niets gewijzigd."
            " Is dat niet terecht, vraag dan een beheerder van de kluis om hulp."
        )


@dataclass(eq=False)
class NoKeyring(Hindrance):
    """The keyring of the system cannot be used, or does not hold the secret of this store."""

    why: str

    @property
    def sentence(self) -> str:
        """Say why, and that the password still opens the store."""
        return f"{self.why} De kluis is niet gewijzigd. Uw wachtwoord werkt gewoon."


class NoStore(Hindrance):
    """There is no store in the folder that was named."""

    @property
    def sentence(self) -> str:
        """Say which folder is meant."""
        return (
            "In deze map staat geen kluis. Er is niets gewijzigd. Noem de map waarin store.db en store.keys.json staan."
        )


@dataclass(eq=False)
class NewerStore(Hindrance):
    """The store was written by a newer version of the program."""

    found: str
    known: str

    @property
    def sentence(self) -> str:
        """Say that the program is too old for this store."""
        return (
            f"Deze kluis is gemaakt met een nieuwere versie van Toetssteen (kluis {self.found}, dit programma"
            f" kent {self.known}). Er is niets gewijzigd. Werk het programma bij en open de kluis daarna."
        )


@dataclass(eq=False)
class StoreInUse(Hindrance):
    """Another process has the store open."""

    by: str

    @property
    def sentence(self) -> str:
        """Say who has it open."""
        return (
            f"De kluis is al geopend door {self.by}. Er is niets gewijzigd."
            " Sluit Toetssteen daar af en probeer het opnieuw."
        )


@dataclass(eq=False)
class StoreOutOfReach(Hindrance):
    """The disk is full, read-only, removed, or a place where a store may not be."""

    why: str

    @property
    def sentence(self) -> str:
        """Say what is wrong with the place."""
        return f"{self.why} Wat al was opgeslagen, is bewaard. Herstel dit en probeer het opnieuw."


@dataclass(eq=False)
class NoBackup(Hindrance):
    """A backup could not be made, or did not stand the check after it was written; the earlier ones stay."""

    why: str

    @property
    def sentence(self) -> str:
        """Say what went wrong, and that the store and the earlier backups are as they were."""
        return (
            f"Er is geen reservekopie gemaakt. {self.why} Uw dossiers en de eerdere reservekopieën zijn er nog."
            " Herstel dit en kies bij Beheer: Maak nu een reservekopie."
        )


@dataclass(eq=False)
class DamagedBackup(Hindrance):
    """A backup is gone, cut off or altered, or does not hold what was counted when it was made."""

    part: str

    @property
    def sentence(self) -> str:
        """Say which part is damaged, and that nothing was put back."""
        return (
            f"Deze reservekopie is beschadigd ({self.part}). Er is niets teruggezet en de kluis is niet gewijzigd."
            " Kies een andere reservekopie."
        )


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in a file: where (a JSON path or file, id and key) and what."""

    where: str
    what: str

    def __str__(self) -> str:
        """Write it as one Dutch sentence with its place."""
        return f"{self.where}: {self.what}"


@dataclass(eq=False)
class FaultyFile(Hindrance):
    """A file that does not say what it should; holds all faults at once."""

    faults: tuple[Fault, ...]

    @property
    def sentence(self) -> str:
        """Count the faults and give the first."""
        first = self.faults[0]
        more = f" En nog {len(self.faults) - 1} andere." if len(self.faults) > 1 else ""
        return f"Het bestand klopt niet. Er is niets overgenomen. {first}{more}"


class Unkeepable(Hindrance):
    """A change that could not be read back, and so is not kept; a field should have refused it."""

    @property
    def sentence(self) -> str:
        """Say how to get on."""
        return "De laatste wijziging kan niet worden opgeslagen. Maak haar ongedaan met Ctrl+Z en voer haar anders in."


@dataclass(eq=False)
class FileOutOfReach(Hindrance):
    """A file that cannot be read or written."""

    name: str
    why: str

    @property
    def sentence(self) -> str:
        """Name the file and the reason."""
        return f"{self.name}: {self.why} Er is niets gewijzigd."


class WrongPhrase(Hindrance):
    """The phrase does not open this package."""

    @property
    def sentence(self) -> str:
        """Say what a phrase looks like."""
        return (
            "De code klopt niet bij dit pakket. Er is niets overgenomen."
            " Een code heeft vijf groepen van vier tekens. Vraag haar zo nodig opnieuw aan uw collega."
        )


@dataclass(eq=False)
class FaultyPackage(Hindrance):
    """A file that is no package, or not a whole one."""

    why: str

    @property
    def sentence(self) -> str:
        """Say what is wrong with it."""
        return (
            f"Dit pakket is niet te openen: {self.why}. Er is niets overgenomen. Vraag uw collega om een nieuw pakket."
        )


@dataclass(eq=False)
class NewerPackage(Hindrance):
    """A package that a newer version of the program wrote."""

    found: str
    known: str

    @property
    def sentence(self) -> str:
        """Say that the program is too old for it."""
        return (
            f"Dit pakket is gemaakt met een nieuwere versie van Toetssteen (pakket {self.found}, dit programma kent"
            f" {self.known}). Er is niets overgenomen. Werk het programma bij en open het pakket daarna."
        )
