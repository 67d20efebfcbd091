# SPDX-License-Identifier: EUPL-1.2
"""What is not known yet, as tasks: never a reason for or against anybody (principle 3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When, tell
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind
from assessment.dossier.fact import Fact
from assessment.dossier.financing import Financing, SourceLine
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.attribution import attribute
from assessment.inquiry.bond import Bonds
from assessment.inquiry.bonds import find_bonds
from assessment.inquiry.evidence_class import classify
from assessment.inquiry.funding import is_evidence_known
from assessment.inquiry.remainder import remainders
from assessment.inquiry.roles import BEARINGS, HOLDING
from assessment.known import NotKnown, known
from assessment.outcome import EvidenceClass, OpenPoint
from assessment.outcome_control import Remainder
from assessment.screening.walk import asked

FINANCING: Final = "financing"
"""Id of open points about the financing, which has no id of its own."""

SUPPLEMENT: Final = "supplement"
"""Id of an invitation to supplement; the same word names its term."""

_TIED: Final = frozenset({*BEARINGS, *HOLDING, Role.BUSINESS_PARTNER})


def open_points(
    catalogue: Catalogue, dossier: RuleDossier, bonds: Bonds | None = None, left: Iterable[Remainder] | None = None
) -> tuple[OpenPoint, ...]:
    """Give every task once; hand in `bonds`, and what is `left` of organisations, where they are already there."""
    bonds = find_bonds(dossier, catalogue) if bonds is None else bonds
    left = remainders(dossier, catalogue, dossier.assessed_on) if left is None else left
    points = (
        *_of_questions(catalogue, dossier),
        *_of_information(catalogue, dossier),
        *(point for fact in dossier.facts for point in _of_fact(fact, dossier, catalogue, bonds)),
        *(point for relation in dossier.relations for point in _of_relation(relation)),
        *_of_ownership(left),
        *_of_documents(dossier),
        *_of_financing(dossier),
        *_of_invitation(dossier),
    )
    return tuple(dict.fromkeys(points))


def _of_questions(catalogue: Catalogue, dossier: RuleDossier) -> Iterator[OpenPoint]:
    for row in asked(catalogue, dossier):
        question, over = row.question, f" over {row.about}" if row.about else ""
        if row.answer is None:
            yield OpenPoint(question.id, f"Nog te beantwoorden{over}: {question.text}")
        elif not row.is_answered:
            yield OpenPoint(question.id, f"Beantwoord met onbekend{over}, zoek dit uit: {question.text}")


def _of_information(catalogue: Catalogue, dossier: RuleDossier) -> Iterator[OpenPoint]:
    for item in dossier.information:
        if not known(item.received_on):
            asked = f", gevraagd op {tell(item.requested_on)}," if isinstance(item.requested_on, When) else ""
            partner = catalogue.partners.get(item.partner)
            name = partner.name if partner else item.partner
            yield OpenPoint(item.id, f"De informatie van {name}{asked} is nog niet ontvangen.")
            continue
        for sentence, recorded in (("purpose-unknown", item.purpose), ("kind-unknown", item.source_kind)):
            if isinstance(recorded, NotKnown):
                yield OpenPoint(item.id, catalogue.inquiry[sentence].cure)


def _of_fact(fact: Fact, dossier: RuleDossier, catalogue: Catalogue, bonds: Bonds) -> Iterator[OpenPoint]:
    classified = classify(fact, catalogue)
    for unknown in classified.unknowns:
        yield OpenPoint(unknown.about, unknown.text)
    if classified.evidence_class in (EvidenceClass.EXCLUDED, EvidenceClass.NOT_PLAUSIBLE):
        return
    for unknown in attribute(dossier, catalogue, fact, bonds).unknown:
        yield OpenPoint(unknown.about, unknown.text)
    yield from _of_links(fact, dossier)
    if known(fact.committed) is None:
        yield OpenPoint(fact.id, f"Leg vast wanneer feit {fact.id} is gepleegd.")
    if not fact.sources:
        yield OpenPoint(fact.id, f"Leg vast op welke bron feit {fact.id} steunt.")


def _of_links(fact: Fact, dossier: RuleDossier) -> Iterator[OpenPoint]:
    linked = {one.permit for one in fact.links if not isinstance(one.link, NotKnown)}
    for permit in dossier.permits:
        if permit.id not in linked:
            yield OpenPoint(fact.id, f"Leg vast of feit {fact.id} samenhangt met de activiteit van {permit.id}.")


def _of_relation(relation: Relation) -> Iterator[OpenPoint]:
    """Only roles that can make a relation under art. 3 par. 4 ask for dates, share and indicators."""
    if relation.role not in _TIED:
        return
    if isinstance(relation.since, NotKnown):
        yield OpenPoint(relation.id, f"Leg vast sinds wanneer relatie {relation.id} bestaat.")
    if isinstance(relation.until, NotKnown):
        yield OpenPoint(relation.id, f"Leg vast of relatie {relation.id} is geëindigd, en wanneer.")
    if relation.role in HOLDING and known(relation.share) is None:
        yield OpenPoint(relation.id, f"Leg het aandeel in relatie {relation.id} vast.")
    if relation.role is Role.BUSINESS_PARTNER and not relation.is_shown:
        yield OpenPoint(
            relation.id, f"Leg vast waaruit het zakelijk samenwerkingsverband van relatie {relation.id} blijkt."
        )


def _of_ownership(left: Iterable[Remainder]) -> Iterator[OpenPoint]:
    """A part behind which somebody may control the subject, and of which nobody is recorded."""
    return (OpenPoint(one.over, one.task) for one in left if one.task)


def _of_documents(dossier: RuleDossier) -> Iterator[OpenPoint]:
    for document in dossier.documents:
        if not known(document.received_on):
            yield OpenPoint(document.id, f"Het stuk {document.name} is nog niet ontvangen.")
        elif document.complete is False:
            yield OpenPoint(document.id, f"Het stuk {document.name} is niet volledig.")
        elif isinstance(document.complete, NotKnown):
            yield OpenPoint(document.id, f"Leg vast of het stuk {document.name} volledig is.")


def _of_financing(dossier: RuleDossier) -> Iterator[OpenPoint]:
    if isinstance(dossier.financing, NotKnown):
        yield OpenPoint(FINANCING, "Leg de investering en de bronnen van het geld vast.")
    elif isinstance(dossier.financing, Financing):
        yield from (point for line in dossier.financing.sources for point in _of_source(line))


def _of_source(line: SourceLine) -> Iterator[OpenPoint]:
    if not is_evidence_known(line):
        yield OpenPoint(FINANCING, f"Leg vast hoe ver de bron {line.label} is aangetoond.")
    if isinstance(line.cash, NotKnown):
        yield OpenPoint(FINANCING, f"Leg vast welk deel van de bron {line.label} contant is.")
    if isinstance(line.kind, NotKnown):
        yield OpenPoint(FINANCING, f"Leg vast wat voor bron {line.label} is.")


def _of_invitation(dossier: RuleDossier) -> Iterator[OpenPoint]:
    """The last invitation to supplement that was not answered in full stays open, also after its term."""
    steps = _last_round(dossier.events)
    if not steps or any(one.complete is True for one in steps[1:]):
        return
    due = steps[0].due
    until = f" De termijn loopt tot en met {tell(due)}." if isinstance(due, When) else ""
    what = "nog niet volledig beantwoord" if len(steps) > 1 else "nog niet beantwoord"
    yield OpenPoint(SUPPLEMENT, f"Het verzoek om aanvulling van {tell(steps[0].on)} is {what}.{until}")


def _last_round(events: Iterable[Event]) -> Sequence[Event]:
    """Give the last invitation and the answers to it, in order of date."""
    kinds = (EventKind.SUPPLEMENT_INVITED, EventKind.SUPPLEMENT_RECEIVED)
    rounds = sorted((one for one in events if one.kind in kinds), key=lambda one: (one.on, kinds.index(one.kind)))
    last = max((place for place, one in enumerate(rounds) if one.kind is kinds[0]), default=None)
    return rounds[last:] if last is not None else []
