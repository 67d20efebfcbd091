# SPDX-License-Identifier: EUPL-1.2
"""What holds of every counting, whatever the days are."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from assessment.deadline import LAPSING, DeadlineKind
from assessment.dossier.application import Procedure
from assessment.dossier.event import Event, EventKind
from assessment.outcome import Term
from assessment.terms.bureau import bureau_terms
from assessment.terms.deadlines import deadlines
from assessment.terms.decision import decision_term
from assessment.terms.duties import duties
from assessment.terms.outlook import outlook
from assessment.terms.span import Span, merged, stood_still
from assessment.terms.terms import terms
from tests.assessment.terms.test_terms import ON, decision, dossier, event, rules
from tests.assessment.weighing.balances import shipped

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


@st.composite
def courses(draw: st.DrawFn) -> list[Event]:
    """Events of every kind on any day around an application, in any order, also such as cannot be."""
    day, found = date(2026, 10, 5), []
    for kind in draw(st.lists(st.sampled_from(EventKind), max_size=12)):
        on = day + timedelta(days=draw(st.integers(-60, 400)))
        more: dict[str, object] = {"weeks": draw(st.none() | st.integers(-1, 60)), "complete": draw(st.booleans())}
        if draw(st.booleans()):
            more["due"] = str(on + timedelta(days=draw(st.integers(-5, 60))))
        found.append(event(kind.value, str(on), **{name: one for name, one in more.items() if one is not None}))
    return found


@given(DAYS.filter(lambda day: day.year < 2028), st.integers(0, 300), PROCEDURES, courses())
def test_whatever_happened_a_later_receipt_never_ends_earlier(
    day: date, more: int, procedure: str, events: list[Event]
) -> None:
    assert is_not_earlier(decision(later(day, more), procedure, *events), decision(str(day), procedure, *events))


@given(PROCEDURES, courses(), st.integers(-60, 400))
def test_whatever_happened_an_own_investigation_moves_nothing(procedure: str, events: list[Event], on: int) -> None:
    begun = event("own-investigation-started", later(date(2026, 10, 5), on))
    assert decision("2026-10-05", procedure, *events, begun) == decision("2026-10-05", procedure, *events)


@given(PROCEDURES, courses())
def test_whatever_happened_every_term_has_three_ends_and_steps_in_words(procedure: str, events: list[Event]) -> None:
    for one in terms(dossier("2026-10-05", procedure, *events), shipped(), ON):
        assert one.safe_end <= one.raw_end <= one.statutory_end
        assert one.safe_end.isoweekday() < 6
        assert one.suspended_days >= 0
        assert one.steps
        assert all(step.text and step.rule and step.days >= 0 for step in one.steps)
        assert all(note.strip() and "{" not in note for note in one.notes)


@given(PROCEDURES, courses())
def test_whatever_happened_each_day_stands_still_once(procedure: str, events: list[Event]) -> None:
    term = decision("2026-10-05", procedure, *events)
    rest = [one for one in term.steps[1:] if "verlengd" not in one.text and "redelijke termijn" not in one.text]
    held = {one.from_ + timedelta(days=number) for one in rest for number in range(one.days)}
    assert term.suspended_days == len(held)


@given(PROCEDURES, courses(), st.integers(0, 500))
def test_on_the_day_of_assessment_the_outlook_is_what_stands(procedure: str, events: list[Event], days: int) -> None:
    case = dossier("2026-10-05", procedure, *events)
    found = outlook(case, shipped(), terms(case, shipped(), ON))
    assert all(one.since <= one.until for one in found)
    on = ON + timedelta(days=days)
    asked = duties(case, shipped(), (), terms(case, shipped(), ON), ON)
    now = {(one.kind, one.id) for one in deadlines(case, terms(case, shipped(), ON), asked) if not one.is_over(ON)}
    assert {(one.kind, one.id) for one in found if one.stands(ON)} == now
    assert all(
        one.last >= on or one.kind is DeadlineKind.DUTY or one.id not in LAPSING for one in found if one.stands(on)
    )


SPANS = st.lists(
    st.tuples(st.integers(-30, 120), st.integers(0, 60)).map(
        lambda pair: Span(
            date(2026, 10, 5) + timedelta(days=pair[0]), date(2026, 10, 5) + timedelta(sum(pair)), "regel"
        )
    ),
    max_size=8,
).map(lambda spans: tuple(sorted(spans, key=lambda one: (one.start, one.until))))


@given(SPANS)
def test_merged_spans_hold_the_same_days_and_never_touch(spans: tuple[Span, ...]) -> None:
    whole = [one for one in spans if one.days]
    joined = merged(whole)
    days = {one.start + timedelta(number) for one in whole for number in range(one.days)}
    assert sum(one.days for one in joined) == len(days)
    assert all(one.until < other.start for one, other in pairwise(joined))


@given(SPANS, st.integers(0, 60), st.integers(0, 40))
def test_another_suspension_never_takes_days_away(spans: tuple[Span, ...], start: int, days: int) -> None:
    first, end = date(2026, 10, 5), date(2026, 11, 30)
    more = Span(first + timedelta(start), first + timedelta(start + days), "regel")
    both = tuple(sorted((*spans, more), key=lambda one: (one.start, one.until)))
    without, with_it = (stood_still(first, end, found, lambda day: day) for found in (spans, both))
    assert without.end <= with_it.end
    assert with_it.days - without.days <= max(0, days) + sum(one.days for one in without.late)


@given(courses())
def test_the_decision_term_never_stands_still_longer_than_the_bureau_may_take(events: list[Event]) -> None:
    for one in bureau_terms(dossier("2026-10-05", "awb-8w", *events), rules(), ON):
        assert 0 <= one.cap == (one.end - one.asked_on).days
        assert one.extension_days <= 28
