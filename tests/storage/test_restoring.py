# SPDX-License-Identifier: EUPL-1.2
"""The drill: a store is lost in every way, and a backup brings it back, whole; or nothing is touched."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from assessment.backup import Backup, BackupKind
from assessment.errors import DamagedBackup, DamagedStore, Hindrance, NewerStore, StoreInUse, WrongPassword
from assessment.journal import JournalEntry
from assessment.ports import DossierId, VaultState
from storage.backup_folder import MANIFEST
from storage.vault import FolderVault
from tests.storage.processes import child, heard
from tests.storage.stores import FILES, PASSWORD, Clock, add, bytes_of, dossier_of, flip, get, small
from tests.storage.test_damage import direct

Vaults = Callable[[], FolderVault]
OTHER = "een heel ander wachtwoord"


def lines_of(vault: FolderVault) -> tuple[JournalEntry, ...]:
    with vault.work() as work:
        return work.journal.entries(limit=100_000)


@pytest.fixture
def backed_up(vault: FolderVault) -> tuple[FolderVault, Backup]:
    """A closed store with a backup of all but its last dossier."""
    for path in FILES[:3]:
        add(vault, dossier_of(path))
    made = vault.back_up()
    assert made
    add(vault, small("BIB-2026-9999"))
    vault.lock()
    return vault, made


def ids_of(vault: FolderVault) -> dict[str, DossierId]:
    with vault.work() as work:
        return {row.summary.reference: row.id for row in work.dossiers.find()}


def lose(*names: str) -> Callable[[Path], None]:
    def one(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return one


def flip_first(folder: Path) -> None:
    flip(folder / "store.db", 3)


def cut_off(folder: Path) -> None:
    (folder / "store.keys.json").write_bytes(b"{")


DISASTERS = {
    "nothing": lambda _folder: None,
    "database gone": lose("store.db"),
    "keys gone": lose("store.keys.json", "store.keys.json.1"),
    "both gone": lose("store.db", "store.keys.json", "store.keys.json.1", "store.lock", "journal.anchor"),
    "database damaged": flip_first,
    "keys damaged": cut_off,
}


@pytest.mark.parametrize("disaster", DISASTERS)
def test_drill(vault: FolderVault, vaults: Vaults, folder: Path, disaster: str) -> None:
    kept = {add(vault, dossier_of(path)): dossier_of(path) for path in FILES[:5]}
    before = lines_of(vault)
    made = vault.back_up()
    vault.lock()
    DISASTERS[disaster](folder)
    left = {name: content for name, content in bytes_of(folder).items() if name.startswith("store.keys")}
    again = vaults()
    assert again.state() is VaultState.LOCKED
    if disaster != "nothing":
        with pytest.raises(DamagedStore):
            again.unlock(PASSWORD)
    again.restore(made.id, PASSWORD)
    assert again.state() is VaultState.OPEN
    assert {id_: get(again, id_) for id_ in kept} == kept
    after = lines_of(again)
    assert after[-len(before) :] == before
    assert [line.action for line in after[: -len(before)]] == [
        "anchor.renewed",
        "anchor.made",
        "store.opened",
        "store.restored",
    ]
    assert again.faults() == ()
    again.lock()
    again.unlock(PASSWORD)
    aside = [one for one in again.backups() if one.kind is BackupKind.REPLACED]
    assert len(aside) == (disaster != "both gone")
    if aside:
        there = bytes_of(folder / "backups" / aside[0].id)
        assert left.items() <= there.items()


def test_it_is_looked_into_first_and_nothing_is_changed(backed_up: tuple[FolderVault, Backup], folder: Path) -> None:
    vault, made = backed_up
    before = bytes_of(folder)
    found = vault.examine(made.id, PASSWORD)
    assert found.contents == made.contents
    assert found.newer_lines == len(small().parties) + len(small().answers) + 4
    assert bytes_of(folder) == before
    assert vault.state() is VaultState.LOCKED
    vault.unlock(PASSWORD)
    assert len(lines_of(vault)) - made.contents.journal == found.newer_lines + 1  # and that it was opened


@pytest.mark.parametrize(
    "disaster", [name for name in DISASTERS if name not in {"nothing", "keys gone", "keys damaged"}]
)
def test_of_a_store_that_cannot_be_read_nothing_is_counted(
    backed_up: tuple[FolderVault, Backup], folder: Path, disaster: str
) -> None:
    vault, made = backed_up
    DISASTERS[disaster](folder)
    assert vault.examine(made.id, PASSWORD).newer_lines is None


def test_the_password_of_its_time_opens_it(vault: FolderVault) -> None:
    made = vault.back_up()
    vault.change_password(PASSWORD, OTHER)
    vault.lock()
    with pytest.raises(WrongPassword):
        vault.restore(made.id, OTHER)
    vault.restore(made.id, PASSWORD)
    vault.lock()
    with pytest.raises(WrongPassword):
        vault.unlock(OTHER)


def test_so_does_the_recovery_key_of_its_time(vaults: Vaults) -> None:
    vault = vaults()
    key = vault.create("Ada Voorbeeld", PASSWORD)
    made = vault.back_up()
    newer = vault.renew_recovery_key(PASSWORD)
    vault.lock()
    with pytest.raises(WrongPassword):
        vault.examine(made.id, newer)
    vault.restore(made.id, key.lower())
    assert vault.state() is VaultState.OPEN


def untouched(vault: FolderVault, folder: Path, name: str, secret: str, kind: type[Hindrance]) -> str:
    """Neither looking nor putting back changes a byte; gives the sentence."""
    before = bytes_of(folder)
    sentences = set()
    for act in (vault.examine, vault.restore):
        with pytest.raises(kind) as refusal:
            act(name, secret)
        sentences.add(refusal.value.sentence)
        assert bytes_of(folder) == before
        assert vault.state() is VaultState.LOCKED
    (sentence,) = sentences
    return sentence


def test_a_wrong_password_replaces_nothing(backed_up: tuple[FolderVault, Backup], folder: Path) -> None:
    vault, made = backed_up
    assert "Het wachtwoord klopt niet" in untouched(vault, folder, made.id, "mis", WrongPassword)
    vault.unlock(PASSWORD)
    assert "BIB-2026-9999" in ids_of(vault)


@pytest.mark.parametrize(
    ("name", "place", "part"),
    [("store.db", 0.0, "store.db"), ("store.db", 0.5, "store.db"), ("store.keys.json", 0.5, "sleutelbestand")],
)
def test_a_damaged_backup_is_told_and_not_put_back(
    backed_up: tuple[FolderVault, Backup], folder: Path, name: str, place: float, part: str
) -> None:
    vault, made = backed_up
    path = folder / "backups" / made.id / name
    flip(path, int(place * path.stat().st_size))
    sentence = untouched(vault, folder, made.id, PASSWORD, DamagedBackup)
    assert part in sentence
    assert "Er is niets teruggezet" in sentence


def test_damage_is_found_without_a_manifest_too(backed_up: tuple[FolderVault, Backup], folder: Path) -> None:
    vault, made = backed_up
    place = folder / "backups" / made.id
    (place / MANIFEST).unlink()
    flip(place / "store.db", 4096 * 3 + 100)
    assert "database" in untouched(vault, folder, made.id, PASSWORD, DamagedBackup)


def test_a_manifest_that_tells_otherwise_is_damage(backed_up: tuple[FolderVault, Backup], folder: Path) -> None:
    vault, made = backed_up
    path = folder / "backups" / made.id / MANIFEST
    path.write_bytes(path.read_bytes().replace(b'"dossiers": 3', b'"dossiers": 2'))
    assert "telling" in untouched(vault, folder, made.id, PASSWORD, DamagedBackup)


@pytest.mark.parametrize("name", ["20200101T000000Z", "../kluis", ".", ""])
def test_only_what_is_listed_can_be_put_back(backed_up: tuple[FolderVault, Backup], folder: Path, name: str) -> None:
    untouched(backed_up[0], folder, name, PASSWORD, DamagedBackup)


def test_a_backup_of_a_newer_program_says_so(vault: FolderVault, folder: Path) -> None:
    vault.lock()
    direct(vault, "PRAGMA user_version=99")
    place = folder / "backups" / "20260602T100000Z"
    place.mkdir(parents=True)
    for name in ("store.db", "store.keys.json"):
        (folder / name).rename(place / name)
    assert "nieuwere versie" in untouched(vault, folder, place.name, PASSWORD, NewerStore)


def test_a_store_that_somebody_has_open_is_not_replaced(
    backed_up: tuple[FolderVault, Backup], vaults: Vaults, folder: Path
) -> None:
    vault, made = backed_up
    vault.unlock(PASSWORD)
    before = bytes_of(folder)
    for act in (vaults().examine, vaults().restore):
        with pytest.raises(StoreInUse):
            act(made.id, PASSWORD)
    assert bytes_of(folder) == before


def test_what_was_replaced_can_be_put_back_in_turn(backed_up: tuple[FolderVault, Backup], vaults: Vaults) -> None:
    vault, made = backed_up
    vault.restore(made.id, PASSWORD)
    assert "BIB-2026-9999" not in ids_of(vault)
    vault.lock()
    again = vaults()
    (aside,) = (one for one in again.backups() if one.kind is BackupKind.REPLACED)
    again.restore(aside.id, PASSWORD)
    assert "BIB-2026-9999" in ids_of(again)
    assert len([one for one in again.backups() if one.kind is BackupKind.REPLACED]) == 2


def test_a_store_that_was_killed_is_kept_aside_with_its_log(vault: FolderVault, folder: Path) -> None:
    made = vault.back_up()
    vault.lock()
    with child("hold", folder) as process:
        assert heard(process) == "open"
    assert (folder / "store.db-wal").stat().st_size > 0
    found = vault.examine(made.id, PASSWORD)
    assert found.newer_lines == 2  # that the backup was made, and that it was opened: this one stands in the log
    vault.restore(made.id, PASSWORD)
    vault.lock()
    (aside,) = (one for one in vault.backups() if one.kind is BackupKind.REPLACED)
    vault.restore(aside.id, PASSWORD)
    assert [line.action for line in lines_of(vault)[4:6]] == ["store.opened", "store.backed-up"]


STEPS = 9
"""Files made, copied and moved when a store with its three files is replaced."""


@pytest.mark.parametrize("steps", range(STEPS + 1))
def test_killed_at_any_moment_one_of_both_stands_there_whole(
    backed_up: tuple[FolderVault, Backup], vaults: Vaults, folder: Path, steps: int
) -> None:
    _, made = backed_up
    with child("restore", folder, str(steps)) as process:
        said = heard(process)
        process.wait(30)
    assert said == ("over: 0" if steps == STEPS else "")
    again = vaults()
    assert again.state() is VaultState.LOCKED
    again.unlock(PASSWORD)
    assert again.faults() == ()
    is_restored = "BIB-2026-9999" not in ids_of(again)
    assert len(ids_of(again)) == (3 if is_restored else 4)
    assert is_restored is (steps > 2)  # two files made, and the name that says that it counts
    kept_aside = [one for one in again.backups() if one.kind is BackupKind.REPLACED]
    assert len(kept_aside) == is_restored
    assert next(one for one in again.backups() if one.id == made.id).is_good
    assert {path.name for path in (folder / "backups").iterdir()} == {one.id for one in again.backups()}


def test_a_restored_store_is_backed_up_again(backed_up: tuple[FolderVault, Backup]) -> None:
    vault, made = backed_up
    clock = vault._now
    assert isinstance(clock, Clock)
    vault.restore(made.id, PASSWORD)
    clock.at += timedelta(days=1)
    assert vault.is_backup_due()
    assert vault.back_up().contents.dossiers == 3
