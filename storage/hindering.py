# SPDX-License-Identifier: EUPL-1.2
"""At the door of the storage: what the disk or the database library says, told as a Hindrance.

This is the only place that knows the error codes. What it does not know is a bug, and goes up as it is.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from assessment.errors import DamagedStore, Hindrance, StoreInUse, StoreOutOfReach
from storage.lock_file import NOBODY_KNOWN

DATABASE: Final = "database"

_FULL = "De schijf is vol."
_READ_ONLY = "De kluis staat op een plaats waar niet mag worden geschreven."
_OUT_OF_REACH = "De schijf met de kluis is niet bereikbaar of geeft een fout."
_NO_MEMORY = "Er is te weinig werkgeheugen vrij om de kluis te openen. Sluit andere programma's."

_OF_THE_DISK = {
    errno.ENOSPC: _FULL, errno.EDQUOT: _FULL, errno.EFBIG: _FULL,
    errno.EROFS: _READ_ONLY, errno.EACCES: _READ_ONLY, errno.EPERM: _READ_ONLY,
}  # fmt: skip

_CANNOT_STAND: Final = "constraint failed"
"""How the library says that a row cannot stand beside the others. What is written follows from what was read; so what
was read is not whole. A guard of the journal has words of its own: who would change a line is a bug."""


@contextmanager
def at_the_door() -> Iterator[None]:
    """Turn errors of disk, memory and database library into hindrances; raises Hindrance."""
    import sqlcipher3.dbapi2 as sqlcipher

    try:
        yield
    except OSError as error:
        raise StoreOutOfReach(_OF_THE_DISK.get(error.errno or 0, _OUT_OF_REACH)) from error
    except MemoryError as error:
        raise StoreOutOfReach(_NO_MEMORY) from error
    except sqlcipher.Error as error:
        hindrance = told_by_database(error)
        if hindrance is None:
            raise
        raise hindrance from error


def told_by_database(error: BaseException) -> Hindrance | None:
    """Tell an error of the database library by its SQLite code; nothing when it is a bug of ours."""
    code = getattr(error, "sqlite_errorname", None) or ""
    if code.startswith("SQLITE_CONSTRAINT") and _CANNOT_STAND in str(error):
        return DamagedStore(DATABASE)
    return next((make() for start, make in _OF_THE_DATABASE.items() if code.startswith(start)), None)


def no_memory(is_damaged: bool) -> Hindrance:
    """Tell what the database library means by too little memory: also a page that it could not decipher."""
    return DamagedStore(DATABASE) if is_damaged else StoreOutOfReach(_NO_MEMORY)


_OF_THE_DATABASE: Final[dict[str, Callable[[], Hindrance]]] = {
    "SQLITE_FULL": lambda: StoreOutOfReach(_FULL),
    "SQLITE_READONLY": lambda: StoreOutOfReach(_READ_ONLY),
    "SQLITE_CANTOPEN": lambda: StoreOutOfReach(_OUT_OF_REACH),
    "SQLITE_IOERR": lambda: StoreOutOfReach(_OUT_OF_REACH),
    "SQLITE_CORRUPT": lambda: DamagedStore(DATABASE),
    "SQLITE_NOTADB": lambda: DamagedStore(DATABASE),
    "SQLITE_BUSY": lambda: StoreInUse(NOBODY_KNOWN),
    "SQLITE_LOCKED": lambda: StoreInUse(NOBODY_KNOWN),
}
