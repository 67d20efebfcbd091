# SPDX-License-Identifier: EUPL-1.2
"""Beheer shows which backups there are, and makes one when asked."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from assessment.backup import BackupKind
from gui.parts.backup_words import moment
from gui.settings.backups_card import BUSY, NONE, BackupsCard
from tests.gui import fakes


@pytest.fixture
def card(shown):
    return shown(BackupsCard())


def words(card):
    QApplication.processEvents()
    return [one.text() for one in card.findChildren(QLabel) if one.isVisible() and one.text()]


def test_without_any_that_is_said(card):
    assert NONE in words(card)


def test_each_is_shown_with_its_day_its_dossiers_its_size_and_whether_it_is_good(card):
    day = timedelta(days=1)
    there = [
        fakes.backup(),
        fakes.backup(fakes.AT - day, dossiers=None),
        fakes.backup(fakes.AT - 2 * day, BackupKind.MIGRATION, dossiers=1),
    ]
    card.show_backups(there)
    found = words(card)
    first = found.index(moment(fakes.AT))
    assert found[first:-1] == [
        moment(fakes.AT), "12 dossiers", "1,8 MB", "goed",
        moment(fakes.AT - day), "aantal niet bekend", "1,8 MB", "niet goed",
        moment(fakes.AT - 2 * day), "1 dossier", "1,8 MB", "goed", "vóór een nieuwe versie",
    ]  # fmt: skip
    assert NONE not in found
    card.show_backups(there[:1])
    assert moment(fakes.AT - day) not in words(card)


def test_one_is_asked_for_and_not_twice(card, qtbot):
    with qtbot.waitSignal(card.asked):
        qtbot.mouseClick(card.make, Qt.MouseButton.LeftButton)
    card.show_busy()
    assert BUSY in words(card)
    with qtbot.assertNotEmitted(card.asked):
        qtbot.mouseClick(card.make, Qt.MouseButton.LeftButton)
    card.show_made(fakes.backup(dossiers=3))
    assert "De reservekopie is gemaakt en nagekeken: 3 dossiers." in words(card)
    with qtbot.waitSignal(card.asked):
        card.make.setFocus()
        qtbot.keyClick(card.make, Qt.Key.Key_Space)


def test_what_went_wrong_is_told(card):
    card.show_busy()
    card.show_failed("De schijf is vol.")
    assert "De schijf is vol." in words(card)
    assert card.make.isEnabled()
