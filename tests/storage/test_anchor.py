# SPDX-License-Identifier: EUPL-1.2
"""The end of the journal is known outside the database: what was cut off or put back is told, and nothing is closed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from assessment.errors import StoreOutOfReach
from assessment.journal import JournalEntry
from storage import anchor
from storage.anchor import EVERY, Anchor, read_anchor
from storage.vault import FolderVault
from tests.storage.stores import PASSWORD, add, flip, get, small

Vaults = Callable[[], FolderVault]

KEY = bytearray(range(32))


@pytest.fixture
def path(locked: FolderVault, folder: Path) -> Path:
    """The anchor of a store that was closed properly."""
    return folder / "journal.anchor"


def work_on(vault: FolderVault, times: int = 1) -> None:
    """Open it, add so many dossiers and close it."""
    vault.unlock(PASSWORD)
    for number in range(times):
        add(vault, small(f"BIB-2026-{number:04d}"))
    vault.lock()


def warned(vault: FolderVault) -> str:
    """Open it and give what it says."""
    vault.unlock(PASSWORD)
    return " ".join(vault.warnings())


def journal(vault: FolderVault) -> list[JournalEntry]:
    with vault.work() as work:
        return list(work.journal.entries("journal"))


def last(vault: FolderVault) -> int:
    with vault.work() as work:
        return work.journal.entries(limit=1)[0].seq


def anchored(vault: FolderVault, path: Path) -> int:
    found = read_anchor(path, vault._opened()._anchor_key)
    assert found is not None
    return found.seq


def test_what_is_written_is_read_and_only_with_the_key(tmp_path: Path) -> None:
    path = tmp_path / "journal.anchor"
    assert read_anchor(path, KEY) is None
    path.write_bytes(Anchor(7, bytes(range(32))).to_bytes(KEY))
    assert read_anchor(path, KEY) == Anchor(7, bytes(range(32)))
    with pytest.raises(ValueError, match="altered"):
        read_anchor(path, bytearray(32))


def test_no_byte_of_it_can_be_changed_added_or_left_out(tmp_path: Path) -> None:
    path = tmp_path / "journal.anchor"
    whole = Anchor(120, bytes(range(32))).to_bytes(KEY)
    others = [whole[:at] + bytes([whole[at] ^ bit]) + whole[at + 1 :] for at in range(len(whole)) for bit in (1, 32)]
    others += [b"", whole[:-1], whole + b" ", whole * 9, b"{}", b"[" * 1000, b'{"head":"00","mac":"","seq":"x"}']
    for other in others:
        path.write_bytes(other)
        with pytest.raises(ValueError, match="anchor"):
            read_anchor(path, KEY)


def test_a_store_that_is_closed_and_opened_says_nothing(locked: FolderVault, path: Path) -> None:
    for _ in range(3):
        assert warned(locked) == ""
        assert anchored(locked, path) == last(locked)
        locked.lock()


def test_it_is_set_at_opening_now_and_then_and_at_closing(locked: FolderVault, path: Path) -> None:
    locked.unlock(PASSWORD)
    opened = anchored(locked, path)
    for _ in range(EVERY - 1):
        locked._opened().note("test.noted")
    assert anchored(locked, path) == opened
    locked._opened().note("test.noted")
    assert anchored(locked, path) == opened + EVERY
    locked._opened().note("test.noted")
    locked.lock()
    locked.unlock(PASSWORD)
    assert locked._opened().end.line == opened + EVERY + 1


def test_an_older_copy_of_the_database_is_told_each_time_and_can_be_worked_with(
    locked: FolderVault, folder: Path
) -> None:
    locked.unlock(PASSWORD)
    id_ = add(locked, small())
    locked.lock()
    copy = (folder / "store.db").read_bytes()
    work_on(locked, 2)
    (folder / "store.db").write_bytes(copy)
    told = warned(locked)
    # Opened once, two dossiers of one line and six parts each.
    assert told.startswith(f"Het logboek is korter dan het was: {1 + 2 * (1 + len_parts())} regels ontbreken")
    assert "is bewaard" in told
    assert get(locked, id_) == small()
    assert [line.action for line in journal(locked)] == ["journal.shorter"]
    locked.lock()
    assert warned(locked).startswith("Het logboek is korter dan het was")


def len_parts() -> int:
    from storage.splitting import split

    return len(split(small()))


def test_one_line_is_told_as_one(locked: FolderVault, folder: Path) -> None:
    copy = (folder / "store.db").read_bytes()
    work_on(locked, 0)
    (folder / "store.db").write_bytes(copy)
    assert "1 regel ontbreekt" in warned(locked)


def test_an_older_copy_that_was_worked_with_is_another_journal(locked: FolderVault, folder: Path) -> None:
    copy = (folder / "store.db").read_bytes()
    work_on(locked)
    (folder / "store.db").write_bytes(copy)
    work_on(locked, 3)
    assert warned(locked).startswith("Het logboek is een ander dan het was: regel ")
    assert [line.action for line in journal(locked)] == ["journal.other", "journal.shorter"]
    assert any("een ander dan het was" in str(fault) for fault in locked.faults())


def test_an_end_that_was_cut_off_head_and_all_is_told(locked: FolderVault) -> None:
    work_on(locked)
    locked.unlock(PASSWORD)
    store = locked._opened()
    with store._engine.begin() as connection:
        for statement in (
            "DROP TRIGGER journal_no_delete",
            "DELETE FROM part",
            "DELETE FROM dossier",
            "DELETE FROM search",
            "DELETE FROM journal WHERE seq > 2",
            "UPDATE journal_head SET seq = 2, mac = (SELECT mac FROM journal WHERE seq = 2)",
        ):
            connection.execute(text(statement))
    assert next(str(fault) for fault in store.faults()).startswith("anker: het logboek is korter")
    locked.lock()
    assert "korter dan het was" in warned(locked)


def test_an_anchor_that_is_gone_is_told_once_and_made_anew(locked: FolderVault, path: Path) -> None:
    path.unlink()
    assert "is weg" in warned(locked)
    assert [(line.action, line.detail) for line in journal(locked)] == [("anchor.made", "missing")]
    locked.lock()
    assert warned(locked) == ""


def test_an_anchor_that_is_damaged_is_told_once_and_made_anew(locked: FolderVault, path: Path) -> None:
    flip(path, 40)
    assert "is beschadigd" in warned(locked)
    assert [(line.action, line.detail) for line in journal(locked)] == [("anchor.made", "damaged")]
    locked.lock()
    assert warned(locked) == ""


@pytest.mark.parametrize("seq", ["1e999", "[]", '"x"', "true", "null", "-1", "1" * 500])
def test_an_anchor_with_an_odd_number_is_damaged(locked: FolderVault, path: Path, seq: str) -> None:
    path.write_text(f'{{"format":"toetssteen-anker","head":"{"00" * 32}","mac":"","seq":{seq},"version":1}}')
    assert "is beschadigd" in warned(locked)


def test_a_store_that_never_had_one_gets_one_without_a_word(locked: FolderVault, path: Path) -> None:
    locked.unlock(PASSWORD)
    with locked._opened()._engine.begin() as connection:
        connection.execute(text("DELETE FROM setting WHERE name = 'anchored'"))
    locked.lock()
    path.unlink()
    assert warned(locked) == ""
    assert [(line.action, line.detail) for line in journal(locked)] == [("anchor.made", "not-set")]
    assert path.exists()


def test_who_puts_a_backup_back_sets_it_anew_and_that_is_journalled(locked: FolderVault, folder: Path) -> None:
    copy = (folder / "store.db").read_bytes()
    work_on(locked)
    (folder / "store.db").write_bytes(copy)
    assert warned(locked)
    locked.renew_anchor("reservekopie teruggezet")
    assert locked.warnings() == ()
    assert next((line.action, line.detail) for line in journal(locked)) == ("anchor.renewed", "reservekopie teruggezet")
    locked.lock()
    assert warned(locked) == ""
    assert locked.faults() == ()


def test_a_commit_stands_although_the_anchor_cannot_be_set(
    locked: FolderVault, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _content: bytes) -> None:
        raise OSError(28, "full")

    locked.unlock(PASSWORD)
    before = anchored(locked, path)
    with monkeypatch.context() as patched:
        patched.setattr(anchor, "write_whole", full)
        for _ in range(EVERY + 2):
            locked._opened().note("test.noted")
        assert last(locked) == before + EVERY + 2
        assert anchored(locked, path) == before
        with pytest.raises(StoreOutOfReach):
            locked.lock()
    assert warned(locked) == ""


def test_a_store_that_is_killed_before_it_has_its_first_anchor_says_nothing(
    locked: FolderVault, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(_path: Path, _content: bytes) -> None:
        raise KeyboardInterrupt

    locked.unlock(PASSWORD)
    with locked._opened()._engine.begin() as connection:
        connection.execute(text("DELETE FROM setting WHERE name = 'anchored'"))
    locked.lock()
    path.unlink()
    with monkeypatch.context() as patched:
        patched.setattr(anchor, "write_whole", killed)
        with pytest.raises(KeyboardInterrupt):
            locked.unlock(PASSWORD)
    assert warned(locked) == ""
    assert path.exists()
