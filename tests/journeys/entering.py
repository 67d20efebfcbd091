# SPDX-License-Identifier: EUPL-1.2
"""How each kind of record is typed in: which key of a dossier file stands under which words in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from assessment.catalogue.catalogue import Catalogue
from tests.journeys.officer import Officer

Record = dict[str, Any]


@dataclass
class Entry:
    """An officer who has a dossier on paper, and the words of the catalogue to say it in."""

    officer: Officer
    catalogue: Catalogue
    paper: Record

    def party(self, id_: str) -> str:
        """Give the name of a party."""
        return next(str(one["name"]) for one in self.paper["parties"] if one["id"] == id_)


Hand = Callable[[Entry, str, Any], None]
"""Enters one value under one label."""


@dataclass(frozen=True)
class Line:
    """One field: its key in the file (`benefit.amount` is a part of a part), its label, and how it is entered."""

    key: str
    label: str
    hand: Hand


def text(entry: Entry, label: str, value: Any) -> None:
    """Type it."""
    entry.officer.types(label, str(value))


def day(entry: Entry, label: str, value: str) -> None:
    """Type a date as people here do."""
    entry.officer.types(label, typed(value))


def period(entry: Entry, label: str, value: Sequence[str]) -> None:
    """Type a beginning and an end."""
    day(entry, f"{label}, begin", value[0])
    entry.officer.keys(Qt.Key.Key_Tab)
    day(entry, f"{label}, einde", value[1])


def amount(entry: Entry, label: str, value: str) -> None:
    """Type an amount."""
    entry.officer.types(label, value.replace(".", ","))


def share(entry: Entry, label: str, value: float) -> None:
    """Type a percentage."""
    entry.officer.types(label, f"{value * 100:g}".replace(".", ","))


def yes_or_no(entry: Entry, label: str, value: bool) -> None:
    """Press yes or no."""
    entry.officer.answers(label, "ja" if value else "nee")


def chosen(kind: str) -> Hand:
    """Choose a word of a vocabulary."""
    return lambda entry, label, value: entry.officer.chooses(label, entry.catalogue.word(kind, value))


def none_or(word: str, hand: Hand) -> Hand:
    """Tick the box that means *none*, or enter the value."""

    def enter(entry: Entry, label: str, value: Any) -> None:
        if value is None:
            entry.officer.ticks(f"{label}: {word}")
        else:
            hand(entry, label, value)

    return enter


def people(entry: Entry, label: str, value: Sequence[str]) -> None:
    """Add several parties."""
    for one in value:
        entry.officer.chooses(label, entry.party(one))


def somebody(entry: Entry, label: str, value: str) -> None:
    """Choose one party."""
    entry.officer.chooses(label, entry.party(value))


def sources(entry: Entry, label: str, value: Sequence[str]) -> None:
    """Add several items of information, by their number."""
    for one in value:
        entry.officer.chooses(label, f"{one} ")


def tags(entry: Entry, label: str, value: Sequence[str]) -> None:
    """Type several short texts, each with Enter."""
    for one in value:
        entry.officer.types(label, one)
        entry.officer.keys(Qt.Key.Key_Return)


def fill(entry: Entry, record: Record, lines: Sequence[Line]) -> None:
    """Enter everything that the paper says, in the order of the lines."""
    for line in lines:
        known, value = look_up(record, line.key)
        if known:
            line.hand(entry, line.label, value)


def look_up(record: Record, key: str) -> tuple[bool, Any]:
    """Say whether the paper says anything about this, and what."""
    value: Any = record
    for part in key.split("."):
        if not isinstance(value, dict) or part not in value:
            return False, None
        value = value[part]
    return True, value


def typed(iso: str) -> str:
    """Write a date as one types it: `26-1-2026`, `1-2023` or `2023`."""
    return "-".join(str(int(part)) for part in reversed(iso.split("-")))
