# SPDX-License-Identifier: EUPL-1.2
"""After a destruction nothing of the dossier is found: not in the store, not in any backup, whichever keys one has."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.backup import BackupKind
from assessment.errors import NoBackup
from assessment.ports import DossierId
from assessment.services import destruction
from storage import destroying
from storage.control import control
from storage.vault import FolderVault
from tests.storage.processes import child, heard
from tests.storage.seeding import (
    FIRST,
    ORDER,
    SECOND,
    assert_gone,
    backups_of_every_kind,
    everything,
    plain_rule,
    seed,
)
from tests.storage.stores import PASSWORD, Clock, get
from tests.storage.test_secrecy import MARK

Vaults = Callable[[], FolderVault]


@pytest.fixture
def seeded(vault: FolderVault, folder: Path, clock: Clock) -> tuple[DossierId, list[str]]:
    id_ = seed(vault, folder)
    sealed = backups_of_every_kind(vault, folder, clock)
    with vault._opened()._engine.begin() as connection:  # as the library does: it keeps samples
        connection.exec_driver_sql("ANALYZE")
        assert connection.exec_driver_sql(f"SELECT 1 FROM sqlite_stat4 WHERE instr(sample, '{MARK}')").first()
    assert MARK in everything(folder)
    return id_, sealed


def test_nothing_is_found_afterwards_in_store_drafts_or_backups(
    vault: FolderVault, folder: Path, seeded: tuple[DossierId, list[str]]
) -> None:
    id_, sealed = seeded
    plain_rule(vault, id_)
    made = destruction.carry_out(vault.destruction, id_, ORDER)
    assert (made.is_done, made.backups, made.removed) == (True, 3, 4)
    assert (made.proposed_by, made.carried_out_by) == (FIRST.name, SECOND.name)
    assert (made.amounts.attachments, made.amounts.drafts) == (2, 1)
    assert made.amounts.parts > 20
    assert made.amounts.words > 3
    vault.lock()
    assert_gone(folder)
    names = {one.name for one in (folder / "backups").iterdir()}
    assert set(sealed) < names
    assert len(names) == 3
    left = {path.name for path in (folder / "files").rglob("*.bin")}
    assert len(left) == 1
    for one in sealed:
        assert {path.name for path in (folder / "backups" / one / "files").rglob("*.bin")} == left
    vault.unlock(PASSWORD)
    assert vault.faults() == ()
    assert destruction.certificates(vault.destruction) == (made,)
    with vault.work() as work:
        lines = work.journal.entries(id_, limit=1000)
        with pytest.raises(KeyError):
            work.dossiers.get(id_)
    assert {"dossier.destroyed", "destruction.finished"} <= {line.action for line in lines}
    assert not any(line.old or line.new or line.words for line in lines)
    vault.lock()
    assert control(folder, lambda: PASSWORD, lambda _: None).is_whole


def test_a_backup_that_is_put_back_does_not_bring_it_back(
    vault: FolderVault, folder: Path, seeded: tuple[DossierId, list[str]]
) -> None:
    id_, sealed = seeded
    plain_rule(vault, id_)
    destruction.carry_out(vault.destruction, id_, ORDER)
    assert all(one.is_good and one.contents.dossiers == 1 for one in vault.backups())
    vault.lock()
    assert vault.examine(sealed[0], PASSWORD).contents.dossiers == 1
    vault.restore(sealed[0], PASSWORD)
    with vault.work() as work:
        assert [row.summary.reference for row in work.dossiers.find()] == ["BIB-ander"]
        assert work.dossiers.count(MARK) == 0
        with pytest.raises(KeyError):
            work.dossiers.get(id_)
    assert vault.faults() == ()
    vault.lock()
    assert_gone(folder)


@pytest.mark.parametrize(
    "step", ["sweep", "forget", "make_backup", "throw_away", "unlink", "write_keys", "tell_fewer", "_done"]
)
def test_killed_before_any_step_it_is_finished_at_the_next_opening(
    vault: FolderVault, vaults: Vaults, folder: Path, seeded: tuple[DossierId, list[str]], step: str
) -> None:
    id_, _ = seeded
    plain_rule(vault, id_)
    vault.lock()
    with child("destroy", folder, step, id_) as process:
        said = heard(process)
        process.wait(30)
    assert said == "voor " + step
    again = vaults()
    again.unlock(PASSWORD)
    assert again.warnings() == ()
    (made,) = destruction.certificates(again.destruction)
    assert (made.is_done, made.removed) == (True, 4)
    assert again.faults() == ()
    again.lock()
    assert_gone(folder)
    assert not list((folder / "backups").glob("*.nieuw"))


def test_where_it_cannot_be_finished_it_says_so_and_is_finished_later(
    vault: FolderVault, folder: Path, seeded: tuple[DossierId, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    id_, _ = seeded
    plain_rule(vault, id_)

    def full(*_: object) -> None:
        raise NoBackup("De schijf is vol.")

    with monkeypatch.context() as patched:
        patched.setattr(destroying, "make_backup", full)
        with pytest.raises(NoBackup):
            destruction.carry_out(vault.destruction, id_, ORDER)
        with pytest.raises(KeyError):
            get(vault, id_)
        assert len(list((folder / "backups").iterdir())) == 6  # none was taken away before a good one was there
        vault.lock()
        vault.unlock(PASSWORD)
        assert "nog niet af" in vault.warnings()[0]
    vault.lock()
    vault.unlock(PASSWORD)
    assert vault.warnings() == ()
    vault.lock()
    assert_gone(folder)


def test_a_backup_of_another_store_is_left_alone(
    vault: FolderVault, folder: Path, tmp_path: Path, clock: Clock
) -> None:
    id_ = seed(vault, folder)
    from tests.storage.stores import CHEAP

    other = FolderVault(tmp_path / "andere", clock, CHEAP)
    other.create("Iemand Anders", PASSWORD)
    other.lock()
    foreign = folder / "backups" / "20260101T000000Z"
    foreign.mkdir(parents=True)
    for name in ("store.db", "store.keys.json"):
        shutil.copy(tmp_path / "andere" / name, foreign / name)
    (folder / "backups" / "aantekeningen").mkdir()
    made = destruction.carry_out(vault.destruction, id_, ORDER)
    assert (made.backups, made.removed) == (0, 0)
    assert foreign.exists()


def test_kinds_of_backups_are_what_they_are_taken_for(vault: FolderVault, seeded: tuple[DossierId, list[str]]) -> None:
    assert {one.kind for one in vault.backups()} == set(BackupKind)


def test_certificates_and_counts_outlive_a_backup_of_before_that_is_put_back(
    vault: FolderVault, folder: Path, seeded: tuple[DossierId, list[str]]
) -> None:
    id_, sealed = seeded
    plain_rule(vault, id_)
    made = destruction.carry_out(vault.destruction, id_, ORDER)
    counts = destruction.counters(vault.destruction)
    vault.lock()
    vault.restore(sealed[0], PASSWORD)
    assert destruction.certificates(vault.destruction) == (made,)
    assert destruction.counters(vault.destruction) == counts != ()


def test_a_copy_from_elsewhere_does_not_bring_it_back_for_long(
    vault: FolderVault, folder: Path, tmp_path: Path, seeded: tuple[DossierId, list[str]]
) -> None:
    """Somebody puts a backup of the whole folder, of before the destruction, among the backups and restores it."""
    id_, sealed = seeded
    shutil.copytree(folder / "backups" / sealed[0], tmp_path / "elders")
    plain_rule(vault, id_)
    destruction.carry_out(vault.destruction, id_, ORDER)
    shutil.copytree(tmp_path / "elders", folder / "backups" / "20260101T120000Z")
    vault.lock()
    vault.restore("20260101T120000Z", PASSWORD)
    with pytest.raises(KeyError):
        get(vault, id_)
    assert vault.faults() == ()
    assert vault.warnings() == ()
    vault.lock()
    assert_gone(folder)
