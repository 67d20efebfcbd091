# SPDX-License-Identifier: EUPL-1.2
"""Models and migrations are the same; a migration happens wholly, after a copy, or not at all."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.exc import OperationalError

from assessment.backup import BackupKind, Contents
from assessment.users import Role
from storage import upgrade
from storage.connecting import make_engine
from storage.owned import make_file
from storage.search import is_not_of_search
from storage.store_files import StoreFiles
from storage.tables import metadata
from storage.vault import FolderVault
from storage.versions import REVISIONS
from tests.storage import keep_store
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, get, small

AT = datetime(2026, 6, 2, 10, 0, tzinfo=UTC)


def test_models_and_migrations_give_the_same_tables(vault: FolderVault) -> None:
    with vault._opened()._engine.connect() as connection:
        options = {"include_object": is_not_of_search, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, metadata) == []


def test_the_comparison_finds_a_difference(vault: FolderVault) -> None:
    with vault._opened()._engine.connect() as connection:
        connection.exec_driver_sql("ALTER TABLE draft ADD COLUMN extra TEXT")
        context = MigrationContext.configure(connection, opts={"include_object": is_not_of_search})
        assert len(compare_metadata(context, metadata)) == 1


def test_the_known_versions_are_those_of_the_migrations() -> None:
    scripts = ScriptDirectory(str(upgrade._MIGRATIONS))
    assert tuple(one.revision for one in reversed(list(scripts.walk_revisions()))) == REVISIONS


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    make_file(path)
    engine = make_engine(path, bytearray(range(32)))
    with engine.begin() as connection:
        # The migration makes this table too, and fails when it comes there.
        connection.exec_driver_sql("CREATE TABLE setting(x)")
    with pytest.raises(OperationalError):
        upgrade.upgrade(engine)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all() == ["setting"]
        assert connection.exec_driver_sql("PRAGMA user_version").scalar() == 0
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


def test_an_older_store_is_copied_first(vault: FolderVault, folder: Path, tmp_path: Path) -> None:
    id_ = add(vault, small())
    store = vault._opened()
    upgrade.bring_up_to_date(store._engine, StoreFiles(folder), len(REVISIONS) - 1, store._database_key, AT)
    (copy,) = (folder / "backups").iterdir()
    assert copy.name == "voor-migratie-20260602T100000Z"
    assert sorted(path.name for path in copy.iterdir()) == ["manifest.json", "store.db", "store.keys.json"]
    (listed,) = vault.backups()
    assert (listed.kind, listed.contents.dossiers) == (BackupKind.MIGRATION, 1)
    copied = FolderVault(copy, Clock(), CHEAP)
    copied.unlock(PASSWORD)
    assert get(copied, id_) == small()
    assert copied.faults() == ()
    copied.lock()
    assert get(vault, id_) == small()


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_a_store_of_each_earlier_version_opens_with_all_that_is_in_it(tmp_path: Path, revision: str) -> None:
    folder = tmp_path / "kluis"
    shutil.copytree(keep_store.OLD / revision, folder)
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    with vault.work() as work:
        (row,) = work.dossiers.find()
        assert work.dossiers.get(row.id) == small()
        assert row.summary.deadlines is None
        assert work.drafts.all(row.id) == {"f1.description": "half getypt"}
        assert work.drafts.all(None) == {}
        assert [hit.text for hit in work.dossiers.search("Faan Viktema").hits] == []
        assert [hit.text for hit in work.dossiers.search("Daan Viktema").hits] == ["Daan Fictema"]
    assert vault.faults() == ()
    (copy,) = vault.backups()
    assert copy.contents == Contents(1 + REVISIONS.index(revision), 1, copy.contents.journal)
    vault.lock()


@pytest.mark.parametrize("revision", REVISIONS[REVISIONS.index("0004") :])
def test_a_store_of_each_later_version_opens_with_its_users_attachments_and_periods(
    tmp_path: Path, revision: str
) -> None:
    folder = tmp_path / "kluis"
    shutil.copytree(keep_store.OLD / revision, folder)
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.unlock(keep_store.OTHER_PASSWORD, keep_store.SECOND)
    assert {one.name: one.role for one in vault.people.all()} == {
        keep_store.FIRST: Role.ADMINISTRATOR,
        keep_store.SECOND: Role.COORDINATOR,
    }
    with vault.work() as work:
        (row,) = work.dossiers.find()
        assert work.dossiers.get(row.id) == small()
        assert work.drafts.all(row.id) == {"f1.description": "half getypt"}
        assert [hit.text for hit in work.dossiers.search("Daan Viktema").hits] == ["Daan Fictema"]
        (attachment,) = work.attachments.of(row.id)
        assert [one.retention.rule for one in work.retention.all()] == [keep_store.RULE]
    assert vault.attachments.read(attachment.id) == keep_store.TEXT
    assert vault.faults() == ()
    assert vault.warnings() == ()
    (backup, *_) = vault.backups()
    vault.lock()
    assert vault.examine(backup.id, keep_store.OTHER_PASSWORD, keep_store.SECOND).contents.dossiers == 1


def test_the_store_of_every_version_is_kept() -> None:
    assert sorted(one.name for one in keep_store.OLD.iterdir()) == sorted(REVISIONS)


def test_a_store_of_this_version_is_left_alone(vault: FolderVault, folder: Path) -> None:
    store = vault._opened()
    upgrade.bring_up_to_date(store._engine, StoreFiles(folder), len(REVISIONS), store._database_key, AT)
    assert not (folder / "backups").exists()
