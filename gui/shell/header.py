# SPDX-License-Identifier: EUPL-1.2
"""The line above the page: where we are, whether it is saved, search and lock."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from gui.parts.button import Rank, button, icon_button
from gui.parts.label import label
from gui.parts.typed_field import Line
from gui.style.theme import scaled

HEIGHT = 52


class Header(QFrame):
    """Signals: `search_asked(words)`, `lock_asked()`, `home_asked()`."""

    search_asked = Signal(str)
    lock_asked = Signal()
    home_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self.setFixedHeight(scaled(HEIGHT))
        self.setAccessibleName("Kop")
        self._home = button("Dossiers", rank=Rank.LINK, on_click=self.home_asked.emit)
        self._where = _Elided()
        self._saved = label("", "small")
        self._saved.setAccessibleName("Opslag")
        self._search = _Search()
        self._search.returnPressed.connect(lambda: self.search_asked.emit(self._search.text().strip()))
        line = QHBoxLayout(self)
        line.setContentsMargins(24, 0, 12, 1)
        line.setSpacing(10)
        line.addWidget(self._home)
        line.addWidget(self._where, 1)
        line.addWidget(self._saved)
        line.addWidget(self._search)
        line.addWidget(icon_button("Vergrendel (Ctrl+L)", "lock", self.lock_asked.emit))
        self.show_place("")

    def show_place(self, where: str) -> None:
        """Show the way here; an empty text is the list itself."""
        self._home.setVisible(bool(where))
        self._where.show_text(f"›  {where}" if where else "")
        if not where:
            self.show_saved("")

    def show_saved(self, word: str) -> None:
        """Show the quiet word of what is kept."""
        self._saved.setText(word)
        self._saved.setAccessibleDescription(word)

    def focus_search(self) -> None:
        """Put the keyboard in the search field."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()


class _Search(Line):
    """The search field: Enter searches, Escape empties."""

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Zoek in dossiers (Ctrl+K)")
        self.setAccessibleName("Zoek in dossiers")
        self.setMaxLength(100)
        self.setFixedWidth(scaled(230))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)


class _Elided(QFrame):
    """A line of text that is cut off with an ellipsis where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self._full = ""
        self._label = label()
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._label, 1)

    def show_text(self, text: str) -> None:
        """Show a text, and the whole of it on hover."""
        self._full = text
        self._label.setToolTip(text)
        self._label.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        metrics = self._label.fontMetrics()
        self._label.setText(metrics.elidedText(self._full, Qt.TextElideMode.ElideRight, max(self.width(), 0)))
