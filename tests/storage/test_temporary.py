# SPDX-License-Identifier: EUPL-1.2
"""A temporary store works as any other and leaves nothing behind."""

import sys
from pathlib import Path
from typing import NoReturn

import pytest

from assessment.errors import StoreOutOfReach
from assessment.ports import VaultState
from storage.temporary import PREFIX, TemporaryVault, sweep
from tests.storage.stores import Clock, add, get, small


def test_it_is_open_at_once_and_gone_afterwards(tmp_path: Path) -> None:
    with TemporaryVault("Ada Voorbeeld", Clock(), tmp_path) as vault:
        assert (vault.state(), vault.user, vault.name) == (VaultState.OPEN, "Ada Voorbeeld", "voorbeeld")
        assert get(vault, add(vault, small())) == small()
        (base,) = tmp_path.iterdir()
        if sys.platform != "win32":
            assert base.stat().st_mode & 0o777 == 0o700
    assert list(tmp_path.iterdir()) == []
    assert vault.state() is VaultState.MISSING


def test_locking_takes_it_away(tmp_path: Path) -> None:
    vault = TemporaryVault("Ada Voorbeeld", Clock(), tmp_path)
    vault.lock()
    assert list(tmp_path.iterdir()) == []
    vault.close()


def test_two_at_once_do_not_touch_each_other(tmp_path: Path) -> None:
    with TemporaryVault("Ada", Clock(), tmp_path) as one, TemporaryVault("Ben", Clock(), tmp_path) as other:
        id_ = add(one, small())
        other.lock()
        assert get(one, id_) == small()


def test_what_is_not_ours_is_not_swept(tmp_path: Path) -> None:
    kept = tmp_path / "elders"
    kept.mkdir()
    (kept / "in-gebruik.lock").touch()
    (tmp_path / f"{PREFIX}zonder-slot").mkdir()
    if sys.platform != "win32":
        (tmp_path / f"{PREFIX}verwijzing").symlink_to(kept, target_is_directory=True)
    before = sorted(tmp_path.rglob("*"))
    sweep(tmp_path)
    assert sorted(tmp_path.rglob("*")) == before


def test_without_a_place_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreOutOfReach):
        TemporaryVault("Ada", Clock(), tmp_path / "bestaat-niet")


def test_when_it_cannot_be_made_nothing_is_left(tmp_path: Path) -> None:
    def broken() -> NoReturn:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        TemporaryVault("Ada", broken, tmp_path)
    assert list(tmp_path.iterdir()) == []
