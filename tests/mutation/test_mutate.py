# SPDX-License-Identifier: EUPL-1.2
"""Which faults are left out because nothing that runs could change, and how a fault gets into a loaded module."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from .mutants import is_unseen, unseen
from .mutate import statement
from .planting import NotComputedError, plant

SOURCE = '''"""Words."""
LIMIT: int | None = 3


@frozen(True)
def rule(one: int | str) -> bool | None:
    """Words."""
    return one > 3
'''
LOADED = """
from dataclasses import dataclass, field
from functools import cached_property

LIMIT = 3
TWICE = 2 * LIMIT


def rule(one, more=1):
    return any(each > LIMIT for each in (one + more,))


class Case:
    @property
    def size(self):
        return 4

    @cached_property
    def whole(self):
        return 5

    @staticmethod
    def nothing():
        return 6


@dataclass(frozen=True, slots=True)
class Kept:
    open: bool = False
    made: int = field(init=False, default=7)
"""


@pytest.mark.parametrize(
    ("line", "column", "left_out"),
    [(1, 0, True), (2, 11, True), (2, 20, False), (5, 8, True), (6, 16, True), (6, 29, True), (7, 4, True),
     (8, 15, False), (8, 17, False)],
)  # fmt: skip
def test_annotations_decorators_and_documentation_are_left_out(line: int, column: int, left_out: bool) -> None:
    assert is_unseen((line, column), unseen(SOURCE)) is left_out


def test_the_statement_around_a_line() -> None:
    assert statement("a = 1\nif a:\n    b = (\n        a,\n    )\n", 4) == range(3, 6)
    assert statement("a = 1\n", 9) == range(9, 10)


@pytest.fixture
def loaded(tmp_path: Path) -> Iterator[ModuleType]:
    path = tmp_path / "faulty_here.py"
    path.write_text(LOADED, "utf-8")
    spec = importlib.util.spec_from_file_location("faulty_here", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["faulty_here"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    del sys.modules["faulty_here"]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("each > LIMIT", "each < LIMIT", (True, 4, 5, 6, 6)),
        ("more=1", "more=2", (False, 4, 5, 6, 6)),
        ("LIMIT = 3", "LIMIT = 1", (True, 4, 5, 6, 2)),
        ("2 * LIMIT", "3 * LIMIT", (False, 4, 5, 6, 9)),
        ("return 4", "return 40", (False, 40, 5, 6, 6)),
        ("return 5", "return 50", (False, 4, 50, 6, 6)),
        ("return 6", "return 60", (False, 4, 5, 60, 6)),
    ],
)
def test_who_has_the_module_already_meets_the_fault(
    loaded: ModuleType, before: str, after: str, told: tuple[object, ...]
) -> None:
    rule, case = loaded.rule, loaded.Case()
    assert LOADED.count(before) == 1
    assert plant(loaded, LOADED.replace(before, after))
    assert (rule(1), case.size, case.whole, case.nothing(), loaded.TWICE) == told


def test_the_fields_of_a_data_class_become_the_faulty_ones(loaded: ModuleType) -> None:
    kept = loaded.Kept
    plant(loaded, LOADED.replace("open: bool = False", "open: bool = True"))
    assert kept().open is True
    with pytest.raises(TypeError):
        kept(False, 8)
    plant(loaded, LOADED.replace("init=False", "init=True"))
    assert kept(False, 8).made == 8
    assert kept().open is False


def test_what_was_imported_elsewhere_becomes_the_faulty_one(loaded: ModuleType) -> None:
    loaded.LIMIT = marked = (3,)
    other = sys.modules["faulty_there"] = ModuleType("faulty_there")
    other.LIMIT = marked  # type: ignore[attr-defined]
    try:
        plant(loaded, LOADED.replace("LIMIT = 3", "LIMIT = 1"))
        assert other.LIMIT == 1  # type: ignore[attr-defined]
    finally:
        del sys.modules["faulty_there"]


def test_source_that_does_the_same_is_no_fault(loaded: ModuleType) -> None:
    assert not plant(loaded, LOADED.replace("return 4", "return (4)  # four"))


def test_a_module_that_cannot_be_computed_is_told(loaded: ModuleType) -> None:
    with pytest.raises(NotComputedError):
        plant(loaded, LOADED.replace("2 * LIMIT", "2 // (LIMIT - 3)"))
