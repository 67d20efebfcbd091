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
from storage import audit, names, search, setting, tables, users
from storage.anchor import journal_end, keys_of_anchor
from storage.attachments.check import ReadFiles, faults_of_files, has_attachments, orphans
from storage.attachments.rows import faults_of_rows
from storage.destroyed import faults_of_destroyed
from storage.hindering import DATABASE
from storage.keys.derive import Use, key_for
from storage.keys.secret import wiped
from storage.log_damage import LOG, is_damaged
from storage.probe import version_of
from storage.read_only import is_closed
from storage.retention import faults_of_retention
from storage.schema import differing
from storage.shelf import read_dossier
from storage.store_files import StoreFiles
from storage.versions import APPLICATION_ID, REVISIONS

UNREADABLE: Final = (
    DamagedStore, SQLAlchemyError, sqlcipher.Error, ArithmeticError, AttributeError, LookupError, TypeError, ValueError,
)  # fmt: skip
"""What reading can end in when somebody wrote in the database past the program."""


_ANEW: Final = "maak een reservekopie en zet die terug: daarbij wordt dit opnieuw gemaakt"
_SIZES: Final = ("page_count", "page_size")


@dataclass(frozen=True, slots=True)
class StoreKeys:
    """The store key and those made from it; more than one of the anchor where re-keying was broken off."""

    store: bytearray
    database: bytearray
    journal: bytearray
    anchors: tuple[bytearray, ...]
    block: bytearray


@dataclass(frozen=True, slots=True)
class Looked:
    """The store that is looked at: its files and keys, and the encrypted files that were read already."""

    files: StoreFiles
    keys: StoreKeys
    read: ReadFiles


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


def _version(connection: Connection, _at: Looked) -> Finding:
    return Finding(Part.VERSION, version_of(connection.connection.dbapi_connection), (str(len(REVISIONS)),))


def _journal(connection: Connection, at: Looked) -> Finding:
    count = connection.scalar(select(func.count()).select_from(tables.journal)) or 0
    faults = tuple(audit.faults_of_journal(connection, at.keys.journal))
    if inspect(connection).has_table(tables.journal_words.name):  # an older store kept no words beside its journal
        faults += tuple(audit.faults_of_words(connection, at.keys.journal))
    return Finding(Part.JOURNAL, count, faults=faults)


def _anchor(connection: Connection, at: Looked) -> Finding:
    end = journal_end(connection, at.files.anchor, *at.keys.anchors)
    line = 0 if end.kind is EndKind.NOT_SET else end.line
    return Finding(Part.ANCHOR, line, faults=audit.faults_of_end(end))


def _dossiers(connection: Connection, at: Looked) -> Finding:
    dossier = tables.dossier.c
    faults = list(audit.faults_of_parts(connection, at.keys.journal))
    rows = connection.execute(select(dossier.number, dossier.id, dossier.reference).order_by(dossier.number)).all()
    for number, id_, reference in rows:
        try:
            if read_dossier(connection, number).reference != reference:
                faults.append(Fault(str(id_), "het kenmerk in de lijst is niet dat van het dossier"))
        except UNREADABLE:
            faults.append(Fault(str(id_), "dit dossier is niet te lezen"))
    return Finding(Part.DOSSIERS, len(rows), faults=tuple(faults))


def _users(connection: Connection, at: Looked) -> Finding:
    if not inspect(connection).has_table(tables.user.name):  # an older store knew one user, by its key file
        return Finding(Part.USERS)
    found = users.roll(connection, at.keys.journal)
    return Finding(Part.USERS, len(found.users), faults=tuple(users.faults_of(found)))


def _retention(connection: Connection, at: Looked) -> Finding:
    if not inspect(connection).has_table(tables.retention.name):
        return Finding(Part.RETENTION)
    count = connection.scalar(select(func.count()).select_from(tables.retention)) or 0
    faults = (*faults_of_retention(connection, at.keys.journal), *faults_of_destroyed(connection, at.keys.journal))
    return Finding(Part.RETENTION, count, faults=faults)


def _search(connection: Connection, _at: Looked) -> Finding:
    indexed, missing, left = search.count(connection)
    told = {
        "onderdelen niet geïndexeerd": missing,
        "onderdelen geïndexeerd en niet in de kluis": left,
        "onderdelen met andere woorden geïndexeerd dan erin staan": search.other_words(connection),
    }
    return Finding(Part.SEARCH, indexed, faults=_counted("zoekindex", told))


def _names(connection: Connection, _at: Looked) -> Finding:
    there = inspect(connection).has_table(tables.name.name)
    if not there or not names.is_built(connection):  # that is done when it is opened
        return Finding(Part.NAMES)
    kept, missing, stray = names.differing(connection)
    told = {"ontbreken": missing, "staan in geen dossier": stray}
    return Finding(Part.NAMES, kept, faults=_counted("namen", told))


def _counted(where: str, told: dict[str, int]) -> tuple[Fault, ...]:
    """Tell what was counted of what is made of the dossiers, and how it is made anew."""
    return tuple(Fault(where, f"{count} {what}; {_ANEW}") for what, count in told.items() if count)


def _drafts(connection: Connection, _at: Looked) -> Finding:
    there = inspect(connection)
    count = 0
    for table in (tables.draft, tables.draft_of_new):
        if there.has_table(table.name):  # a store of the first version has one of them
            rows = connection.execute(select(table).execution_options(yield_per=100))
            count += sum(1 for _ in rows)
    return Finding(Part.DRAFTS, count)


def _attachments(connection: Connection, at: Looked) -> Finding:
    if not has_attachments(connection):
        return Finding(Part.ATTACHMENTS, names=("0",))
    number = connection.scalar(select(func.count()).select_from(tables.attachment)) or 0
    left = str(orphans(connection, at.files.attachments))
    faults = (
        *faults_of_rows(connection, at.keys.journal), *faults_of_files(connection, at.files.attachments, at.read),
    )  # fmt: skip
    return Finding(Part.ATTACHMENTS, number, (left,), faults)


PARTS: Final[dict[Part, Callable[[Connection, Looked], Finding]]] = {
    Part.VERSION: _version,
    Part.JOURNAL: _journal,
    Part.ANCHOR: _anchor,
    Part.USERS: _users,
    Part.DOSSIERS: _dossiers,
    Part.RETENTION: _retention,
    Part.SEARCH: _search,
    Part.NAMES: _names,
    Part.DRAFTS: _drafts,
    Part.ATTACHMENTS: _attachments,
}
"""How each part within the database is looked at, in order."""
