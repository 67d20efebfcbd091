# SPDX-License-Identifier: EUPL-1.2
"""Makes the advice and draws its pages on the paper lane, one page at a time; what is overtaken is not finished."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Signal
from PySide6.QtGui import QImage

from gui.lane import Lane

DrawPages = Callable[[bytes, int], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """One page as a packed picture: a page of paper is mostly white and packs to a few per cent of its points.

    `headings` (text, level, part of the page above it) are what can be gone to.
    """

    size: QSize
    png: QByteArray
    headings: tuple[Any, ...] = ()

    def image(self) -> QImage:
        """Unpack the picture."""
        return QImage.fromData(self.png, "PNG")


class PaperMaker(QObject):
    """`made(pdf)` when a document is there, `drawn(number, page)` for each page, `finished(count)` after the last.

    `refused(hindrance)` is called when a document cannot be made or drawn; without it the lane tells.
    """

    made = Signal(object)
    drawn = Signal(int, object)
    finished = Signal(int)

    def __init__(self, lane: Lane, draw_pages: DrawPages, refused: Callable[[object], object] | None = None) -> None:
        super().__init__()
        self._lane, self._draw_pages, self._refused = lane, draw_pages, refused
        self._making = self._drawing = 0

    def make(self, task: Callable[[], bytes]) -> None:
        """Make another document; one that is still being made is forgotten when it comes."""
        self._making += 1
        asked = self._making
        self._lane.run(task, lambda pdf: self.made.emit(pdf) if asked == self._making else None, self._refused)

    def draw(self, pdf: bytes, width: int) -> None:
        """Draw the pages of a document so many points wide, from the first on."""
        self._drawing += 1
        self._next(_lazily(self._draw_pages, pdf, width), self._drawing, 1)

    def stop(self) -> None:
        """Forget what is under way."""
        self._making += 1
        self._drawing += 1

    def _next(self, pages: Generator[Any, None, None], asked: int, number: int) -> None:
        then = partial(self._on_drawn, pages, asked, number)
        self._lane.run(lambda: _drawn(pages), then, self._refused)

    def _on_drawn(self, pages: Generator[Any, None, None], asked: int, number: int, page: DrawnPage | None) -> None:
        if asked != self._drawing:
            self._lane.run(lambda: _let_go(pages))
        elif page is None:
            self.finished.emit(number - 1)
        else:
            self.drawn.emit(number, page)
            self._next(pages, asked, number + 1)


def _lazily(draw_pages: DrawPages, pdf: bytes, width: int) -> Generator[Any, None, None]:
    """Open the document only when the first page is asked for, so that it happens on the lane."""
    yield from draw_pages(pdf, width)


def _drawn(pages: Generator[Any, None, None]) -> DrawnPage | None:
    """Draw the next page and pack it; None after the last."""
    picture = next(pages, None)
    if picture is None:
        return None
    flat = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, QImage.Format.Format_RGBA8888)
    packed = QByteArray()
    buffer = QBuffer(packed)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    flat.convertToFormat(QImage.Format.Format_RGB888).save(buffer, "PNG", 80)
    buffer.close()
    return DrawnPage(QSize(picture.width, picture.height), packed, tuple(getattr(picture, "headings", ())))


def _let_go(pages: Generator[Any, None, None]) -> None:
    """Close a document of which no more pages are needed."""
    pages.close()
