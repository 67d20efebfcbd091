# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from assessment.deadline import Deadline, DeadlineKind
from assessment.dossier.information import Classification, Information
from assessment.known import NOT_KNOWN
from gui.dossier.session import SavedState
from gui.dossier.steps import STEPS
from gui.settings.page import SettingsPage
from gui.settings.preferences import Preferences
from gui.style import theme
from tests.assessment.catalogue import layers
from tests.gui import fakes

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def press(root, words, qtbot):
    button = next(one for one in root.findChildren(QPushButton) if one.text() == words and one.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_store_offers_two_ways_out(window, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None and window.place.dossiers._stack.currentIndex() == 1)
    press(window.place.dossiers, "Open het voorbeeld", qtbot)
    qtbot.waitUntil(lambda: window.desk.page is not None)
    assert "BIB-2026-0014" in window.place.header._where._full


def test_a_new_dossier_gets_the_next_reference_and_opens_at_the_application(opened, vault, qtbot):
    opened.desk.go_to_room("dossiers")
    qtbot.waitUntil(lambda: opened.place.dossiers.table.model.rowCount() == 2)
    qtbot.keyClick(opened, Qt.Key.Key_N, CTRL)
    sheet = opened.desk.sheets.sheet
    assert sheet._reference.value() == "BIB-2026-0016"
    sheet._permits._box.activated.emit(sheet._permits._box.findData("EXP"))
    sheet._subject.setFocus()
    qtbot.keyClicks(sheet._subject.line, "Fictief B.V.")
    qtbot.keyClick(sheet._subject.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.desk.page is not None and opened.desk.session.dossier.reference == "BIB-2026-0016")
    assert opened.desk.page.step == "application"
    made = opened.desk.session.dossier
    assert [permit.type for permit in made.permits] == ["EXP"]
    assert made.name_of(made.subject[0]) == "Fictief B.V."
    assert len(vault.kept) == 3


@pytest.mark.parametrize(("reference", "sentence"), [("BIB-2026-0014", "al een dossier"), ("", "Vul een kenmerk in")])
def test_a_new_dossier_needs_a_reference_of_its_own(opened, qtbot, reference, sentence):
    opened.desk.go_to_room("dossiers")
    qtbot.waitUntil(lambda: opened.place.dossiers.table.model.rowCount() == 2)
    opened.desk.begin_new()
    sheet = opened.desk.sheets.sheet
    sheet._reference.load(reference)
    sheet._on_begin()
    assert sentence in sheet._notice.text()


def test_a_new_dossier_holds_what_was_said_and_the_keyboard_is_in_its_page(window, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None)
    window.desk.begin_new()
    sheet = window.desk.sheets.sheet
    sheet._permits.load(("EXP",))
    sheet._received.line.selectAll()
    qtbot.keyClicks(sheet._received.line, "31-2-2026")
    sheet._on_begin()
    assert "bestaat niet" in sheet._notice.text()
    sheet._received.load(NOT_KNOWN)
    sheet._on_begin()
    qtbot.waitUntil(lambda: window.desk.page is not None)
    application = window.desk.session.dossier.application
    assert (application.received_on, application.existing) == (NOT_KNOWN, NOT_KNOWN)
    assert window.desk.session.dossier.events == ()
    qtbot.waitUntil(lambda: window.desk.page.page().content().isAncestorOf(window.focusWidget()))


def test_enter_opens_a_dossier_from_the_list(opened, qtbot):
    opened.desk.go_to_room("dossiers")
    table = opened.place.dossiers.table
    qtbot.waitUntil(lambda: table.model.rowCount() == 2)
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Down)
    reference = table.current().summary.reference
    qtbot.keyClick(table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.desk.page is not None)
    assert opened.desk.session.dossier.reference == reference


@pytest.mark.parametrize("number", range(1, 10))
def test_every_step_has_its_key(opened, qtbot, number):
    opened.desk.page.setFocus()
    qtbot.keyClick(opened.desk.page, getattr(Qt.Key, f"Key_{number}"), CTRL)
    assert opened.desk.page.step == STEPS[number - 1].id


def test_alt_and_arrows_walk_through_the_steps(opened, qtbot):
    page = opened.desk.page
    page.open_step("application")
    page._steps._buttons["application"].setFocus()
    qtbot.keyClick(page._steps._buttons["application"], Qt.Key.Key_Left, ALT)
    assert page.step == "application"
    qtbot.keyClick(page._steps._buttons["application"], Qt.Key.Key_Right, ALT)
    assert page.step == "parties"


def test_a_step_says_how_far_it_is_and_what_blocks(opened):
    names = {id_: one.accessibleName() for id_, one in opened.desk.page._steps._buttons.items()}
    assert names["parties"] == "2 Betrokkenen, blokkeert"
    assert names["weighing"] == "8 Weging, blokkeert"
    assert names["documents"] == "3 Stukken, leeg"


def test_an_item_of_the_panel_leads_to_its_step(opened):
    opened.desk.page.open_step("application")
    opened.desk.page._side.asked.emit("p1")
    assert opened.desk.page.step == "parties"


def test_a_change_is_kept_and_ctrl_z_takes_it_back(opened, vault, qtbot):
    session = opened.desk.session
    first = session.dossier
    session.change(replace(first, plan="x"), "Plan gewijzigd")
    qtbot.waitUntil(lambda: vault.kept["d1"][0].plan == "x")
    assert opened.place.header._saved.text() == "Opgeslagen"
    opened.desk.page._steps._buttons["application"].setFocus()
    qtbot.keyClick(opened.desk.page._steps._buttons["application"], Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: vault.kept["d1"][0] == first and session.is_settled)
    assert opened.place.bar.text() == "Ongedaan gemaakt: plan gewijzigd."


def test_a_full_disk_says_so_and_nothing_is_lost(opened, vault, qtbot):
    session = opened.desk.session
    vault.full = True
    session.change(replace(session.dossier, plan="x"), "Plan gewijzigd")
    qtbot.waitUntil(lambda: "De schijf is vol" in opened.place.bar.text())
    assert opened.place.header._saved.text() == "Niet opgeslagen"
    vault.full = False
    session.retry_now()
    qtbot.waitUntil(lambda: vault.kept["d1"][0].plan == "x")
    assert opened.place.header._saved.text() == "Opgeslagen"


def test_closing_waits_until_everything_is_kept(opened, vault, qtbot):
    vault.full = True
    session = opened.desk.session
    session.change(replace(session.dossier, plan="x"), "Plan gewijzigd")
    opened.close()
    assert opened.isVisible()
    qtbot.waitUntil(lambda: session.saved_state.value == "Niet opgeslagen")
    vault.full = False
    session.retry_now()
    qtbot.waitUntil(lambda: not opened.isVisible())
    assert vault.kept["d1"][0].plan == "x"


def test_settings_are_worn_at_once_and_kept(qapp, window, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None)
    kept = []
    window._parts = fakes.parts(None, keep_preferences=kept.append)
    window.desk.go_to_room("settings")
    page = window.place.settings
    dark = next(one for one in page._theme._editors if one.text() == "donker")
    qtbot.mouseClick(dark, Qt.MouseButton.LeftButton)
    assert theme.current().mode is theme.Mode.DARK
    assert kept == [Preferences(theme="dark")]
    page._authority.setFocus()
    qtbot.keyClicks(page._authority.line, "Fictenveen")
    page._authority.flush()
    assert kept[-1] == Preferences(theme="dark", authority="Fictenveen")
    assert page.authority() == "Fictenveen"


def test_nothing_leads_to_where_nothing_is(window, qtbot):
    qtbot.waitUntil(lambda: window.place is not None)
    assert set(window.place.rail._buttons) == {"dossiers", "agenda", "settings"}


def test_larger_letters_make_larger_places(window, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None)
    window.desk.go_to_room("settings")
    rail = window.place.rail.width()
    page = window.place.settings
    largest = next(one for one in page._size._editors if one.text() == "150 %")
    qtbot.mouseClick(largest, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.place.settings is not page)
    assert window.place.rail.width() == rail * 1.5
    assert window.place.settings.isVisible()
    assert window.place.settings._size.value() == 150


def test_the_keyboard_goes_along_to_the_step_that_was_asked(opened, qtbot):
    page = opened.desk.page
    page._steps._buttons[page.step].setFocus()
    qtbot.keyClick(page._steps._buttons[page.step], Qt.Key.Key_6, CTRL)
    assert page._steps._buttons["facts"].hasFocus()


def test_step_one_knows_the_references_of_the_other_dossiers(opened):
    own = opened.desk.session.dossier.reference
    assert own not in opened.desk.page._tools.taken
    assert opened.desk.page._tools.taken == {"BIB-2026-0014", "BIB-2026-0015"} - {own}


def test_a_dossier_that_could_not_be_kept_holds_on_when_another_is_opened(opened, vault, qtbot):
    first = opened.desk.session
    vault.full = True
    first.change(replace(first.dossier, plan="niet verliezen"), "Plan gewijzigd")
    qtbot.waitUntil(lambda: first.saved_state is SavedState.FAILED)
    vault.full = False
    first._retry.stop()
    opened.desk.open(next(id_ for id_ in vault.kept if id_ != opened.desk.where()[0]))
    qtbot.waitUntil(lambda: opened.desk.session is not first)
    assert not opened.desk.is_settled
    with qtbot.waitSignal(opened.desk.settled):
        first.retry_now()
    assert "niet verliezen" in {dossier.plan for dossier, _ in vault.kept.values()}


@pytest.mark.parametrize(
    ("room", "fills"), [((1366, 728), True), ((1366, 768), True), ((960, 500), True), ((1920, 1040), False)]
)
def test_the_window_never_opens_larger_than_the_screen(window, room, fills):
    """A laptop of 1366 by 768 with a task bar, and a screen that is shown at 200 %."""
    window.hide()
    window.open_on(QSize(*room))
    assert window.isMaximized() is fills
    assert window.minimumWidth() <= room[0]
    assert window.minimumHeight() <= room[1]
    window.showNormal()


def test_the_settings_say_which_policy_of_the_municipality_holds(window, shown, qtbot):
    qtbot.waitUntil(lambda: window.place is not None)
    assert window.place.settings._policy.text().startswith("Er geldt geen eigen beleid")
    page = shown(SettingsPage(Preferences()))
    page.show_policy(layers.own(), fakes.TODAY)
    assert "eigen beleid van gemeente Fictenveen (Beleidsregel Bibob Fictenveen 2026)" in page._policy.text()
    assert page._policy.isVisible()


def test_the_agenda_shows_all_dossiers_and_opens_one(opened, vault, qtbot):
    late = Deadline(DeadlineKind.TERM, "decision", fakes.TODAY, fakes.TODAY)
    for id_, (dossier, summary) in vault.kept.items():
        vault.kept[id_] = (dossier, replace(summary, deadlines=(late,)))
    rail = opened.place.rail._buttons["agenda"]
    qtbot.mouseClick(rail, Qt.MouseButton.LeftButton)
    page = opened.place.agenda
    qtbot.waitUntil(lambda: page.table.model.rowCount() == 2)
    assert opened.place._stack.currentWidget() is page
    assert rail.isChecked()
    first = page.table.model.record(0)
    page.table.view.selectRow(0)
    qtbot.keyClick(page.table.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.desk.page is not None)
    assert opened.desk.session.dossier.reference == first.reference
    assert opened.desk.page.step == "application"


@pytest.fixture
def warned(vault):
    """A store of which something was found on opening."""
    vault.warned = ("Het logboek is korter dan het was.",)
    return vault


def test_what_was_found_on_opening_is_said_and_can_be_put_away(warned, window, qtbot):
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.place.bar.text() == "Het logboek is korter dan het was."
    press(window.place.bar, "Sluit", qtbot)
    assert not window.place.bar.text()


def test_a_view_of_closed_information_and_an_export_reach_the_journal(opened, vault, qtbot):
    id_, session = opened.desk._id, opened.desk.session
    secret = Information("i1", classification=Classification.SECRET)
    session.change(replace(session.dossier, information=(secret,)), "Informatie toegevoegd")
    opened.desk.page.open_step("information")
    opened.desk.page.go_to("i1")
    qtbot.waitUntil(lambda: ("closed.viewed", f"{id_}/information/i1") in vault.notes)
    opened.desk.page.page().tools.note_export(session.assessment, "intern")
    qtbot.waitUntil(lambda: ("advice.exported", id_) in vault.notes)
