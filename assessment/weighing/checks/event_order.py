# SPDX-License-Identifier: EUPL-1.2
"""X07: events that cannot have happened as they stand; asked of a dossier alone, so that it can be told beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.blind import RuleDossier
from assessment.known import known
from assessment.terms.order import Impossible, Oddity, impossible, two_days_of_receipt
from assessment.weighing.checks.case import Raised, raised

IMPOSSIBLE: Final = {
    Oddity.BEFORE: "X07-order",
    Oddity.MISSING: "X07-missing",
    Oddity.AFTER: "X07-after",
    Oddity.AGAIN: "X07-again",
}
"""The check that tells each way in which events cannot have happened."""


def raise_of_events(dossier: RuleDossier, catalogue: Catalogue) -> Iterator[Raised]:
    """Compare the events with each other, with the day of receipt, and with their own terms."""
    for one in impossible(dossier):
        yield raised(IMPOSSIBLE[one.oddity], **_told(one, catalogue))
    if differing := two_days_of_receipt(dossier):
        yield raised("X07-receipt", day=tell(differing[0]), other=tell(differing[1]))
    for event in dossier.events:
        word, due = catalogue.word("event-kind", event.kind), known(event.due)
        if due is not None and due.last < event.on.first:
            yield raised("X07-due", event=word)
        if not event.on.is_day:
            yield raised("X07-day", event=word, day=tell(event.on.first))


def event_order(dossier: RuleDossier, catalogue: Catalogue) -> tuple[str, ...]:
    """Tell in sentences what cannot have happened as it stands."""
    found = dict.fromkeys(raise_of_events(dossier, catalogue))
    return tuple(catalogue.checks.texts[one.text].filled(**dict(one.parts)) for one in found)


def _told(one: Impossible, catalogue: Catalogue) -> dict[str, str]:
    days = {"on": tell(one.on), "before": tell(one.before) if one.before else ""}
    words = {"later": one.later, "earlier": one.earlier}
    return {**days, **{name: catalogue.word("event-kind", kind) for name, kind in words.items()}}
