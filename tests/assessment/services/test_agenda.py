# SPDX-License-Identifier: EUPL-1.2
"""What is late and what comes, over all dossiers."""

from datetime import UTC, date, datetime, timedelta

import pytest

from assessment.deadline import Deadline, DeadlineKind
from assessment.exchange import read_dossier
from assessment.ports import DossierId, DossierRow, Summary
from assessment.services.agenda import agenda
from assessment.services.dossiers import summarise
from resources.files import read_example
from tests.assessment.weighing.balances import shipped

TODAY = date(2026, 6, 2)


def term(days, id_="decision", last=None):
    day = TODAY + timedelta(days=days)
    return Deadline(DeadlineKind.TERM, id_, day, day if last is None else TODAY + timedelta(days=last))


def row(number, *deadlines, known=True, decide_before=None):
    found = deadlines if known else None
    summary = Summary(f"BIB-{number}", "", "", (), "", None, decide_before, "facts", found)
    return DossierRow(DossierId(f"d{number}"), summary, datetime(2026, 6, 1, tzinfo=UTC))


def told(*rows):
    return [(one.reference, one.deadline.id, one.days_left) for one in agenda(rows, TODAY)]


def test_what_is_late_stands_first_then_what_comes_soonest():
    rows = (row(1, term(3), term(-2)), row(2, term(0), term(-40), term(3, "bureau-advice")))
    assert told(*rows) == [
        ("BIB-2", "decision", -40),
        ("BIB-1", "decision", -2),
        ("BIB-2", "decision", 0),
        ("BIB-1", "decision", 3),
        ("BIB-2", "bureau-advice", 3),
    ]


def test_thirty_days_are_looked_ahead():
    assert told(row(1, term(30), term(31))) == [("BIB-1", "decision", 30)]


def test_between_the_day_to_plan_on_and_the_last_day_nothing_is_late():
    assert told(row(1, term(-3, last=1))) == [("BIB-1", "decision", 1)]


def test_what_lapsed_is_not_late():
    assert told(row(1, term(-1, "objection"), term(0, "hearing"))) == [("BIB-1", "hearing", 0)]


def test_of_a_row_of_an_older_store_the_decision_is_known():
    assert told(row(1, known=False, decide_before=TODAY)) == [("BIB-1", "decision", 0)]
    assert told(row(1, known=False)) == []
    assert told(row(1, decide_before=TODAY)) == []


def test_each_entry_has_a_name_of_its_own():
    entries = agenda((row(1, term(1), term(2), term(1, "hearing")), row(2, term(1))), TODAY)
    assert len({one.id for one in entries}) == len(entries)


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2026, 4, 20), ["D-7a-7", "supplement", "decision", "extension-notice"]),
        (date(2026, 4, 23), ["D-7a-7", "decision", "extension-notice", "leave-untreated"]),
        (date(2026, 4, 29), ["D-7a-7", "decision", "D-4-14", "leave-untreated"]),
    ],
)
def test_a_worked_dossier_brings_its_terms_and_duties_as_the_days_pass(today, expected):
    dossier = read_dossier(read_example("cafe-de-verzonnen-vink"))
    kept = DossierRow(DossierId("1"), summarise(dossier, shipped()), datetime(2026, 4, 15, tzinfo=UTC))
    assert [one.deadline.id for one in agenda((kept,), today)] == expected
