# SPDX-License-Identifier: EUPL-1.2
"""A new key that could not be written, on a disk that is full: the program goes on, and no password is lost by it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.errors import NotAllowed, StoreOutOfReach
from assessment.users import Role
from storage.keys import on_disk
from storage.vault import FolderVault
from tests.storage.checking import check
from tests.storage.stores import PASSWORD, add, get, renamed, small

Vaults = Callable[[], FolderVault]
ADA, BO, FIRST, LATER = "Ada Voorbeeld", "Bo Verzonnen", "eerste wachtwoord", "een later wachtwoord"
WRITES = 6
HALF = {3, 4}
"""Those at which both keys are in the key file, and the database has the new one."""

CHANGES: dict[str, Callable[[FolderVault], object]] = {
    "password": lambda vault: vault.change_password(PASSWORD, LATER),
    "user": lambda vault: vault.people.add("Cas Bedacht", Role.OFFICER, FIRST, PASSWORD),
    "revoking": lambda vault: vault.people.revoke(vault.people.all()[1].id, PASSWORD),
    "recovery key": lambda vault: vault.people.renew_recovery_key(PASSWORD),
    "another key": lambda vault: vault.people.rekey(PASSWORD),
}


@pytest.fixture
def shared(vault: FolderVault, folder: Path) -> Path:
    vault.people.add(BO, Role.OFFICER, FIRST, PASSWORD)
    add(vault, small())
    vault.lock()
    return folder


def fail_at(number: int, monkeypatch: pytest.MonkeyPatch, action: Callable[[], object]) -> bool:
    """Do it with a disk that is full at the so manieth writing of a key file; says whether it came that far."""
    count, real = 0, on_disk.write_whole

    def write_whole(path: Path, content: bytes) -> None:
        nonlocal count
        count += 1
        if count == number:
            raise OSError(28, "vol")
        real(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(on_disk, "write_whole", write_whole)
        if number > WRITES - 1:
            action()
        else:
            with pytest.raises(StoreOutOfReach):
                action()
    return count >= number


@pytest.mark.parametrize("then", CHANGES)
@pytest.mark.parametrize("number", range(1, WRITES))
def test_nothing_is_changed_before_it_is_settled_and_every_password_stays(
    shared: Path, vaults: Vaults, monkeypatch: pytest.MonkeyPatch, number: int, then: str
) -> None:
    vault = vaults()
    vault.unlock(PASSWORD, ADA)
    assert fail_at(number, monkeypatch, lambda: vault.people.rekey(PASSWORD))
    written = add(vault, renamed(small(), "daarna"))
    if number in HALF:
        with pytest.raises(NotAllowed) as refusal:
            CHANGES[then](vault)
        assert "Vergrendel en open de kluis opnieuw" in refusal.value.sentence
        vault.lock()
        vault.unlock(PASSWORD, ADA)
    CHANGES[then](vault)
    vault.lock()
    mine = LATER if then == "password" else PASSWORD
    for user, password in ((ADA, mine), (BO, FIRST)) if then != "revoking" else ((ADA, mine),):
        vault.unlock(password, user)
        assert get(vault, written) == renamed(small(), "daarna")
        assert vault.faults() == ()
        assert vault.warnings() == ()
        if vault.is_backup_due():
            vault.back_up()
        vault.lock()
    assert check(shared, mine).is_whole


def test_there_are_no_more_writings_than_those(shared: Path, vaults: Vaults, monkeypatch: pytest.MonkeyPatch) -> None:
    vault = vaults()
    vault.unlock(PASSWORD, ADA)
    assert not fail_at(WRITES, monkeypatch, lambda: vault.people.rekey(PASSWORD))
