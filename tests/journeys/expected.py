# SPDX-License-Identifier: EUPL-1.2
"""Holds an assessment against the figures and conclusions that are written beside a worked dossier."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Set
from decimal import Decimal
from typing import Any

from assessment.outcome import Assessment, Severity
from assessment.outcome_wire import assessment_to_wire
from tests.journeys.places import EXAMPLES

NOT_COMPUTED = {
    "days_from_application_to_advice", "deposit", "earlier_resale_change", "price_against_appraisal",
    "price_against_woz", "resale_change", "route",
}  # fmt: skip
"""Figures that the officer reads in the papers; the program does not count them."""
TOLD_ELSEWHERE = {
    "dossier", "expect", "findings", "information_flagged", "invented", "numbers_refused", "test_assertions",
}  # fmt: skip
"""What is told for people, or held by other tests; `expect` has a reader of its own below."""
SECOND_READER = "L01"


def expected(name: str, leave_out: Set[str] = frozenset()) -> dict[str, Any]:
    """Read what is expected of a worked dossier, without the parts that are left out."""
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.expected.json").read_text("utf-8"))
    return {key: part for key, part in found.items() if key not in leave_out}


def differences(wanted: dict[str, Any], assessment: Assessment) -> Iterator[str]:
    """Name everything that is not as written; a part that nobody reads is named too."""
    told = assessment_to_wire(assessment)
    readers = {
        "financing": lambda part: _parts("financing", part, told["financing"]),
        "numbers": lambda part: _numbers(part, assessment),
        "terms": lambda part: _terms(part, told["terms"]),
        "control": lambda part: _control(part, told["control"]),
        "facts": lambda part: _facts(part, told["facts"]),
    }
    for key, part in wanted.items():
        if key in readers:
            yield from readers[key](part)
        elif key not in TOLD_ELSEWHERE:
            yield f"nobody reads {key}"
    yield from _conclusions(wanted["expect"], told, assessment)


def _parts(where: str, wanted: dict[str, Any], told: dict[str, Any]) -> Iterator[str]:
    for key, value in wanted.items():
        if not _same(value, told.get(key)):
            yield f"{where}.{key} is {told.get(key)}, not {value}"


def _same(wanted: Any, told: Any) -> bool:
    if isinstance(wanted, float):
        return told is not None and math.isclose(wanted, float(told), abs_tol=0.00005)
    return bool(wanted == told)


def _numbers(wanted: dict[str, Any], assessment: Assessment) -> Iterator[str]:
    figures = {one.name: one.value for one in assessment.funding.figures}
    for key, value in wanted.items():
        if key in figures:
            number = value if isinstance(value, float) else Decimal(value)
            if not _same(number, figures[key]):
                yield f"numbers.{key} is {figures[key]}, not {value}"
        elif key not in NOT_COMPUTED:
            yield f"numbers.{key} is not computed"


def _terms(wanted: dict[str, Any], told: list[dict[str, Any]]) -> Iterator[str]:
    found = {one["id"]: one for one in told}
    for id_, term in wanted.items():
        if isinstance(term, dict):
            yield from _parts(f"terms.{id_}", term, found.get(id_, {}))


def _control(wanted: list[dict[str, Any]], told: list[dict[str, Any]]) -> Iterator[str]:
    for one in wanted:
        if not any(one.items() <= other.items() for other in told):
            yield f"control {one} is not among {told}"


def _facts(wanted: dict[str, Any], told: list[dict[str, Any]]) -> Iterator[str]:
    found = {one["id"]: one for one in told}
    for id_, fact in wanted.items():
        grounds = set(fact.get("not_for_grounds", ()))
        yield from _parts(f"facts.{id_}", {key: fact[key] for key in fact if key != "not_for_grounds"}, found[id_])
        if not grounds <= set(found[id_]["not_for"]):
            yield f"facts.{id_} counts for {grounds - set(found[id_]['not_for'])}"


def _conclusions(expect: dict[str, Any], told: dict[str, Any], assessment: Assessment) -> Iterator[str]:
    for ground, words in expect["indication"].items():
        if told["grounds"][ground]["indication"] not in words:
            yield f"indication {ground} is {told['grounds'][ground]['indication']}, not one of {words}"
    ids = {"options": set(told["options"]), "duties": {one["id"] for one in told["duties"]}}
    for name, found in ids.items():
        yield from (f"{one} is not among the {name}" for one in expect.get(f"{name}_include", ()) if one not in found)
        yield from (f"{one} is among the {name}" for one in expect.get(f"{name}_exclude", ()) if one in found)
    if expect.get("no_block"):
        found = [one for one in assessment.checks if one.severity is Severity.BLOCK and one.id != SECOND_READER]
        yield from (f"{one.id} blocks: {one.text}" for one in found)
