# SPDX-License-Identifier: EUPL-1.2
"""Checking a copy of a store before it is trusted: every page, its version, its journal, and how many dossiers.

In a sealed backup every key of a dossier is tried on the row of its dossier too; the dossiers that are counted are
those that come back when it is put back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from assessment.backup import Contents
from assessment.errors import DamagedBackup, DamagedStore
from storage import dossier_keys
from storage.backup_folder import read_manifest
from storage.hindering import DATABASE, at_the_door
from storage.interruptible import Interruptible
from storage.probe import reading, version_of
from storage.sealed_copy import numbered
from storage.sealing import Sealer
from storage.store_files import StoreFiles
from storage.versions import APPLICATION_ID, SEALED_ID


@dataclass(frozen=True, slots=True)
class Checked:
    """What was counted, and the MAC of the last line of the journal: it stands for all lines before it."""

    contents: Contents
    head: bytes


def check(copy: StoreFiles, key: bytearray, work: Interruptible) -> Checked:
    """Open a copy with its key and read all of it; raises DamagedStore, NewerStore, StoreOutOfReach or Dropped."""
    with _whole(copy, key, work, APPLICATION_ID) as (connection, version):
        dossiers = _one(connection, "SELECT count(*) FROM dossier")[0]
        return _checked(connection, version, dossiers)


def check_sealed(copy: StoreFiles, key: bytearray, block_key: bytearray, work: Interruptible) -> Checked:
    """Do the same for a sealed backup, and count the dossiers that it has not forgotten."""
    with _whole(copy, key, work, SEALED_ID) as (connection, version):
        return _checked(connection, version, readable(connection, copy, block_key))


def readable(connection: Any, copy: StoreFiles, block_key: bytearray) -> int:
    """Try the key of every dossier on its row and count them; raises DamagedStore where a key has none or fails."""
    with dossier_keys.keys_in(copy, block_key) as keys:
        by_number = numbered(connection, keys)
        if len(by_number) != len(keys):
            raise DamagedStore(dossier_keys.PART)
        sealer, found = Sealer(by_number), 0
        for number, sealed in connection.execute("SELECT number, reference FROM dossier"):
            if number in by_number:
                sealer.unseal(number, "dossier.reference", number, sealed)
                found += 1
    return found


def check_backup(copy: StoreFiles, key: bytearray, block_key: bytearray) -> Contents:
    """Check a backup, also against its manifest where it has one; raises DamagedBackup, NewerStore, StoreOutOfReach."""
    manifest = read_manifest(copy.folder)
    with at_the_door():
        damaged = manifest.damaged(copy.folder) if manifest else ""
    if damaged:
        raise DamagedBackup(damaged)
    try:
        if copy.dossier_keys.exists():
            contents = check_sealed(copy, key, block_key, Interruptible()).contents
        else:
            contents = check(copy, key, Interruptible()).contents
    except DamagedStore as found:
        raise DamagedBackup(found.part) from found
    if manifest and not _agree(manifest.contents, contents, manifest.is_sealed):
        raise DamagedBackup("de telling klopt niet")
    return contents


def _agree(told: Contents, counted: Contents, is_sealed: bool) -> bool:
    """Whether they say the same; of a sealed backup the key of a dossier goes before the count in its manifest."""
    if is_sealed and counted.dossiers < told.dossiers:
        counted = replace(counted, dossiers=told.dossiers)
    return told == counted


@contextmanager
def _whole(copy: StoreFiles, key: bytearray, work: Interruptible, mark: int) -> Iterator[tuple[Any, int]]:
    """Lend a connection to a copy of which every page was read, and its version."""
    with at_the_door(), work.going_on(), reading(copy, key) as connection, work.watching(connection):
        version = version_of(connection, mark)
        for words, good in (("cipher_integrity_check", []), ("quick_check", [("ok",)])):
            if connection.execute(f"PRAGMA {words}").fetchall() != good:
                raise DamagedStore(DATABASE)
        yield connection, version


def _checked(connection: Any, version: int, dossiers: int) -> Checked:
    head = _one(connection, "SELECT seq, mac FROM journal_head")
    if _one(connection, "SELECT seq, mac FROM journal ORDER BY seq DESC LIMIT 1") != head:
        raise DamagedStore(DATABASE)
    return Checked(Contents(version, dossiers, head[0]), head[1])


def _one(connection: Any, statement: str) -> tuple[Any, ...]:
    row = connection.execute(statement).fetchone()
    if row is None:
        raise DamagedStore(DATABASE)
    return tuple(row)
