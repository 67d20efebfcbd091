# SPDX-License-Identifier: EUPL-1.2
"""Not known is not no."""

from itertools import product

import pytest

from assessment.truth import Truth

YES, NO, UNKNOWN = Truth.YES, Truth.NO, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, NO, NO, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (NO, NO, NO, NO),
        (NO, UNKNOWN, NO, UNKNOWN),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_and_and_or_follow_kleene(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    assert (left & right, right & left) == (both, both)
    assert (left | right, right | left) == (either, either)


def test_the_opposite_of_not_known_is_not_known() -> None:
    assert (~YES, ~NO, ~UNKNOWN) == (NO, YES, UNKNOWN)


def test_de_morgan_holds_with_unknowns() -> None:
    for left, right in product(Truth, repeat=2):
        assert ~(left & right) is (~left | ~right)


def test_a_truth_cannot_be_used_as_a_bool() -> None:
    with pytest.raises(TypeError):
        bool(UNKNOWN)


def test_a_missing_bool_is_unknown() -> None:
    assert [Truth.of(one) for one in (True, False, None)] == [YES, NO, UNKNOWN]
