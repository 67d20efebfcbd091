# SPDX-License-Identifier: EUPL-1.2
"""Making backups of real stores: while others write, killed, interrupted, on a full disk; and what is told of them."""

import json
import sys
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from assessment.backup import BackupKind, OpensWith
from assessment.ports import VaultState
from storage.backup_folder import MANIFEST
from storage.interruptible import Dropped, Interruptible
from storage.vault import FolderVault
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, bytes_of, fill, get, renamed, small
from tests.storage.test_secrecy import MARK, files_in, marked, readable

KILLS = 8

Opens = Callable[[Path], FolderVault]


def test_a_backup_holds_all_and_is_counted(vault: FolderVault, folder: Path, opens: Opens) -> None:
    ids = [add(vault, renamed(small(), f"BIB-{number}")) for number in range(3)]
    made = vault.back_up()
    assert vault.backups() == (made,)
    assert (made.contents.dossiers, made.is_good, made.kind) == (3, True, BackupKind.REGULAR)
    assert made.opens_with is OpensWith.PRESENT
    place = folder / "backups" / made.id
    assert sorted(path.name for path in place.iterdir()) == ["dossiers.keys", MANIFEST, "store.db", "store.keys.json"]
    assert made.size == sum(path.stat().st_size for path in place.iterdir())
    copy = opens(place)
    assert [get(copy, id_) for id_ in ids] == [get(vault, id_) for id_ in ids]
    assert copy.faults() == ()
    copy.lock()


def test_it_is_journalled(vault: FolderVault) -> None:
    vault.back_up()
    with vault.work() as work:
        assert work.journal.entries("store")[0].action == "store.backed-up"
    assert vault.faults() == ()


def test_the_manifest_tells_no_more_than_it_should(vault: FolderVault, folder: Path) -> None:
    add(vault, small())
    made = vault.back_up()
    told = json.loads((folder / "backups" / made.id / MANIFEST).read_bytes())
    assert told.keys() == {"format", "version", "dossiers", "journal", "files", "attachments"}
    assert told["files"].keys() == {"store.db", "store.keys.json"}


def test_others_go_on_writing_meanwhile(vault: FolderVault, clock: Clock, folder: Path, opens: Opens) -> None:
    fill(vault, 400)
    written, stop = [], threading.Event()

    def write() -> None:
        while not stop.is_set():
            begun = time.monotonic()
            add(vault, renamed(small(), f"BIB-erbij-{len(written)}"))
            written.append(time.monotonic() - begun)

    writer = threading.Thread(target=write)
    writer.start()
    made = []
    for _ in range(3):
        made.append(vault.back_up())
        clock.at += timedelta(days=1)
    stop.set()
    writer.join()
    assert len(written) > 3
    counts = [one.contents.dossiers for one in made]
    assert 400 <= counts[0] < counts[-1] <= 400 + len(written)
    copy = opens(folder / "backups" / made[1].id)
    with copy.work() as work:
        assert work.dossiers.count() == counts[1]
    assert copy.faults() == ()
    copy.lock()


def test_two_at_once_are_made_one_after_the_other(vault: FolderVault) -> None:
    threads = [threading.Thread(target=vault.back_up) for _ in range(3)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert [one.is_good for one in vault.backups()] == [True]  # the newest of this day
    with vault.work() as work:
        lines = work.journal.entries("store")
    assert [line.action for line in lines].count("store.backed-up") == 3


@pytest.mark.parametrize("seconds", [0.0, 0.01, 0.03, 0.1])
def test_locking_drops_it_cleanly(vault: FolderVault, clock: Clock, folder: Path, seconds: float) -> None:
    fill(vault, 1500)
    vault.back_up()
    clock.at += timedelta(days=1)
    made = []
    copying = threading.Thread(target=lambda: made.append(vault.back_up()))
    copying.start()
    time.sleep(seconds)
    vault.lock()
    copying.join()
    assert len(vault.backups()) == 1 + len([one for one in made if one])
    assert all(one.is_good for one in vault.backups())
    assert not list((folder / "backups").glob("*.nieuw"))
    vault.unlock(PASSWORD)
    assert vault.faults() == ()


def test_a_long_statement_is_stopped_at_once_and_nothing_begins_after_it(vault: FolderVault) -> None:
    """Counting to a very great number takes long; it is what a copy of a very large store would be."""
    work, begun, told = Interruptible(), threading.Event(), []
    lent = vault._opened()._engine.raw_connection()
    connection = lent.dbapi_connection

    def count() -> None:
        try:
            with work.running(), work.watching(connection), work.going_on():
                begun.set()
                numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000)"
                connection.execute(f"{numbers} SELECT count(*) FROM n").fetchall()
        except Dropped as error:
            told.append(type(error.__cause__))

    counting = threading.Thread(target=count)
    counting.start()
    begun.wait()
    at = time.monotonic()
    work.stop()
    counting.join()
    lent.close()
    assert time.monotonic() - at < 2
    assert told == [sqlcipher.OperationalError]
    with pytest.raises(Dropped), work.running():
        pytest.fail("it began after it was stopped")


def test_a_locked_store_makes_none(locked: FolderVault) -> None:
    assert locked.back_up() is None
    assert not locked.is_backup_due()
    assert locked.backups() == ()


def test_one_a_day_when_something_changed_and_else_one_a_week(vault: FolderVault, clock: Clock) -> None:
    assert vault.is_backup_due()
    vault.back_up()
    id_ = add(vault, small())
    assert not vault.is_backup_due()
    clock.at += timedelta(days=1)
    assert vault.is_backup_due()
    vault.back_up()
    clock.at += timedelta(days=1)
    vault.lock()
    vault.unlock(PASSWORD)  # opening it changes nothing of what is kept
    assert not vault.is_backup_due()
    vault.change_password(PASSWORD, "een heel ander wachtwoord")
    assert vault.is_backup_due()
    vault.back_up()
    clock.at += timedelta(days=8)
    assert vault.is_backup_due()
    assert get(vault, id_) == small()


def test_what_has_had_its_time_goes(vault: FolderVault, clock: Clock, folder: Path) -> None:
    for _ in range(40):
        clock.at += timedelta(days=1)
        vault.back_up()
    assert 8 <= len(vault.backups()) <= 11
    assert {path.name for path in (folder / "backups").iterdir()} == {one.id for one in vault.backups()}


def test_a_changed_password_is_told_and_a_renewed_recovery_key_is_not(
    vault: FolderVault, clock: Clock, folder: Path
) -> None:
    vault.back_up()
    vault.renew_recovery_key(PASSWORD)
    assert [one.opens_with for one in vault.backups()] == [OpensWith.PRESENT]
    vault.change_password(PASSWORD, "een heel ander wachtwoord")
    clock.at += timedelta(days=1)
    vault.back_up()
    assert [one.opens_with for one in vault.backups()] == [OpensWith.PRESENT, OpensWith.EARLIER]
    (folder / "store.keys.json").unlink()
    assert {one.opens_with for one in vault.backups()} == {OpensWith.UNKNOWN}


def test_a_store_of_which_only_backups_are_left_is_there(vault: FolderVault, folder: Path) -> None:
    vault.back_up()
    vault.lock()
    for path in folder.iterdir():
        if path.is_file():
            path.unlink()
    assert vault.state() is VaultState.LOCKED


def test_nothing_readable_is_written(tmp_path: Path) -> None:
    vault = FolderVault(tmp_path / "kluis", Clock(), CHEAP)
    recovery_key = vault.create(f"{MARK} gebruiker", f"{MARK} wachtwoord")
    for number in range(5):
        add(vault, marked(number))
    made = vault.back_up()
    assert readable(files_in(tmp_path)) == []
    everything = b"".join(bytes_of(tmp_path / "kluis" / "backups" / made.id).values())
    assert recovery_key.encode() not in everything
    vault.lock()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_only_the_owner_may_read_it(vault: FolderVault, folder: Path) -> None:
    vault.back_up()
    backups = folder / "backups"
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (backups, *backups.rglob("*"))}
    assert modes == {True: 0o700, False: 0o600}
