# SPDX-License-Identifier: EUPL-1.2
"""Files that are whole or not there, for the owner alone."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.owned import copy_whole, make_file, make_folder, move, write_whole

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")


def test_a_file_replaces_an_older_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "sleutels"
    (tmp_path / "sleutels.nieuw").write_bytes(b"half geschreven, toen de stroom uitviel")
    for content in (b"een", b"twee", b""):
        write_whole(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_the_old_file_stays_when_the_new_one_cannot_be_written(tmp_path: Path) -> None:
    path = tmp_path / "sleutels"
    write_whole(path, b"oud")
    with pytest.raises(TypeError):
        write_whole(path, "geen bytes")  # type: ignore[arg-type]
    assert path.read_bytes() == b"oud"


@posix
def test_files_and_folders_are_for_the_owner(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_file(tmp_path / "leeg")
    write_whole(tmp_path / "vol", b"x")
    copy_whole(tmp_path / "vol", tmp_path / "kopie")
    modes = [path.stat().st_mode & 0o777 for path in (tmp_path / "a", tmp_path / "a" / "b")]
    assert modes == [0o700, 0o700]
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir() if path.is_file()} == {0o600}


class Held(type(Path())):  # type: ignore[misc]
    """A path that may not be moved the first times, as when a virus scanner reads it."""

    refusals = 0

    def replace(self, target: Path) -> Path:
        self.refusals -= 1
        if self.refusals >= 0:
            raise PermissionError
        return Path(super().replace(target))


@pytest.mark.parametrize("refusals", [0, 1, 2, 3])
def test_what_is_held_for_a_moment_is_moved_afterwards(tmp_path: Path, refusals: int) -> None:
    held = Held(tmp_path / "van")
    held.write_bytes(b"x")
    held.refusals = refusals
    if refusals > 2:
        with pytest.raises(PermissionError):
            move(held, tmp_path / "naar", (0, 0))
    else:
        move(held, tmp_path / "naar", (0, 0))
    assert (tmp_path / "naar").exists() is (refusals <= 2)


@pytest.mark.skipif(sys.platform != "win32", reason="elsewhere an open file may be moved")
def test_an_open_file_is_moved_once_it_is_closed(tmp_path: Path) -> None:
    (tmp_path / "van").write_bytes(b"x")
    reading = (tmp_path / "van").open("rb")

    def pauses() -> Iterator[float]:
        yield 0
        reading.close()

    move(tmp_path / "van", tmp_path / "naar", pauses())
    assert reading.closed
    assert (tmp_path / "naar").read_bytes() == b"x"


def test_nothing_is_written_over(tmp_path: Path) -> None:
    make_file(tmp_path / "een")
    with pytest.raises(FileExistsError):
        make_file(tmp_path / "een")
    with pytest.raises(FileExistsError):
        make_folder(tmp_path)


@posix
def test_no_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "elders").write_bytes(b"van een ander")
    (tmp_path / "sleutels").symlink_to(tmp_path / "elders")
    write_whole(tmp_path / "sleutels", b"van ons")
    assert (tmp_path / "elders").read_bytes() == b"van een ander"


def test_a_copy_is_the_same(tmp_path: Path) -> None:
    content = bytes(range(256)) * 9000
    write_whole(tmp_path / "een", content)
    copy_whole(tmp_path / "een", tmp_path / "twee")
    assert (tmp_path / "twee").read_bytes() == content
