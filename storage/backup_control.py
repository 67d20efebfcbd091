# SPDX-License-Identifier: EUPL-1.2
"""Looking at the backups of a store: whether each opens with the same store key, and whether its pages are whole."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Final

from sqlalchemy import func, select

from assessment.control import Finding, Part
from assessment.errors import DamagedStore, Fault, NewerStore
from storage import tables
from storage.backup_check import readable
from storage.backup_folder import MANIFEST, has_manifest, read_manifest
from storage.control_parts import UNREADABLE, StoreKeys, look_at_file
from storage.keys.on_disk import KeysOnDisk
from storage.owned import TEMPORARY
from storage.read_only import reader
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


def find_backups(folder: Path) -> list[StoreFiles]:
    """Give the backups by name; one that is still being made, or was never finished, is none."""
    there = sorted(folder.iterdir()) if folder.is_dir() else []
    return [StoreFiles(one) for one in there if one.is_dir() and not one.name.endswith(TEMPORARY)]


def look_at_backup(copy: StoreFiles, vault: bytes, keys: StoreKeys) -> Finding:
    """Look at one backup; nothing in it keeps the check from going on with the next."""
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
    count, faults = _of_database(copy, keys)
    return finding(count, faults=(*seal, *faults) or _of_manifest(copy))


def _of_manifest(copy: StoreFiles) -> tuple[Fault, ...]:
    """Hold a backup that is whole against what was written down of it; one that was a store has no such thing."""
    name = copy.folder.name
    manifest = read_manifest(copy.folder)
    if manifest is not None:
        return (Fault(name, _NOT_AS_WRITTEN),) if manifest.damaged(copy.folder) else ()
    is_due = has_manifest(name) or (copy.folder / MANIFEST).exists()
    return (Fault(name, _NO_MANIFEST),) if is_due else ()


def _of_database(copy: StoreFiles, keys: StoreKeys) -> tuple[int, tuple[Fault, ...]]:
    """Count the dossiers that would come back and give what is wrong with the pages."""
    name = copy.folder.name
    if not copy.database.exists():
        return 0, (Fault(name, _NO_DATABASE),)
    is_sealed = copy.dossier_keys.exists()
    try:
        with reader(copy, keys.database) as engine:
            mark = SEALED_ID if is_sealed else APPLICATION_ID
            faults = tuple(Fault(name, one.what) for one in look_at_file(engine, copy, mark).faults)
            with engine.connect() as connection:
                if not is_sealed:
                    return connection.scalar(select(func.count()).select_from(tables.dossier)) or 0, faults
                return _of_sealed(connection.connection.dbapi_connection, copy, keys, faults)
    except NewerStore:
        return 0, (Fault(name, _NEWER),)
    except UNREADABLE:
        return 0, (Fault(name, _DATABASE),)


def _of_sealed(
    connection: Any, copy: StoreFiles, keys: StoreKeys, faults: tuple[Fault, ...]
) -> tuple[int, tuple[Fault, ...]]:
    try:
        return readable(connection, copy, keys.block), faults
    except DamagedStore:
        return 0, (*faults, Fault(copy.folder.name, _SEALED))
