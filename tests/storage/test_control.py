# SPDX-License-Identifier: EUPL-1.2
"""The check of a closed store: it tells of each part what is whole and what is not, and never changes a byte."""

import errno
import json
import shutil
import tempfile
from pathlib import Path

import pytest

from assessment.control import Part
from assessment.errors import NewerStore, NoStore, StoreInUse, WrongPassword
from storage.control import control
from storage.keys.derive import Use, key_for
from storage.keys.key_file import checksum
from storage.vault import FolderVault
from storage.versions import REVISIONS
from tests.storage.checking import behind_its_back, broken, check, of, told
from tests.storage.processes import child, heard
from tests.storage.stores import PASSWORD, add, bytes_of, flip, renamed, small

WITHIN = tuple(part for part in Part if part not in (Part.KEYS, Part.DATABASE, Part.BACKUP))


def test_a_whole_store_is_whole_in_every_part(store: Path) -> None:
    steps: list[Part] = []
    found = control(store, lambda: PASSWORD, steps.append)
    assert found.is_whole
    assert [one.part for one in found.findings] == steps == [Part.KEYS, Part.DATABASE, *WITHIN]
    assert of(found, Part.KEYS).names == ("password", "recovery")
    assert of(found, Part.DATABASE).count == (store / "store.db").stat().st_size // 4096
    assert of(found, Part.DOSSIERS).count == 2
    assert of(found, Part.DRAFTS).count == 2
    assert of(found, Part.JOURNAL).count == of(found, Part.ANCHOR).count == of(found, Part.SEARCH).count + 4


def test_nothing_is_changed_and_nothing_is_left(store: Path) -> None:
    (store / "store.lock").unlink()
    assert check(store).is_whole
    assert bytes_of(store).keys() == {"store.db", "store.keys.json", "store.keys.json.1", "journal.anchor"}


def test_a_store_that_was_killed_is_read_with_its_log(
    vault: FolderVault, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(vault, renamed(small(), "bestendig"))
    vault.lock()
    with child("keep", folder) as process:
        for _ in range(7):
            heard(process)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    (tmp_path / "tijdelijk").mkdir()
    assert (folder / "store.db-wal").stat().st_size > 0
    found = check(folder)
    assert found.is_whole
    assert of(found, Part.DOSSIERS).count > 1
    assert list((tmp_path / "tijdelijk").iterdir()) == []


def test_who_has_it_open_is_told(store: Path, vault: FolderVault) -> None:
    vault.unlock(PASSWORD)
    with pytest.raises(StoreInUse):
        control(store, lambda: PASSWORD, lambda _: None)
    vault.lock()
    with child("hold", store) as process:
        assert heard(process) == "open"
        with pytest.raises(StoreInUse) as refusal:
            control(store, lambda: PASSWORD, lambda _: None)
        assert "sinds 2 jun 2026" in refusal.value.sentence


def test_it_cannot_be_opened_while_it_is_checked(store: Path, vault: FolderVault) -> None:
    def password() -> str:
        with pytest.raises(StoreInUse):
            vault.unlock(PASSWORD)
        return PASSWORD

    assert control(store, password, lambda _: None).is_whole
    vault.unlock(PASSWORD)


def test_a_wrong_password_opens_nothing(store: Path) -> None:
    with pytest.raises(WrongPassword):
        check(store, "mis")


def test_where_no_store_is_none_is_made(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "ontbreekt"):
        with pytest.raises(NoStore) as refusal:
            check(folder)
        assert "geen kluis" in refusal.value.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_newer_store_is_not_judged(store: Path, vault: FolderVault) -> None:
    behind_its_back(vault, "PRAGMA user_version=99")
    with pytest.raises(NewerStore):
        check(store)


@pytest.mark.parametrize(("name", "part"), [("store.db", Part.DATABASE), ("store.keys.json", Part.KEYS)])
def test_a_missing_half_is_told_and_the_rest_cannot_be_checked(store: Path, name: str, part: Part) -> None:
    (store / name).unlink()
    found = check(store)
    assert broken(found) == {part}
    assert "ontbreekt" in told(found)
    assert set(WITHIN) <= set(found.unchecked)
    assert not found.is_whole


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_older_store_is_checked_and_not_brought_up_to_date(tmp_path: Path, revision: str) -> None:
    folder = tmp_path / "kluis"
    shutil.copytree(Path(__file__).with_name("old") / revision, folder)
    found = check(folder)
    assert found.is_whole
    assert (of(found, Part.VERSION).count, of(found, Part.VERSION).names) == (int(revision), (str(len(REVISIONS)),))
    assert of(found, Part.DRAFTS).count == 1


def backup(store: Path, name: str = "20260602T100000") -> Path:
    """Put a copy of the store in its folder for backups."""
    target = store / "backups" / name
    target.mkdir(parents=True)
    for one in ("store.db", "store.keys.json"):
        shutil.copy(store / one, target / one)
    return target


def test_each_backup_is_told_by_itself(store: Path, vault: FolderVault, tmp_path: Path) -> None:
    whole = backup(store, "1-heel")
    flip(backup(store, "2-bladzijde") / "store.db", 3 * 4096 + 100)
    flip(backup(store, "3-begin") / "store.db", 100)
    (backup(store, "4-zonder") / "store.db").unlink()
    (backup(store, "5-sleutelloos") / "store.keys.json").unlink()
    (store / "backups" / "6-half.nieuw").mkdir()
    vault.unlock(PASSWORD)
    vault.change_password(PASSWORD, "een ander wachtwoord")
    vault.lock()
    other = FolderVault(tmp_path / "andere", vault._now, vault._cost)
    other.create("Iemand", PASSWORD)
    other.lock()
    foreign = backup(tmp_path / "andere", "7-vreemd")
    shutil.move(foreign, store / "backups")
    found = check(store, "een ander wachtwoord")
    faults = {one.names[0]: "; ".join(map(str, one.faults)) for one in found.findings if one.part is Part.BACKUP}
    assert faults.pop(whole.name) == ""
    assert {name: told.partition(": ")[2] for name, told in faults.items()} == {
        "2-bladzijde": "de versleuteling van een bladzijde is beschadigd (1 keer)",
        "3-begin": "de database is beschadigd of opent niet met de sleutel van deze kluis",
        "4-zonder": "de database ontbreekt",
        "5-sleutelloos": "het sleutelbestand ontbreekt of is beschadigd",
        "7-vreemd": "deze kopie is van een andere kluis en opent niet met de sleutel van deze",
    }
    assert broken(found) == {Part.BACKUP}
    assert of(found, Part.BACKUP).count == 2


def test_a_backup_of_a_newer_version_does_not_stop_the_check(store: Path, vault: FolderVault) -> None:
    whole = (store / "store.db").read_bytes()
    behind_its_back(vault, "PRAGMA user_version=99")
    backup(store)
    (store / "store.db").write_bytes(whole)
    assert "nieuwere versie" in told(check(store))


def test_a_key_file_of_a_newer_version_is_not_judged(store: Path) -> None:
    path = store / "store.keys.json"
    outer = json.loads(path.read_bytes())
    outer.pop("check")
    outer["version"] = 99
    path.write_bytes(json.dumps({**outer, "check": checksum(outer)}).encode())
    with pytest.raises(NewerStore):
        check(store)


def test_slots_that_were_tampered_with_are_told_and_the_rest_is_checked(store: Path) -> None:
    path = store / "store.keys.json"
    outer = json.loads(path.read_bytes())
    outer.pop("check")
    outer["body"]["slots"][1]["label"] = "sleutel van een ander"
    path.write_bytes(json.dumps({**outer, "check": checksum(outer)}).encode())
    found = check(store)
    assert broken(found) == {Part.KEYS}
    assert "het zegel klopt niet" in told(found)
    assert found.unchecked == ()


def test_a_store_on_a_medium_that_cannot_be_written_is_checked(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> int:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr("storage.lock_file.os.open", refused)
    assert control(store, lambda: PASSWORD, lambda _: None).is_whole


def test_keys_are_overwritten_after_it(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bytearray] = []

    def remembered(use: Use, store_key: bytearray, vault: bytes) -> bytearray:
        made.extend((store_key, key_for(use, store_key, vault)))
        return made[-1]

    monkeypatch.setattr("storage.control_parts.key_for", remembered)
    monkeypatch.setattr("storage.anchor.key_for", remembered)
    assert check(store).is_whole
    assert len(made) == 8
    assert not any(any(key) for key in made)
