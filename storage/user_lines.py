# SPDX-License-Identifier: EUPL-1.2
"""Whether the index still finds every line of the journal about a user.

The newest line about a user is looked up in an index; an old page of that index, put back, would hide a line. So each
line that tells of an opening tells how many lines about users there were. From the newest of these on the lines are
counted in the journal itself, without the index: no more than those since the last opening.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Connection, text

from storage.prepared import Prepared
from storage.row_marks import said

OPENED: Final = "store.opened"
_COUNT: Final = "users"

_LAST: Final = Prepared(
    text(
        "SELECT seq, detail FROM journal WHERE action = 'store.opened' AND detail LIKE '{\"users\":%'"
        " ORDER BY seq DESC LIMIT 1"
    )
)
_SINCE: Final = Prepared(
    text(
        "SELECT count(*), max(seq), total(about > 'user/' AND about < 'user0') FROM journal NOT INDEXED"
        " WHERE seq > :seq"
    )
)
_FOUND: Final = Prepared(text("SELECT count(*) FROM journal WHERE about > 'user/' AND about < 'user0'"))


@dataclass(frozen=True, slots=True)
class UserLines:
    """How many lines about users there should be, and whether the index finds them all."""

    number: int
    are_found: bool

    @property
    def detail(self) -> str:
        """Write what the line of this opening tells of them; nothing where some are gone.

        What is left then is no measure: the next opening counts on from the last line that had one.
        """
        return "" if not self.are_found else json.dumps({_COUNT: self.number}, separators=(",", ":"))


def count(connection: Connection) -> UserLines:
    """Count the lines about users; where lines are missing since the last opening, not all are found either."""
    last = _LAST.rows(connection, {})
    before = said(last[0][1]).get(_COUNT) if last else None
    seq, before = (last[0][0], before) if last and isinstance(before, int) else (0, 0)
    ((lines, end, since),) = _SINCE.rows(connection, {"seq": seq})
    number = before + int(since)
    ((found,),) = _FOUND.rows(connection, {})
    return UserLines(number, found == number and lines == (end or seq) - seq)
