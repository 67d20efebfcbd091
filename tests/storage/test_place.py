# SPDX-License-Identifier: EUPL-1.2
"""Stores live in the local folder of the user and nowhere else."""

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from assessment.errors import StoreOutOfReach
from storage.place import default_folder, is_remote_in, is_synced, refuse_unsafe, stores_folder

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/thuis /thuis nfs4 rw 0 0
/dev/sdb1 /thuis/ada/lokaal ext4 rw 0 0
//server/deel /mnt/deel cifs rw 0 0
onzin
"""


@pytest.mark.parametrize(
    ("environment", "is_windows", "expected"),
    [
        ({"LOCALAPPDATA": "/lokaal"}, True, "/lokaal/Toetssteen/kluizen"),
        ({}, True, "/thuis/AppData/Local/Toetssteen/kluizen"),
        ({"XDG_DATA_HOME": "/data"}, False, "/data/toetssteen/kluizen"),
        ({}, False, "/thuis/.local/share/toetssteen/kluizen"),
    ],
)
def test_where_stores_live(environment: dict[str, str], is_windows: bool, expected: str) -> None:
    assert stores_folder(environment, Path("/thuis"), is_windows) == Path(expected)


def test_a_store_has_a_folder_of_its_own_there() -> None:
    assert default_folder("proef").name == "proef"
    assert default_folder().parent == default_folder("proef").parent


@pytest.mark.parametrize(
    "folder",
    [
        PureWindowsPath(r"C:\ada\OneDrive\kluis"), PureWindowsPath(r"C:\ada\OneDrive - gemeente\kluis"),
        PurePosixPath("/thuis/ada/Dropbox/kluis"), PurePosixPath("/thuis/ada/Nextcloud/kluis"),
        PurePosixPath("/thuis/ada/Google Drive/kluis"),
    ],
)  # fmt: skip
def test_synced_folders_are_known_by_name(folder: PureWindowsPath) -> None:
    assert is_synced(folder)


@pytest.mark.parametrize("folder", ["/thuis/ada/.local/share", "/thuis/onedriver", "/thuis/ada/dropboxen"])
def test_other_folders_are_not_synced(folder: str) -> None:
    assert not is_synced(PurePosixPath(folder))


@pytest.mark.parametrize(
    ("folder", "remote"),
    [
        ("/thuis/ada/kluis", True), ("/thuis/ada/lokaal/kluis", False), ("/mnt/deel/kluis", True),
        ("/mnt/ander", False), ("/tmp/kluis", False), ("/thuispagina", False),
    ],
)  # fmt: skip
def test_network_drives_are_known_by_their_mount(folder: str, remote: bool) -> None:
    assert is_remote_in(MOUNTS, PurePosixPath(folder)) is remote


def test_a_network_drive_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreOutOfReach) as refusal:
        refuse_unsafe(tmp_path, is_remote=lambda _folder: True)
    assert "netwerkschijf" in refusal.value.sentence
    refuse_unsafe(tmp_path)
