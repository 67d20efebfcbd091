# SPDX-License-Identifier: EUPL-1.2
"""The chain of the journal: each line is authenticated together with the line before it.

HMAC-SHA256 with a key that only the store key gives. Whoever can unlock the store can also make such a line; what the
chain finds is a change made past the program, a line that is missing, and an old page put back in the file.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from typing import Final

from assessment.journal import JournalEntry
from storage.tables import write_instant

BEFORE_THE_FIRST: Final = bytes(32)
"""What stands in the place of the MAC before the first line."""

_LINE: Final = b"toetssteen/journal/1"
_PART: Final = b"toetssteen/part/1"


def mac_of(line: JournalEntry, before: bytes, key: bytearray) -> bytes:
    """Authenticate one line and all lines before it."""
    return mac_of_texts(
        (str(line.seq), write_instant(line.at), line.actor, line.action, line.about, line.detail), before, key
    )


def mac_of_texts(fields: Iterable[str], before: bytes, key: bytearray) -> bytes:
    """Do the same for a line as it is kept: its number, moment, actor, action, what it is about, and detail."""
    return hmac.digest(key, _LINE + before + _joined(fields), "sha256")


def mark_of(about: str, body: str, key: bytearray) -> str:
    """Give a mark of a part's content: equal content, equal mark, and nothing to be read from it without the key."""
    return hmac.digest(key, _PART + _joined((about, body)), "sha256").hex()[:32]


def about_part(dossier: str, kind: str, key: str | None) -> str:
    """Give the path of a part; what is kept of it is held against the lines that bear the same path."""
    return f"{dossier}/{kind}/{key}"


def _joined(fields: Iterable[str]) -> bytes:
    """Join fields with their lengths, so that no two rows of fields give the same bytes."""
    told = [field.encode() for field in fields]
    return b"".join(len(field).to_bytes(4) + field for field in told)
