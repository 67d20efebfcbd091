# SPDX-License-Identifier: EUPL-1.2
"""How long dossiers are kept, in an open store.

The journal tells that a period was set; what it was set to goes with the dossier, as all words about one do.

The rules of the municipality stand as one setting.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, select, update

from assessment.retention import Kept, Proposal, Retention, RetentionRule, ends_on
from assessment.users import User
from storage import setting, tables
from storage.dossier_number import number_of
from storage.journal import SqlJournal

RULES: Final = "retention-rules"
_ABOUT_RULES: Final = "retention"
"""What a line of the journal is about when the rules changed."""


class SqlRetention:
    """The periods within one unit of work."""

    def __init__(self, connection: Connection, journal: SqlJournal, actor: str, now: Callable[[], datetime]) -> None:
        self._connection = connection
        self._journal = journal
        self._actor = actor
        self._now = now

    def rules(self) -> tuple[RetentionRule, ...]:
        """Give the periods that the municipality set."""
        told = setting.read(self._connection, RULES)
        return tuple(RetentionRule(*one) for one in json.loads(told or "[]"))

    def keep_rules(self, rules: tuple[RetentionRule, ...]) -> None:
        """Keep them; the line holds them whole, as they are about nobody."""
        told = json.dumps([[one.ground, one.event, one.months] for one in rules], ensure_ascii=False)
        setting.write(self._connection, RULES, told)
        self._journal.note("retention.rules-changed", _ABOUT_RULES, told)

    def get(self, id_: str) -> Retention | None:
        """Give the period of a dossier, or nothing; raises KeyError when it is not there."""
        wanted = select(tables.retention).where(tables.retention.c.dossier == number_of(self._connection, id_))
        row = self._connection.execute(wanted).one_or_none()
        return None if row is None else _retention(row)

    def set_(self, id_: str, rule: RetentionRule, starts_on: date | None) -> None:
        """Set it; a proposal falls away; raises KeyError."""
        number = number_of(self._connection, id_)
        self._connection.execute(delete(tables.retention).where(tables.retention.c.dossier == number))
        values = {
            "dossier": number, "ground": rule.ground, "event": rule.event, "months": rule.months,
            "starts_on": starts_on, "ends_on": ends_on(rule, starts_on), "set_by": self._actor, "set_at": self._now(),
        }  # fmt: skip
        self._connection.execute(insert(tables.retention).values(values))
        told = f"{rule.ground} · {rule.event} · {rule.months} · {starts_on or ''}"
        self._journal.note("retention.set", id_, words=told)

    def all(self) -> tuple[Kept, ...]:
        """List the dossiers that have one."""
        dossier, own = tables.dossier.c, tables.retention.c
        both = tables.retention.join(tables.dossier, own.dossier == dossier.number)
        wanted = select(dossier.id, dossier.reference, tables.retention).select_from(both).order_by(dossier.number)
        return tuple(Kept(row.id, row.reference, _retention(row)) for row in self._connection.execute(wanted))

    def propose(self, id_: str, by: User) -> None:
        """Keep that somebody proposed to destroy it; raises KeyError."""
        self._keep_proposal(id_, proposed_by=by.name, proposed_id=by.id, proposed_at=self._now())
        self._journal.note("destruction.proposed", id_)

    def withdraw(self, id_: str) -> None:
        """Take that back; raises KeyError."""
        self._keep_proposal(id_, proposed_by=None, proposed_id=None, proposed_at=None)
        self._journal.note("destruction.withdrawn", id_)

    def _keep_proposal(self, id_: str, **values: Any) -> None:
        of_dossier = tables.retention.c.dossier == number_of(self._connection, id_)
        if not self._connection.execute(update(tables.retention).where(of_dossier).values(values)).rowcount:
            raise KeyError(id_)


def _retention(row: Row[Any]) -> Retention:
    proposal = None
    if row.proposed_at is not None:
        proposal = Proposal(row.proposed_id, row.proposed_by, row.proposed_at)
    rule = RetentionRule(row.ground, row.event, row.months)
    return Retention(rule, row.starts_on, row.set_by, row.set_at, proposal)
