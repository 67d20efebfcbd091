# SPDX-License-Identifier: EUPL-1.2
"""Which record speaks of which: to find ids that lead nowhere, and what a removal would break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from itertools import chain
from typing import Any, Final

from assessment.errors import Fault
from assessment.places import Found, found, texts


class Target(StrEnum):
    """What a reference must lead to; the value is how it is told."""

    PARTY = "partij"
    ACTED_AS = "partij (of own)"
    SOURCE = "informatie"
    FACT = "feit"
    PERMIT = "vergunning"
    HEARD = "feit, informatie of advies (of draft)"


PLACES: Final = {
    "subject[]": Target.PARTY,
    "relations[].from": Target.PARTY,
    "relations[].to": Target.PARTY,
    "relations[].sources[]": Target.SOURCE,
    "information[].about[]": Target.PARTY,
    "facts[].actor": Target.PARTY,
    "facts[].capacity": Target.ACTED_AS,
    "facts[].links[].permit": Target.PERMIT,
    "facts[].to_obtain.sources[]": Target.SOURCE,
    "facts[].sources[]": Target.SOURCE,
    "financing.need[].paid_by": Target.PARTY,
    "financing.sources[].lender": Target.PARTY,
    "financing.sources[].payer": Target.PARTY,
    "financing.cash_statements[].person": Target.PARTY,
    "answers[].sources[]": Target.SOURCE,
    "answers[].about": Target.PARTY,
    "events[].party": Target.PARTY,
    "events[].permit": Target.PERMIT,
    "bureau_advices[].verified[].fact": Target.FACT,
    "hearings[].party": Target.PARTY,
    "hearings[].about[]": Target.HEARD,
    "conclusion.measure[].permit": Target.PERMIT,
}
"""Every place in a dossier file that names a record elsewhere in it."""

_WITH_IDS = ("parties", "relations", "information", "facts", "documents", "bureau_advices", "hearings")


def spoken_of(raw: Any, id_: str) -> tuple[str, ...]:
    """List the JSON paths that speak of one id: what would lead nowhere if its record were removed."""
    return tuple(one.where for place in PLACES for one in found(raw, place) if one.value == id_)


def dangling(raw: Any) -> Iterator[Fault]:
    """Name ids that are used twice, questions answered twice, and references that lead nowhere."""
    there = _targets(raw)
    for place, target in PLACES.items():
        for where, value in found(raw, place):
            if isinstance(value, str) and value not in there[target]:
                yield Fault(where, f"{target.value} {value!r} bestaat niet in dit dossier")
    yield from _twice(
        chain.from_iterable(found(raw, f"{kind}[].id") for kind in _WITH_IDS), "dit kenmerk komt twee keer voor"
    )
    yield from _twice(_answers(raw), "deze vraag is twee keer beantwoord")
    yield from _twice(_permits(raw), "deze vergunning komt twee keer voor; geef elk een eigen id")


def _twice(places: Iterator[Found], what: str) -> Iterator[Fault]:
    named = [one for one in places if isinstance(one.value, str)]
    times = Counter(one.value for one in named)
    for where, value in named:
        if times[value] > 1:
            yield Fault(where, f"{what} ({value!r})")


def _answers(raw: Any) -> Iterator[Found]:
    """Name each answer by its question, and by the party that it is about when there is one."""
    for where, answer in found(raw, "answers[]"):
        if isinstance(answer, dict) and isinstance(question := answer.get("question"), str):
            about = answer.get("about")
            yield Found(f"{where}.question", f"{question} over {about}" if about else question)


def _permits(raw: Any) -> Iterator[Found]:
    for where, permit in found(raw, "application.permit_types[]"):
        yield Found(where, permit.get("id", permit.get("type")) if isinstance(permit, dict) else permit)


def _targets(raw: Any) -> dict[Target, set[str]]:
    parties = texts(raw, "parties[].id")
    sources, facts = texts(raw, "information[].id"), texts(raw, "facts[].id")
    return {
        Target.PARTY: parties,
        Target.ACTED_AS: parties | {"own"},
        Target.SOURCE: sources,
        Target.FACT: facts,
        Target.PERMIT: {one.value for one in _permits(raw) if isinstance(one.value, str)},
        Target.HEARD: {"draft"} | sources | facts | texts(raw, "bureau_advices[].id"),
    }
