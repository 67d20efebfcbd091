# SPDX-License-Identifier: EUPL-1.2
"""Reading a store without leaving a trace: not a byte beside it changes, also after a crash."""

from __future__ import annotations

import errno
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlalchemy import Engine

from storage.connecting import make_reader
from storage.lock_file import LockFile
from storage.owned import copy_whole
from storage.store_files import StoreFiles

_PREFIX = "toetssteen-controle-"


@contextmanager
def kept_closed(lock: Path) -> Iterator[None]:
    """Hold the lock of a store, unsigned, so that nobody opens it meanwhile; raises StoreInUse.

    Where there is no lock file, or none can be written, nobody has the store open; none is made.
    """
    held = LockFile(lock)
    try:
        held.take(make=False)
    except FileNotFoundError:
        pass
    except OSError as error:
        if error.errno != errno.EROFS:
            raise
    try:
        yield
    finally:
        held.release()


@contextmanager
def reader(files: StoreFiles, key: bytearray) -> Iterator[Engine]:
    """Lend an engine on a database that nobody else has open; raises OSError, or as the database does.

    A log that a crash left behind must be read too, and the library may write or delete it then; so it works on a copy
    of both, as encrypted as they are.
    """
    with ExitStack() as stack:
        read = files
        if not is_closed(files):
            read = StoreFiles(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix=_PREFIX))))
            copy_whole(files.database, read.database)
            copy_whole(files.log, read.log)
        engine = make_reader(where_to_read(read), key)
        stack.callback(engine.dispose)
        yield engine


def is_closed(files: StoreFiles) -> bool:
    """Whether it was closed properly: no log was left that is still to be read."""
    return not files.log.exists() or files.log.stat().st_size == 0


def where_to_read(files: StoreFiles) -> str:
    """Give the address by which a database is opened for reading only.

    `immutable` leaves no trace at all; after a crash the log has to be read too.
    """
    how = "mode=ro&immutable=1" if is_closed(files) else "mode=ro"
    return f"{files.database.absolute().as_uri()}?{how}"
