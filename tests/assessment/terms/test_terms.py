# SPDX-License-Identifier: EUPL-1.2
"""The test vectors T01 to T67 of law.md 3.3, with the shipped terms."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from assessment.catalogue.read_term import read_terms
from assessment.catalogue.reading import Entry, Faults
from assessment.catalogue.term import Length, TermRules, Unit
from assessment.dates import When
from assessment.dossier.application import Application, Permit, Procedure
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.outcome import Term
from assessment.terms.bureau import bureau_terms
from assessment.terms.calendar import calendar_of, easter, end_of
from assessment.terms.decision import decision_term
from assessment.terms.penalty import penalty_amount
from assessment.terms.terms import terms, untreated_window
from resources.strict_yaml import read_yaml
from tests.assessment.weighing.balances import shipped

FILE = Path(__file__).parents[3] / "resources/catalogue/2026-01-01/terms.yaml"
ON = date(2027, 1, 1)


@cache
def rules() -> TermRules:
    faults = Faults()
    raw, broken = read_yaml(FILE.read_bytes(), FILE.name)
    top = Entry(raw, FILE.name, faults)
    found = read_terms(top)
    top.close()
    assert (faults.found, list(broken)) == ([], [])
    return found


def event(kind: str, on: str, **more: object) -> Event:
    due = more.pop("due", None)
    if due:
        more["due"] = When.parse(str(due))
    return Event(EventKind(kind), When.parse(on), **more)  # type: ignore[arg-type]


def dossier(received: str, procedure: str, *events: Event) -> Dossier:
    application = Application(
        permit_types=(Permit("EXP", "EXP"),), received_on=When.parse(received), procedure=Procedure(procedure)
    )
    return Dossier("T", "2026-01-01", ON, application=application, events=events)


def decision(received: str, procedure: str, *events: Event) -> Term:
    found = decision_term(dossier(received, procedure, *events), rules(), ON)
    assert found is not None
    return found.term


AFTER = frozenset({"objection", "objection-decision", "penalty", "penalty-decision"})


def objection_terms(case: Dossier, on: date = ON) -> tuple[Term, ...]:
    """The terms that follow a decision, and a notice of default."""
    return tuple(one for one in terms(case, shipped(), on) if one.id in AFTER)


def ends(term: Term) -> tuple[str, str, str]:
    return str(term.raw_end), str(term.statutory_end), str(term.safe_end)


@pytest.mark.parametrize(
    ("year", "day"), [(2026, "2026-04-05"), (2027, "2027-03-28"), (2028, "2028-04-16"), (2038, "2038-04-25")]
)
def test_easter(year: int, day: str) -> None:
    assert str(easter(year)) == day


@pytest.mark.parametrize(
    ("received", "raw", "statutory", "safe"),
    [
        pytest.param("2026-10-05", "2026-11-30", "2026-11-30", "2026-11-30", id="T01"),
        pytest.param("2026-10-30", "2026-12-25", "2026-12-28", "2026-12-24", id="T02"),
        pytest.param("2026-10-31", "2026-12-26", "2026-12-28", "2026-12-24", id="T03"),
        pytest.param("2026-11-06", "2027-01-01", "2027-01-04", "2026-12-31", id="T04"),
        pytest.param("2026-11-23", "2027-01-18", "2027-01-18", "2027-01-18", id="T05"),
        pytest.param("2027-01-29", "2027-03-26", "2027-03-30", "2027-03-25", id="T06"),
        pytest.param("2027-01-31", "2027-03-28", "2027-03-30", "2027-03-25", id="T07"),
        pytest.param("2027-02-01", "2027-03-29", "2027-03-30", "2027-03-25", id="T08"),
        pytest.param("2027-03-02", "2027-04-27", "2027-04-28", "2027-04-26", id="T09"),
        pytest.param("2027-03-10", "2027-05-05", "2027-05-10", "2027-05-04", id="T10"),
        pytest.param("2027-03-12", "2027-05-07", "2027-05-10", "2027-05-04", id="T11"),
        pytest.param("2027-03-22", "2027-05-17", "2027-05-18", "2027-05-14", id="T12"),
    ],
)
def test_eight_weeks(received: str, raw: str, statutory: str, safe: str) -> None:
    assert ends(decision(received, "awb-8w")) == (raw, statutory, safe)


@pytest.mark.parametrize(
    ("received", "raw", "safe"),
    [
        pytest.param("2026-11-23", "2027-05-23", "2027-05-21", id="T13"),
        pytest.param("2026-08-31", "2027-02-28", "2027-02-26", id="T14"),
    ],
)
def test_six_months_are_not_moved(received: str, raw: str, safe: str) -> None:
    assert ends(decision(received, "uniform-6m")) == (raw, raw, safe)


def test_a_term_of_a_by_law_is_not_moved() -> None:
    assert ends(decision("2026-10-31", "apv-8w-8w")) == ("2026-12-26", "2026-12-26", "2026-12-24")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        pytest.param("2026-12-24", "2026-12-29", id="T15"),
        pytest.param("2027-03-24", "2027-03-30", id="T16"),
        pytest.param("2027-03-25", "2027-03-31", id="T17"),
        pytest.param("2027-05-04", "2027-05-11", id="T18"),
    ],
)
def test_three_days_hold_two_working_days(start: str, end: str) -> None:
    day, length = date.fromisoformat(start), Length("test", 3, Unit.DAYS, "Termijnenwet art. 2", "law.md")
    assert str(calendar_of(rules()).statutory(day, end_of(day, length), length)) == end


INVITED = event("supplement-invited", "2026-10-12", due="2026-10-26")


@pytest.mark.parametrize(
    ("events", "days", "expected"),
    [
        pytest.param(
            [event("supplement-received", "2026-10-22", complete=True)],
            9,
            ("2026-12-09", "2026-12-09", "2026-12-09"),
            id="T20",
        ),
        pytest.param([], 13, ("2026-12-13", "2026-12-14", "2026-12-11"), id="T21"),
    ],
)
def test_supplement_suspends(events: list[Event], days: int, expected: tuple[str, str, str]) -> None:
    term = decision("2026-10-05", "awb-8w", INVITED, *events)
    assert (term.suspended_days, ends(term)) == (days, expected)


@pytest.mark.parametrize(
    ("events", "end"),
    [
        pytest.param([], "2026-11-23", id="T22"),
        pytest.param([event("supplement-received", "2026-10-22", complete=False)], "2026-11-19", id="T23"),
    ],
)
def test_leaving_untreated(events: list[Event], end: str) -> None:
    window = untreated_window(dossier("2026-10-05", "awb-8w", INVITED, *events), rules(), date(2026, 11, 1))
    assert window is not None
    assert ends(window) == (end, end, end)


ASKED = event("bureau-requested", "2026-11-02")
QUESTIONED = [
    event("bureau-asked-data", "2026-11-11"),
    event("bureau-got-data", "2026-11-25"),
    event("bureau-extended", "2026-12-20", weeks=4),
]


@pytest.mark.parametrize(
    ("events", "days", "expected"),
    [
        pytest.param([event("bureau-advice-received", "2026-12-23")], 52, "2027-01-21", id="T30"),
        pytest.param([event("bureau-advice-received", "2026-12-28")], 56, "2027-01-25", id="T31"),
        pytest.param([event("bureau-advice-received", "2027-01-04")], 56, "2027-01-25", id="T32"),
        pytest.param(
            [event("bureau-extended", "2026-12-21", weeks=4), event("bureau-advice-received", "2027-01-04")],
            64,
            "2027-02-02",
            id="T33",
        ),
        pytest.param([*QUESTIONED, event("bureau-advice-received", "2027-02-15")], 98, "2027-03-08", id="T35"),
    ],
)
def test_the_bureau_suspends(events: list[Event], days: int, expected: str) -> None:
    term = decision("2026-10-05", "awb-8w", ASKED, *events)
    assert (term.suspended_days, ends(term)) == (days, (expected, expected, expected))


def test_t34_the_bureau_asks_and_extends() -> None:
    events = (ASKED, *QUESTIONED, event("bureau-advice-received", "2027-02-05"))
    term = decision("2026-10-05", "awb-8w", *events)
    assert (term.suspended_days, ends(term)) == (96, ("2027-03-06", "2027-03-08", "2027-03-05"))
    (bureau,) = bureau_terms(dossier("2026-10-05", "awb-8w", *events), rules(), ON)
    assert (str(bureau.end), bureau.cap) == ("2027-02-08", 98)


def test_t36_overlapping_suspensions_are_not_added_twice() -> None:
    term = decision(
        "2026-10-05",
        "awb-8w",
        event("supplement-invited", "2026-11-09", due="2026-11-23"),
        event("supplement-received", "2026-11-20", complete=True),
        event("bureau-requested", "2026-11-16"),
        event("bureau-advice-received", "2026-12-23"),
    )
    assert (term.suspended_days, str(term.raw_end)) == (44, "2027-01-13")


def test_t37_an_own_investigation_suspends_nothing() -> None:
    term = decision("2026-10-05", "awb-8w", event("own-investigation-started", "2026-11-02"))
    assert (term.suspended_days, str(term.raw_end)) == (0, "2026-11-30")


@pytest.mark.parametrize(
    ("received", "procedure", "extended_on", "expected"),
    [
        pytest.param("2026-11-23", "ow-regular", "", ("2027-01-18", "2027-01-18", "2027-01-18"), id="T40"),
        pytest.param("2026-11-23", "ow-regular", "2027-01-18", ("2027-03-01", "2027-03-01", "2027-03-01"), id="T41"),
        pytest.param("2026-11-23", "ow-regular-consent", "", ("2027-02-15", "2027-02-15", "2027-02-15"), id="T42"),
        pytest.param(
            "2026-11-23", "ow-regular-consent", "2027-02-01", ("2027-03-29", "2027-03-30", "2027-03-25"), id="T43"
        ),
        pytest.param("2026-12-18", "ow-regular", "2027-02-01", ("2027-03-26", "2027-03-30", "2027-03-25"), id="T44"),
        pytest.param("2026-11-23", "ow-regular", "2027-01-19", ("2027-01-18", "2027-01-18", "2027-01-18"), id="late"),
    ],
)
def test_omgevingswet(received: str, procedure: str, extended_on: str, expected: tuple[str, str, str]) -> None:
    notices = [event("extension-notified", extended_on, weeks=8)] if extended_on else []
    assert ends(decision(received, procedure, *notices)) == expected


def after_decision(notified: str, *events: Event) -> dict[str, Term]:
    found = objection_terms(dossier("2026-05-04", "awb-8w", event("decision-notified", notified), *events))
    return {term.id: term for term in found}


@pytest.mark.parametrize(
    ("notified", "raw", "statutory"),
    [
        pytest.param("2026-11-23", "2027-01-04", "2027-01-04", id="T50"),
        pytest.param("2026-11-13", "2026-12-25", "2026-12-28", id="T51"),
        pytest.param("2026-11-20", "2027-01-01", "2027-01-04", id="T52"),
        pytest.param("2027-02-12", "2027-03-26", "2027-03-30", id="T53"),
        pytest.param("2027-03-24", "2027-05-05", "2027-05-10", id="T54"),
    ],
)
def test_objection(notified: str, raw: str, statutory: str) -> None:
    assert ends(after_decision(notified)["objection"])[:2] == (raw, statutory)


@pytest.mark.parametrize(
    ("notified", "committee", "weeks", "raw", "statutory"),
    [
        pytest.param("2026-11-23", False, 0, "2027-02-15", "2027-02-15", id="T55"),
        pytest.param("2026-11-23", True, 0, "2027-03-29", "2027-03-30", id="T56"),
        pytest.param("2026-11-23", True, 6, "2027-05-10", "2027-05-10", id="T57"),
        pytest.param("2026-11-13", False, 0, "2027-02-08", "2027-02-08", id="T58-6w"),
        pytest.param("2026-11-13", True, 0, "2027-03-22", "2027-03-22", id="T58-12w"),
    ],
)
def test_decision_on_objection(notified: str, committee: bool, weeks: int, raw: str, statutory: str) -> None:
    events = [event("objection-received", "2026-12-20", committee=committee)]
    if weeks:
        events.append(event("extension-notified", "2027-02-01", weeks=weeks))
    assert ends(after_decision(notified, *events)["objection-decision"])[:2] == (raw, statutory)


def test_days_in_default_begin_two_weeks_after_the_notice() -> None:
    notice = event("default-notice-received", "2026-12-02")
    found = {term.id: term for term in objection_terms(dossier("2026-10-05", "awb-8w", notice))}
    assert str(found["penalty"].steps[1].from_) == "2026-12-17"
    assert str(found["penalty"].raw_end) == "2027-01-27"
    assert str(found["penalty-decision"].raw_end) == "2027-02-10"


def test_a_notice_before_the_term_has_passed_has_no_effect() -> None:
    notice = event("default-notice-received", "2026-11-30")
    assert objection_terms(dossier("2026-10-05", "awb-8w", notice)) == ()


@pytest.mark.parametrize(
    ("days", "amount"), [(0, 0), (1, 23), (14, 322), (15, 357), (25, 707), (28, 812), (29, 857), (42, 1442), (60, 1442)]
)
def test_penalty(days: int, amount: int) -> None:
    assert penalty_amount(days, rules()) == amount


@pytest.mark.parametrize(("issued", "last"), [("2024-03-15", "2029-03-15"), ("2024-02-29", "2029-02-28")])
def test_five_years_of_reuse(issued: str, last: str) -> None:
    length = rules().lengths["reuse"]
    day = date.fromisoformat(issued)
    assert str(calendar_of(rules()).statutory(day, end_of(day, length), length)) == last
