# SPDX-License-Identifier: EUPL-1.2
"""The closed language of conditions: what is not known is never taken for no, and nothing reads a name or a place."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from assessment.catalogue.condition import Condition, FullRoute, holds, permits_in, questions_in
from assessment.catalogue.condition_reading import read_condition
from assessment.catalogue.reading import Entry, Faults
from assessment.dates import When
from assessment.dossier.answer import Answer
from assessment.dossier.application import Application, Instrument, Location, Permit, Route
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing, FundingKind, SourceLine
from assessment.dossier.party import Organisation, Person
from assessment.dossier.relation import Relation, Role
from assessment.truth import Truth
from tests.assessment.catalogue.shipped import catalogue
from tests.assessment.dossiers import some_dossier

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN
EMPTY = Dossier("BIB-0", "2026-01-01", date(2026, 6, 2))


def read(raw: object) -> Condition:
    faults = Faults()
    condition = read_condition(Entry(raw, "proef", faults))
    assert faults.found == []
    return condition


def answered(**values: Any) -> Dossier:
    return replace(EMPTY, answers=tuple(Answer(name, value) for name, value in values.items()))


def applied(*permits: Permit, **rest: Any) -> Dossier:
    return replace(EMPTY, application=Application(permit_types=permits, **rest))


def with_lines(*kinds: FundingKind) -> Dossier:
    return replace(EMPTY, financing=Financing(sources=tuple(SourceLine(kind=kind) for kind in kinds)))


def related(*ends: Any) -> Dossier:
    return replace(EMPTY, relations=tuple(Relation("r", "p1", "p2", Role.MANAGER, until=end) for end in ends))


CAFE = Permit("ALC", "ALC")
PERSON, FIRM = Person("p1"), Organisation("p2", legal_form="bv")
TRADE = Organisation("p3", legal_form="eenmanszaak")
QUESTION = {"question": "Q", "is": "ja"}
BOTH = {"all": [QUESTION, {"permit": "ALC"}]}
ONE = {"any": [QUESTION, {"permit": "ALC"}]}

TABLE: list[tuple[object, Dossier, Truth]] = [
    (QUESTION, answered(Q="ja"), YES),
    (QUESTION, answered(Q="nee"), NO),
    (QUESTION, answered(Q="n.v.t."), NO),
    (QUESTION, answered(Q="onbekend"), UNKNOWN),
    (QUESTION, EMPTY, UNKNOWN),
    (QUESTION, answered(Q=True), YES),
    (QUESTION, answered(Q=False), NO),
    ({"question": "Q", "in": ["nee", "n.v.t."]}, answered(Q="n.v.t."), YES),
    ({"question": "Q", "in": ["3", "4"]}, answered(Q=Decimal(4)), YES),
    ({"permit": ["ALC", "EXP"]}, applied(CAFE), YES),
    ({"permit": "COF"}, applied(CAFE), NO),
    ({"permit": ["EXP"]}, applied(Permit("EXP-2", "EXP")), YES),
    ({"permit": ["ALC"]}, EMPTY, UNKNOWN),
    ({"instrument": "permit"}, EMPTY, YES),
    ({"instrument": ["property", "contract"]}, applied(instrument=Instrument.CONTRACT), YES),
    ({"instrument": "property"}, EMPTY, NO),
    ({"existing": "ja"}, EMPTY, UNKNOWN),
    ({"existing": "ja"}, applied(CAFE, existing=True), YES),
    ({"existing": "nee"}, applied(CAFE, existing=True), NO),
    ({"existing": "ja"}, applied(CAFE, Permit("EXP", "EXP", existing=True), existing=False), YES),
    ({"existing": "nee"}, applied(CAFE, Permit("EXP", "EXP", existing=True), existing=False), YES),
    ({"existing": "nee"}, applied(CAFE, Permit("EXP", "EXP", existing=True)), UNKNOWN),
    ({"subject": "organisation"}, EMPTY, UNKNOWN),
    ({"subject": "organisation"}, replace(EMPTY, subject=("p2",), parties=(FIRM,)), YES),
    ({"subject": "organisation"}, replace(EMPTY, subject=("p1",), parties=(PERSON, FIRM)), NO),
    ({"subject": "person"}, replace(EMPTY, subject=("p9",), parties=(PERSON,)), UNKNOWN),
    ({"has": "financing"}, EMPTY, UNKNOWN),
    ({"has": "financing"}, replace(EMPTY, financing=None), NO),
    ({"has": "financing"}, with_lines(FundingKind.GIFT), YES),
    ({"has": "loan"}, EMPTY, UNKNOWN),
    ({"has": "loan"}, replace(EMPTY, financing=Financing()), UNKNOWN),
    ({"has": "loan"}, replace(EMPTY, financing=None), NO),
    ({"has": "loan"}, with_lines(FundingKind.OWN_SAVINGS, FundingKind.PRIVATE_LOAN), YES),
    ({"has": "loan"}, with_lines(FundingKind.OWN_SAVINGS), NO),
    ({"has": "loan"}, replace(EMPTY, financing=Financing(sources=(SourceLine(),))), UNKNOWN),
    ({"has": "relations"}, EMPTY, UNKNOWN),
    ({"has": "relations"}, replace(EMPTY, relations=()), NO),
    ({"has": "relations"}, related(None), YES),
    ({"has": "ended-relation"}, EMPTY, UNKNOWN),
    ({"has": "ended-relation"}, related(None), NO),
    ({"has": "ended-relation"}, related(None, When(2025)), YES),
    ({"has": "facts"}, replace(EMPTY, facts=()), NO),
    ({"has": "information"}, EMPTY, UNKNOWN),
    ({"has": "bureau-advices"}, replace(EMPTY, bureau_advices=()), NO),
    ({"has": "organisation"}, EMPTY, UNKNOWN),
    ({"has": "organisation"}, replace(EMPTY, parties=(PERSON,)), NO),
    ({"has": "organisation"}, replace(EMPTY, parties=(PERSON, FIRM)), YES),
    ({"has": "third-parties"}, EMPTY, UNKNOWN),
    ({"has": "third-parties"}, replace(EMPTY, subject=("p1",), parties=(PERSON, TRADE)), NO),
    ({"has": "third-parties"}, replace(EMPTY, subject=("p1",), parties=(PERSON, FIRM)), YES),
    (BOTH, replace(applied(CAFE), answers=(Answer("Q", "ja"),)), YES),
    (BOTH, applied(CAFE), UNKNOWN),
    (BOTH, answered(Q="nee"), NO),
    (ONE, applied(CAFE), YES),
    (ONE, answered(Q="nee"), UNKNOWN),
    (ONE, replace(applied(Permit("COF", "COF")), answers=(Answer("Q", "nee"),)), NO),
    ({"not": QUESTION}, answered(Q="nee"), YES),
    ({"not": QUESTION}, answered(Q="ja"), NO),
    ({"not": QUESTION}, EMPTY, UNKNOWN),
]


@pytest.mark.parametrize(("raw", "dossier", "truth"), TABLE)
def test_a_condition_has_three_values(raw: object, dossier: Dossier, truth: Truth) -> None:
    assert holds(read(raw), dossier) is truth


def test_no_condition_is_always_met() -> None:
    assert holds(None, EMPTY) is YES


@pytest.mark.parametrize(
    ("route", "truth"), [(Route.LIGHT, NO), (Route.REGULAR, YES), (Route.EXTENDED, YES), (None, YES)]
)
def test_what_is_not_on_the_short_list_is_not_asked_on_the_light_route(route: Route | None, truth: Truth) -> None:
    dossier = applied(route=route) if route else EMPTY
    assert holds(FullRoute(), dossier) is truth


FAULTY: dict[str, tuple[object, str]] = {
    "no mapping": ("ja", "hier hoort een reeks sleutels met waarden te staan"),
    "nothing": ({}, "hier hoort precies één van deze sleutels te staan"),
    "two at once": ({"permit": ["ALC"], "existing": "ja"}, "hier hoort precies één van deze sleutels te staan"),
    "unknown part": ({"has": "nationality"}, "'nationality' staat niet in"),
    "unknown instrument": ({"instrument": "marriage"}, "'marriage' staat niet in"),
    "no values": ({"question": "Q", "in": []}, "hier hoort ten minste één woord te staan"),
    "no answer asked": ({"question": "Q"}, "deze sleutel ontbreekt"),
    "empty all": ({"all": []}, "hier hoort ten minste één voorwaarde te staan"),
    "key beside it": ({"has": "facts", "area": "BU1"}, "deze sleutel is onbekend"),
    "no flag": ({"existing": "yes"}, "hier hoort ja of nee te staan"),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_faulty_condition_is_told(name: str) -> None:
    raw, what = FAULTY[name]
    faults = Faults()
    read_condition(Entry(raw, "proef", faults))
    assert any(what in fault.what for fault in faults.found), faults.found


@pytest.mark.parametrize("word", ["name", "nationality", "birthplace", "born", "area", "postcode", "place", "country"])
def test_a_person_or_place_cannot_be_asked_about(word: str) -> None:
    faults = Faults()
    read_condition(Entry({word: "x"}, "proef", faults))
    assert "hier hoort precies één van deze sleutels te staan" in faults.found[0].what


def test_the_questions_and_permits_of_a_condition_are_known() -> None:
    condition = read({"any": [BOTH, {"not": {"question": "R", "is": "nee"}}, {"has": "facts"}]})
    assert questions_in(condition) == {"Q", "R"}
    assert permits_in(condition) == {"ALC"}
    assert questions_in(None) == permits_in(None) == frozenset()


@given(some_dossier())
def test_names_births_and_places_never_change_which_questions_are_asked(dossier: Dossier) -> None:
    other = replace(
        dossier,
        parties=tuple(_renamed(party) for party in dossier.parties) if dossier.parties else dossier.parties,
        application=replace(dossier.application, location=Location("Elders 1", "9991 ZZ", "Fictenveen", "BU99900101")),
    )
    questions = catalogue().questions.values()
    assert [one.applies(dossier) for one in questions] == [one.applies(other) for one in questions]


def _renamed(party: Person | Organisation) -> Person | Organisation:
    if isinstance(party, Person):
        return replace(party, name="Iemand Anders", born=When(1970), address="Elders 1")
    return replace(party, name="Anders B.V.", country="XX", address="Elders 1")
