# SPDX-License-Identifier: EUPL-1.2
"""The check of a whole store that is closed: keys, pages, journal, dossiers, index and backups. Changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from assessment.control import Control, Finding, Part
from assessment.errors import DamagedStore, Fault, NoStore, WrongPassword
from storage.attachments.check import ReadFiles
from storage.backup_control import find_backups, look_at_backup
from storage.control_parts import PARTS, Looked, StoreKeys, guarded, keys_of, look_at_file, take_journal_key
from storage.hindering import DATABASE, at_the_door
from storage.keys.key_file import KeyFile
from storage.keys.on_disk import KeysOnDisk, lent
from storage.keys.secret import password_bytes, wiped
from storage.keys.slot import PART as KEY_FILE
from storage.keys.slot import Entry, SlotKind
from storage.no_core_dumps import no_core_dumps
from storage.read_only import kept_closed, reader
from storage.settling import in_force
from storage.store_files import StoreFiles

Tell = Callable[[Part], object]

_SEAL: Final = "er is iets aan gewijzigd: het zegel klopt niet"
_GONE: Final = "dit bestand ontbreekt"


def _first(users: tuple[str, ...]) -> str:
    return users[0]


def control(
    folder: Path, password: Callable[[], str], tell: Tell, choose: Callable[[tuple[str, ...]], str] = _first
) -> Control:
    """Check a store; `password` is asked for once the key file can be read, `tell` is told of each part that begins.

    `choose` is asked whose password it is to be, when there are more users than one.

    Raises:
        NoStore, StoreInUse, WrongPassword, NewerStore, StoreOutOfReach: it cannot be checked.
    """
    files = StoreFiles(folder)
    if not (files.database.exists() or files.keys.exists()):
        raise NoStore
    no_core_dumps()
    with at_the_door(), kept_closed(files.lock):
        tell(Part.KEYS)
        try:
            found = KeysOnDisk(files.keys, files.previous_keys).read()
            users = found.users()
            user = choose(users) if len(users) > 1 else ""
            entry = _entry(found, password(), user)
        except DamagedStore as damage:
            return Control((Finding(Part.KEYS, faults=(Fault(KEY_FILE, _told(damage)),)),))
        with lent(entry):
            store_keys = in_force(files, entry, found.vault)
            with keys_of(store_keys, found.vault) as keys:
                return Control(tuple(_findings(files, found, keys, entry, tell)))


def _entry(found: KeyFile, password: str, user: str) -> Entry:
    with wiped(password_bytes(password)) as secret:
        entry = found.open_(SlotKind.PASSWORD, secret, user)
    if entry is None:
        raise WrongPassword
    return entry


def _findings(files: StoreFiles, found: KeyFile, keys: StoreKeys, entry: Entry, tell: Tell) -> Iterator[Finding]:
    kinds = tuple(dict.fromkeys(slot.kind.value for slot in found.slots))
    seal = () if found.is_genuine(entry.store_key) else (Fault(KEY_FILE, _SEAL),)
    yield Finding(Part.KEYS, found.version, kinds, seal)
    tell(Part.DATABASE)
    at = Looked(files, keys, ReadFiles())
    if files.database.exists():
        yield from _of_database(at, tell)
    else:
        yield Finding(Part.DATABASE, faults=(Fault(DATABASE, _GONE),))
    for copy in find_backups(files.backups):
        tell(Part.BACKUP)
        yield look_at_backup(copy, found.vault, keys, at.read)


def _of_database(at: Looked, tell: Tell) -> Iterator[Finding]:
    """Look at the file; where it can be read at all, look at what is in it too, also when some of it is damaged."""
    with reader(at.files, at.keys.database) as engine:
        file = guarded(Part.DATABASE, partial(look_at_file, engine, at.files))
        yield file
        if not file.count:
            return
        take_journal_key(engine, at.keys)
        for part, look in PARTS.items():
            tell(part)
            with engine.connect() as connection:
                yield guarded(part, partial(look, connection, at))


def _told(damage: DamagedStore) -> str:
    if damage.part.endswith("ontbreekt"):
        return _GONE
    return damage.part.partition(": ")[2] or "dit bestand is beschadigd"
