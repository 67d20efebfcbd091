# SPDX-License-Identifier: EUPL-1.2
"""What a fact is worth as proof (Wet Bibob art. 3a; order of weighing.md no. 8)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.fact import Dismissal, Fact, Plausible, Status
from assessment.inquiry.unknown import Missing, Unknown
from assessment.known import NOT_KNOWN_WORD, NotKnown, known
from assessment.outcome import EvidenceClass, Reason

POINTING: Final = frozenset(
    {
        Status.CONVICTION,
        Status.CONVICTION_FINAL,
        Status.PENAL_ORDER_FINAL,
        Status.TRANSACTION,
        Status.FINE_FINAL,
        Status.FINE_COURT_RULED,
    }
)
"""The closed list of art. 3a par. 1; a conviction need not be final, a penal order or fine must be (or be ruled on)."""

CLEARED: Final = frozenset({Status.ACQUITTED, Status.DISCHARGED})
"""Art. 3a par. 3: acquittal or dismissal of all charges."""


class Classified(NamedTuple):
    """The class of a fact, why, and what is not known about it."""

    evidence_class: EvidenceClass
    reasons: tuple[Reason, ...]
    unknowns: tuple[Unknown, ...]


def classify(fact: Fact, catalogue: Catalogue) -> Classified:
    """Give the class of a fact in the order: cleared, offence not plausible, status (weighing.md no. 8)."""
    if fact.status in CLEARED:
        return Classified(EvidenceClass.EXCLUDED, _of_status(fact, catalogue), ())
    if fact.offence_plausible is Plausible.NO:
        return Classified(EvidenceClass.NOT_PLAUSIBLE, (_reason(fact, catalogue, "not-plausible"),), ())
    if fact.status in POINTING:
        return Classified(EvidenceClass.POINTS_TO, _of_status(fact, catalogue), ())
    reasons = _of_status(fact, catalogue)
    if fact.status is Status.DISMISSED:
        reasons = (*reasons, *_of_dismissal(fact, catalogue))
    return Classified(EvidenceClass.SUSPICION, reasons, tuple(_unknowns(fact)))


def _of_status(fact: Fact, catalogue: Catalogue) -> tuple[Reason, ...]:
    if isinstance(fact.status, NotKnown):
        return ()
    return (_reason(fact, catalogue, f"status-{fact.status}"),)


def _of_dismissal(fact: Fact, catalogue: Catalogue) -> Iterator[Reason]:
    """Tell code and reason. A dismissed case stays usable (art. 3a par. 2), but a court asks why it still counts."""
    given = known(fact.dismissal) or Dismissal()
    code, reason = known(given.code), (known(given.reason) or "").rstrip(".")
    if code or reason:
        yield _reason(fact, catalogue, "dismissal-given", code=code or NOT_KNOWN_WORD, reason=reason or NOT_KNOWN_WORD)
    else:
        yield _reason(fact, catalogue, "dismissal-unexplained")
    yield _reason(fact, catalogue, "dismissal-told" if known(fact.why_still) else "dismissal-asks")


def _reason(fact: Fact, catalogue: Catalogue, sentence: str, **parts: str) -> Reason:
    told = catalogue.inquiry[sentence]
    return Reason(told.filled(**parts), told.basis, about=(fact.id,), rule=told.id)


def _unknowns(fact: Fact) -> list[Unknown]:
    found = []
    if isinstance(fact.status, NotKnown):
        found.append(Unknown(Missing.STATUS, fact.id, f"Leg vast hoe ver de zaak over feit {fact.id} is gekomen."))
    if isinstance(fact.offence_plausible, NotKnown):
        found.append(Unknown(Missing.PLAUSIBLE, fact.id, f"Leg vast of aannemelijk is dat feit {fact.id} is gepleegd."))
    if known(fact.suspicion) is None:
        text = f"Leg vast hoe ernstig het vermoeden bij feit {fact.id} is."
        found.append(Unknown(Missing.SUSPICION, fact.id, text))
    return found
