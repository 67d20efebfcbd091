# SPDX-License-Identifier: EUPL-1.2
"""A store that was moved to a wrong place, or whose disk is nearly full, opens and says so."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from storage import surroundings
from storage.vault import FolderVault
from tests.storage.stores import CHEAP, PASSWORD, Clock


def test_where_all_is_well_nothing_is_said(vault: FolderVault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings.shutil, "disk_usage", lambda _: SimpleNamespace(free=surroundings.LITTLE))
    assert vault.warnings() == ()


def test_a_store_in_a_synced_folder_opens_and_is_told(locked: FolderVault, folder: Path, tmp_path: Path) -> None:
    moved = tmp_path / "OneDrive - gemeente Fictenveen" / "kluis"
    moved.parent.mkdir()
    folder.rename(moved)
    vault = FolderVault(moved, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    (told,) = vault.warnings()
    vault.lock()
    assert "clouddienst" in told
    assert "verplaatsen" in told


def test_a_disk_that_is_nearly_full_is_told(vault: FolderVault, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surroundings.shutil, "disk_usage", lambda _: SimpleNamespace(free=surroundings.LITTLE - 1))
    (told,) = vault.warnings()
    assert "999 MB vrij" in told
