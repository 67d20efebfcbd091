# SPDX-License-Identifier: EUPL-1.2
"""Ways around the blindfold: free texts, ids, places and questions never bring in who somebody is (law.md N2)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.assess import assess
from assessment.dossier.application import Authority, Location
from assessment.dossier.blind import Actor, RuleApplication, RuleDossier, blinded
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing
from assessment.exchange import dossier_from_wire, parse_json, read_dossier
from assessment.known import NOT_KNOWN, Opaque
from resources.files import example_names, read_example
from tests.assessment.catalogue.layers import content, faults_of
from tests.assessment.catalogue.shipped import catalogue

from .fairness_disguise import numbers_of, renumbered, reworded, weighed
from .weighing.balances import shipped

RULINGS = sorted((Path(__file__).parents[1] / "scenarios").glob("*.json"))
NAMES = [*example_names(), *(one.stem for one in RULINGS)]


@cache
def dossiers() -> dict[str, Dossier]:
    found = {name: read_dossier(read_example(name)) for name in example_names()}
    return found | {one.stem: dossier_from_wire(parse_json(one.read_bytes())["dossier"]) for one in RULINGS}


def words_of(text: str) -> str:
    return "Vogelwijk Ömer uit Verzonnenland 9999 ZZ " + "x" * (len(text) % 7)


@pytest.mark.parametrize("name", NAMES)
def test_what_somebody_typed_is_not_read_by_a_rule(name: str) -> None:
    """All but the reading of words: C13 reads the officer's own texts, X06 and X16 the names (each asks, none weighs).

    A label of the financing is shown, so its figures are compared without it.
    """
    before = dossiers()[name]
    one, two = assess(before, shipped()), assess(reworded(before, words_of), shipped())
    for part in ("admissions", "facts", "control", "findings", "a", "b", "c", "options", "duties", "terms"):
        assert getattr(one, part) == getattr(two, part), part
    assert (
        [figures.value for figures in one.funding.figures] == [figures.value for figures in two.funding.figures]
        if (one.funding and two.funding)
        else one.funding is two.funding
    )
    assert {check.id for check in one.checks} - READ <= {check.id for check in two.checks}
    assert {check.id for check in two.checks} - READ <= {check.id for check in one.checks}
    assert {point.id for point in one.open_points} == {point.id for point in two.open_points}


READ = {"C13", "X06", "X16"}


def test_the_disguise_of_texts_reaches_them() -> None:
    before = dossiers()["cafe-de-verzonnen-vink"]
    after = reworded(before, words_of)
    assert after.application.location.area.startswith("Vogelwijk")  # type: ignore[union-attr]
    assert {one.name for one in after.parties} == {words_of(one.name) for one in before.parties}
    assert after.facts[1].suspicion_reason != before.facts[1].suspicion_reason
    assert isinstance(before.financing, Financing)
    assert isinstance(after.financing, Financing)
    assert after.financing.sources[0].label != before.financing.sources[0].label


@pytest.mark.parametrize("name", NAMES)
def test_the_number_of_a_record_never_weighs(name: str) -> None:
    """An id could be chosen by name or by when somebody came in; turned around, everything is found as before."""
    before = dossiers()[name]
    numbers = numbers_of(before)
    after = renumbered(before, numbers)
    back = {new: old for old, new in numbers.items()}
    assert weighed(assess(after, shipped()), back) == weighed(assess(before, shipped()))


@given(
    name=st.sampled_from(NAMES),
    countries=st.tuples(*[st.text("ABCDEFGHIJKLMOPQRSTUVWXYZ", min_size=2, max_size=2)] * 2),
)
@settings(max_examples=30, deadline=None)
def test_from_which_foreign_country_money_comes_makes_no_difference(name: str, countries: tuple[str, str]) -> None:
    dossier = dossiers()[name]
    if not isinstance(dossier.financing, Financing):
        return
    found = []
    for country in countries:
        lines = tuple(replace(line, country=country) for line in dossier.financing.sources)
        abroad = replace(dossier, financing=replace(dossier.financing, sources=lines))
        found.append(weighed(assess(abroad, shipped())))
    assert found[0] == found[1]


def test_nothing_of_the_place_is_left_for_rules() -> None:
    dossier = replace(
        dossiers()["cafe-de-verzonnen-vink"],
        authority=Authority("gemeente Fictenveen", "GM9990", "burgemeester"),
        signals=(Opaque('{"area": "BU99900103"}'),),
        plan=Opaque('{"area": "BU99900103"}'),
    )
    blind: Any = blinded(dossier)
    assert "BU99900103" in repr(dossier)
    for word in ("BU99900103", "Fictenveen", "GM9990", "Denkbeeldstraat", "9991"):
        assert word not in repr((blind.application, blind.authority, blind.parties, blind.signals, blind.plan))
    assert blind.application.activity is NOT_KNOWN
    assert blind.authority.organ == "burgemeester"
    assert isinstance(dossier.application.location, Location)


@pytest.mark.parametrize("kind", [Actor, RuleApplication, RuleDossier], ids=lambda one: one.__name__)
def test_no_type_that_rules_take_speaks_of_a_place(kind: type) -> None:
    assert set(dir(kind)) & {"activity", "route_reason", "signals", "plan", "authority", "organ", "location"} == set()


COUNTS = {"kind": "risk", "grounds": ["A"]}


def question(**changes: object) -> dict[str, Any]:
    data = content()
    data["questions.yaml"]["questions"][0].update(changes)
    return data


@pytest.mark.parametrize(
    ("changes", "place", "what"),
    [
        ({"theme": "J", **COUNTS}, "kind", "een vraag over het gebied is alleen aanleiding of achtergrond"),
        ({"theme": "J", "decisive_for": ["b"]}, "kind", "zij weegt nooit mee"),
        ({"text": "Ligt het pand in een wijk van de lijst?", **COUNTS}, "text", "'wijk' weegt nooit mee"),
        ({"text": "Heeft hij een tweede nationaliteit?", **COUNTS}, "text", "'nationaliteit' weegt nooit mee"),
        ({"finding": "Hij heeft een migratieachtergrond.", **COUNTS}, "finding", "'migratieachtergrond' weegt nooit"),
        ({"when": {"question": "GEB-01", "is": "ja"}, **COUNTS}, "when", "GEB-01 gaat over het gebied"),
    ],
)
def test_no_question_turns_it_into_a_finding(changes: dict[str, object], place: str, what: str) -> None:
    found = faults_of(question(**changes))
    assert what in found[f"questions.yaml › FIC-01 › {place}"]


@pytest.mark.parametrize("kind", ["trigger", "context", "process"])
def test_an_area_may_be_a_reason_to_look(kind: str) -> None:
    from assessment.catalogue.layer import apply
    from tests.assessment.catalogue.layers import Files

    data = question(theme="J", kind=kind, grounds=["trigger"], text="Ligt het pand in een wijk van de lijst?")
    assert apply(catalogue(), Files(data)).questions["FIC-01"].kind == kind


@pytest.mark.parametrize("value", ["ja", "nee", "onbekend"])
def test_answers_about_the_area_change_no_ground(value: str) -> None:
    """A reason to look is told, and asks no more than that."""
    from assessment.dossier.answer import Answer

    plain = dossiers()["cafe-de-verzonnen-vink"]
    areas = [id_ for id_, one in shipped().questions.items() if one.theme == "J"]
    kept = tuple(one for one in plain.answers if one.question not in areas)
    asked = replace(plain, answers=(*kept, *(Answer(id_, value) for id_ in areas)))
    bare = replace(plain, answers=kept)
    one, two = assess(asked, shipped()), assess(bare, shipped())
    assert (one.a, one.b, one.c, one.options) == (two.a, two.b, two.c, two.options)
    grounds = {ground for found in one.findings if found.id in areas for ground in found.grounds}
    assert grounds & {"A", "B", "R", "F", "L", "C"} == set()
