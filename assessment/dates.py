# SPDX-License-Identifier: EUPL-1.2
"""Dates as an officer knows them: a day, a month or only a year."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import total_ordering

EARLIEST_YEAR = 1850
LATEST_YEAR = 2150
_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_MONTHS = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


@total_ordering
@dataclass(frozen=True, slots=True)
class When:
    """A day (`2026-01-26`), a month (`2026-01`) or a year (`2026`).

    Compared and counted from its first day, as weighing.md no. 9 settles for the age of facts.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what is no date, or lies beyond any dossier; raises ValueError."""
        if not EARLIEST_YEAR <= self.year <= LATEST_YEAR:
            raise ValueError(f"year {self.year} is out of reach")
        if self.day is not None and self.month is None:
            raise ValueError("a day needs a month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, text: str) -> When:
        """Read `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raises ValueError for anything else."""
        found = _SHAPE.fullmatch(text)
        if not found:
            raise ValueError(f"not a date: {text!r}")
        return cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]

    @classmethod
    def on(cls, day: date) -> When:
        """Take over a whole day."""
        return cls(day.year, day.month, day.day)

    @property
    def first(self) -> date:
        """The first day that this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that this can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    @property
    def is_day(self) -> bool:
        """Whether the day itself is known."""
        return self.day is not None

    def __lt__(self, other: When) -> bool:
        """Order by first day; the more precise one comes last among equals."""
        return (self.first, self.month or 0, self.day or 0) < (other.first, other.month or 0, other.day or 0)

    def __str__(self) -> str:
        """Write it as the dossier format does (ISO 8601)."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Period:
    """When something was done: one date, or from one date until another."""

    first: When
    last: When | None = None

    @property
    def end(self) -> When:
        """The date from which age is counted (dossier-format: the last of them)."""
        return self.last or self.first


def tell(when: When | date) -> str:
    """Write a date as people here do: `26 jan 2026`, `jan 2026` or `2026`."""
    if isinstance(when, date):
        when = When.on(when)
    if when.month is None:
        return str(when.year)
    month = f"{_MONTHS[when.month - 1]} {when.year}"
    return month if when.day is None else f"{when.day} {month}"


def tell_iso(day: str) -> str:
    """Write the day of a catalogue, `2026-01-01`, as people here do; raises ValueError when it is none."""
    return tell(date.fromisoformat(day))


def years_between(start: date, end: date) -> float:
    """Count the years from one day to another, to one decimal (weighing.md no. 9)."""
    return round((end - start).days / 365.25, 1)
