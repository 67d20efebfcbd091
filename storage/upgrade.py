# SPDX-License-Identifier: EUPL-1.2
"""Bringing a store to the version of this program: in one transaction, after a copy, or not at all."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine

from storage.owned import TEMPORARY, copy_whole, make_folder, move, sync_folder
from storage.store_files import StoreFiles
from storage.versions import APPLICATION_ID, REVISIONS

_MIGRATIONS: Final = Path(__file__).with_name("migrations")


def bring_up_to_date(engine: Engine, files: StoreFiles, version: int, at: datetime) -> None:
    """Migrate a store of an earlier version, after a copy; one of this version is left alone."""
    if version < len(REVISIONS):
        copy_before(engine, files, at)
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


def copy_before(engine: Engine, files: StoreFiles, at: datetime) -> Path:
    """Copy database and key file while nobody can write, and give the folder of the copy."""
    target = files.backups / f"voor-migratie-{at:%Y%m%dT%H%M%S}"
    beside = target.with_name(target.name + TEMPORARY)
    make_folder(beside)
    with engine.connect() as connection:
        _direct(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        with connection.begin():
            copy_whole(files.database, beside / files.database.name)
            copy_whole(files.keys, beside / files.keys.name)
    move(beside, target)
    sync_folder(files.backups)
    return target


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
