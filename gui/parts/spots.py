# SPDX-License-Identifier: EUPL-1.2
"""Where in a dossier a record stands that a search found: its step, and the place a link leads to."""

from __future__ import annotations

from assessment.found import Spot

_STEPS = {
    "head": "application", "event": "application", "party": "parties", "relation": "parties", "document": "documents",
    "need": "financing", "source": "financing", "operations": "financing", "information": "information",
    "fact": "facts", "answer": "screening", "conclusion": "weighing", "bureau_advice": "advice", "hearing": "advice",
    "review": "advice",
}  # fmt: skip
_PLACES = {
    "head": "application", "event": "events", "need": "financing.need[{at}]", "source": "financing.sources[{at}]",
    "operations": "financing.operations", "conclusion": "conclusion", "review": "reviews",
}  # fmt: skip
"""How the place of a record is named that has no id of its own."""


def step_of(spot: Spot) -> str:
    """Name the step where it stands; what no step shows stands with the application."""
    return _STEPS.get(spot.kind, "application")


def place_of(spot: Spot) -> str:
    """Name the place of it, as links do."""
    return _PLACES.get(spot.kind, spot.key).format(at=spot.at)
