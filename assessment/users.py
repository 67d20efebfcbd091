# SPDX-License-Identifier: EUPL-1.2
"""Who works with a store, in which role, and who may do what. A reason why not is told in Dutch; no reason is yes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

MOST_USERS: Final = 15
"""Each may have a slot for a password and one for the keyring, besides the recovery key."""

LONGEST_NAME: Final = 64
"""Characters."""


class Role(StrEnum):
    """What somebody does in the assessment; kept by its value."""

    OFFICER = "officer"
    COORDINATOR = "coordinator"
    SECOND_READER = "second-reader"
    ADMINISTRATOR = "administrator"

    @property
    def dutch(self) -> str:
        """Say it in Dutch."""
        return _TITLES[self]


_TITLES: Final = {
    Role.OFFICER: "behandelaar", Role.COORDINATOR: "coördinator", Role.SECOND_READER: "tweede lezer",
    Role.ADMINISTRATOR: "beheerder",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class User:
    """One who may open the store; `must_change` until the first password was replaced by one of their own."""

    id: str
    name: str
    role: Role
    added_at: datetime
    must_change: bool = False


_STRAYED: Final = (
    "Rol of toegang volgt niet uit het logboek: {}. Misschien is een oud stuk van de kluis teruggezet. Zo'n rol telt"
    " niet. Uw dossiers zijn bewaard. {}"
)
_GIVE_OR_RESTORE: Final = "Laat een beheerder de rol opnieuw geven, of zet een reservekopie terug."
_RESTORE: Final = "Niemand kan nu een rol geven. Zet een reservekopie terug."
ONLY_ADMINISTRATOR: Final = "Dit kan alleen een beheerder van de kluis."
NOT_YOURSELF: Final = "U kunt uw eigen toegang niet intrekken. Laat een andere beheerder dat doen."
NOT_THE_LAST: Final = "Dit is de enige beheerder. Maak eerst iemand anders beheerder."
NO_NAME: Final = "Vul een naam in."
TOO_LONG: Final = f"Deze naam is te lang. Gebruik hoogstens {LONGEST_NAME} tekens."
TAKEN: Final = "Er is al een gebruiker met deze naam. Kies een naam waaraan u de twee uit elkaar houdt."
TOO_MANY: Final = f"Er zijn al {MOST_USERS} gebruikers. Trek eerst de toegang van iemand in."


def strayed_told(names: Sequence[str], gone: int, *, is_curable: bool = True) -> str:
    """Say of whom the journal says something else than the store, and how many are not there; empty for nobody.

    Where not all lines about users are found, nobody's role counts, and giving one anew does not cure it.
    """
    missing = "1 gebruiker die ontbreekt" if gone == 1 else f"{gone} gebruikers die ontbreken"
    told = ", ".join((*names, *([missing] if gone else [])))
    return _STRAYED.format(told, _GIVE_OR_RESTORE if is_curable else _RESTORE) if told else ""


def may_manage(user: User) -> bool:
    """Whether somebody may add, change and revoke users, and make a new key."""
    return user.role is Role.ADMINISTRATOR


def may_set_retention(user: User) -> bool:
    """Whether somebody may say how long dossiers are kept."""
    return user.role is Role.ADMINISTRATOR


def may_destroy(user: User) -> bool:
    """Whether somebody may propose to destroy a dossier, or carry that out after another proposed it."""
    return user.role in (Role.ADMINISTRATOR, Role.COORDINATOR)


def why_not_manage(me: User) -> str:
    """Say why somebody may not do what only administrators may."""
    return "" if may_manage(me) else ONLY_ADMINISTRATOR


def why_not_add(me: User, name: str, users: Iterable[User]) -> str:
    """Say why somebody may not add a user of this name."""
    there = tuple(users)
    if not may_manage(me):
        return ONLY_ADMINISTRATOR
    if not name.strip():
        return NO_NAME
    if len(name.strip()) > LONGEST_NAME:
        return TOO_LONG
    if name.strip().casefold() in {one.name.casefold() for one in there}:
        return TAKEN
    return TOO_MANY if len(there) >= MOST_USERS else ""


def why_not_change_role(me: User, who: User, role: Role, users: Iterable[User]) -> str:
    """Say why somebody may not give another this role."""
    if not may_manage(me):
        return ONLY_ADMINISTRATOR
    return NOT_THE_LAST if role is not Role.ADMINISTRATOR and _is_last(who, users) else ""


def why_not_revoke(me: User, who: User, users: Iterable[User]) -> str:
    """Say why somebody may not revoke a user."""
    if not may_manage(me):
        return ONLY_ADMINISTRATOR
    if me.id == who.id:
        return NOT_YOURSELF
    return NOT_THE_LAST if _is_last(who, users) else ""


def _is_last(who: User, users: Iterable[User]) -> bool:
    return [one.id for one in users if may_manage(one)] == [who.id]
