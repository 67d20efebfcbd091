# SPDX-License-Identifier: EUPL-1.2
"""The frame of every page: title, one line of introduction, a place for the primary button, scrolling content."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from gui.parts.label import Prose, label
from gui.parts.visible import set_shown
from gui.style.theme import scaled

WIDEST = 980
"""Pixels of content at most."""


class PageFrame(QWidget):
    """Add content with `add(widget)`; put the one primary button with `set_primary(button)`, others with `add_action`.

    Content scrolls and stands at the left, at most `widest` pixels wide. What gets the focus is scrolled into sight.
    """

    def __init__(self, title: str, intro: str = "", *, widest: int = WIDEST) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAccessibleName(title)
        self._title, self._intro = label(title, "page"), Prose(intro, "muted")
        set_shown(self._intro, bool(intro))
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._content = Content(objectName="content")
        self._content.setMaximumWidth(scaled(widest))
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(4, 4, 4, 24)
        self._column.setSpacing(16)
        self._column.addStretch(1)
        self._area = _Area(self._content)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 0)
        column.setSpacing(12)
        column.addLayout(self._head(widest))
        self._body = QHBoxLayout()
        self._body.setSpacing(12)
        self._body.addWidget(self._area, 1)
        column.addLayout(self._body, 1)

    def add(self, widget: QWidget, stretch: int = 0) -> QWidget:
        """Put something below what is there and give it back."""
        self._column.insertWidget(self._column.count() - 1, widget, stretch)
        if stretch:
            self._column.setStretch(self._column.count() - 1, 0)
        return widget

    def add_layout(self, layout: QLayout) -> QLayout:
        """Put a layout below what is there and give it back."""
        self._column.insertLayout(self._column.count() - 1, layout)
        return layout

    def set_primary(self, button: QWidget) -> QWidget:
        """Put the primary button at its place, top right, and give it back."""
        self._actions.addWidget(button)
        return button

    def add_action(self, widget: QWidget) -> QWidget:
        """Put another button left of the primary one and give it back."""
        self._actions.insertWidget(max(self._actions.count() - 1, 0), widget)
        return widget

    def add_side(self, widget: QWidget) -> QWidget:
        """Put something left of what scrolls, where it stays in sight, and give it back."""
        self._body.insertWidget(0, widget)
        return widget

    def set_title(self, title: str, intro: str = "") -> None:
        """Give the page another title."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._intro.setText(intro)
        set_shown(self._intro, bool(intro))

    def content(self) -> QWidget:
        """Give what scrolls."""
        return self._content

    def title(self) -> str:
        """Give the title."""
        return self._title.text()

    def reveal_top(self, widget: QWidget) -> None:
        """Scroll until something begins at the top, for what is higher than the window."""
        self.reveal(widget)
        self._area.verticalScrollBar().setValue(widget.mapTo(self._content, QPoint(0, -12)).y())

    def reveal(self, widget: QWidget) -> None:
        """Scroll something into sight, also when it was only just added or unfolded."""
        self._content.layout().activate()
        self._content.layout().activate()
        self._content.resize(self._content.width(), self._content.layout().totalHeightForWidth(self._content.width()))
        self._area.ensureWidgetVisible(widget, 24, 24)

    def _head(self, widest: int) -> QLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._intro)
        head = QWidget()
        head.setMaximumWidth(scaled(widest))
        line = QHBoxLayout(head)
        line.setContentsMargins(4, 0, 4, 0)
        line.setSpacing(16)
        line.addLayout(words, 1)
        line.addLayout(self._actions)
        line.setAlignment(self._actions, Qt.AlignmentFlag.AlignTop)
        outer = QHBoxLayout()
        outer.setContentsMargins(0, 0, 8, 0)
        outer.addWidget(head, 1000)
        outer.addStretch(1)
        return outer


class Content(QWidget):
    """Asks for the height at the width it has; the least height of wrapped text is that of the narrowest column."""

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width(), 0) if self.hasHeightForWidth() else least


class _Area(QScrollArea):
    """A scroll area without a frame that follows the focus."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and self.widget().isAncestorOf(new):
            self.ensureWidgetVisible(new, 24, 24)
