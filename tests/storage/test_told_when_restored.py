# SPDX-License-Identifier: EUPL-1.2
"""A store that was put back says so itself, wherever the program was killed; and so do certificates that came over."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.control import Part
from assessment.ports import DossierId
from assessment.services import destruction, retention
from assessment.users import Role
from storage import restoring
from storage.opened import OpenStore
from storage.vault import FolderVault
from tests.storage.checking import behind_its_back, broken, check
from tests.storage.seeding import FIRST, ORDER, RULE
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, flip, small
from tests.storage.test_people import ADA, BO, let_in
from tests.storage.test_people import FIRST as FIRST_PASSWORD

Vaults = Callable[[], FolderVault]
OLD = Path(__file__).with_name("old")


class Killed(BaseException):
    """Stands for the end of the program."""


def killed(*_: Any, **__: Any) -> None:
    raise Killed


def lines(vault: FolderVault) -> list[tuple[str, str, str]]:
    """Give all lines, the oldest first: who did what, and what is told of it."""
    with vault.work() as work:
        found = work.journal.entries(limit=1000)
    return [(line.action, line.actor, line.detail) for line in reversed(found)]


def actions(vault: FolderVault) -> list[str]:
    return [action for action, _, _ in lines(vault)]


@pytest.fixture
def destroyed(vault: FolderVault) -> str:
    """A closed store with one certificate, and a backup of before: its id."""
    id_ = proposed(vault)
    made = vault.back_up()
    assert made
    destruction.carry_out(vault.destruction, id_, ORDER)
    vault.lock()
    return made.id


def proposed(vault: FolderVault) -> DossierId:
    id_ = add(vault, small())
    retention.set_period(vault.work(), id_, RULE, date(2000, 1, 1), FIRST)
    retention.propose(vault.work(), id_, FIRST)
    return id_


@pytest.mark.parametrize("step", ["open_", "enter", "note_opened", "finish_destruction", "renew_anchor"])
def test_killed_after_it_was_put_in_place_it_tells(
    vault: FolderVault, vaults: Vaults, folder: Path, destroyed: str, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(OpenStore, step, killed)
        with pytest.raises(Killed):
            vault.restore(destroyed, PASSWORD)
    again = vaults()
    again.unlock(PASSWORD)
    told = actions(again)
    assert told.count("store.restored") == told.count("destruction.taken-over") == 1
    assert told.index("store.restored") < len(told) - 1 - told[::-1].index("store.opened")
    assert again.faults() == ()
    assert len(again.destruction.certificates()) == 1
    again.lock()
    behind_its_back(again, "DELETE FROM destruction WHERE id <> 'counts'")
    again.unlock(PASSWORD)
    assert [one.where.partition(" ")[0] for one in again.faults()] == ["verklaring"]
    again.lock()
    assert Part.RETENTION in broken(check(folder))


def test_killed_before_it_was_put_in_place_nothing_tells(
    vault: FolderVault, vaults: Vaults, destroyed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(restoring, "put_in_place", killed)
        with pytest.raises(Killed):
            vault.restore(destroyed, PASSWORD)
    again = vaults()
    again.unlock(PASSWORD)
    assert not {"store.restored", "destruction.taken-over"} & set(actions(again))
    assert again.faults() == again.warnings() == ()


def test_a_certificate_without_any_line_gets_one_at_the_next_opening_and_only_once(
    vault: FolderVault, destroyed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An earlier version, killed in the middle, left them so."""
    with monkeypatch.context() as patched:
        patched.setattr(restoring.SqlDestroyed, "untold", lambda *_: ())
        patched.setattr(OpenStore, "finish_destruction", killed)
        with pytest.raises(Killed):
            vault.restore(destroyed, PASSWORD)
    for _ in range(3):
        vault.unlock(PASSWORD)
        assert actions(vault).count("destruction.taken-over") == 1
        assert vault.faults() == ()
        vault.lock()
    behind_its_back(vault, "DELETE FROM destruction WHERE id <> 'counts'")
    vault.unlock(PASSWORD)
    assert len(vault.faults()) == 1


def test_a_certificate_that_was_altered_is_not_told_away_at_the_next_opening(
    vault: FolderVault, destroyed: str
) -> None:
    behind_its_back(vault, "UPDATE destruction SET certificate = replace(certificate, '2000-01-01', '2001-01-01')")
    for _ in range(2):
        vault.unlock(PASSWORD)
        assert len(vault.faults()) == 1
        assert "destruction.taken-over" not in actions(vault)
        vault.lock()


def test_whoever_puts_it_back_is_named(vault: FolderVault) -> None:
    let_in(vault, Role.OFFICER)
    made = vault.back_up()
    assert made
    vault.lock()
    vault.restore(made.id, FIRST_PASSWORD, BO)
    vault.lock()
    vault.restore(made.id, PASSWORD, ADA)
    told = [(action, actor) for action, actor, _ in lines(vault) if action == "store.restored"]
    assert told == [("store.restored", ADA)]
    vault.lock()
    aside = max(one.id for one in vault.backups() if one.id.startswith("vervangen"))
    vault.restore(aside, FIRST_PASSWORD, BO)
    told = [(action, actor) for action, actor, _ in lines(vault) if action == "store.restored"]
    assert told == [("store.restored", BO)] * 2


def test_the_recovery_key_puts_it_back_for_the_administrator(vaults: Vaults) -> None:
    vault = vaults()
    key = vault.create(ADA, PASSWORD)
    made = vault.back_up()
    assert made
    vault.lock()
    vault.restore(made.id, key)
    assert ("store.restored", ADA, "") in lines(vault)


def test_what_could_not_be_read_of_the_replaced_store_is_told(vault: FolderVault, folder: Path, destroyed: str) -> None:
    flip(folder / "store.db", 3)
    vault.restore(destroyed, PASSWORD)
    ((_, _, detail),) = [line for line in lines(vault) if line[0] == "store.restored"]
    assert "niet helemaal te lezen" in detail


@pytest.mark.parametrize("version", ["0001", "0002", "0003", "0004"])
def test_a_copy_of_an_earlier_version_tells_too(tmp_path: Path, version: str) -> None:
    folder = tmp_path / "kluis"
    place = folder / "backups" / "voor-migratie-20260102T000000Z"
    shutil.copytree(OLD / version, place)
    vault = FolderVault(folder, Clock(), CHEAP)
    user = owner(tmp_path / "apart", version)
    vault.restore(place.name, PASSWORD)
    ((_, actor, detail),) = [line for line in lines(vault) if line[0] == "store.restored"]
    assert (actor, detail) == (user, "")
    assert vault.user == user
    assert vault.faults() == ()
    vault.lock()
    assert broken(check(folder)) <= {Part.BACKUP}  # that copy has no manifest


def owner(folder: Path, version: str) -> str:
    """Name whose store of an earlier version it is."""
    shutil.copytree(OLD / version, folder)
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    name = vault.user
    vault.lock()
    return name
