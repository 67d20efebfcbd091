# SPDX-License-Identifier: EUPL-1.2
"""What every check looks at: the dossier, the weighing, and what the officer recorded on top of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.weighing import Framework
from assessment.degree import Degree
from assessment.dossier.blind import RuleDossier
from assessment.dossier.bureau_advice import BureauAdvice, ForFile, YesNo
from assessment.dossier.conclusion import Conclusion, GroundConclusion, Measure, ObtainConclusion
from assessment.dossier.dossier import Dossier
from assessment.dossier.information import Information
from assessment.inquiry.remainder import remainders
from assessment.inquiry.sole_trader import own_parties
from assessment.known import known
from assessment.outcome import Admission, FactOutcome, Funding, GroundOutcome, Term
from assessment.outcome_control import Remainder
from assessment.terms.heard import BURDENING, NEGATIVE, measures
from assessment.weighing.indication import DEEMED
from assessment.weighing.standing import Standing
from assessment.weighing.weigh import Weighing
from assessment.weighing.weight import Strength

ADVERSE: Final = frozenset({Degree.LESSER, Degree.SERIOUS})
GROUNDS: Final = ("a", "b")


@dataclass(frozen=True, slots=True)
class Raised:
    """One check that is not met: the entry in `checks.yaml`, what it is about, and the places of its text."""

    text: str
    about: tuple[str, ...]
    parts: tuple[tuple[str, str], ...] = ()


def raised(text: str, *about: str, **parts: str) -> Raised:
    """Raise a check; `{about}` in its text is what it is about."""
    return Raised(text, about, tuple(parts.items()))


@dataclass(frozen=True)
class Case:
    """One dossier with everything that was found of it, on the day of assessment.

    `whole` is the dossier as it was recorded, names and all: for the seal of the second reader, for the checks of
    `identity.py`, and for the words in which a check is told. No other check reads it.
    """

    dossier: RuleDossier
    catalogue: Catalogue
    on: date
    standings: tuple[Standing, ...]
    admissions: Mapping[str, Admission]
    weighing: Weighing
    funding: Funding | None
    terms: tuple[Term, ...]
    whole: Dossier

    @property
    def framework(self) -> Framework:
        """The thresholds."""
        return self.catalogue.framework

    @cached_property
    def remainders(self) -> tuple[Remainder, ...]:
        """The parts of organisations of which no holder is recorded."""
        return remainders(self.dossier, self.catalogue, self.on)

    @cached_property
    def own(self) -> frozenset[str]:
        """The subjects and whoever is one with them."""
        return own_parties(self.dossier, self.catalogue)

    @cached_property
    def conclusion(self) -> Conclusion:
        """What the officer concluded; empty when nothing was recorded."""
        found = self.dossier.conclusion
        return found if isinstance(found, Conclusion) else Conclusion()

    @cached_property
    def outcomes(self) -> Mapping[str, FactOutcome]:
        """The outcome of each fact."""
        return {one.id: one for one in self.weighing.facts}

    @cached_property
    def information(self) -> Mapping[str, Information]:
        """The information by id."""
        return {one.id: one for one in self.dossier.information}

    def ground(self, ground: str) -> GroundOutcome:
        """Give the outcome of ground a or b."""
        return self.weighing.a if ground == "a" else self.weighing.b

    def recorded(self, ground: str) -> Degree | None:
        """Give the degree that the officer recorded."""
        found = self.conclusion.a if ground == "a" else self.conclusion.b
        degree = found.degree if isinstance(found, GroundConclusion) else None
        return degree if isinstance(degree, Degree) else None

    @cached_property
    def invokes(self) -> bool:
        """Whether the officer invokes art. 3 par. 6."""
        found = self.conclusion.c
        return isinstance(found, ObtainConclusion) and found.invoked is YesNo.YES

    @cached_property
    def adverse(self) -> tuple[str, ...]:
        """The grounds on which the officer recorded a danger."""
        return tuple(ground for ground in GROUNDS if self.recorded(ground) in ADVERSE)

    @cached_property
    def is_adverse(self) -> bool:
        """Whether the officer recorded a danger, or invokes par. 6."""
        return bool(self.adverse) or self.invokes

    @cached_property
    def argued(self) -> tuple[str, ...]:
        """The adverse grounds that must rest on facts: not where the law itself deems the danger serious.

        It does so for what exists only (art. 4 par. 1): a measure on an application beside it needs facts again.
        """
        pending = {one.id for one in self.dossier.permits if not self.dossier.application.is_existing(one)}
        on_facts = any(one.permit in pending for one in self.burdening)
        return tuple(ground for ground in self.adverse if on_facts or self.ground(ground).rule != DEEMED)

    def carrying(self, ground: str) -> tuple[Standing, ...]:
        """The facts that count for a ground with at least a moderate suspicion."""
        return tuple(
            one
            for one in self.standings
            if ground in self.outcomes[one.id].counts_for and (one.strength or Strength.SLIGHT) > Strength.SLIGHT
        )

    @cached_property
    def relied_on(self) -> tuple[Standing, ...]:
        """The facts that count for an adverse ground, or for par. 6 when it is invoked."""
        wanted = {*self.adverse, *(("c",) if self.invokes else ())}
        return tuple(one for one in self.standings if wanted & set(self.outcomes[one.id].counts_for))

    def unsupported(self) -> Iterator[str]:
        """The grounds on which the officer recorded a danger though no fact carries it."""
        for ground in self.argued:
            if not self.carrying(ground):
                yield ground

    @cached_property
    def is_bare(self) -> bool:
        """Whether the officer recorded a danger that no fact carries, on one ground at least."""
        return any(True for _ in self.unsupported())

    def needs(self, facts: Collection[str]) -> bool:
        """Whether a danger that the officer recorded, or par. 6, would not stand without some facts."""
        if self.invokes and set(self.weighing.c.facts) <= set(facts):
            return True
        return any(not self._stands_without(ground, facts) for ground in self.argued)

    def _stands_without(self, ground: str, facts: Collection[str]) -> bool:
        left = [one for one in self.carrying(ground) if one.id not in facts]
        if not left or self.recorded(ground) is Degree.LESSER:
            return bool(left)
        outcome = self.ground(ground)
        return outcome.indication is Degree.SERIOUS and not any(set(one) <= set(facts) for one in outcome.decisive)

    @cached_property
    def usable(self) -> tuple[Standing, ...]:
        """The facts that were not cleared and are not implausible."""
        return tuple(one for one in self.standings if not one.is_out)

    @cached_property
    def claimed(self) -> tuple[Standing, ...]:
        """The facts relied on; where a danger rests on none that counts, all that were not cleared."""
        return self.relied_on or (self.usable if self.argued else ())

    @cached_property
    def negative(self) -> tuple[Measure, ...]:
        """The measures that refuse or revoke."""
        return measures(self.dossier, NEGATIVE)

    @cached_property
    def burdening(self) -> tuple[Measure, ...]:
        """The measures that refuse, revoke or attach conditions."""
        return measures(self.dossier, BURDENING)

    @cached_property
    def newest_advice(self) -> BureauAdvice | None:
        """The newest advice of the Bureau for this file."""
        own = [one for one in self.dossier.bureau_advices if one.for_file is not ForFile.OTHER]
        dated = [(issued.first, one.id, one) for one in own if (issued := known(one.issued_on)) is not None]
        if dated:
            return max(dated, key=lambda one: one[:2])[2]
        return own[-1] if own else None


def said(text: object) -> bool:
    """Whether an officer wrote something: a text with at least one letter or digit."""
    return isinstance(text, str) and any(letter.isalnum() for letter in text)


def ids(standings: tuple[Standing, ...] | list[Standing]) -> tuple[str, ...]:
    """Give the ids of facts."""
    return tuple(one.id for one in standings)
