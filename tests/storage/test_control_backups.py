# SPDX-License-Identifier: EUPL-1.2
"""The check reads the attachments of every backup, each file once, and tells which of them is not what it was."""

import shutil
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from assessment.attachment import Attachment
from assessment.control import Control, Finding, Part
from assessment.ports import DossierId
from storage.attachments import check as checking
from storage.connecting import close, make_engine
from storage.vault import FolderVault
from tests.storage.attachments.conftest import Make, attach, bins, dossier, make
from tests.storage.checking import broken, check, of
from tests.storage.stores import PASSWORD, Clock, add, flip, small

__all__ = ["dossier", "make"]

MIB = 1024 * 1024
CONTENTS = {"een.txt": b"de eerste bijlage", "twee.txt": b"de tweede is langer dan de eerste"}


@pytest.fixture
def attached(vault: FolderVault, dossier: DossierId, make: Make) -> list[Attachment]:
    return [attach(vault, dossier, make(name, content)) for name, content in CONTENTS.items()]


@pytest.fixture
def backup(vault: FolderVault, folder: Path, attached: list[Attachment]) -> Path:
    """Give a backup with two attachments, of which the files are its own, as on a disk without second names."""
    made = vault.back_up()
    assert made
    vault.lock()
    copy = folder / "backups" / made.id
    for file in bins(copy):
        content = file.read_bytes()
        file.unlink()
        file.write_bytes(content)
    return copy


def file_of(vault: FolderVault, id_: str) -> str:
    with vault._opened()._engine.connect() as connection:
        return str(connection.scalar(text("SELECT file FROM attachment WHERE id = :id"), {"id": id_}))


def faults(found: Control) -> list[str]:
    return [str(one) for one in of(found, Part.BACKUP).faults]


def test_a_whole_backup_tells_how_many_attachments_were_read(folder: Path, backup: Path) -> None:
    found = check(folder)
    assert found.is_whole
    assert of(found, Part.BACKUP) == Finding(Part.BACKUP, 1, (backup.name, "2"))


def cut(file: Path, _other: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def swapped(file: Path, other: Path) -> None:
    other.write_bytes(file.read_bytes())


@pytest.mark.parametrize(
    ("damage", "what"),
    [
        (lambda file, _: file.unlink(), ["het versleutelde bestand ontbreekt"]),
        (cut, ["het versleutelde bestand is langer of korter dan het was"]),
        (swapped, ["het versleutelde bestand is langer of korter dan het was"]),
        (lambda file, _: flip(file, -20), ["de inhoud is niet meer wat zij was"]),
        (lambda file, _: flip(file, 0), ["de inhoud is niet meer wat zij was"]),
    ],
)
def test_a_damaged_attachment_of_a_backup_is_told_by_id(
    folder: Path, backup: Path, damage: Callable[[Path, Path], None], what: list[str]
) -> None:
    files = bins(backup)
    damage(files[0], files[1])
    found = check(folder)
    assert broken(found) == {Part.BACKUP}
    told = faults(found)
    assert [one.rpartition(": ")[2] for one in told] == what
    assert all(one.startswith(f"{backup.name}: bijlage ") and ".txt" not in one for one in told)


def test_files_of_one_size_that_changed_places_are_told(vault: FolderVault, folder: Path, make: Make) -> None:
    id_ = add(vault, small())
    made = [attach(vault, id_, make(f"{sign}.txt", sign.encode() * 100)) for sign in "ab"]
    backup = vault.back_up()
    assert backup
    vault.lock()
    first, second = bins(folder / "backups" / backup.id)
    contents = first.read_bytes(), second.read_bytes()
    for file, content in zip((first, second), reversed(contents), strict=True):
        file.unlink()
        file.write_bytes(content)
    told = faults(check(folder))
    assert {one.split(": ")[1] for one in told} == {f"bijlage {one.id}" for one in made}
    assert all(one.endswith("de inhoud is niet meer wat zij was") for one in told)


@pytest.mark.parametrize("column", ["digest", "key", "size"])
def test_what_stands_about_an_attachment_in_a_backup_cannot_be_changed(
    vault: FolderVault, folder: Path, attached: list[Attachment], column: str
) -> None:
    backup = vault.back_up()
    assert backup
    key = bytearray(vault._opened()._database_key)
    vault.lock()
    engine = make_engine(folder / "backups" / backup.id / "store.db", key)
    with engine.begin() as connection:  # the sealed value of the one in the row of the other
        other = f"(SELECT {column} FROM attachment WHERE id = '{attached[1].id}')"
        connection.execute(text(f"UPDATE attachment SET {column} = {other} WHERE id = '{attached[0].id}'"))
    close(engine, is_fresh=True)
    (told,) = faults(check(folder))
    assert f"bijlage {attached[0].id}: wat er over deze bijlage staat" in told


def test_a_file_that_store_and_backups_share_is_read_once(
    vault: FolderVault, folder: Path, clock: Clock, attached: list[Attachment], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault.back_up()
    clock.at = clock.at.replace(day=9)
    vault.back_up()
    vault.lock()
    assert len({file.stat().st_ino for file in folder.rglob("*.bin")}) == 2
    read: list[Path] = []
    pieces = checking.pieces
    monkeypatch.setattr(checking, "pieces", lambda path, row: (read.append(path), pieces(path, row))[1])
    found = check(folder)
    assert found.is_whole
    assert [one.names[1] for one in found.findings if one.part is Part.BACKUP] == ["2", "2"]
    assert len(read) == 2
    flip(bins(folder)[0], -20)  # one file under three names
    assert broken(check(folder)) == {Part.ATTACHMENTS, Part.BACKUP}


def test_a_raw_copy_is_read_too(vault: FolderVault, folder: Path, attached: list[Attachment]) -> None:
    lost = bins(folder)[0].stem
    (gone,) = [one.id for one in attached if file_of(vault, one.id) == lost]
    vault.lock()
    copy = folder / "backups" / "vervangen-20260103T000000Z"
    copy.mkdir(parents=True)
    for name in ("store.db", "store.keys.json"):
        shutil.copy(folder / name, copy / name)
    shutil.copytree(folder / "files", copy / "files")
    assert check(folder).is_whole
    bins(copy)[0].unlink()
    assert faults(check(folder)) == [f"{copy.name}: bijlage {gone}: het versleutelde bestand ontbreekt"]


def test_a_large_attachment_is_read_piece_by_piece(vault: FolderVault, folder: Path, make: Make) -> None:
    attach(vault, add(vault, small()), make("groot.txt", b"0123456789abcdef" * (2 * MIB)))
    backup = vault.back_up()
    assert backup
    vault.lock()
    (file,) = bins(folder / "backups" / backup.id)
    content = file.read_bytes()
    file.unlink()
    file.write_bytes(content)
    del content
    vault.unlock(PASSWORD)
    vault.lock()
    tracemalloc.start()
    try:
        from storage.control import control

        assert control(folder, lambda: PASSWORD, lambda _: None).is_whole
        assert tracemalloc.get_traced_memory()[1] < 12 * MIB
    finally:
        tracemalloc.stop()
