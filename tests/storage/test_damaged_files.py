# SPDX-License-Identifier: EUPL-1.2
"""Everything beside database and keys, damaged: the log of a killed store, locks, anchors, backups, strangers."""

import os
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import pytest

from assessment.errors import DamagedBackup, DamagedStore, StoreOutOfReach
from storage.vault import FolderVault
from tests.storage.damaging import Content, Damage, Outcome, comes_of, content_of, damaged
from tests.storage.processes import child, heard
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, bytes_of, flip, renamed, small

DATABASE, LOG, SHARED, ANCHOR, LOCK = "store.db", "store.db-wal", "store.db-shm", "journal.anchor", "store.lock"
HEADER, FRAME_HEADER, FRAME = 32, 24, 24 + 4096
CHANGES = 12
MOST_LINES = 10
"""More than one change has in the journal."""


@dataclass(frozen=True)
class Killed:
    """A store that was killed, and what is in it after each of its changes, the last one first."""

    folder: Path
    states: tuple[Content, ...]

    @property
    def log(self) -> bytes:
        return (self.folder / LOG).read_bytes()


def whole(folder: Path) -> Content:
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    try:
        return content_of(vault)
    finally:
        vault.lock()


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    """The store of somebody who added dossiers until it was killed; the log holds them."""
    place = tmp_path_factory.mktemp("gestopt")
    folder = place / "kluis"
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    add(vault, renamed(small(), "bestendig"))
    vault.lock()
    before = whole(folder)
    with child("keep", folder) as process:
        for _ in range(CHANGES):
            heard(process)
    kept = shutil.copytree(folder, place / "gelezen")
    return Killed(folder, (whole(kept), before))


def came(killed: Killed, apart: Path, damage: Damage) -> Outcome:
    with damaged(killed.folder, apart, damage) as folder:
        return comes_of(folder)


def ends_earlier(found: Outcome, killed: Killed) -> bool:
    """Whether what was read is a state from before: not one line of the journal that was not there, and all whole."""
    assert found.refused is None
    assert found.content is not None
    newest, read = killed.states[0][4], found.content[4]
    assert newest[len(newest) - len(read) :] == read  # type: ignore[index,arg-type]
    return read != newest


def test_a_killed_store_has_what_its_log_holds(killed: Killed, tmp_path: Path) -> None:
    found = came(killed, tmp_path, lambda _: None)
    assert found.content == killed.states[0]
    assert not found.is_noticed


@pytest.mark.parametrize("at", [*range(0, HEADER, 5), *range(HEADER, HEADER + FRAME_HEADER, 5), 100, 2000, 4100])
def test_a_log_that_is_damaged_at_its_begin_is_refused(killed: Killed, tmp_path: Path, at: int) -> None:
    """SQLite reads a log up to where it is whole, and says nothing of what lies behind it."""
    found = came(killed, tmp_path, lambda folder: flip(folder / LOG, at))
    assert isinstance(found.refused, DamagedStore)
    assert "database" in found.control


@pytest.mark.parametrize("part", [0.3, 0.6, 0.97])
@pytest.mark.parametrize("within", [0, 8, 16, 24 + 300, 24 + 4090])
def test_a_log_that_is_damaged_further_on_is_refused(killed: Killed, tmp_path: Path, part: float, within: int) -> None:
    """Nothing is half there. What can be lost without a word is the last change, as after a power cut."""
    frames = (len(killed.log) - HEADER) // FRAME
    at = HEADER + int(part * frames) * FRAME + within
    found = came(killed, tmp_path, lambda folder: flip(folder / LOG, at))
    assert isinstance(found.refused, DamagedStore) or part > 0.9
    if found.refused is None and ends_earlier(found, killed):
        assert len(killed.states[0][4]) - len(found.content[4]) < MOST_LINES  # type: ignore[arg-type,index]


@pytest.mark.parametrize("keep", [0, 1, 31, 32, 33, HEADER + FRAME, HEADER + FRAME + 1, -FRAME, -1])
def test_a_log_that_was_cut_off_ends_there(killed: Killed, tmp_path: Path, keep: int) -> None:
    """As after a power cut, or where only the database and its log were copied."""

    def cut(folder: Path) -> None:
        (folder / LOG).write_bytes(killed.log[:keep])
        (folder / SHARED).unlink()

    found = came(killed, tmp_path, cut)
    assert ends_earlier(found, killed)
    assert found.is_told or keep < 0


@pytest.mark.parametrize("keep", [1, 31, 32, 33, HEADER + FRAME, -FRAME, -1])
def test_a_log_that_was_cut_off_is_refused_where_its_index_knows_better(
    killed: Killed, tmp_path: Path, keep: int
) -> None:
    found = came(killed, tmp_path, lambda folder: (folder / LOG).write_bytes(killed.log[:keep]))
    assert isinstance(found.refused, DamagedStore)
    assert "database" in found.control


def test_a_log_that_is_gone_is_refused(killed: Killed, tmp_path: Path) -> None:
    found = came(killed, tmp_path, lambda folder: (folder / LOG).unlink())
    assert isinstance(found.refused, DamagedStore)
    assert "database" in found.control


def test_a_log_that_is_gone_with_its_index_is_told_by_the_anchor(killed: Killed, tmp_path: Path) -> None:
    found = came(killed, tmp_path, lambda folder: [(folder / one).unlink() for one in (LOG, SHARED)])
    assert ends_earlier(found, killed)
    assert found.is_told


@pytest.mark.parametrize("content", [b"", b"\0" * 32768, b"\xff" * 32768, None])
def test_what_connections_share_is_made_anew(killed: Killed, tmp_path: Path, content: bytes | None) -> None:
    def damage(folder: Path) -> None:
        (folder / SHARED).unlink() if content is None else (folder / SHARED).write_bytes(content)

    found = came(killed, tmp_path, damage)
    assert found.content == killed.states[0]
    assert not found.is_noticed


STRAY = {
    "a log": (LOG, b"\x07" * 9000),
    "shared memory": (SHARED, b"\x07" * 32768),
    "a journal of another kind": ("store.db-journal", b"\x07" * 9000),
    "an unfinished key file": ("store.keys.json.nieuw", b"{"),
    "an unfinished anchor": ("journal.anchor.nieuw", b"{"),
    "a lock that says nothing": (LOCK, b"\xff" * 3000),
    "a lock of who was killed": (LOCK, b'{"host": "x", "user": "y", "pid": 1, "since": "gisteren"}'),
}


@pytest.mark.parametrize("what", STRAY)
def test_what_lies_beside_a_closed_store_does_it_no_harm(store: Path, tmp_path: Path, what: str) -> None:
    name, content = STRAY[what]
    kept = whole(store)
    with damaged(store, tmp_path, lambda folder: (folder / name).write_bytes(content)) as folder:
        found = comes_of(folder)
    assert found.content == kept
    assert not found.is_noticed


def of_another_store(folder: Path, apart: Path) -> None:
    vault = FolderVault(apart / "ander", Clock(), CHEAP)
    vault.create("Bo Verzonnen", PASSWORD)
    add(vault, small())
    vault.lock()
    shutil.copyfile(apart / "ander" / DATABASE, folder / DATABASE)


def not_enciphered(folder: Path, _apart: Path) -> None:
    (folder / DATABASE).unlink()
    connection = sqlite3.connect(folder / DATABASE)
    connection.execute("CREATE TABLE dossier(number)")
    connection.close()


@pytest.mark.parametrize("strange", [of_another_store, not_enciphered])
def test_a_strange_database_is_damage(store: Path, tmp_path: Path, strange: object) -> None:
    with damaged(store, tmp_path, lambda folder: strange(folder, tmp_path)) as folder:  # type: ignore[operator]
        found = comes_of(folder)
    assert isinstance(found.refused, DamagedStore)
    assert found.control == "database"


def test_a_database_of_an_earlier_day_is_told_by_the_anchor(store: Path, tmp_path: Path) -> None:
    earlier = (store / DATABASE).read_bytes()
    vault = FolderVault(store, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    add(vault, small())
    vault.lock()
    with damaged(store, tmp_path, lambda folder: (folder / DATABASE).write_bytes(earlier)) as folder:
        found = comes_of(folder)
    assert found.is_told
    assert found.control == "anchor"


@pytest.mark.parametrize("how", ["bit", "nought", "cut", "more"])
def test_any_change_of_the_anchor_is_told_and_changes_nothing_else(store: Path, tmp_path: Path, how: str) -> None:
    kept = whole(store)
    anchor = (store / ANCHOR).read_bytes()
    for at in range(0, len(anchor), 29):
        changed = {
            "bit": anchor[:at] + bytes([anchor[at] ^ 1]) + anchor[at + 1 :],
            "nought": anchor[:at] + b"\0" + anchor[at + 1 :],
            "cut": anchor[:at],
            "more": anchor[:at] + b"0" + anchor[at:],
        }[how]
        with damaged(store, tmp_path, lambda folder, changed=changed: (folder / ANCHOR).write_bytes(changed)) as folder:  # type: ignore[misc]
            found = comes_of(folder)
        assert found.is_told
        assert found.control == "anchor"
        assert found.content == kept


@pytest.mark.parametrize("name", [DATABASE, "store.keys.json", ANCHOR, LOCK, LOG])
def test_a_folder_in_the_place_of_a_file_is_out_of_reach(store: Path, tmp_path: Path, name: str) -> None:
    def damage(folder: Path) -> None:
        (folder / name).unlink(missing_ok=True)
        (folder / name).mkdir()

    with damaged(store, tmp_path, damage) as folder:
        assert isinstance(comes_of(folder).refused, StoreOutOfReach)


@pytest.fixture
def with_backup(store: Path) -> tuple[Path, str]:
    vault = FolderVault(store, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    made = vault.back_up()
    vault.lock()
    assert made is not None
    return store, made.id


@pytest.mark.parametrize("name", [DATABASE, "store.keys.json", "manifest.json"])
@pytest.mark.parametrize("how", ["bit", "cut", "empty", "gone", "noise"])
@pytest.mark.parametrize("place", [0.1, 0.6])
def test_a_damaged_backup_is_told_and_the_store_stays(
    with_backup: tuple[Path, str], name: str, how: str, place: float
) -> None:
    """A manifest that cannot be read is as none: all that it says is found in the backup itself."""
    store, id_ = with_backup
    path = store / "backups" / id_ / name
    content = path.read_bytes()
    at = int(place * len(content))
    match how:
        case "gone":
            path.unlink()
        case "bit":
            flip(path, at)
        case _:
            path.write_bytes({"cut": content[:at], "empty": b"", "noise": os.urandom(len(content))}[how])
    vault, before = FolderVault(store, Clock(), CHEAP), bytes_of(store)
    try:
        vault.examine(id_, PASSWORD)
    except DamagedBackup:
        pass
    else:
        assert name == "manifest.json"
    assert bytes_of(store) == before
    found = comes_of(store)
    assert found.control == "backup"
    assert not found.is_noticed
