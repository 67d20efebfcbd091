# SPDX-License-Identifier: EUPL-1.2
"""A dossier comes back equal, and writes the same file."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from assessment.dossier.answer import Answer
from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import Financing, NeedLine, Operations
from assessment.dossier.party import Person
from assessment.errors import FaultyFile
from assessment.exchange import dossier_from_wire, dossier_to_wire, write_dossier
from assessment.known import NOT_KNOWN, NOT_LISTED
from storage.mapping import HEAD, Part, join
from storage.splitting import split
from tests.storage.dossiers import dossiers
from tests.storage.stores import FILES, dossier_of, small


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_worked_dossiers_come_back_equal(path: Path) -> None:
    dossier = dossier_of(path)
    again = join(split(dossier))
    assert again == dossier
    assert write_dossier(again) == write_dossier(dossier)


def test_there_are_worked_dossiers() -> None:
    assert len(FILES) > 20


@given(dossiers())
def test_any_dossier_comes_back_equal(dossier: Dossier) -> None:
    again = join(split(dossier))
    assert again == dossier
    assert write_dossier(again) == write_dossier(dossier)


def test_every_record_is_a_part_of_its_own() -> None:
    parts = split(small())
    assert [(part.kind, part.key) for part in parts] == [
        ("head", "head"), ("party", "p1"), ("party", "p2"), ("answer", "IDA-05"), ("event", None),
    ]  # fmt: skip
    assert "Fictema" not in parts[0].body


@pytest.mark.parametrize(
    "financing",
    [
        NOT_KNOWN, None, Financing(), Financing(need=()), Financing(need=(), sources=()),
        Financing(need=(NeedLine("goodwill"),)), Financing(operations=None), Financing(operations=Operations()),
        Financing(operations=NOT_KNOWN, need=()),
    ],
)  # fmt: skip
def test_absent_none_and_empty_stay_apart(financing: object) -> None:
    dossier = replace(small(), financing=financing)  # type: ignore[arg-type]
    assert dossier_to_wire(join(split(dossier))) == dossier_to_wire(dossier)


@pytest.mark.parametrize("hearings", [NOT_LISTED, ()])
def test_an_empty_list_is_not_an_absent_one(hearings: tuple[()]) -> None:
    dossier = replace(small(), hearings=hearings)
    assert ("hearings" in dossier_to_wire(join(split(dossier)))) is (hearings is not NOT_LISTED)


def test_what_is_not_finished_can_be_kept() -> None:
    raw = dossier_to_wire(small())
    raw["facts"] = [{"id": "f1", "actor": "nog-niet-vastgelegd"}]
    with pytest.raises(FaultyFile):
        dossier_from_wire(raw)
    head, *rest = split(small())
    again = join((head, *rest, Part("fact", "f1", json.dumps(raw["facts"][0]))))
    assert join(split(again)) == again


def test_records_with_one_name_are_told_apart() -> None:
    twins = replace(small(), parties=(Person("p1", "een"), Person("p1", "twee"), Person("p1#2", "drie"), Person("")))
    keys = [part.key for part in split(twins) if part.kind == "party"]
    assert len(set(keys)) == 4
    assert join(split(twins)) == twins


@pytest.mark.parametrize("text", ["\ud800", "nul\0teken", "x" * 200_001])
def test_what_could_not_be_read_back_is_refused(text: str) -> None:
    with pytest.raises(FaultyFile):
        split(replace(small(), answers=(Answer("IDA-05", "ja", note=text),)))


def test_a_dossier_without_its_head_is_refused() -> None:
    with pytest.raises(KeyError):
        join(part for part in split(small()) if part.kind != HEAD)
