# SPDX-License-Identifier: EUPL-1.2
"""Files are added, shown, saved and removed by real clicks; only the store is a list."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton, QToolButton

from assessment.dossier.document import Document
from assessment.dossier.dossier import Dossier
from assessment.errors import FileOutOfReach
from assessment.ports import DossierId, VaultState
from gui.dossier.attaching import Attaching
from gui.dossier.attachment_export import NO_PURPOSE
from gui.dossier.attachments_card import AttachmentsCard
from gui.dossier.viewer import NOT_SHOWN, Viewer
from gui.lane import Lane
from tests.gui import fakes

LEFT = Qt.MouseButton.LeftButton
ID = DossierId("d1")


@pytest.fixture
def vault():
    return fakes.MemoryVault(VaultState.OPEN)


@pytest.fixture
def attaching(vault, qapp):
    lanes = [Lane(name) for name in ("kept", "files")]
    made = Attaching(vault, ID, *lanes)
    yield made
    made.cancel()
    for lane in lanes:
        lane.close()


@pytest.fixture
def one(opened, attaching):
    """A dossier of one document, with its sheet open."""
    documents = (Document("d1", "Huurcontract"), Document("d2", "Offerte"))
    made = opened("documents", replace(Dossier("BIB-2026-0099", "2026-01-01", fakes.TODAY), documents=documents),
                  attachments=attaching)  # fmt: skip
    made.frame.go_to("d1")
    return made


@pytest.fixture
def file(tmp_path):
    def made(name, content=b"De huur is 1.000 euro."):
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return made


def card(one):
    return one.sheet.findChild(AttachmentsCard)


def press(qtbot, root, words):
    def seen():
        kinds = (*root.findChildren(QPushButton), *root.findChildren(QToolButton))
        return [one for one in kinds if one.accessibleName() == words and one.isVisible()]

    qtbot.waitUntil(lambda: len(seen()) == 1)
    qtbot.mouseClick(seen()[0], LEFT)


def add(qtbot, one, *paths):
    before = len(card(one)._shown)
    card(one)._ask = lambda _parent, then: then(list(paths))
    press(qtbot, one.sheet, "Voeg bestand toe…")
    qtbot.waitUntil(lambda: len(card(one)._shown) == before + len(paths))


def viewer(one):
    return one.frame._wide.sheet


def test_a_file_is_added_shown_and_removed_by_clicks(one, qtbot, file, vault):
    add(qtbot, one, file("huur.txt"), file("bijlage.txt", b"twee"))
    assert [a.name for a in card(one)._shown] == ["huur.txt", "bijlage.txt"]
    press(qtbot, one.sheet, "Bekijk huur.txt")
    qtbot.waitUntil(lambda: viewer(one).shown is not None)
    assert viewer(one).text.toPlainText() == "De huur is 1.000 euro."
    assert viewer(one).text.isReadOnly()
    assert viewer(one).width() == one.frame.width()
    qtbot.waitUntil(lambda: ("attachment.viewed", "d1/attachment/b1") in vault.notes)
    qtbot.keyClick(one.focus(), Qt.Key.Key_Escape)
    assert viewer(one) is None
    assert one.sheet.isVisible()
    press(qtbot, one.sheet, "Verwijder huur.txt")
    qtbot.waitUntil(lambda: [a.name for a in card(one)._shown] == ["bijlage.txt"])


def test_a_file_stays_with_its_own_document(one, qtbot, file):
    add(qtbot, one, file("huur.txt"))
    one.frame.go_to("d2")
    assert card(one)._shown == ()
    one.frame.go_to("d1")
    assert len(card(one)._shown) == 1


def test_a_file_that_is_dropped_on_the_page_comes_in(one, qtbot, file):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(file("gesleept.txt")), QUrl("https://voorbeeld.invalid/x")])
    one.page.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier))
    qtbot.waitUntil(lambda: [a.name for a in card(one)._shown] == ["gesleept.txt"])


def test_what_takes_long_can_be_left_off(one, qtbot, file, vault):
    vault.attachments.hold = True
    card(one).add_files([file("groot.txt"), file("erna.txt")])
    qtbot.waitUntil(lambda: card(one)._busy.isVisible() and card(one)._bar.value() > 0)
    press(qtbot, one.sheet, "Annuleer")
    qtbot.waitUntil(lambda: not card(one)._busy.isVisible())
    assert card(one)._shown == ()


def test_a_refusal_is_said_in_the_card_and_the_next_comes_in(one, qtbot, file, vault):
    vault.attachments.refusal = FileOutOfReach("groot.iso", "dit bestand is groter dan 500 MB.")
    card(one).add_files([file("groot.iso")])
    qtbot.waitUntil(lambda: "groter dan 500 MB" in card(one).text())
    vault.attachments.refusal = None
    add(qtbot, one, file("huur.txt"))
    assert card(one).text() == ""


def test_a_full_disk_keeps_nothing(one, qtbot, file, vault):
    vault.full = True
    card(one).add_files([file("huur.txt")])
    qtbot.waitUntil(lambda: "De schijf is vol" in card(one).text())
    assert vault.attachments.content == {}


def test_metadata_goes_only_when_asked(one, qtbot, file):
    one.sheet.findChild(AttachmentsCard).clean.click()
    add(qtbot, one, file("foto.txt"))
    assert card(one).text() == "anders"


def test_it_leaves_the_store_only_with_a_purpose(one, qtbot, file, vault, tmp_path):
    add(qtbot, one, file("huur.txt"))
    target = tmp_path / "uit.txt"
    one.page.attachments.ask_place = lambda _parent, name, then: then(str(target))
    press(qtbot, one.sheet, "Bewaar huur.txt buiten de kluis…")
    press(qtbot, one.sheet, "Kies een plaats")
    assert one.sheet._notice.text() == NO_PURPOSE
    assert not target.exists()
    qtbot.keyClicks(one.focus(), "voor de rechtbank")
    press(qtbot, one.sheet, "Kies een plaats")
    qtbot.waitUntil(target.exists)
    assert ("attachment.exported", "d1/attachment/b1") in vault.notes


def test_a_document_with_files_is_not_removed_and_its_number_not_given_away(one, qtbot, file):
    add(qtbot, one, file("huur.txt"))
    one.sheet.remove_asked.emit(one.sheet.record())
    assert "staan nog bijlagen" in one.page._kept.text()
    assert len(one.dossier.documents) == 2
    one.session.change(replace(one.dossier, documents=()), "alles weg")
    one.page._add()
    assert one.dossier.documents[0].id == "d2"


def test_a_kind_that_cannot_be_shown_says_so_and_how_to_save_it(qtbot, shown, one, file, attaching):
    add(qtbot, one, file("huur.txt"))
    from assessment.attachment import FileKind

    made = shown(Viewer(replace(card(one)._shown[0], kind=FileKind.WORD), lambda: b"", attaching._files, None))
    assert made.words() == NOT_SHOWN
    with qtbot.waitSignal(made.export_asked):
        press(qtbot, made, "Bewaar buiten de kluis…")


def test_everything_can_be_reached_by_keyboard_and_has_a_name(one, qtbot, file):
    from gui.shell.tab_order import stops

    add(qtbot, one, file("huur.txt"))
    qtbot.waitUntil(lambda: len(stops(card(one))) == 5)
    assert [stop.accessibleName() for stop in stops(card(one))] == [
        "Bekijk huur.txt",
        "Bewaar huur.txt buiten de kluis…",
        "Verwijder huur.txt",
        "Verwijder metagegevens uit afbeeldingen (locatie, toestel)",
        "Voeg bestand toe…",
    ]
