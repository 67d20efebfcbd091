# SPDX-License-Identifier: EUPL-1.2
"""Checking a copy of a store before it is trusted: every page, its version, its journal, and how many dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assessment.backup import Contents
from assessment.errors import DamagedBackup, DamagedStore
from storage.backup_folder import read_manifest
from storage.hindering import DATABASE, at_the_door
from storage.interruptible import Interruptible
from storage.probe import reading, version_of
from storage.store_files import StoreFiles


@dataclass(frozen=True, slots=True)
class Checked:
    """What was counted, and the MAC of the last line of the journal: it stands for all lines before it."""

    contents: Contents
    head: bytes


def check(copy: StoreFiles, key: bytearray, work: Interruptible) -> Checked:
    """Open a copy with its key and read all of it; raises DamagedStore, NewerStore, StoreOutOfReach or Dropped."""
    with at_the_door(), work.going_on(), reading(copy, key) as connection, work.watching(connection):
        version = version_of(connection)
        for words, good in (("cipher_integrity_check", []), ("quick_check", [("ok",)])):
            if connection.execute(f"PRAGMA {words}").fetchall() != good:
                raise DamagedStore(DATABASE)
        dossiers = _one(connection, "SELECT count(*) FROM dossier")[0]
        head = _one(connection, "SELECT seq, mac FROM journal_head")
        if _one(connection, "SELECT seq, mac FROM journal ORDER BY seq DESC LIMIT 1") != head:
            raise DamagedStore(DATABASE)
    return Checked(Contents(version, dossiers, head[0]), head[1])


def check_backup(copy: StoreFiles, key: bytearray) -> Contents:
    """Check a backup, also against its manifest where it has one; raises DamagedBackup, NewerStore, StoreOutOfReach."""
    manifest = read_manifest(copy.folder)
    with at_the_door():
        damaged = manifest.damaged(copy.folder) if manifest else ""
    if damaged:
        raise DamagedBackup(damaged)
    try:
        contents = check(copy, key, Interruptible()).contents
    except DamagedStore as found:
        raise DamagedBackup(found.part) from found
    if manifest and manifest.contents != contents:
        raise DamagedBackup("de telling klopt niet")
    return contents


def _one(connection: Any, statement: str) -> tuple[Any, ...]:
    row = connection.execute(statement).fetchone()
    if row is None:
        raise DamagedStore(DATABASE)
    return tuple(row)
