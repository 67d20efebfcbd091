# SPDX-License-Identifier: EUPL-1.2
"""The events of a dossier by kind."""

from __future__ import annotations

from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import Event, EventKind


def of_kind(dossier: RuleDossier, kind: EventKind) -> tuple[Event, ...]:
    """List the events of one kind, in order of time."""
    return tuple(sorted((event for event in dossier.events if event.kind is kind), key=lambda event: event.on))
