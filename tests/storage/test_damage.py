# SPDX-License-Identifier: EUPL-1.2
"""Damage, a newer version and a wrong password are three things; nothing is changed in any of them."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assessment.errors import DamagedStore, Hindrance, NewerStore, WrongPassword
from assessment.ports import VaultState
from storage import audit
from storage.keys.key_file import checksum
from storage.vault import FolderVault
from tests.storage.stores import CHEAP, FILES, PASSWORD, Clock, add, bytes_of, dossier_of, flip, small

Vaults = Callable[[], FolderVault]


@pytest.fixture
def filled(vault: FolderVault) -> FolderVault:
    for path in FILES[:3]:
        add(vault, dossier_of(path))
    vault.lock()
    return vault


def refuses(vault: FolderVault, folder: Path, part: str) -> None:
    """It says which part is damaged, and leaves every byte alone."""
    before = bytes_of(folder)
    with pytest.raises(DamagedStore) as refusal:
        vault.unlock(PASSWORD)
    assert part in refusal.value.part
    assert bytes_of(folder) == before
    assert vault.state() is VaultState.LOCKED


@pytest.mark.parametrize("name", ["store.db", "store.keys.json"])
@pytest.mark.parametrize("place", [0.0, 0.001, 0.25, 0.5, 0.75, 0.999])
def test_a_changed_byte_is_damage(filled: FolderVault, folder: Path, name: str, place: float) -> None:
    path = folder / name
    flip(path, int(place * path.stat().st_size))
    refuses(filled, folder, "database" if name == "store.db" else "sleutelbestand")


def test_every_page_of_the_database_is_held_against_its_mac(filled: FolderVault, folder: Path) -> None:
    path = folder / "store.db"
    whole = path.read_bytes()
    for page in range(0, len(whole) // 4096, 7):
        flip(path, page * 4096 + 2000)
        refuses(filled, folder, "database")
        path.write_bytes(whole)
    filled.unlock(PASSWORD)


@pytest.mark.parametrize("name", ["store.db", "store.keys.json"])
@pytest.mark.parametrize("keep", [0, 1, 20, 500, -1, -4096])
def test_a_file_that_was_cut_off_is_damage(filled: FolderVault, folder: Path, name: str, keep: int) -> None:
    path = folder / name
    path.write_bytes(path.read_bytes()[:keep])
    refuses(filled, folder, "database" if name == "store.db" else "sleutelbestand")


@pytest.mark.parametrize(
    ("name", "part"), [("store.db", "database ontbreekt"), ("store.keys.json", "sleutelbestand ontbreekt")]
)
def test_a_missing_half_is_named(filled: FolderVault, folder: Path, name: str, part: str) -> None:
    (folder / name).unlink()
    refuses(filled, folder, part)
    with pytest.raises(DamagedStore):
        filled.recover("geen", "nieuw")


def test_the_database_of_another_store_does_not_fit(filled: FolderVault, folder: Path, tmp_path: Path) -> None:
    other = FolderVault(tmp_path / "andere", Clock(), CHEAP)
    other.create("Iemand", PASSWORD)
    other.lock()
    (folder / "store.db").write_bytes((tmp_path / "andere" / "store.db").read_bytes())
    refuses(filled, folder, "database")


def forge(folder: Path, change: Callable[[dict[str, object]], object], slot: int) -> None:
    """Change a slot as somebody would who knows how the file is made."""
    path = folder / "store.keys.json"
    outer = json.loads(path.read_bytes())
    outer.pop("check")
    change(outer["body"]["slots"][slot])
    path.write_text(json.dumps({**outer, "check": checksum(outer)}))


def test_a_cheaper_slot_does_not_open(filled: FolderVault, folder: Path) -> None:
    forge(folder, lambda slot: slot.update(m=4096), slot=0)
    with pytest.raises(WrongPassword):
        filled.unlock(PASSWORD)


def test_a_slot_that_was_tampered_with_is_found_after_unlocking(filled: FolderVault, folder: Path) -> None:
    forge(folder, lambda slot: slot.update(label="sleutel van een ander"), slot=1)
    refuses(filled, folder, "sleutelbestand")


def test_limits_are_checked_before_anything_is_run(filled: FolderVault, folder: Path) -> None:
    forge(folder, lambda slot: slot.update(m=2**31 - 1, t=2**31 - 1), slot=0)
    refuses(filled, folder, "sleutelbestand")


def direct(vault: FolderVault, statement: str) -> None:
    """Run a statement past everything."""
    vault.unlock(PASSWORD)
    with vault._opened()._engine.begin() as connection:
        connection.exec_driver_sql(statement)
    vault.lock()


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("PRAGMA user_version=99", "99"),
        ("UPDATE alembic_version SET version_num='0099'", "0099"),
    ],
)
def test_a_newer_store_says_so(filled: FolderVault, folder: Path, statement: str, found: str) -> None:
    direct(filled, statement)
    before = bytes_of(folder)
    with pytest.raises(NewerStore) as refusal:
        filled.unlock(PASSWORD)
    assert refusal.value.found == found
    assert "nieuwere versie van Toetssteen" in refusal.value.sentence
    assert bytes_of(folder) == before


@pytest.mark.parametrize("statement", ["PRAGMA user_version=99", "UPDATE alembic_version SET version_num='0099'"])
def test_a_newer_store_that_was_killed_is_left_with_its_log(
    filled: FolderVault, folder: Path, tmp_path: Path, statement: str
) -> None:
    """Whoever opens a database for writing empties its log on closing it."""
    filled.unlock(PASSWORD)
    with filled._opened()._engine.begin() as connection:
        connection.exec_driver_sql(statement)
    killed = shutil.copytree(folder, tmp_path / "gedood")
    filled.lock()
    before = bytes_of(killed)
    with pytest.raises(NewerStore):
        FolderVault(killed, Clock(), CHEAP).unlock(PASSWORD)
    after = bytes_of(killed)
    assert before["store.db-wal"]
    assert [name for name in ("store.db", "store.db-wal") if after[name] != before[name]] == []


@pytest.mark.parametrize(
    "statement",
    ["PRAGMA application_id=1", "DELETE FROM alembic_version", "PRAGMA user_version=0", "PRAGMA user_version=1"],
)
def test_a_database_that_is_not_ours_is_damage(filled: FolderVault, folder: Path, statement: str) -> None:
    direct(filled, statement)
    refuses(filled, folder, "database")


@pytest.fixture
def damaged_while_open(filled: FolderVault, folder: Path) -> Iterator[FolderVault]:
    """A store of which all pages but the first are damaged while it is open."""
    filled.unlock(PASSWORD)
    store = filled._opened()
    with store._engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    store._engine.dispose()
    for page in range(2, (folder / "store.db").stat().st_size // 4096):
        flip(folder / "store.db", page * 4096 + 100)
    yield filled
    store.forget()
    filled._store = None
    filled._lock.release()


def test_damage_that_is_met_while_working_is_told(damaged_while_open: FolderVault) -> None:
    with pytest.raises(DamagedStore), damaged_while_open.work() as work:
        work.dossiers.find("verzonnen")


def test_damage_is_found_when_asked(damaged_while_open: FolderVault) -> None:
    (fault,) = damaged_while_open.faults()
    assert str(fault) == "database: dit is niet te lezen"


def test_a_damaged_page_is_found_when_asked(filled: FolderVault, folder: Path) -> None:
    filled.unlock(PASSWORD)
    with filled._opened()._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA journal_mode").fetchall()
        flip(folder / "store.db", (folder / "store.db").stat().st_size - 100)
        (fault,) = audit.faults_of_file(connection)
    assert "de versleuteling van een bladzijde is beschadigd" in str(fault)


def test_four_hindrances_have_four_sentences(vault: FolderVault, vaults: Vaults, folder: Path) -> None:
    sentences = []

    def refused(vault: FolderVault, password: str) -> None:
        with pytest.raises(Hindrance) as refusal:
            vault.unlock(password)
        sentences.append(refusal.value.sentence)

    add(vault, small())
    refused(vaults(), PASSWORD)
    vault.lock()
    refused(vaults(), "mis")
    direct(vault, "PRAGMA user_version=99")
    refused(vaults(), PASSWORD)
    flip(folder / "store.db", 3)
    refused(vaults(), PASSWORD)
    assert len(set(sentences)) == 4
