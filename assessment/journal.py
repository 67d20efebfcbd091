# SPDX-License-Identifier: EUPL-1.2
"""The journal as it is read: its lines, and which of them are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One line of the journal: who did what to which part, when.

    `old` and `new` are a part as it was before and after (JSON), `words` what somebody typed with it; of a dossier that
    is gone they are empty, and so is `old` in a line of a program that did not keep it yet.
    """

    seq: int
    at: datetime
    actor: str
    action: str
    about: str
    detail: str
    old: str = ""
    new: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class JournalQuery:
    """Which lines of the journal are asked for.

    Those about one thing and what is in it (empty: all), before a number (nought: from the newest on), `only` with
    these actions (none named: with any), and `without` those.
    """

    about: str = ""
    before: int = 0
    only: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
