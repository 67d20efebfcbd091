# SPDX-License-Identifier: EUPL-1.2
"""Which mutations are left out because nothing that runs could change."""

import pytest

from .mutate import ROOT, TESTS, is_unseen, unseen

SOURCE = '''"""Words."""
LIMIT: int | None = 3


@frozen(True)
def rule(one: int | str) -> bool | None:
    """Words."""
    return one > 3
'''


@pytest.mark.parametrize(
    ("line", "column", "left_out"),
    [(1, 0, True), (2, 11, True), (2, 20, False), (5, 8, True), (6, 16, True), (6, 29, True), (7, 4, True),
     (8, 15, False), (8, 17, False)],
)  # fmt: skip
def test_annotations_decorators_and_documentation_are_left_out(line: int, column: int, left_out: bool) -> None:
    assert is_unseen((line, column), unseen(SOURCE)) is left_out


def test_every_file_and_every_test_named_is_there() -> None:
    named = [*TESTS, *(test for tests in TESTS.values() for test in tests)]
    assert [one for one in named if not (ROOT / one).exists()] == []
