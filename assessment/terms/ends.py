# SPDX-License-Identifier: EUPL-1.2
"""The three ends of a term, and the sentences that say why they lie there (law.md C3 to C5, C8, C9 and C11)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from assessment.catalogue.term import Length, TermRules, Unit
from assessment.dates import tell
from assessment.outcome import Term, TermStep
from assessment.terms.calendar import LONGEST_MOVED, Calendar, calendar_of, end_of

TWELVE_WEEKS: Final = timedelta(weeks=12)


@dataclass(frozen=True, slots=True)
class Run:
    """A term that was counted: from which day, by which length, to which raw end, and along which steps.

    `in_statute`: the Algemene termijnenwet holds for it. `may_move`: an end that it would move is moved.
    """

    id: str
    start: date
    length: Length
    raw: date
    steps: tuple[TermStep, ...]
    suspended: int = 0
    in_statute: bool = True
    may_move: bool = True


@dataclass(frozen=True, slots=True)
class Ends:
    """The rules and the calendar by which terms end."""

    rules: TermRules
    calendar: Calendar

    def term(self, run: Run, notes: Iterable[str] = ()) -> Term:
        """Give a term with its three ends; what explains them comes after `notes`."""
        moved = self.statutory(run)
        told = (*notes, *(self._told(run, moved) if run.may_move else ()))
        return Term(run.id, run.raw, moved, self.calendar.safe(run.raw), run.suspended, run.steps, told)

    def plain(self, id_: str, start: date, length: Length, notes: Iterable[str] = ()) -> Term:
        """Give a term of a statute that nothing suspends."""
        return self.term(Run(id_, start, length, (end := end_of(start, length)), (step(length, start, end),)), notes)

    def statutory(self, run: Run) -> date:
        """Give the last day by the statute."""
        if not run.in_statute or not run.may_move or self._is_kept(run):
            return run.raw
        return self.calendar.statutory(run.start, run.raw, run.length)

    def _is_kept(self, run: Run) -> bool:
        """Whether a term that grew beyond twelve weeks is not moved, by the reading that was chosen (C11)."""
        return self.rules.chosen("long-terms") == "not-moved" and _has_grown(run)

    def _told(self, run: Run, end: date) -> Iterator[str]:
        code = self.calendar.day_off(run.raw)
        places = {"raw": tell(run.raw), "name": self.rules.days_off.get(code, "")}
        moved = self.calendar.moved(run.raw)
        if run.in_statute and code and _has_grown(run):
            yield self.rules.readings["long-terms"].told()
        if not run.in_statute and code:
            yield self.rules.note("by-law", **places)
        elif code and end == run.raw and not _has_grown(run):
            yield self.rules.note("too-long", **places)
        elif code and end > run.raw:
            yield self.rules.note("moved", **places, end=tell(moved))
        if end > moved:
            yield self.rules.note("two-working-days", end=tell(end))


def ends(rules: TermRules) -> Ends:
    """Make the ends that belong to the rules of a catalogue."""
    return Ends(rules, calendar_of(rules))


def step(length: Length, start: date, end: date) -> TermStep:
    """Give the step in which a length of time passes."""
    return TermStep(length.rule, start, end, length.text)


def _has_grown(run: Run) -> bool:
    """Whether a term that the Termijnenwet moves became longer than twelve weeks by what was added to it."""
    is_moved = run.length.number <= LONGEST_MOVED[run.length.unit]
    return is_moved and run.length.unit is not Unit.YEARS and run.raw - run.start > TWELVE_WEEKS
