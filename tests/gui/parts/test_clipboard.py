# SPDX-License-Identifier: EUPL-1.2
from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QClipboard

from gui.parts.clipboard import empty

TEXT, SELECTION = QClipboard.Mode.Clipboard, QClipboard.Mode.Selection


@dataclass
class Board:
    """A clipboard whose owner a test decides; that of the offscreen platform does not say whose it is."""

    owned: set = field(default_factory=set)
    two: bool = True
    cleared: list = field(default_factory=list)

    def ownsClipboard(self):  # noqa: N802
        return TEXT in self.owned

    def ownsSelection(self):  # noqa: N802
        return SELECTION in self.owned

    def supportsSelection(self):  # noqa: N802
        return self.two

    def clear(self, mode=TEXT):
        self.cleared.append(mode)


@pytest.mark.parametrize(
    ("owned", "two", "cleared"),
    [
        ({TEXT, SELECTION}, True, [TEXT, SELECTION]),
        ({TEXT}, True, [TEXT]),
        ({SELECTION}, True, [SELECTION]),
        (set(), True, []),
        ({TEXT, SELECTION}, False, [TEXT]),
    ],
)
def test_only_what_was_copied_here_is_taken_off(owned, two, cleared):
    board = Board(owned, two)
    empty(board)
    assert board.cleared == cleared
