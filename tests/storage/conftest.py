# SPDX-License-Identifier: EUPL-1.2
"""Real stores in a temporary folder, with a password that is cheap to try."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage.vault import FolderVault
from tests.storage.killed_logs import Killed, killed_after
from tests.storage.stores import CHEAP, FILES, PASSWORD, Clock, add, dossier_of


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kluizen" / "kluis"


@pytest.fixture
def vaults(folder: Path, clock: Clock) -> Iterator[Callable[[], FolderVault]]:
    """Give a new vault object on the same folder each time, as a new start of the program does."""
    made: list[FolderVault] = []

    def another() -> FolderVault:
        made.append(FolderVault(folder, clock, CHEAP))
        return made[-1]

    yield another
    for one in made:
        one.lock()


@pytest.fixture
def vault(vaults: Callable[[], FolderVault]) -> FolderVault:
    """A store that was made and is open."""
    vault = vaults()
    vault.create("Ada Voorbeeld", PASSWORD)
    return vault


@pytest.fixture
def locked(vault: FolderVault) -> FolderVault:
    """A store that was closed properly."""
    vault.lock()
    return vault


@pytest.fixture
def store(vault: FolderVault, folder: Path) -> Path:
    """The folder of a closed store with some dossiers and a draft."""
    ids = [add(vault, dossier_of(path)) for path in FILES[:2]]
    with vault.work() as work:
        work.drafts.keep(ids[0], "f1.description", "half getypt")
        work.drafts.keep(None, "reference", "BIB-2026-0099")
        work.commit()
    vault.lock()
    return folder


@pytest.fixture
def filled(request: pytest.FixtureRequest, vault: FolderVault) -> FolderVault:
    """A store with the dossiers `CAFE` and `OTHER` of the tests that ask for it."""
    return put_in(vault, request)


@pytest.fixture(scope="module")
def filled_once(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FolderVault]:
    """The same store for all cases of a property; nothing is changed in it."""
    vault = FolderVault(tmp_path_factory.mktemp("gevuld") / "kluis", Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    yield put_in(vault, request)
    vault.lock()


def put_in(vault: FolderVault, request: pytest.FixtureRequest) -> FolderVault:
    for dossier in (request.module.CAFE, request.module.OTHER):
        add(vault, dossier)
    return vault


@pytest.fixture
def opens(tmp_path: Path) -> Callable[[Path], FolderVault]:
    """Put a copy of a backup back as a store of its own; where it stands nothing is changed."""

    def open_(backup: Path) -> FolderVault:
        place = tmp_path / "apart" / secrets.token_hex(4)
        shutil.copytree(backup, place / "backups" / backup.name)
        vault = FolderVault(place, Clock(), CHEAP)
        vault.restore(backup.name, PASSWORD)
        return vault

    return open_


@pytest.fixture(scope="module")
def long_killed(tmp_path_factory: pytest.TempPathFactory) -> Killed:
    """A killed store with many changes in its log."""
    return killed_after(tmp_path_factory.mktemp("log"), 25)


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """Where a copy of it is damaged."""
    return tmp_path / "kluis"
