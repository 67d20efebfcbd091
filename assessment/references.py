# SPDX-License-Identifier: EUPL-1.2
"""Which record speaks of which: to find ids that lead nowhere, and what a removal would break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessment.dossier.conclusion import Conclusion
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact, ToObtain
from assessment.dossier.financing import Financing
from assessment.errors import Fault


class Target(StrEnum):
    """What a reference must lead to; the value is how it is told."""

    PARTY = "partij"
    SOURCE = "informatie"
    FACT = "feit"
    PERMIT = "vergunning"
    HEARD = "feit, informatie, advies of draft"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place (a JSON path) that speaks of one id."""

    where: str
    id: str
    target: Target


def mentions(dossier: Dossier) -> Iterator[Mention]:
    """List every reference from one record to another."""
    yield from _of_parties(dossier)
    for number, fact in enumerate(dossier.facts):
        yield from _of_fact(f"$.facts[{number}]", fact)
    yield from _of_sources(dossier)
    yield from _of_procedure(dossier)
    yield from _of_money(dossier)


def spoken_of(dossier: Dossier, id_: str) -> tuple[Mention, ...]:
    """List the places that speak of one id: what would dangle if its record were removed."""
    return tuple(one for one in mentions(dossier) if one.id == id_)


def dangling(dossier: Dossier) -> Iterator[Fault]:
    """Name ids that are used twice, questions answered twice, and references that lead nowhere."""
    yield from _twice(dossier)
    there = _targets(dossier)
    for mention in mentions(dossier):
        if mention.id not in there[mention.target]:
            yield Fault(mention.where, f"{mention.target.value} {mention.id!r} bestaat niet in dit dossier")


def _targets(dossier: Dossier) -> dict[Target, set[str]]:
    sources = {one.id for one in dossier.information}
    facts = {one.id for one in dossier.facts}
    return {
        Target.PARTY: {one.id for one in dossier.parties},
        Target.SOURCE: sources,
        Target.FACT: facts,
        Target.PERMIT: {one.id for one in dossier.permits},
        Target.HEARD: {"draft"} | sources | facts | {one.id for one in dossier.bureau_advices},
    }


def _twice(dossier: Dossier) -> Iterator[Fault]:
    kinds = {
        "parties": dossier.parties, "relations": dossier.relations, "information": dossier.information,
        "facts": dossier.facts, "documents": dossier.documents, "bureau_advices": dossier.bureau_advices,
        "hearings": dossier.hearings,
    }  # fmt: skip
    ids = Counter(one.id for records in kinds.values() for one in records)
    for kind, records in kinds.items():
        for number, one in enumerate(records):
            if ids[one.id] > 1:
                yield Fault(f"$.{kind}[{number}].id", f"het kenmerk {one.id!r} komt twee keer voor")
    for number, permit in enumerate(dossier.permits):
        if sum(one.id == permit.id for one in dossier.permits) > 1:
            yield Fault(f"$.application.permit_types[{number}]", f"{permit.id!r} komt twee keer voor; geef elk een id")
    answered = Counter(one.question for one in dossier.answers)
    for number, answer in enumerate(dossier.answers):
        if answered[answer.question] > 1:
            yield Fault(f"$.answers[{number}].question", f"{answer.question!r} is twee keer beantwoord")


def _each(where: str, ids: tuple[str, ...], target: Target) -> Iterator[Mention]:
    for number, id_ in enumerate(ids):
        yield Mention(f"{where}[{number}]", id_, target)


def _of_parties(dossier: Dossier) -> Iterator[Mention]:
    yield from _each("$.subject", dossier.subject, Target.PARTY)
    for number, relation in enumerate(dossier.relations):
        where = f"$.relations[{number}]"
        yield Mention(f"{where}.from", relation.from_, Target.PARTY)
        yield Mention(f"{where}.to", relation.to, Target.PARTY)
        yield from _each(f"{where}.sources", relation.sources, Target.SOURCE)


def _of_fact(where: str, fact: Fact) -> Iterator[Mention]:
    yield Mention(f"{where}.actor", fact.actor, Target.PARTY)
    if isinstance(fact.capacity, str) and fact.capacity != "own":
        yield Mention(f"{where}.capacity", fact.capacity, Target.PARTY)
    for number, link in enumerate(fact.links):
        yield Mention(f"{where}.links[{number}].permit", link.permit, Target.PERMIT)
    if isinstance(fact.to_obtain, ToObtain):
        yield from _each(f"{where}.to_obtain.sources", fact.to_obtain.sources, Target.SOURCE)
    yield from _each(f"{where}.sources", fact.sources, Target.SOURCE)


def _of_sources(dossier: Dossier) -> Iterator[Mention]:
    for number, item in enumerate(dossier.information):
        yield from _each(f"$.information[{number}].about", item.about, Target.PARTY)
    for number, answer in enumerate(dossier.answers):
        yield from _each(f"$.answers[{number}].sources", answer.sources, Target.SOURCE)


def _of_procedure(dossier: Dossier) -> Iterator[Mention]:
    for number, event in enumerate(dossier.events):
        if isinstance(event.party, str):
            yield Mention(f"$.events[{number}].party", event.party, Target.PARTY)
        if isinstance(event.permit, str):
            yield Mention(f"$.events[{number}].permit", event.permit, Target.PERMIT)
    for number, advice in enumerate(dossier.bureau_advices):
        for place, one in enumerate(advice.verified):
            yield Mention(f"$.bureau_advices[{number}].verified[{place}].fact", one.fact, Target.FACT)
    for number, hearing in enumerate(dossier.hearings):
        yield Mention(f"$.hearings[{number}].party", hearing.party, Target.PARTY)
        yield from _each(f"$.hearings[{number}].about", hearing.about, Target.HEARD)


def _of_money(dossier: Dossier) -> Iterator[Mention]:
    if isinstance(dossier.financing, Financing):
        for number, line in enumerate(dossier.financing.sources):
            if isinstance(line.lender, str):
                yield Mention(f"$.financing.sources[{number}].lender", line.lender, Target.PARTY)
    if isinstance(dossier.conclusion, Conclusion):
        for number, measure in enumerate(dossier.conclusion.measure):
            yield Mention(f"$.conclusion.measure[{number}].permit", measure.permit, Target.PERMIT)
