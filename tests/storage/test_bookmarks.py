# SPDX-License-Identifier: EUPL-1.2
"""Where one was is kept in the store, for who was there, and given once."""

from collections.abc import Callable
from pathlib import Path

from assessment.bookmark import Bookmark
from assessment.services.bookmarks import keep, take
from storage.vault import FolderVault
from tests.storage.stores import PASSWORD, add, bytes_of, small

HERE = Bookmark("", "facts", "f1", "Omschrijving", 1, 12)


def test_it_survives_a_lock_and_is_taken_once(
    vault: FolderVault, vaults: Callable[[], FolderVault], folder: Path
) -> None:
    id_ = add(vault, small())
    mine = Bookmark(id_, "facts", "f1", "Zwaluwnest", 1, 12)
    keep(vault.work(), Bookmark(id_, "parties"))
    keep(vault.work(), mine)
    vault.lock()
    assert not [name for name, content in bytes_of(folder).items() if b"Zwaluwnest" in content]
    again = vaults()
    again.unlock(PASSWORD)
    assert take(again.work()) == mine
    assert take(again.work()) == Bookmark()


def test_of_a_dossier_that_is_gone_nothing_is_left(vault: FolderVault) -> None:
    id_ = add(vault, small())
    keep(vault.work(), Bookmark(id_, "facts", beginning=True))
    with vault.work() as work:
        work.destroyed.remove(id_)
        work.commit()
    assert take(vault.work()) == Bookmark(beginning=True)


def test_that_of_somebody_else_is_not_followed(vault: FolderVault) -> None:
    keep(vault.work(), HERE)
    other = vault.work()
    other._actor = "een ander"
    assert take(other) == Bookmark()


def test_it_is_not_journalled(vault: FolderVault) -> None:
    with vault.work() as work:
        before = work.journal.entries()
    keep(vault.work(), HERE)
    take(vault.work())
    with vault.work() as work:
        assert work.journal.entries() == before
