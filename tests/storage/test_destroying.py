# SPDX-License-Identifier: EUPL-1.2
"""After a destruction nothing of the dossier is found: not in the store, not in any backup, whichever keys one has."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert

from assessment.backup import BackupKind
from assessment.errors import DamagedStore, NoBackup
from assessment.ports import DossierId
from assessment.retention import Order, RetentionRule
from assessment.services import destruction, retention
from assessment.services.noting import note_export
from assessment.users import Role, User
from storage import destroying, tables
from storage.control import control
from storage.dossier_keys import keys_in
from storage.keys.derive import Use, key_for
from storage.keys.secret import password_bytes
from storage.keys.slot import SlotKind
from storage.probe import reading
from storage.sealed_copy import numbered
from storage.sealing import SEALED, Sealer
from storage.settling import in_force
from storage.store_files import StoreFiles
from storage.vault import FolderVault
from tests.storage.processes import child, heard
from tests.storage.stores import PASSWORD, Clock, add, get, keep, small
from tests.storage.test_secrecy import MARK, marked

Vaults = Callable[[], FolderVault]

RULE = RetentionRule(f"{MARK} selectielijst", f"{MARK} besluit genomen", 60)
SINCE = datetime(2026, 1, 1, tzinfo=UTC)
FIRST = User("a1", "Ada Voorbeeld", Role.ADMINISTRATOR, SINCE)
SECOND = User("b2", "Bram Verzinsel", Role.COORDINATOR, SINCE)
TODAY = date(2026, 6, 2)
ORDER = Order(SECOND, TODAY)


def seed(vault: FolderVault, folder: Path) -> DossierId:
    """Put a marker in every kind of field that a dossier has."""
    id_ = add(vault, marked(1))
    keep(vault, id_, replace(marked(1), parties=marked(1).parties[1:], reference=f"{MARK}-ANDERS"))
    with vault.work() as work:
        work.drafts.keep(id_, f"{MARK} veld", f"{MARK} half getypt")
        work.journal.note("advice.exported", id_, "sha256:00", f"{MARK} voor de burgemeester")
        work.commit()
    retention.set_period(vault.work(), id_, RULE, date(2020, 1, 1), FIRST)
    retention.propose(vault.work(), id_, FIRST)
    _attach(vault, folder, id_)
    return id_


def _attach(vault: FolderVault, folder: Path, id_: DossierId) -> None:
    files = StoreFiles(folder)
    files.attachments.mkdir(exist_ok=True)
    (files.attachments / "eigen").write_bytes(b"versleuteld")
    (files.attachments / "gedeeld").write_bytes(b"versleuteld")
    other = add(vault, small("BIB-ander"))
    with vault._opened()._engine.begin() as connection:
        ids = dict(connection.exec_driver_sql("SELECT id, number FROM dossier").fetchall())
        part = connection.exec_driver_sql(f"SELECT min(number) FROM part WHERE dossier={ids[id_]}").scalar()
        connection.execute(insert(tables.name).values(part=part, kind="name", said=MARK, folded=MARK, sound=MARK))
        rows = [("1", id_, "eigen"), ("2", id_, "gedeeld"), ("3", other, "gedeeld")]
        for key, owner, file in rows:
            connection.execute(insert(tables.attachment).values(
                id=key, dossier=ids[owner], owner="document/d1", name=MARK if owner == id_ else "x", kind="pdf",
                size=1, digest=b"d" * 32, file=file, key=MARK.encode() if owner == id_ else b"k",
                added_at=datetime.fromisoformat("2026-06-02T10:00:00Z"), added_by="Ada",
            ))  # fmt: skip


def backups_of_every_kind(vault: FolderVault, folder: Path, clock: Clock) -> list[str]:
    """Make sealed backups, one with other keys, one raw as before a migration and a store that was replaced."""
    sealed = []
    for _ in range(2):
        clock.at += timedelta(days=1)
        made = vault.back_up()
        assert made
        sealed.append(made.id)
        place = folder / "backups" / made.id
        shutil.copytree(folder / "files", place / "files")
    backups = folder / "backups"
    shutil.copytree(backups / sealed[0], backups / "20260101T000000Z")
    (backups / "20260101T000000Z" / "dossiers.keys").write_bytes(b"?" * 101)
    vault.lock()
    for name in ("voor-migratie-20260102T000000Z", "vervangen-20260103T000000Z", "een kopie van mij"):
        (backups / name).mkdir()
        for file in ("store.db", "store.keys.json"):
            shutil.copy(folder / file, backups / name / file)
    vault.unlock(PASSWORD)
    return sealed


def everything(folder: Path) -> str:
    """All that can be read in the store and in every backup by whoever has the password: sealed values unsealed."""
    return "\n".join(text for files in (StoreFiles(folder), *_copies(folder)) for text in _texts(files))


def _copies(folder: Path) -> list[StoreFiles]:
    return [StoreFiles(one) for one in (folder / "backups").iterdir() if one.is_dir()]


def _texts(files: StoreFiles) -> Iterator[str]:
    from storage.keys.on_disk import KeysOnDisk

    on_disk = KeysOnDisk(files.keys, files.previous_keys)
    found = on_disk.read()
    entry = on_disk.enter(found, SlotKind.PASSWORD, password_bytes(PASSWORD))
    assert entry
    store_key = in_force(files, entry, found.vault)[-1]
    with reading(files, key_for(Use.DATABASE, store_key, found.vault)) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in names:
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                yield from (one.decode("utf-8", "replace") if isinstance(one, bytes) else str(one) for one in row)
        if files.dossier_keys.exists():
            with suppress(DamagedStore), keys_in(files, key_for(Use.DOSSIER_KEYS, store_key, found.vault)) as keys:
                yield from _unsealed(connection, Sealer(numbered(connection, keys)))


def _unsealed(connection: Any, sealer: Sealer) -> Iterator[str]:
    for table, sealed in SEALED.items():
        for column in sealed.columns:
            rows = connection.execute(f'SELECT {sealed.dossier}, {sealed.row}, "{column}" FROM "{table}"').fetchall()
            for number, row, value in rows:
                if sealer.has(number):
                    yield str(sealer.unseal(number, f"{table}.{column}", row, value))


def assert_gone(folder: Path) -> None:
    found = everything(folder)
    assert MARK not in found
    assert MARK.lower() not in found
    assert "BIB-ander" in found


@pytest.fixture
def seeded(vault: FolderVault, folder: Path, clock: Clock) -> tuple[DossierId, list[str]]:
    id_ = seed(vault, folder)
    sealed = backups_of_every_kind(vault, folder, clock)
    vault.lock()  # the library counts its rows, and keeps samples of them
    vault.unlock(PASSWORD)
    assert MARK in everything(folder)
    return id_, sealed


def test_nothing_is_found_afterwards_in_store_drafts_or_backups(
    vault: FolderVault, folder: Path, seeded: tuple[DossierId, list[str]]
) -> None:
    id_, sealed = seeded
    _plain_rule(vault, id_)
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
    for files in (folder, *(folder / "backups" / one for one in sealed)):
        assert [path.name for path in (files / "files").iterdir()] == ["gedeeld"]
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


def _plain_rule(vault: FolderVault, id_: DossierId) -> None:
    """Ground and event stay on the certificate and are about nobody; so they bear no marker when one looks for it."""
    retention.set_period(
        vault.work(), id_, RetentionRule("selectielijst", "besluit genomen", 60), date(2020, 1, 1), FIRST
    )
    retention.propose(vault.work(), id_, FIRST)


def test_a_backup_that_is_put_back_does_not_bring_it_back(
    vault: FolderVault, folder: Path, seeded: tuple[DossierId, list[str]]
) -> None:
    id_, sealed = seeded
    _plain_rule(vault, id_)
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
    _plain_rule(vault, id_)
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
    _plain_rule(vault, id_)

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


def test_the_purpose_of_an_export_goes_with_its_dossier_and_the_chain_stays(vault: FolderVault) -> None:
    from types import SimpleNamespace

    id_ = add(vault, small())
    note_export(vault.work(), id_, SimpleNamespace(receipt="sha256:00"), MARK)  # type: ignore[arg-type]
    with vault.work() as work:
        work.dossiers.remove(id_)
        work.commit()
    with vault.work() as work:
        assert not any(MARK in str(line) for line in work.journal.entries(limit=1000))
    assert vault.faults() == ()


def test_kinds_of_backups_are_what_they_are_taken_for(vault: FolderVault, seeded: tuple[DossierId, list[str]]) -> None:
    assert {one.kind for one in vault.backups()} == set(BackupKind)
