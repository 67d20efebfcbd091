# SPDX-License-Identifier: EUPL-1.2
"""Destroying a dossier in steps that can be repeated: what was begun is finished, now or when the store next opens.

First, in one transaction, the dossier goes from the store and its certificate is written as begun: from then on nobody
finds it any more. Then the log of the database is emptied, every backup forgets it, backups that cannot forget are
taken away once a good one without it is there, its files go, and the certificate is written as done.
"""

from __future__ import annotations

import errno
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Engine

from assessment.destruction import Amounts, Certificate, Sort
from assessment.errors import StoreInUse
from assessment.ports import DossierId
from assessment.retention import Order, Proposal, Retention, refuse_to_destroy
from storage.backup_folder import sweep, throw_away
from storage.backup_making import BACKED_UP, BackupKeys, make_backup
from storage.destroyed import DESTROYED, FINISHED, TAKEN_OVER, Pending
from storage.forgetting import forget, unlink
from storage.hindering import at_the_door
from storage.interruptible import Dropped, Interruptible
from storage.lock_file import NOBODY_KNOWN
from storage.owned import TEMPORARY
from storage.store_files import StoreFiles
from storage.unit_of_work import SqlUnitOfWork

STORE: Final = "store"


class StoreDestruction:
    """Destroying dossiers of an open store."""

    def __init__(
        self,
        engine: Engine,
        files: StoreFiles,
        keys: BackupKeys,
        work: Callable[[], SqlUnitOfWork],
        now: Callable[[], datetime],
        copying: Interruptible,
    ) -> None:
        """`copying` is what backups are made within: none is being made while they forget."""
        self._engine = engine
        self._files = files
        self._keys = keys
        self._work = work
        self._now = now
        self._copying = copying

    def carry_out(self, id_: str, order: Order) -> Certificate:
        """Destroy one in the store and in every backup; raises KeyError, NotDestroyed, or what keeps it unfinished."""
        certificate = self._begin(DossierId(id_), order)
        self.finish()
        return next(one for one in self.certificates() if one.id == certificate.id)

    def certificates(self) -> tuple[Certificate, ...]:
        """List what was destroyed, the newest first."""
        with self._work() as work:
            return work.destroyed.certificates()

    def counters(self) -> tuple[tuple[Sort, int], ...]:
        """Count what was destroyed by sort."""
        with self._work() as work:
            return work.destroyed.counters()

    def finish(self) -> None:
        """Do what is left to do of all that was begun; stops without a word when the store is being closed."""
        begun = self._begun()
        if not begun:
            return
        try:
            with at_the_door(), self._copying.running():
                self._finish(begun)
        except Dropped:
            return

    def _begun(self) -> tuple[Pending, ...]:
        """Give what is to be finished; what came back with a copy from elsewhere goes once more, and is to be too."""
        with self._work() as work:
            for told in work.destroyed.lineless():  # an earlier version was killed while it put a backup back
                work.journal.note(TAKEN_OVER, told.dossier, work.destroyed.line_of(told.id))
            for one in work.destroyed.returned():
                work.destroyed.remove(one.certificate.dossier)
                work.destroyed.keep(one)
            begun = work.destroyed.pending()
            work.commit()
        return begun

    def _begin(self, id_: DossierId, order: Order) -> Certificate:
        with self._work() as work:
            retention, proposal = refuse_to_destroy(work.retention.get_proven(id_), order)
            certificate = _certificate(id_, retention, proposal, order, self._now())
            work.destroyed.begin(certificate)
            work.destroyed.remove(id_)
            work.journal.note(DESTROYED, id_, work.destroyed.line_of(certificate.id))
            work.commit()
        return certificate

    def _finish(self, begun: tuple[Pending, ...]) -> None:
        sweep(self._files)
        self._empty_log()
        able, unable = forget(self._files, self._keys, [one.certificate.dossier for one in begun])
        if unable:
            begun = tuple(replace(one, removing=_joined(one.removing, unable)) for one in begun)
            self._keep(begun)
            self._replace(unable)
            able += 1
        for one in begun:
            unlink(self._files.attachments, one.files)
        self._keep(tuple(_done(one, able) for one in begun), is_done=True)

    def _empty_log(self) -> None:
        """Write everything into the database file, where what was taken away is overwritten, and cut its log off."""
        lent = self._engine.raw_connection()
        try:
            (is_busy, *_), *_ = lent.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            lent.close()
        if is_busy:
            raise StoreInUse(NOBODY_KNOWN)

    def _replace(self, folders: tuple[Path, ...]) -> None:
        """Make a good backup, and take away those that cannot forget."""
        make_backup(self._engine, self._files, self._keys, self._now, self._copying)
        with self._work() as work:
            work.journal.note(BACKED_UP, STORE)
            work.commit()
        for folder in folders:
            throw_away(folder)
        sweep(self._files)
        if any(self._files.backups.glob(f"*{TEMPORARY}")):
            raise OSError(errno.EBUSY, "a backup cannot be taken away")

    def _keep(self, begun: tuple[Pending, ...], is_done: bool = False) -> None:
        with self._work() as work:
            for one in begun:
                work.destroyed.keep(one)
                if is_done:
                    work.journal.note(FINISHED, one.certificate.dossier, work.destroyed.line_of(one.certificate.id))
            work.commit()


def _certificate(id_: DossierId, retention: Retention, proposal: Proposal, order: Order, at: datetime) -> Certificate:
    rule = retention.rule
    return Certificate(
        id=str(uuid.uuid4()), dossier=id_, at=at, proposed_by=proposal.by, proposed_at=proposal.at,
        carried_out_by=order.by.name, ground=rule.ground, event=rule.event, months=rule.months,
        starts_on=retention.starts_on, ends_on=retention.ends_on, reason=order.reason.strip(), amounts=Amounts(),
    )  # fmt: skip


def _joined(before: tuple[str, ...], folders: tuple[Path, ...]) -> tuple[str, ...]:
    return tuple(sorted({*before, *(one.name for one in folders)}))


def _done(pending: Pending, able: int) -> Pending:
    counted = replace(pending.certificate, backups=able, removed=len(pending.removing), is_done=True)
    return replace(pending, certificate=counted)
