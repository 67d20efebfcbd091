# SPDX-License-Identifier: EUPL-1.2
"""The users of a store as they stand in it; the id of a user is that of the slots in the key file."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from assessment.users import Role, User
from storage import tables

_row = tables.user.c


def all_(connection: Connection) -> tuple[User, ...]:
    """List who may open the store, by name; those who were revoked are not among them."""
    found = connection.execute(select(tables.user).where(_row.slot.is_not(None)))
    users = (User(row.id, row.name, Role(row.role), row.added_at, row.must_change) for row in found)
    return tuple(sorted(users, key=lambda one: (one.name.casefold(), one.id)))


def find(connection: Connection, id_: str) -> User | None:
    """Give one of them, or nothing."""
    return next((one for one in all_(connection) if one.id == id_), None)


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


def set_changed(connection: Connection, id_: str) -> None:
    """Keep that one chose a password of their own."""
    connection.execute(update(tables.user).where(_row.id == id_).values(must_change=False))


def revoke(connection: Connection, id_: str, at: datetime) -> None:
    """Mark one as revoked; the row stays, for the journal has the name."""
    connection.execute(update(tables.user).where(_row.id == id_).values(slot=None, revoked_at=at))
