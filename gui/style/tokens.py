# SPDX-License-Identifier: EUPL-1.2
"""The tokens of look.md: colours per mode and sizes, read from `resources/style/tokens.json`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Mode(StrEnum):
    """Light or dark, as painted."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Tokens:
    """All colours (`#RRGGBB`) and sizes of one mode; text sizes in points, the rest in pixels."""

    mode: Mode
    colours: dict[str, str]
    font: str
    body: float
    small: float
    section: float
    page: float
    radius: int
    row: int

    def words(self) -> dict[str, str]:
        """Give everything as words for the sheet."""
        sizes = {name: f"{getattr(self, name):g}" for name in ("body", "small", "section", "page", "radius")}
        # What is typed or pressed keeps room for its letters at every size; a sheet's minimum goes before Qt's own.
        sizes |= {"field": f"{round(self.row * 22 / 36)}", "pressed": f"{round(self.row * 20 / 36)}"}
        return {**self.colours, **sizes, "font": self.font, "mode": self.mode.value}


@cache
def _read() -> dict[str, dict[str, str | float]]:
    """Read the file once."""
    return json.loads((RESOURCES / "style" / "tokens.json").read_text("utf-8"))


def tokens(mode: Mode, text_size: int = 100) -> Tokens:
    """Give the tokens of a mode, with letters at `text_size` percent."""
    shared = _read()["shared"]
    letters = {name: float(shared[name]) * text_size / 100 for name in ("body", "small", "section", "page")}
    return Tokens(
        mode,
        dict(_read()[mode.value]),
        str(shared["font"]),
        **letters,
        radius=int(shared["radius"]),
        row=round(float(shared["row"]) * max(text_size, 100) / 100),
    )
