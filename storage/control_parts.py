# SPDX-License-Identifier: EUPL-1.2
"""What is looked at in the database of a store, part by part. Nothing here trusts what it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Final

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, func, inspect, select
from sqlalchemy.exc import SQLAlchemyError

from assessment.control import Finding, Part
from assessment.errors import DamagedStore, Fault
from assessment.journal_end import EndKind
from storage import audit, search, setting, tables
from storage.anchor import journal_end, keys_of_anchor
from storage.attachments.check import faults_of_files, has_attachments, orphans
from storage.attachments.rows import faults_of_rows
from storage.hindering import DATABASE
from storage.keys.derive import Use, key_for
from storage.keys.secret import wiped
from storage.log_damage import LOG, is_damaged
from storage.probe import version_of
from storage.read_only import is_closed
from storage.schema import differing
from storage.shelf import read_dossier
from storage.store_files import StoreFiles
from storage.versions import APPLICATION_ID, REVISIONS

UNREADABLE: Final = (
    DamagedStore, SQLAlchemyError, sqlcipher.Error, ArithmeticError, LookupError, TypeError, ValueError,
)  # fmt: skip
"""What reading can end in when somebody wrote in the database past the program."""


_SIZES: Final = ("page_count", "page_size")


@dataclass(frozen=True, slots=True)
class StoreKeys:
    """The store key and those made from it; more than one of the anchor where re-keying was broken off."""

    store: bytearray
    database: bytearray
    journal: bytearray
    anchors: tuple[bytearray, ...]
    block: bytearray


@contextmanager
def keys_of(store_keys: Sequence[bytearray], vault: bytes) -> Iterator[StoreKeys]:
    """Make the keys of a store and overwrite them afterwards; the store keys stay. The last opens the database."""
    store = store_keys[-1]
    database, journal, block = (key_for(use, store, vault) for use in (Use.DATABASE, Use.JOURNAL, Use.DOSSIER_KEYS))
    with wiped(database), wiped(journal), wiped(block), keys_of_anchor(store_keys, vault) as anchors:
        yield StoreKeys(store, database, journal, anchors, block)


def take_journal_key(engine: Engine, keys: StoreKeys) -> None:
    """Take the key of the journal from a store that was re-keyed; what cannot be read is found by looking at it."""
    with suppress(*UNREADABLE), engine.connect() as connection:
        setting.take_journal_key(connection, keys.journal)


def guarded(part: Part, look: Callable[[], Finding]) -> Finding:
    """Look at a part; what cannot be read is a fault of it. What hinders, and a newer store, goes up."""
    try:
        return look()
    except UNREADABLE:
        return Finding(part, faults=(Fault(DATABASE, "dit is niet te lezen"),))


def look_at_file(engine: Engine, files: StoreFiles, mark: int = APPLICATION_ID) -> Finding:
    """Check whether it is a store of ours, and every page, index and reference of it."""
    with engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        version = version_of(raw, mark)
        is_cut = is_damaged(files, raw)  # which cannot be asked within a transaction
        pages, size = (int(connection.exec_driver_sql(f"PRAGMA {one}").scalar_one()) for one in _SIZES)
        # After a crash the log holds the newer pages; what it replaces in the file may be half written.
        faults = audit.faults_of_file(connection, with_ciphers=is_closed(files))
        if is_cut:
            faults += (
                Fault(LOG, "dit bestand is beschadigd of weg: wijzigingen die bewaard waren, zijn niet te lezen"),
            )
        if not faults and is_closed(files) and files.database.stat().st_size != pages * size:
            faults = (Fault(DATABASE, "het bestand is langer of korter dan wat erin hoort"),)
        others = differing(connection, version)
        faults += tuple(Fault(DATABASE, f"{name} ontbreekt, is gewijzigd of hoort hier niet") for name in others)
    return Finding(Part.DATABASE, pages, faults=faults)


def _version(connection: Connection, _files: StoreFiles, _keys: StoreKeys) -> Finding:
    return Finding(Part.VERSION, version_of(connection.connection.dbapi_connection), (str(len(REVISIONS)),))


def _journal(connection: Connection, _files: StoreFiles, keys: StoreKeys) -> Finding:
    count = connection.scalar(select(func.count()).select_from(tables.journal)) or 0
    faults = tuple(audit.faults_of_journal(connection, keys.journal))
    if inspect(connection).has_table(tables.journal_words.name):  # an older store kept no words beside its journal
        faults += tuple(audit.faults_of_words(connection, keys.journal))
    return Finding(Part.JOURNAL, count, faults=faults)


def _anchor(connection: Connection, files: StoreFiles, keys: StoreKeys) -> Finding:
    end = journal_end(connection, files.anchor, *keys.anchors)
    line = 0 if end.kind is EndKind.NOT_SET else end.line
    return Finding(Part.ANCHOR, line, faults=audit.faults_of_end(end))


def _dossiers(connection: Connection, _files: StoreFiles, keys: StoreKeys) -> Finding:
    dossier = tables.dossier.c
    faults = list(audit.faults_of_parts(connection, keys.journal))
    rows = connection.execute(select(dossier.number, dossier.id, dossier.reference).order_by(dossier.number)).all()
    for number, id_, reference in rows:
        try:
            if read_dossier(connection, number).reference != reference:
                faults.append(Fault(str(id_), "het kenmerk in de lijst is niet dat van het dossier"))
        except UNREADABLE:
            faults.append(Fault(str(id_), "dit dossier is niet te lezen"))
    return Finding(Part.DOSSIERS, len(rows), faults=tuple(faults))


def _search(connection: Connection, _files: StoreFiles, _keys: StoreKeys) -> Finding:
    indexed, missing, left = search.count(connection)
    told = {"niet geïndexeerd": missing, "geïndexeerd en niet in de kluis": left}
    faults = tuple(Fault("zoekindex", f"{count} onderdelen {what}") for what, count in told.items() if count)
    return Finding(Part.SEARCH, indexed, faults=faults)


def _drafts(connection: Connection, _files: StoreFiles, _keys: StoreKeys) -> Finding:
    there = inspect(connection)
    count = 0
    for table in (tables.draft, tables.draft_of_new):
        if there.has_table(table.name):  # a store of the first version has one of them
            rows = connection.execute(select(table).execution_options(yield_per=100))
            count += sum(1 for _ in rows)
    return Finding(Part.DRAFTS, count)


def _attachments(connection: Connection, files: StoreFiles, keys: StoreKeys) -> Finding:
    if not has_attachments(connection):
        return Finding(Part.ATTACHMENTS, names=("0",))
    number = connection.scalar(select(func.count()).select_from(tables.attachment)) or 0
    left = str(orphans(connection, files.attachments))
    faults = (
        *faults_of_rows(connection, keys.journal), *faults_of_files(connection, files.attachments, whole=True),
    )  # fmt: skip
    return Finding(Part.ATTACHMENTS, number, (left,), faults)


PARTS: Final[dict[Part, Callable[[Connection, StoreFiles, StoreKeys], Finding]]] = {
    Part.VERSION: _version,
    Part.JOURNAL: _journal,
    Part.ANCHOR: _anchor,
    Part.DOSSIERS: _dossiers,
    Part.SEARCH: _search,
    Part.DRAFTS: _drafts,
    Part.ATTACHMENTS: _attachments,
}
"""How each part within the database is looked at, in order."""
