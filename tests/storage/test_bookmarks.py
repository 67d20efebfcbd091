# SPDX-License-Identifier: EUPL-1.2
"""Where one was is kept in the store, for who was there, and given once."""

import json
from collections.abc import Callable
from pathlib import Path

from assessment.bookmark import Bookmark
from assessment.services.bookmarks import keep, take
from storage import setting
from storage.bookmarks import NAME
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


def test_of_a_sheet_about_a_dossier_that_is_gone_only_the_room_is_left(vault: FolderVault) -> None:
    id_, gone = add(vault, small()), add(vault, small("BIB-2026-0002"))
    with vault.work() as work:
        work.destroyed.remove(gone)
        work.commit()
    keep(vault.work(), Bookmark(room="settings", sheet="period", of=gone, field="Termijn", nth=1, caret=3))
    assert take(vault.work()) == Bookmark(room="settings")
    keep(vault.work(), Bookmark(id_, "facts", "f1", "Doel", 0, 3, sheet="give", of=gone))
    assert take(vault.work()) == Bookmark(id_, "facts", "f1")
    keep(vault.work(), Bookmark(gone, "facts", "f1", "Doel", 0, 3, sheet="give", of=id_))
    assert take(vault.work()) == Bookmark(sheet="give", of=id_)


def test_one_of_an_earlier_version_still_reads(vault: FolderVault) -> None:
    earlier = {"dossier": "", "step": "", "about": "", "field": "Doel", "nth": 1, "caret": 2, "beginning": True}
    with vault.work() as work:
        user = work._actor
        setting.write(work._connection, NAME, json.dumps({"user": user, "at": earlier}))
        work.commit()
    assert take(vault.work()) == Bookmark(field="Doel", nth=1, caret=2, beginning=True)
