# SPDX-License-Identifier: EUPL-1.2
"""Columns fill the room, give up in proportion what they can miss, and never get smaller than they can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.parts.column_widths import Width, spread


@pytest.mark.parametrize(
    ("columns", "room", "expected"),
    [
        ((Width(50, 50), Width(160, 80, True)), 400, (50, 350)),
        ((Width(50, 50), Width(160, 80, True)), 210, (50, 160)),
        ((Width(50, 50), Width(160, 80, True)), 150, (50, 100)),
        ((Width(50, 50), Width(160, 80, True)), 100, (50, 80)),
        ((Width(100, 60), Width(180, 60)), 220, (85, 135)),
        ((Width(100, 60), Width(180, 60)), 500, (100, 180)),
        ((Width(10, 10, True), Width(10, 10, True), Width(10, 10, True)), 40, (13, 13, 14)),
        ((), 300, ()),
    ],
)
def test_widths(columns, room, expected):
    assert spread(columns, room) == expected


widths = st.builds(
    lambda least, more, grows: Width(least + more, least, grows),
    st.integers(0, 300),
    st.integers(0, 300),
    st.booleans(),
)


@given(st.lists(widths, max_size=9), st.integers(0, 2000))
def test_the_room_is_filled_and_nothing_is_too_small(columns, room):
    given_ = spread(columns, room)
    assert all(width >= one.least for width, one in zip(given_, columns, strict=True))
    liked, least = sum(one.liked for one in columns), sum(one.least for one in columns)
    if least <= room <= liked or (room > liked and any(one.grows for one in columns)):
        assert sum(given_) == room
    else:
        assert sum(given_) == (liked if room > liked else least)
