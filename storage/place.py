# SPDX-License-Identifier: EUPL-1.2
"""Where stores live: the local, non-roaming application folder of the user; never a network drive or a synced folder.

A store on a network drive can be damaged by two machines at once, and a synced folder copies it away from the
municipality's hands (stack-storage.md 4).
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from typing import Final

from assessment.errors import StoreOutOfReach

APPLICATION: Final = "Toetssteen"
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "syncthing")
_REMOTE_KINDS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "afs", "davfs", "fuse.davfs"})
_DRIVE_REMOTE = 4

NETWORK: Final = "Een kluis kan niet op een netwerkschijf staan."
SYNCED: Final = "Een kluis kan niet in een map staan die met een clouddienst wordt gesynchroniseerd."


def stores_folder(environment: Mapping[str, str], home: Path, is_windows: bool = sys.platform == "win32") -> Path:
    """Give the folder in which the stores of this user stand."""
    if is_windows:
        local = environment.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / APPLICATION / "kluizen"
    data = environment.get("XDG_DATA_HOME")
    return (Path(data) if data else home / ".local" / "share") / APPLICATION.lower() / "kluizen"


def default_folder(name: str = "kluis") -> Path:
    """Give the folder of a store by its name, in the default place."""
    return stores_folder(os.environ, Path.home()) / name


def refuse_unsafe(folder: Path, is_remote: Callable[[Path], bool] | None = None) -> None:
    """Refuse a place where a store may not be made; raises StoreOutOfReach."""
    why = unsafe(folder, is_remote)
    if why:
        raise StoreOutOfReach(why)


def unsafe(folder: Path, is_remote: Callable[[Path], bool] | None = None) -> str:
    """Say why a store should not stand here, or nothing; also of one that was moved here later."""
    if (is_remote or _is_remote)(folder):
        return NETWORK
    return SYNCED if is_synced(folder) else ""


def is_synced(folder: PurePath) -> bool:
    """Whether a folder above it bears the name of a sync service (`OneDrive - gemeente Fictenveen`)."""
    return any(part.lower() == name or part.lower().startswith((f"{name} ", f"{name}-"))
               for part in folder.parts for name in _SYNCED)  # fmt: skip


def is_remote_in(mounts: str, folder: PurePath) -> bool:
    """Whether the mount that holds a folder is a network file system; `mounts` is written as /proc/mounts is."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) > 2 and folder.is_relative_to(fields[1]) and len(fields[1]) >= len(best):
            best, kind = fields[1], fields[2]
    return kind in _REMOTE_KINDS


if sys.platform == "win32":

    def _is_remote(folder: Path) -> bool:
        drive = folder.absolute().drive
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _DRIVE_REMOTE

else:

    def _is_remote(folder: Path) -> bool:
        mounts = Path("/proc/mounts")
        return mounts.exists() and is_remote_in(mounts.read_text("utf-8", "replace"), folder.absolute())
