# SPDX-License-Identifier: EUPL-1.2
"""What remains of a dossier that was destroyed: a certificate, and counts in which nobody can be found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from assessment.dossier.conclusion import Conclusion
from assessment.dossier.dossier import Dossier
from assessment.known import known


@dataclass(frozen=True, slots=True)
class Amounts:
    """How much there was of it: parts, half-typed texts, kept words of the journal, and attachments."""

    parts: int = 0
    drafts: int = 0
    words: int = 0
    attachments: int = 0


@dataclass(frozen=True, slots=True)
class Certificate:
    """That a dossier was destroyed: by which two, when, on what ground; without anything that stood in it.

    `backups` counts those in which its key was looked for and is not any more, `removed` those that had to go because
    they could not forget; both are nought while it `is_done` is not.
    """

    id: str
    dossier: str
    at: datetime
    proposed_by: str
    proposed_at: datetime
    carried_out_by: str
    ground: str
    event: str
    months: int
    starts_on: date | None
    ends_on: date | None
    reason: str
    amounts: Amounts
    backups: int = 0
    removed: int = 0
    is_done: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Sort:
    """What kind of dossier it was, in words of lists only; empty where that was not known."""

    year: str = ""
    permit_types: tuple[str, ...] = ()
    route: str = ""
    degrees: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()


def sort_of(dossier: Dossier) -> Sort:
    """Tell what kind of dossier it is, for the counts that stay."""
    received, route = known(dossier.application.received_on), known(dossier.application.route)
    conclusion = known(dossier.conclusion) or Conclusion()
    grounds = (known(conclusion.a), known(conclusion.b))
    degrees = (known(one.degree) if one else None for one in grounds)
    decisions = (known(one.decision) for one in conclusion.measure)
    return Sort(
        str(received.year) if received else "",
        tuple(sorted(one.type for one in dossier.permits)),
        route.value if route else "",
        tuple(one.value if one else "" for one in degrees),
        tuple(sorted(one.value if one else "" for one in decisions)),
    )


def counted_with(counts: Iterable[tuple[Sort, int]], sort: Sort) -> tuple[tuple[Sort, int], ...]:
    """Count one more of a sort; in a fixed order, so that the order tells nothing."""
    found = Counter(dict(counts))
    found[sort] += 1
    return tuple(sorted(found.items()))
