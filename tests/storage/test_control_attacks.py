# SPDX-License-Identifier: EUPL-1.2
"""What is done to a closed store past the program is told, by part; it is never called whole and nothing breaks off."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from assessment.control import Control, Part
from storage.vault import FolderVault
from tests.storage.checking import behind_its_back, broken, check, told
from tests.storage.processes import child, heard
from tests.storage.stores import PASSWORD, add, answered, flip, keep, renamed, small


def test_a_log_that_was_damaged_after_a_crash_is_told_and_left_alone(vault: FolderVault, folder: Path) -> None:
    add(vault, renamed(small(), "bestendig"))
    vault.lock()
    with child("keep", folder) as process:
        heard(process)
    flip(folder / "store.db-wal", 40)
    found = check(folder)
    assert broken(found) == {Part.DATABASE, Part.ANCHOR}
    assert "store.db-wal" in told(found)
    assert "korter dan het was" in told(found)


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
    """Give the first pages of the tables that the library keeps behind the index, and of what it counted itself."""
    with vault._opened()._engine.connect() as connection:
        rows = connection.execute(
            text(
                "SELECT rootpage FROM sqlite_master"
                " WHERE name IN ('search_idx', 'search_config', 'sqlite_stat1', 'sqlite_stat4')"
            )
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
    assert any(Part.DOSSIERS in broken(one) and "buiten het programma om" in told(one) for one in found.values())
    # Two pages of the index say the same as before, enciphered anew; what the library counted tells nothing of ours.
    assert {page for page, one in found.items() if one.is_whole} <= index


OF_JOURNAL = {Part.JOURNAL, Part.ANCHOR, Part.USERS, Part.DOSSIERS, Part.RETENTION, Part.ATTACHMENTS}


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
        ("DROP TABLE journal", OF_JOURNAL | {Part.DATABASE}),
        ("DROP TABLE attachment", {Part.DATABASE}),
        ("DROP TABLE setting", {Part.DATABASE, Part.NAMES, Part.RETENTION}),
        ("DROP TABLE part", {Part.DATABASE, Part.DOSSIERS, Part.SEARCH, Part.NAMES}),
        ("UPDATE part SET body = 'x' WHERE kind = 'head'", {Part.DOSSIERS, Part.SEARCH, Part.NAMES}),
        ("UPDATE part SET body = '5' WHERE kind = 'head'", {Part.DOSSIERS, Part.SEARCH, Part.NAMES}),
        ("UPDATE dossier SET reference = 'BIB-1' WHERE number = 1", {Part.DOSSIERS}),
        ("UPDATE part SET body = x'00ff'", {Part.DOSSIERS, Part.SEARCH, Part.NAMES}),
        ("DELETE FROM part WHERE kind = 'party'", {Part.DOSSIERS, Part.SEARCH}),
        ("DELETE FROM search WHERE rowid = (SELECT max(number) FROM part)", {Part.SEARCH}),
        ("INSERT INTO search(rowid, words) VALUES (1, 'x')", {Part.SEARCH}),
        ("UPDATE search SET words = 'x' WHERE rowid = (SELECT max(number) FROM part)", {Part.SEARCH}),
        ("DELETE FROM search_docsize WHERE id = (SELECT max(number) FROM part)", {Part.DATABASE}),
        ("UPDATE search_data SET block = zeroblob(10) WHERE id > 100", {Part.DATABASE}),
        ("DELETE FROM name WHERE number = 1", {Part.NAMES}),
        ("UPDATE name SET sound = 'x' WHERE number = 1", {Part.NAMES}),
        ("UPDATE name SET part = (SELECT max(number) FROM part) WHERE number = 1", {Part.NAMES}),
        ("INSERT INTO name SELECT 900000, part, kind, said, folded, sound FROM name WHERE number = 1", {Part.NAMES}),
        ("DROP TABLE name", {Part.DATABASE}),
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


def test_what_is_made_of_the_dossiers_comes_back_as_is_told(store: Path, vault: FolderVault) -> None:
    behind_its_back(vault, "DELETE FROM name WHERE number < 3", "DELETE FROM search WHERE rowid % 2")
    sentences = told(check(store)).splitlines()
    assert len(sentences) == 2
    assert all(
        one.endswith("maak een reservekopie en zet die terug: daarbij wordt dit opnieuw gemaakt") for one in sentences
    )
    vault.unlock(PASSWORD)
    made = vault.back_up()
    assert made
    vault.lock()
    vault.restore(made.id, PASSWORD)
    vault.lock()
    assert {one.part for one in check(store).findings if not one.is_whole} <= {Part.BACKUP}


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
