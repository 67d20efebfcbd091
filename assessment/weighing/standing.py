# SPDX-License-Identifier: EUPL-1.2
"""What holds of a fact on every ground: class, relation, sources, age, and what is not known of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.catalogue.offence import Gravity, Offence
from assessment.dossier.fact import Fact, Suspicion
from assessment.inquiry.unknown import Missing
from assessment.known import known
from assessment.outcome import Admission, EvidenceClass, Reason, Tie
from assessment.weighing.weight import Strength

_STRENGTH: Mapping[Suspicion, Strength] = {
    Suspicion.SLIGHT: Strength.SLIGHT,
    Suspicion.MODERATE: Strength.MODERATE,
    Suspicion.SERIOUS: Strength.SERIOUS,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """One fact before any ground is asked; reasons come from the inquiry.

    `missing` is what is not known; `could_be` the tie that something unknown could still make of it.
    """

    fact: Fact
    offence: Offence | None
    evidence_class: EvidenceClass
    tie: Tie
    path: tuple[str, ...]
    current: bool | None
    running: bool
    age: float | None
    sources: tuple[Admission, ...]
    missing: frozenset[Missing]
    could_be: Tie = Tie.NONE
    reasons: tuple[Reason, ...] = ()

    @property
    def id(self) -> str:
        """The id of the fact."""
        return self.fact.id

    @property
    def is_carried(self) -> bool:
        """Whether at least one unblocked source that is not weak carries it (weighing.md no. 3)."""
        return any(one.may_carry for one in self.sources)

    @property
    def points_to(self) -> bool:
        """Whether it is of a class of art. 3a par. 1."""
        return self.evidence_class is EvidenceClass.POINTS_TO

    @property
    def is_out(self) -> bool:
        """Whether it can never carry a degree: cleared (3a par. 3) or not plausible."""
        return self.evidence_class in {EvidenceClass.EXCLUDED, EvidenceClass.NOT_PLAUSIBLE}

    @property
    def is_tied(self) -> bool:
        """Whether the subject is known to stand in a relation to it (art. 3 par. 4)."""
        return self.tie is not Tie.NONE

    @property
    def may_be_tied(self) -> bool:
        """Whether a relation is there, or something unknown could turn out to be one."""
        return self.is_tied or Missing.RELATION in self.missing

    @property
    def is_heavy(self) -> bool:
        """Whether the maximum penalty is high (weighing.md, `heavy`)."""
        return self.offence is not None and self.offence.gravity is Gravity.HEAVY

    @property
    def strength(self) -> Strength | None:
        """How strong it is as far as known; None while the suspicion or the offence itself is not known."""
        if self.points_to:
            return Strength.POINTS_TO
        suspicion = known(self.fact.suspicion)
        if suspicion is None or Missing.PLAUSIBLE in self.missing:
            return None
        return _STRENGTH[suspicion]

    @property
    def worst_strength(self) -> Strength:
        """How strong it is if what is unknown were adverse: an unknown status may be a conviction."""
        if self.points_to or Missing.STATUS in self.missing:
            return Strength.POINTS_TO
        suspicion = known(self.fact.suspicion)
        return Strength.SERIOUS if suspicion is None else _STRENGTH[suspicion]
