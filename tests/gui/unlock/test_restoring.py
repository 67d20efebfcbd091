# SPDX-License-Identifier: EUPL-1.2
"""Putting a backup back from the start screen: by mouse, and by keyboard alone."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from assessment.backup import BackupKind, Contents, Examined, OpensWith
from assessment.errors import DamagedBackup, DamagedStore, NewerStore, StoreInUse, StoreOutOfReach
from assessment.ports import VaultState
from gui.parts.backup_words import NONE_YET, last_told, moment, size
from gui.parts.badge import Tone
from gui.parts.label import Prose
from gui.parts.link_row import LinkRow
from gui.parts.notice import Notice
from gui.unlock.backups_page import BackupsPage
from gui.unlock.found import Found
from gui.unlock.gate import Gate
from gui.unlock.restore_page import RestorePage
from gui.unlock.unlock_page import UnlockPage
from tests.gui import fakes

NEWER, OLDER = fakes.backup(), fakes.backup(fakes.AT - timedelta(days=3), opens_with=OpensWith.EARLIER, dossiers=1)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def vault():
    made = fakes.MemoryVault()
    made.copies = (NEWER, OLDER)
    return made


@pytest.fixture
def gate(shown, lane, vault, qtbot):
    made = shown(Gate(lane, lambda: fakes.AT + timedelta(days=1)), 1024, 768)
    made.begin(lambda: vault)
    comes(made, UnlockPage, qtbot)
    return made


def comes(gate, kind, qtbot):
    qtbot.waitUntil(lambda: isinstance(gate.page(), kind))
    return gate.page()


def press(page, words, qtbot):
    (button,) = (one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible())
    qtbot.mouseClick(button, LEFT)


def said(page):
    """Give every sentence on the page."""
    texts = [one.text() for one in page.findChildren(Notice) if one.isVisible()]
    return " ".join([*texts, *(one.text() for one in page.findChildren(Prose) if one.isVisible())])


def chosen(gate, backup, qtbot):
    """Go to the page of one backup, by mouse."""
    press(gate.page(), "Zet een reservekopie terug", qtbot)
    page = comes(gate, BackupsPage, qtbot)
    (row,) = (one for one in page.findChildren(LinkRow) if one.text() == moment(backup.at))
    qtbot.mouseClick(row, LEFT)
    return comes(gate, RestorePage, qtbot)


def looked_into(gate, backup, qtbot, password=fakes.PASSWORD):
    page = chosen(gate, backup, qtbot)
    qtbot.keyClicks(page._password.line, password)
    press(page, "Kijk deze kopie na", qtbot)
    return page


def test_the_last_good_backup_is_told(gate):
    assert f"Laatste goede reservekopie: {moment(NEWER.at)}" in said(gate.page())


@pytest.mark.parametrize(
    ("backups", "tone", "words"),
    [
        ((), Tone.WARN, NONE_YET),
        ((fakes.backup(dossiers=None),), Tone.WARN, NONE_YET),
        ((fakes.backup(fakes.AT - timedelta(days=8)),), Tone.OK, "Laatste goede reservekopie: "),
        ((fakes.backup(fakes.AT - timedelta(days=9)),), Tone.WARN, "Dat is 9 dagen geleden."),
        (
            (fakes.backup(dossiers=None), fakes.backup(fakes.AT - timedelta(days=9))),
            Tone.WARN,
            "Dat is 9 dagen geleden.",
        ),
    ],
)
def test_an_old_one_and_none_are_a_warning(shown, backups, tone, words):
    told = last_told(backups, fakes.AT)
    assert told[0] is tone
    assert words in told[1]
    page = shown(UnlockPage(Found(VaultState.LOCKED, "kluis", tuple(backups)), told))
    warned = [one for one in page.findChildren(Notice) if one.isVisible()]
    assert bool(warned) is (tone is Tone.WARN)
    links = [one for one in page.findChildren(QPushButton) if one.text() == "Zet een reservekopie terug"]
    assert len(links) == bool(backups)


def test_it_is_looked_into_and_then_put_back(gate, vault, qtbot):
    page = looked_into(gate, NEWER, qtbot)
    qtbot.waitUntil(lambda: "14 regels meer" in page.sentence())
    assert "12 dossiers" in page.sentence()
    assert "opzijgezet" in page.sentence()
    assert vault.restored is None
    with qtbot.waitSignal(gate.opened):
        press(page, "Zet deze kopie terug", qtbot)
    assert vault.restored == NEWER.id
    assert vault.state() is VaultState.OPEN


def test_by_keyboard_alone(gate, vault, qtbot):
    def tab_to(words):
        for _ in range(20):
            focus = QApplication.focusWidget()
            if getattr(focus, "text", str)() == words:
                return focus
            qtbot.keyClick(focus, Qt.Key.Key_Tab)
        raise AssertionError(f"the keyboard does not come to {words!r}")

    qtbot.keyClick(tab_to("Zet een reservekopie terug"), Qt.Key.Key_Space)
    comes(gate, BackupsPage, qtbot)
    qtbot.keyClick(tab_to(moment(OLDER.at)), Qt.Key.Key_Space)
    page = comes(gate, RestorePage, qtbot)
    qtbot.keyClicks(QApplication.focusWidget(), fakes.PASSWORD)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1 dossier." in page.sentence())
    with qtbot.waitSignal(gate.opened):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert vault.restored == OLDER.id


@pytest.mark.parametrize(
    ("opens_with", "words"),
    [
        (OpensWith.PRESENT, "het wachtwoord dat u nu gebruikt"),
        (OpensWith.EARLIER, "Het wachtwoord is daarna gewijzigd"),
        (OpensWith.UNKNOWN, "het wachtwoord van toen"),
    ],
)
def test_it_says_which_password_it_wants(shown, opens_with, words):
    assert words in said(shown(RestorePage(fakes.backup(opens_with=opens_with))))


@pytest.mark.parametrize(
    ("newer", "words"),
    [(0, "heeft niets wat hier niet in zit"), (1, "staat 1 regel meer"), (None, "kan niet worden gelezen")],
)
def test_it_says_what_the_present_store_has_more(shown, newer, words):
    page = shown(RestorePage(NEWER))
    page.show_examined(Examined(Contents(3, 2, 9), newer))
    assert words in page.sentence()


@pytest.mark.parametrize(
    "hindrance",
    [DamagedBackup("store.db"), NewerStore("9", "3"), StoreInUse("een ander"), StoreOutOfReach("De schijf is vol.")],
)
@pytest.mark.parametrize("act", ["examine", "restore"])
def test_what_stands_in_the_way_is_one_sentence_and_nothing_is_put_back(gate, vault, qtbot, hindrance, act):
    def refuse(*_):
        raise hindrance

    if act == "restore":
        page = looked_into(gate, NEWER, qtbot)
        qtbot.waitUntil(page._restore.isVisible)
    vault.restore = vault.examine = refuse
    if act == "restore":
        press(page, "Zet deze kopie terug", qtbot)
    else:
        page = looked_into(gate, NEWER, qtbot)
    qtbot.waitUntil(lambda: page.sentence() == hindrance.sentence)
    assert vault.state() is VaultState.LOCKED
    assert page._open.isVisible()
    assert not page._restore.isVisible()
    assert page._password.text() == ""


def test_a_wrong_password_is_told_and_asked_again(gate, vault, qtbot):
    page = looked_into(gate, NEWER, qtbot, "mis")
    qtbot.waitUntil(lambda: "Het wachtwoord klopt niet" in page.sentence())
    assert page._password.line.hasFocus()
    assert not page._restore.isVisible()


def test_another_password_is_another_question(gate, vault, qtbot):
    page = looked_into(gate, NEWER, qtbot)
    qtbot.waitUntil(page._restore.isVisible)
    qtbot.keyClicks(page._password.line, "x")
    assert not page._restore.isVisible()
    assert page.sentence() == ""


def test_the_way_back_leads_to_the_list_and_to_the_password(gate, qtbot):
    page = chosen(gate, NEWER, qtbot)
    press(page, "Terug", qtbot)
    page = comes(gate, BackupsPage, qtbot)
    press(page, "Terug", qtbot)
    comes(gate, UnlockPage, qtbot)


def test_a_damaged_store_leads_to_its_backups(gate, vault, qtbot):
    def refuse(_password, _user):
        raise DamagedStore("database ontbreekt")

    vault.unlock = refuse
    page = gate.page()
    qtbot.keyClicks(page._password.line, fakes.PASSWORD)
    qtbot.keyClick(page._password.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Zet een reservekopie terug" in page.sentence())
    assert isinstance(chosen(gate, NEWER, qtbot), RestorePage)


def test_backups_that_cannot_be_listed_do_not_keep_anybody_out(shown, lane, vault, qtbot):
    def refuse():
        raise StoreOutOfReach("De schijf is weg.")

    vault.backups = refuse
    gate = shown(Gate(lane, lambda: fakes.AT), 1024, 768)
    gate.begin(lambda: vault)
    assert NONE_YET in said(comes(gate, UnlockPage, qtbot))


def test_each_in_the_list_says_when_how_much_and_whether_it_is_good(shown):
    bad = fakes.backup(fakes.AT - timedelta(days=1), dossiers=None)
    aside = fakes.backup(fakes.AT - timedelta(days=2), BackupKind.REPLACED, dossiers=None, size=10)
    page = shown(BackupsPage((NEWER, bad, aside)))
    assert [one._second for one in page.findChildren(LinkRow)] == [
        "12 dossiers · 1,8 MB · goed",
        "aantal niet bekend · 1,8 MB · niet goed",
        "aantal niet bekend · 0,1 MB · niet nagekeken · kluis die is vervangen",
    ]


def test_a_size_is_never_nothing():
    assert [size(count) for count in (0, 1_250_000, 211_000_000)] == ["0,1 MB", "1,2 MB", "211,0 MB"]
