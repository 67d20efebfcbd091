# SPDX-License-Identifier: EUPL-1.2
"""What a fact is worth as proof (Wet Bibob art. 3a; order of weighing.md no. 8)."""

from __future__ import annotations

from typing import Final, NamedTuple

from assessment.dossier.fact import Fact, Plausible, Status
from assessment.inquiry.unknown import Missing, Unknown
from assessment.known import NotKnown, known
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

_OUTCOME: Final = {
    Status.CONVICTION: "een veroordeling",
    Status.CONVICTION_FINAL: "een onherroepelijke veroordeling",
    Status.PENAL_ORDER_FINAL: "een onherroepelijke strafbeschikking",
    Status.TRANSACTION: "een transactie waardoor het recht tot strafvervolging is vervallen",
    Status.FINE_FINAL: "een onherroepelijke bestuurlijke boete",
    Status.FINE_COURT_RULED: "een bestuurlijke boete waarover de rechtbank heeft geoordeeld",
    Status.PENAL_ORDER: "Tegen de strafbeschikking staat nog verzet open",
    Status.FINE: "De boete staat niet vast en de rechtbank heeft er niet over geoordeeld",
    Status.PROSECUTED: "De strafzaak loopt nog",
    Status.SUSPECT: "Er is een verdenking, geen vervolging",
    Status.REPORTED: "Het feit is gerapporteerd, niet vervolgd",
    Status.DISMISSED: "De zaak is geseponeerd",
    Status.NONE: "Er is geen procedure over dit feit bekend",
    Status.ACQUITTED: "vrijspraak",
    Status.DISCHARGED: "ontslag van alle rechtsvervolging",
}


class Classified(NamedTuple):
    """The class of a fact, why, and what is not known about it."""

    evidence_class: EvidenceClass
    reasons: tuple[Reason, ...]
    unknowns: tuple[Unknown, ...]


def classify(fact: Fact) -> Classified:
    """Give the class of a fact in the order: cleared, offence not plausible, status (weighing.md no. 8)."""
    if fact.status in CLEARED:
        return _cleared(fact, fact.status)
    if fact.offence_plausible is Plausible.NO:
        text = "Het is niet aannemelijk dat het feit is gepleegd; het telt niet mee."
        reason = Reason(text, "Wet Bibob art. 3 lid 2 en 3", about=(fact.id,))
        return Classified(EvidenceClass.NOT_PLAUSIBLE, (reason,), ())
    if fact.status in POINTING:
        text = f"Er is {_OUTCOME[fact.status]}: dit feit wijst op een strafbaar feit."
        return Classified(EvidenceClass.POINTS_TO, (Reason(text, "Wet Bibob art. 3a lid 1", about=(fact.id,)),), ())
    return _suspicion(fact)


def _cleared(fact: Fact, status: Status | NotKnown) -> Classified:
    word = _OUTCOME[status] if isinstance(status, Status) else ""
    text = f"Er is {word}; dit feit mag de mate van gevaar niet dragen."
    reason = Reason(text, "Wet Bibob art. 3a lid 3", about=(fact.id,))
    return Classified(EvidenceClass.EXCLUDED, (reason,), ())


def _suspicion(fact: Fact) -> Classified:
    reasons: tuple[Reason, ...] = ()
    if isinstance(fact.status, Status):
        text = f"{_OUTCOME[fact.status]}: dit feit kan ten hoogste een vermoeden opleveren."
        reasons = (Reason(text, "Wet Bibob art. 3 lid 2 onder a en art. 3a lid 1", about=(fact.id,)),)
    if fact.status is Status.DISMISSED:
        reasons = (*reasons, _dismissal(fact))
    return Classified(EvidenceClass.SUSPICION, reasons, tuple(_unknowns(fact)))


def _dismissal(fact: Fact) -> Reason:
    """A dismissed case stays usable (art. 3a par. 2), but a court asks why it still counts."""
    if known(fact.why_still):
        text = "Een sepot staat niet in de weg aan gebruik; de reden daarvoor is vastgelegd."
    else:
        text = "Een sepot staat niet in de weg aan gebruik, maar leg vast waarom het feit toch meetelt."
    return Reason(text, "Wet Bibob art. 3a lid 2", about=(fact.id,))


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
