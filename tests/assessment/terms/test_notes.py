# SPDX-License-Identifier: EUPL-1.2
"""What is told with a term: why it ends there, what is still out, and what does not count."""

from datetime import date

import pytest

from assessment.catalogue.term import Length, Unit
from assessment.dossier.event import Event
from assessment.outcome import Term
from assessment.terms.ends import ends
from assessment.terms.terms import terms
from tests.assessment.terms.test_more_vectors import OBJECTED, between
from tests.assessment.terms.test_own_vectors import AWB, DEFAULT, invited, supplemented
from tests.assessment.terms.test_terms import dossier, event
from tests.assessment.weighing.balances import shipped

SOON, LATER = date(2026, 10, 14), date(2028, 1, 3)
ASKED = event("bureau-requested", "2026-11-02")


def told(id_: str, received: tuple[str, str], events: list[Event], on: date = LATER) -> tuple[str, ...]:
    found: list[Term] = [one for one in terms(dossier(*received, *events), shipped(), on) if one.id == id_]
    return found[0].notes


@pytest.mark.parametrize(
    ("id_", "received", "events", "on", "note"),
    [
        ("decision", ("2026-10-30", "awb-8w"), [], LATER,
         "25 dec 2026 is eerste kerstdag. Het wettelijke einde schuift daarom naar 28 dec 2026."),
        ("decision", ("2026-10-31", "apv-8w-8w"), [], LATER,
         "26 dec 2026 is tweede kerstdag. Een termijn uit een verordening of brief schuift daardoor niet op; plan op "),
        ("decision", ("2026-11-23", "uniform-6m"), [], LATER,
         "23 mei 2027 is een zondag. Een termijn van deze lengte schuift daardoor niet op; plan op het veilige einde."),
        ("decision", AWB, [invited("2026-10-12", "2026-10-26")], SOON,
         "De aanvulling is er nog niet. Geteld is tot 26 okt 2026, het einde van de termijn daarvoor; komt zij"),
        ("decision", AWB, [event("supplement-invited", "2026-10-12")], LATER,
         "Bij de vraag om aanvulling van 12 okt 2026 staat geen termijn en er is geen antwoord"),
        ("decision", AWB, [ASKED], LATER,
         "Het advies van het Bureau is er nog niet. Geteld is de hele adviestermijn, tot en met 28 dec 2026;"),
        ("bureau-advice", AWB, [ASKED, event("bureau-extended", "2026-12-01")], LATER,
         "Het Bureau heeft verlengd, maar het aantal weken is niet bekend. Er is niets bij geteld."),
        ("bureau-advice", AWB, [ASKED, event("bureau-asked-data", "2026-11-11")], date(2026, 11, 20),
         "Van de vraag van het Bureau om gegevens is het einde niet vastgelegd. Geteld is tot 20 nov 2026, de dag"),
        ("decision", AWB, [event("agreed-suspension-from", "2026-10-12")], SOON,
         "Van de opschorting met instemming is het einde niet vastgelegd. Geteld is tot 14 okt 2026, de dag"),
        ("decision", AWB, between("agreed-suspension", "2026-12-01", "2026-12-08"), LATER,
         "Wat op 1 dec 2026 begon, telt niet mee als opschorting. De termijn was toen al voorbij."),
        ("decision", AWB, between("stay", "2026-10-12", "2026-10-22"), LATER,
         "De termijn staat in deze procedure niet stil door de aanhouding."),
        ("decision", AWB, [event("extension-notified", "2026-12-01", weeks=4)], LATER,
         "De verlenging van 1 dec 2026 kwam na 30 nov 2026 en telt niet mee. Zij laat de aanvrager wel weten dat het "),
        ("decision", AWB, [event("extension-notified", "2026-11-02", weeks=2),
                           event("extension-notified", "2026-11-03", weeks=4)], LATER,
         "De verlenging van 3 nov 2026 telt niet mee. Er is al een keer verlengd."),
        ("decision", ("2026-10-05", "ow-regular"), [event("extension-notified", "2026-11-02", weeks=9)], LATER,
         "Meegedeeld zijn 9 weken. Ten hoogste 6 weken tellen mee."),
        ("decision", AWB, [event("extension-notified", "2026-11-02")], LATER,
         "Van de verlenging van 2 nov 2026 is het aantal weken niet bekend. Er is niet verlengd."),
        ("decision", AWB, [event("default-notice-received", "2026-11-30")], LATER,
         "De ingebrekestelling van 30 nov 2026 kwam voordat de termijn voorbij was (30 nov 2026). Zij heeft geen "),
        ("objection-decision", AWB, [*OBJECTED, event("default-notice-received", "2027-02-15")], LATER,
         "De ingebrekestelling van 15 feb 2027 kwam voordat de termijn voorbij was (15 feb 2027). Zij heeft geen "),
        ("objection-decision", AWB, [*OBJECTED, invited("2027-01-11", "2027-01-25")], date(2027, 1, 14),
         "Het verzuim is nog niet hersteld. Geteld is tot 25 jan 2027, het einde van de termijn daarvoor; is"),
        ("objection-decision", AWB, [*OBJECTED, event("supplement-invited", "2027-01-11")], LATER,
         "Bij het verzoek van 11 jan 2027 om een verzuim te herstellen staat geen termijn en er is geen"),
        ("objection-decision", AWB, [*OBJECTED, *between("agreed-suspension", "2027-02-16", "2027-02-20")], LATER,
         "Wat op 16 feb 2027 begon, telt niet mee als opschorting. De termijn was toen al voorbij."),
        ("penalty", AWB, [DEFAULT], date(2027, 1, 10), "Tot en met 10 jan 2027: 25 dagen in gebreke, 707 euro."),
        ("penalty", AWB, [DEFAULT], date(2026, 12, 17), "Tot en met 17 dec 2026: 1 dag in gebreke, 23 euro."),
        ("penalty", AWB, [DEFAULT], LATER, "Tot en met 27 jan 2027: 42 dagen in gebreke, 1442 euro."),
        ("objection", AWB, OBJECTED[:2], LATER,
         "Per post is bezwaar op tijd als het uiterlijk op 4 jan 2027 is verstuurd en uiterlijk op 11 jan 2027 is "),
        ("objection", AWB, [*OBJECTED[:2], event("objection-received", "2027-01-11")], LATER,
         "Het bezwaar van 11 jan 2027 kwam na 4 jan 2027. Het is alleen op tijd als het uiterlijk op 4 jan 2027"),
        ("objection", AWB, [*OBJECTED[:2], event("objection-received", "2027-01-12")], LATER,
         "Het bezwaar van 12 jan 2027 kwam na 4 jan 2027. Het is te laat, tenzij dat de indiener niet kan worden "),
        ("permit-suspension", AWB, [event("permit-suspended", "2026-10-03")], LATER,
         "Dit is een maximum voor een ingreep. Het schuift niet op als de laatste dag in een weekend of op een"),
        ("transfer-notice", AWB, [event("transfer-intended", "2027-01-22")], LATER,
         "Een termijn die wordt teruggeteld, schuift niet op. Valt de dag in een weekend of op een feestdag,"),
    ],
)  # fmt: skip
def test_what_is_told(id_: str, received: tuple[str, str], events: list[Event], on: date, note: str) -> None:
    assert any(note in one for one in told(id_, received, events, on))


@pytest.mark.parametrize(
    ("id_", "events"),
    [
        ("objection", [*OBJECTED[:2], event("objection-received", "2027-01-04")]),
        ("permit-suspension", [event("permit-suspended", "2026-11-23")]),
        ("transfer-notice", [event("transfer-intended", "2027-01-21")]),
        ("objection-decision", OBJECTED),
        ("decision", [invited("2026-10-12", "2026-10-26"), supplemented("2026-10-22")]),
        ("decision", [event("extension-notified", "2026-11-30", weeks=1)]),
        ("bureau-advice", [ASKED, event("bureau-extended", "2026-12-01", weeks=4)]),
    ],
)
def test_where_nothing_is_odd_nothing_is_told(id_: str, events: list[Event]) -> None:
    assert told(id_, AWB, events) == ()


def test_before_the_first_penalty_day_nothing_is_due_yet() -> None:
    assert not any("euro" in note for note in told("penalty", AWB, [DEFAULT], date(2026, 12, 16)))


def test_every_step_says_in_words_what_it_counts() -> None:
    events = [
        invited("2026-10-12", "2026-10-26"), ASKED, event("bureau-asked-data", "2026-11-11"),
        event("extension-notified", "2026-11-02", weeks=2), *OBJECTED, DEFAULT,
        event("extension-notified", "2027-01-11", weeks=2), event("permit-suspended", "2026-11-23"),
        event("transfer-intended", "2027-01-21"),
    ]  # fmt: skip
    steps = [step for term in terms(dossier(*AWB, *events), shipped(), LATER) for step in term.steps]
    assert len(steps) > 10
    assert all(step.text and step.rule for step in steps)


@pytest.mark.parametrize(
    ("start", "days", "last", "count"),
    [("2026-12-24", 3, "29 dec 2026", 2), ("2027-03-24", 3, "", 1), ("2026-10-05", 3, "", 0)],
)
def test_a_short_term_that_must_hold_two_working_days_says_so(start: str, days: int, last: str, count: int) -> None:
    length = Length("proef", days, Unit.DAYS, "Algemene termijnenwet art. 2", "law.md C5", "drie dagen")
    found = ends(shipped().terms).plain("proef", date.fromisoformat(start), length).notes
    assert len(found) == count
    assert (last in found[-1]) if last else not any("twee werkdagen" in one for one in found)
