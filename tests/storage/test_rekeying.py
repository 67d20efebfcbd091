# SPDX-License-Identifier: EUPL-1.2
"""A new key for the whole store: everybody's password stays, nothing of the old key does, and no crash locks it."""

import random
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.backup import BackupKind
from assessment.errors import NoBackup, WrongPassword
from assessment.journal_end import EndKind
from assessment.users import Role
from storage.keys.derive import Use, key_for
from storage.keys.key_file import KeyFile
from storage.keys.pledge import take
from storage.keys.reading import read_key_file
from storage.keys.slot import SlotKind
from storage.probe import opens
from storage.store_files import StoreFiles
from storage.vault import FolderVault
from tests.storage.checking import check
from tests.storage.processes import child, heard
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, fill, get, renamed, small

Vaults = Callable[[], FolderVault]
ADA, BO, FIRST = "Ada Voorbeeld", "Bo Verzonnen", "eerste wachtwoord"
STEPS = 7
KILLS = 8


def key_file(folder: Path) -> KeyFile:
    return read_key_file((folder / "store.keys.json").read_bytes())


def store_key(folder: Path, user: str = ADA, password: str = PASSWORD) -> bytes:
    entry = key_file(folder).open_(SlotKind.PASSWORD, bytearray(password.encode()), user)
    assert entry is not None
    return bytes(entry.store_key)


def pledges(folder: Path) -> dict[str, bytearray | None]:
    """What the store key gives of each slot, by its public key."""
    found, key = key_file(folder), bytearray(store_key(folder))
    return {one.public.hex(): take(one.pledge, key, one.address(found.vault)) for one in found.slots}


def is_whole(vault: FolderVault, folder: Path) -> None:
    """Open it for both users, and find the chain, the parts and the anchor as they should be."""
    for user, password in ((ADA, PASSWORD), (BO, FIRST)):
        vault.unlock(password, user)
        assert vault.user == user
        assert vault.warnings() == ()
        assert vault.faults() == ()
        if vault.is_backup_due():
            vault.back_up()  # then those of the key before it go
        vault.lock()
    assert check(folder).is_whole
    assert all(len(slot.seals) == 1 for slot in key_file(folder).slots)
    assert None not in pledges(folder).values()
    assert (folder / "store.keys.json.1").read_bytes() == (folder / "store.keys.json").read_bytes()


@pytest.fixture
def shared(vault: FolderVault, folder: Path) -> Path:
    """The folder of a closed store with two users and some dossiers."""
    vault.people.add(BO, Role.OFFICER, FIRST, PASSWORD)
    add(vault, renamed(small(), "bestendig"))
    fill(vault, 40)
    vault.lock()
    return folder


def test_the_key_is_another_and_all_passwords_stay(vaults: Vaults, folder: Path) -> None:
    vault = vaults()
    recovery_key = vault.create(ADA, PASSWORD)
    vault.people.add(BO, Role.OFFICER, FIRST, PASSWORD)
    id_ = add(vault, small())
    before, page = store_key(folder), (folder / "store.db").read_bytes()[:4096]
    done = vault.people.rekey(PASSWORD)
    assert done.recovery_key == ""
    assert get(vault, id_) == small()
    add(vault, renamed(small(), "daarna"))
    vault.lock()
    assert store_key(folder) == store_key(folder, BO, FIRST) != before
    assert (folder / "store.db").read_bytes()[:4096] != page
    is_whole(vault, folder)
    vault.recover(recovery_key, "nog een wachtwoord", ADA)
    with vault.work() as work:
        assert work.dossiers.count() == 2
        assert "store.rekeyed" in {line.action for line in work.journal.entries()}


def test_the_old_key_opens_nothing_that_is_left(vault: FolderVault, folder: Path, tmp_path: Path) -> None:
    add(vault, small())
    vault.back_up()
    shutil.copytree(folder, tmp_path / "meegenomen")
    old = (folder / "store.keys.json").read_bytes()
    done = vault.people.rekey(PASSWORD)
    assert (done.removed, done.kept) == (1, 0)
    (backup,) = vault.backups()
    vault.lock()
    for place in (folder, folder / "backups" / backup.id):
        with_old = tmp_path / place.name
        shutil.copytree(place, with_old)
        (with_old / "store.keys.json").write_bytes(old)
        key = bytearray(store_key(tmp_path / "meegenomen"))
        assert not opens(StoreFiles(with_old), key_for(Use.DATABASE, key, key_file(folder).vault))
    assert (folder / "store.keys.json.1").read_bytes() == (folder / "store.keys.json").read_bytes()
    vault.restore(backup.id, PASSWORD)
    assert vault.faults() == ()


def test_it_can_be_done_again(vault: FolderVault, folder: Path) -> None:
    id_ = add(vault, small())
    for _ in range(3):
        vault.people.rekey(PASSWORD)
    vault.lock()
    vault.unlock(PASSWORD)
    assert vault.faults() == ()
    assert vault._opened().end.kind is EndKind.HOLDS
    assert get(vault, id_) == small()
    vault.lock()
    assert check(folder).is_whole


def test_a_store_of_before_gets_a_new_recovery_key(tmp_path: Path) -> None:
    folder = tmp_path / "kluis"
    shutil.copytree(Path(__file__).with_name("old") / "0003", folder)
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    done = vault.people.rekey(PASSWORD)
    assert done.recovery_key
    assert not vault.is_recovery_confirmed()
    assert vault.faults() == ()
    vault.lock()
    assert check(folder).is_whole
    vault.recover(done.recovery_key, "nieuw wachtwoord")
    vault.lock()


def test_where_no_backup_can_be_made_the_old_ones_stay_until_one_is(
    vault: FolderVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise NoBackup("De schijf is vol.")

    add(vault, small())
    vault.back_up()
    monkeypatch.setattr("storage.opened.make_backup", refused)
    done = vault.people.rekey(PASSWORD)
    assert (done.removed, done.kept) == (0, 1)
    monkeypatch.undo()
    assert vault.is_backup_due()
    made = vault.back_up()
    assert [one.id for one in vault.backups()] == [made.id]
    assert not vault.is_backup_due()


def test_a_backup_put_back_later_takes_nothing_away_that_came_after(vault: FolderVault) -> None:
    add(vault, small())
    vault.people.rekey(PASSWORD)
    (fresh,) = vault.backups()
    vault.lock()
    vault.restore(fresh.id, PASSWORD)
    assert vault.back_up().is_good
    assert {one.kind for one in vault.backups()} == {BackupKind.REGULAR, BackupKind.REPLACED}
    assert not vault.is_backup_due()


@pytest.mark.parametrize("step", range(STEPS))
def test_killed_between_any_two_steps_every_password_opens_it(shared: Path, vaults: Vaults, step: int) -> None:
    before = pledges(shared)
    with child("rekey", shared, str(step)) as process:
        told = heard(process)
        process.wait()
    assert (told, process.returncode) == ("begint", 9)
    checked = check(shared)
    assert checked.is_whole
    vault = vaults()
    is_whole(vault, shared)
    assert pledges(shared) == before
    vault.unlock(FIRST, BO)
    vault.lock()
    vault.unlock(PASSWORD, ADA)
    vault.people.rekey(PASSWORD)  # which opens every pledge with the key that was settled on
    vault.lock()
    is_whole(vault, shared)
    assert pledges(shared) == before


def test_there_are_no_more_steps_than_those(shared: Path) -> None:
    with child("rekey", shared, str(STEPS)) as process:
        assert heard(process) == "begint"
        assert heard(process) == "klaar"


@pytest.mark.slow
def test_killed_at_any_moment_every_password_opens_it(shared: Path, vaults: Vaults) -> None:
    chance = random.Random(20260602)
    for _ in range(KILLS):
        with child("rekey-on", shared) as process:
            assert heard(process) == "begint"
            time.sleep(chance.uniform(0, 0.35))
        vault = vaults()
        is_whole(vault, shared)
        with pytest.raises(WrongPassword):
            vault.unlock("mis", ADA)
