# SPDX-License-Identifier: EUPL-1.2
"""A dossier with a marker in every kind of field, backups of every kind, and all that can be read in them."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from assessment.errors import DamagedStore
from assessment.ports import DossierId
from assessment.retention import Order, RetentionRule
from assessment.services import attachments, retention
from assessment.users import Role, User
from storage import tables
from storage.dossier_keys import keys_in
from storage.keys.derive import Use, key_for
from storage.keys.secret import password_bytes
from storage.keys.slot import SlotKind
from storage.probe import reading
from storage.sealed_copy import numbered
from storage.sealing import SEALED, Sealer
from storage.store_files import StoreFiles
from storage.vault import FolderVault
from tests.storage.stores import PASSWORD, Clock, add, keep, small
from tests.storage.test_secrecy import MARK, marked

RULE = RetentionRule(f"{MARK} selectielijst", f"{MARK} besluit genomen", 60)
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
FIRST = User("a1", "Ada Voorbeeld", Role.ADMINISTRATOR, SINCE)
SECOND = User("b2", "Bram Verzinsel", Role.COORDINATOR, SINCE)
TODAY = date(2026, 6, 2)
ORDER = Order(SECOND, TODAY)


def seed(vault: FolderVault, folder: Path) -> DossierId:
    """Put a marker in every kind of field that a dossier has."""
    id_ = add(vault, marked(1))
    keep(vault, id_, replace(marked(1), parties=marked(1).parties[1:], reference=f"{MARK}-ANDERS"))
    with vault.work() as work:
        work.drafts.keep(id_, f"{MARK} veld", f"{MARK} half getypt")
        work.journal.note("advice.exported", id_, "sha256:00", f"{MARK} voor de burgemeester")
        work.commit()
    retention.set_period(vault.work(), id_, RULE, date(2020, 1, 1), FIRST)
    retention.propose(vault.work(), id_, FIRST)
    _attach(vault, folder, id_)
    return id_


def _attach(vault: FolderVault, folder: Path, id_: DossierId) -> None:
    """Give it two attachments; another dossier has the content of one of them too."""
    other = add(vault, small("BIB-ander"))
    for name, content, owners in ((MARK, MARK.encode(), [id_]), ("gedeeld", b"van twee", [id_, other])):
        path = folder.parent / f"{name}.txt"
        path.write_bytes(content)
        for owner in owners:
            taken = vault.attachments.take_in(str(path), lambda _done, _size: None, lambda: False, False)
            assert taken is not None
            attachments.attach(vault.work(), owner, "document/d1", taken)
        path.unlink()
    with vault._opened()._engine.begin() as connection:
        number = connection.exec_driver_sql(f"SELECT number FROM dossier WHERE id='{id_}'").scalar()
        part = connection.exec_driver_sql(f"SELECT min(number) FROM part WHERE dossier={number}").scalar()
        connection.execute(insert(tables.name).values(part=part, kind="name", said=MARK, folded=MARK, sound=MARK))


def backups_of_every_kind(vault: FolderVault, folder: Path, clock: Clock) -> list[str]:
    """Make sealed backups, one with other keys, one raw as before a migration and a store that was replaced."""
    sealed = []
    for _ in range(2):
        clock.at += timedelta(days=1)
        made = vault.back_up()
        assert made
        sealed.append(made.id)
    backups = folder / "backups"
    shutil.copytree(backups / sealed[0], backups / "20260101T000000Z")
    (backups / "20260101T000000Z" / "dossiers.keys").write_bytes(b"?" * 101)
    vault.lock()
    for name in ("voor-migratie-20260102T000000Z", "vervangen-20260103T000000Z", "een kopie van mij"):
        (backups / name).mkdir()
        for file in ("store.db", "store.keys.json"):
            shutil.copy(folder / file, backups / name / file)
    vault.unlock(PASSWORD)
    return sealed


def everything(folder: Path) -> str:
    """All that can be read in the store and in every backup by whoever has the password: sealed values unsealed."""
    return "\n".join(text for files in (StoreFiles(folder), *_copies(folder)) for text in _texts(files))


def _copies(folder: Path) -> list[StoreFiles]:
    return [StoreFiles(one) for one in (folder / "backups").iterdir() if one.is_dir()]


def _texts(files: StoreFiles) -> Iterator[str]:
    from storage.keys.on_disk import KeysOnDisk

    on_disk = KeysOnDisk(files.keys, files.previous_keys)
    found = on_disk.read()
    entry = on_disk.enter(found, SlotKind.PASSWORD, password_bytes(PASSWORD))
    assert entry
    store_key = entry.store_key
    with reading(files, key_for(Use.DATABASE, store_key, found.vault)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                yield from (one.decode("utf-8", "replace") if isinstance(one, bytes) else str(one) for one in row)
        if files.dossier_keys.exists():
            with suppress(DamagedStore), keys_in(files, key_for(Use.DOSSIER_KEYS, store_key, found.vault)) as keys:
                yield from _unsealed(connection, Sealer(numbered(connection, keys)))


def _unsealed(connection: Any, sealer: Sealer) -> Iterator[str]:
    for table, sealed in SEALED.items():
        for column in sealed.columns:
            rows = connection.execute(f'SELECT {sealed.dossier}, {sealed.row}, "{column}" FROM "{table}"').fetchall()
            for number, row, value in rows:
                if sealer.has(number):
                    yield str(sealer.unseal(number, f"{table}.{column}", row, value))


def assert_gone(folder: Path) -> None:
    found = everything(folder)
    assert MARK not in found
    assert MARK.lower() not in found
    assert "BIB-ander" in found


def plain_rule(vault: FolderVault, id_: DossierId) -> None:
    """Ground and event stay on the certificate and are about nobody; so they bear no marker when one looks for it."""
    retention.set_period(
        vault.work(), id_, RetentionRule("selectielijst", "besluit genomen", 60), date(2020, 1, 1), FIRST
    )
    retention.propose(vault.work(), id_, FIRST)
