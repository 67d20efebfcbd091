# SPDX-License-Identifier: EUPL-1.2
"""Persons and organisations that play a part in a dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from assessment.dates import When
from assessment.known import NOT_KNOWN, Maybe


@dataclass(frozen=True, slots=True)
class Person:
    """A natural person.

    The citizen number (`bsn`) may be kept for subject and representative only
    (Wet Bibob art. 7a par. 2 under c).
    """

    kind: ClassVar[str] = "person"

    id: str
    name: str = ""
    born: Maybe[When] = NOT_KNOWN
    bsn: Maybe[str] = NOT_KNOWN
    address: Maybe[str] = NOT_KNOWN
    note: Maybe[str] = NOT_KNOWN

    @property
    def is_person(self) -> bool:
        """Always."""
        return True

    @property
    def form(self) -> Maybe[str]:
        """A person has no legal form."""
        return None

    @property
    def founded(self) -> Maybe[When]:
        """A person was not founded."""
        return None


@dataclass(frozen=True, slots=True)
class Organisation:
    """A company, foundation, association, partnership or sole trader's firm."""

    kind: ClassVar[str] = "organisation"

    id: str
    name: str = ""
    legal_form: Maybe[str] = NOT_KNOWN
    kvk: Maybe[str] = NOT_KNOWN
    rsin: Maybe[str] = NOT_KNOWN
    founded_on: Maybe[When] = NOT_KNOWN
    country: Maybe[str] = NOT_KNOWN
    address: Maybe[str] = NOT_KNOWN
    note: Maybe[str] = NOT_KNOWN

    @property
    def is_person(self) -> bool:
        """Never."""
        return False

    @property
    def form(self) -> Maybe[str]:
        """The code of its legal form."""
        return self.legal_form

    @property
    def founded(self) -> Maybe[When]:
        """When it was founded."""
        return self.founded_on


Party: TypeAlias = Person | Organisation
