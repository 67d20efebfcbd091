# SPDX-License-Identifier: EUPL-1.2
"""Per fact and per ground: does it count, why or why not, and what is not known (weighing.md no. 3 and 8 to 12)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from assessment.catalogue.weighing import Framework
from assessment.dossier.blind import RuleDossier
from assessment.dossier.fact import Benefit, Link
from assessment.inquiry.unknown import Missing
from assessment.known import NOT_KNOWN, Maybe, NotKnown, known
from assessment.money import Money
from assessment.outcome import Reason, Tie
from assessment.truth import Truth
from assessment.weighing.standing import Standing
from assessment.weighing.weight import Strength, Weighed, Weight

_UNKNOWN_FOR_ALL = (Missing.STATUS, Missing.PLAUSIBLE, Missing.SUSPICION, Missing.RELATION)


@dataclass(frozen=True, slots=True)
class Counted:
    """One fact on one ground: its weight, the one reason for or against, and what is not known."""

    weighed: Weighed
    reason: Reason
    missing: tuple[Missing, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether it counts as far as is known."""
        return self.weighed.low is not None


class Grounds:
    """The criteria of grounds a and b, for the facts of one dossier and one framework."""

    def __init__(self, dossier: RuleDossier, framework: Framework) -> None:
        """Take what all facts share: the permits, the thresholds and the sentences."""
        self._permits = tuple(permit.id for permit in dossier.permits)
        self._framework = framework
        self._recent = float(framework.value("recent_years"))
        self._large_benefit = framework.value("large_benefit")

    def count(self, ground: str, standing: Standing) -> Counted:
        """Hold one fact against ground a (art. 3 par. 2) or b (art. 3 par. 3)."""
        closed = self._closed(standing)
        if closed is not None:
            return Counted(Weighed(standing.id, None, None), closed)
        counting: Mapping[str, Callable[[Standing], Counted]] = {"a": self._count_a, "b": self._count_b}
        return counting[ground](standing)

    def say(self, sentence: str, standing: Standing, **parts: str) -> Reason:
        """Give a reason about one fact in the words of the framework."""
        found = self._framework.reasons[sentence]
        text = found.filled(fact=standing.id, **parts)
        return Reason(text, found.source, about=(standing.id,), rule=found.id)

    def _closed(self, standing: Standing) -> Reason | None:
        """Say why a fact counts for no ground at all, whatever is still unknown."""
        if standing.is_out:
            return next(iter(standing.reasons), None) or self.say("not-usable", standing)
        if not standing.is_carried:
            return self._not_carried(standing)
        return None if standing.may_be_tied else self.say("no-relation", standing)

    def _not_carried(self, standing: Standing) -> Reason:
        if not standing.sources:
            return self.say("no-source", standing)
        gate = [reason.text for one in standing.sources for reason in one.reasons]
        why = " ".join(dict.fromkeys(gate))
        sources = ", ".join(one.information for one in standing.sources)
        return self.say("source-cannot-carry", standing, sources=sources, why=why)

    def _open(self, standing: Standing) -> Reason | None:
        """Say what has to be known first; None when the fact itself and the relation are known."""
        if not standing.is_tied:
            return self.say("relation-unknown", standing)
        if not standing.points_to and Missing.PLAUSIBLE in standing.missing:
            return self.say("plausibility-unknown", standing)
        return self.say("suspicion-unknown", standing) if standing.strength is None else None

    def _count_b(self, standing: Standing) -> Counted:
        """Art. 3 par. 3: offences in activities that match or are connected with the permit (weighing.md no. 10)."""
        linked, open_ = self._links(standing)
        if not linked and not open_:
            return Counted(Weighed(standing.id, None, None), self.say("link-none", standing))
        low = replace(self._weight(standing, worst=False), permits=linked)
        high = replace(self._weight(standing, worst=True), permits=linked | open_)
        waits = None if linked else self.say("link-unknown", standing)
        counts = self.say("counts-b", standing, permits=", ".join(sorted(linked)))
        return self._counted(standing, _Both(low, high), (waits, counts), (Missing.LINK,) if open_ else ())

    def _links(self, standing: Standing) -> tuple[frozenset[str], frozenset[str]]:
        """Give the permits that it is linked to, and those of which nobody has said so yet."""
        said = [(one.permit, one.link) for one in standing.fact.links if isinstance(one.link, Link)]
        denied = {permit for permit, link in said if link is Link.NONE}
        affirmed = {permit for permit, link in said if link is not Link.NONE}
        # A link that is both affirmed and denied is not known, whichever was recorded last.
        linked = frozenset(permit for permit in self._permits if permit in affirmed - denied)
        open_ = frozenset(permit for permit in self._permits if (permit in affirmed) is (permit in denied))
        return linked, open_ if self._permits else frozenset({""})

    def _count_a(self, standing: Standing) -> Counted:
        """Art. 3 par. 2: offences that yielded money; counts with a recorded benefit (weighing.md no. 11)."""
        benefit = _benefit(standing)
        if benefit is Truth.NO:
            return Counted(Weighed(standing.id, None, None), self.say("benefit-none", standing))
        path = _path(standing)
        is_large, may_be_large = self._large(standing)
        low = replace(self._weight(standing, worst=False), path=path is Truth.YES, large=is_large)
        high = replace(self._weight(standing, worst=True), path=path is not Truth.NO, large=may_be_large)
        waits = None if benefit is Truth.YES else self.say("benefit-unknown", standing)
        open_ = ((benefit, Missing.BENEFIT), (path, Missing.MONEY_PATH))
        missing = tuple(one for truth, one in open_ if truth is Truth.UNKNOWN)
        return self._counted(standing, _Both(low, high), (waits, self.say("counts-a", standing)), missing)

    def _large(self, standing: Standing) -> tuple[bool, bool]:
        """Compare the benefit with the large threshold: as far as known, and at its worst."""
        amount, low, high = (known(one) for one in _amounts(standing))
        if amount is not None:
            return amount >= self._large_benefit, amount >= self._large_benefit
        is_large = low is not None and low >= self._large_benefit
        return is_large, is_large or high is None or high >= self._large_benefit

    def _counted(
        self, standing: Standing, both: _Both, told: tuple[Reason | None, Reason], missing: tuple[Missing, ...]
    ) -> Counted:
        """Decide whether it counts already; what is not known first is told as the one reason why not."""
        waits, counts = told
        why_not = self._open(standing) or waits
        missing = (*(one for one in _UNKNOWN_FOR_ALL if one in standing.missing), *missing)
        if why_not is not None:
            return Counted(Weighed(standing.id, None, both.high), why_not, missing)
        # A slight suspicion is shown and counts, but never lifts the degree (weighing.md no. 12).
        slight = both.low.strength is Strength.SLIGHT
        reason = self.say("slight", standing) if slight else counts
        return Counted(Weighed(standing.id, both.low, both.high), reason, missing)

    def _weight(self, standing: Standing, worst: bool) -> Weight:
        """Give what both grounds see of a fact, as known or at its worst."""
        return Weight(
            standing.id,
            standing.worst_strength if worst else standing.strength or Strength.SLIGHT,
            running=standing.running or (worst and Missing.RELATION in standing.missing),
            recent=worst if standing.age is None else standing.age < self._recent,
            own=standing.tie is Tie.A or (worst and standing.could_be is Tie.A),
            heavy=standing.is_heavy,
            kind=standing.offence.group if standing.offence else "",
        )


@dataclass(frozen=True, slots=True)
class _Both:
    """A weight as known, and at its worst."""

    low: Weight
    high: Weight


def _benefit(standing: Standing) -> Truth:
    """Whether a benefit is recorded; of an offence that yields money it is unknown until somebody says so."""
    amount, low, high = _amounts(standing)
    if isinstance(amount, Decimal):
        return Truth.of(amount > 0)
    if any(isinstance(one, Decimal) and one > 0 for one in (low, high)):
        return Truth.YES
    if all(one is not NOT_KNOWN for one in (amount, low, high)):
        return Truth.NO
    yields = standing.offence is None or standing.offence.profit_making
    return Truth.UNKNOWN if yields or isinstance(standing.fact.benefit, Benefit) else Truth.NO


def _path(standing: Standing) -> Truth:
    """Whether the path of the money to this activity is stated."""
    benefit = standing.fact.benefit
    path = benefit.money_path if isinstance(benefit, Benefit) else benefit
    return Truth.UNKNOWN if isinstance(path, NotKnown) else Truth.of(bool(path and path.strip()))


def _amounts(standing: Standing) -> tuple[Maybe[Money], Maybe[Money], Maybe[Money]]:
    benefit = standing.fact.benefit
    if isinstance(benefit, Benefit):
        return benefit.amount, benefit.low, benefit.high
    return benefit, benefit, benefit
