# SPDX-License-Identifier: EUPL-1.2
"""Attachments travel with a backup, come back with it, and are looked at when the store is checked."""

import errno
import subprocess
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from assessment.control import Part
from assessment.errors import DamagedBackup
from assessment.ports import DossierId
from storage import backup_attachments
from storage.vault import FolderVault
from tests.storage.attachments.conftest import Make, attach, bins, take_in
from tests.storage.checking import behind_its_back, check, of, told
from tests.storage.stores import PASSWORD, ROOT, Clock, flip

TEXT = b"Verklaring van de heer Fictema over de verzonnen lening.\n" * 40


def no_links(_source: Path, _target: Path) -> None:
    raise OSError(errno.EPERM, "geen tweede namen")


@pytest.mark.parametrize("can_link", [True, False])
def test_a_backup_takes_them_along_and_brings_them_back(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path, monkeypatch: pytest.MonkeyPatch, can_link: bool
) -> None:
    if not can_link:
        monkeypatch.setattr(backup_attachments.os, "link", no_links)
    made = attach(vault, dossier, make("a.txt", TEXT))
    backup = vault.back_up()
    assert backup is not None
    assert backup.is_good
    assert backup.size > bins(folder)[0].stat().st_size
    copies = bins(folder / "backups" / backup.id)
    assert [one.stat().st_nlink for one in copies] == [2 if can_link else 1]
    with vault.work() as work:
        work.attachments.remove(made.id)
        work.commit()
    assert bins(folder) == []
    later = attach(vault, dossier, make("later.txt", TEXT[1:]))
    vault.lock()
    vault.restore(backup.id, PASSWORD)
    assert vault.attachments.read(made.id) == TEXT
    assert vault.attachments.sweep() == 0
    with vault.work() as work:
        assert [one.id for one in work.attachments.of(dossier)] == [made.id]
    aside = next(one for one in vault.backups() if one.id != backup.id)
    vault.lock()
    vault.restore(aside.id, PASSWORD)
    assert vault.attachments.read(later.id) == TEXT[1:]
    vault.lock()
    assert check(folder).is_whole


def test_a_backup_that_has_had_its_time_takes_its_files_along(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path, clock: Clock
) -> None:
    attach(vault, dossier, make("a.txt", TEXT))
    for _ in range(12):
        clock.at += timedelta(days=1)
        vault.back_up()
    assert len(vault.backups()) < 12
    assert bins(folder)[0].stat().st_nlink == 1 + len(vault.backups())


@pytest.mark.parametrize("harm", [lambda path: path.unlink(), lambda path: path.write_bytes(b"kort")])
def test_a_backup_without_one_of_its_files_is_not_put_back(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path, harm: Callable[[Path], object]
) -> None:
    attach(vault, dossier, make("a.txt", TEXT))
    backup = vault.back_up()
    assert backup is not None
    harm(bins(folder / "backups" / backup.id)[0])
    assert not vault.backups()[0].is_good
    vault.lock()
    with pytest.raises(DamagedBackup, match="bijlagen"):
        vault.examine(backup.id, PASSWORD)


def test_a_file_that_is_lost_does_not_keep_the_rest_from_being_copied(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    attach(vault, dossier, make("a.txt", TEXT))
    attach(vault, dossier, make("b.txt", TEXT[1:]))
    bins(folder)[0].unlink()
    backup = vault.back_up()
    assert backup is not None
    assert backup.is_good
    assert len(bins(folder / "backups" / backup.id)) == 1


def test_a_whole_store_says_so_and_tells_what_is_left_over(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    attach(vault, dossier, make("a.txt", TEXT))
    take_in(vault, make("b.txt", TEXT[1:]))
    assert vault.faults() == ()
    vault.lock()
    found = check(folder)
    assert found.is_whole
    assert (of(found, Part.ATTACHMENTS).count, of(found, Part.ATTACHMENTS).names) == (1, ("1",))


def test_a_file_that_is_lost_or_cut_off_is_told_at_once(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    made = attach(vault, dossier, make("a.txt", TEXT))
    path = bins(folder)[0]
    path.write_bytes(path.read_bytes()[:-1])
    assert [str(one) for one in vault.faults()] == [
        f"bijlage {made.id}: het versleutelde bestand is langer of korter dan het was"
    ]
    path.unlink()
    assert [str(one) for one in vault.faults()] == [f"bijlage {made.id}: het versleutelde bestand ontbreekt"]


def test_one_bit_that_changed_is_told_by_the_check_of_the_store(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path
) -> None:
    attach(vault, dossier, make("a.txt", TEXT))
    flip(bins(folder)[0], 500)
    vault.lock()
    assert "de inhoud is niet meer wat zij was" in told(check(folder))


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("UPDATE attachment SET name = 'anders.txt'", "toegevoegd of gewijzigd"),
        ("UPDATE attachment SET owner = 'document/d2'", "toegevoegd of gewijzigd"),
        ("DELETE FROM attachment", "buiten het programma om verwijderd"),
        ("UPDATE attachment SET file = '../../store'", "het versleutelde bestand ontbreekt"),
        ("UPDATE attachment SET file = x'00'", "ontbreekt"),
        ("UPDATE attachment SET digest = x'00'", "gewijzigd"),
        ("UPDATE attachment SET key = x'00'", "de inhoud"),
        ("UPDATE attachment SET size = 'veel'", "niet te lezen"),
    ],
)
def test_what_was_written_past_the_program_is_told(
    vault: FolderVault, dossier: DossierId, make: Make, folder: Path, statement: str, words: str
) -> None:
    attach(vault, dossier, make("a.txt", TEXT))
    vault.lock()
    behind_its_back(vault, statement)
    found = check(folder)
    assert [one.part for one in found.findings if not one.is_whole] == [Part.ATTACHMENTS]
    assert words in told(found)


def test_the_door_of_a_store_is_there_before_the_database_library_is_loaded() -> None:
    heavy = "('sqlcipher3', 'sqlalchemy', 'cryptography')"
    script = f"import sys, storage.vault; sys.exit(any(one in sys.modules for one in {heavy}))"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
