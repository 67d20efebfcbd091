# SPDX-License-Identifier: EUPL-1.2
"""Who somebody is cannot be read by a rule: not by its types, not by its values, and not by a way around them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.assess import assess
from assessment.dates import When
from assessment.dossier.application import Location
from assessment.dossier.blind import Actor, RuleApplication, RuleDossier, blinded
from assessment.dossier.dossier import Dossier
from assessment.dossier.party import Organisation, Person
from assessment.exchange import read_dossier
from resources.files import example_names, read_example

from .dossiers import some
from .weighing.balances import shipped
from .weighing.cases import case_of, changed, put

ROOT = Path(__file__).resolve().parents[2] / "assessment"
WHO_AND_WHERE = {
    "name", "born", "bsn", "kvk", "rsin", "address", "note", "country", "nationality",
    "location", "street", "postcode", "place", "area", "authority", "name_of", "reviews",
}  # fmt: skip
RULES = [
    *(path for room in ("inquiry", "weighing", "screening", "terms") for path in sorted((ROOT / room).rglob("*.py"))),
    *(ROOT / "catalogue" / name for name in ("condition.py", "checklist.py", "filled_in.py")),
]
MAY_NAME = {"weighing/checks/identity.py", "weighing/checks/case.py", "screening/carry_over.py"}
"""The checks on who is recorded twice; the type of the case, which holds the whole; and carrying answers over."""

MAY_READ_WHOLE = {"weighing/checks/identity.py", "weighing/checks/run.py", "weighing/checks/second_reader.py"}
"""The same checks; the words in which a check is told; the seal of the second reader."""

NAMED = {"assessment.dossier.party", "assessment.dossier.dossier"}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("kind", [Actor, RuleApplication, RuleDossier], ids=lambda one: one.__name__)
def test_the_types_that_rules_take_do_not_hold_it(kind: type) -> None:
    assert set(dir(kind)) & WHO_AND_WHERE == set()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            yield str(node.module)
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_rule_takes_a_way_around_its_types() -> None:
    """`isinstance(party, Person)` would give the name back; so the classes themselves are out of reach."""
    found = {name_of(path) for path in RULES if NAMED & set(imports(path))}
    assert found == MAY_NAME
    places = {name_of(path) for path in RULES if "assessment.dossier.application.Location" in set(imports(path))}
    assert places == set()


def test_only_what_must_reads_the_whole_dossier() -> None:
    found = {
        name_of(path)
        for path in RULES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "whole" and isinstance(node.value, ast.Name)
        and node.value.id == "case"
    }  # fmt: skip
    assert found == MAY_READ_WHOLE


@given(case=some(Dossier))
@settings(max_examples=60, deadline=None)
def test_nothing_of_it_is_left_in_the_values(case: Dossier) -> None:
    blind = blinded(case)
    assert isinstance(blind, Dossier)
    assert blind.application.location == blinded(blind).application.location
    for one, before in zip(blind.parties, case.parties, strict=True):
        plain = Person(one.id) if isinstance(one, Person) else Organisation(
            one.id, legal_form=one.legal_form, founded_on=one.founded_on
        )  # fmt: skip
        assert one == plain
        assert (one.id, one.is_person, one.form, one.founded) == (
            before.id, before.is_person, before.form, before.founded
        )  # fmt: skip
    assert blinded(blind) == blind
    assert blind.parties is case.parties or bool(case.parties)


def test_a_case_gives_its_checks_the_blind_dossier() -> None:
    case = case_of(changed(put("application.location", {"street": "Nergensstraat 1"})))
    assert {one.name for one in case.dossier.parties} == {""}  # type: ignore[attr-defined]
    assert case.whole.name_of("p2") == "Joris Kussenberg"
    told = assess(changed(), shipped()).checks
    assert not any("Joris" in one.text and "p2" not in one.about for one in told)


@given(name=st.sampled_from(example_names()), words=st.text(max_size=9), born=st.integers(1900, 2020))
@settings(max_examples=20, deadline=None)
def test_another_name_birth_address_or_place_changes_no_rule(name: str, words: str, born: int) -> None:
    from dataclasses import replace

    dossier = read_dossier(read_example(name))
    parties = tuple(
        replace(one, name=f"{words} {number}", address=words, note=words)
        if isinstance(one, Organisation)
        else replace(one, name=f"{words} {number}", address=words, note=words, born=When(born), bsn=one.bsn)
        for number, one in enumerate(dossier.parties)
    )
    place = Location(words, words, words, words)
    other = replace(dossier, parties=parties, application=replace(dossier.application, location=place))
    one, two = assess(dossier, shipped()), assess(other, shipped())
    for part in ("admissions", "facts", "control", "funding", "findings", "open_points", "a", "b", "c", "options",
                 "duties", "terms"):  # fmt: skip
        assert getattr(one, part) == getattr(two, part), part
    assert [(check.id, check.severity, check.about, check.answered) for check in one.checks] == [
        (check.id, check.severity, check.about, check.answered) for check in two.checks
    ]
