# SPDX-License-Identifier: EUPL-1.2
"""Which library, which pool and which settings stand under an open store."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import PendingRollbackError
from sqlalchemy.pool import QueuePool

from assessment.errors import DamagedStore, StoreInUse, StoreOutOfReach
from storage.connecting import OLDEST_SQLITE, make_engine
from storage.vault import FolderVault
from storage.versions import REVISIONS
from tests.storage.stores import ROOT, add, flip, get, quickest, renamed, small

HEAVY = ("sqlalchemy", "alembic", "sqlcipher3", "argon2", "cryptography", "PySide6", "pandas", "reportlab")


def asked(vault: FolderVault, name: str) -> object:
    with vault._opened()._engine.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar()


def test_the_pool_is_the_one_that_does_not_crash(vault: FolderVault) -> None:
    assert type(vault._opened()._engine.pool) is QueuePool


def test_the_libraries_are_new_enough(vault: FolderVault) -> None:
    assert sqlcipher.sqlite_version_info >= OLDEST_SQLITE
    assert tuple(int(part) for part in str(asked(vault, "cipher_version")).split()[0].split(".")) >= (4, 19)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("temp_store", 2), ("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("secure_delete", 1),
        ("trusted_schema", 0), ("cell_size_check", 1), ("cache_size", -65536), ("busy_timeout", 5000),
        ("user_version", len(REVISIONS)), ("application_id", 0x54535431), ("cipher_use_hmac", "1"),
        ("page_size", "4096"),
    ],
)  # fmt: skip
def test_every_connection_is_set(vault: FolderVault, name: str, value: object) -> None:
    assert asked(vault, name) == value


def test_temporary_data_can_only_be_kept_in_memory(vault: FolderVault) -> None:
    with vault._opened()._engine.connect() as connection:
        options = connection.exec_driver_sql("PRAGMA compile_options").scalars().all()
    assert {"TEMP_STORE=2", "TEMP_STORE=3"} & set(options)


def test_opening_takes_no_key_derivation_of_the_library(vault: FolderVault, folder: Path, tmp_path: Path) -> None:
    """Each connection of the pool pays for it: with a passphrase a quarter of a second, with the raw key nothing."""

    def with_raw_key() -> None:
        engine = make_engine(folder / "store.db", vault._opened()._database_key)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM dossier").scalar() == 0
        engine.dispose()

    def with_passphrase() -> None:
        connection = sqlcipher.connect(str(tmp_path / "wachtwoordzin.db"))
        connection.execute("PRAGMA key='wachtwoordzin'")
        connection.execute("CREATE TABLE t(x)")
        connection.close()

    assert quickest(with_raw_key) < quickest(with_passphrase, 1) / 5


def test_importing_the_vault_loads_nothing_heavy() -> None:
    code = f"import sys, storage.vault, storage.temporary; print([name for name in {HEAVY!r} if name in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_wrong_key_says_nothing_on_standard_error(locked: FolderVault, folder: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from storage.connecting import connect\n"
        f"try: connect({str(folder / 'store.db')!r}, bytearray(32)).execute('SELECT * FROM sqlite_master')\n"
        "except Exception as error: print(error)"
    )
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (told.stdout.strip(), told.stderr) == ("file is not a database", "")


def test_threads_write_one_after_another(vault: FolderVault) -> None:
    def write(thread: int) -> None:
        for number in range(10):
            add(vault, renamed(small(), f"draad-{thread}-{number}"))

    threads = [threading.Thread(target=write, args=(thread,)) for thread in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with vault.work() as work:
        assert work.dossiers.count() == 40
    assert vault.faults() == ()


def test_waiting_for_another_unit_of_work_ends_with_a_sentence(vault: FolderVault) -> None:
    engine = vault._opened()._engine
    with engine.connect() as impatient:
        impatient.connection.dbapi_connection.execute("PRAGMA busy_timeout=1")
        with vault.work() as work:
            work.dossiers.count()
            with pytest.raises(StoreInUse):
                impatient.exec_driver_sql("SELECT 1")


def test_a_full_disk_is_told_and_loses_nothing(vault: FolderVault) -> None:
    kept = [add(vault, small(f"BIB-{number}")) for number in range(3)]
    engine = vault._opened()._engine
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        pages = raw.execute("PRAGMA page_count").fetchone()[0]
        raw.execute(f"PRAGMA max_page_count={pages + 5}")

    def fill() -> None:
        kept.extend(add(vault, renamed(small(), f"vol-{number}")) for number in range(1000))

    with pytest.raises(StoreOutOfReach) as refusal:
        fill()
    assert "De schijf is vol" in refusal.value.sentence
    assert len(kept) > 3
    with vault.work() as work:
        assert work.dossiers.count() == len(kept)
    assert get(vault, kept[0]) == small("BIB-0")
    with engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA max_page_count=1000000")
    add(vault, small("weer ruimte"))
    assert vault.faults() == ()


@pytest.mark.parametrize(("is_damaged", "hindrance"), [(False, StoreOutOfReach), (True, DamagedStore)])
def test_short_memory_is_told_and_a_page_that_looks_like_it_too(
    vault: FolderVault, folder: Path, is_damaged: bool, hindrance: type[Exception]
) -> None:
    """The library says that memory is short when it cannot decipher a page in the middle of writing."""
    with vault._opened()._engine.connect() as connection:
        connection.connection.dbapi_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if is_damaged:
            flip(folder / "store.db", 3 * 4096 + 100)
        with pytest.raises(hindrance):
            connection._handle_dbapi_exception(MemoryError(), None, None, None, None)
        if is_damaged:
            flip(folder / "store.db", 3 * 4096 + 100)


def test_nothing_more_is_kept_of_work_that_the_database_has_undone(vault: FolderVault) -> None:
    """A full disk undoes the whole transaction; what would follow in it stood alone, told as the whole."""
    with vault._opened()._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    with vault.work() as work:
        work.drafts.keep(None, "first", "klein")
        with pytest.raises(StoreOutOfReach):
            work.drafts.keep(None, "second", "x" * 500_000)
        with pytest.raises(PendingRollbackError):
            work.drafts.keep(None, "third", "na")
        with pytest.raises(PendingRollbackError):
            work.commit()
    with vault.work() as work:
        assert work.drafts.all(None) == {}
