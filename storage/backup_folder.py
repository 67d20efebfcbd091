# SPDX-License-Identifier: EUPL-1.2
"""The folder of a backup: the database, the key file that opens it, and a manifest that was written after the check.

A backup opens with its own key file, so with the password and the recovery key of its own time: a key file that is
damaged today must not take the backups of yesterday with it. The price is told in the manual: after a password is
changed, the earlier backups still open with the earlier one until they have had their time.

The manifest tells when, which version, how many dossiers and which line of the journal was the last, and of each file
its size and checksum. The keys of the dossiers in a sealed backup are not among these files: they change when a dossier
is destroyed, and are authenticated by themselves. It holds no personal data, so that it can be read without a password;
nothing that it says is believed before the backup was opened.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from assessment.backup import Backup, BackupKind, Contents, OpensWith
from assessment.errors import DamagedBackup, Hindrance
from storage import dossier_keys
from storage.attachments.place import PART
from storage.backup_attachments import Counted, count
from storage.keys.on_disk import KeysOnDisk
from storage.keys.slot import Slot, SlotKind
from storage.owned import TEMPORARY, make_folder, move, write_whole
from storage.store_files import StoreFiles

MANIFEST: Final = "manifest.json"
LARGEST_MANIFEST: Final = 4096
"""Bytes."""
LARGEST_COUNT: Final = 2**53
"""Of dossiers, lines and bytes; more than the database can be asked about is no number of ours."""

_RAW: Final = "toetssteen-reservekopie/1"
_SEALED: Final = "toetssteen-reservekopie/2"
_STAMP: Final = "%Y%m%dT%H%M%S"
_PREFIXES: Final = {
    BackupKind.REGULAR: "", BackupKind.MIGRATION: "voor-migratie-", BackupKind.REPLACED: "vervangen-",
}  # fmt: skip
_NAME: Final = re.compile(r"(voor-migratie-|vervangen-|)(\d{8}T\d{6})Z?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What was counted, size and SHA-256 of each file by its name, whether the dossiers are sealed, and attachments."""

    contents: Contents
    files: dict[str, tuple[int, str]]
    is_sealed: bool
    attachments: Counted = Counted()

    def fits_sizes(self, folder: Path) -> bool:
        """Whether each file is there in its size; quick, so that it can be asked of all backups."""
        if self.is_sealed and dossier_keys.count(StoreFiles(folder)) is None:
            return False
        fits = all(_size(folder / name) == size for name, (size, _) in self.files.items())
        return fits and self.has_attachments(folder)

    def has_attachments(self, folder: Path) -> bool:
        """Whether as many attachments are there as were counted, in as many bytes."""
        return count(StoreFiles(folder).attachments) == self.attachments

    def damaged(self, folder: Path) -> str:
        """Name the first file that is not as it was, read as a whole; or nothing. Raises OSError."""
        if self.is_sealed and dossier_keys.count(StoreFiles(folder)) is None:
            return dossier_keys.PART
        for name, (size, digest) in self.files.items():
            if _size(folder / name) != size or _digest(folder / name) != digest:
                return name
        return "" if self.has_attachments(folder) else PART


def new_name(files: StoreFiles, kind: BackupKind, at: datetime) -> str:
    """Give a name that is not taken: the moment in UTC, a second later where there is one of that second already."""
    while (files.backups / (name := f"{_PREFIXES[kind]}{at.astimezone(UTC):{_STAMP}}Z")).exists():
        at += timedelta(seconds=1)
    return name


def listed(files: StoreFiles) -> tuple[Backup, ...]:
    """List the backups of a store, the newest first; raises OSError."""
    if not files.backups.is_dir():
        return ()
    present = _password_slots(files)
    found = (_backup(path, present) for path in files.backups.iterdir())
    return tuple(sorted((one for one in found if one), key=lambda one: (one.at, one.id), reverse=True))


def write_manifest(folder: Path, contents: Contents) -> None:
    """Write the manifest of what was checked, as the last file of the backup; raises OSError."""
    there = StoreFiles(folder)
    names = sorted((there.database.name, there.keys.name))
    counted = count(there.attachments)
    told = {
        "format": _SEALED if there.dossier_keys.exists() else _RAW,
        "version": contents.version, "dossiers": contents.dossiers, "journal": contents.journal,
        "files": {name: [_size(folder / name), _digest(folder / name)] for name in names},
        "attachments": [counted.files, counted.size],
    }  # fmt: skip
    write_whole(folder / MANIFEST, json.dumps(told, indent=1).encode())


def tell_fewer(folder: Path, dossiers: int) -> None:
    """Let the manifest, where there is one, tell how many dossiers and attachments are left; raises OSError."""
    manifest, left = read_manifest(folder), count(StoreFiles(folder).attachments)
    if manifest and (manifest.contents.dossiers, manifest.attachments) != (dossiers, left):
        told = json.loads((folder / MANIFEST).read_bytes())
        fewer = {**told, "dossiers": dossiers, "attachments": [left.files, left.size]}
        write_whole(folder / MANIFEST, json.dumps(fewer, indent=1).encode())


def read_manifest(folder: Path) -> Manifest | None:
    """Read the manifest strictly; nothing when there is none, or none that was written by us."""
    try:
        with (folder / MANIFEST).open("rb") as file:
            told = json.loads(file.read(LARGEST_MANIFEST))
        attachments = Counted(*map(_count, told.pop("attachments", (0, 0))))  # there were none in earlier versions
        if set(told) != {"format", "version", "dossiers", "journal", "files"} or told["format"] not in (_RAW, _SEALED):
            return None
        contents = Contents(*(_count(told[key]) for key in ("version", "dossiers", "journal")))
        files = {name: (_count(size), str(digest)) for name, (size, digest) in told["files"].items()}
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
    # Exactly these two: a name from a file that anybody may have written is not used to look elsewhere.
    of_store = StoreFiles(folder)
    if files.keys() != {of_store.database.name, of_store.keys.name}:
        return None
    return Manifest(contents, files, told["format"] == _SEALED, attachments)


def has_manifest(name: str) -> bool:
    """Whether a backup of this name was checked when it was made; a store that was kept aside was not."""
    found = _NAME.fullmatch(name)
    return bool(found) and name.endswith("Z") and not name.startswith(_PREFIXES[BackupKind.REPLACED])


def begin(files: StoreFiles, name: str) -> Path:
    """Make the folder in which a backup is written; it bears a temporary name until it was checked. Raises OSError."""
    beside = files.backups / f"{name}{TEMPORARY}"
    make_folder(beside)
    return beside


def has_any(files: StoreFiles) -> bool:
    """Whether there is anything in the folder of the backups; quick, for who only asks whether a store is there."""
    return files.backups.is_dir() and any(files.backups.iterdir())


def find(files: StoreFiles, name: str) -> Path:
    """Give the folder of a backup that is in the list; raises DamagedBackup when it went away meanwhile."""
    if name not in {one.id for one in listed(files)}:
        raise DamagedBackup("de map is weg")
    return files.backups / name


def throw_away(folder: Path) -> None:
    """Take a backup away: first its name, so that half a backup never looks like one. Raises OSError."""
    beside = folder.with_name(f"{folder.name}.weg{TEMPORARY}")
    move(folder, beside)
    shutil.rmtree(beside, ignore_errors=True)


def sweep(files: StoreFiles) -> None:
    """Take away what was being written or thrown away when the program ended; only who holds the lock may."""
    if files.backups.is_dir():
        for left in files.backups.glob(f"*{TEMPORARY}"):
            shutil.rmtree(left, ignore_errors=True)


def _backup(path: Path, present: list[Slot]) -> Backup | None:
    name = _NAME.fullmatch(path.name)
    if not name or path.is_symlink() or not path.is_dir():
        return None
    try:
        at = datetime.strptime(name[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    kind = next(one for one, prefix in _PREFIXES.items() if prefix == name[1])
    manifest = read_manifest(path)
    contents = manifest.contents if manifest and manifest.fits_sizes(path) else None
    try:
        size = sum(_size(one) for one in path.iterdir() if one.is_file()) + count(StoreFiles(path).attachments).size
    except OSError:  # it has just had its time, or cannot be read at all
        return None
    own = _password_slots(StoreFiles(path))
    names = tuple(one.label for one in own if one.is_sealed and one.label)
    return Backup(path.name, at, kind, size, contents, _opens_with(own, present), names)


def _opens_with(own: list[Slot], present: list[Slot]) -> OpensWith:
    if not own or not present:
        return OpensWith.UNKNOWN
    known = {(one.id, one.salt) for one in present}  # the seals are others once the store was re-keyed
    return OpensWith.PRESENT if {(one.id, one.salt) for one in own} <= known else OpensWith.EARLIER


def _password_slots(files: StoreFiles) -> list[Slot]:
    """Give the slots that a password opens; none when the key file cannot be read."""
    try:
        found = KeysOnDisk(files.keys, files.previous_keys).read()
    except (Hindrance, OSError):
        return []
    return [slot for slot in found.slots if slot.kind is SlotKind.PASSWORD]


def _size(path: Path) -> int:
    """Give the size of a file, or one that no file has when it is gone."""
    try:
        return path.stat().st_size
    except OSError:
        return -1


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _count(value: Any) -> int:
    if type(value) is not int or not 0 <= value <= LARGEST_COUNT:
        raise ValueError("not a count")
    return value
