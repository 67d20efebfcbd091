# SPDX-License-Identifier: EUPL-1.2
"""Counting days as the Algemene termijnenwet does (law.md 3.1, C1 to C10)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from assessment.catalogue.term import Length, TermRules, Unit

DAY: Final = timedelta(days=1)
LONGEST_MOVED: Final = {Unit.DAYS: 90, Unit.WEEKS: 12, Unit.MONTHS: 3, Unit.YEARS: 0}
"""Longer terms are not moved to the next working day (Termijnenwet art. 4)."""

SHORTEST_WITH_WORKING_DAYS: Final = 3


@cache
def easter(year: int) -> date:
    """Give Easter Sunday of a year (Gregorian; the computation of Meeus, Jones and Butcher)."""
    golden, century, in_century = year % 19, year // 100, year % 100
    skipped, leap = century // 4, century % 4
    moon = (century + 8) // 25
    epact = (19 * golden + century - skipped - (century - moon + 1) // 3 + 15) % 30
    weekday = (32 + 2 * leap + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def holidays(year: int) -> Mapping[date, str]:
    """Give the recognised holidays, and Good Friday which is equated with them, by code (Termijnenwet art. 3)."""
    sunday = easter(year)
    moving = {"good-friday": -2, "easter-monday": 1, "ascension": 39, "whit-monday": 50}
    named = {sunday + timedelta(days=days): code for code, days in moving.items()}
    fixed = {date(year, 1, 1): "new-year", date(year, 12, 25): "christmas", date(year, 12, 26): "boxing-day"}
    return {kings_day(year): "kings-day", date(year, 5, 5): "liberation-day", **fixed, **named}


def kings_day(year: int) -> date:
    """Give the day on which the King's birthday is celebrated: 27 April, or 26 April when that is a Sunday."""
    day = date(year, 4, 27)
    return day - DAY if day.isoweekday() == 7 else day


@dataclass(frozen=True)
class Calendar:
    """The days on which terms do not end; `equated` are the further days of the Crown (art. 3 par. 3)."""

    equated: frozenset[date] = frozenset()

    def day_off(self, day: date) -> str:
        """Give the code of a holiday, equated day, Saturday or Sunday; empty for a working day."""
        weekend = {5: "saturday", 6: "sunday"}.get(day.weekday(), "")
        return holidays(day.year).get(day, "equated" if day in self.equated else weekend)

    def is_working(self, day: date) -> bool:
        """Whether a day is no Saturday, Sunday, holiday or equated day."""
        return not self.day_off(day)

    def moved(self, end: date) -> date:
        """Move an end to the next working day (art. 1 par. 1)."""
        while not self.is_working(end):
            end += DAY
        return end

    def safe(self, end: date) -> date:
        """Give the last working day on or before an end: the day to plan on (law.md C11)."""
        while not self.is_working(end):
            end -= DAY
        return end

    def with_two_working_days(self, start: date, end: date) -> date:
        """Extend a moved end until the term holds two working days (art. 2); for terms of three days or more."""
        while self._working_days(start, end) < 2:
            end = self.moved(end + DAY)
        return end

    def statutory(self, start: date, end: date, length: Length) -> date:
        """Give the end of a term in a statute that lasts `length` from the day `start` (art. 1, 2 and 4)."""
        if length.number > LONGEST_MOVED[length.unit]:
            return end
        moved = self.moved(end)
        is_short = length.unit is Unit.DAYS and length.number < SHORTEST_WITH_WORKING_DAYS
        return moved if is_short else self.with_two_working_days(start, moved)

    def _working_days(self, start: date, end: date) -> int:
        days = ((start + timedelta(days=number)) for number in range(1, min((end - start).days, 14) + 1))
        return sum(map(self.is_working, days))


def calendar_of(rules: TermRules) -> Calendar:
    """Make the calendar that belongs to a catalogue."""
    return Calendar(frozenset(rules.equated))


def after(start: date, number: int, unit: Unit) -> date:
    """Count a length of time from a day; the day itself does not count (C1), a month keeps its day number (C2)."""
    return _ADD[unit](start, number)


def end_of(start: date, length: Length) -> date:
    """Give the day on which a length that begins after `start` has passed, before any day is moved."""
    return after(start, length.number, length.unit)


def start_of(end: date, length: Length) -> date:
    """Count a length back from a day; such a term is never moved (Termijnenwet art. 1 par. 2; C4)."""
    return after(end, -length.number, length.unit)


def _add_months(start: date, number: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + number, 12)
    first = date(year, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - DAY
    return first.replace(day=min(start.day, last.day))


_ADD: Final[Mapping[Unit, Callable[[date, int], date]]] = {
    Unit.DAYS: lambda start, number: start + timedelta(days=number),
    Unit.WEEKS: lambda start, number: start + timedelta(weeks=number),
    Unit.MONTHS: _add_months,
    Unit.YEARS: lambda start, number: _add_months(start, 12 * number),
}
