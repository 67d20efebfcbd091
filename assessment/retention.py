# SPDX-License-Identifier: EUPL-1.2
"""How long a dossier is kept, and who may have it destroyed. There are no built-in periods: the municipality sets them.

Archiefwet and AVG leave the period to the selection list and the decision of the municipality, and so does this.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from assessment.catalogue.term import Unit
from assessment.errors import Hindrance, NotAllowed
from assessment.terms.calendar import after
from assessment.users import User, may_destroy, may_set_retention

MONTHS_A_YEAR: Final = 12
MOST_MONTHS: Final = 100 * MONTHS_A_YEAR


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """A period as the municipality set it: why, from what on, and how many months. Raises ValueError."""

    ground: str
    event: str
    months: int

    def __post_init__(self) -> None:
        """Refuse a rule without a ground or an event, and a period of nothing or of more than a hundred years."""
        if not (self.ground.strip() and self.event.strip() and 0 < self.months <= MOST_MONTHS):
            raise ValueError("a period needs a ground, an event and a length")


@dataclass(frozen=True, slots=True)
class Proposal:
    """Who proposed to destroy it, and when."""

    by_id: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Retention:
    """How long one dossier is kept; without a start the event has not happened yet, or nobody knows when it did."""

    rule: RetentionRule
    starts_on: date | None
    set_by: str
    set_at: datetime
    proposal: Proposal | None = None

    @property
    def ends_on(self) -> date | None:
        """The last day that it is kept; a month is counted to the same day number, and no day is moved."""
        return ends_on(self.rule, self.starts_on)

    def is_due(self, today: date) -> bool:
        """Whether it may go; never while it is not known when the period began."""
        end = self.ends_on
        return end is not None and end < today


@dataclass(frozen=True, slots=True)
class Kept:
    """A dossier in the list of what is kept until when."""

    id: str
    reference: str
    retention: Retention


@dataclass(frozen=True, slots=True)
class Held:
    """A dossier in the list of all that are there, with its period where it has one."""

    id: str
    reference: str
    retention: Retention | None


@dataclass(frozen=True, slots=True)
class Order:
    """The destruction that a second user asks for: who, on which day, and why, where it is not due yet."""

    by: User
    on: date
    reason: str = ""


@dataclass(eq=False)
class NotDestroyed(Hindrance):
    """A destruction that may not be proposed or carried out; `why` is a Dutch sentence that says what to do."""

    why: str

    @property
    def sentence(self) -> str:
        """Say that the dossier is still there, and what is missing."""
        return f"Het dossier is niet vernietigd en staat nog in de kluis. {self.why}"


ONLY_ADMINISTRATOR: Final = "Bewaartermijnen legt alleen een beheerder van de kluis vast."
_NO_RIGHT: Final = "Vernietigen mag alleen een beheerder of een coördinator. Vraag het een van hen."
_NO_TERM: Final = "Er is nog geen bewaartermijn vastgelegd. Leg eerst de termijn, de grond en het begin vast."
_NO_PROPOSAL: Final = "Niemand heeft de vernietiging voorgesteld. Laat eerst een collega haar voorstellen."
_SAME: Final = "U hebt haar zelf voorgesteld. Laat een andere collega haar uitvoeren."
NOT_DUE: Final = "De bewaartermijn is niet voorbij. Wacht tot die voorbij is, of schrijf op waarom het eerder moet."


def ends_on(rule: RetentionRule, starts_on: date | None) -> date | None:
    """Give the last day that a dossier is kept by a rule; None while the start is not known."""
    return None if starts_on is None else after(starts_on, rule.months, Unit.MONTHS)


def due(kept: Iterable[Kept], today: date) -> tuple[Kept, ...]:
    """Give those whose period is over, the one that is over longest first."""
    found = [one for one in kept if one.retention.is_due(today)]
    return tuple(sorted(found, key=lambda one: (one.retention.ends_on or today, one.reference)))


def why_not_set(by: User) -> str:
    """Say why somebody may not set how long dossiers are kept; no reason is yes."""
    return "" if may_set_retention(by) else ONLY_ADMINISTRATOR


def why_not_propose(retention: Retention | None, by: User) -> str:
    """Say why somebody may not propose to destroy a dossier; no reason is yes."""
    if not may_destroy(by):
        return _NO_RIGHT
    return _NO_TERM if retention is None else ""


def why_not_withdraw(retention: Retention | None, by: User) -> str:
    """Say why somebody may not take a proposal back; no reason is yes."""
    if retention is None or retention.proposal is None:
        return _NO_PROPOSAL
    return "" if may_destroy(by) or retention.proposal.by_id == by.id else _NO_RIGHT


def why_not_destroy(retention: Retention | None, by: User) -> str:
    """Say why somebody may not carry a destruction out, apart from whether it is due; no reason is yes."""
    if why := why_not_propose(retention, by):
        return why
    if retention is None or retention.proposal is None:
        return _NO_PROPOSAL
    proposal = retention.proposal
    return _SAME if proposal.by_id == by.id or _same(proposal.by, by.name) else ""


def refuse_to_set(by: User) -> None:
    """Raise NotAllowed unless this user may set how long dossiers are kept."""
    if why := why_not_set(by):
        raise NotAllowed(why)


def refuse_to_withdraw(retention: Retention | None, by: User) -> None:
    """Raise NotAllowed unless this user may take a proposal back."""
    if why := why_not_withdraw(retention, by):
        raise NotAllowed(why)


def refuse_to_propose(retention: Retention | None, by: User) -> None:
    """Raise NotDestroyed unless this user may propose to destroy a dossier."""
    if why := why_not_propose(retention, by):
        raise NotDestroyed(why)


def refuse_to_destroy(retention: Retention | None, order: Order) -> tuple[Retention, Proposal]:
    """Give the period and the proposal that an order rests on; raises NotDestroyed unless it is due and another's.

    One who wrote down why it has to go earlier may.
    """
    if why := why_not_destroy(retention, order.by):
        raise NotDestroyed(why)
    if retention is None or retention.proposal is None:
        raise NotDestroyed(_NO_PROPOSAL)
    if not (retention.is_due(order.on) or order.reason.strip()):
        raise NotDestroyed(NOT_DUE)
    return retention, retention.proposal


def months_told(months: int) -> str:
    """Write a period as people say it: `5 jaar`, or `18 maanden`."""
    years, rest = divmod(months, MONTHS_A_YEAR)
    if not rest:
        return f"{years} jaar"
    return "1 maand" if months == 1 else f"{months} maanden"


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
