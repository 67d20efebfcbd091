# SPDX-License-Identifier: EUPL-1.2
import logging

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from assessment.errors import StoreOutOfReach
from gui.messages import BugHook, HindranceBar
from gui.parts.badge import Tone


@pytest.fixture
def window(shown):
    made = shown(QWidget())
    yield made
    for box in made.findChildren(QMessageBox):
        box.close()


@pytest.fixture
def hook(window):
    made = BugHook()
    made._window = window
    return made


def test_a_bug_is_told_by_kind_and_place_and_never_by_its_words(window, hook, caplog):
    try:
        int("Jan Jansen, BSN 999912345")
    except ValueError as error:
        with caplog.at_level(logging.ERROR, "toetssteen"):
            hook.take(type(error), error, error.__traceback__)
    box = window.findChild(QMessageBox)
    told = box.text() + box.informativeText() + caplog.text
    assert "ValueError" in told
    assert "test_messages.py regel" in told
    assert "Jansen" not in told
    assert "999912345" not in told


def test_a_second_bug_does_not_open_a_second_dialog(window, hook):
    for _ in range(3):
        hook.take(ValueError, ValueError(), None)
    assert len(window.findChildren(QMessageBox)) == 1


def test_an_interrupt_is_no_bug(qtbot, capsys):
    hook = BugHook()
    with qtbot.assertNotEmitted(hook.met):
        hook.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err


def test_a_hindrance_stands_in_a_quiet_bar_until_it_is_put_away(shown, qtbot):
    holder = QWidget()
    bar = HindranceBar()
    bar.setParent(holder)
    shown(holder)
    bar.show_hindrance(StoreOutOfReach("De schijf is vol."))
    assert bar.isVisible()
    assert bar.text().startswith("De schijf is vol.")
    bar.asked.emit()
    assert not bar.isVisible()


def test_when_a_hindrance_is_over_only_its_own_sentence_goes(shown):
    bar = shown(HindranceBar())
    bar.show_hindrance(StoreOutOfReach("De schijf is vol."))
    bar.put_hindrance_away()
    assert bar.text() == ""
    bar.show_text(Tone.INFO, "Ongedaan gemaakt: plan gewijzigd.", "Sluit")
    bar.put_hindrance_away()
    assert bar.text() == "Ongedaan gemaakt: plan gewijzigd."
