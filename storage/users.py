# SPDX-License-Identifier: EUPL-1.2
"""The users of a store as they stand in it; the id of a user is that of the slots in the key file.

Each line of the journal about a user bears a mark of the row and tells the role. What a row says counts only as far as
the newest line about it says so too: whoever writes an old page back into the file gets no role back, and no access.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, insert, select, text, update

from assessment.errors import Fault
from assessment.users import Role, User, strayed_told
from storage import tables
from storage.prepared import Prepared
from storage.row_marks import fits, marked, said

REVOKED: Final = "user.revoked"

_row = tables.user.c
_NEWEST: Final = Prepared(
    text("SELECT about, action, detail, max(seq) FROM journal WHERE about > 'user/' AND about < 'user0' GROUP BY about")
)
_ALL: Final = Prepared(select(tables.user))
_DIFFERS: Final = "rol of toegang volgt niet uit het logboek en telt niet; geef de rol opnieuw of zet een kopie terug"
_GONE: Final = "deze gebruiker is buiten het programma om verwijderd; zet een reservekopie terug"


class _Row(NamedTuple):
    """A row as it is marked: its columns in their order, converted."""

    id: str
    name: str
    role: str
    slot: str | None
    added_at: datetime
    revoked_at: datetime | None
    must_change: bool


@dataclass(frozen=True, slots=True)
class Roll:
    """Who may open the store, by name; those of whom the journal says something else; and who is not there, by id."""

    users: tuple[User, ...] = ()
    strayed: tuple[User, ...] = ()
    gone: tuple[str, ...] = ()
    are_found: bool = True
    """Whether all lines about users are; else no role follows from them."""

    def told(self) -> str:
        """Say who is not as the journal says, in Dutch; empty for nobody."""
        return strayed_told([one.name for one in self.strayed], len(self.gone), is_curable=self.are_found)

    def of(self, id_: str) -> User | None:
        """Give one who may open it, or nothing."""
        return next((one for one in self.users if one.id == id_), None)


def about(id_: str) -> str:
    """Give what a line about a user is about."""
    return f"user/{id_}"


def roll(connection: Connection, key: bytearray, *, are_found: bool = True) -> Roll:
    """Hold the rows against the newest lines about them, and give who may open the store.

    One who was revoked, by the row or by the journal, is not among them. Only who made the store has no line: that is
    one administrator. Where not all lines `are_found`, no role follows from them.
    """
    lines = {row[0]: (row[1], row[2]) for row in _NEWEST.rows(connection, {})}
    rows = [_read(row) for row in _ALL.rows(connection, {})]
    founders = [row for row in rows if about(row.id) not in lines]
    users, strayed = [], []
    for row in rows:
        action, detail = lines.pop(about(row.id), ("", ""))
        user = User(row.id, row.name, Role(row.role), row.added_at, row.must_change)
        is_true = fits(detail, about(row.id), row, key)
        if not action:
            is_true = len(founders) == 1 and user.role is Role.ADMINISTRATOR and row.slot == row.id
        if not (is_true and are_found):
            strayed.append(user)
            is_told = are_found and said(detail).get("role") == row.role
            user = replace(user, role=user.role if is_told else Role.OFFICER)
        if row.slot is not None and action != REVOKED:
            users.append(user)
    gone = tuple(one.partition("/")[2] for one in sorted(lines))
    return Roll(tuple(sorted(users, key=lambda one: (one.name.casefold(), one.id))), tuple(strayed), gone, are_found)


def _read(row: Sequence[Any]) -> _Row:
    id_, name, role, slot, added, revoked, must_change = row
    revoked_at = None if revoked is None else tables.read_instant(revoked)
    return _Row(id_, name, role, slot, tables.read_instant(added), revoked_at, bool(must_change))


def faults_of(found: Roll) -> Iterator[Fault]:
    """Tell of whom the journal says something else, by id."""
    yield from (Fault(f"gebruiker {one.id}", _DIFFERS) for one in found.strayed)
    yield from (Fault(f"gebruiker {id_}", _GONE) for id_ in found.gone)


def line_of(connection: Connection, id_: str, key: bytearray) -> tuple[str, str]:
    """Give what a line about a user is about and its detail, from the row as it is now."""
    row = connection.execute(select(tables.user).where(_row.id == id_)).one()
    return about(id_), marked(about(id_), row, key, role=row.role)


def add(connection: Connection, user: User) -> None:
    """Write a new one down."""
    connection.execute(
        insert(tables.user).values(
            id=user.id, name=user.name, role=user.role.value, slot=user.id, added_at=user.added_at,
            must_change=user.must_change,
        )
    )  # fmt: skip


def set_role(connection: Connection, id_: str, role: Role) -> None:
    """Give one another role."""
    connection.execute(update(tables.user).where(_row.id == id_).values(role=role.value))


def set_changed(connection: Connection, user: User) -> None:
    """Keep that one chose a password of their own; the role is the one that counts: the line will bear it."""
    kept = {"must_change": False, "role": user.role.value}
    connection.execute(update(tables.user).where(_row.id == user.id).values(kept))


def revoke(connection: Connection, id_: str, at: datetime) -> None:
    """Mark one as revoked; the row stays, for the journal has the name."""
    connection.execute(update(tables.user).where(_row.id == id_).values(slot=None, revoked_at=at))
