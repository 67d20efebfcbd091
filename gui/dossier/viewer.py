# SPDX-License-Identifier: EUPL-1.2
"""An attachment, shown from memory over the whole page: nothing of it is ever written to be shown.

Only what the program itself draws is shown: pages of a PDF as pictures, images that Qt decodes under a limit, and text
as plain text. The content says which of them it is, and no other reader is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QScrollArea, QWidget

from assessment.attachment import IMAGES, LARGEST_SHOWN, TEXTS, WORDS, Attachment, FileKind
from assessment.errors import Hindrance
from gui.dossier.paper_maker import PaperMaker
from gui.dossier.preview import Preview
from gui.lane import Lane
from gui.parts.badge import Tone
from gui.parts.button import button
from gui.parts.label import breakable
from gui.parts.notice import Notice
from gui.parts.side_sheet import SideSheet

MOST_PAGES = 300
"""Pages of a PDF that are drawn."""
LONGEST_TEXT = 1_000_000
"""Bytes of a text that are shown."""
LARGEST_PICTURE = 256
"""Megabytes that an image may take when it is unpacked."""

NOT_SHOWN = "Dit soort bestand kan hier niet worden getoond. Bewaar het buiten de kluis om het te bekijken."
TOO_LARGE = "Dit bestand is te groot om hier te tonen. Bewaar het buiten de kluis om het te bekijken."
UNREADABLE = "Deze afbeelding is te groot of beschadigd, of van een soort die hier niet kan worden getoond."
CUT = "Hieronder staat het begin; de tekst is langer dan hier wordt getoond."
FIRST_PAGES = f"Van een lange pdf staan hier ten hoogste de eerste {MOST_PAGES} bladzijden."

DrawPages = Callable[[bytes, int], Iterable[Any]]
_FORMATS = {
    FileKind.JPEG: b"jpeg", FileKind.PNG: b"png", FileKind.TIFF: b"tiff", FileKind.GIF: b"gif", FileKind.BMP: b"bmp",
    FileKind.WEBP: b"webp",
}  # fmt: skip


class Viewer(SideSheet):
    """`read` gives the content and runs on the lane, as the drawing does; `export_asked` to save it elsewhere."""

    export_asked = Signal()

    def __init__(self, one: Attachment, read: Callable[[], bytes], lane: Lane, draw_pages: DrawPages) -> None:
        super().__init__(f"{breakable(one.name)} · {WORDS[one.kind]}")
        self._one, self._lane, self._fetcher = one, lane, _Fetcher()
        self._fetcher.refused.connect(self._on_refused)
        self.add_foot(button("Bewaar buiten de kluis…", "export", on_click=self.export_asked.emit))
        self._notice = self.add(Notice())
        self._picture = _Picture()
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(f"Inhoud van {one.name}")
        self.shown: QWidget | None = None
        if one.size > LARGEST_SHOWN:
            self._say(TOO_LARGE)
        elif one.kind is FileKind.PDF:
            self._show_pages(read, draw_pages)
        elif one.kind in IMAGES:
            self._fetch(lambda: _decoded(read(), one.kind), self._show_picture)
        elif one.kind in TEXTS:
            self._fetch(lambda: _as_text(read()), self._show_text)
        else:
            self._say(NOT_SHOWN)

    def words(self) -> str:
        """Give what is said above the content."""
        return self._notice.text()

    def focus_first(self) -> None:
        if self.shown is not None:
            self.shown.setFocus()
        else:
            super().focus_first()

    def _show_pages(self, read: Callable[[], bytes], draw_pages: DrawPages) -> None:
        maker = PaperMaker(self._lane, partial(_first, draw_pages), self._fetcher.refused.emit)
        maker.finished.connect(self._on_drawn)
        self.closed.connect(maker.stop)
        preview = Preview(maker, f"Inhoud van {self._one.name}")
        self._fill(preview)
        preview.refresh(self._one.id, read)

    def _on_drawn(self, count: int) -> None:
        self._say(FIRST_PAGES if count >= MOST_PAGES else "")

    def _show_picture(self, image: QImage) -> None:
        if image.isNull():
            self._say(UNREADABLE)
            return
        self._picture.show_image(image, self._one.name)
        self._fill(self._picture)

    def _show_text(self, told: tuple[str, bool]) -> None:
        text, is_cut = told
        self.text.setPlainText(text)
        self._say(CUT if is_cut else "")
        self._fill(self.text)

    def _fetch(self, task: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._say("Wordt geopend…")
        self._fetcher.fetched.connect(self._on_fetched)
        self._fetcher.fetched.connect(then)
        self._fetcher.run(self._lane, task)

    def _on_fetched(self, _found: object) -> None:
        self._say("")

    def _on_refused(self, hindrance: Hindrance) -> None:
        self._say(hindrance.sentence)

    def _say(self, sentence: str) -> None:
        self._notice.show_text(Tone.INFO, sentence)

    def _fill(self, widget: QWidget) -> None:
        """Give a widget all the room that is left."""
        widget.setMinimumHeight(240)
        self._column.insertWidget(self._column.count() - 1, widget, 1000)
        self.shown = widget
        if self.isVisible():
            widget.show()  # in the layout it would be shown a turn later, and take no focus before
            widget.setFocus()


class _Fetcher(QObject):
    """Lives as long as the work it asked for; the viewer may be gone by then."""

    fetched = Signal(object)
    refused = Signal(object)

    def run(self, lane: Lane, task: Callable[[], Any]) -> None:
        lane.run(task, self.fetched.emit, self.refused.emit)


class _Picture(QScrollArea):
    """An image, no wider than there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._label, self._image = QLabel(), QImage()
        self._label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._label)
        self.setWidgetResizable(True)

    def show_image(self, image: QImage, name: str) -> None:
        self._image = image
        self.setAccessibleName(f"Afbeelding {name}, {image.width()} bij {image.height()} punten")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = QSize(max(self.viewport().width(), 1), max(self._image.height(), 1))
        if not self._image.isNull():
            size = self._image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(self._image.size())
            pixels = size * self.devicePixelRatioF()
            drawn = QPixmap.fromImage(
                self._image.scaled(
                    pixels, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )
            drawn.setDevicePixelRatio(self.devicePixelRatioF())
            self._label.setPixmap(drawn)


def _first(draw_pages: DrawPages, pdf: bytes, width: int) -> Iterator[Any]:
    return islice(draw_pages(pdf, width), MOST_PAGES) if pdf else iter(())


def _decoded(content: bytes, kind: FileKind) -> QImage:
    """Unpack an image of this kind and of no other; an empty one when that cannot be done."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    try:
        return _read(QImageReader(buffer, QByteArray(_FORMATS[kind])))
    finally:  # only now: a reader that outlives what it reads from ends the process
        buffer.close()


def _read(reader: QImageReader) -> QImage:
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() * 4 > LARGEST_PICTURE * 1024 * 1024:
        return QImage()
    return reader.read()


def _as_text(content: bytes) -> tuple[str, bool]:
    """Read the beginning as text; says whether there is more."""
    head = content[:LONGEST_TEXT]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace")
    else:
        try:
            text = head.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            is_cut_sign = len(content) > LONGEST_TEXT and error.start >= len(head) - 4
            text = head.decode("utf-8-sig", "ignore") if is_cut_sign else head.decode("cp1252", "replace")
    return text.replace("\0", ""), len(content) > LONGEST_TEXT
