# SPDX-License-Identifier: EUPL-1.2
"""Ways of counting on which the statute is silent (law.md 8 no. 6): each is a switch, and is told where it matters."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.event import Event
from assessment.outcome import Term
from assessment.terms.terms import terms
from tests.assessment.terms.test_own_vectors import AWB, DEFAULT, invited
from tests.assessment.terms.test_terms import dossier, event
from tests.assessment.weighing.balances import shipped

ASKED = event("bureau-requested", "2026-11-02")
T31 = [ASKED, event("bureau-advice-received", "2026-12-28")]
T34 = [
    ASKED, event("bureau-asked-data", "2026-11-11"), event("bureau-got-data", "2026-11-25"),
    event("bureau-extended", "2026-12-21", weeks=4), event("bureau-advice-received", "2027-02-05"),
]  # fmt: skip
T35 = [*T34[:-1], event("bureau-advice-received", "2027-02-15")]
LONGER = event("extension-notified", "2027-02-01", weeks=6)
EXPIRED = [invited("2026-10-12", "2026-10-26")]


def other(reading: str, value: str) -> Catalogue:
    rules = shipped().terms
    chosen = replace(rules.readings[reading], value=value)
    return replace(shipped(), terms=replace(rules, readings={**rules.readings, reading: chosen}))


def counted(id_: str, events: list[Event], catalogue: Catalogue, received: tuple[str, str] = AWB) -> Term:
    on = date(2028, 1, 3)
    return next(one for one in terms(dossier(*received, *events), catalogue, on) if one.id == id_)


@pytest.mark.parametrize(
    ("reading", "value", "events", "id_", "shipped_end", "other_end"),
    [
        ("expiry-day", "counted", EXPIRED, "decision", "2026-12-13", "2026-12-14"),
        ("bureau-cap", "term-and-a-day", T31, "decision", "2027-01-25", "2027-01-26"),
        ("bureau-cap", "term-and-a-day", T35, "decision", "2027-03-08", "2027-03-09"),
        ("bureau-cap", "term-and-a-day", T34, "decision", "2027-03-06", "2027-03-06"),
        ("first-penalty-day", "last-of-two-weeks", [DEFAULT], "penalty", "2027-01-27", "2027-01-26"),
    ],
)
def test_the_other_reading_counts_otherwise(
    reading: str, value: str, events: list[Event], id_: str, shipped_end: str, other_end: str
) -> None:
    assert str(counted(id_, events, shipped()).raw_end) == shipped_end
    assert str(counted(id_, events, other(reading, value)).raw_end) == other_end


@pytest.mark.parametrize(
    ("received", "events", "moved", "not_moved"),
    [
        (AWB, T34, "2027-03-08", "2027-03-06"),
        (
            ("2026-12-18", "ow-regular"),
            [event("extension-notified", "2027-02-01", weeks=6)],
            "2027-03-30",
            "2027-03-26",
        ),
        # Eight weeks without more are moved in both: T02. Twelve weeks is not more than twelve: T56.
        (("2026-10-30", "awb-8w"), [], "2026-12-28", "2026-12-28"),
        (("2026-10-03", "ow-regular-consent"), [], "2026-12-28", "2026-12-28"),
    ],
)
def test_a_term_that_grew_beyond_twelve_weeks_can_stay(
    received: tuple[str, str], events: list[Event], moved: str, not_moved: str
) -> None:
    stays = counted("decision", events, other("long-terms", "not-moved"), received)
    assert str(counted("decision", events, shipped(), received).statutory_end) == moved
    assert str(stays.statutory_end) == not_moved
    assert stays.safe_end <= stays.raw_end


@pytest.mark.parametrize(
    ("id_", "events", "told"),
    [
        ("decision", EXPIRED, "Die dag (26 okt 2026) is hier niet meegeteld."),
        ("decision", T31, "Hier staat de termijn ten hoogste 56 dagen stil."),
        ("decision", T35, "Hier staat de termijn ten hoogste 98 dagen stil."),
        ("decision", T34, "Het wettelijke einde is hier wel opgeschoven; plan daarom op het veilige einde."),
        ("penalty", [DEFAULT], "De eerste dag van de dwangsom is hier 17 dec 2026, de dag na de twee weken."),
    ],
)
def test_what_is_uncertain_is_told_where_it_matters(id_: str, events: list[Event], told: str) -> None:
    assert told in " ".join(counted(id_, events, shipped()).notes)


@pytest.mark.parametrize(
    ("reading", "value", "id_", "events", "told"),
    [
        ("expiry-day", "counted", "decision", EXPIRED, "is hier wel meegeteld"),
        ("bureau-cap", "term-and-a-day", "decision", T35, "ten hoogste 99 dagen"),
        ("long-terms", "not-moved", "decision", T34, "is hier niet opgeschoven"),
        ("first-penalty-day", "last-of-two-weeks", "penalty", [DEFAULT], "is hier 16 dec 2026"),
    ],
)
def test_the_other_choice_is_told_as_well(reading: str, value: str, id_: str, events: list[Event], told: str) -> None:
    assert told in " ".join(counted(id_, events, other(reading, value)).notes)


def test_what_is_certain_brings_no_doubt() -> None:
    assert counted("decision", [], shipped()).notes == ()
    answered = [*EXPIRED, event("supplement-received", "2026-10-22", complete=True)]
    assert counted("decision", answered, shipped()).notes == ()
    in_time = [ASKED, event("bureau-advice-received", "2026-12-23")]
    assert counted("decision", in_time, shipped()).notes == ()
