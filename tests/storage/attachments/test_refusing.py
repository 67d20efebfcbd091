# SPDX-License-Identifier: EUPL-1.2
"""What cannot be taken in gets a clear sentence, about the file or about the disk, and leaves nothing behind."""

import errno
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.attachment import LARGEST
from assessment.errors import FileOutOfReach, StoreOutOfReach
from assessment.ports import DossierId
from storage.attachments import source, writing
from storage.attachments.format import CHUNK
from storage.vault import FolderVault
from tests.storage.attachments.conftest import Make, attach, bins, never, silent, take_in

TEXT = b"Verklaring van de heer Fictema over de verzonnen lening.\n" * 40


def refused(vault: FolderVault, path: Path) -> str:
    with pytest.raises(FileOutOfReach) as hindrance:
        vault.attachments.take_in(str(path), silent, never)
    return hindrance.value.sentence


def test_what_cannot_be_taken_in_gets_a_sentence(vault: FolderVault, make: Make, tmp_path: Path, folder: Path) -> None:
    large = tmp_path / "film.mp4"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "groter dan 500 MB" in refused(vault, large)
    assert "dit is een map" in refused(vault, tmp_path)
    assert "er niet meer" in refused(vault, tmp_path / "weg.pdf")
    assert "is leeg" in refused(vault, make("leeg.txt", b""))
    assert "programma of script" in refused(vault, make("factuur.pdf", b"MZ" + bytes(100)))
    assert bins(folder) == []


def test_a_file_of_two_gigabytes_is_refused_before_it_is_read(vault: FolderVault, tmp_path: Path) -> None:
    large = tmp_path / "groot.pdf"
    with large.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(2 * 1024**3)
    assert "groter dan 500 MB" in refused(vault, large)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe is no file there")
def test_a_pipe_is_refused_and_not_waited_for(vault: FolderVault, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp")
    assert "geen gewoon bestand" in refused(vault, tmp_path / "pijp")


def test_an_unreadable_file_gets_a_sentence(vault: FolderVault, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make("a.txt", TEXT)
    real = Path.open

    def denied(self: Path, *told: object, **more: object) -> object:
        if self == path:
            raise PermissionError(errno.EACCES, "nee")
        return real(self, *told, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", denied)
    assert "u mag dit bestand niet lezen" in refused(vault, path)


def test_a_stick_that_is_pulled_out_gets_a_sentence_of_its_own(
    vault: FolderVault, make: Make, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    path = make("a.txt", b"a" * (3 * CHUNK))

    real = source.pieces

    def pieces(*told: object) -> object:
        for at, piece in enumerate(real(*told)):  # type: ignore[arg-type]
            if at:
                with source.told_of("a.txt"):
                    raise OSError(errno.EIO, "weg")
            yield piece

    monkeypatch.setattr(source, "pieces", pieces)
    assert "stick nog is aangesloten" in refused(vault, path)
    assert bins(folder) == []


def test_a_file_that_grows_while_it_is_read_is_refused(vault: FolderVault, make: Make, folder: Path) -> None:
    path = make("a.txt", b"a" * (2 * CHUNK))

    def grow(done: int, _size: int) -> None:
        if done == CHUNK:
            with path.open("ab") as file:
                file.write(b"b" * CHUNK)

    with pytest.raises(FileOutOfReach, match="gewijzigd terwijl"):
        vault.attachments.take_in(str(path), grow, never)
    assert bins(folder) == []


def test_too_little_room_is_told_before_anything_is_written(
    vault: FolderVault, make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage(10**9, 10**9, 5_000_000))
    path = make("a.txt", b"a" * 2_000_000)
    with pytest.raises(StoreOutOfReach, match="nodig is 6 MB, vrij is 5 MB"):
        vault.attachments.take_in(str(path), silent, never)
    assert bins(folder) == []


def test_more_than_ten_gigabytes_together_is_refused(
    vault: FolderVault, dossier: DossierId, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(vault, dossier, make("a.txt", TEXT))
    monkeypatch.setattr(writing, "LARGEST_TOGETHER", len(TEXT) + 3)
    with pytest.raises(StoreOutOfReach, match="samen mogen ten hoogste 10 GB"):
        vault.attachments.take_in(str(make("b.txt", b"vier")), silent, never)


def test_a_disk_that_runs_full_gets_a_sentence_and_leaves_nothing(
    vault: FolderVault, make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "vol")

    path = make("a.txt", TEXT)
    monkeypatch.setattr(writing.os, "fsync", full)
    with pytest.raises(StoreOutOfReach, match="De schijf is vol"):
        vault.attachments.take_in(str(path), silent, never)
    monkeypatch.undo()
    assert bins(folder) == []
    assert take_in(vault, path).size == len(TEXT)


@pytest.fixture
def small_disk(folder: Path, vault: FolderVault) -> Iterator[None]:
    """A disk of two megabytes under the attachments."""
    place = folder / "files"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m,mode=700", "tmpfs", str(place)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only who may mount has a small disk")
    yield
    subprocess.run(["umount", str(place)], check=True)


def test_a_real_disk_that_runs_full_gets_the_same_sentence(
    vault: FolderVault, small_disk: None, make: Make, folder: Path
) -> None:
    with pytest.raises(StoreOutOfReach, match="De schijf is vol"):
        vault.attachments.take_in(str(make("a.txt", b"a" * (4 * CHUNK))), silent, never)
    assert bins(folder) == []
    assert take_in(vault, make("b.txt", TEXT)).size == len(TEXT)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a file cannot have such a name")
def test_a_name_that_would_deceive_or_cannot_be_written_is_taken_in_plainly(
    vault: FolderVault, dossier: DossierId, make: Make, tmp_path: Path
) -> None:
    turned = make("brief\u202efdp.txt", TEXT)
    broken = tmp_path / os.fsdecode(b"br\xe9f.txt")
    broken.write_bytes(TEXT)
    assert [attach(vault, dossier, one).name for one in (turned, broken)] == ["brief_fdp.txt", "br_f.txt"]
