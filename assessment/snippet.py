# SPDX-License-Identifier: EUPL-1.2
"""A piece of a text around the words that were sought, and where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from assessment.names import plain

BEFORE: Final = 40
"""Signs before the first found word."""
LONGEST: Final = 160
"""Signs of a piece."""
_MOST_READ: Final = 20_000
"""Signs of one text that are looked through; what is found further on is shown without its place."""

_WORD: Final = re.compile("[\\w\u0300-\u036f]+")
"""With the accents that stand as signs of their own behind their letter."""
_SPACE: Final = re.compile(r"\s+")
_ELLIPSIS: Final = "…"


def snippet(texts: Iterable[str], sought: Sequence[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Give the piece with most of the words that begin as sought; the beginning of the first text when none does."""
    read = [_SPACE.sub(" ", text[:_MOST_READ]).strip() for text in texts]
    pieces = [_piece(text, list(_places(text, sought))) for text in read if text]
    return max(pieces, key=lambda piece: len(piece[1]), default=("", ()))


def _places(text: str, sought: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find the words that begin with one of these, and how far; the letters of both are folded."""
    beginnings = tuple(filter(None, (_letters(one) for one in sought)))
    for word in _WORD.finditer(text):
        folded = _letters(word[0])
        length = max((len(one) for one in beginnings if folded.startswith(one)), default=0)
        if length:
            yield word.start(), word.start() + _unfolded(word[0], length)


def _unfolded(word: str, length: int) -> int:
    """Say how many signs of a word make so many folded ones."""
    return next((at for at in range(1, len(word)) if len(_letters(word[:at])) >= length), len(word))


def _letters(word: str) -> str:
    return "".join(sign for sign in plain(word) if sign.isalnum())


def _piece(text: str, places: list[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    first = places[0][0] if places else 0
    begin = 0 if first <= BEFORE else text.rfind(" ", 0, first - BEFORE // 2) + 1
    end = min(len(text), begin + LONGEST)
    if end < len(text):
        end = max(text.rfind(" ", begin, end), begin + LONGEST // 2)
    head = _ELLIPSIS if begin else ""
    moved = len(head) - begin
    shown = tuple((at + moved, min(stop, end) + moved) for at, stop in places if at < end)
    return head + text[begin:end] + (_ELLIPSIS if end < len(text) else ""), shown
