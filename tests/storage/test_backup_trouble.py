# SPDX-License-Identifier: EUPL-1.2
"""When a backup cannot be made, is killed halfway or is damaged: what is told, and that the store works on."""

import errno
import json
import random
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from types import ModuleType
from typing import NoReturn

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from assessment.backup import Contents
from assessment.errors import DamagedStore, NoBackup
from storage import backup_folder, backup_making, opened, sealed_copy
from storage.backup_check import Checked
from storage.backup_folder import MANIFEST
from storage.vault import FolderVault
from tests.storage.processes import child, heard
from tests.storage.stores import PASSWORD, Clock, add, flip, get, small

KILLS = 8

Opens = Callable[[Path], FolderVault]
Place = tuple[ModuleType, str]
Fault = Callable[..., None]


def full(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


def nowhere(*_: object) -> NoReturn:
    raise OSError(errno.EROFS, "Read-only file system")


def full_database(*_: object) -> NoReturn:
    """Say what the library says when its disk is full."""
    error = sqlcipher.OperationalError("database or disk is full")
    error.sqlite_errorname = "SQLITE_FULL"
    raise error


@pytest.mark.parametrize(
    ("place", "fault", "words"),
    [
        ((backup_making, "copy_whole"), full, "De schijf is vol."),
        ((sealed_copy, "make_file"), full, "De schijf is vol."),
        ((sealed_copy, "write_keys"), full, "De schijf is vol."),
        ((sealed_copy, "_sync"), full_database, "De schijf is vol."),
        ((backup_making, "write_manifest"), full, "De schijf is vol."),
        ((backup_making, "begin"), nowhere, "waar niet mag worden geschreven"),
        ((backup_making, "move"), nowhere, "waar niet mag worden geschreven"),
    ],
)
def test_where_it_cannot_be_written_the_store_works_on(
    vault: FolderVault, folder: Path, monkeypatch: pytest.MonkeyPatch, place: Place, fault: Fault, words: str
) -> None:
    before = vault.back_up()
    with monkeypatch.context() as patched:
        patched.setattr(*place, fault)
        with pytest.raises(NoBackup) as refusal:
            vault.back_up()
    assert words in refusal.value.sentence
    assert "eerdere reservekopieën zijn er nog" in refusal.value.sentence
    assert vault.backups() == (before,)
    assert [path.name for path in (folder / "backups").iterdir()] == [before.id]
    assert get(vault, add(vault, small())) == small()
    assert vault.back_up().is_good


def test_a_folder_that_went_away_is_made_anew(vault: FolderVault, folder: Path) -> None:
    made = vault.back_up()
    (folder / "backups").rename(folder / "weg")
    assert vault.backups() == ()
    assert vault.back_up().id != made.id


def test_a_folder_that_cannot_be_made_is_told(vault: FolderVault, folder: Path) -> None:
    (folder / "backups").write_text("een bestand in de weg")
    with pytest.raises(NoBackup):
        vault.back_up()
    assert vault.backups() == ()


@pytest.mark.parametrize("part", ["store.db", "store.keys.json"])
def test_a_copy_that_fails_its_check_is_no_backup_and_nothing_is_thrown_away(
    vault: FolderVault, clock: Clock, folder: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    for _ in range(9):
        clock.at += timedelta(days=1)
        vault.back_up()
    monkeypatch.setattr(opened, "rotate", lambda _files: pytest.fail("a backup that failed threw another away"))
    where = sealed_copy if part == "store.db" else backup_making
    real = sealed_copy._sync if part == "store.db" else backup_making.copy_whole

    def damaging(*paths: Path) -> None:
        real(*paths)
        flip(paths[-1], 300)

    monkeypatch.setattr(where, real.__name__, damaging)
    before = vault.backups()
    with pytest.raises(NoBackup) as refusal:
        vault.back_up()
    assert "klopte niet toen zij werd nagekeken" in refusal.value.sentence
    assert vault.backups() == before


def test_a_copy_of_another_moment_of_another_store_is_no_backup(
    vault: FolderVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The chain of the copy has to end in a line of the journal of the store."""
    monkeypatch.setattr(backup_making, "check_sealed", lambda *_: Checked(Contents(3, 0, 1), b"?" * 32))
    with pytest.raises(NoBackup):
        vault.back_up()


def test_damage_to_the_store_itself_is_told_as_such(vault: FolderVault, folder: Path) -> None:
    (folder / "store.keys.json").unlink()
    with pytest.raises(DamagedStore) as refusal:
        vault.back_up()
    assert refusal.value.part == "sleutelbestand ontbreekt"
    assert vault.backups() == ()


def test_killed_processes_leave_a_whole_store_and_no_half_backup(
    locked: FolderVault, folder: Path, opens: Opens
) -> None:
    chance = random.Random(20261125)
    told: list[str] = []
    for _ in range(KILLS):
        with child("back-up", folder) as process:
            assert heard(process) == "open"
            told += [heard(process) for _ in range(chance.randint(0, 3))]
            time.sleep(chance.random() * 0.05)
        for one in locked.backups():
            copy = opens(folder / "backups" / one.id)
            assert copy.faults() == ()
            with copy.work() as work:
                assert work.dossiers.count() == one.contents.dossiers
            copy.lock()
        locked.unlock(PASSWORD)
        assert locked.faults() == ()
        assert not list((folder / "backups").glob("*.nieuw"))
        locked.lock()
    assert told
    assert locked.backups()


def test_what_was_half_written_or_half_thrown_away_is_swept_at_the_next_start(
    locked: FolderVault, folder: Path
) -> None:
    for name in ("20260602T100000Z.nieuw", "20260602T100000Z.weg.nieuw"):
        (folder / "backups" / name).mkdir(parents=True)
        (folder / "backups" / name / "store.db").write_bytes(b"half")
    assert locked.backups() == ()
    locked.unlock(PASSWORD)
    assert list((folder / "backups").iterdir()) == []


@pytest.mark.parametrize("name", ["store.db", "store.keys.json", "dossiers.keys", MANIFEST])
def test_a_backup_that_is_not_whole_any_more_does_not_count(vault: FolderVault, folder: Path, name: str) -> None:
    made = vault.back_up()
    path = folder / "backups" / made.id / name
    path.write_bytes(path.read_bytes()[:-3])
    (one,) = vault.backups()
    assert (one.id, one.is_good) == (made.id, False)
    path.unlink()
    assert not vault.backups()[0].is_good
    assert vault.is_backup_due()


@pytest.mark.parametrize(
    "told",
    [
        b"", b"[]", b"{}", b"[" * 4000, b"\xff", b'{"format": 1}',
        b'{"format": "toetssteen-reservekopie/1", "version": 3, "dossiers": true, "journal": 1, "files": {}}',
        b'{"format": "toetssteen-reservekopie/1", "version": 3, "dossiers": -1, "journal": 1, "files": {}}',
        b'{"format": "toetssteen-reservekopie/1", "version": 3, "dossiers": 1, "journal": 1, "files": []}',
        b'{"format":"toetssteen-reservekopie/1","version":3,"dossiers":1,"journal":1,"files":{"../store.db":[1,""]}}',
    ],
)  # fmt: skip
def test_a_manifest_that_somebody_else_wrote_is_not_believed(vault: FolderVault, folder: Path, told: bytes) -> None:
    made = vault.back_up()
    (folder / "backups" / made.id / MANIFEST).write_bytes(told)
    assert not vault.backups()[0].is_good


def test_a_number_without_end_in_a_manifest_is_not_believed(vault: FolderVault, folder: Path) -> None:
    path = folder / "backups" / vault.back_up().id / MANIFEST
    told = json.loads(path.read_bytes())
    for name in ("journal", "dossiers", "version"):
        path.write_text(json.dumps({**told, name: 10**30}))
        assert not vault.backups()[0].is_good
        assert vault.is_backup_due()


def test_one_that_goes_away_while_they_are_listed_is_not_listed(
    vault: FolderVault, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = vault.back_up()
    monkeypatch.setattr(backup_folder, "read_manifest", lambda place: place.rename(folder / "weg") and None)
    assert vault.backups() == ()
    assert (folder / "weg" / MANIFEST).exists()
    assert made.is_good


def test_one_that_cannot_be_taken_away_stays_until_the_next_time(
    vault: FolderVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = vault.back_up()
    with monkeypatch.context() as patched:
        patched.setattr(backup_making, "throw_away", nowhere)
        second = vault.back_up()
        assert vault.backups() == (second, first)
    third = vault.back_up()
    assert vault.backups() == (third,)


def test_what_is_no_backup_is_not_listed(vault: FolderVault, folder: Path) -> None:
    made = vault.back_up()
    place = folder / "backups"
    (place / "20260230T100000Z").mkdir()
    (place / "aantekeningen").mkdir()
    (place / "20260602T110000Z").write_text("een bestand")
    if sys.platform != "win32":  # where a link asks for rights that not everybody has
        (place / "20260602T120000Z").symlink_to(place / made.id, target_is_directory=True)
    assert vault.backups() == (made,)
