# SPDX-License-Identifier: EUPL-1.2
"""How long dossiers are kept, in an open store.

The journal tells that a period was set; what it was set to goes with the dossier, as all words about one do. The line
bears a mark of the row: an old row that somebody put back in the file is never a reason to destroy anything.

The rules of the municipality stand as one setting.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, insert, select, update

from assessment.errors import Fault
from assessment.retention import Kept, NotDestroyed, Proposal, Retention, RetentionRule, ends_on
from assessment.users import User
from storage import setting, tables
from storage.chain import mark_of
from storage.dossier_number import number_of
from storage.journal import SqlJournal
from storage.row_marks import fits, marked

RULES: Final = "retention-rules"
_SET, _PROPOSED, _WITHDRAWN = "retention.set", "destruction.proposed", "destruction.withdrawn"
_LINES: Final = (_SET, _PROPOSED, _WITHDRAWN)
"""Lines that bear a mark of the row of a dossier."""
_RULES_CHANGED: Final = "retention.rules-changed"
_ABOUT_RULES: Final = "retention"
"""What a line of the journal is about when the rules changed."""

_STRAYED: Final = (
    "De bewaartermijn of het voorstel volgt niet uit het logboek; misschien is een oud stuk van de kluis teruggezet."
    " Laat een beheerder de bewaartermijn opnieuw vastleggen, en stel de vernietiging daarna opnieuw voor."
)
_DIFFERS: Final = "bewaartermijn of voorstel volgt niet uit het logboek; leg de bewaartermijn opnieuw vast"
_RULES_DIFFER: Final = "de termijnen van de gemeente volgen niet uit het logboek; leg ze opnieuw vast"

_OWN = tables.retention.c
_MARKED: Final = tuple(one.name for one in _OWN if one.name != "dossier")


class SqlRetention:
    """The periods within one unit of work."""

    def __init__(
        self, connection: Connection, journal: SqlJournal, key: bytearray, now: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._journal = journal
        self._key = key
        self._now = now

    def rules(self) -> tuple[RetentionRule, ...]:
        """Give the periods that the municipality set."""
        told = setting.read(self._connection, RULES)
        return tuple(RetentionRule(*one) for one in json.loads(told or "[]"))

    def keep_rules(self, rules: tuple[RetentionRule, ...]) -> None:
        """Keep them; the line holds them whole, as they are about nobody."""
        told = json.dumps([[one.ground, one.event, one.months] for one in rules], ensure_ascii=False)
        setting.write(self._connection, RULES, told)
        self._journal.note(_RULES_CHANGED, _ABOUT_RULES, told)

    def get(self, id_: str) -> Retention | None:
        """Give the period of a dossier, or nothing; raises KeyError when it is not there."""
        row = self._row(number_of(self._connection, id_))
        return None if row is None else _retention(row)

    def get_proven(self, id_: str) -> Retention | None:
        """Do the same before something rests on it; raises NotDestroyed for one that the journal does not bear out."""
        self._journal.write()
        row = self._row(number_of(self._connection, id_))
        line = tables.journal.c
        newest = select(line.detail).where(line.about == id_, line.action.in_(_LINES)).order_by(line.seq.desc())
        detail = self._connection.scalar(newest.limit(1))
        if not fits_row(detail, id_, row, self._key):
            raise NotDestroyed(_STRAYED)
        return None if row is None else _retention(row)

    def set_(self, id_: str, rule: RetentionRule, starts_on: date | None) -> None:
        """Set it; a proposal falls away; raises KeyError."""
        number = number_of(self._connection, id_)
        self._connection.execute(delete(tables.retention).where(tables.retention.c.dossier == number))
        values = {
            "dossier": number, "ground": rule.ground, "event": rule.event, "months": rule.months,
            "starts_on": starts_on, "ends_on": ends_on(rule, starts_on), "set_by": self._journal.actor,
            "set_at": self._now(),
        }  # fmt: skip
        self._connection.execute(insert(tables.retention).values(values))
        told = f"{rule.ground} · {rule.event} · {rule.months} · {starts_on or ''}"
        self._note(_SET, id_, words=told)

    def all(self) -> tuple[Kept, ...]:
        """List the dossiers that have one."""
        dossier, own = tables.dossier.c, tables.retention.c
        both = tables.retention.join(tables.dossier, own.dossier == dossier.number)
        wanted = select(dossier.id, dossier.reference, tables.retention).select_from(both).order_by(dossier.number)
        return tuple(Kept(row.id, row.reference, _retention(row)) for row in self._connection.execute(wanted))

    def propose(self, id_: str, by: User) -> None:
        """Keep that somebody proposed to destroy it; raises KeyError, and NotDestroyed as `get_proven` does."""
        self._keep_proposal(id_, proposed_by=by.name, proposed_id=by.id, proposed_at=self._now())
        self._note(_PROPOSED, id_)

    def withdraw(self, id_: str) -> None:
        """Take that back; raises as `propose`."""
        self._keep_proposal(id_, proposed_by=None, proposed_id=None, proposed_at=None)
        self._note(_WITHDRAWN, id_)

    def _keep_proposal(self, id_: str, **values: Any) -> None:
        if self.get_proven(id_) is None:  # the line to come bears a mark of the whole row
            raise KeyError(id_)
        of_dossier = tables.retention.c.dossier == number_of(self._connection, id_)
        self._connection.execute(update(tables.retention).where(of_dossier).values(values))

    def _note(self, action: str, id_: str, **kept: str) -> None:
        """Note what was done, with a mark of the row as it is now and of the words that are kept beside it."""
        row = self._row(number_of(self._connection, id_))
        marks = {name: mark_of(id_, text, self._key) for name, text in kept.items()}
        self._journal.note_kept(action, id_, marked(_about(id_), _values(row), self._key, **marks), **kept)

    def _row(self, number: int) -> Row[Any] | None:
        return self._connection.execute(select(tables.retention).where(_OWN.dossier == number)).one_or_none()


def faults_of_retention(connection: Connection, key: bytearray) -> Iterator[Fault]:
    """Hold the periods and proposals of the dossiers that are there, and the rules, against the newest lines."""
    line, dossier = tables.journal.c, tables.dossier.c
    wanted = select(line.about, line.action, line.detail).order_by(line.seq)
    newest = {row.about: row.detail for row in connection.execute(wanted.where(line.action.in_(_LINES)))}
    both = tables.dossier.outerjoin(tables.retention, dossier.number == _OWN.dossier)
    for row in connection.execute(select(dossier.id, tables.retention).select_from(both).order_by(dossier.number)):
        own = None if row.dossier is None else row
        if not fits_row(newest.get(row.id), row.id, own, key):
            yield Fault(str(row.id), _DIFFERS)
    rules = connection.scalars(wanted.with_only_columns(line.detail).where(line.action == _RULES_CHANGED)).all()
    if (rules[-1] if rules else "") != setting.read(connection, RULES):
        yield Fault("bewaartermijnen", _RULES_DIFFER)


def fits_row(detail: str | None, id_: str, row: Row[Any] | None, key: bytearray) -> bool:
    """Whether the period of a dossier is what the newest line about it says; without a line there is none."""
    return row is None if detail is None else fits(detail, _about(id_), row and _values(row), key)


def _about(id_: str) -> str:
    return f"{id_}/retention"


def _values(row: Row[Any] | None) -> tuple[Any, ...]:
    """Give what a mark is made of; the number of the dossier is another in each store."""
    return () if row is None else tuple(getattr(row, name) for name in _MARKED)


def _retention(row: Row[Any]) -> Retention:
    proposal = None
    if row.proposed_at is not None:
        proposal = Proposal(row.proposed_id, row.proposed_by, row.proposed_at)
    rule = RetentionRule(row.ground, row.event, row.months)
    return Retention(rule, row.starts_on, row.set_by, row.set_at, proposal)
