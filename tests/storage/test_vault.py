# SPDX-License-Identifier: EUPL-1.2
"""Making, opening and closing a store, and what is said when it does not open."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from assessment.errors import StoreInUse, StoreOutOfReach, WrongPassword, WrongRecoveryKey
from assessment.ports import Vault, VaultState
from storage.keys.cost import FLOOR
from storage.keys.reading import read_key_file
from storage.keys.slot import SlotKind
from storage.vault import FolderVault
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, bytes_of, get, small

Vaults = Callable[[], FolderVault]


def test_it_is_the_vault_that_the_services_ask_for(vault: Vault) -> None:
    assert vault.name == "kluis"
    with vault.work() as work:
        assert work.dossiers.find() == ()


def test_states_follow_one_another(vaults: Vaults) -> None:
    vault = vaults()
    assert (vault.state(), vault.user) == (VaultState.MISSING, "")
    vault.create("Ada Voorbeeld", PASSWORD)
    assert (vault.state(), vault.user) == (VaultState.OPEN, "Ada Voorbeeld")
    vault.lock()
    assert (vault.state(), vault.user) == (VaultState.LOCKED, "")
    vault.unlock(PASSWORD)
    assert (vault.state(), vault.user) == (VaultState.OPEN, "Ada Voorbeeld")


def test_what_was_kept_is_there_after_a_new_start(vault: FolderVault, vaults: Vaults) -> None:
    id_ = add(vault, small())
    vault.lock()
    again = vaults()
    again.unlock(PASSWORD)
    assert get(again, id_) == small()
    assert again.user == "Ada Voorbeeld"


def test_locking_twice_is_once(locked: FolderVault) -> None:
    locked.lock()
    assert locked.state() is VaultState.LOCKED


def test_a_closed_store_leaves_no_log_and_no_signature(locked: FolderVault, folder: Path) -> None:
    found = bytes_of(folder)
    assert found.keys() == {"store.db", "store.keys.json", "store.keys.json.1", "store.lock", "journal.anchor"}
    assert found["store.lock"] == b""


def test_a_locked_store_gives_no_work(locked: FolderVault) -> None:
    with pytest.raises(RuntimeError):
        locked.work()


def test_an_open_store_is_not_opened_twice(vault: FolderVault) -> None:
    with pytest.raises(RuntimeError):
        vault.unlock(PASSWORD)
    assert vault.state() is VaultState.OPEN


def test_a_wrong_password_is_told_and_changes_nothing(locked: FolderVault, folder: Path) -> None:
    before = bytes_of(folder)
    with pytest.raises(WrongPassword) as refusal:
        locked.unlock("een ander wachtwoord")
    assert "Het wachtwoord klopt niet" in refusal.value.sentence
    assert bytes_of(folder) == before
    locked.unlock(PASSWORD)


def test_waiting_grows_from_the_fourth_wrong_attempt(locked: FolderVault) -> None:
    waits = []
    for _ in range(10):
        with pytest.raises(WrongPassword) as refusal:
            locked.unlock("mis")
        waits.append(refusal.value.seconds_to_wait)
    assert waits == [0, 0, 0, 2, 4, 8, 16, 32, 60, 60]
    locked.unlock(PASSWORD)
    locked.lock()
    with pytest.raises(WrongPassword) as refusal:
        locked.unlock("mis")
    assert refusal.value.seconds_to_wait == 0


def test_the_recovery_key_opens_it_and_sets_a_new_password(vaults: Vaults) -> None:
    vault = vaults()
    recovery_key = vault.create("Ada Voorbeeld", PASSWORD)
    id_ = add(vault, small())
    vault.lock()
    vault.recover(recovery_key.lower().replace("-", " "), "een nieuw wachtwoord")
    assert get(vault, id_) == small()
    vault.lock()
    with pytest.raises(WrongPassword):
        vault.unlock(PASSWORD)
    vault.unlock("een nieuw wachtwoord")
    vault.lock()
    vault.recover(recovery_key, PASSWORD)


def test_a_wrong_recovery_key_is_told_and_changes_nothing(locked: FolderVault, folder: Path, tmp_path: Path) -> None:
    other = FolderVault(tmp_path / "andere", Clock(), CHEAP)
    foreign = other.create("Iemand", "wachtwoord")
    other.lock()
    before = bytes_of(folder)
    for wrong in (foreign, foreign[:-1], "", "geen sleutel"):
        with pytest.raises(WrongRecoveryKey) as refusal:
            locked.recover(wrong, "nieuw")
        assert "De herstelsleutel klopt niet" in refusal.value.sentence
    assert bytes_of(folder) == before


def test_changing_the_password_only_wraps_anew(vault: FolderVault, folder: Path, vaults: Vaults) -> None:
    salt = (folder / "store.db").read_bytes()[:16]
    before = (folder / "store.keys.json").read_bytes()
    vault.change_password(PASSWORD, "een nieuw wachtwoord")
    assert (folder / "store.db").read_bytes()[:16] == salt
    assert (folder / "store.keys.json.1").read_bytes() == before
    vault.lock()
    again = vaults()
    with pytest.raises(WrongPassword):
        again.unlock(PASSWORD)
    again.unlock("een nieuw wachtwoord")
    # The new file has opened the store: now no file is left that the old password opens.
    assert (folder / "store.keys.json.1").read_bytes() == (folder / "store.keys.json").read_bytes()


def test_the_password_can_be_asked_for_again(vault: FolderVault, folder: Path) -> None:
    before = bytes_of(folder)
    vault.confirm(PASSWORD)
    with pytest.raises(WrongPassword):
        vault.confirm("een ander wachtwoord")
    assert bytes_of(folder) == before
    assert vault.state() is VaultState.OPEN


def test_changing_the_password_asks_for_the_old_one(vault: FolderVault, folder: Path) -> None:
    before = (folder / "store.keys.json").read_bytes()
    with pytest.raises(WrongPassword):
        vault.change_password("mis", "nieuw")
    assert (folder / "store.keys.json").read_bytes() == before
    assert vault.state() is VaultState.OPEN


def test_a_new_recovery_key_replaces_the_old_one(vaults: Vaults) -> None:
    vault = vaults()
    old = vault.create("Ada Voorbeeld", PASSWORD)
    new = vault.renew_recovery_key(PASSWORD)
    vault.lock()
    with pytest.raises(WrongRecoveryKey):
        vault.recover(old, "nieuw")
    vault.recover(new, "nieuw")


def test_whether_the_recovery_key_was_written_down_is_kept(vaults: Vaults) -> None:
    vault = vaults()
    vault.create("Ada Voorbeeld", PASSWORD)
    assert not vault.is_recovery_confirmed()
    vault.lock()
    vault.unlock(PASSWORD)
    key = vault.renew_recovery_key(PASSWORD)
    vault.confirm_recovery()
    vault.lock()
    vault.unlock(PASSWORD)
    assert vault.is_recovery_confirmed()
    newer = vault.renew_recovery_key(PASSWORD)
    assert not vault.is_recovery_confirmed()
    vault.lock()
    with pytest.raises(WrongRecoveryKey):
        vault.recover(key, "nieuw")
    vault.recover(newer, "nieuw")
    assert vault.is_recovery_confirmed()


def test_what_happens_to_the_store_is_journalled(vault: FolderVault) -> None:
    vault.change_password(PASSWORD, "nieuw")
    vault.renew_recovery_key("nieuw")
    with vault.work() as work:
        lines = work.journal.entries("store")
    assert [line.action for line in reversed(lines)] == [
        "store.created", "store.opened", "store.password-changed", "store.recovery-key-renewed",
    ]  # fmt: skip
    assert {line.actor for line in lines} == {"Ada Voorbeeld"}


def test_who_has_it_open_is_told(vault: FolderVault, vaults: Vaults, folder: Path) -> None:
    before = bytes_of(folder)
    other = vaults()
    with pytest.raises(StoreInUse) as refusal:
        other.unlock(PASSWORD)
    assert "De kluis is al geopend door" in refusal.value.sentence
    assert bytes_of(folder) == before
    vault.lock()
    other.unlock(PASSWORD)


def test_no_store_is_made_over_another(locked: FolderVault, folder: Path, vaults: Vaults) -> None:
    before = bytes_of(folder)
    with pytest.raises(StoreOutOfReach):
        vaults().create("Iemand anders", "wachtwoord")
    assert bytes_of(folder) == before


def test_no_store_is_made_among_other_files(folder: Path, vaults: Vaults) -> None:
    folder.mkdir(parents=True)
    (folder / "iets.txt").write_text("van een ander")
    with pytest.raises(StoreOutOfReach):
        vaults().create("Ada Voorbeeld", PASSWORD)
    assert bytes_of(folder.parent) == {str(Path("kluis", "iets.txt")): b"van een ander"}


def broken() -> NoReturn:
    raise ZeroDivisionError


def test_a_store_that_could_not_be_made_leaves_nothing_behind(folder: Path) -> None:
    vault = FolderVault(folder, broken, CHEAP)
    with pytest.raises(ZeroDivisionError):
        vault.create("Ada Voorbeeld", PASSWORD)
    assert vault.state() is VaultState.MISSING
    assert list(folder.parent.iterdir()) == []


def test_a_store_that_does_not_open_after_all_is_closed(locked: FolderVault, folder: Path) -> None:
    vault = FolderVault(folder, broken, CHEAP)
    with pytest.raises(ZeroDivisionError):
        vault.unlock(PASSWORD)
    assert vault.state() is VaultState.LOCKED
    locked.unlock(PASSWORD)


def test_a_store_is_made_in_an_empty_folder(folder: Path, vaults: Vaults) -> None:
    folder.mkdir(parents=True)
    vaults().create("Ada Voorbeeld", PASSWORD)
    assert (folder / "store.db").is_file()


def test_a_store_that_is_gone_is_out_of_reach(vaults: Vaults) -> None:
    with pytest.raises(StoreOutOfReach):
        vaults().unlock(PASSWORD)


def test_a_synced_folder_is_refused(tmp_path: Path) -> None:
    place = tmp_path / "OneDrive - gemeente Fictenveen" / "kluis"
    with pytest.raises(StoreOutOfReach) as refusal:
        FolderVault(place, Clock(), CHEAP).create("Ada Voorbeeld", PASSWORD)
    assert "gesynchroniseerd" in refusal.value.sentence
    assert not place.parent.exists()


def test_guessing_costs_at_least_the_floor_unless_told_otherwise(folder: Path, clock: Clock) -> None:
    vault = FolderVault(folder, clock)
    vault.create("Ada Voorbeeld", PASSWORD)
    vault.lock()
    costs = {slot.kind: slot.cost for slot in read_key_file((folder / "store.keys.json").read_bytes()).slots}
    assert costs[SlotKind.RECOVERY] == FLOOR
    assert costs[SlotKind.PASSWORD].memory >= FLOOR.memory
    assert (costs[SlotKind.PASSWORD].passes, costs[SlotKind.PASSWORD].lanes) == (3, 4)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
def test_only_the_owner_may_read_it(vault: FolderVault, folder: Path) -> None:
    add(vault, small())
    vault.change_password(PASSWORD, "nieuw")
    modes = {path.name: path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())}
    assert modes.pop("kluis") == 0o700
    assert {"store.db", "store.db-wal", "store.db-shm", "store.lock"} < modes.keys()
    assert set(modes.values()) == {0o600}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no umask")
@pytest.mark.parametrize("umask", [0o000, 0o022, 0o277])
def test_only_the_owner_may_read_it_whatever_the_umask(folder: Path, clock: Clock, umask: int) -> None:
    folder.parent.mkdir(parents=True)
    before = os.umask(umask)
    try:
        vault = FolderVault(folder, clock, CHEAP)
        vault.create("Ada Voorbeeld", PASSWORD)
        modes = {path.stat().st_mode & 0o777 for path in folder.iterdir()}
        vault.lock()
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert modes == {0o600}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no core dumps of this kind")
def test_no_core_dump_is_written(vault: FolderVault) -> None:
    import resource

    assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
