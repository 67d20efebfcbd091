# SPDX-License-Identifier: EUPL-1.2
"""A sealed backup: every column is either sealed or known to be open, and what is sealed comes back as it was."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.control import Part
from assessment.errors import DamagedBackup, DamagedStore
from storage import tables
from storage.dossier_keys import count, keys_in, write_keys
from storage.interruptible import Interruptible
from storage.sealed_copy import seal_copy, unseal_copy
from storage.sealing import DERIVED, OPEN, SEALED, Sealer
from storage.store_files import StoreFiles
from storage.vault import FolderVault
from tests.storage.checking import broken, check, told
from tests.storage.stores import PASSWORD, add, bytes_of, get, small
from tests.storage.test_secrecy import MARK, marked

KEYS = {"a" * 36: bytearray(b"1" * 32), "": bytearray(b"2" * 32)}
BLOCK = bytearray(b"3" * 32)

values = st.one_of(st.none(), st.text(), st.binary(), st.integers(-(2**63), 2**63 - 1))


def test_every_column_is_sealed_or_known_to_be_open() -> None:
    found = {name: set(table.columns.keys()) for name, table in tables.metadata.tables.items() if name not in DERIVED}
    sealed = {name: set(SEALED[name].columns) if name in SEALED else set() for name in found}
    assert found == {name: sealed[name] | OPEN[name] for name in OPEN}
    assert not any(sealed[name] & OPEN[name] for name in OPEN)


def test_every_table_with_a_dossier_is_sealed_or_derived() -> None:
    of_dossier = {name for name, table in tables.metadata.tables.items() if "dossier" in table.columns}
    assert of_dossier - DERIVED <= SEALED.keys()


@given(values)
def test_what_is_sealed_comes_back_with_its_type(value: object) -> None:
    sealer = Sealer({1: bytearray(32)})
    back = sealer.unseal(1, "part.body", 7, sealer.seal(1, "part.body", 7, value))
    assert (type(back), back) == (type(value), value)


@pytest.mark.parametrize(("column", "row"), [("part.key", 7), ("part.body", 8)])
def test_a_value_in_another_place_is_damage(column: str, row: int) -> None:
    sealer = Sealer({1: bytearray(32)})
    with pytest.raises(DamagedStore):
        sealer.unseal(1, column, row, sealer.seal(1, "part.body", 7, "tekst"))


def test_keys_are_kept_and_one_that_is_left_out_is_gone(tmp_path: Path) -> None:
    copy = StoreFiles(tmp_path)
    assert count(copy) is None
    write_keys(copy, KEYS, BLOCK)
    with keys_in(copy, BLOCK) as found:
        assert found == KEYS
    assert not any(any(key) for key in found.values())
    write_keys(copy, {"": KEYS[""]}, BLOCK)
    with keys_in(copy, BLOCK) as found:
        assert found == {"": KEYS[""]}
    assert [path.name for path in tmp_path.iterdir()] == ["dossiers.keys"]


@pytest.mark.parametrize("place", [0, 5, 40, -1])
def test_keys_that_were_changed_or_cut_off_are_damage(tmp_path: Path, place: int) -> None:
    copy = StoreFiles(tmp_path)
    write_keys(copy, KEYS, BLOCK)
    content = bytearray(copy.dossier_keys.read_bytes())
    content[place] ^= 1
    for wrong in (bytes(content), bytes(content[:-1]), b""):
        copy.dossier_keys.write_bytes(wrong)
        with pytest.raises(DamagedStore), keys_in(copy, BLOCK):
            pass


def test_nothing_of_a_dossier_is_open_in_a_backup_for_who_has_its_database_key(
    vault: FolderVault, folder: Path
) -> None:
    id_ = add(vault, marked(1))
    with vault.work() as work:
        work.drafts.keep(id_, "veld", f"{MARK} half")
        work.drafts.keep(None, "veld", f"{MARK} nieuw")
        work.commit()
    made = vault.back_up()
    assert made
    dumped = dump(StoreFiles(folder / "backups" / made.id), vault._opened()._database_key)
    assert id_ in dumped
    assert MARK not in dumped
    assert MARK.lower() not in dumped


def dump(files: StoreFiles, key: bytearray) -> str:
    """Everything in every table, those behind the index too, as text."""
    from storage.probe import reading

    with reading(files, key) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in names for row in connection.execute(f'SELECT * FROM "{name}"')]
    return "\n".join(one.decode("latin-1") if isinstance(one, bytes) else str(one) for row in rows for one in row)


def test_drafts_come_back_too_and_the_index_finds_words(vault: FolderVault) -> None:
    id_ = add(vault, small())
    with vault.work() as work:
        work.drafts.keep(id_, "veld", "half")
        work.drafts.keep(None, "veld", "nieuw")
        work.commit()
    made = vault.back_up()
    assert made
    vault.lock()
    vault.restore(made.id, PASSWORD)
    assert get(vault, id_) == small()
    with vault.work() as work:
        assert work.drafts.all(id_) == {"veld": "half"}
        assert work.drafts.all(None) == {"veld": "nieuw"}
        assert work.dossiers.count("fictema") == 1
    rank = "SELECT v FROM search_config WHERE k = 'secure-delete'"
    with vault._opened()._engine.connect() as connection:
        assert connection.exec_driver_sql(rank).scalar() == 1


def test_keys_of_another_backup_are_damage(vault: FolderVault, folder: Path) -> None:
    add(vault, small())
    first, second = vault.back_up(), None
    assert first
    kept = (folder / "backups" / first.id / "dossiers.keys").read_bytes()
    second = vault.back_up()
    assert second
    vault.lock()
    (folder / "backups" / second.id / "dossiers.keys").write_bytes(kept)
    before = bytes_of(folder)
    for act in (vault.examine, vault.restore):
        with pytest.raises(DamagedBackup):
            act(second.id, PASSWORD)
    assert bytes_of(folder) == before


def test_a_sealed_backup_that_lost_its_keys_is_not_taken_for_a_store(vault: FolderVault, folder: Path) -> None:
    made = vault.back_up()
    assert made
    vault.lock()
    for name in ("dossiers.keys", "manifest.json"):
        (folder / "backups" / made.id / name).unlink()
        with pytest.raises(DamagedBackup):
            vault.restore(made.id, PASSWORD)


def test_every_row_comes_back_as_it_was(store: Path, vault: FolderVault, tmp_path: Path) -> None:
    vault.unlock(PASSWORD)
    keys = vault._opened()._backup_keys
    sealed, back = StoreFiles(tmp_path / "verzegeld"), StoreFiles(tmp_path / "terug")
    for one in (sealed, back):
        one.folder.mkdir()
    seal_copy(StoreFiles(store), sealed, keys.database, keys.block, Interruptible())
    unseal_copy(sealed, back, keys.database, keys.block)
    assert rows_of(back, keys.database) == rows_of(StoreFiles(store), keys.database)


def rows_of(files: StoreFiles, key: bytearray) -> dict[str, set[tuple[object, ...]]]:
    """Every row of every table of ours, with the type of each value."""
    from storage.probe import reading

    with reading(files, key) as connection:
        return {
            name: {
                tuple((type(one), one) for one in row) for row in connection.execute(f'SELECT rowid, * FROM "{name}"')
            }
            for name in {*OPEN, "search"} - {"setting"}
        } | {"setting": set(connection.execute("SELECT * FROM setting"))}  # one of them is written anew


def test_it_is_made_while_somebody_is_writing(vault: FolderVault, folder: Path, tmp_path: Path) -> None:
    """It asks for no right to write, and shows what was committed when it began."""
    keys = vault._opened()._backup_keys
    with vault.work() as work:
        work.journal.note("test.noted", "half")
        work.journal.entries()  # now it is written, and not committed
        seal_copy(StoreFiles(folder), StoreFiles(tmp_path), keys.database, keys.block, Interruptible())
        work.commit()
    assert "half" not in dump(StoreFiles(tmp_path), keys.database)


@pytest.mark.parametrize("content", [b"", b"?" * 101, None])
def test_a_check_of_the_whole_store_tells_of_keys_that_are_damaged_or_gone(
    store: Path, vault: FolderVault, content: bytes | None
) -> None:
    vault.unlock(PASSWORD)
    made = vault.back_up()
    assert made
    vault.lock()
    assert check(store).is_whole
    path = store / "backups" / made.id / "dossiers.keys"
    path.unlink()
    if content is not None:
        path.write_bytes(content)
    found = check(store)
    assert broken(found) == {Part.BACKUP}
    assert made.id in told(found)
