# SPDX-License-Identifier: EUPL-1.2
"""A key file that is gone or damaged is named as such, and comes back from a backup; the store itself stays."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.errors import DamagedBackup, DamagedStore, WrongPassword
from assessment.users import Role
from storage.vault import FolderVault
from tests.storage.stores import PASSWORD, add, bytes_of, flip, get, renamed, small


def lose(path: Path) -> None:
    path.unlink()


def damage(path: Path) -> None:
    flip(path, 300)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


@pytest.fixture
def backup(vault: FolderVault) -> str:
    """The id of a backup with one dossier; the store has one more. It is closed."""
    add(vault, small())
    made = vault.back_up()
    add(vault, renamed(small(), "later"))
    vault.lock()
    return made.id


@pytest.mark.parametrize(("harm", "said"), [(lose, "ontbreekt"), (damage, "beschadigd"), (cut, "beschadigd")])
def test_it_comes_back_from_a_backup_and_the_newer_store_stays(
    vault: FolderVault, folder: Path, backup: str, harm: Callable[[Path], None], said: str
) -> None:
    assert not vault.is_key_file_lost()
    harm(folder / "store.keys.json")
    with pytest.raises(DamagedStore) as refusal:
        vault.unlock(PASSWORD)
    assert refusal.value.part.startswith("sleutelbestand")
    assert said in refusal.value.sentence
    assert vault.is_key_file_lost()
    assert vault.users_at_the_door() == ()
    vault.restore_key_file(backup, PASSWORD)
    with vault.work() as work:
        assert work.dossiers.count() == 2
        assert "store.key-file-returned" in {line.action for line in work.journal.entries()}
    assert vault.faults() == ()
    vault.lock()
    vault.unlock(PASSWORD)


def test_a_wrong_password_changes_nothing(vault: FolderVault, folder: Path, backup: str) -> None:
    (folder / "store.keys.json").unlink()
    before = bytes_of(folder)
    with pytest.raises(WrongPassword):
        vault.restore_key_file(backup, "mis")
    assert bytes_of(folder) == before


def test_a_key_file_of_another_key_is_not_taken(vault: FolderVault, folder: Path, tmp_path: Path, backup: str) -> None:
    old = bytes_of(folder / "backups" / backup)
    vault.unlock(PASSWORD)
    vault.people.rekey(PASSWORD)
    vault.lock()
    place = folder / "backups" / backup
    place.mkdir(exist_ok=True)
    for name, content in old.items():
        (place / name).write_bytes(content)
    (folder / "store.keys.json").unlink()
    before = bytes_of(folder)
    with pytest.raises(DamagedBackup) as refusal:
        vault.restore_key_file(backup, PASSWORD)
    assert "past niet op de database van nu" in refusal.value.sentence
    assert bytes_of(folder) == before


def test_who_was_revoked_since_is_not_let_in_by_it(vault: FolderVault, folder: Path) -> None:
    bo = vault.people.add("Bo Verzonnen", Role.OFFICER, "eerste wachtwoord", PASSWORD)
    made = vault.back_up()
    vault.people.revoke(bo.id, PASSWORD)
    vault.lock()
    (folder / "store.keys.json").unlink()
    vault.restore_key_file(made.id, PASSWORD, "Ada Voorbeeld")
    assert vault.users_at_the_door() == ("Ada Voorbeeld",)


def test_it_is_not_lost_where_there_is_no_store_or_all_is_well(vault: FolderVault, folder: Path) -> None:
    id_ = add(vault, small())
    assert not vault.is_key_file_lost()
    assert get(vault, id_) == small()
    vault.lock()
    (folder / "store.db").unlink()
    assert not vault.is_key_file_lost()
