# SPDX-License-Identifier: EUPL-1.2
"""Offences and circumstances: who, when, how certain, and what they have to do with the permit."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.dates import Period, When
from assessment.known import NOT_KNOWN, NOT_LISTED, Maybe, NotKnown
from assessment.money import Money


class Status(StrEnum):
    """How far the matter has come (Wet Bibob art. 3a)."""

    CONVICTION = "conviction"
    CONVICTION_FINAL = "conviction-final"
    PENAL_ORDER = "penal-order"
    PENAL_ORDER_FINAL = "penal-order-final"
    TRANSACTION = "transaction"
    FINE = "fine"
    FINE_FINAL = "fine-final"
    FINE_COURT_RULED = "fine-court-ruled"
    PROSECUTED = "prosecuted"
    SUSPECT = "suspect"
    REPORTED = "reported"
    DISMISSED = "dismissed"
    ACQUITTED = "acquitted"
    DISCHARGED = "discharged"
    NONE = "none"


class Plausible(StrEnum):
    """Whether the offence itself is plausible, apart from who did it."""

    YES = "yes"
    NO = "no"


class Suspicion(StrEnum):
    """How serious the suspicion of involvement is."""

    SLIGHT = "slight"
    MODERATE = "moderate"
    SERIOUS = "serious"


class Link(StrEnum):
    """Whether the offence matches or is connected with the permitted activity (art. 3 par. 3 under a)."""

    SAME = "same"
    CONNECTED = "connected"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PermitLink:
    """The link of one fact with one permit, with the reason for it."""

    permit: str
    link: Link | NotKnown = NOT_KNOWN
    reason: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Benefit:
    """The money-valued advantage (art. 3 par. 2 under d) and its path to this activity."""

    amount: Maybe[Money] = NOT_KNOWN
    low: Maybe[Money] = NOT_KNOWN
    high: Maybe[Money] = NOT_KNOWN
    method: Maybe[str] = NOT_KNOWN
    money_path: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class ToObtain:
    """The five elements of an offence to obtain or keep the decision (art. 3 par. 6)."""

    question: Maybe[str] = NOT_KNOWN
    answer: Maybe[str] = NOT_KNOWN
    truth: Maybe[str] = NOT_KNOWN
    sources: tuple[str, ...] = NOT_LISTED
    intent: Maybe[str] = NOT_KNOWN
    relevance: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Why a case was not prosecuted: the code and the reason given."""

    code: Maybe[str] = NOT_KNOWN
    reason: Maybe[str] = NOT_KNOWN


@dataclass(frozen=True, slots=True)
class Fact:
    """One offence or circumstance. `capacity` is `own` or the organisation through which was acted."""

    id: str
    offence: str = ""
    description: Maybe[str] = NOT_KNOWN
    actor: str = ""
    capacity: Maybe[str] = NOT_KNOWN
    committed: Maybe[Period] = NOT_KNOWN
    status: Status | NotKnown = NOT_KNOWN
    status_on: Maybe[When] = NOT_KNOWN
    offence_plausible: Plausible | NotKnown = NOT_KNOWN
    suspicion: Maybe[Suspicion] = NOT_KNOWN
    suspicion_reason: Maybe[str] = NOT_KNOWN
    links: tuple[PermitLink, ...] = NOT_LISTED
    benefit: Maybe[Benefit] = NOT_KNOWN
    to_obtain: Maybe[ToObtain] = NOT_KNOWN
    dismissal: Maybe[Dismissal] = NOT_KNOWN
    order: Maybe[str] = NOT_KNOWN
    why_still: Maybe[str] = NOT_KNOWN
    sources: tuple[str, ...] = NOT_LISTED
