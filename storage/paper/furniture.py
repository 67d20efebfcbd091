# SPDX-License-Identifier: EUPL-1.2
"""What stands on every page: who and how secret above, which document and which page below."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from assessment.telling.block import Document
from storage.paper import words
from storage.paper.pen import Pen
from storage.paper.sheet import BOTTOM, FULL, HEIGHT, LEFT, MM, RUNNING, TOP, WIDTH, Face
from storage.paper.typeface import advance, one_line

_HEAD: Final = HEIGHT - TOP + 9 * MM
_FOOT: Final = BOTTOM - 11 * MM
_SPACED: Final = 0.8
"""White between the letters of the small capitals."""
_CAPITALS: Final = replace(RUNNING, size=7.5, face=Face.STRONG, ink="text")
_SECRECY: Final = 0.72
"""The part of the header that the classification may take; the name of the authority gives way to it."""
_RECEIPT: Final = 8
"""So much of the receipt stands on each page; the whole of it stands at the end of an advice."""


class Furniture:
    """The texts around the pages of one document."""

    def __init__(self, document: Document, pages: int) -> None:
        secrecy = one_line(document.classification).upper()
        self._secrecy = fitting(secrecy, FULL * _SECRECY, _CAPITALS.size, _CAPITALS.face, _SPACED)
        self._wide = advance(self._secrecy, _CAPITALS.face, _CAPITALS.size) + _SPACED * len(self._secrecy)
        self._authority = fitting(one_line(document.authority), FULL - self._wide - 16, RUNNING.size)
        self._name = " · ".join(filter(None, map(one_line, (document.reference, document.version))))
        self._receipt = one_line(document.receipt).rpartition(":")[2][:_RECEIPT]
        self._pages = pages

    def draw(self, pen: Pen, number: int) -> None:
        """Draw header and footer of a page, counted from 1."""
        pen.outside(pagination=True)
        pen.text(LEFT, _HEAD, self._authority, RUNNING)
        pen.text(WIDTH - LEFT - self._wide + _SPACED, _HEAD, self._secrecy, _CAPITALS, _SPACED)
        page = words.PAGE_OF.format(page=number, pages=self._pages)
        right = f"{page} · {self._receipt}" if self._receipt else page
        wide = advance(right, RUNNING.face, RUNNING.size)
        pen.rule(LEFT, _FOOT + 13, FULL, 0.5, "line")
        pen.text(LEFT, _FOOT, fitting(self._name, FULL - wide - 12, RUNNING.size), RUNNING)
        pen.text(WIDTH - LEFT - wide, _FOOT, right, RUNNING)


def fitting(text: str, width: float, size: float, face: Face = Face.REGULAR, spaced: float = 0.0) -> str:
    """Shorten a text with an ellipsis until it fits."""
    if advance(text, face, size) + spaced * len(text) <= width:
        return text
    room = width - advance("…", face, size) - spaced
    kept = 0
    for sign in text:
        room -= advance(sign, face, size) + spaced
        if room < 0:
            break
        kept += 1
    return text[:kept].rstrip() + "…"
