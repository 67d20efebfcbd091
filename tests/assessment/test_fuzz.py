# SPDX-License-Identifier: EUPL-1.2
"""Any well-typed dossier: never an exception, always a receipt, and the same one twice, also in another process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from assessment import dossier as dossier_package
from assessment.assess import assess
from assessment.catalogue.reading import Faults
from assessment.dossier.dossier import Dossier
from assessment.errors import FaultyFile
from assessment.exchange import dossier_from_wire, dossier_to_wire
from assessment.explanation.wire import explained_to_wire
from assessment.known import NOT_KNOWN
from assessment.receipt import digest
from assessment.telling.report import report
from assessment.wire import from_wire
from tests.socket_guard import python_path

from .catalogued import Chance, catalogued
from .dossiers import some_dossier
from .tangled import tangled
from .weighing.balances import shipped

ROOT = Path(__file__).resolve().parents[2]
HARD = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]
ANY = settings(deadline=None, max_examples=60, suppress_health_check=HARD)


@ANY
@given(catalogued(shipped()))
def test_what_speaks_the_catalogue_is_assessed_explained_and_told(dossier: Dossier) -> None:
    outcome = assess(dossier, shipped())
    assert outcome.receipt.startswith("sha256:")
    assert outcome == assess(dossier, shipped())
    wire = explained_to_wire(dossier, outcome, shipped())
    assert digest(wire).startswith("sha256:")
    assert report(outcome, dossier, shipped()).endswith("\n")


@ANY
@given(catalogued(shipped()))
def test_written_down_and_read_again_it_gives_the_same_receipt(dossier: Dossier) -> None:
    """Where the format takes it: a file refuses what names a record that is not there."""
    try:
        again = dossier_from_wire(dossier_to_wire(dossier))
    except FaultyFile:
        return
    assert assess(again, shipped()).receipt == assess(dossier, shipped()).receipt


def drawn(strategy: st.SearchStrategy[Any], number: int) -> list[Any]:
    """Take so many examples, always the same ones."""
    found: list[Any] = []

    @settings(max_examples=number, database=None, derandomize=True, phases=[Phase.generate], deadline=None,
              suppress_health_check=list(HealthCheck))  # fmt: skip
    @given(strategy)
    def take(one: Any) -> None:
        found.append(one)

    take()
    return found


PROGRAM = """
import sys
from tests.assessment.test_fuzz import receipts
print("\\n".join(receipts(sys.stdin.read())))
"""


def receipts(told: str) -> list[str]:
    """Assess dossiers from their JSON; a file would refuse what names a record that is not there."""
    faults = Faults()
    read = [from_wire(Dossier, raw, "$", faults) for raw in json.loads(told, parse_float=Decimal)]
    assert faults.found == []
    return [assess(one, shipped()).receipt for one in read]


def receipts_with(seed: str, told: str) -> list[str]:
    """Assess in a process of its own, in which sets and dicts of texts have another order."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], input=told.encode(), capture_output=True, check=True, cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": python_path(ROOT)},
    )  # fmt: skip
    return done.stdout.decode().split()


def test_another_process_gives_the_same_receipts() -> None:
    dossiers = [*drawn(catalogued(shipped()), 100), *drawn(tangled(), 20), *drawn(some_dossier(), 10)]
    told = json.dumps([plain(one) for one in dossiers])
    here = receipts(told)
    assert len({*here}) > 100
    assert receipts_with("1", told) == here
    assert receipts_with("4242", told) == here


def plain(dossier: Dossier) -> Any:
    """Give the data of a dossier file without the name of its format."""
    return {key: value for key, value in dossier_to_wire(dossier).items() if key != "format"}


def values(record: Any) -> Iterator[tuple[type, str, Any]]:
    """Give every value in a record with the type and the field that it stands in."""
    for one in fields(record):
        value = getattr(record, one.name)
        for part in value if isinstance(value, tuple) else (value,):
            yield type(record), one.name, part
            if is_dataclass(part) and not isinstance(part, type):
                yield from values(part)


def kinds_of(module: Any) -> set[type]:
    return {one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__}


MODULES = [import_module(f"assessment.dossier.{one.name}") for one in iter_modules(dossier_package.__path__)]
KINDS = {kind for module in MODULES for kind in kinds_of(module)}


def test_what_is_tried_holds_every_record_every_field_and_every_word() -> None:
    tried = [Chance(number, shipped()).dossier() for number in range(250)]
    seen = [found for one in tried for found in values(one)]
    records = [one for one in KINDS if is_dataclass(one)]
    filled = {(kind, name) for kind, name, value in seen if value or value is False}
    assert {(kind, one.name) for kind in records for one in fields(kind) if one.init} - filled == set()
    empty = {(kind, name) for kind, name, value in seen if value is NOT_KNOWN}
    optional = {(kind, one.name) for kind in records for one in fields(kind) if "NotKnown" in str(one.type)}
    assert optional - empty == set()
    members = {(type(value), value) for _, _, value in seen if isinstance(value, Enum)}
    assert {(one, member) for one in KINDS if issubclass(one, Enum) for member in one} - members == set()


@pytest.mark.parametrize(
    ("name", "part"),
    [("partner", "partners"), ("basis", "bases"), ("offence", "offences"), ("legal_form", "legal_forms"),
     ("type", "permits"), ("question", "questions")],
)  # fmt: skip
def test_every_code_of_the_catalogue_is_tried(name: str, part: str) -> None:
    codes, chance = set(getattr(shipped(), part)), Chance(0, shipped())
    assert codes - {chance.text(name) for _ in range(20 * len(codes))} == set()
