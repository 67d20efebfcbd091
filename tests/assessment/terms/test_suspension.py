# SPDX-License-Identifier: EUPL-1.2
"""Days that do not count, one by one, and the edges between them."""

from datetime import date

import pytest

from assessment.dates import When
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.terms.bureau import bureau_terms
from assessment.terms.calendar import easter, kings_day
from assessment.terms.decision import decision_term
from assessment.terms.invitations import Invitation, expired_open, invitations, unanswered
from assessment.terms.span import merged
from assessment.terms.suspension import suspensions

from .test_terms import dossier, rules

ON = date(2026, 12, 1)
ASKED = ("supplement-invited", "2026-10-12", {"due": "2026-10-26"})


def events(*told: tuple[str, str, dict[str, object]] | tuple[str, str]) -> Dossier:
    made = []
    for kind, on, *more in told:
        parts = dict(more[0]) if more else {}
        if "due" in parts:
            parts["due"] = When.parse(str(parts["due"]))
        made.append(Event(EventKind(kind), When.parse(on), **parts))  # type: ignore[arg-type]
    return dossier("2026-10-05", "awb-8w", *made)


def spans(*told: tuple[str, str, dict[str, object]] | tuple[str, str]) -> list[tuple[str, str]]:
    return [(str(one.start), str(one.until)) for one in suspensions(events(*told), rules(), ON) if one.days]


WHOLE: dict[str, object] = {"complete": True}
PART: dict[str, object] = {"complete": False}


@pytest.mark.parametrize(
    ("answers", "until"),
    [
        ([], "2026-10-26"),
        ([("supplement-received", "2026-10-14", PART), ("supplement-received", "2026-10-20", WHOLE)], "2026-10-20"),
        ([("supplement-received", "2026-10-14", WHOLE), ("supplement-received", "2026-10-20", WHOLE)], "2026-10-14"),
        ([("supplement-received", "2026-10-14", PART), ("supplement-received", "2026-10-20", PART)], "2026-10-20"),
        ([("supplement-received", "2026-10-14", WHOLE), ("supplement-received", "2026-10-20", PART)], "2026-10-14"),
        ([("supplement-received", "2026-10-26", WHOLE)], "2026-10-26"),
        ([("supplement-received", "2026-10-27", WHOLE)], "2026-10-26"),
        ([("supplement-received", "2026-10-11", WHOLE)], "2026-10-26"),
    ],
)
def test_an_invitation_suspends_until_it_is_answered(
    answers: list[tuple[str, str, dict[str, object]]], until: str
) -> None:
    assert spans(ASKED, *answers) == [("2026-10-13", until)]


def test_an_answer_on_the_same_or_the_next_day_leaves_nothing_to_suspend() -> None:
    assert spans(ASKED, ("supplement-received", "2026-10-12", WHOLE)) == []
    assert spans(ASKED, ("supplement-received", "2026-10-13", WHOLE)) == []
    assert spans(ASKED, ("supplement-received", "2026-10-14", WHOLE)) == [("2026-10-13", "2026-10-14")]


def test_an_invitation_without_a_term_suspends_only_when_it_is_answered() -> None:
    open_ = ("supplement-invited", "2026-10-12")
    assert spans(open_) == []
    assert spans(open_, ("supplement-received", "2026-11-12", WHOLE)) == [("2026-10-13", "2026-11-12")]


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        ("2026-10-20", [("2026-10-10", "2026-10-20")]),
        ("2026-10-10", []),
        ("2026-10-09", [("2026-10-10", "2026-12-01")]),
    ],
)
def test_an_agreed_suspension(until: str, expected: list[tuple[str, str]]) -> None:
    assert spans(("agreed-suspension-from", "2026-10-10"), ("agreed-suspension-until", until)) == expected


def test_spans_that_touch_are_one() -> None:
    told = events(
        ("agreed-suspension-from", "2026-10-10"),
        ("agreed-suspension-until", "2026-10-13"),
        ASKED,
        ("agreed-suspension-from", "2026-10-27"),
        ("agreed-suspension-until", "2026-10-28"),
    )
    joined = merged(suspensions(told, rules(), ON))
    assert [(str(one.start), str(one.until)) for one in joined] == [
        ("2026-10-10", "2026-10-26"),
        ("2026-10-27", "2026-10-28"),
    ]


def test_two_requests_to_the_bureau_each_have_their_own_events() -> None:
    first, second = bureau_terms(
        events(
            ("bureau-requested", "2026-10-12"),
            ("bureau-extended", "2026-10-19", {"weeks": 2}),
            ("bureau-asked-data", "2026-10-12"),
            ("bureau-got-data", "2026-10-12"),
            ("bureau-advice-received", "2026-10-30"),
            ("bureau-requested", "2026-11-02"),
            ("bureau-asked-data", "2026-11-20"),
            ("bureau-extended", "2026-11-02", {"weeks": 5}),
        ),
        rules(),
        ON,
    )
    assert (str(first.received_on), first.extension_days, str(first.end)) == ("2026-10-30", 14, "2026-12-21")
    assert (second.received_on, second.extension_days, str(second.end)) == (None, 28, "2027-02-05")
    assert [(str(one.start), str(one.until)) for one in second.waiting] == [("2026-11-20", "2026-12-01")]


def test_a_request_that_is_still_open_suspends_for_the_whole_term_of_the_bureau() -> None:
    assert spans(("bureau-requested", "2026-10-12")) == [("2026-10-12", "2026-12-07")]
    assert spans(("bureau-requested", "2026-10-12"), ("bureau-extended", "2026-11-30")) == [
        ("2026-10-12", "2026-12-07")
    ]


def end(*told: tuple[str, str, dict[str, object]] | tuple[str, str]) -> tuple[str, int, int]:
    found = decision_term(events(*told), rules(), ON)
    assert found is not None
    return str(found.term.raw_end), found.term.suspended_days, len(found.term.steps)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ([], ("2026-11-30", 0, 1)),
        ([("agreed-suspension-from", "2026-11-30"), ("agreed-suspension-until", "2026-12-02")], ("2026-12-02", 2, 2)),
        ([("agreed-suspension-from", "2026-12-01"), ("agreed-suspension-until", "2026-12-03")], ("2026-11-30", 0, 1)),
        ([("agreed-suspension-from", "2026-10-01"), ("agreed-suspension-until", "2026-10-05")], ("2026-11-30", 0, 1)),
        ([("agreed-suspension-from", "2026-10-01"), ("agreed-suspension-until", "2026-10-07")], ("2026-12-02", 2, 2)),
        ([("extension-notified", "2026-11-30", {"weeks": 2})], ("2026-12-14", 0, 2)),
        ([("extension-notified", "2026-12-01", {"weeks": 2})], ("2026-11-30", 0, 1)),
        ([("extension-notified", "2026-11-02")], ("2026-11-30", 0, 1)),
        (
            [("extension-notified", "2026-11-02", {"weeks": 1}), ("extension-notified", "2026-11-03", {"weeks": 4})],
            ("2026-12-07", 0, 2),
        ),
        ([("extension-notified", "2026-11-02", {"weeks": 500})], ("2028-11-27", 0, 2)),
        (
            [("objection-received", "2026-11-02"), ("extension-notified", "2026-11-02", {"weeks": 2})],
            ("2026-11-30", 0, 1),
        ),
        (
            [("objection-received", "2026-11-03"), ("extension-notified", "2026-11-02", {"weeks": 2})],
            ("2026-12-14", 0, 2),
        ),
    ],
)
def test_edges_of_the_decision_term(told: list[tuple[str, str]], expected: tuple[str, int, int]) -> None:
    assert end(*told) == expected


def test_the_step_of_an_extension_shows_what_it_adds() -> None:
    found = decision_term(events(("extension-notified", "2026-11-02", {"weeks": 2})), rules(), ON)
    assert found is not None
    step = found.term.steps[-1]
    assert (step.rule, str(step.from_), str(step.until)) == ("Awb 4:14 lid 3", "2026-11-30", "2026-12-14")


def asked(*answers: tuple[str, str, dict[str, object]] | tuple[str, str]) -> Invitation:
    (found,) = invitations(events(ASKED, *answers))
    return found


def test_what_became_of_an_invitation() -> None:
    assert (asked().answered_on, asked().complete) == (None, False)
    early = asked(("supplement-received", "2026-10-11", WHOLE))
    assert (early.answered_on, early.complete) == (None, False)
    same = asked(("supplement-received", "2026-10-12", PART))
    assert (str(same.answered_on), same.complete) == ("2026-10-12", False)
    late = asked(("supplement-received", "2026-10-20", PART), ("supplement-received", "2026-11-20", PART))
    assert (str(late.answered_on), late.complete) == ("2026-11-20", False)
    whole = asked(("supplement-received", "2026-10-20", WHOLE), ("supplement-received", "2026-11-20", PART))
    assert (str(whole.answered_on), whole.complete) == ("2026-10-20", True)
    assert asked(("supplement-received", "2026-10-20")).complete is None


@pytest.mark.parametrize(
    ("answers", "day", "open_", "silent"),
    [
        ([], "2026-10-26", 0, 0),
        ([], "2026-10-27", 1, 1),
        ([("supplement-received", "2026-10-20", PART)], "2026-10-27", 1, 0),
        ([("supplement-received", "2026-10-20")], "2026-10-27", 1, 0),
        ([("supplement-received", "2026-10-20", WHOLE)], "2026-10-27", 0, 0),
    ],
)
def test_expired_invitations(answers: list[tuple[str, str]], day: str, open_: int, silent: int) -> None:
    told, on = events(ASKED, *answers), date.fromisoformat(day)
    assert (len(expired_open(told, on)), len(unanswered(told, on))) == (open_, silent)


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1954, "04-18"),
        (1981, "04-19"),
        (2000, "04-23"),
        (2024, "03-31"),
        (2049, "04-18"),
        (2076, "04-19"),
        (2100, "03-28"),
    ],
)
def test_easter_of_other_years(year: int, day: str) -> None:
    assert str(easter(year)) == f"{year}-{day}"


def test_kings_day_is_never_on_a_sunday() -> None:
    assert (str(kings_day(2025)), str(kings_day(2026))) == ("2025-04-26", "2026-04-27")
