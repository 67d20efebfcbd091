# SPDX-License-Identifier: EUPL-1.2
"""The sheet and its type: measures in points, styles, and the inks that window and paper share."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from resources import files

MM: Final = 72 / 25.4
WIDTH: Final = 210 * MM
HEIGHT: Final = 297 * MM
LEFT: Final = 22 * MM
RIGHT: Final = 22 * MM
TOP: Final = 25 * MM
BOTTOM: Final = 25 * MM

FULL: Final = WIDTH - LEFT - RIGHT
"""How wide tables and pictures are."""
ROOM: Final = HEIGHT - TOP - BOTTOM
"""How high the part of a page is on which the text stands."""
MARGIN: Final = 84.0
"""The column left of the running text, in which the marks stand (`§ regel`, `oordeel`, `Let op`)."""
MEASURE: Final = 352.0
"""How long a line of running text is at most: about 75 characters."""


class Face(StrEnum):
    """The cuts of the typeface on paper, by the name of their file."""

    REGULAR = "SourceSans3-Regular"
    STRONG = "SourceSans3-SemiBold"
    ITALIC = "SourceSans3-Italic"


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: size, distance of the lines and white around it in points; `ink` is a colour token."""

    size: float
    leading: float
    face: Face = Face.REGULAR
    ink: str = "text"
    before: float = 0.0
    after: float = 0.0

    @property
    def drop(self) -> float:
        """How far below the upper edge of a line its letters stand."""
        return (self.leading + self.size * 0.62) / 2


BODY: Final = Style(10.5, 14.5, after=7)
QUIET: Final = Style(9.5, 13, ink="muted", after=7)
ITEM: Final = Style(10.5, 14.5, after=3)
MARK: Final = Style(9.5, 14.5, Face.STRONG, ink="muted")
WARNING: Final = Style(10.5, 14.5, Face.STRONG, ink="danger")
CAPTION: Final = Style(9.5, 13, Face.STRONG, before=12, after=4)
CELL: Final = Style(9.5, 12.5)
CELL_NAME: Final = Style(9.5, 12.5, ink="muted")
CELL_HEAD: Final = Style(9, 12, Face.STRONG, ink="muted")
HEADINGS: Final = (
    Style(17, 22, Face.STRONG, after=16),
    Style(12.5, 17, Face.STRONG, before=22, after=7),
    Style(10.5, 14.5, Face.STRONG, before=14, after=5),
    Style(10.5, 14.5, Face.STRONG, ink="muted", before=10, after=4),
)
RUNNING: Final = Style(8.5, 11, ink="muted")
"""Header and footer."""


@cache
def inks() -> dict[str, str]:
    """Give the colours of the light window by token, as `#rrggbb`."""
    tokens: dict[str, dict[str, str]] = json.loads(files.read_bytes("style", "tokens.json"))
    return tokens["light"]
