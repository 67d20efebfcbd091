# SPDX-License-Identifier: EUPL-1.2
"""Disguises of a dossier: other words in every free text, other ids, another country for foreign money."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from assessment.dossier.dossier import Dossier
from assessment.outcome import Assessment

FREE = {
    "name", "address", "note", "activity", "route_reason", "street", "postcode", "place", "area", "content",
    "permission", "indicators", "description", "suspicion_reason", "method", "money_path", "why_still", "order",
    "innocent_explanation", "statement", "response", "label", "age_of_facts", "deviation_reason", "interests",
    "fits_degree", "fits_seriousness", "conditions_considered", "comparable_cases", "outcome", "limits", "test",
    "reason", "reasons", "question_text", "truth", "intent", "relevance", "number", "text", "committee",
}  # fmt: skip
"""Fields that hold whatever somebody typed; `text` also of an event, a condition and an answer to a check."""


def reworded(value: Any, words: Callable[[str], str], name: str = "") -> Any:
    """Give a record with other words in every free text that was filled in; an empty one stays empty."""
    if isinstance(value, str) and type(value) is str:
        return words(value) if name in FREE and value.strip() else value
    if isinstance(value, tuple):
        rows = [reworded(one, words, name) for one in value]
        return value if all(new is old for new, old in zip(rows, value, strict=True)) else tuple(rows)
    if is_dataclass(value) and not isinstance(value, type):
        given = {one.name: reworded(getattr(value, one.name), words, one.name) for one in fields(value) if one.init}
        changed = {name: new for name, new in given.items() if new is not getattr(value, name)}
        return replace(value, **changed) if changed else value
    return value


def renumbered(value: Any, numbers: Mapping[str, str]) -> Any:
    """Give a record in which every id is another one, wherever it stands."""
    if isinstance(value, str) and type(value) is str:
        return numbers.get(value, value)
    if isinstance(value, tuple) and value:
        return tuple(renumbered(one, numbers) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        given = {one.name: renumbered(getattr(value, one.name), numbers) for one in fields(value) if one.init}
        return replace(value, **given)
    return value


def numbers_of(dossier: Dossier) -> dict[str, str]:
    """Turn the numbers of all records around: who stood first stands last."""
    rows = (dossier.parties, dossier.relations, dossier.information, dossier.facts, dossier.hearings,
            dossier.bureau_advices, dossier.documents)  # fmt: skip
    ids = [one.id for group in rows for one in group]
    return {id_: f"{id_[0]}{900 - number}" for number, id_ in enumerate(dict.fromkeys(ids))}


def weighed(assessment: Assessment, back: Mapping[str, str] | None = None) -> Any:
    """Give what was found, apart from words: ids as they were, and rows in one order.

    Of ties that are equally close the first is named; which one that is, changes nothing else.
    """
    names = back or {}

    def old(ids: Iterable[str]) -> list[str]:
        return sorted(names.get(one, one) for one in ids)

    grounds = {
        one.ground: (one.indication, one.low, one.high, one.rule, old(one.criteria["facts"]),  # type: ignore[arg-type]
                     sorted(map(old, one.decisive)), sorted(map(old, one.would_raise)))
        for one in (assessment.a, assessment.b)
    }  # fmt: skip
    return {
        "information": sorted((names.get(one.information, one.information), one.verdict, one.may_carry)
                              for one in assessment.admissions),
        "facts": sorted((names.get(one.id, one.id), one.evidence_class, one.relation, len(one.relation_path),
                         one.relation_current, one.running, one.age_years, one.counts_for,
                         [(no.ground, no.reason.rule) for no in one.not_for]) for one in assessment.facts),
        "control": sorted((old([one.party])[0], old([one.over])[0], str(one.share), one.roles)
                          for one in assessment.control),
        "figures": sorted((_old_figure(one.name, names), str(one.value)) for one in assessment.funding.figures)
                   if assessment.funding else None,
        "findings": sorted((one.id, one.holds.value, names.get(one.about, one.about)) for one in assessment.findings),
        "open": sorted(names.get(one.id, one.id) for one in assessment.open_points),
        "grounds": grounds,
        "c": (assessment.c.indication, sorted(assessment.c.missing), old(assessment.c.facts)),
        "options": assessment.options,
        "checks": sorted((one.id, one.severity, old(one.about), one.answered) for one in assessment.checks),
        "duties": sorted((one.id, str(one.due), one.fulfilled) for one in assessment.duties),
        "terms": sorted((one.id, one.raw_end, one.safe_end, one.suspended_days) for one in assessment.terms),
    }  # fmt: skip


def _old_figure(name: str, names: Mapping[str, str]) -> str:
    kind, _, party = name.partition(":")
    return f"{kind}:{names.get(party, party)}"
