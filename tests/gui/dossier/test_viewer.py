# SPDX-License-Identifier: EUPL-1.2
"""What is shown of an attachment, from memory: pages, pictures and text; what is broken gets a sentence."""

import io
from datetime import UTC, datetime

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from assessment.attachment import IMAGES, LARGEST_SHOWN, Attachment, FileKind
from gui.dossier import viewer as module
from gui.dossier.preview import Preview
from gui.dossier.viewer import CUT, TOO_LARGE, UNREADABLE, Viewer
from gui.lane import Lane
from storage.paper import pages


def picture(kind, size=(60, 40)):
    file = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(file, kind)
    return file.getvalue()


def pdf(count=2):
    file = io.BytesIO()
    canvas = Canvas(file)
    for number in range(count):
        canvas.drawString(100, 700, f"Bladzijde {number + 1}")
        canvas.showPage()
    canvas.save()
    return file.getvalue()


@pytest.fixture
def view(shown):
    lane = Lane("paper")

    def show(content, kind, size=None):
        one = Attachment("b1", "document/d1", "stuk", kind, len(content) if size is None else size,
                         datetime(2026, 6, 2, tzinfo=UTC), "T. Ester")  # fmt: skip
        return shown(Viewer(one, lambda: content, lane, pages), 900, 600)

    yield show
    lane.close()


@pytest.mark.parametrize("kind", sorted(IMAGES))
def test_an_image_is_shown(view, qtbot, kind):
    made = view(picture(kind.value), kind)
    qtbot.waitUntil(lambda: made.shown is not None)
    assert made.shown.accessibleName() == "Afbeelding stuk, 60 bij 40 punten"
    qtbot.waitUntil(made.shown.isVisible)
    made.focus_first()
    assert made.shown.hasFocus()


def test_an_image_that_is_broken_gets_a_sentence(view, qtbot):
    made = view(b"GIF89a kapot", FileKind.GIF)
    qtbot.waitUntil(lambda: made.words() == UNREADABLE)


def test_an_image_that_would_fill_the_memory_is_not_unpacked(view, qtbot, monkeypatch):
    monkeypatch.setattr(module, "LARGEST_PICTURE", 1)
    made = view(picture("png", (600, 600)), FileKind.PNG)
    qtbot.waitUntil(lambda: made.words() == UNREADABLE)


def test_an_image_of_another_kind_than_its_name_for_it_is_not_tried(view, qtbot):
    made = view(picture("png"), FileKind.BMP)
    qtbot.waitUntil(lambda: made.words() == UNREADABLE)


def test_the_pages_of_a_pdf_are_shown(view, qtbot):
    made = view(pdf(3), FileKind.PDF)
    preview = made.findChild(Preview)
    qtbot.waitUntil(lambda: preview.state() == "pagina 1 van 3")
    assert preview.view().accessibleName() == "Inhoud van stuk, pagina 1 van 3"
    made.focus_first()
    assert preview.view().hasFocus()


def test_a_long_pdf_is_shown_in_part_and_says_so(view, qtbot, monkeypatch):
    monkeypatch.setattr(module, "MOST_PAGES", 2)
    made = view(pdf(4), FileKind.PDF)
    qtbot.waitUntil(lambda: made.findChild(Preview).state() == "pagina 1 van 2")
    assert "eerste" in made.words()


@pytest.mark.parametrize("content", [b"%PDF-1.7 kapot", b"%PDF-"])
def test_a_pdf_that_is_broken_gets_a_sentence(view, qtbot, content):
    made = view(content, FileKind.PDF)
    qtbot.waitUntil(lambda: "beschadigd of met een wachtwoord beveiligd" in made.words())


@pytest.mark.parametrize("content", ["één € <b>", "één € <b>".encode("utf-16"), "één € <b>".encode("cp1252")])
def test_text_is_shown_as_it_is(view, qtbot, content):
    made = view(content.encode() if isinstance(content, str) else content, FileKind.TEXT)
    qtbot.waitUntil(lambda: made.shown is not None)
    assert made.text.toPlainText() == "één € <b>"


def test_of_a_long_text_the_beginning_is_shown(view, qtbot, monkeypatch):
    monkeypatch.setattr(module, "LONGEST_TEXT", 10)
    made = view("123456789é1".encode(), FileKind.TEXT)
    qtbot.waitUntil(lambda: made.words() == CUT)
    assert made.text.toPlainText() == "123456789"


def test_what_is_too_large_for_memory_is_not_read(view):
    assert view(b"", FileKind.PDF, LARGEST_SHOWN + 1).words() == TOO_LARGE


def test_a_viewer_that_is_gone_before_the_content_came_is_no_trouble(view, qtbot):
    made = view(pdf(20), FileKind.PDF)
    made.closed.emit()
    made.deleteLater()
    qtbot.wait(300)
