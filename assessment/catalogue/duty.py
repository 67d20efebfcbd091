# SPDX-License-Identifier: EUPL-1.2
"""Duties that events trigger (law.md 1.10): their texts and articles."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.catalogue.reading import Entry, by_id


@dataclass(frozen=True, slots=True)
class DutyText:
    """One duty, named after the article that imposes it: what to do, and on which basis.

    `duty` is the name that is told; a second entry on the same article has a longer `id`.
    """

    id: str
    duty: str
    text: str
    basis: str
    source: str


def read_duties(top: Entry) -> dict[str, DutyText]:
    """Read `duties.yaml`."""
    return by_id(top, "duties", _duty)


def _duty(entry: Entry, id_: str) -> DutyText:
    duty = entry.text("duty", needed=False) or id_
    return DutyText(id_, duty, entry.text("text"), entry.text("basis"), entry.text("source"))
