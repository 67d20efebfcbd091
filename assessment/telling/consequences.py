# SPDX-License-Identifier: EUPL-1.2
"""What an event would change in terms and duties, and what it would make impossible, told before it is recorded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.deadline import Deadline, DeadlineKind
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event
from assessment.explanation.term import told_by
from assessment.outcome import Duty
from assessment.telling.words import sentence
from assessment.terms.deadlines import deadlines
from assessment.terms.duties import duties
from assessment.terms.terms import terms
from assessment.weighing.checks.event_order import event_order

NOTHING: Final = "Geen termijn of plicht verandert hierdoor."
NEUTER: Final = frozenset({"bureau-advice", "penalty-decision", "leave-untreated", "reuse"})
"""Terms whose name has *het* before it."""
FOLLOWS: Final = "extension-notice"
"""Runs as long as the decision term; what is told of that need not be told twice."""
WORKING_DAY: Final = frozenset({"moved", "two-working-days", "by-law", "too-long", "long-terms"})
"""Notes that only explain why an end moves to a working day, or does not."""

Place = tuple[str, int]
"""Which term: its id, and its number among those with that id."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """What runs and what is to be done."""

    terms: Mapping[Place, Deadline]
    duties: tuple[Duty, ...]
    notes: tuple[str, ...]

    def open(self) -> list[str]:
        """List what is to be done."""
        return [one.text for one in self.duties if not one.fulfilled]


def consequences(dossier: Dossier, event: Event, catalogue: Catalogue) -> tuple[str, ...]:
    """Tell which terms shift, begin or end, which duties arise or are fulfilled, and what is to be said of that."""
    now, then = _standing(dossier, catalogue), _standing(_with(dossier, event), catalogue)
    return (*_terms(now, then, catalogue), *_duties(now, then), *_notes(now, then, catalogue)) or (NOTHING,)


def made_impossible(dossier: Dossier, event: Event, catalogue: Catalogue) -> tuple[str, ...]:
    """Tell what could have happened as it stands, and no longer can beside this event."""
    now = event_order(dossier, catalogue)
    return tuple(one for one in event_order(_with(dossier, event), catalogue) if one not in now)


def _with(dossier: Dossier, event: Event) -> Dossier:
    return replace(dossier, events=(*dossier.events, event))


def _standing(dossier: Dossier, catalogue: Catalogue) -> _Standing:
    on, counted = dossier.assessed_on, terms(dossier, catalogue, dossier.assessed_on)
    found: dict[Place, Deadline] = {}
    for one in deadlines(dossier, counted, ()):
        if one.kind is DeadlineKind.TERM and one.id != FOLLOWS:
            found[one.id, sum(id_ == one.id for id_, _ in found)] = one
    notes = tuple(dict.fromkeys(note for one in counted for note in one.notes))
    return _Standing(found, duties(dossier, catalogue, [one.id for one in dossier.facts], counted, on), notes)


def _terms(now: _Standing, then: _Standing, catalogue: Catalogue) -> Iterator[str]:
    for place in dict.fromkeys((*now.terms, *then.terms)):
        before, after = now.terms.get(place), then.terms.get(place)
        name = f"{'Het' if place[0] in NEUTER else 'De'} {catalogue.word('term', place[0])}"
        if after is None:
            yield f"{name} loopt dan niet meer."
        elif before is None:
            yield f"{name} loopt dan tot en met {_end(after)}."
        elif after.last != before.last:
            yield f"{name} schuift naar {_end(after)} (nu {tell(before.last)})."


def _end(deadline: Deadline) -> str:
    plan = f", plan op {tell(deadline.plan_on)}" if deadline.plan_on != deadline.last else ""
    return tell(deadline.last) + plan


def _duties(now: _Standing, then: _Standing) -> Iterator[str]:
    yield from (f"Daarna te doen: {sentence(text)}" for text in then.open() if text not in now.open())
    done = [one.text for one in then.duties if one.fulfilled]
    yield from (f"Hiermee gedaan: {sentence(text)}" for text in now.open() if text in done and text not in then.open())


def _notes(now: _Standing, then: _Standing, catalogue: Catalogue) -> Iterator[str]:
    """Tell the notes that arise: what has no effect, what is uncertain, what is still out."""
    fresh = (note for note in then.notes if note not in now.notes)
    yield from (note for note in fresh if not _is_of_working_day(note, catalogue))


def _is_of_working_day(note: str, catalogue: Catalogue) -> bool:
    found = told_by(note, catalogue.terms)
    return found is not None and found[0] in WORKING_DAY
