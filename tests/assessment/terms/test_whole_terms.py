# SPDX-License-Identifier: EUPL-1.2
"""Terms told whole: all three ends, the days that stood still, and every step with its rule and its days."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When
from assessment.dossier.application import Permit
from assessment.dossier.bureau_advice import BureauAdvice
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event
from assessment.dossier.hearing import Hearing
from assessment.outcome import Term
from assessment.terms.penalty import penalty_amount
from assessment.terms.terms import terms, untreated_window
from tests.assessment.weighing.balances import shipped

from .test_terms import ON, dossier, event, objection_terms, rules

Told = tuple[str, str, str, str, int, list[tuple[str, str, str]]]


def told(term: Term) -> Told:
    steps = [(one.rule, str(one.from_), str(one.until)) for one in term.steps]
    return (
        term.id, str(term.raw_end), str(term.statutory_end), str(term.safe_end), term.suspended_days, steps,
    )  # fmt: skip


def catalogue() -> Catalogue:
    return shipped()


def after(notified: str, *events: Event, received: str = "2026-05-04") -> dict[str, Told]:
    found = objection_terms(dossier(received, "awb-8w", event("decision-notified", notified), *events))
    return {term.id: told(term) for term in found}


def all_terms(case: Dossier, on: date = ON) -> dict[str, Told]:
    return {term.id: told(term) for term in terms(case, catalogue(), on)}


def test_the_term_for_objection_starts_with_the_first_time_that_it_was_made_known() -> None:
    assert after("2026-11-13", event("decision-notified", "2026-11-20"))["objection"] == (
        "objection", "2026-12-25", "2026-12-28", "2026-12-24", 0, [("Awb 6:7 en 6:8", "2026-11-13", "2026-12-25")],
    )  # fmt: skip


def test_the_decision_on_an_objection_has_one_step_without_an_extension() -> None:
    received = event("objection-received", "2026-12-20", committee=True)
    assert after("2026-11-23", received)["objection-decision"] == (
        "objection-decision", "2027-03-29", "2027-03-30", "2027-03-25", 0,
        [("Awb 7:10 lid 1 en 7:13", "2027-01-04", "2027-03-29")],
    )  # fmt: skip
    without = after("2026-11-23", event("objection-received", "2026-12-20", committee=None))
    assert without["objection-decision"][5] == [("Awb 7:10 lid 1", "2027-01-04", "2027-02-15")]
    unsaid = after("2026-11-23", event("objection-received", "2026-12-20"))
    assert unsaid["objection-decision"][5] == without["objection-decision"][5]


@pytest.mark.parametrize(
    ("notices", "end"),
    [
        ([("2027-02-01", 6)], "2027-03-29"),
        ([("2027-02-01", 4)], "2027-03-15"),
        ([("2027-02-01", 1)], "2027-02-22"),
        ([("2027-02-01", 9)], "2027-03-29"),
        ([("2027-02-01", 2), ("2027-02-08", 6)], "2027-03-01"),
        ([("2026-12-20", 2)], "2027-03-01"),
        ([("2026-12-19", 2)], "2027-02-15"),
        ([("2026-12-19", 6), ("2027-01-11", 1)], "2027-02-22"),
        ([("2027-02-01", 0)], "2027-02-15"),
        ([("2027-02-01", None)], "2027-02-15"),
    ],
)
def test_the_first_notice_since_the_objection_extends_it_by_at_most_six_weeks(
    notices: list[tuple[str, Any]], end: str
) -> None:
    events = [event("extension-notified", on, weeks=weeks) for on, weeks in notices]
    found = after("2026-11-23", event("objection-received", "2026-12-20"), *events)["objection-decision"]
    assert found[1] == end
    steps = [("Awb 7:10 lid 1", "2027-01-04", "2027-02-15")]
    extended = [("Awb 7:10 lid 3", "2027-02-15", end)] if end != "2027-02-15" else []
    assert found[5] == steps + extended


def test_the_objection_that_came_first_decides_since_when_a_notice_extends() -> None:
    events = [
        event("objection-received", "2026-12-20"),
        event("objection-received", "2027-01-03"),
        event("extension-notified", "2026-12-28", weeks=2),
    ]
    assert after("2026-11-23", *events)["objection-decision"][1] == "2027-03-01"


def test_the_penalty_told_whole() -> None:
    notice = event("default-notice-received", "2026-12-02")
    found = {one.id: told(one) for one in objection_terms(dossier("2026-10-05", "awb-8w", notice))}
    assert found == {
        "penalty": (
            "penalty", "2027-01-27", "2027-01-27", "2027-01-27", 0,
            [("Awb 4:17 lid 3", "2026-12-02", "2026-12-16"), ("Awb 4:17 lid 1 en 2", "2026-12-17", "2027-01-27")],
        ),
        "penalty-decision": (
            "penalty-decision", "2027-02-10", "2027-02-10", "2027-02-10", 0, [("Awb 4:18", "2027-01-27", "2027-02-10")],
        ),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (["2026-11-25", "2026-12-02"], "2026-12-17"),
        (["2026-12-02", "2026-12-09"], "2026-12-17"),
        (["2026-12-01"], "2026-12-16"),
        (["2026-11-30"], ""),
        (["2026-06-01"], ""),
    ],
)
def test_the_first_notice_after_the_term_counts(days: list[str], first: str) -> None:
    notices = [event("default-notice-received", day) for day in days]
    found = {one.id: one for one in objection_terms(dossier("2026-10-05", "awb-8w", *notices))}
    assert (str(found["penalty"].steps[1].from_) if found else "") == first
    if found:
        assert str(found["penalty"].steps[0].from_) == min(day for day in days if day > "2026-11-30")


def test_days_before_the_default_cost_nothing() -> None:
    assert penalty_amount(-3, rules()) == 0


HEARD = Hearing("h1", "p1", invited_on=When.parse("2026-11"), due=When.parse("2026-12"))
ADVICE = BureauAdvice("b1", issued_on=When.parse("2024-02-29"))


def test_hearing_and_reuse_told_whole() -> None:
    case = replace(dossier("2026-10-05", "awb-8w"), hearings=(HEARD,), bureau_advices=(ADVICE, BureauAdvice("b2")))
    found = all_terms(case)
    assert found["hearing"] == (
        "hearing", "2026-12-31", "2026-12-31", "2026-12-31", 0,
        [("Wet Bibob art. 33; Awb 4:7 en 4:8", "2026-11-01", "2026-12-31")],
    )  # fmt: skip
    assert found["reuse"] == (
        "reuse", "2029-02-28", "2029-02-28", "2029-02-28", 0, [("Wet Bibob art. 29", "2024-02-29", "2029-02-28")],
    )  # fmt: skip


INVITED = [
    event("supplement-invited", "2026-10-12", due="2026-10-26"),
    event("supplement-invited", "2026-11-02", due="2026-11-14"),
]


def test_the_last_invitation_is_the_one_that_runs() -> None:
    case = dossier("2026-10-05", "awb-8w", *INVITED)
    assert [term.id for term in terms(case, catalogue(), ON)].count("supplement") == 1
    found = all_terms(case)
    assert found["supplement"] == (
        "supplement", "2026-11-14", "2026-11-14", "2026-11-13", 0,
        [("Awb 4:5 lid 1", "2026-11-02", "2026-11-14")],
    )  # fmt: skip
    assert found["leave-untreated"] == (
        "leave-untreated", "2026-12-12", "2026-12-14", "2026-12-11", 0, [("Awb 4:5 lid 4", "2026-11-14", "2026-12-12")],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("answer", "on", "end"),
    [
        ({"on": "2026-11-10", "complete": True}, ON, ""),
        ({"on": "2026-11-10", "complete": False}, ON, "2026-12-08"),
        ({"on": "2026-11-10"}, ON, ""),
        ({"on": "2026-11-20", "complete": False}, ON, "2026-12-12"),
        (None, date(2026, 11, 14), ""),
        (None, date(2026, 11, 15), "2026-12-12"),
    ],
)
def test_when_an_application_may_be_left_untreated(answer: dict[str, Any] | None, on: date, end: str) -> None:
    answers = [event("supplement-received", **answer)] if answer else []
    found = untreated_window(dossier("2026-10-05", "awb-8w", *INVITED, *answers), rules(), on)
    assert (str(found.raw_end) if found else "") == end


def test_what_exists_already_cannot_be_left_untreated() -> None:
    case = dossier("2026-10-05", "awb-8w", *INVITED)
    existing = replace(case.application, existing=True)
    assert "leave-untreated" not in all_terms(replace(case, application=existing))
    both = replace(existing, permit_types=(Permit("EXP", "EXP"), Permit("ALC", "ALC", existing=False)))
    assert "leave-untreated" in all_terms(replace(case, application=both))


def test_an_extension_can_be_announced_until_the_first_end() -> None:
    found = all_terms(dossier("2026-10-30", "awb-8w", *INVITED[1:]))
    assert found["extension-notice"] == (
        "extension-notice", "2027-01-05", "2027-01-05", "2027-01-05", 11,
        [("Awb 4:14 lid 3", "2026-10-30", "2027-01-05")],
    )  # fmt: skip
    extended = event("extension-notified", "2026-12-01", weeks=2)
    assert "extension-notice" not in all_terms(dossier("2026-10-30", "awb-8w", extended))
    assert "extension-notice" not in all_terms(dossier("2026-10-30", "awb-8w", event("decision-made", "2026-12-01")))


def test_the_advice_of_the_bureau_told_whole() -> None:
    events = [
        event("bureau-requested", "2026-11-02"),
        event("bureau-asked-data", "2026-11-11"),
        event("bureau-got-data", "2026-11-25"),
        event("bureau-extended", "2026-12-20", weeks=4),
    ]
    assert all_terms(dossier("2026-10-05", "awb-8w", *events))["bureau-advice"] == (
        "bureau-advice", "2027-02-08", "2027-02-08", "2027-02-08", 14,
        [
            ("Wet Bibob art. 15 lid 1", "2026-11-02", "2026-12-28"),
            ("Wet Bibob art. 15 lid 2", "2026-11-11", "2026-11-25"),
            ("Wet Bibob art. 15 lid 3", "2027-01-11", "2027-02-08"),
        ],
    )  # fmt: skip
