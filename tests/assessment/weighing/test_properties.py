# SPDX-License-Identifier: EUPL-1.2
"""What holds of the weighing of any dossier: monotone, blind to what was cleared, to order and to what is unknown."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from assessment.assess import assess
from assessment.degree import ORDER, Degree
from assessment.dossier.conclusion import Decision
from assessment.outcome import Assessment, EvidenceClass, GroundOutcome, Severity
from assessment.weighing.checks.run import checks
from assessment.weighing.indication import DEEMED
from assessment.weighing.weigh import Weighing

from .balances import shipped
from .cases import case_of
from .rich import CLEARED, Raw, facts, made, rich_raw

ANY = settings(
    deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
GROUNDS = ("a", "b")


def weighed(data: Raw) -> Weighing:
    return case_of(made(data)).weighing


def grounds(weighing: Weighing) -> tuple[GroundOutcome, GroundOutcome]:
    return weighing.a, weighing.b


def without_criteria(outcome: GroundOutcome) -> GroundOutcome:
    return replace(outcome, criteria={}, reasons=())


_UPWARD = (Degree.NONE, Degree.UNDETERMINED, Degree.LESSER, Degree.SERIOUS)
"""From low to high: what is undetermined is not none any more, and not yet lesser."""


def rank(degree: Degree) -> int:
    return _UPWARD.index(degree)


def with_fact(data: Raw, fact: Raw, id_: str = "f0") -> Raw:
    return {**data, "facts": [*data["facts"], {**fact, "id": id_}]}


@ANY
@given(rich_raw(), facts())
def test_one_more_fact_never_lowers(data: Raw, fact: Raw) -> None:
    """Whatever fact is added: one that counts, one of which something is unknown, or one that does not count."""
    for before, after in zip(grounds(weighed(data)), grounds(weighed(with_fact(data, fact))), strict=True):
        assert ORDER.index(after.low) >= ORDER.index(before.low)
        assert ORDER.index(after.high) >= ORDER.index(before.high)
        assert rank(after.indication) >= rank(before.indication)


@ANY
@given(rich_raw(), facts(), st.sampled_from(CLEARED))
def test_a_cleared_fact_never_changes_anything(data: Raw, fact: Raw, status: str) -> None:
    more = made(with_fact(data, {**fact, "status": status}))
    one, other = assess(made(data), shipped()), assess(more, shipped())
    assert (one.a, one.b, one.c, one.options) == (other.a, other.b, other.c, other.options)
    assert (one.duties, one.terms, one.control, one.funding) == (
        other.duties,
        other.terms,
        other.control,
        other.funding,
    )
    assert one.facts == tuple(fact for fact in other.facts if fact.id != "f0")


@ANY
@given(rich_raw(), facts())
def test_an_offence_that_is_not_plausible_never_changes_anything(data: Raw, fact: Raw) -> None:
    before, after = weighed(data), weighed(with_fact(data, {**fact, "offence_plausible": "no"}))
    assume(after.facts[-1].evidence_class is EvidenceClass.NOT_PLAUSIBLE)
    assert (before.a, before.b, before.c) == (after.a, after.b, after.c)


_KEYS = ("actor", "offence_plausible", "suspicion", "links", "benefit", "sources")


@ANY
@given(rich_raw(), st.data())
def test_what_is_unknown_never_counts(data: Raw, chance: st.DataObject) -> None:
    """Taking away what is known of a fact - who, whether, how strong, what link, what money - never adds weight."""
    assume(data["facts"])
    key = chance.draw(st.sampled_from(_KEYS))
    number = chance.draw(st.integers(0, len(data["facts"]) - 1))
    assume(data["facts"][number].get("offence_plausible") != "no" and "capacity" not in data["facts"][number])
    less = [{k: v for k, v in fact.items() if k != key or n != number} for n, fact in enumerate(data["facts"])]
    for known, unknown in zip(grounds(weighed(data)), grounds(weighed({**data, "facts": less})), strict=True):
        assert ORDER.index(unknown.low) <= ORDER.index(known.low)


def _shuffled(rows: Any, chance: Random) -> Any:
    if isinstance(rows, dict):
        return {key: _shuffled(value, chance) for key, value in rows.items()}
    if isinstance(rows, list) and rows and isinstance(rows[0], dict | str):
        mixed = [_shuffled(one, chance) for one in rows]
        chance.shuffle(mixed)
        return mixed
    return rows


def _plain(outcome: Assessment) -> Any:
    spoken = {(one.id, one.severity, frozenset(one.about), one.hard) for one in outcome.checks}
    counted = {(one.id, one.evidence_class, one.relation, frozenset(one.counts_for), one.running, one.age_years)
               for one in outcome.facts}  # fmt: skip
    return (
        without_criteria(outcome.a), without_criteria(outcome.b), outcome.c.indication, set(outcome.c.facts),
        outcome.options, spoken, counted, outcome.terms, {(one.id, one.due) for one in outcome.duties},
    )  # fmt: skip


@ANY
@given(rich_raw(), st.randoms(use_true_random=False))
def test_the_order_of_recording_never_matters(data: Raw, chance: Random) -> None:
    assert _plain(assess(made(data), shipped())) == _plain(assess(made(_shuffled(data, chance)), shipped()))


@ANY
@given(rich_raw())
def test_a_danger_that_no_fact_carries_is_always_held_back(data: Raw) -> None:
    case = case_of(made(data))
    found = checks(case)
    for ground in case.unsupported():
        blocks = {one.id for one in found if one.severity is Severity.BLOCK}
        assert blocks & {"C01", "C06", "C07", "C08", "C14", "C17", "C18"}, ground


@ANY
@given(rich_raw())
def test_a_degree_always_rests_on_a_fact_that_counts_and_is_tied(data: Raw) -> None:
    """Law.md 2.3: no degree above none without an offence that is not excluded and a relation, except art. 4."""
    weighing = weighed(data)
    told = {one.id: one for one in weighing.facts}
    for outcome in grounds(weighing):
        if outcome.indication in (Degree.NONE, Degree.UNDETERMINED) or outcome.rule == DEEMED:
            continue
        counting = [told[id_] for id_ in outcome.criteria["facts"]]  # type: ignore[attr-defined]
        assert counting
        assert all(
            one.relation.value != "none" and one.evidence_class.value in {"points-to", "suspicion"} for one in counting
        )


@ANY
@given(rich_raw())
def test_decisive_facts_decide_and_raising_unknowns_raise(data: Raw) -> None:
    weighing = weighed(data)
    for name, outcome in zip(GROUNDS, grounds(weighing), strict=True):
        for chosen in outcome.decisive:
            left = {**data, "facts": [one for one in data["facts"] if one["id"] not in chosen]}
            assert rank(getattr(weighed(left), name).indication) < rank(outcome.indication) or outcome.rule == DEEMED
        assert (outcome.would_raise == ()) or outcome.low is not outcome.high


@ANY
@given(rich_raw())
def test_refusal_and_conditions_are_open_at_their_degree_only(data: Raw) -> None:
    """Law.md 2.2 and N6, N7: nothing negative below serious, no conditions at none."""
    data["conclusion"]["c"] = {"invoked": "no"}
    data["events"] = [one for one in data["events"] if one["kind"] != "condition-breached"]
    found = assess(made(data), shipped())
    recorded = {data["conclusion"][ground]["degree"] for ground in GROUNDS}
    negative = {Decision.REFUSE, Decision.REVOKE} & set(found.options)
    assert not negative or "serious" in recorded
    assert Decision.GRANT_WITH_CONDITIONS not in found.options or recorded & {"serious", "lesser"}
