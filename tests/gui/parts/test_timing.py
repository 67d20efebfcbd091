# SPDX-License-Identifier: EUPL-1.2
"""How much of a term is left."""

from datetime import date, timedelta

import pytest

from gui.parts.timing import share_left

TODAY = date(2026, 6, 2)


def day(days):
    return TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("start", "end", "left"),
    [
        (-50, 50, 0.5),
        (0, 56, 1),
        (-56, 0, 0),
        (-80, -3, 0),
        (10, 40, 1),
        (None, 56, 1),
        (None, 90, 1),
        (None, 14, 0.25),
        (None, 0, 0),
        (5, 5, 5 / 56),
    ],
)
def test_a_bar_is_full_at_the_start_and_empty_at_the_end(start, end, left):
    assert share_left(None if start is None else day(start), day(end), TODAY) == left
