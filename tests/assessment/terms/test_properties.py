# SPDX-License-Identifier: EUPL-1.2
"""What holds of every counting, whatever the days are."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assessment.dossier.application import Procedure
from assessment.dossier.event import Event
from assessment.outcome import Term
from assessment.terms.decision import decision_term
from tests.assessment.terms.test_terms import ON, decision, dossier, event, rules

DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31))
GAPS = st.integers(0, 120)
PROCEDURES = st.sampled_from([one.value for one in Procedure if one is not Procedure.NONE])


def later(day: date, days: int) -> str:
    return str(day + timedelta(days=days))


def suspended(day: date, invited: int, due: int, answered: int) -> list[Event]:
    return [
        event("supplement-invited", later(day, invited), due=later(day, invited + due)),
        event("supplement-received", later(day, invited + answered), complete=True),
    ]


def asked(day: date, requested: int, received: int) -> list[Event]:
    return [
        event("bureau-requested", later(day, requested)),
        event("bureau-advice-received", later(day, requested + received)),
    ]


def three_ends(term: Term) -> tuple[date, date, date]:
    return term.raw_end, term.statutory_end, term.safe_end


def is_not_earlier(one: Term, other: Term) -> bool:
    return all(mine >= theirs for mine, theirs in zip(three_ends(one), three_ends(other), strict=True))


@given(DAYS, GAPS, PROCEDURES, GAPS, GAPS, GAPS)
def test_a_later_application_never_ends_earlier(
    day: date, more: int, procedure: str, invited: int, due: int, answered: int
) -> None:
    events = suspended(day, invited, due, answered)
    assert is_not_earlier(decision(later(day, more), procedure, *events), decision(str(day), procedure, *events))


@given(DAYS, PROCEDURES, GAPS, GAPS, GAPS)
def test_a_later_advice_of_the_bureau_never_ends_earlier(
    day: date, procedure: str, requested: int, received: int, more: int
) -> None:
    soon = decision(str(day), procedure, *asked(day, requested, received))
    late = decision(str(day), procedure, *asked(day, requested, received + more))
    assert is_not_earlier(late, soon)


@given(DAYS, PROCEDURES, GAPS)
def test_an_own_investigation_alone_moves_nothing(day: date, procedure: str, begun: int) -> None:
    own = event("own-investigation-started", later(day, begun))
    assert decision_term(dossier(str(day), procedure, own), rules(), ON) == decision_term(
        dossier(str(day), procedure), rules(), ON
    )


@given(DAYS, PROCEDURES, st.tuples(GAPS, GAPS, GAPS), st.tuples(GAPS, GAPS))
def test_overlapping_suspensions_count_each_day_once(
    day: date, procedure: str, supplemented: tuple[int, int, int], advised: tuple[int, int]
) -> None:
    supplement, bureau = suspended(day, *supplemented), asked(day, *advised)
    apart = [decision(str(day), procedure, *events).suspended_days for events in (supplement, bureau)]
    both = decision(str(day), procedure, *supplement, *bureau)
    held = {
        step.from_ + timedelta(days=number) for step in both.steps[1:] for number in range(step.days)
    }  # the days of all suspensions, each once
    assert both.suspended_days == len(held)
    assert both.suspended_days >= max(apart)


@given(DAYS, PROCEDURES, GAPS, GAPS, GAPS)
def test_the_safe_end_is_a_working_day_not_after_the_others(
    day: date, procedure: str, invited: int, due: int, answered: int
) -> None:
    term = decision(str(day), procedure, *suspended(day, invited, due, answered))
    assert term.safe_end <= term.raw_end <= term.statutory_end
    assert term.safe_end.isoweekday() < 6
