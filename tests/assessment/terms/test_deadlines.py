# SPDX-License-Identifier: EUPL-1.2
"""Which terms and duties still ask for something after what happened."""

from datetime import date

import pytest

from assessment.dates import When
from assessment.deadline import Deadline, DeadlineKind
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.dossier.hearing import Hearing
from assessment.outcome import Duty, Term, TermStep
from assessment.terms.deadlines import deadlines

START, END = date(2026, 3, 2), date(2026, 4, 27)
KIND = EventKind


def term(id_):
    return Term(id_, END, END, END, 0, (TermStep("regel", START, END),))


def event(kind, day, **more):
    return Event(kind, When.on(day), **more)


def left(id_, *events, hearings=()):
    dossier = Dossier("Z-1", "2026-01-01", date(2026, 4, 1), events=events, hearings=hearings)
    return [one.id for one in deadlines(dossier, [term(id_)], ())]


INVITED = event(KIND.SUPPLEMENT_INVITED, START, due=When.on(END))
OBJECTED = event(KIND.OBJECTION_RECEIVED, date(2026, 3, 20))
DECIDED = event(KIND.DECISION_MADE, date(2026, 3, 10))


@pytest.mark.parametrize(
    ("id_", "runs", "ends"),
    [
        ("decision", (), (DECIDED,)),
        ("decision", (OBJECTED,), (event(KIND.WITHDRAWN, START),)),
        ("extension-notice", (), (DECIDED,)),
        ("leave-untreated", (INVITED,), (DECIDED,)),
        ("supplement", (INVITED,), (INVITED, event(KIND.SUPPLEMENT_RECEIVED, END, complete=True))),
        ("supplement", (INVITED, event(KIND.SUPPLEMENT_RECEIVED, END, complete=False)), (INVITED, DECIDED)),
        (
            "bureau-advice",
            (event(KIND.BUREAU_ADVICE_RECEIVED, date(2026, 3, 1)),),
            (event(KIND.BUREAU_ADVICE_RECEIVED, START),),
        ),
        ("bureau-advice", (), (DECIDED,)),
        ("objection", (DECIDED,), (DECIDED, OBJECTED)),
        (
            "penalty-decision",
            (event(KIND.PENALTY_DECIDED, date(2026, 3, 1)), OBJECTED),
            (event(KIND.PENALTY_DECIDED, START),),
        ),
        ("penalty-decision", (), (event(KIND.PENALTY_DECIDED, date(2026, 3, 9)),)),
        (
            "permit-suspension",
            (event(KIND.PERMIT_SUSPENSION_ENDED, date(2026, 3, 1)),),
            (event(KIND.PERMIT_SUSPENSION_ENDED, date(2026, 3, 3)),),
        ),
        ("transfer-notice", (OBJECTED,), (event(KIND.TRANSFER_TOLD, date(2026, 2, 1)),)),
        ("bureau-advice", (), (event(KIND.BUREAU_ADVICE_RECEIVED, date(2026, 3, 9)),)),
        (
            "objection-decision",
            (event(KIND.DECISION_MADE, date(2026, 3, 20)), OBJECTED),
            (OBJECTED, event(KIND.OBJECTION_RECEIVED, date(2026, 3, 25)), event(KIND.DECISION_MADE, date(2026, 3, 23))),
        ),
        ("objection-decision", (DECIDED, OBJECTED), (OBJECTED, event(KIND.DECISION_MADE, date(2026, 3, 21)))),
    ],
)
def test_a_term_runs_until_something_ends_it(id_, runs, ends):
    assert left(id_, *runs) == [id_]
    assert left(id_, *ends) == []


@pytest.mark.parametrize("id_", ["penalty", "penalty-decision", "reuse"])
def test_some_terms_are_ended_by_time_alone(id_):
    assert left(id_, DECIDED, OBJECTED) == [id_]


def test_a_hearing_ends_when_all_who_were_invited_spoke():
    asked = {"invited_on": When.on(START), "due": When.on(END)}
    silent, other = Hearing("h1", "p1", **asked), Hearing("h2", "p2", invited_on=When.on(START), due=When.on(START))
    spoke = Hearing("h3", "p3", received_on=When.on(END), **asked)
    waived = Hearing("h4", "p4", waived=True, **asked)
    assert left("hearing", hearings=(silent, spoke)) == ["hearing"]
    assert left("hearing", hearings=(other, spoke, waived)) == []
    assert left("hearing", DECIDED, hearings=(silent,)) == []


def duties(*events):
    dossier = Dossier("Z-1", "2026-01-01", date(2026, 4, 1), events=events)
    found = (
        Duty("D-33", END, "", ""),
        Duty("D-3-41", START, "", ""),
        Duty("D-32", END, "", "", fulfilled=True),
        Duty("D-28-3", None, "", ""),
    )
    return deadlines(dossier, (), found)


def test_open_duties_with_a_day_are_listed_in_order():
    assert duties() == (
        Deadline(DeadlineKind.DUTY, "D-3-41", START, START),
        Deadline(DeadlineKind.DUTY, "D-33", END, END),
    )


@pytest.mark.parametrize("kind", [KIND.DECISION_MADE, KIND.WITHDRAWN])
def test_after_the_decision_only_what_follows_it_is_asked(kind):
    assert [one.id for one in duties(event(kind, START))] == ["D-3-41"]


def test_the_day_that_counts_is_the_last_when_the_day_to_plan_on_is_past():
    one = Deadline(DeadlineKind.TERM, "decision", START, END)
    assert one.day(START) == START
    assert one.day(date(2026, 3, 3)) == END


def test_only_what_lapses_can_be_over():
    after = date(2026, 4, 28)
    assert Deadline(DeadlineKind.TERM, "objection", END, END).is_over(after)
    assert not Deadline(DeadlineKind.TERM, "objection", END, END).is_over(END)
    assert not Deadline(DeadlineKind.TERM, "decision", END, END).is_over(after)
    assert not Deadline(DeadlineKind.DUTY, "reuse", END, END).is_over(after)
