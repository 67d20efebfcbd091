# SPDX-License-Identifier: EUPL-1.2
"""How something that was recorded in one dossier is like what is asked about: a likeness, never a finding."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.addresses import read_account, read_address
from assessment.names import ALIKE, NameKind, fold, is_part, likeness, sound, sounds_like


class Match(StrEnum):
    """In what way; the words in which it is told stand in the window."""

    SAME = "same"
    PLACE = "place"
    PART = "part"
    SOUND = "sound"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Likeness:
    """In what way, and how much by letters (0–100)."""

    match: Match
    score: int


@dataclass(frozen=True, slots=True)
class Key:
    """Under what a name is kept: by letters and by sound."""

    folded: str
    sound: str


def keys_of(kind: NameKind, said: str) -> tuple[Key, ...]:
    """Give the keys under which it is found; none where nothing of it decides."""
    if kind is NameKind.ACCOUNT:
        found = [Key(*read_account(said))]
    elif kind is NameKind.ADDRESS:
        address = read_address(said)
        found = [Key(address.folded, address.sound), Key(address.place, address.place)] if address.number else []
    else:
        found = [Key(fold(said), sound(said))]
    return tuple(one for one in found if one.folded)


def compare(kind: NameKind, asked: str, said: str) -> Likeness | None:
    """Say how what is recorded is like what is asked; None when it is not."""
    if kind is NameKind.ACCOUNT:
        return Likeness(Match.SAME, 100) if read_account(asked)[1] == read_account(said)[1] else None
    return _addresses(asked, said) if kind is NameKind.ADDRESS else _names(asked, said)


def _names(asked: str, said: str) -> Likeness | None:
    score = likeness(asked, said)
    if score == 100:
        return Likeness(Match.SAME, score)
    if is_part(asked, said):
        return Likeness(Match.PART, score)
    if sounds_like(asked, said):
        return Likeness(Match.SOUND, score)
    return Likeness(Match.NEAR, score) if score >= ALIKE else None


def _addresses(asked: str, said: str) -> Likeness | None:
    """Another postcode is another place, however alike the streets are."""
    one, other = read_address(asked), read_address(said)
    if one.place and one.place == other.place:
        return Likeness(Match.SAME if one.street == other.street else Match.PLACE, 100)
    if (one.postcode and other.postcode) or not one.number or one.number != other.number:
        return None
    if one.street == other.street:
        return Likeness(Match.SAME, 100)
    return Likeness(Match.SOUND, likeness(one.street, other.street)) if one.sound == other.sound else None
