# SPDX-License-Identifier: EUPL-1.2
"""Taking files in, naming them, reading them back, and taking them away; nothing of them is readable on disk."""

import stat
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.attachment import FileKind
from assessment.errors import DamagedStore, FileOutOfReach
from assessment.ports import DossierId
from storage.attachments.format import CHUNK, HEADER_SIZE
from storage.vault import FolderVault
from tests.storage.attachments.conftest import Make, attach, bins, never, silent, take_in
from tests.storage.stores import add, bytes_of, flip, renamed, small

TEXT = b"Verklaring van de heer Fictema over de verzonnen lening.\n" * 40


def test_it_is_read_back_as_it_was_and_nothing_of_it_is_readable(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    made = attach(vault, dossier, make("verklaring van Fictema.txt", TEXT))
    assert (made.name, made.kind, made.size) == ("verklaring van Fictema.txt", FileKind.TEXT, len(TEXT))
    assert (made.owner, made.added_by) == ("document/d1", "Ada Voorbeeld")
    assert vault.attachments.read(made.id) == TEXT
    vault.lock()
    kept = bytes_of(folder)
    assert not any(b"Fictema" in content or b"verzonnen" in content for content in kept.values())
    assert not any("Fictema" in name for name in kept)


def test_it_is_there_after_the_store_was_opened_again(
    vault: FolderVault, dossier: DossierId, make: Make, reopened: Callable[[], FolderVault]
) -> None:
    made = attach(vault, dossier, make("a.txt", TEXT))
    again = reopened()
    with again.work() as work:
        assert work.attachments.of(dossier) == (made,)
        assert work.attachments.get(made.id) == made
    assert again.attachments.read(made.id) == TEXT
    assert again.attachments.sweep() == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights elsewhere")
def test_files_and_folders_are_for_the_owner_alone(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    attach(vault, dossier, make("a.txt", TEXT))
    found = [folder / "files", *(folder / "files").rglob("*")]
    assert {stat.S_IMODE(one.stat().st_mode) & 0o077 for one in found} == {0}


def test_equal_content_is_one_file_also_across_dossiers(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    other = add(vault, renamed(small(), "BIB-2026-0002"))
    one = attach(vault, dossier, make("een.txt", TEXT))
    two = attach(vault, other, make("twee.txt", TEXT))
    attach(vault, other, make("drie.txt", TEXT + b"anders"))
    assert len(bins(folder)) == 2
    with vault.work() as work:
        assert work.attachments.total() == 2 * len(TEXT) + len(b"anders")
        work.attachments.remove(one.id)
        work.commit()
    assert len(bins(folder)) == 2
    assert vault.attachments.read(two.id) == TEXT
    with vault.work() as work:
        work.attachments.remove(two.id)
        work.commit()
    assert len(bins(folder)) == 1


def test_equal_content_does_not_lean_on_a_file_that_is_gone(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    attach(vault, dossier, make("een.txt", TEXT))
    bins(folder)[0].unlink()
    two = attach(vault, dossier, make("twee.txt", TEXT))
    assert vault.attachments.read(two.id) == TEXT


def test_a_removed_dossier_takes_its_attachments_along(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    made = attach(vault, dossier, make("a.txt", TEXT))
    with vault.work() as work:
        work.destroyed.remove(dossier)
        assert bins(folder)  # not before it is durable
        work.commit()
    assert bins(folder) == []
    with vault.work() as work:
        assert [one.action for one in work.journal.entries(f"{dossier}/attachment/{made.id}")] == [
            "attachment.removed", "attachment.added",
        ]  # fmt: skip
        with pytest.raises(KeyError):
            work.attachments.get(made.id)
    assert vault.faults() == ()


def test_what_was_not_committed_stays(vault: FolderVault, dossier: DossierId, make: Make, folder: Path) -> None:
    made = attach(vault, dossier, make("a.txt", TEXT))
    with vault.work() as work:
        work.attachments.remove(made.id)
    assert len(bins(folder)) == 1
    assert vault.attachments.read(made.id) == TEXT


def test_the_journal_knows_no_names_of_files(vault: FolderVault, dossier: DossierId, make: Make) -> None:
    made = attach(vault, dossier, make("schuldbekentenis.txt", TEXT))
    with vault.work() as work:
        lines = work.journal.entries(f"{dossier}/attachment")
    assert [(one.action, one.about) for one in lines] == [("attachment.added", f"{dossier}/attachment/{made.id}")]
    assert "schuldbekentenis" not in lines[0].detail


def test_progress_is_told_to_the_end(vault: FolderVault, make: Make) -> None:
    told: list[tuple[int, int]] = []
    size = 3 * CHUNK + 5
    vault.attachments.take_in(str(make("a.txt", b"a" * size)), lambda *one: told.append(one), never)
    assert told == [(CHUNK, size), (2 * CHUNK, size), (3 * CHUNK, size), (size, size)]


@pytest.mark.parametrize("after", [0, 1, 3])
def test_a_cancel_leaves_nothing(vault: FolderVault, make: Make, folder: Path, after: int) -> None:
    turns = iter(range(100))
    path = make("a.txt", b"a" * (5 * CHUNK))
    assert vault.attachments.take_in(str(path), silent, lambda: next(turns) >= after) is None
    assert bins(folder) == []


def test_what_was_let_go_leaves_nothing(vault: FolderVault, make: Make, folder: Path) -> None:
    taken = take_in(vault, make("a.txt", TEXT))
    vault.attachments.let_go(taken)
    assert bins(folder) == []


def test_a_lock_in_between_ends_it_and_leaves_nothing(vault: FolderVault, make: Make, folder: Path) -> None:
    from threading import Thread

    locking: list[Thread] = []

    def lock_at_first(_done: int, _size: int) -> None:
        if not locking:
            locking.append(Thread(target=vault.lock))
            locking[0].start()
            while not vault_stops():
                pass

    files = vault.attachments

    def vault_stops() -> bool:
        return bool(files._taking._stopped)

    assert files.take_in(str(make("a.txt", b"a" * (4 * CHUNK))), lock_at_first, never) is None
    locking[0].join()
    assert bins(folder) == []
    assert files.read("weg") is None  # type: ignore[arg-type]
    assert files.sweep() == 0


def test_a_kill_leaves_what_the_next_sweep_takes_away(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path, reopened: Callable[[], FolderVault]
) -> None:
    made = attach(vault, dossier, make("a.txt", TEXT))
    take_in(vault, make("b.txt", TEXT + b"b"))  # written, and never named
    (bins(folder)[0].parent / f"{'0' * 32}.bin.nieuw").write_bytes(b"half")
    again = reopened()
    assert len(bins(folder)) == 3
    assert again.attachments.sweep() == 2
    assert again.attachments.read(made.id) == TEXT


def test_a_sweep_leaves_alone_what_is_in_hand(vault: FolderVault, dossier: DossierId, make: Make) -> None:
    taken = take_in(vault, make("a.txt", TEXT))
    assert vault.attachments.sweep() == 0
    with vault.work() as work:
        made = work.attachments.add(dossier, "document/d1", taken)
        work.commit()
    assert vault.attachments.sweep() == 0
    assert vault.attachments.read(made.id) == TEXT


def test_nothing_is_taken_away_while_a_backup_is_made(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    made = attach(vault, dossier, make("a.txt", TEXT))
    with vault.attachments.sweeper.holding():
        with vault.work() as work:
            work.attachments.remove(made.id)
            work.commit()
        assert vault.attachments.sweep() == 0
        assert len(bins(folder)) == 1
    assert vault.attachments.sweep() == 1


@pytest.mark.parametrize("at", [0, HEADER_SIZE, HEADER_SIZE + 100, -1])
def test_a_file_that_was_changed_is_told_and_not_shown(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path, at: int
) -> None:
    made = attach(vault, dossier, make("a.txt", TEXT))
    path = bins(folder)[0]
    flip(path, at)
    with pytest.raises(DamagedStore):
        vault.attachments.read(made.id)


def test_two_files_that_changed_places_are_told(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    made = [attach(vault, dossier, make(name, TEXT[:-1] + name[:1].encode())) for name in ("a.txt", "b.txt")]
    one, two = bins(folder)
    held = one.read_bytes()
    one.write_bytes(two.read_bytes())
    two.write_bytes(held)
    for each in made:
        with pytest.raises(DamagedStore):
            vault.attachments.read(each.id)


def test_it_leaves_the_store_only_as_it_was(
    vault: FolderVault, dossier: DossierId, make: Make, tmp_path: Path, folder: Path
) -> None:
    made = attach(vault, dossier, make("a.txt", TEXT))
    out = tmp_path / "uit"
    out.mkdir()
    assert vault.attachments.write_out(made.id, str(out / "b.txt"), silent, never)
    assert bytes_of(out) == {"b.txt": TEXT}
    assert not vault.attachments.write_out(made.id, str(out / "c.txt"), silent, lambda: True)
    flip(bins(folder)[0], -1)
    with pytest.raises(DamagedStore):
        vault.attachments.write_out(made.id, str(out / "b.txt"), silent, never)
    assert bytes_of(out) == {"b.txt": TEXT}
    with pytest.raises(FileOutOfReach, match="map bestaat niet"):
        vault.attachments.write_out(made.id, str(out / "weg" / "b.txt"), silent, never)


def test_an_image_is_cleaned_on_request_only(vault: FolderVault, dossier: DossierId, make: Make) -> None:
    from tests.storage.attachments.test_cleaning import MARK, jpeg

    path = make("foto.jpg", jpeg())
    assert MARK.encode() in (vault.attachments.read(attach(vault, dossier, path).id) or b"")
    taken = take_in(vault, path, cleaned=True)
    with vault.work() as work:
        made = work.attachments.add(dossier, "document/d1", taken)
        work.commit()
    assert MARK.encode() not in (vault.attachments.read(made.id) or MARK.encode())
    text = make("brief.txt", TEXT)
    assert take_in(vault, text, cleaned=True).size == len(TEXT)


def test_a_type_that_the_name_hides_is_told(vault: FolderVault, make: Make) -> None:
    taken = take_in(vault, make("brief.pdf", TEXT))
    assert taken.remark == "De naam van brief.pdf eindigt op .pdf, maar de inhoud is: tekst."
