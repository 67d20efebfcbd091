# SPDX-License-Identifier: EUPL-1.2
"""How wide the columns of a table are: by their share, but no word broken that need not be."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from assessment.telling.block import Align, Column
from storage.paper.lines import Run, width_of_words
from storage.paper.sheet import CELL, Face
from storage.paper.typeface import advance

_GAP: Final = 12.0
_GAP_AFTER_AMOUNT: Final = 24.0
_WIDEST: Final = 150.0
"""Up to this width a word may claim room from the other columns; beyond it, it is broken."""
_NARROWEST: Final = 4.0
"""So narrow a column may become when there are very many."""


def gaps(columns: Sequence[Column], full: float) -> tuple[float, ...]:
    """Give the white before each column: more after amounts, less when there are very many columns."""
    narrow = full / 4 / len(columns)
    after_amount = [first.align is Align.RIGHT and second.align is Align.LEFT for first, second in pairwise(columns)]
    return (0.0, *(min(_GAP_AFTER_AMOUNT if wide else _GAP, narrow) for wide in after_amount))


def share(columns: Sequence[Column], rows: Sequence[Sequence[tuple[Run, ...]]], full: float) -> tuple[float, ...]:
    """Divide `full` points over the columns."""
    room = max(full, _NARROWEST * len(columns))
    weights = [column.width if math.isfinite(column.width) and column.width > 0 else 0.0 for column in columns]
    weights = weights if sum(weights) else [1.0] * len(columns)
    wanted = [room * weight / sum(weights) for weight in weights]
    least = [_least(number, column, rows) for number, column in enumerate(columns)]
    if sum(least) <= room:
        return _level(wanted, least, room)
    figures = [_least_for_figures(row[number] for row in rows) for number in range(len(columns))]
    return _capped(least, figures if sum(figures) <= room else [_NARROWEST] * len(columns), room)


def _least(number: int, column: Column, rows: Sequence[Sequence[tuple[Run, ...]]]) -> float:
    """Tell how wide a column must be for its longest word, or for a whole amount."""
    texts = [row[number] for row in rows]
    if column.align is Align.RIGHT:
        found = max(sum(advance(run.text.replace("\n", " "), run.face, CELL.size) for run in text) for text in texts)
    else:
        found = max(width_of_words(text, CELL.size) for text in texts)
    return max(min(found, _WIDEST), _NARROWEST)


def _least_for_figures(texts: Iterable[tuple[Run, ...]]) -> float:
    """Tell how wide a column must be so that no number in it is broken, for half a number is another number."""
    words = (word for text in texts for word in re.split("[ \n]", "".join(run.text for run in text)))
    wide = (advance(word, Face.STRONG, CELL.size) for word in words if any(sign.isdigit() for sign in word))
    return max(min(max(wide, default=0.0), _WIDEST), _NARROWEST)


def _capped(wanted: Sequence[float], least: Sequence[float], room: float) -> tuple[float, ...]:
    """Find the width that no column passes unless it must, so that all together fill the room."""
    low, high = 0.0, max(wanted)
    for _ in range(40):
        cap = (low + high) / 2
        total = sum(max(must, min(want, cap)) for want, must in zip(wanted, least, strict=True))
        low, high = (cap, high) if total < room else (low, cap)
    return tuple(max(must, min(want, low)) for want, must in zip(wanted, least, strict=True))


def _level(wanted: Sequence[float], least: Sequence[float], room: float) -> tuple[float, ...]:
    """Give each column what it must have, taken from those that can spare it, in proportion to what they can."""
    short = sum(max(want, must) for want, must in zip(wanted, least, strict=True)) - room
    spare = sum(max(want - must, 0.0) for want, must in zip(wanted, least, strict=True))
    part = short / spare if spare else 0.0
    return tuple(
        must if want <= must else want - (want - must) * part for want, must in zip(wanted, least, strict=True)
    )
