# SPDX-License-Identifier: EUPL-1.2
"""A term that can stand still and be extended once: that of the decision, and that of the decision on an objection."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from assessment.catalogue.term import Length
from assessment.dates import tell
from assessment.outcome import Term, TermStep
from assessment.terms.calendar import end_of
from assessment.terms.ends import Ends, Run, step
from assessment.terms.extension import Extension
from assessment.terms.span import Span, Stood, stood_still


@dataclass(frozen=True, slots=True)
class Stretch:
    """A term before it is counted: its length from a day, what made it stand still, and from which day that counts.

    `rule` and `text` tell its extension.
    """

    ends: Ends
    id: str
    start: date
    length: Length
    spans: tuple[Span, ...]
    counts_from: date
    rule: str
    text: str
    in_statute: bool = True

    @property
    def base(self) -> date:
        """The end when nothing stood still and nothing was added."""
        return end_of(self.start, self.length)

    def stood(self, end: date) -> Stood:
        """Move an end by what stood still."""
        return stood_still(self.counts_from, end, self.spans, self._last_day)

    def run(self, stood: Stood, steps: tuple[TermStep, ...] = ()) -> Run:
        """Give it as it was counted."""
        return Run(self.id, self.start, self.length, stood.end, steps, stood.days, self.in_statute)

    def term(self, added: Extension) -> Term:
        """Count it, with what was added."""
        stood = self.stood(self.base + added.added)
        notes = (*self._notes(stood), *added.notes)
        return self.ends.term(self.run(stood, tuple(self._steps(stood, added))), notes)

    def _steps(self, stood: Stood, added: Extension) -> Iterator[TermStep]:
        yield step(self.length, self.start, self.base)
        yield from (span.step for span in stood.spans if span.days)
        if added.added:
            yield TermStep(self.rule, stood.end - added.added, stood.end, self.text)

    def _notes(self, stood: Stood) -> Iterator[str]:
        for span in stood.spans:
            yield from span.notes
        for span in stood.late:
            yield self.ends.rules.note("suspension-late", day=tell(span.start))

    def _last_day(self, raw: date) -> date:
        """A term of a by-law ends on its raw end; one in a statute is moved (dossier-format; law.md C8, C9)."""
        return self.ends.statutory(Run(self.id, self.start, self.length, raw, (), in_statute=self.in_statute))
