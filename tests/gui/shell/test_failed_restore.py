# SPDX-License-Identifier: EUPL-1.2
"""A backup that could not be put back changes nothing about the store, nor about where one was in it."""

import pytest

from assessment.bookmark import Bookmark
from assessment.ports import VaultState
from assessment.services import dossiers
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes
from tests.gui.leaving import at_gate, enters


@pytest.fixture
def vault():
    made = fakes.MemoryVault(VaultState.OPEN)
    id_ = dossiers.add(made.work(), fakes.dossier(), fakes.catalogue())
    made.bookmark = Bookmark(id_, "facts")
    made.lock()
    made.copies = (fakes.backup(),)
    return made


def test_after_a_failed_restore_one_comes_back_where_one_was(window, vault, qtbot):
    at_gate(window, UnlockPage, qtbot).restore_asked.emit()
    window.gate.page().chosen.emit(vault.copies[0].id)
    page = window.gate.page()
    page.restore_asked.emit("mis")
    qtbot.waitUntil(lambda: page.sentence() != "")
    page.back_asked.emit()
    window.gate.page().back_asked.emit()
    enters(window, qtbot)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.page is not None)
    assert window.desk.where()[1] == "facts"
