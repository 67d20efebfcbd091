# SPDX-License-Identifier: EUPL-1.2
"""Nothing readable is written anywhere: not in the store, its log, its lock, the temporary folder or an error."""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.dossier.answer import Answer
from assessment.dossier.dossier import Dossier
from assessment.dossier.party import Person
from assessment.errors import DamagedStore
from storage.keys import secret
from storage.vault import FolderVault
from tests.storage.stores import CHEAP, Clock, add, get, keep, small, summary

MARK = "GEHEIMMERK"
TEXTS = (MARK, MARK.lower(), "CREATE TABLE", "SQLite format 3", "permit_types", "toetssteen-dossier")


def marked(number: int) -> Dossier:
    note = f"{MARK}-{number} " * 50
    return replace(
        small(f"{MARK}-REF-{number}"),
        parties=tuple(Person(f"p{one}", f"{MARK} {one}", note=note) for one in range(20)),
        answers=(Answer("IDA-05", "ja", note=note),),
    )


def readable(files: Iterator[Path]) -> list[tuple[str, str]]:
    """Every text that can be read in one of the files, in UTF-8 or UTF-16 of either order."""
    found = []
    for path in files:
        content = path.read_bytes()
        codes = ("utf-8", "utf-16-le", "utf-16-be")
        found += [(path.name, text) for text in TEXTS for code in codes if text.encode(code) in content]
    return found


def files_in(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


@pytest.fixture
def temp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of our own; SQLite asks for it in these variables too."""
    temp = tmp_path / "tijdelijk"
    temp.mkdir()
    for name in ("SQLITE_TMPDIR", "TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(temp))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return temp


def test_nothing_readable_is_written(tmp_path: Path, temp: Path) -> None:
    vault = FolderVault(tmp_path / "kluis", Clock(), CHEAP)
    recovery_key = vault.create(f"{MARK} gebruiker", f"{MARK} wachtwoord")
    ids = [add(vault, marked(number)) for number in range(12)]
    with vault.work() as work:
        work.drafts.keep(ids[0], "note", f"{MARK} half getypt")
        work.journal.note("test.noted", MARK, MARK)
        work.commit()
    keep(vault, ids[0], replace(marked(0), reference=f"{MARK}-ANDERS"))
    with vault.work() as work:
        assert work.dossiers.count(MARK) == 12
        work.destroyed.remove(ids[1])
        work.commit()
    assert (tmp_path / "kluis" / "store.db-wal").stat().st_size > 0
    assert vault.back_up()
    names = {path.name for path in files_in(tmp_path)}
    assert names >= {"store.lock", "journal.anchor", "store.keys.json", "store.keys.json.1", "manifest.json"}
    assert readable(files_in(tmp_path)) == []
    vault.change_password(f"{MARK} wachtwoord", f"{MARK} nieuw")
    vault.lock()
    assert readable(files_in(tmp_path)) == []
    assert list(temp.iterdir()) == []
    everything = b"".join(path.read_bytes() for path in files_in(tmp_path))
    assert recovery_key.encode() not in everything
    assert recovery_key.replace("-", "").encode() not in everything


def test_the_search_for_readable_text_finds_it(tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "open.db") as connection:
        connection.execute("CREATE TABLE t(permit_types)")
        connection.execute("INSERT INTO t VALUES(?)", (MARK,))
    connection.close()
    found = {text for _, text in readable(files_in(tmp_path))}
    assert found == {MARK, "CREATE TABLE", "SQLite format 3", "permit_types"}


@pytest.mark.parametrize("code", ["utf-8", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("mark", [MARK, MARK.lower()])
def test_it_finds_every_form_of_it(tmp_path: Path, code: str, mark: str) -> None:
    (tmp_path / "log").write_bytes(b"\x01" + f"{mark} é".encode(code))
    assert {*readable(files_in(tmp_path))} == {("log", mark)}


def open_files() -> list[str]:
    """Name the files that this process has open, also those that were taken away already."""
    there = []
    for link in Path("/proc/self/fd").iterdir():
        try:
            there.append(str(link.readlink()))
        except FileNotFoundError:
            continue
    return there


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the open files of Linux")
@pytest.mark.parametrize(("where", "expected"), [("", False), ("PRAGMA temp_store=FILE", True)])
def test_sorting_opens_no_file_beside_the_store(tmp_path: Path, where: str, expected: bool) -> None:
    """Told to use files, the library does write what it sorts; so without being told it would have been seen."""
    vault = FolderVault(tmp_path / "kluis", Clock(), CHEAP)
    vault.create("Ada Voorbeeld", "wachtwoord")
    for number in range(4):
        add(vault, marked(number))
    with vault._opened()._engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        for statement in ("PRAGMA cache_size=10", where):
            raw.execute(statement).fetchall()
        cursor = raw.execute("SELECT a.body FROM part a, part b ORDER BY a.body || b.body || a.number")
        cursor.fetchone()
        names = open_files()
        assert any(name.endswith("store.db") for name in names)
        # The library gives its temporary files names that begin with this word.
        assert any("etilqs" in name for name in names) is expected
        cursor.close()
    vault.lock()


NAMES = ("name", "value", "more")


def test_an_error_of_the_database_does_not_tell_what_was_written(vault: FolderVault) -> None:
    from sqlalchemy import text
    from sqlalchemy.exc import OperationalError

    with pytest.raises(OperationalError) as error, vault._opened()._engine.begin() as connection:
        connection.execute(text("INSERT INTO setting VALUES (:name, :value, :more)"), dict.fromkeys(NAMES, MARK))
    assert MARK not in str(error.value)


def test_what_cannot_stand_beside_what_is_kept_is_damage_and_not_told_either(vault: FolderVault) -> None:
    from sqlalchemy import insert

    from storage import tables

    row = {"name": "dubbel", "value": MARK}
    with pytest.raises(DamagedStore) as error, vault._opened()._engine.begin() as connection:
        connection.execute(insert(tables.setting), [row, row])
    assert MARK not in f"{error.value}{error.value.__cause__}"


def test_keys_are_overwritten_when_it_closes(vault: FolderVault) -> None:
    store = vault._opened()
    keys = (store._database_key, store._journal_key, store._anchor_key)
    assert all(any(key) for key in keys)
    vault.lock()
    assert not any(any(key) for key in keys)


def test_the_password_is_overwritten_after_use(vault: FolderVault, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bytearray] = []

    def remembered(password: str) -> bytearray:
        made.append(secret.password_bytes(password))
        return made[-1]

    vault.lock()
    monkeypatch.setattr(sys.modules["storage.vault"], "password_bytes", remembered)
    vault.unlock("een lang genoeg wachtwoord")
    assert made
    assert not any(made[0])


def test_what_is_kept_can_be_read_by_us(vault: FolderVault) -> None:
    assert get(vault, add(vault, marked(1))) == marked(1)
    assert summary(marked(1)).reference.startswith(MARK)
