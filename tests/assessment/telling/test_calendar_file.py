# SPDX-License-Identifier: EUPL-1.2
"""The file for an agenda: whole by RFC 5545, and without a word about persons."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from assessment.assess import assess
from assessment.dates import When
from assessment.deadline import Deadline, DeadlineKind
from assessment.dossier.event import Event, EventKind
from assessment.dossier.party import Person
from assessment.exchange import read_dossier
from assessment.telling.calendar_file import calendar_file
from assessment.terms.deadlines import deadlines
from resources.files import read_example
from tests.assessment.weighing.balances import shipped

TODAY = date(2026, 4, 13)
AT = datetime(2026, 4, 13, 9, 5, 7, tzinfo=UTC)
TERM = Deadline(DeadlineKind.TERM, "decision", date(2026, 4, 24), date(2026, 4, 28))
MARK = "Zwaluwstaart"


def written(*found, reference="BIB-2026-0099", today=TODAY):
    return calendar_file({reference: found}, shipped(), today, AT).decode()


def unfolded(text):
    return text.replace("\r\n ", "").split("\r\n")


def test_a_term_is_a_whole_day_with_an_alarm():
    lines = unfolded(written(TERM))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[2].startswith("PRODID:")
    assert lines[-2:] == ["END:VCALENDAR", ""]
    for line in (
        "DTSTAMP:20260413T090507Z",
        "DTSTART;VALUE=DATE:20260424",
        "SUMMARY:BIB-2026-0099: beslistermijn",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P3D",
    ):
        assert lines.count(line) == 1
    assert sum(line.startswith("UID:") for line in lines) == 1


def test_when_the_day_to_plan_on_is_past_the_last_day_counts():
    assert "DTSTART;VALUE=DATE:20260428" in written(TERM, today=date(2026, 4, 25))
    assert "DTSTART;VALUE=DATE:20260428" in written(TERM, today=date(2026, 4, 28))


def test_what_is_past_is_left_out():
    assert "BEGIN:VEVENT" not in written(TERM, today=date(2026, 4, 29))


def test_each_has_a_name_of_its_own_that_lasts():
    twice = written(TERM, replace(TERM, last=date(2026, 5, 1)))
    names = [line for line in unfolded(twice) if line.startswith("UID:")]
    assert len(set(names)) == 2
    moved = written(replace(TERM, plan_on=date(2026, 4, 27)))
    assert names[0] in unfolded(moved)
    assert names[0] not in unfolded(written(TERM, reference="BIB-2026-0100"))


def test_of_a_duty_no_article_is_told():
    told = written(Deadline(DeadlineKind.DUTY, "D-7a-7", date(2026, 4, 24), date(2026, 4, 24)))
    assert "SUMMARY:BIB-2026-0099: plicht\\, zie het dossier\r\n" in told
    assert "7a" not in told.replace("UID", "").split("SUMMARY")[1]


def test_signs_with_a_meaning_are_escaped_and_lines_stay_lines():
    lines = unfolded(written(TERM, reference="A\\B;C,D\r\nEND:VEVENT"))
    assert "SUMMARY:A\\\\B\\;C\\,D  END:VEVENT: beslistermijn" in lines
    assert lines.count("END:VEVENT") == 1


@given(st.text(max_size=200))
def test_no_line_is_longer_than_75_octets_and_nothing_is_lost(reference):
    content = calendar_file({reference: [TERM]}, shipped(), TODAY, AT)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert b"\n" not in content.replace(b"\r\n", b"")
    text = content.decode()
    (summary,) = [line for line in unfolded(text) if line.startswith("SUMMARY:")]
    shown = "".join(sign if sign.isprintable() else " " for sign in reference)
    plain = summary.replace("\\\\", "\0").replace("\\;", ";").replace("\\,", ",").replace("\0", "\\")
    assert plain == f"SUMMARY:{shown}: beslistermijn"


def test_nothing_that_was_recorded_about_persons_is_in_it():
    dossier = read_dossier(read_example("cafe-de-verzonnen-vink"))
    marked = tuple(replace(one, name=f"{MARK} {one.id}") for one in dossier.parties)
    events = tuple(replace(one, text=f"{MARK} belde") for one in dossier.events)
    application = replace(dossier.application, activity=f"{MARK} lunchroom", route_reason=MARK)
    dossier = replace(dossier, parties=marked, events=events, application=application)
    assert any(isinstance(one, Person) for one in marked)
    outcome = assess(dossier, shipped())
    found = deadlines(dossier, outcome.terms, outcome.duties)
    early = TODAY - timedelta(days=1)
    text = "".join(unfolded(calendar_file({dossier.reference: found}, shipped(), early, AT).decode()))
    assert text.count("BEGIN:VEVENT") == len(found) >= 3
    assert MARK not in text
    assert "Fictema" not in text
    assert "lunchroom" not in text


def test_what_follows_a_decision_stands_in_it_under_its_dutch_name():
    dossier = read_dossier(read_example("cafe-de-verzonnen-vink"))
    happened = (
        (EventKind.DEFAULT_NOTICE_RECEIVED, When(2026, 5, 4)),
        (EventKind.PERMIT_SUSPENDED, When(2026, 5, 6)),
        (EventKind.TRANSFER_INTENDED, When(2026, 9, 1)),
    )
    events = tuple(Event(kind, day, permit="EXP", text=f"{MARK} belde") for kind, day in happened)
    outcome = assess(replace(dossier, events=(*dossier.events, *events)), shipped())
    found = deadlines(dossier, outcome.terms, ())
    lines = unfolded(calendar_file({"Z-1": found}, shipped(), TODAY, AT).decode())
    named = {line.removeprefix("SUMMARY:Z-1: ") for line in lines if line.startswith("SUMMARY:")}
    new = {"dwangsom", "besluit over de dwangsom", "schorsing van de vergunning", "melding van de overgang"}
    assert new <= named
    assert named <= set(shipped().words["term"].values())
    assert MARK not in "".join(lines)
