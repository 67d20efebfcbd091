# SPDX-License-Identifier: EUPL-1.2
"""Duties that events trigger (law.md 1.10): their texts and articles, what fulfils them, and what they hold back."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.catalogue.reading import Entry, by_id
from assessment.dossier.event import EventKind


@dataclass(frozen=True, slots=True)
class DutyText:
    """One duty, named after the article that imposes it: what to do, and on which basis.

    `duty` is the name that is told; a second entry on the same article has a longer `id`. `done_by` are the kinds of
    event that fulfil it, `done` says what else does. While it is open one of the checks of `condition` holds the advice
    back: those are the duties that the statute makes a condition.
    """

    id: str
    duty: str
    text: str
    basis: str
    source: str
    done_by: tuple[EventKind, ...] = ()
    done: str = ""
    condition: tuple[str, ...] = ()


def read_duties(top: Entry) -> dict[str, DutyText]:
    """Read `duties.yaml`; a duty that nothing can fulfil is a fault."""
    return by_id(top, "duties", _duty)


def _duty(entry: Entry, id_: str) -> DutyText:
    duty = entry.text("duty", needed=False) or id_
    texts = (entry.text("text"), entry.text("basis"), entry.text("source"))
    done_by = entry.choices("done_by", EventKind) if "done_by" in entry.keys else ()
    done = entry.text("done", needed=not done_by)
    return DutyText(id_, duty, *texts, done_by, done, entry.texts("condition", needed=False))
