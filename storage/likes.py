# SPDX-License-Identifier: EUPL-1.2
"""What in other dossiers is like a name, an address or an account of this one, and what it is there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from assessment.found import Asked, Elsewhere
from assessment.matching import Likeness, Match, compare
from assessment.names import NameKind
from assessment.ports import DossierId
from storage import hits, names, tables

MOST: Final = 200
"""Records that are given."""
SUBJECT: Final = "subject"
LENDER: Final = "lender"

_ORDER: Final = tuple(Match)


def elsewhere(connection: Connection, besides: int, asked: Asked) -> tuple[Elsewhere, ...]:
    """Give the records of other dossiers that are like what is asked, the most alike first."""
    found = [
        (likeness, row)
        for row in names.alike(connection, asked.kind, asked.text, besides)
        if (likeness := compare(asked.kind, asked.text, row.said))
    ]
    found.sort(key=lambda one: (_ORDER.index(one[0].match), -one[0].score))
    where = hits.spots(connection, {row.part for _, row in found[:MOST]})
    return tuple(_told(connection, likeness, row, where[row.part]) for likeness, row in found[:MOST])


def _told(connection: Connection, likeness: Likeness, row: Row[Any], part: Row[Any]) -> Elsewhere:
    roles = tuple(dict.fromkeys(_roles(connection, part))) if part.kind == "party" else ()
    return Elsewhere(
        DossierId(part.id), part.reference, part.subject, hits.spot_of(part), NameKind(row.kind), row.said, likeness,
        roles,
    )  # fmt: skip


def _roles(connection: Connection, part: Row[Any]) -> Iterator[str]:
    """Name what a party is in its dossier: subject, lender, and its roles by the relations."""
    id_, of = json.loads(part.body).get("id"), tables.part.c
    wanted = select(of.kind, of.body).where(
        of.dossier == part.number >> tables.PART_BITS, of.kind.in_(("head", "relation", "source"))
    )
    for kind, body in connection.execute(wanted.order_by(of.kind, of.position)):
        told = json.loads(body)
        if kind == "head" and id_ in told.get("subject", ()):
            yield SUBJECT
        elif kind == "relation" and told.get("from") == id_:
            yield str(told.get("role"))
        elif kind == "source" and told.get("lender") == id_:
            yield LENDER
