# SPDX-License-Identifier: EUPL-1.2
"""What is applied for, where, and along which route it is assessed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from assessment.dates import When
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, NotKnown


class Instrument(StrEnum):
    """The kind of decision, contract or transaction (Wet Bibob art. 1 par. 1)."""

    PERMIT = "permit"
    SUBSIDY = "subsidy"
    CONTRACT = "contract"
    PROPERTY = "property"


AGREEMENTS: Final = frozenset({Instrument.CONTRACT, Instrument.PROPERTY})
"""`grant` is to conclude, `refuse` not to, `revoke` to dissolve where the contract allows; art. 3 par. 7 is silent."""


class Procedure(StrEnum):
    """Which term rules the decision (law.md 3.2)."""

    AWB_8W = "awb-8w"
    APV_8W_8W = "apv-8w-8w"
    DIENSTENWET_8W = "dienstenwet-8w"
    OW_REGULAR = "ow-regular"
    OW_REGULAR_CONSENT = "ow-regular-consent"
    OW_UNIFORM = "ow-uniform"
    UNIFORM_6M = "uniform-6m"
    NONE = "none"


class Trigger(StrEnum):
    """Why this application is assessed."""

    ALWAYS = "always"
    INDICATION = "indication"
    SAMPLE = "sample"
    DESIGNATED = "designated"


class Route(StrEnum):
    """How deep the assessment goes."""

    LIGHT = "light"
    REGULAR = "regular"
    EXTENDED = "extended"


@dataclass(frozen=True, slots=True)
class Authority:
    """The competent authority and the organ that decides."""

    name: str = ""
    code: Maybe[str] = NOT_KNOWN
    organ: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Location:
    """Where the activity takes place; `area` is context and never weighs (principle 10)."""

    street: Maybe[str] = NOT_KNOWN
    postcode: Maybe[str] = NOT_KNOWN
    place: Maybe[str] = NOT_KNOWN
    area: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Permit:
    """One permit (or contract, subsidy, property) within the application.

    Written as its bare code when the id is the code and nothing else is said.
    """

    id: str
    type: str
    existing: bool | NotKnown = NOT_KNOWN
    reference: Maybe[str] = NOT_KNOWN

    @property
    def is_plain(self) -> bool:
        """Whether the code says it all."""
        return self.id == self.type and self.existing is NOT_KNOWN and self.reference is NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Application:
    """The application, or the existing permits that are looked at again."""

    instrument: Instrument = Instrument.PERMIT
    permit_types: tuple[Permit, ...] = NOT_LISTED
    existing: bool | NotKnown = NOT_KNOWN
    received_on: Maybe[When] = NOT_KNOWN
    procedure: Procedure | NotKnown = NOT_KNOWN
    activity: Maybe[str] = NOT_KNOWN
    location: Location | NotKnown = NOT_KNOWN
    trigger: Trigger | NotKnown = NOT_KNOWN
    route: Route | NotKnown = NOT_KNOWN
    route_reason: Maybe[str] = NOT_KNOWN

    def is_existing(self, permit: Permit) -> bool:
        """Whether a permit has already been granted; an application is the default."""
        return bool(self.existing if permit.existing is NOT_KNOWN else permit.existing)
