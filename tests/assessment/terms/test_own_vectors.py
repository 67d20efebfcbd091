# SPDX-License-Identifier: EUPL-1.2
"""Twenty vectors of our own, counted by hand from the text of law.md 3.1 and 3.2; none of them stands in 3.3.

Each row: what it is about, the dossier, the term, and its raw, statutory and safe end with the days suspended.
"""

from dataclasses import replace
from datetime import date

import pytest

from assessment.dates import When
from assessment.dossier.bureau_advice import BureauAdvice
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event
from assessment.outcome import Term
from assessment.terms.terms import terms
from tests.assessment.terms.test_terms import dossier, event
from tests.assessment.weighing.balances import shipped

LATER = date(2028, 1, 3)
AWB = ("2026-10-05", "awb-8w")
"""Monday; eight weeks end on Monday 30 November 2026."""


def counted(case: Dossier, id_: str, on: date = LATER) -> Term | None:
    found = [one for one in terms(replace(case, assessed_on=on), shipped(), on) if one.id == id_]
    return found[0] if found else None


def ends(term: Term | None) -> tuple[str, str, str, int] | None:
    if term is None:
        return None
    return str(term.raw_end), str(term.statutory_end), str(term.safe_end), term.suspended_days


def invited(on: str, due: str) -> Event:
    return event("supplement-invited", on, due=due)


def supplemented(on: str, complete: bool = True) -> Event:
    return event("supplement-received", on, complete=complete)


VECTORS = [
    # A by-law of eight weeks ends on Ascension Day; it is not moved (C9), planned is on the day before.
    ("apv-on-ascension", "2027-03-11", "apv-8w-8w", [], "decision", "2027-05-06", "2027-05-06", "2027-05-04", 0),
    # Extended by eight weeks: sixteen from 5 October is 25 January.
    ("apv-extended", "2026-10-05", "apv-8w-8w", [event("extension-notified", "2026-11-30", weeks=8)], "decision",
     "2027-01-25", "2027-01-25", "2027-01-25", 0),
    # More than the by-law allows is cut off at eight.
    ("apv-extended-too-long", "2026-10-05", "apv-8w-8w", [event("extension-notified", "2026-11-30", weeks=20)],
     "decision", "2027-01-25", "2027-01-25", "2027-01-25", 0),
    # A second extension does not exist: six weeks once.
    ("ow-once", "2026-10-05", "ow-regular",
     [event("extension-notified", "2026-11-02", weeks=6), event("extension-notified", "2026-11-16", weeks=6)],
     "decision", "2027-01-11", "2027-01-11", "2027-01-11", 0),
    # King's Day 2025 falls on a Sunday, so it is celebrated on Saturday 26: Sunday 27 goes to Monday 28.
    ("kings-day-on-sunday", "2025-03-02", "awb-8w", [], "decision", "2025-04-27", "2025-04-28", "2025-04-25", 0),
    # Eight weeks from 3 March 2028 is Friday 28 April, equated, the day after King's Day: on to Monday 1 May.
    ("equated-2028", "2028-03-03", "awb-8w", [], "decision", "2028-04-28", "2028-05-01", "2028-04-26", 0),
    # Six months from 31 August end on the last of February (C2); not moved though a Sunday (C8): T14 with suspension.
    ("uniform-suspended", "2026-08-31", "uniform-6m", [invited("2026-09-07", "2026-09-21"), supplemented("2026-09-14")],
     "decision", "2027-03-06", "2027-03-06", "2027-03-05", 6),
    # Supplemented on the day of the invitation: no day stood still.
    ("same-day", *AWB, [invited("2026-10-12", "2026-10-26"), supplemented("2026-10-12")], "decision",
     "2026-11-30", "2026-11-30", "2026-11-30", 0),
    # Supplemented the day after: (13 - 12) - 1 = 0.
    ("next-day", *AWB, [invited("2026-10-12", "2026-10-26"), supplemented("2026-10-13")], "decision",
     "2026-11-30", "2026-11-30", "2026-11-30", 0),
    # A supplement after the term came too late to matter: until the expiry, 13 days.
    ("too-late", *AWB, [invited("2026-10-12", "2026-10-26"), supplemented("2026-11-02")], "decision",
     "2026-12-13", "2026-12-14", "2026-12-11", 13),
    # Two invitations apart: 9 and (9 - 2) - 1 = 6 days.
    ("twice", *AWB,
     [invited("2026-10-12", "2026-10-26"), supplemented("2026-10-22"), invited("2026-11-02", "2026-11-16"),
      supplemented("2026-11-09")], "decision", "2026-12-15", "2026-12-15", "2026-12-15", 15),
    # An invitation after the term has passed suspends nothing any more.
    ("after-the-end", *AWB, [invited("2026-12-07", "2026-12-21")], "decision",
     "2026-11-30", "2026-11-30", "2026-11-30", 0),
    # Advice on the day of the request: one day, that of request and receipt.
    ("advice-same-day", *AWB, [event("bureau-requested", "2026-11-02"), event("bureau-advice-received", "2026-11-02")],
     "decision", "2026-12-01", "2026-12-01", "2026-12-01", 1),
    # The Bureau extends by more than it may: four weeks, so 84 days at most.
    ("bureau-too-long", *AWB,
     [event("bureau-requested", "2026-11-02"), event("bureau-extended", "2026-12-21", weeks=8),
      event("bureau-advice-received", "2027-03-01")], "decision", "2027-02-22", "2027-02-22", "2027-02-22", 84),
    # The term of the Bureau itself: asked on 30 October, eight weeks end at Christmas.
    ("bureau-at-christmas", *AWB, [event("bureau-requested", "2026-10-30")], "bureau-advice",
     "2026-12-25", "2026-12-28", "2026-12-24", 0),
    # Notice of an extension: on the day to which the Sunday of T21 is moved at the latest, planned on the Friday.
    ("notice", *AWB, [invited("2026-10-12", "2026-10-26")], "extension-notice",
     "2026-12-13", "2026-12-14", "2026-12-11", 13),
    # An objection with a committee, extended by more than the six weeks that there are.
    ("objection-extended", *AWB,
     [event("decision-made", "2026-11-20"), event("decision-notified", "2026-11-23"),
      event("objection-received", "2026-12-21", committee=True), event("extension-notified", "2027-03-01", weeks=10)],
     "objection-decision", "2027-05-10", "2027-05-10", "2027-05-10", 0),
    # The 42 days are not moved when they end on a holiday: received 6 November 2026 after 30 October.
    ("penalty-not-moved", "2026-09-04", "awb-8w", [event("default-notice-received", "2026-11-06")], "penalty",
     "2027-01-01", "2027-01-01", "2026-12-31", 0),
    # The decision on the penalty two weeks later: 15 January.
    ("penalty-decision", "2026-09-04", "awb-8w", [event("default-notice-received", "2026-11-06")], "penalty-decision",
     "2027-01-15", "2027-01-15", "2027-01-15", 0),
]  # fmt: skip


Row = tuple[str, str, list[Event], str, str, str, str, int]


def assert_counted(row: Row) -> None:
    received, procedure, events, id_, *expected = row
    assert ends(counted(dossier(received, procedure, *events), id_)) == tuple(expected)


@pytest.mark.parametrize("row", [pytest.param(row[1:], id=row[0]) for row in VECTORS])
def test_counted_by_hand(row: Row) -> None:
    assert_counted(row)


def test_reuse_ends_on_a_saturday_and_is_not_moved() -> None:
    advice = BureauAdvice("b1", issued_on=When(2024, 6, 2))
    case = replace(dossier(*AWB), bureau_advices=(advice,))
    assert ends(counted(case, "reuse")) == ("2029-06-02", "2029-06-02", "2029-06-01", 0)


UNIFORM = ("2026-10-05", "uniform-6m")
DEFAULT = event("default-notice-received", "2026-12-02")


@pytest.mark.parametrize(("on", "raw"), [("2026-11-30", "2027-05-17"), ("2026-12-01", "2027-04-05")])
def test_the_uniform_procedure_is_extended_within_eight_weeks_or_not_at_all(on: str, raw: str) -> None:
    term = counted(dossier(*UNIFORM, event("extension-notified", on, weeks=6)), "decision")
    assert term is not None
    assert str(term.raw_end) == raw


def test_in_the_uniform_procedure_the_notice_has_eight_weeks_that_nothing_suspends() -> None:
    case = dossier("2026-10-30", "uniform-6m", invited("2026-11-02", "2026-11-16"))
    assert ends(counted(case, "extension-notice")) == ("2026-12-25", "2026-12-28", "2026-12-24", 0)


def test_a_decision_ends_the_penalty_and_starts_the_term_for_deciding_on_it() -> None:
    case = dossier(*AWB, DEFAULT, event("decision-made", "2027-01-11"))
    assert ends(counted(case, "penalty")) == ("2027-01-10", "2027-01-10", "2027-01-08", 0)
    assert ends(counted(case, "penalty-decision")) == ("2027-01-24", "2027-01-25", "2027-01-22", 0)


@pytest.mark.parametrize(("decided", "runs"), [("2026-12-02", False), ("2026-12-17", False), ("2026-12-18", True)])
def test_a_decision_in_the_two_weeks_leaves_no_penalty(decided: str, runs: bool) -> None:
    case = dossier(*AWB, DEFAULT, event("decision-made", decided))
    assert (counted(case, "penalty") is not None) is runs
    assert (counted(case, "penalty-decision") is not None) is runs


def test_an_objection_later_does_not_take_the_penalty_away() -> None:
    events = [
        DEFAULT, event("decision-made", "2027-02-01"), event("decision-notified", "2027-02-01"),
        event("objection-received", "2027-02-10"),
    ]  # fmt: skip
    assert ends(counted(dossier(*AWB, *events), "penalty")) == ("2027-01-27", "2027-01-27", "2027-01-27", 0)


def test_after_an_objection_the_term_of_the_decision_on_it_must_have_passed() -> None:
    before = [
        event("decision-made", "2026-11-20"), event("decision-notified", "2026-11-23"),
        event("objection-received", "2026-12-21"),
    ]  # fmt: skip
    early, late = event("default-notice-received", "2027-02-15"), event("default-notice-received", "2027-02-16")
    assert counted(dossier(*AWB, *before, early), "penalty") is None
    assert ends(counted(dossier(*AWB, *before, late), "penalty")) == ("2027-04-13", "2027-04-13", "2027-04-13", 0)
