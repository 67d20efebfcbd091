# SPDX-License-Identifier: EUPL-1.2
"""The worked dossiers, with the catalogue that ships: what was worked out by hand is what comes out."""

import json
from functools import cache
from typing import Any

import pytest

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.load import load_catalogue
from assessment.dossier.dossier import Dossier
from assessment.exchange import read_dossier
from assessment.inquiry.attribution import attribute
from assessment.inquiry.bonds import find_bonds
from assessment.inquiry.control import control
from assessment.inquiry.evidence_class import classify
from assessment.inquiry.funding import fund
from assessment.inquiry.gate import admit
from assessment.outcome import Verdict
from assessment.screening.findings import findings
from assessment.screening.open_points import open_points
from assessment.truth import Truth
from resources import files

NAMES = ("cafe-de-verzonnen-vink", "cafe-variant-1b", "verzinseling", "verzonnen-broodje")
SHARES = ("evidenced_share", "cash_share", "private_foreign_share", "turnover_change")


@cache
def shipped() -> Catalogue:
    read = files.read_catalogue(files.LATEST_CATALOGUE)
    return load_catalogue(read.content, read.date, read.checksum)


@cache
def example(name: str) -> Dossier:
    return read_dossier(files.read_bytes("examples", f"{name}.json"))


@cache
def expected(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(files.read_bytes("examples", f"{name}.expected.json"))
    return read


@pytest.mark.parametrize("name", NAMES)
def test_the_financing_is_right_to_the_cent(name: str) -> None:
    got = fund(example(name), shipped())
    assert got is not None
    sums = {key: str(getattr(got, key)) for key in ("need", "declared", "gap", "evidenced")}
    shares = {key: float(round(value, 4)) for key in SHARES if (value := getattr(got, key)) is not None}
    assert {**sums, **shares} == expected(name)["financing"]


@pytest.mark.parametrize("name", NAMES)
def test_further_figures_that_the_format_can_give(name: str) -> None:
    got = fund(example(name), shipped())
    assert got is not None
    values = {one.name: one.value for one in got.figures}
    for key, value in expected(name).get("numbers", {}).items():
        if key in values:
            assert values[key] is not None
            assert (str(values[key]) if isinstance(value, str) else float(round(values[key] or 0, 4))) == value


@pytest.mark.parametrize("name", NAMES)
def test_class_and_relation_of_every_fact(name: str) -> None:
    case = example(name)
    for id_, wanted in expected(name).get("facts", {}).items():
        fact = next(one for one in case.facts if one.id == id_)
        found = attribute(case, shipped(), fact)
        assert classify(fact, shipped()).evidence_class == wanted["evidence_class"]
        assert found.tie == wanted["relation"]
        assert list(found.path) == wanted.get("relation_path", list(found.path))


def test_who_controls_the_companies_of_the_cafe() -> None:
    case = example(NAMES[0])
    got = {(one.party, one.over): one for one in control(case, shipped(), case.assessed_on)}
    for wanted in expected(NAMES[0])["control"]:
        one = got[wanted["party"], wanted["over"]]
        assert one.share is not None
        assert float(one.share) == wanted["share"]
        assert list(one.path) == wanted.get("path", list(one.path))


def test_what_the_gate_holds_back_in_the_cafe() -> None:
    got = {one.information: one for one in admit(example(NAMES[0]), shipped())}
    flagged = {one["information"] for one in expected(NAMES[0])["information_flagged"]}
    assert {id_ for id_, one in got.items() if one.verdict is Verdict.BLOCKED} == flagged
    assert (got["i7"].verdict, got["i7"].may_carry) == (Verdict.CLOSED_PART, True)
    assert [one.about[1] for one in got["i6"].reasons if len(one.about) > 1] == ["p4", "p6"]


def test_the_findings_of_the_cafe() -> None:
    got = {one.id: one for one in findings(shipped(), example(NAMES[0]))}
    for group in expected(NAMES[0])["findings"]:
        for id_ in group["rests_on"]:
            assert got[id_].holds is Truth.YES
    assert got["GEB-08"].grounds == ("context",)


def test_what_is_still_open_about_the_school() -> None:
    asked = {one.id for one in open_points(shipped(), example("verzinseling"))}
    assert {"i8", "supplement"} <= asked


def test_nothing_is_open_about_the_bakery() -> None:
    assert open_points(shipped(), example("verzonnen-broodje")) == ()


def test_bonds_of_the_cafe_are_complete() -> None:
    assert find_bonds(example(NAMES[0]), shipped()).is_complete
