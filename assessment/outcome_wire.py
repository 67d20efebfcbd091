# SPDX-License-Identifier: EUPL-1.2
"""The assessment as `toetssteen-beoordeling/1`: the JSON that `beoordeel` prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from itertools import chain, count
from typing import Any, Final, TypeVar

from assessment.event_faults import event_faults
from assessment.outcome import (
    Assessment,
    Check,
    Duty,
    FactOutcome,
    Finding,
    Funding,
    GroundOutcome,
    Reason,
    Term,
)
from assessment.outcome_control import Control, Remainder

FORMAT: Final = "toetssteen-beoordeling/1"
TIMING_FORMAT: Final = "toetssteen-termijnen/1"
T = TypeVar("T")
_PLACES: Final = Decimal("0.0001")


def assessment_to_wire(assessment: Assessment) -> dict[str, Any]:
    """Give the whole outcome as JSON, receipt last."""
    return {**result_to_wire(assessment), "receipt": assessment.receipt}


def result_to_wire(assessment: Assessment) -> dict[str, Any]:
    """Give the outcome without its receipt: what the receipt seals."""
    return {
        "format": FORMAT,
        "reference": assessment.reference,
        "catalogue": assessment.catalogue,
        "program": assessment.program,
        "assessed_on": str(assessment.assessed_on),
        "information": [
            {"id": one.information, "verdict": one.verdict.value, "may_carry": one.may_carry,
             "reasons": _texts(one.reasons), "cure": one.cure}
            for one in assessment.admissions
        ],
        "facts": [_fact(one) for one in assessment.facts],
        "control": [_control(one) for one in assessment.control],
        "remainders": [_remainder(one) for one in assessment.remainders],
        "financing": _funding(assessment.funding),
        "findings": [_finding(one) for one in assessment.findings],
        "open_points": [{"id": one.id, "about": one.about} for one in assessment.open_points],
        "grounds": {"a": _ground(assessment.a), "b": _ground(assessment.b), "c": _obtain(assessment)},
        "options": [one.value for one in assessment.options],
        "checks": [_check(one) for one in assessment.checks],
        "duties": [_duty(one) for one in assessment.duties],
        "terms": [_term(one) for one in assessment.terms],
    }  # fmt: skip


def timing_to_wire(assessment: Assessment) -> dict[str, Any]:
    """Give terms, open duties and what cannot be right as `toetssteen-termijnen/1`: the JSON of `termijnen`."""
    return {
        "format": TIMING_FORMAT,
        "reference": assessment.reference,
        "catalogue": assessment.catalogue,
        "program": assessment.program,
        "assessed_on": str(assessment.assessed_on),
        "terms": [_term(one) for one in assessment.terms],
        "duties": [_duty(one) for one in assessment.duties if not one.fulfilled],
        "impossible": list(event_faults(assessment.checks)),
    }


def _texts(reasons: tuple[Reason, ...]) -> list[str]:
    return [f"{one.text} ({one.basis})" if one.basis else one.text for one in reasons]


def _fact(fact: FactOutcome) -> dict[str, Any]:
    return {
        "id": fact.id,
        "evidence_class": fact.evidence_class.value,
        "relation": fact.relation.value,
        "relation_path": list(fact.relation_path),
        "relation_current": fact.relation_current,
        "running": fact.running,
        "age_years": fact.age_years,
        "counts_for": list(fact.counts_for),
        "not_for": {one.ground: one.reason.text for one in fact.not_for},
        "reasons": _texts(fact.reasons),
    }


def _number(value: Decimal | None) -> float | None:
    """Give a fraction to four decimals."""
    return None if value is None else float(value.quantize(_PLACES, ROUND_HALF_UP))


def _finding(finding: Finding) -> dict[str, Any]:
    """Name the party only where the question was put for each of them."""
    return {
        "id": finding.id,
        **({"about": finding.about} if finding.about else {}),
        "holds": finding.holds.value,
        "kind": finding.kind,
        "grounds": list(finding.grounds),
        "rests_on": list(finding.rests_on),
    }


def _control(control: Control) -> dict[str, Any]:
    return {
        "party": control.party,
        "over": control.over,
        "share": _number(control.share),
        "path": list(control.path),
        "roles": list(control.roles),
        "at_least": control.at_least,
        "grip": control.grip.value if control.grip else None,
        "words": control.words,
    }


def _remainder(remainder: Remainder) -> dict[str, Any]:
    return {
        "over": remainder.over,
        "recorded": _number(remainder.recorded),
        "unknown": _number(remainder.unknown),
        "open": list(remainder.open),
        "words": remainder.words,
    }


def _funding(funding: Funding | None) -> dict[str, Any] | None:
    if funding is None:
        return None
    return {
        "need": f"{funding.need:.2f}",
        "declared": f"{funding.declared:.2f}",
        "gap": None if funding.gap is None else f"{funding.gap:.2f}",
        "evidenced": f"{funding.evidenced:.2f}",
        "evidenced_share": _number(funding.evidenced_share),
        "cash_share": _number(funding.cash_share),
        "private_foreign_share": _number(funding.private_foreign_share),
        "turnover_change": _number(funding.turnover_change),
        "figures": [
            {"name": one.name, "value": _figure(one.value, one.is_money), "formula": one.formula,
             "inputs": [{"name": name, "value": _exact(value)} for name, value in one.inputs], "source": one.source}
            for one in funding.figures
        ],
    }  # fmt: skip


def distinct(inputs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """Number names that stand there more than once, so that two lines with one label both remain."""
    found: dict[str, T] = {}
    for name, value in inputs:
        numbered = (f"{name} ({number})" for number in count(2))
        found[next(one for one in chain((name,), numbered) if one not in found)] = value
    return found


def _exact(value: Decimal) -> str:
    """Write a number in one way, however many noughts it was recorded with."""
    return f"{value.normalize():f}"


def _figure(value: Decimal | None, is_money: bool) -> str | float | None:
    return f"{value:.2f}" if is_money and value is not None else _number(value)


def _ground(ground: GroundOutcome) -> dict[str, Any]:
    return {
        "criteria": _plain(ground.criteria),
        "indication": ground.indication.value,
        "range": [ground.low.value, ground.high.value],
        "rule": ground.rule,
        "reasons": _texts(ground.reasons),
        "decisive": [list(one) for one in ground.decisive],
        "would_raise": [list(one) for one in ground.would_raise],
    }


def _obtain(assessment: Assessment) -> dict[str, Any]:
    ground = assessment.c
    return {
        "indication": ground.indication.value,
        "missing": list(ground.missing),
        "facts": list(ground.facts),
        "reasons": _texts(ground.reasons),
    }


def _plain(value: object) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    return float(value) if isinstance(value, Decimal) else value


def _check(check: Check) -> dict[str, Any]:
    return {
        "id": check.id,
        "severity": check.severity.value,
        "about": list(check.about),
        "text": check.text,
        "basis": check.basis,
        "cure": check.cure,
        "answered": check.answered,
    }


def _duty(duty: Duty) -> dict[str, Any]:
    return {
        "id": duty.id,
        "due": str(duty.due) if duty.due else None,
        "text": duty.text,
        "basis": duty.basis,
        "fulfilled": duty.fulfilled,
        "done_by": [one.value for one in duty.done_by],
        "done": duty.done,
    }


def _term(term: Term) -> dict[str, Any]:
    return {
        "id": term.id,
        "raw_end": str(term.raw_end),
        "statutory_end": str(term.statutory_end),
        "safe_end": str(term.safe_end),
        "suspended_days": term.suspended_days,
        "steps": [
            {"rule": one.rule, "from": str(one.from_), "until": str(one.until), "days": one.days, "text": one.text}
            for one in term.steps
        ],
        "notes": list(term.notes),
    }
