# SPDX-License-Identifier: EUPL-1.2
"""Looking at the backups of a store: whether each opens with the same store key, is whole, and has its attachments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Final

from assessment.control import Finding, Part
from assessment.errors import DamagedStore, Fault, NewerStore
from storage.attachments.check import ReadFiles
from storage.backup_check import readable
from storage.backup_files import attachments_in
from storage.backup_folder import MANIFEST, has_manifest, read_manifest
from storage.control_parts import UNREADABLE, StoreKeys, look_at_file
from storage.dossier_keys import keys_in
from storage.keys.on_disk import KeysOnDisk
from storage.owned import TEMPORARY
from storage.read_only import reader
from storage.sealed_copy import numbered
from storage.sealing import Sealer
from storage.store_files import StoreFiles
from storage.versions import APPLICATION_ID, SEALED_ID

_NO_KEYS: Final = "het sleutelbestand ontbreekt of is beschadigd"
_FOREIGN: Final = "deze kopie is van een andere kluis en opent niet met de sleutel van deze"
_SEAL: Final = "aan het sleutelbestand is iets gewijzigd, of de kluis kreeg na deze kopie een nieuwe sleutel"
_NO_DATABASE: Final = "de database ontbreekt"
_DATABASE: Final = "de database is beschadigd of opent niet met de sleutel van deze kluis"
_SEALED: Final = "de sleutels van de dossiers zijn beschadigd, ontbreken of horen bij een andere kopie"
_NO_MANIFEST: Final = "het overzicht van wat erin zit ontbreekt of is beschadigd"
_NOT_AS_WRITTEN: Final = "een bestand is niet meer zoals het werd weggeschreven"
_NEWER: Final = "deze kopie is gemaakt met een nieuwere versie van Toetssteen"


@dataclass(frozen=True, slots=True)
class _There:
    """What was counted in a backup, and what is wrong with it."""

    dossiers: int = 0
    attachments: int = 0
    faults: tuple[str, ...] = ()


def find_backups(folder: Path) -> list[StoreFiles]:
    """Give the backups by name; one that is still being made, or was never finished, is none."""
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    return [StoreFiles(one) for one in there if one.is_dir() and not one.name.endswith(TEMPORARY)]


def look_at_backup(copy: StoreFiles, vault: bytes, keys: StoreKeys, read: ReadFiles) -> Finding:
    """Look at one backup; nothing in it keeps the check from going on with the next.

    `read` knows the encrypted files that were read already: most are those of the store under a second name.
    """
    name = copy.folder.name
    finding = partial(Finding, Part.BACKUP, names=(name,))
    try:
        found = KeysOnDisk(copy.keys, copy.previous_keys).read()
    except DamagedStore:
        return finding(faults=(Fault(name, _NO_KEYS),))
    except NewerStore:
        return finding(faults=(Fault(name, _NEWER),))
    if found.vault != vault:
        return finding(faults=(Fault(name, _FOREIGN),))
    seal = () if found.is_genuine(keys.store) else (Fault(name, _SEAL),)
    there = _of_database(copy, keys, read)
    faults = (*seal, *(Fault(name, what) for what in there.faults)) or _of_manifest(copy)
    return Finding(Part.BACKUP, there.dossiers, (name, str(there.attachments)), faults)


def _of_manifest(copy: StoreFiles) -> tuple[Fault, ...]:
    """Hold a backup that is whole against what was written down of it; one that was a store has no such thing."""
    name = copy.folder.name
    manifest = read_manifest(copy.folder)
    if manifest is not None:
        return (Fault(name, _NOT_AS_WRITTEN),) if manifest.damaged(copy.folder) else ()
    is_due = has_manifest(name) or (copy.folder / MANIFEST).exists()
    return (Fault(name, _NO_MANIFEST),) if is_due else ()


def _of_database(copy: StoreFiles, keys: StoreKeys, read: ReadFiles) -> _There:
    """Look at the pages, at the dossiers that would come back, and at their attachments."""
    if not copy.database.exists():
        return _There(faults=(_NO_DATABASE,))
    is_sealed = copy.dossier_keys.exists()
    try:
        with reader(copy, keys.database) as engine:
            pages = look_at_file(engine, copy, SEALED_ID if is_sealed else APPLICATION_ID)
            with engine.connect() as connection:
                raw = connection.connection.dbapi_connection
                there = _of_sealed(raw, copy, keys, read) if is_sealed else _of_raw(raw, copy, read)
    except NewerStore:
        return _There(faults=(_NEWER,))
    except UNREADABLE:
        return _There(faults=(_DATABASE,))
    return replace(there, faults=(*(one.what for one in pages.faults), *there.faults))


def _of_raw(connection: Any, copy: StoreFiles, read: ReadFiles) -> _There:
    (dossiers,) = connection.execute("SELECT count(*) FROM dossier").fetchone()
    number, faults = attachments_in(connection, copy, read)
    return _There(dossiers, number, faults)


def _of_sealed(connection: Any, copy: StoreFiles, keys: StoreKeys, read: ReadFiles) -> _There:
    try:
        dossiers = readable(connection, copy, keys.block)
        with keys_in(copy, keys.block) as found:
            number, faults = attachments_in(connection, copy, read, Sealer(numbered(connection, found)))
    except DamagedStore:
        return _There(faults=(_SEALED,))
    return _There(dossiers, number, faults)
