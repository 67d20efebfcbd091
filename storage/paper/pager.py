# SPDX-License-Identifier: EUPL-1.2
"""Fill pages with pieces: what fits is placed, what does not is broken or begins on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from storage.paper.piece import Piece
from storage.paper.sheet import BOTTOM, HEIGHT, ROOM, TOP

_TOP: Final = HEIGHT - TOP


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece and the height of its upper edge on the page."""

    piece: Piece
    top: float


Page: TypeAlias = tuple[Placed, ...]


def fill_pages(pieces: Sequence[Piece | None]) -> tuple[Page, ...]:
    """Spread pieces over pages; None begins a new page, and there is one page at least."""
    filler = _Filler()
    for number, piece in enumerate(pieces):
        if piece is None:
            filler.turn()
            continue
        filler.place(piece, _room_after(pieces, number))
    return filler.close()


def _room_after(pieces: Sequence[Piece | None], number: int) -> float:
    """Tell how much room what follows needs on the same page, when the piece may not be the last on it."""
    room, piece = 0.0, pieces[number]
    for follower in pieces[number + 1 :]:
        if piece is None or not piece.keep or follower is None:
            break
        room += max(piece.after, follower.before) + (follower.height if follower.keep else follower.least)
        piece = follower
    return room


class _Filler:
    """The page in hand and those that are full."""

    def __init__(self) -> None:
        self._pages: list[Page] = []
        self._page: list[Placed] = []
        self._y = _TOP
        self._white = 0.0

    def place(self, piece: Piece, wanted_below: float) -> None:
        """Place a piece on one page or more, with so much room below it on the last."""
        rest: Piece | None = piece
        while rest is not None:
            rest = self._place_some(rest, min(wanted_below, ROOM / 2))

    def _place_some(self, piece: Piece, wanted_below: float) -> Piece | None:
        """Place what fits on this page and give the rest, for the next page."""
        white = max(self._white, piece.before) if self._page else 0.0
        room = self._y - BOTTOM - white
        if piece.height + wanted_below <= room:
            self._put(piece, white)
            return None
        if piece.height > room and not (wanted_below and self._page):
            parts = piece.split(room)
            if parts:
                self._put(parts[0], white)
                self.turn()
                return parts[1]
        if self._page:
            self.turn()
            return piece
        self._put(piece, white)
        return None

    def turn(self) -> None:
        """Begin a new page, unless this one is still empty."""
        if self._page:
            self._pages.append(tuple(self._page))
        self._page, self._y, self._white = [], _TOP, 0.0

    def close(self) -> tuple[Page, ...]:
        """Give all pages."""
        self.turn()
        return tuple(self._pages) or ((),)

    def _put(self, piece: Piece, white: float) -> None:
        self._y -= white
        self._page.append(Placed(piece, self._y))
        self._y -= piece.height
        self._white = piece.after
