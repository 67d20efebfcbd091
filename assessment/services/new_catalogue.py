# SPDX-License-Identifier: EUPL-1.2
"""What a new catalogue would change in dossiers that run under the old one; it changes none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from assessment.assess import assess
from assessment.catalogue.catalogue import Catalogue
from assessment.codes import unknown_codes
from assessment.dossier.conclusion import Decision
from assessment.dossier.dossier import Dossier
from assessment.errors import Fault
from assessment.exchange import codes_of, dossier_to_wire
from assessment.outcome import Assessment, Check, Term
from assessment.screening.carry_over import CarryOver, carried, carry_over

Standing = tuple[str, ...]
"""What is indicated on a ground: the indication and, for a and b, the lowest and highest degree still possible."""


@dataclass(frozen=True, slots=True)
class Shift:
    """One ground on which something else would be indicated."""

    ground: str
    before: Standing
    after: Standing


@dataclass(frozen=True, slots=True)
class MovedTerm:
    """One term that would end on another day: its id, and the statutory and the safe end before and after.

    Without `before` it would begin to run, without `after` it would not run any more.
    """

    id: str
    before: tuple[date, date] | None
    after: tuple[date, date] | None


@dataclass(frozen=True, slots=True)
class Effect:
    """What would differ for one dossier; `unknown` are its codes that the new catalogue does not know."""

    reference: str
    answers: CarryOver
    shifts: tuple[Shift, ...]
    options_gone: tuple[Decision, ...]
    options_new: tuple[Decision, ...]
    checks_gone: tuple[Check, ...]
    checks_new: tuple[Check, ...]
    unknown: tuple[Fault, ...]
    terms: tuple[MovedTerm, ...] = ()

    @property
    def is_another_result(self) -> bool:
        """Whether an indication, an option, a check or a term would differ, or the dossier would not fit at all."""
        options, checks = (*self.options_gone, *self.options_new), (*self.checks_gone, *self.checks_new)
        return bool(self.shifts or options or checks or self.terms or self.unknown)

    @property
    def asks_something(self) -> bool:
        """Whether an officer has something to answer or confirm."""
        return bool(self.answers.changed or self.answers.new)


@dataclass(frozen=True, slots=True)
class Report:
    """The effect on each open dossier, and the references of those that stay out of it (law.md N23)."""

    effects: tuple[Effect, ...]
    left_alone: tuple[str, ...]

    @property
    def another_result(self) -> tuple[str, ...]:
        """Name the open dossiers that would get another result."""
        return tuple(one.reference for one in self.effects if one.is_another_result)


def effect(dossier: Dossier, old: Catalogue, new: Catalogue) -> Effect:
    """Assess a dossier under both and tell the difference; raises ValueError when it does not run under the old one."""
    if dossier.catalogue != old.date:
        raise ValueError(dossier.catalogue)
    over = carry_over(dossier, old, new)
    moved = carried(dossier, over, new)
    before, after = assess(dossier, old), assess(moved, new)
    return Effect(
        dossier.reference,
        over,
        tuple(_shifts(before, after)),
        tuple(one for one in before.options if one not in after.options),
        tuple(one for one in after.options if one not in before.options),
        _left(before.checks, after.checks),
        _left(after.checks, before.checks),
        tuple(unknown_codes(dossier_to_wire(moved), codes_of(new))),
        tuple(_moved(before.terms, after.terms)),
    )


def _shifts(before: Assessment, after: Assessment) -> Iterable[Shift]:
    was, now = _standings(before), _standings(after)
    return (Shift(ground, was[ground], now[ground]) for ground in was if was[ground] != now[ground])


def _standings(assessment: Assessment) -> dict[str, Standing]:
    grounds = (assessment.a, assessment.b)
    told = {one.ground: (one.indication.value, one.low.value, one.high.value) for one in grounds}
    return {**told, "c": (assessment.c.indication.value,)}


def _moved(before: Iterable[Term], after: Iterable[Term]) -> Iterator[MovedTerm]:
    """Compare terms with those of the same id, in their order."""
    was, now = _ends(before), _ends(after)
    for place in dict.fromkeys((*was, *now)):
        if was.get(place) != now.get(place):
            yield MovedTerm(place[0], was.get(place), now.get(place))


def _ends(terms: Iterable[Term]) -> dict[tuple[str, int], tuple[date, date]]:
    found: dict[tuple[str, int], tuple[date, date]] = {}
    for one in terms:
        found[one.id, sum(id_ == one.id for id_, _ in found)] = one.statutory_end, one.safe_end
    return found


def _left(checks: Iterable[Check], others: Iterable[Check]) -> tuple[Check, ...]:
    """Give the checks that have no fellow among the others: same number, severity and subject."""
    there = {(one.id, one.severity, one.about) for one in others}
    return tuple(one for one in checks if (one.id, one.severity, one.about) not in there)
