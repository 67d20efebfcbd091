# SPDX-License-Identifier: EUPL-1.2
"""Checking a store in a test: it may never change a byte; and writing in one as somebody would who has its key."""

from pathlib import Path

from sqlalchemy import text

from assessment.control import Control, Finding, Part
from storage.control import control
from storage.vault import FolderVault
from tests.storage.stores import PASSWORD, bytes_of


def check(folder: Path, password: str = PASSWORD) -> Control:
    """Check a store, and see that this leaves every byte, name and moment of change as it was."""
    before, moments = bytes_of(folder), moments_of(folder)
    try:
        return control(folder, lambda: password, lambda _: None)
    finally:
        assert bytes_of(folder) == before
        assert moments_of(folder) == moments


def moments_of(folder: Path) -> dict[str, int]:
    return {str(path): path.stat().st_mtime_ns for path in folder.rglob("*")}


def of(found: Control, part: Part) -> Finding:
    return next(one for one in found.findings if one.part is part)


def broken(found: Control) -> set[Part]:
    return {one.part for one in found.findings if not one.is_whole}


def told(found: Control) -> str:
    return "\n".join(str(fault) for one in found.findings for fault in one.faults)


def behind_its_back(vault: FolderVault, *statements: str, user: str = "") -> None:
    """Write as somebody would who has the database key: past the guards, and without a line about it."""
    vault.unlock(PASSWORD, user)
    store = vault._opened()
    with store._engine.begin() as connection:
        guards = connection.execute(text("SELECT sql FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
        drop = ("DROP TRIGGER journal_no_update", "DROP TRIGGER journal_no_delete")
        for statement in (*drop, *statements):
            connection.execute(text(statement))
        for guard in () if "DROP TABLE journal" in statements else guards:
            connection.execute(text(guard))
    store._engine.dispose()
    store.forget()
    vault._store = None
    vault._lock.release()
