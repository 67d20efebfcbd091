# SPDX-License-Identifier: EUPL-1.2
"""Nobody finds the reason that another typed, and so nobody logs it as their own."""

from dataclasses import replace

import pytest

from assessment.dossier.document import Document
from assessment.users import Role, User
from gui.dossier.attachment_export import AttachmentExportSheet
from tests.gui import fakes
from tests.gui.leaving import enters
from tests.gui.shell.sheet_ways import again, sheet, to_elsewhere

ANOTHER = User("u2", "Bo Bedacht", Role.OFFICER, fakes.AT)


def to_export(window, qtbot):
    """Ask to save the file of a document outside the store."""
    session = window.desk.session
    if not session.dossier.documents:
        session.change(replace(session.dossier, documents=(Document("d1", "Huurcontract"),)), "Stuk toegevoegd")
    window.desk.page.open_step("documents")
    attaching = window.desk.page._tools.attachments
    qtbot.waitUntil(lambda: window.lanes.are_idle)
    window.desk.page.page().attachments._export(attaching.of("document/d1")[0])
    return sheet(window, AttachmentExportSheet, qtbot)


@pytest.fixture
def with_file(opened, qtbot, tmp_path):
    (tmp_path / "huur.txt").write_bytes(b"De huur")
    opened.desk.page._tools.attachments.add("document/d1", str(tmp_path / "huur.txt"), cleaned=False)
    qtbot.waitUntil(lambda: opened.lanes.are_idle)
    return opened


WAYS = {"elsewhere": (to_elsewhere, "reason"), "export": (to_export, "purpose")}


@pytest.mark.parametrize(("way", "field"), WAYS.values(), ids=WAYS.keys())
def test_another_user_finds_no_reason_and_the_first_finds_it_back(with_file, vault, qtbot, way, field):
    window, me = with_file, vault.people.me
    qtbot.keyClicks(way(window, qtbot).fields[field].editor(), "reden van de een")
    again(window, qtbot)
    assert window.desk.page.has_sheet
    come_in_as(ANOTHER, window, vault, qtbot)
    asked = way(window, qtbot)
    assert (asked.fields[field].as_draft(), asked._notice.text()) == ("", "")
    come_in_as(me, window, vault, qtbot)
    assert way(window, qtbot).fields[field].as_draft() == "reden van de een"


def come_in_as(user, window, vault, qtbot):
    with qtbot.waitSignal(window.locking.locked):
        window.lock()
    vault.people.me, vault.bookmark = user, None
    with qtbot.waitSignal(window.unlocked):
        enters(window, qtbot)
    qtbot.waitUntil(lambda: window.lanes.are_idle)
    window.desk.open("d1", "parties")
    qtbot.waitUntil(lambda: window.desk.page is not None and window.lanes.are_idle)
