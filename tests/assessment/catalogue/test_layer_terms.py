# SPDX-License-Identifier: EUPL-1.2
"""What a municipality lays down about counting changes the terms, bears its name, and is refused where it is wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.layer import apply
from assessment.dossier.application import Procedure
from assessment.dossier.event import Event
from assessment.outcome import Term
from assessment.terms.terms import terms
from tests.assessment.catalogue.layers import HEADER, TERMS, Files, by_law, content, counting, faults_of
from tests.assessment.catalogue.shipped import catalogue, fresh
from tests.assessment.terms.test_terms import dossier, event

ON = date(2031, 1, 6)
APV = Procedure.APV_8W_8W
REFUSED = "een eigen laag verandert dit niet; zij voegt vragen toe, zet vragen uit en vult beleid in"


def counted(known: Catalogue, received: str, procedure: str, *events: Event, id_: str = "decision") -> Term | None:
    case = replace(dossier(received, procedure, *events), assessed_on=ON)
    return next((one for one in terms(case, known, ON) if one.id == id_), None)


def ends(term: Term | None) -> tuple[str, str, str]:
    assert term is not None
    return str(term.raw_end), str(term.statutory_end), str(term.safe_end)


def test_a_day_that_was_equated_moves_the_end_of_a_term() -> None:
    """Eight weeks from Friday 16 March 2029 is Friday 11 May, the day after Ascension Day."""
    assert ends(counted(catalogue(), "2029-03-16", "awb-8w")) == ("2029-05-11", "2029-05-11", "2029-05-11")
    assert ends(counted(counting(), "2029-03-16", "awb-8w")) == ("2029-05-11", "2029-05-14", "2029-05-09")


def test_another_reading_counts_the_day_on_which_a_term_expired_unused() -> None:
    """Eight weeks from 5 October 2026 is 30 November; 13 up to 25 October are 13 days, with the 26th 14."""
    asked = event("supplement-invited", "2026-10-12", due="2026-10-26")
    before, after = (counted(one, "2026-10-05", "awb-8w", asked) for one in (catalogue(), counting()))
    assert before
    assert after
    assert (before.suspended_days, str(before.raw_end)) == (13, "2026-12-13")
    assert (after.suspended_days, str(after.raw_end)) == (14, "2026-12-14")
    assert "(26 okt 2026) is hier wel meegeteld" in " ".join(after.notes)


def test_the_term_of_the_by_law_is_that_of_the_municipality() -> None:
    """Six weeks from Saturday 31 October 2026 is Saturday 12 December; the by-law moves it to Monday the 14th."""
    term = counted(counting(), "2026-10-31", APV)
    assert ends(term) == ("2026-12-12", "2026-12-14", "2026-12-11")
    assert ends(counted(by_law(moves="nee"), "2026-10-31", APV)) == ("2026-12-12", "2026-12-12", "2026-12-11")
    assert term
    assert [(one.rule, one.text) for one in term.steps] == [
        ("APV Fictenveen artikel 1:2", "zes weken na de ontvangst van de aanvraag")
    ]


def test_the_by_law_extends_no_further_than_it_says() -> None:
    """Six weeks from 5 October 2026 is 16 November, and four more is 14 December."""
    notice = event("extension-notified", "2026-11-16", weeks=8)
    term = counted(counting(), "2026-10-05", APV, notice)
    assert ends(term) == ("2026-12-14", "2026-12-14", "2026-12-14")
    assert term
    assert (term.steps[-1].rule, term.steps[-1].text) == (
        "APV Fictenveen artikel 1:2",
        "verlengd, één keer en met ten hoogste vier weken",
    )
    assert "Ten hoogste 4 weken tellen mee." in " ".join(term.notes)


def test_a_by_law_without_an_extension_knows_none() -> None:
    notice = event("extension-notified", "2026-11-12", weeks=4)
    known = by_law(extension_weeks=0)
    term = counted(known, "2026-10-05", APV, notice)
    assert ends(term) == ("2026-11-16", "2026-11-16", "2026-11-16")
    assert term
    (told,) = [one for one in term.notes if "kent geen verlenging" in one]
    assert told == (
        "De verlenging van 12 nov 2026 telt niet mee. De verordening kent geen verlenging. Zij laat de aanvrager wel "
        "weten dat het later wordt."
    )
    assert counted(known, "2026-10-05", APV, id_="extension-notice") is None
    assert counted(counting(), "2026-10-05", APV, id_="extension-notice") is not None


@pytest.mark.parametrize(
    ("weeks", "extension", "name", "text"),
    [
        (1, 1, "één week, één keer verlengd met één week (verordening)", "één week na de ontvangst van de aanvraag"),
        (12, 0, "twaalf weken, zonder verlenging (verordening)", "twaalf weken na de ontvangst van de aanvraag"),
        (13, 26, "13 weken, één keer verlengd met 26 weken (verordening)", "13 weken na de ontvangst van de aanvraag"),
        (26, 2, "26 weken, één keer verlengd met twee weken (verordening)", "26 weken na de ontvangst van de aanvraag"),
    ],
)
def test_procedure_and_step_tell_the_numbers_of_the_by_law(weeks: int, extension: int, name: str, text: str) -> None:
    known = by_law(weeks=weeks, extension_weeks=extension)
    assert known.word("procedure", APV) == name
    assert known.terms.procedures[APV].length.text == text
    words = {code: one for code, one in known.words["procedure"].items() if code != APV}
    assert words.items() < catalogue().words["procedure"].items()


def test_what_was_laid_down_bears_the_name_of_the_municipality() -> None:
    known = counting()
    own, reading = known.own, known.terms.readings["expiry-day"]
    assert own
    assert (own.days, own.readings, own.procedures) == ((date(2029, 5, 11),), ("expiry-day",), (APV,))
    assert (reading.changed_by, reading.source, reading.reason) == ("gemeente Fictenveen", "Beleidsregel artikel 6", "")
    assert known.terms.procedures[APV].changed_by == "gemeente Fictenveen"
    assert known.terms.equated == {**catalogue().terms.equated, date(2029, 5, 11): "Stcrt. 2028, 12345"}
    assert {one.changed_by for id_, one in known.terms.readings.items() if id_ != "expiry-day"} == {""}


def test_each_part_can_be_left_out() -> None:
    for part in TERMS:
        own = apply(catalogue(), Files({**HEADER, "terms.yaml": {part: TERMS[part]}})).own
        assert own
        assert [bool(one) for one in (own.days, own.readings, own.procedures)] == [one == part for one in TERMS]


def days(*found: object, source: object = "Stcrt. 2028, 12345") -> dict[str, Any]:
    return {"equated_days": [{"day": day, "source": source} for day in found]}


def reading(**changes: object) -> dict[str, Any]:
    return {"readings": [{**TERMS["readings"][0], **changes}]}


def procedure(**changes: object) -> dict[str, Any]:
    return {"procedures": [{**TERMS["procedures"][0], **changes}]}


NOT_OURS = ("days_off", "lengths", "suspensions", "penalty", "notes")
"""Lists of the shipped terms that a layer does not know."""

NOT_COUNTING = "deze dag telt al niet mee"
IN_REACH = "hier hoort een dag tussen 2020 en 2100 te staan"
STATUTE = "een termijn uit de wet verandert een gemeente niet"
WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "a day that ships": (days("2028-05-26"), "terms.yaml › nr. 1 › day", NOT_COUNTING),
    "a day twice": (days("2029-05-11", "2029-05-11"), "terms.yaml › nr. 2 › day", NOT_COUNTING),
    "a Saturday": (days("2029-05-12"), "terms.yaml › nr. 1 › day", NOT_COUNTING),
    "a Sunday": (days("2029-05-13"), "terms.yaml › nr. 1 › day", NOT_COUNTING),
    "a day long ago": (days("2019-12-31"), "terms.yaml › nr. 1 › day", IN_REACH),
    "a day far ahead": (days("2101-01-03"), "terms.yaml › nr. 1 › day", IN_REACH),
    "no day": (days("morgen"), "terms.yaml › nr. 1 › day", "hier hoort een dag te staan (jjjj-mm-dd)"),
    "a day without a source": (days("2029-05-11", source=""), "terms.yaml › nr. 1 › source", "een tekst"),
    "more of a day": (
        {"equated_days": [{**TERMS["equated_days"][0], "name": "brugdag"}]},
        "terms.yaml › nr. 1 › name",
        "deze sleutel is onbekend",
    ),
    "a reading that does not exist": (
        reading(id="objection"),
        "terms.yaml › objection › id",
        "deze telwijze bestaat niet; kies uit: long-terms, expiry-day, bureau-cap, first-penalty-day",
    ),
    "an option that does not exist": (
        reading(value="moved"),
        "terms.yaml › expiry-day › value",
        "'moved' staat niet in: not-counted, counted",
    ),
    "a reading without a rule": (reading(rule=""), "terms.yaml › expiry-day › rule", "hier hoort een tekst te staan"),
    "a reading in other words": (
        reading(options=[{"id": "counted", "text": "Telt."}]),
        "terms.yaml › expiry-day › options",
        "deze sleutel is onbekend",
    ),
    "a reading twice": (
        {"readings": [TERMS["readings"][0], TERMS["readings"][0]]},
        "terms.yaml › expiry-day › id",
        "expiry-day staat er twee keer",
    ),
    "no procedure": (procedure(id="none"), "terms.yaml › none › id", "deze procedure bestaat niet"),
    "no week": (procedure(weeks=0), "terms.yaml › apv-8w-8w › weeks", "dit ligt niet tussen 1 en 26"),
    "half a year and a week": (procedure(weeks=27), "terms.yaml › apv-8w-8w › weeks", "dit ligt niet tussen 1 en 26"),
    "half a week": (procedure(weeks="1.5"), "terms.yaml › apv-8w-8w › weeks", "hier hoort een heel getal te staan"),
    "less than no extension": (
        procedure(extension_weeks=-1),
        "terms.yaml › apv-8w-8w › extension_weeks",
        "dit ligt niet tussen 0 en 26",
    ),
    "an extension without an end": (
        procedure(extension_weeks=27),
        "terms.yaml › apv-8w-8w › extension_weeks",
        "dit ligt niet tussen 0 en 26",
    ),
    "perhaps moved": (procedure(moves="soms"), "terms.yaml › apv-8w-8w › moves", "hier hoort ja of nee te staan"),
    "a by-law without a rule": (procedure(rule=""), "terms.yaml › apv-8w-8w › rule", "een tekst"),
    "a term in months": (procedure(unit="months"), "terms.yaml › apv-8w-8w › unit", "deze sleutel is onbekend"),
    "a length": (
        {"lengths": [{"id": "objection", "number": 1}]},
        "terms.yaml › objection › number",
        REFUSED,
    ),
    "a smaller penalty": ({"penalty": [{"days": 14, "amount": 1}]}, "terms.yaml › nr. 1 › amount", REFUSED),
    "a word for a day off": ({"days_off": [{"id": "sunday", "name": "x"}]}, "terms.yaml › sunday › name", REFUSED),
    "no list": ({"readings": "counted"}, "terms.yaml › readings", "hier hoort een lijst te staan"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_in_the_file_is_told_with_id_and_key(name: str) -> None:
    terms_file, where, what = WRONG[name]
    data = content()
    data["terms.yaml"] = terms_file
    found = faults_of(data)
    assert what in found.get(where, ""), found


@pytest.mark.parametrize("code", [one for one in Procedure if one not in (Procedure.NONE, APV)])
def test_no_procedure_of_a_statute_is_changed(code: Procedure) -> None:
    data = content()
    data["terms.yaml"] = procedure(id=code.value)
    assert faults_of(data) == {f"terms.yaml › {code.value} › id": STATUTE}


@pytest.mark.parametrize("key", ["day", "source"])
def test_a_day_is_whole(key: str) -> None:
    data = content()
    data["terms.yaml"] = {
        "equated_days": [{one: TERMS["equated_days"][0][one] for one in ("day", "source") if one != key}]
    }
    assert faults_of(data) == {f"terms.yaml › nr. 1 › {key}": "deze sleutel ontbreekt"}


@pytest.mark.parametrize("key", ["weeks", "extension_weeks", "moves", "rule"])
def test_a_by_law_is_whole(key: str) -> None:
    data = content()
    data["terms.yaml"] = {"procedures": [{one: value for one, value in TERMS["procedures"][0].items() if one != key}]}
    assert faults_of(data) == {f"terms.yaml › apv-8w-8w › {key}": "deze sleutel ontbreekt"}


def test_of_the_shipped_terms_nothing_can_stand_in_a_layer() -> None:
    """Every entry of every list is refused at its own place, although two lists hold the same id."""
    shipped, data = fresh()["terms.yaml"], content()
    data["terms.yaml"] = fresh()["terms.yaml"]
    found = {where: what for where, what in faults_of(data).items() if where.startswith("terms.yaml")}
    refused = {where: what for where, what in found.items() if REFUSED in what}
    assert set(refused.values()) == {REFUSED}
    assert len(refused) == sum(len(one.keys() - {"id"}) for key in NOT_OURS for one in shipped[key])
    assert {"terms.yaml › lengths › objection-by-post › text", "terms.yaml › notes › objection-by-post › text"} <= {
        *found
    }
    for key in ("equated_days", "readings", "procedures"):
        for at, one in enumerate(shipped[key], 1):
            where = f"terms.yaml › {one.get('id', f'nr. {at}')} › "
            assert [place for place in found.keys() - refused.keys() if place.startswith(where)], where
