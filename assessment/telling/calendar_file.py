# SPDX-License-Identifier: EUPL-1.2
"""The deadlines of dossiers as an iCalendar file (RFC 5545): reference and name of the term, nothing about persons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.deadline import Deadline, DeadlineKind
from assessment.version import PROGRAM

DAYS_BEFORE: Final = 3
"""So many days before a day its alarm goes off."""

DUTY: Final = "plicht, zie het dossier"
"""Of a duty no more is told: its article can betray what was concluded about somebody."""

LINE: Final = 75
"""Most octets of a line (RFC 5545 3.1)."""


def calendar_file(dossiers: Mapping[str, Iterable[Deadline]], catalogue: Catalogue, today: date, at: datetime) -> bytes:
    """Write the deadlines of dossiers, by reference, that are not past today; `at` is the moment in UTC."""
    events = [
        line
        for reference, found in dossiers.items()
        for uid, word, one in _named(reference, found, catalogue)
        if one.last >= today
        for line in _event(uid, f"{reference}: {word}", one.day(today), at)
    ]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Toetssteen//{PROGRAM}//NL", *events, "END:VCALENDAR"]
    return "".join(_folded(line) for line in lines).encode()


def _named(reference: str, found: Iterable[Deadline], catalogue: Catalogue) -> Iterator[tuple[str, str, Deadline]]:
    """Give each its lasting name, so that a second import moves what the first one wrote; it betrays no article."""
    seen: dict[str, int] = {}
    for one in found:
        word = DUTY if one.kind is DeadlineKind.DUTY else catalogue.word("term", one.id)
        seen[one.id] = seen.get(one.id, 0) + 1
        yield sha256(f"{reference}\n{one.kind}\n{one.id}\n{seen[one.id]}".encode()).hexdigest()[:32], word, one


def _event(uid: str, summary: str, day: date, at: datetime) -> tuple[str, ...]:
    return (
        "BEGIN:VEVENT",
        f"UID:{uid}@toetssteen",
        f"DTSTAMP:{at:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(summary)}",
        f"TRIGGER:-P{DAYS_BEFORE}D",
        "END:VALARM",
        "END:VEVENT",
    )


def _escaped(text: str) -> str:
    """Escape what has a meaning of its own (3.3.11); signs that cannot be shown become a space."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text)
    return shown.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Fold a line between two characters, each part with at most 75 octets (3.1)."""
    parts, room = [""], LINE
    for sign in line:
        size = len(sign.encode())
        if size > room:
            parts.append(" ")
            room = LINE - 1
        parts[-1] += sign
        room -= size
    return "\r\n".join(parts) + "\r\n"
