# SPDX-License-Identifier: EUPL-1.2
"""The preview: the real document as paper, with page number and zoom."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.dossier.paper_maker import DrawnPage, PaperMaker
from gui.dossier.paper_view import PaperView
from gui.parts.button import Rank, button, icon_button
from gui.parts.label import label

ZOOMS = (50, 75, 100, 125, 150, 200)
"""Percent of the size on paper."""
POINTS_AT_100 = 794
"""An A4 is 210 mm, at 96 points to the inch."""
FIRST, PAUSE, SHARPEN = 10, 1500, 250
"""Milliseconds before the first making, after a change, and after another width."""
MAKING = "Wordt gemaakt…"
SECTION = 1
"""The level of a section; 0 is the title of the document."""


class Preview(QWidget):
    """`refresh(key, task)` asks for a document; it is made when the preview is in sight and the changes rest.

    A key is what the document depends on; `name` is what it is called. `pause` is how many milliseconds the changes
    must rest.
    """

    def __init__(self, maker: PaperMaker, name: str = "Voorbeeld van het advies") -> None:
        super().__init__()
        self._maker = maker
        self._task: Callable[[], bytes] | None = None
        self._wanted = self._making = self._made = ""
        self._pdf, self._is_whole = b"", False
        self._zoom = 0
        self.pause = PAUSE
        self._view = PaperView(name)
        self._chapters = _chapters()
        self._offered: list[tuple[str, tuple[int, float]]] = []
        self._state, self._number = label("", "muted"), label("", "muted")
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._make)
        self._sharpen = QTimer(self, singleShot=True, interval=SHARPEN)
        self._sharpen.timeout.connect(self._draw)
        self._lay_out()
        self._chapters.activated.connect(self._on_chapter)
        maker.made.connect(self._on_made)
        maker.drawn.connect(self._on_drawn)
        maker.finished.connect(self._on_finished)
        self._view.page_changed.connect(lambda _number: self._tell())
        self._view.zoom_asked.connect(self.zoom_by)
        self._view.resized.connect(self._fit)
        self.setFocusProxy(self._view)

    def refresh(self, key: str, task: Callable[[], bytes]) -> None:
        """Ask for the document of another key."""
        if key == self._wanted:
            return
        self._wanted, self._task = key, task
        self._tell()
        self._rest.start(self.pause if self._pdf else FIRST)

    def zoom_by(self, steps: int) -> None:
        """Zoom in or out by steps."""
        now = 100 * self._width() / POINTS_AT_100
        further = [zoom for zoom in ZOOMS if (zoom > now + 1 if steps > 0 else zoom < now - 1)]
        if further:
            self._zoom = further[0] if steps > 0 else further[-1]
            self._fit()

    def fit_width(self) -> None:
        """Make the pages as wide as there is room."""
        self._zoom = 0
        self._fit()

    def view(self) -> PaperView:
        """Give the pages."""
        return self._view

    def state(self) -> str:
        """Say whether it is being made, and which page is in sight."""
        return " ".join(one for one in (self._state.text(), self._number.text()) if one)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted not in (self._making, self._made):
            self._rest.start(FIRST)

    def _make(self) -> None:
        if self._task is None or not self.isVisible():
            return
        self._making = self._wanted
        self._tell()
        self._maker.make(self._task)

    def _on_made(self, pdf: bytes) -> None:
        self._made, self._making, self._pdf = self._making, "", pdf
        self._is_whole = False
        self._tell()
        self._draw()

    def _draw(self) -> None:
        if self._pdf:
            self._maker.draw(self._pdf, round(self._width() * self.devicePixelRatioF()))

    def _on_drawn(self, number: int, page: DrawnPage) -> None:
        self._view.set_page_width(self._width())
        self._view.show_page(number, page)
        self._tell()

    def _on_finished(self, count: int) -> None:
        self._is_whole = True
        self._view.end_at(count)
        self._tell()
        self._list_chapters()

    def _list_chapters(self) -> None:
        """Offer the sections of the document; what was offered stays while it is the same."""
        found = [
            (one.text, (number, one.top))
            for number, page in enumerate(self._view.pages(), 1)
            for one in page.headings
            if one.level == SECTION
        ]
        self._chapters.setVisible(bool(found))
        if found == self._offered:
            return
        self._offered = found
        self._chapters.clear()
        for text, place in found:
            self._chapters.addItem(text, place)
        self._chapters.setCurrentIndex(-1)

    def _on_chapter(self, index: int) -> None:
        self._view.go_to(*self._chapters.itemData(index))

    def _width(self) -> int:
        return round(POINTS_AT_100 * self._zoom / 100) if self._zoom else self._view.room()

    def _fit(self) -> None:
        """Show the pages in the width that is wanted now, and draw them sharp when it rests."""
        self._view.set_page_width(self._width())
        if self._pdf:
            self._sharpen.start()

    def _tell(self) -> None:
        busy = self._wanted != self._made or not self._is_whole
        self._state.setText(MAKING if busy else "")
        count = self._view.count
        whole = f" van {count}" if self._is_whole else ""
        self._number.setText(f"pagina {self._view.number}{whole}" if count else "")

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._number)
        line.addWidget(self._state)
        line.addStretch(1)
        line.addWidget(self._chapters)
        line.addWidget(icon_button("Kleiner (Ctrl en min)", "minus", lambda: self.zoom_by(-1)))
        line.addWidget(icon_button("Groter (Ctrl en plus)", "plus", lambda: self.zoom_by(1)))
        line.addWidget(button("Paginabreedte", rank=Rank.QUIET, on_click=self.fit_width))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._view, 1)


def _chapters() -> QComboBox:
    """Make the list of sections; empty until the document was drawn."""
    box = QComboBox()
    box.setAccessibleName("Ga naar een hoofdstuk")
    box.setPlaceholderText("Ga naar een hoofdstuk")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(26)
    box.setMaxVisibleItems(16)
    box.hide()
    return box
