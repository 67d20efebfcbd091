# SPDX-License-Identifier: EUPL-1.2
"""The check of a closed store: it never calls whole what is not, never breaks off, and never changes a byte."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from assessment.control import Control, Finding, Part
from assessment.errors import NewerStore, NoStore, StoreInUse, WrongPassword
from storage.control import control
from storage.vault import FolderVault
from tests.storage.processes import child, heard
from tests.storage.stores import FILES, PASSWORD, add, answered, bytes_of, dossier_of, flip, keep, renamed, small

WITHIN = (Part.VERSION, Part.JOURNAL, Part.ANCHOR, Part.DOSSIERS, Part.SEARCH, Part.DRAFTS)


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


def behind_its_back(vault: FolderVault, *statements: str) -> None:
    """Write as somebody would who has the database key: past the guards, and without a line about it."""
    vault.unlock(PASSWORD)
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


def test_a_whole_store_is_whole_in_every_part(store: Path) -> None:
    steps: list[Part] = []
    found = control(store, lambda: PASSWORD, steps.append)
    assert found.is_whole
    assert [one.part for one in found.findings] == steps == [Part.KEYS, Part.DATABASE, *WITHIN]
    assert of(found, Part.KEYS).names == ("password", "recovery")
    assert of(found, Part.DATABASE).count == (store / "store.db").stat().st_size // 4096
    assert of(found, Part.DOSSIERS).count == 2
    assert of(found, Part.DRAFTS).count == 2
    assert of(found, Part.JOURNAL).count == of(found, Part.ANCHOR).count == of(found, Part.SEARCH).count + 4


def test_nothing_is_changed_and_nothing_is_left(store: Path) -> None:
    (store / "store.lock").unlink()
    assert check(store).is_whole
    assert bytes_of(store).keys() == {"store.db", "store.keys.json", "store.keys.json.1", "journal.anchor"}


def test_a_store_that_was_killed_is_read_with_its_log(
    vault: FolderVault, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(vault, renamed(small(), "bestendig"))
    vault.lock()
    with child("keep", folder) as process:
        for _ in range(7):
            heard(process)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tijdelijk"))
    (tmp_path / "tijdelijk").mkdir()
    assert (folder / "store.db-wal").stat().st_size > 0
    found = check(folder)
    assert found.is_whole
    assert of(found, Part.DOSSIERS).count > 1
    assert list((tmp_path / "tijdelijk").iterdir()) == []


def test_a_log_that_was_damaged_after_a_crash_is_told_and_left_alone(vault: FolderVault, folder: Path) -> None:
    add(vault, renamed(small(), "bestendig"))
    vault.lock()
    with child("keep", folder) as process:
        heard(process)
    flip(folder / "store.db-wal", 40)
    found = check(folder)
    assert broken(found) == {Part.ANCHOR}
    assert "korter dan het was" in told(found)


def test_who_has_it_open_is_told(store: Path, vault: FolderVault) -> None:
    vault.unlock(PASSWORD)
    with pytest.raises(StoreInUse):
        control(store, lambda: PASSWORD, lambda _: None)
    vault.lock()
    with child("hold", store) as process:
        assert heard(process) == "open"
        with pytest.raises(StoreInUse) as refusal:
            control(store, lambda: PASSWORD, lambda _: None)
        assert "sinds 2 jun 2026" in refusal.value.sentence


def test_it_cannot_be_opened_while_it_is_checked(store: Path, vault: FolderVault) -> None:
    def password() -> str:
        with pytest.raises(StoreInUse):
            vault.unlock(PASSWORD)
        return PASSWORD

    assert control(store, password, lambda _: None).is_whole
    vault.unlock(PASSWORD)


def test_a_wrong_password_opens_nothing(store: Path) -> None:
    with pytest.raises(WrongPassword):
        check(store, "mis")


def test_where_no_store_is_none_is_made(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "ontbreekt"):
        with pytest.raises(NoStore) as refusal:
            check(folder)
        assert "geen kluis" in refusal.value.sentence
    assert list(tmp_path.iterdir()) == []


def test_a_newer_store_is_not_judged(store: Path, vault: FolderVault) -> None:
    behind_its_back(vault, "PRAGMA user_version=99")
    with pytest.raises(NewerStore):
        check(store)


@pytest.mark.parametrize(("name", "part"), [("store.db", Part.DATABASE), ("store.keys.json", Part.KEYS)])
def test_a_missing_half_is_told_and_the_rest_cannot_be_checked(store: Path, name: str, part: Part) -> None:
    (store / name).unlink()
    found = check(store)
    assert broken(found) == {part}
    assert "ontbreekt" in told(found)
    assert set(WITHIN) <= set(found.unchecked)
    assert not found.is_whole


@pytest.mark.parametrize("revision", ["0001", "0002"])
def test_an_older_store_is_checked_and_not_brought_up_to_date(tmp_path: Path, revision: str) -> None:
    folder = tmp_path / "kluis"
    shutil.copytree(Path(__file__).with_name("old") / revision, folder)
    found = check(folder)
    assert found.is_whole
    assert (of(found, Part.VERSION).count, of(found, Part.VERSION).names) == (int(revision), ("3",))
    assert of(found, Part.ANCHOR).count == 0
    assert of(found, Part.DRAFTS).count == 1


def test_an_older_copy_of_the_database_is_told(store: Path, vault: FolderVault) -> None:
    copy = (store / "store.db").read_bytes()
    vault.unlock(PASSWORD)
    add(vault, small())
    vault.lock()
    (store / "store.db").write_bytes(copy)
    found = check(store)
    assert broken(found) == {Part.ANCHOR}
    assert "het logboek is korter dan het was" in told(found)


def test_an_end_that_was_cut_off_head_and_all_is_told(store: Path, vault: FolderVault) -> None:
    behind_its_back(
        vault,
        "DELETE FROM part",
        "DELETE FROM draft",
        "DELETE FROM dossier",
        "DELETE FROM search",
        "DELETE FROM journal WHERE seq > 2",
        "UPDATE journal_head SET seq = 2, mac = (SELECT mac FROM journal WHERE seq = 2)",
    )
    assert broken(check(store)) == {Part.ANCHOR}


def index_pages(vault: FolderVault) -> set[int]:
    """Give the first pages of the tables that the library keeps behind the index."""
    with vault._opened()._engine.connect() as connection:
        rows = connection.execute(
            text("SELECT rootpage FROM sqlite_master WHERE name IN ('search_idx', 'search_config')")
        )
        return set(rows.scalars())


def test_an_old_page_that_was_put_back_is_told(store: Path, vault: FolderVault) -> None:
    """Each page is authentic by itself; some of them only the journal gives away."""
    vault.unlock(PASSWORD)
    id_ = add(vault, small())
    vault.lock()
    path = store / "store.db"
    old = path.read_bytes()
    vault.unlock(PASSWORD)
    keep(vault, id_, answered(small(), "IDA-05", "nee"))
    index = index_pages(vault)
    vault.lock()
    new = path.read_bytes()
    found = {}
    for at in range(0, min(len(old), len(new)), 4096):
        if old[at : at + 4096] != new[at : at + 4096]:
            path.write_bytes(new[:at] + old[at : at + 4096] + new[at + 4096 :])
            found[at // 4096 + 1] = check(store)
    assert any(broken(one) == {Part.DOSSIERS} and "buiten het programma om" in told(one) for one in found.values())
    # Two pages of the index say the same as before, enciphered anew.
    assert {page for page, one in found.items() if one.is_whole} <= index


@pytest.mark.parametrize(
    ("statement", "parts"),
    [
        ("UPDATE journal SET detail = 'x' WHERE seq = 5", {Part.JOURNAL, Part.DOSSIERS}),
        ("UPDATE journal SET detail = '[]' WHERE seq = 5", {Part.JOURNAL, Part.DOSSIERS}),
        ("UPDATE journal SET at = 'gisteren' WHERE seq = 5", {Part.JOURNAL}),
        ("UPDATE journal SET mac = 5 WHERE seq = 5", {Part.JOURNAL}),
        ("UPDATE journal SET actor = x'ff00' WHERE seq = 5", {Part.JOURNAL}),
        ("UPDATE journal SET actor = CAST(x'ff' AS TEXT) WHERE seq = 5", {Part.JOURNAL}),
        ("UPDATE journal SET seq = 100000 WHERE seq = 5", {Part.JOURNAL}),
        ("DELETE FROM journal", {Part.JOURNAL, Part.ANCHOR, Part.DOSSIERS}),
        ("DELETE FROM journal_head", {Part.JOURNAL}),
        ("DROP TABLE journal", {Part.DATABASE, Part.JOURNAL, Part.ANCHOR, Part.DOSSIERS}),
        ("DROP TABLE setting", {Part.DATABASE}),
        ("DROP TABLE part", {Part.DATABASE, Part.DOSSIERS, Part.SEARCH}),
        ("UPDATE part SET body = 'x' WHERE kind = 'head'", {Part.DOSSIERS}),
        ("UPDATE part SET body = '5' WHERE kind = 'head'", {Part.DOSSIERS}),
        ("UPDATE part SET body = x'00ff'", {Part.DOSSIERS}),
        ("DELETE FROM part WHERE kind = 'party'", {Part.DOSSIERS, Part.SEARCH}),
        ("DELETE FROM search WHERE rowid = (SELECT max(number) FROM part)", {Part.SEARCH}),
        ("INSERT INTO search(rowid, words) VALUES (1, 'x')", {Part.SEARCH}),
        ("UPDATE draft SET at = 'gisteren'", {Part.DRAFTS}),
        ("DROP INDEX ix_journal_about", {Part.DATABASE}),
        ("CREATE TABLE extra (x)", {Part.DATABASE}),
        ("CREATE TRIGGER stil BEFORE INSERT ON journal BEGIN SELECT RAISE(IGNORE); END", {Part.DATABASE}),
        ("PRAGMA application_id = 1", {Part.DATABASE}),
        ("DROP TABLE alembic_version", {Part.DATABASE}),
        ("DELETE FROM alembic_version", {Part.DATABASE}),
    ],
)
def test_what_was_written_past_the_program_is_told_by_part(
    store: Path, vault: FolderVault, statement: str, parts: set[Part]
) -> None:
    behind_its_back(vault, statement)
    assert broken(check(store)) == parts


def backup(store: Path, name: str = "20260602T100000") -> Path:
    """Put a copy of the store in its folder for backups."""
    target = store / "backups" / name
    target.mkdir(parents=True)
    for one in ("store.db", "store.keys.json"):
        shutil.copy(store / one, target / one)
    return target


def test_each_backup_is_told_by_itself(store: Path, vault: FolderVault, tmp_path: Path) -> None:
    whole = backup(store, "1-heel")
    flip(backup(store, "2-bladzijde") / "store.db", 3 * 4096 + 100)
    flip(backup(store, "3-begin") / "store.db", 100)
    (backup(store, "4-zonder") / "store.db").unlink()
    (backup(store, "5-sleutelloos") / "store.keys.json").unlink()
    (store / "backups" / "6-half.nieuw").mkdir()
    vault.unlock(PASSWORD)
    vault.change_password(PASSWORD, "een ander wachtwoord")
    vault.lock()
    other = FolderVault(tmp_path / "andere", vault._now, vault._cost)
    other.create("Iemand", PASSWORD)
    other.lock()
    foreign = backup(tmp_path / "andere", "7-vreemd")
    shutil.move(foreign, store / "backups")
    found = check(store, "een ander wachtwoord")
    faults = {one.names[0]: "; ".join(map(str, one.faults)) for one in found.findings if one.part is Part.BACKUP}
    assert faults.pop(whole.name) == ""
    assert {name: told.partition(": ")[2] for name, told in faults.items()} == {
        "2-bladzijde": "de versleuteling van een bladzijde is beschadigd (1 keer)",
        "3-begin": "de database is beschadigd of opent niet met de sleutel van deze kluis",
        "4-zonder": "de database ontbreekt",
        "5-sleutelloos": "het sleutelbestand ontbreekt of is beschadigd",
        "7-vreemd": "deze kopie is van een andere kluis en opent niet met de sleutel van deze",
    }
    assert broken(found) == {Part.BACKUP}
    assert of(found, Part.BACKUP).count == 2


def test_a_backup_of_a_newer_version_does_not_stop_the_check(store: Path, vault: FolderVault) -> None:
    whole = (store / "store.db").read_bytes()
    behind_its_back(vault, "PRAGMA user_version=99")
    backup(store)
    (store / "store.db").write_bytes(whole)
    assert "nieuwere versie" in told(check(store))


@pytest.fixture
def cut(store: Path) -> Callable[[Callable[[bytes], bytes]], Control]:
    """Check the store with its database changed as a whole."""
    path = store / "store.db"
    whole = path.read_bytes()

    def changed(change: Callable[[bytes], bytes]) -> Control:
        path.write_bytes(change(whole))
        return check(store)

    return changed


@pytest.mark.parametrize("kept", [0, 1, 15, 16, 500, 4096, 8192, -1, -100, -4096])
def test_a_database_that_was_cut_off_is_told(cut: Callable[[Callable[[bytes], bytes]], Control], kept: int) -> None:
    assert Part.DATABASE in broken(cut(lambda whole: whole[:kept]))


@pytest.mark.parametrize("more", [b"\0", b"x" * 100, bytes(4096)])
def test_a_database_with_something_behind_it_is_told(
    cut: Callable[[Callable[[bytes], bytes]], Control], more: bytes
) -> None:
    assert Part.DATABASE in broken(cut(lambda whole: whole + more))
