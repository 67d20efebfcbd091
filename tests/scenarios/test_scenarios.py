# SPDX-License-Identifier: EUPL-1.2
"""Rulings and worked dossiers, whole, with the shipped catalogue.

When one fails, a person decides: the law changed, the rule is wrong, or the scenario is stale.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assessment.assess import assess
from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.load import load_catalogue
from assessment.exchange import codes_of, dossier_from_wire, parse_json
from assessment.outcome import Assessment, Severity
from assessment.outcome_wire import assessment_to_wire
from resources.files import ROOT, example_names, read_catalogue, read_example

SCENARIOS = sorted(Path(__file__).parent.glob("*.json"))
ONLY_SECOND_READER = "L01"


@cache
def catalogue() -> Catalogue:
    files = read_catalogue("2026-01-01")
    return load_catalogue(files.content, files.date, files.checksum)


def assessed(raw: Any) -> Assessment:
    return assess(dossier_from_wire(raw, codes_of(catalogue())), catalogue())


def blocks(assessment: Assessment) -> list[str]:
    found = [one for one in assessment.checks if one.severity is Severity.BLOCK and one.id != ONLY_SECOND_READER]
    return [f"{one.id}: {one.text}" for one in found]


def differences(expect: dict[str, Any], assessment: Assessment) -> Iterator[str]:
    """Name everything that is not as expected."""
    checks = {one.id for one in assessment.checks}
    yield from (f"check {one} is missing" for one in expect.get("checks_include", ()) if one not in checks)
    if expect.get("no_block"):
        yield from blocks(assessment)
    if "no_block_outside" in expect:
        allowed = expect["no_block_outside"]
        yield from (one for one in blocks(assessment) if not any(fnmatch(one[:3], glob) for glob in allowed))
    for ground, words in expect.get("indication", {}).items():
        found = getattr(assessment, ground).indication.value
        if found not in words:
            yield f"indication {ground} is {found}, not one of {words}"
    options = [one.value for one in assessment.options]
    duties = [one.id for one in assessment.duties]
    for name, found_ones in (("options", options), ("duties", duties)):
        yield from (f"{one} not in {found_ones}" for one in expect.get(f"{name}_include", ()) if one not in found_ones)
        yield from (f"{one} in {found_ones}" for one in expect.get(f"{name}_exclude", ()) if one in found_ones)


@pytest.mark.parametrize("file", SCENARIOS, ids=lambda file: file.stem)
def test_ruling(file: Path) -> None:
    scenario = parse_json(file.read_bytes())
    assert list(differences(scenario["expect"], assessed(scenario["dossier"]))) == []


def expected(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "examples" / f"{name}.expected.json").read_text("utf-8"))
    return found


def example(name: str) -> Assessment:
    return assessed(parse_json(read_example(name)))


@pytest.mark.parametrize("name", example_names())
def test_worked_dossier(name: str) -> None:
    assert list(differences(expected(name)["expect"], example(name))) == []


@pytest.mark.parametrize("name", example_names())
def test_figures_of_a_worked_dossier(name: str) -> None:
    told = assessment_to_wire(example(name))["financing"]
    for figure, value in expected(name)["financing"].items():
        assert told[figure] == (pytest.approx(value, abs=0.00005) if isinstance(value, float) else value), figure


@pytest.mark.parametrize("name", example_names())
def test_facts_of_a_worked_dossier(name: str) -> None:
    told = {one["id"]: one for one in assessment_to_wire(example(name))["facts"]}
    for id_, wanted in expected(name).get("facts", {}).items():
        grounds = wanted.pop("not_for_grounds", [])
        assert {key: told[id_][key] for key in wanted} == wanted
        assert set(grounds) <= set(told[id_]["not_for"])


def test_term_and_control_of_the_cafe() -> None:
    wanted, told = expected("cafe-de-verzonnen-vink"), assessment_to_wire(example("cafe-de-verzonnen-vink"))
    (decision,) = [one for one in told["terms"] if one["id"] == "decision"]
    assert {key: decision[key] for key in wanted["terms"]["decision"]} == wanted["terms"]["decision"]
    for one in wanted["control"]:
        assert any(one.items() <= control.items() for control in told["control"])


def test_robustness_of_the_cafe() -> None:
    a = example("cafe-de-verzonnen-vink").a
    assert (a.rule, a.decisive, a.would_raise) == ("a-serious-1", (("f7", "f8"),), ())
