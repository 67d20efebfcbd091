# SPDX-License-Identifier: EUPL-1.2
"""Break runs of text into lines that fit; a word that is too long for a line is broken with a hyphen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from storage.paper.sheet import Face
from storage.paper.tags import Element
from storage.paper.typeface import advance
from storage.paper.word_break import HYPHEN, SEAM, cut


@dataclass(frozen=True, slots=True)
class Run:
    """Printable text in one face; `inside` is the link or struck passage that it belongs to."""

    text: str
    face: Face
    target: str = ""
    struck: bool = False
    inside: Element | None = field(default=None, compare=False)

    def of(self, text: str) -> Run:
        """Give the same run with another text."""
        return Run(text, self.face, self.target, self.struck, self.inside)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a line in one face: the run it comes from with its own text, and its width in points."""

    run: Run
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A set line; a space at its end keeps words apart for who takes the text out, and has no width."""

    segments: tuple[Segment, ...]
    width: float

    @property
    def text(self) -> str:
        """Give the text as it is drawn."""
        return "".join(segment.run.text for segment in self.segments)


@dataclass(slots=True)
class _Word:
    """What stands between two places where a line may break."""

    runs: list[Run]
    gap: Run | None


_TOKEN = re.compile(r"\n| +|[^ \n]+")
_JOINT = re.compile(r"(?<=[^\W\d_][-/])(?=[^\W\d_])")
"""After a hyphen or a stroke between two letters a line may break; never in a date or a reference."""


def break_lines(runs: Iterable[Run], width: float, size: float) -> tuple[Line, ...]:
    """Set runs into lines of at most `width` points; always gives at least one line."""
    setter = _Setter(width, size)
    for word in _words(runs):
        setter.add(word) if word else setter.end(last=True)
    setter.end(last=True)
    return tuple(setter.lines)


def set_line(runs: Iterable[Run], size: float) -> Line:
    """Set runs on one line, however long."""
    segments = tuple(Segment(run, advance(run.text, run.face, size)) for run in runs if run.text)
    return Line(segments, sum(segment.width for segment in segments))


def _words(runs: Iterable[Run]) -> Iterator[_Word | None]:
    """Give the words, and None for each newline."""
    word, gap = _Word([], None), None
    for run in runs:
        for token in _TOKEN.findall(run.text):
            if token[0] not in " \n":
                first, *more = _JOINT.split(token)
                word.runs.append(run.of(first))
                for part in more:
                    yield word
                    word = _Word([run.of(part)], None)
                continue
            if word.runs:
                yield word
            gap = run.of(" ") if token[0] == " " else None
            if token == "\n":  # noqa: S105 - a token of text
                yield None
            word = _Word([], gap)
    if word.runs:
        yield word


class _Setter:
    """Fills one line after the other."""

    def __init__(self, width: float, size: float) -> None:
        self.lines: list[Line] = []
        self._width, self._size = width, size
        self._runs: list[Run] = []
        self._used = 0.0

    def add(self, word: _Word) -> None:
        """Put a word on this line or the next."""
        needed = _advance_of(word.runs, self._size)
        gap = word.gap if self._runs else None
        room = self._width - self._used - (advance(" ", gap.face, self._size) if gap else 0)
        if needed > room and self._runs:
            self.end(last=False, spaced=gap is not None)
            gap, room = None, self._width
        if needed > room:
            self._add_broken(word)
            return
        self._take([gap, *word.runs] if gap else word.runs)

    def end(self, *, last: bool, spaced: bool = True) -> None:
        """Close the line; `last` closes a paragraph, where an empty line counts too."""
        runs = _joined(self._runs)
        width = _advance_of(runs, self._size)  # without the sign that the end of the line may still get
        if runs and not last:
            runs[-1] = runs[-1].of(_with_seam(runs[-1].text, spaced))
        if runs or last:
            self.lines.append(Line(set_line(runs, self._size).segments, width))
        self._runs, self._used = [], 0.0

    def _take(self, runs: list[Run]) -> None:
        self._runs += runs
        self._used += _advance_of(runs, self._size)

    def _add_broken(self, word: _Word) -> None:
        """Fill whole lines with a word that is longer than a line, and begin the next with its end."""
        for run in word.runs:
            text = run.text
            while True:
                piece, rest = cut(text, run.face, (self._width - self._used) / self._size, bool(self._runs))
                if piece:
                    self._take([run.of(piece)])
                if not rest:
                    break
                self.end(last=False, spaced=False)
                text = rest


def _advance_of(runs: Iterable[Run], size: float) -> float:
    return sum(advance(run.text, run.face, size) for run in runs)


def _with_seam(text: str, spaced: bool) -> str:
    """End a line so that its text can be taken out whole: with a space between words, unseen within one."""
    if spaced:
        return text + " "
    return text if text.endswith(HYPHEN) else text + SEAM


def _joined(runs: list[Run]) -> list[Run]:
    """Join neighbours that differ in nothing but their text."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].of("") == run.of("") and joined[-1].inside is run.inside:
            joined[-1] = run.of(joined[-1].text + run.text)
        else:
            joined.append(run)
    return joined


def width_of_words(runs: Iterable[Run], size: float) -> float:
    """Tell how wide the longest word is that cannot be broken without a hyphen."""
    return max((_advance_of(word.runs, size) for word in _words(runs) if word), default=0.0)
