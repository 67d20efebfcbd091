# SPDX-License-Identifier: EUPL-1.2
"""What an event would change, in sentences; the days are counted by hand from law.md 3."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.dates import When
from assessment.dossier.application import Application, Permit, Procedure
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.known import NOT_KNOWN
from assessment.telling.consequences import NOTHING, consequences, made_impossible
from tests.assessment.weighing.balances import shipped

KIND = EventKind


def day(text):
    return When.on(date.fromisoformat(text))


def event(kind, on, **more):
    return Event(kind, day(on), **more)


def dossier(*events):
    """Received on 5 October 2026 under the eight weeks of the Awb: decide by 30 November 2026."""
    application = Application(
        permit_types=(Permit("EXP", "EXP"),), received_on=day("2026-10-05"), procedure=Procedure("awb-8w")
    )
    return Dossier("BIB-2026-0099", "2026-01-01", date(2026, 10, 6), application=application, events=events)


def told(new, *before):
    return consequences(dossier(*before), new, shipped())


STARTED = event(KIND.OWN_INVESTIGATION_STARTED, "2026-10-05")
SENT = event(KIND.FORM_SENT, "2026-10-05")
INVITED = event(KIND.SUPPLEMENT_INVITED, "2026-10-12", due=day("2026-10-26"))


def test_an_invitation_moves_the_decision_and_starts_its_own_term():
    moved, begun, note = told(INVITED)
    assert moved == "De beslistermijn schuift naar 14 dec 2026, plan op 11 dec 2026 (nu 30 nov 2026)."
    assert begun == "De hersteltermijn loopt dan tot en met 26 okt 2026."
    assert note.startswith("De aanvulling is er nog niet. Geteld is tot 26 okt 2026")


def test_a_supplement_in_time_brings_the_decision_forward():
    supplement = event(KIND.SUPPLEMENT_RECEIVED, "2026-10-22", complete=True)
    assert "De beslistermijn schuift naar 9 dec 2026 (nu 14 dec 2026)." in told(supplement, INVITED)
    assert "De hersteltermijn loopt dan niet meer." in told(supplement, INVITED)


def test_a_request_to_the_bureau_brings_duties_that_are_fulfilled_later():
    asked = event(KIND.BUREAU_REQUESTED, "2026-11-02")
    lines = told(asked)
    assert "De beslistermijn schuift naar 25 jan 2027 (nu 30 nov 2026)." in lines
    assert "Het advies van het Bureau loopt dan tot en met 28 dec 2026." in lines
    duty = "Laat betrokkene weten dat het Landelijk Bureau Bibob om advies is gevraagd."
    assert f"Daarna te doen: {duty}" in lines
    assert f"Hiermee gedaan: {duty}" in told(event(KIND.SUBJECT_INFORMED, "2026-11-02"), asked)


def test_a_decision_ends_its_term():
    lines = told(event(KIND.DECISION_MADE, "2026-11-20"))
    assert "De beslistermijn loopt dan niet meer." in lines


def test_what_changes_nothing_says_so():
    assert told(event(KIND.OWN_INVESTIGATION_STARTED, "2026-10-06", text="start"), STARTED, SENT) == (NOTHING,)


@pytest.mark.parametrize(
    ("new", "note"),
    [
        (
            event(KIND.EXTENSION_NOTIFIED, "2026-12-01", weeks=6),
            "De verlenging van 1 dec 2026 kwam na 30 nov 2026 en telt niet mee.",
        ),
        (
            event(KIND.DEFAULT_NOTICE_RECEIVED, "2026-11-01"),
            "De ingebrekestelling van 1 nov 2026 kwam voordat de termijn voorbij was (30 nov 2026).",
        ),
        (event(KIND.STAY_FROM, "2026-11-01"), "De termijn staat in deze procedure niet stil door de aanhouding."),
    ],
)
def test_what_has_no_effect_says_why(new, note):
    (line,) = told(new)
    assert line.startswith(note)


def test_a_note_that_was_there_already_is_not_told_again():
    early = event(KIND.DEFAULT_NOTICE_RECEIVED, "2026-11-01")
    assert not [line for line in told(SENT, early) if "ingebrekestelling" in line]


def test_why_an_end_moves_to_a_working_day_is_not_told():
    lines = told(event(KIND.SUPPLEMENT_INVITED, "2026-10-12", due=day("2026-10-25")))
    assert "De beslistermijn schuift naar 14 dec 2026, plan op 11 dec 2026 (nu 30 nov 2026)." in lines
    assert not [line for line in lines if "zaterdag" in line or "zondag" in line]


def test_what_can_be_makes_nothing_impossible():
    assert made_impossible(dossier(), INVITED, shipped()) == ()


def test_what_cannot_be_beside_this_event_is_told():
    (line,) = made_impossible(dossier(), event(KIND.STAY_UNTIL, "2026-11-01"), shipped())
    assert line.startswith("“aanhouding (Omgevingswet), einde” (1 nov 2026) kan niet zonder")


def test_a_second_day_of_receipt_is_told():
    (line,) = made_impossible(dossier(), event(KIND.APPLICATION_RECEIVED, "2026-11-01"), shipped())
    assert line.endswith("op 5 okt 2026 is ontvangen, bij de gebeurtenissen 1 nov 2026. Geteld is vanaf 5 okt 2026.")


def test_what_was_impossible_before_is_not_told_again():
    wrong = event(KIND.STAY_UNTIL, "2026-11-01")
    assert made_impossible(dossier(wrong), INVITED, shipped()) == ()


def test_without_a_procedure_nothing_is_counted():
    bare = replace(dossier(), application=replace(dossier().application, procedure=NOT_KNOWN))
    assert not [line for line in consequences(bare, INVITED, shipped()) if "beslistermijn" in line]
