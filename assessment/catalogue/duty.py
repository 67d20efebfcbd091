# SPDX-License-Identifier: EUPL-1.2
"""Duties that events trigger (law.md 1.10): their texts and articles."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.catalogue.reading import Entry, by_id


@dataclass(frozen=True, slots=True)
class DutyText:
    """One duty, named after the article that imposes it: what to do, and on which basis."""

    id: str
    text: str
    basis: str
    source: str


def read_duties(top: Entry) -> dict[str, DutyText]:
    """Read `duties.yaml`."""
    return by_id(
        top, "duties", lambda entry, id_: DutyText(id_, entry.text("text"), entry.text("basis"), entry.text("source"))
    )
