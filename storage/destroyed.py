# SPDX-License-Identifier: EUPL-1.2
"""What an open store keeps of dossiers that were destroyed: certificates, counts, and what is still to be done.

The lines of the journal about a destruction name its certificate and bear a mark of it.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, bindparam, delete, func, insert, inspect, select, text, update

from assessment.destruction import Amounts, Certificate, Sort, counted_with, sort_of
from assessment.errors import DamagedStore, Fault
from storage import search, tables
from storage.attachments.rows import remove_of
from storage.dossier_number import number_of
from storage.journal import SqlJournal
from storage.prepared import Prepared
from storage.row_marks import bears, fits, marked, said
from storage.shelf import read_dossier

_COUNTS: Final = "counts"
"""The id of the one row that holds the counts; those of certificates are UUIDs."""

_OF_DOSSIER: Final = (tables.journal_words, tables.attachment, tables.retention, tables.draft, tables.part)
"""What goes with a dossier; the names in a part go with the part."""

_CERTIFICATE: Final = tables.destruction.c
_CERTIFICATES: Final = Prepared(
    select(_CERTIFICATE.certificate)
    .where(_CERTIFICATE.id != bindparam("besides"))
    .order_by(_CERTIFICATE.at.desc(), _CERTIFICATE.id)
)

_SAMPLES: Final = "sqlite_stat4"

DESTROYED, FINISHED, TAKEN_OVER = "dossier.destroyed", "destruction.finished", "destruction.taken-over"
"""Lines of the journal about a certificate."""
_ABOUT_CERTIFICATES: Final = (DESTROYED, FINISHED, TAKEN_OVER)
_GONE: Final = "deze verklaring van vernietiging is buiten het programma om verwijderd; zet een reservekopie terug"
_DIFFERS: Final = "deze verklaring is buiten het programma om gewijzigd; zet een reservekopie terug"


@dataclass(frozen=True, slots=True)
class Pending:
    """A destruction that was begun: its certificate, the files that are still to go, and the backups that are to go."""

    certificate: Certificate
    files: tuple[str, ...] = ()
    removing: tuple[str, ...] = ()


class SqlDestroyed:
    """What remains, within one unit of work."""

    def __init__(self, connection: Connection, journal: SqlJournal, key: bytearray) -> None:
        self._connection = connection
        self._journal = journal
        self._key = key
        self.loose: list[str] = []
        """Files of attachments that no row names any more once it was committed."""

    def remove(self, id_: str) -> None:
        """Take a dossier away with all that is kept or indexed of it; raises KeyError."""
        number = number_of(self._connection, id_)
        self.loose += remove_of(self._connection, self._journal, id_, number)
        part = tables.part.c
        search.drop(self._connection, self._connection.scalars(select(part.number).where(part.dossier == number)).all())
        for table in _OF_DOSSIER:
            self._connection.execute(delete(table).where(table.c.dossier == number))
        self._connection.execute(delete(tables.dossier).where(tables.dossier.c.number == number))
        self._journal.forget(id_)
        self._journal.note("dossier.removed", id_)

    def begin(self, certificate: Certificate) -> Pending:
        """Keep that a dossier is being destroyed, with what is counted of it; raises KeyError when it is not there."""
        number = number_of(self._connection, certificate.dossier)
        begun = Pending(replace(certificate, amounts=self._amounts(number)), self._files(number))
        self._count(number)
        self._connection.execute(
            insert(tables.destruction).values(id=certificate.id, at=certificate.at, certificate=_written(begun))
        )
        # The library keeps samples of what is in the indexes, to look things up in the best order.
        if inspect(self._connection).has_table(_SAMPLES):
            self._connection.execute(text(f"DELETE FROM {_SAMPLES}"))  # noqa: S608 - ours
        return begun

    def keep(self, pending: Pending) -> None:
        """Keep how far it has come; of one that is done nothing is left to do."""
        left = Pending(pending.certificate) if pending.certificate.is_done else pending
        own = tables.destruction.c.id == pending.certificate.id
        self._connection.execute(update(tables.destruction).where(own).values(certificate=_written(left)))

    def line_of(self, id_: str) -> str:
        """Write the detail of a line about a destruction: its certificate, and a mark of what is kept of that now."""
        own = tables.destruction
        row = self._connection.execute(select(own).where(own.c.id == id_)).one()
        return marked(id_, row, self._key, certificate=id_)

    def untold(self, ids: Container[str]) -> tuple[Certificate, ...]:
        """Give those among these of which the newest line does not bear the mark, or no line tells at all."""
        newest = _newest(self._connection)
        rows = self._connection.execute(select(tables.destruction).where(tables.destruction.c.id != _COUNTS)).all()
        untold = (row for row in rows if row.id in ids and not bears(newest.get(row.id, ""), row.id, row, self._key))
        return tuple(_read(row.certificate).certificate for row in untold)

    def lineless(self) -> tuple[Certificate, ...]:
        """Give those of which no line tells at all; one that differs from its line is damage, and stays so."""
        every = [one.certificate for one in self._all()]
        if not every:
            return ()
        line = tables.journal.c
        lines = select(line.detail).where(
            line.about.in_([one.dossier for one in every]), line.action.in_(_ABOUT_CERTIFICATES)
        )
        told = set(map(_certificate_in, self._connection.scalars(lines)))
        return tuple(one for one in every if one.id not in told)

    def pending(self) -> tuple[Pending, ...]:
        """Give what was begun and is not done."""
        return tuple(one for one in self._all() if not one.certificate.is_done)

    def returned(self) -> tuple[Pending, ...]:
        """Give those of which the dossier stands in the store: with a copy from elsewhere it was put back.

        They are not done any more, and have files to go again.
        """
        dossier = tables.dossier.c
        every = self._all()
        if not every:
            return ()
        there = select(dossier.id, dossier.number).where(dossier.id.in_([one.certificate.dossier for one in every]))
        back = {row.id: int(row.number) for row in self._connection.execute(there)}
        return tuple(
            Pending(replace(one.certificate, is_done=False), self._files(back[one.certificate.dossier]))
            for one in every
            if one.certificate.dossier in back
        )

    def certificates(self) -> tuple[Certificate, ...]:
        """List what was destroyed, the newest first."""
        return tuple(one.certificate for one in self._all())

    def counters(self) -> tuple[tuple[Sort, int], ...]:
        """Count what was destroyed by sort."""
        own = tables.destruction.c
        told = self._connection.scalar(select(own.certificate).where(own.id == _COUNTS))
        return tuple((_sort(sort), int(count)) for sort, count in json.loads(told or "[]"))

    def _all(self) -> tuple[Pending, ...]:
        return tuple(_read(one) for (one,) in _CERTIFICATES.rows(self._connection, {"besides": _COUNTS}))

    def _count(self, number: int) -> None:
        try:
            sort = sort_of(read_dossier(self._connection, number))
        except DamagedStore:
            sort = Sort()
        counts = [[asdict(one), count] for one, count in counted_with(self.counters(), sort)]
        own = tables.destruction
        self._connection.execute(delete(own).where(own.c.id == _COUNTS))
        # No moment of its own: it would tell which certificate a count belongs to.
        values = {"id": _COUNTS, "at": _NO_MOMENT, "certificate": json.dumps(counts)}
        self._connection.execute(insert(own).values(values))

    def _amounts(self, number: int) -> Amounts:
        counted = (tables.part, tables.draft, tables.journal_words, tables.attachment)
        return Amounts(*(
            self._connection.scalar(select(func.count()).select_from(table).where(table.c.dossier == number)) or 0
            for table in counted
        ))  # fmt: skip

    def _files(self, number: int) -> tuple[str, ...]:
        """Name the encrypted files that no other dossier has."""
        own = tables.attachment.c
        others = select(own.file).where(own.dossier != number)
        wanted = select(own.file).distinct().where(own.dossier == number, own.file.not_in(others))
        return tuple(self._connection.scalars(wanted.order_by(own.file)))


def faults_of_destroyed(connection: Connection, key: bytearray) -> Iterator[Fault]:
    """Hold the certificates against the newest lines about them; one of what is not done yet is still to change."""
    rows = {row.id: row for row in connection.execute(select(tables.destruction))}
    for id_, detail in _newest(connection).items():
        row = rows.get(id_)
        if row is None:
            yield Fault(f"verklaring {id_}", _GONE)
        elif _read(row.certificate).certificate.is_done and not fits(detail, id_, row, key):
            yield Fault(f"verklaring {id_}", _DIFFERS)


def _newest(connection: Connection) -> dict[str, str]:
    """Give the detail of the newest line about each certificate; an earlier version wrote nothing but its id there."""
    line = tables.journal.c
    lines = select(line.detail).where(line.action.in_(_ABOUT_CERTIFICATES)).order_by(line.seq)
    return {_certificate_in(detail): detail for detail in connection.scalars(lines)}


def _certificate_in(detail: str) -> str:
    return str(said(detail).get("certificate", detail))


_NO_MOMENT: Final = datetime.fromisoformat("1970-01-01T00:00:00Z")
_MOMENTS: Final = ("at", "proposed_at")
_DAYS: Final = ("starts_on", "ends_on")


def _written(pending: Pending) -> str:
    told = asdict(pending)
    for name in _MOMENTS + _DAYS:
        value = told["certificate"][name]
        told["certificate"][name] = value and value.isoformat()
    return json.dumps(told, ensure_ascii=False)


def _read(certificate: str) -> Pending:
    told = json.loads(certificate)
    own = told["certificate"]
    own |= {name: datetime.fromisoformat(own[name]) for name in _MOMENTS}
    own |= {name: own[name] and date.fromisoformat(own[name]) for name in _DAYS}
    kept = Certificate(**{**own, "amounts": Amounts(**own["amounts"])})
    return Pending(kept, tuple(told["files"]), tuple(told["removing"]))


def _sort(told: dict[str, Any]) -> Sort:
    listed = (tuple(told[name]) for name in ("permit_types", "degrees", "decisions"))
    permit_types, degrees, decisions = listed
    return Sort(told["year"], permit_types, told["route"], degrees, decisions)
