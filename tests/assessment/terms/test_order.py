# SPDX-License-Identifier: EUPL-1.2
"""Events that cannot have happened in their order are told, and terms do not guess around them."""

from dataclasses import replace

import pytest

from assessment.dates import When
from assessment.dossier.event import Event, EventKind
from assessment.known import NOT_KNOWN
from assessment.terms.order import NEEDS, ONCE_OPEN, Oddity, impossible, two_days_of_receipt
from tests.assessment.terms.test_own_vectors import AWB, counted
from tests.assessment.terms.test_terms import dossier, event

EARLY, LATE = "2026-11-02", "2026-11-09"
PAIRS = [pytest.param(later, earlier, needed, id=later.value) for later, earlier, needed in NEEDS]


def oddities(*events: Event, received: str | None = AWB[0]) -> list[tuple[Oddity, EventKind]]:
    case = dossier(AWB[0], AWB[1], *events)
    if received is None:
        case = replace(case, application=replace(case.application, received_on=NOT_KNOWN))
    return [(one.oddity, one.later) for one in impossible(case)]


def of(kind: EventKind, on: str) -> Event:
    return event(kind.value, on)


@pytest.mark.parametrize(("later", "earlier", "needed"), PAIRS)
def test_nothing_stands_before_what_it_follows(later: EventKind, earlier: EventKind, needed: bool) -> None:
    # What else these kinds follow is there, earlier than both.
    base = [of(kind, "2026-10-06") for _, kind, _ in NEEDS if kind not in (later, earlier)]
    wrong = oddities(*base, of(later, EARLY), of(earlier, LATE), received=None)
    right = oddities(*base, of(later, LATE), of(earlier, EARLY), received=None)
    same = oddities(*base, of(later, EARLY), of(earlier, EARLY), received=None)
    assert (Oddity.BEFORE, later) in wrong
    assert (Oddity.BEFORE, later) not in right
    assert (Oddity.BEFORE, later) not in same


@pytest.mark.parametrize(("later", "earlier", "needed"), PAIRS)
def test_what_must_have_come_first_is_missed(later: EventKind, earlier: EventKind, needed: bool) -> None:
    assert ((Oddity.MISSING, later) in oddities(of(later, EARLY), received=None)) is needed


def test_of_two_that_began_the_first_counts_and_a_month_may_mean_its_last_day() -> None:
    twice = [of(EventKind.BUREAU_REQUESTED, "2026-11-20"), of(EventKind.BUREAU_REQUESTED, EARLY)]
    assert oddities(*twice, of(EventKind.BUREAU_ADVICE_RECEIVED, LATE)) == []
    assert oddities(twice[0], of(EventKind.BUREAU_ADVICE_RECEIVED, "2026-11")) == []
    assert oddities(twice[0], of(EventKind.BUREAU_ADVICE_RECEIVED, "2026-10")) != []


def test_the_application_that_stands_with_the_application_counts() -> None:
    assert oddities(of(EventKind.WITHDRAWN, "2026-10-04")) == [(Oddity.BEFORE, EventKind.WITHDRAWN)]
    assert oddities(of(EventKind.WITHDRAWN, "2026-10-05")) == []


@pytest.mark.parametrize("kind", [EventKind.BUREAU_ASKED_DATA, EventKind.BUREAU_EXTENDED])
def test_the_bureau_asks_nothing_after_its_advice_until_it_is_asked_again(kind: EventKind) -> None:
    advised = [of(EventKind.BUREAU_REQUESTED, "2026-10-12"), of(EventKind.BUREAU_ADVICE_RECEIVED, EARLY)]
    assert oddities(*advised, of(kind, LATE)) == [(Oddity.AFTER, kind)]
    assert oddities(*advised, of(kind, EARLY)) == []
    for again in ("2026-11-03", LATE):
        assert oddities(*advised, of(EventKind.BUREAU_REQUESTED, again), of(kind, LATE)) == []
    for too_soon_or_late in (EARLY, "2026-11-10"):
        asked = of(EventKind.BUREAU_REQUESTED, too_soon_or_late)
        assert (Oddity.AFTER, kind) in oddities(*advised, asked, of(kind, LATE))


@pytest.mark.parametrize(("begins", "ends"), ONCE_OPEN, ids=lambda one: one.value)
def test_what_stands_still_does_not_begin_again_before_it_ended(begins: EventKind, ends: EventKind) -> None:
    two = [of(begins, EARLY), of(begins, LATE)]
    assert (Oddity.AGAIN, begins) in oddities(*two)
    assert (Oddity.AGAIN, begins) in oddities(*two, of(ends, "2026-11-10"))
    for between in (EARLY, "2026-11-05", LATE):
        assert oddities(*two, of(ends, between)) == []


def test_four_suspensions_begin_and_end() -> None:
    assert len(ONCE_OPEN) == 4


def test_each_is_told_once_with_its_days() -> None:
    twice = [of(EventKind.BUREAU_GOT_DATA, EARLY)] * 2
    (one,) = impossible(dossier(*AWB, *twice))
    assert (one.oddity, one.earlier) == (Oddity.MISSING, EventKind.BUREAU_ASKED_DATA)
    assert (one.on, one.before) == (When.parse(EARLY), None)
    (two,) = impossible(dossier(*AWB, of(EventKind.WITHDRAWN, "2026-10-04")))
    assert two.before == When.parse(AWB[0])


@pytest.mark.parametrize(
    ("events", "differ"),
    [
        ([], False),
        ([event("application-received", "2026-10-05")], False),
        ([event("application-received", "2026-10")], False),
        ([event("application-received", "2026-10-06")], True),
        ([event("application-received", "2026-10-06"), event("application-received", "2026-10-05")], False),
    ],
)
def test_two_days_of_receipt_are_told(events: list[Event], differ: bool) -> None:
    assert (two_days_of_receipt(dossier(*AWB, *events)) is not None) is differ


def test_an_end_without_a_beginning_moves_nothing() -> None:
    lone = [of(later, EARLY) for later, _, needed in NEEDS if needed and later is not EventKind.OBJECTION_RECEIVED]
    term = counted(dossier(*AWB, *lone), "decision")
    assert term is not None
    assert (str(term.raw_end), term.suspended_days) == ("2026-11-30", 0)
