# SPDX-License-Identifier: EUPL-1.2
"""Bringing a store to the version of this program: in one transaction, after a copy, or not at all."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine

from assessment.backup import BackupKind
from storage.backup_attachments import take_along
from storage.backup_check import check
from storage.backup_folder import new_name, write_manifest
from storage.backup_making import written_aside
from storage.interruptible import Interruptible
from storage.owned import copy_whole
from storage.store_files import StoreFiles
from storage.versions import APPLICATION_ID, REVISIONS

_MIGRATIONS: Final = Path(__file__).with_name("migrations")


def bring_up_to_date(engine: Engine, files: StoreFiles, version: int, key: bytearray, at: datetime) -> None:
    """Migrate a store of an earlier version, after a copy; one of this version is left alone."""
    if version < len(REVISIONS):
        copy_before(engine, files, key, at)
        upgrade(engine)


def upgrade(engine: Engine, revision: str = REVISIONS[-1]) -> None:
    """Run the migrations that are still to be run, all or none."""
    with engine.connect() as connection:
        _enforce_references(connection, False)
        try:
            with connection.begin():
                _migrate(connection, revision)
        finally:
            _enforce_references(connection, True)


def copy_before(engine: Engine, files: StoreFiles, key: bytearray, at: datetime) -> Path:
    """Copy database and key file while nobody can write, check the copy, and give its folder; raises DamagedStore."""
    name = new_name(files, BackupKind.MIGRATION, at)
    with written_aside(files, name) as beside:
        with engine.connect() as connection:
            _direct(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            with connection.begin():
                copy_whole(files.database, beside.database)
                copy_whole(files.keys, beside.keys)
        checked = check(beside, key, Interruptible())
        take_along(files, beside, key, Interruptible())
        write_manifest(beside.folder, checked.contents)
    return files.backups / name


def _migrate(connection: Connection, revision: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, revision)
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError("a migration left references that lead nowhere")
    connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version={1 + REVISIONS.index(revision)}")


def _enforce_references(connection: Connection, on: bool) -> None:
    """Tables that others refer to can only be made anew while references are not enforced; not within a transaction."""
    _direct(connection).execute(f"PRAGMA foreign_keys={'ON' if on else 'OFF'}").fetchall()


def _direct(connection: Connection) -> Any:
    """Give the library's own connection, for words that may not stand within a transaction."""
    return connection.connection.dbapi_connection
