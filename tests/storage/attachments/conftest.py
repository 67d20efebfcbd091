# SPDX-License-Identifier: EUPL-1.2
"""A store with one dossier, and files to take in."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.attachment import Attachment, TakenIn
from assessment.ports import DossierId
from storage.vault import FolderVault
from tests.storage.stores import PASSWORD, add, small

Make = Callable[[str, bytes], Path]


def never() -> bool:
    return False


def silent(_done: int, _size: int) -> None:
    return None


def take_in(vault: FolderVault, path: Path, *, cleaned: bool = False) -> TakenIn:
    taken = vault.attachments.take_in(str(path), silent, never, cleaned)
    assert taken is not None
    return taken


def attach(vault: FolderVault, dossier: DossierId, path: Path, owner: str = "document/d1") -> Attachment:
    """Take a file in and name it, as the service does."""
    taken = take_in(vault, path)
    with vault.work() as work:
        made = work.attachments.add(dossier, owner, taken)
        work.commit()
    return made


def bins(folder: Path) -> list[Path]:
    """All that stands in the folder of the attachments."""
    return sorted(one for one in (folder / "files").rglob("*") if one.is_file())


@pytest.fixture
def dossier(vault: FolderVault) -> DossierId:
    return add(vault, small())


@pytest.fixture
def make(tmp_path: Path) -> Make:
    def made(name: str, content: bytes) -> Path:
        path = tmp_path / "van buiten" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return path

    return made


@pytest.fixture
def reopened(vaults: Callable[[], FolderVault], vault: FolderVault) -> Callable[[], FolderVault]:
    """Close the store and open it with a new start of the program."""

    def reopen() -> FolderVault:
        vault.lock()
        another = vaults()
        another.unlock(PASSWORD)
        return another

    return reopen
