# SPDX-License-Identifier: EUPL-1.2
"""The check of a store that is open: its pages, its journal, and all that the journal bears marks of."""

from __future__ import annotations

from sqlalchemy import Connection

from assessment.errors import Fault
from storage import audit, users
from storage.anchor import journal_end
from storage.attachments.check import faults_of_files
from storage.attachments.rows import faults_of_rows
from storage.destroyed import faults_of_destroyed
from storage.retention import faults_of_retention
from storage.store_files import StoreFiles


def faults_of_store(
    connection: Connection, files: StoreFiles, journal_key: bytearray, anchor_key: bytearray
) -> tuple[Fault, ...]:
    """Check the whole store; where its pages are damaged nothing else is looked at. May take seconds."""
    broken = audit.faults_of_file(connection)
    if broken:
        return broken
    return (
        *audit.faults_of_journal(connection, journal_key),
        *audit.faults_of_end(journal_end(connection, files.anchor, anchor_key)),
        *audit.faults_of_parts(connection, journal_key),
        *audit.faults_of_words(connection, journal_key),
        *users.faults_of(users.roll(connection, journal_key)),
        *faults_of_retention(connection, journal_key),
        *faults_of_destroyed(connection, journal_key),
        *faults_of_rows(connection, journal_key),
        *faults_of_files(connection, files.attachments),
    )
