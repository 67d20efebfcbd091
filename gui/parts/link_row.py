# SPDX-License-Identifier: EUPL-1.2
"""A button whose words may wrap: an icon, a sentence, and perhaps a quieter second line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from gui.style import icons
from gui.style.theme import colour, current

PAD = 8
ICON = 18


class LinkRow(QAbstractButton):
    """Goes somewhere when it is pressed. `ink` is the token of the icon; the words are always in ink of text.

    `struck` strikes the words through: what they name does not count.
    """

    def __init__(
        self, text: str, icon: str = "", ink: str = "muted", second: str = "", *, struck: bool = False
    ) -> None:
        super().__init__()
        self._icon, self._ink, self._second, self._struck = icon, ink, second, struck
        self.setText(text.replace("&", "&&"))
        self._text = text
        self._measured: dict[tuple[int, str], tuple[int, int]] = {}
        self.setAccessibleName(f"{text} {'(telt niet mee) ' if struck else ''}{second}".strip())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def explain(self, tip: str) -> None:
        """Give what is told to who hovers over it, or has it read aloud."""
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(32, sum(self._heights(width)) + 2 * PAD - 2)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(200))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 32)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft"))
            painter.drawRoundedRect(self.rect(), current().radius, current().radius)
        first, second = self._heights(self.width())
        box = QRect(self._left(), PAD - 1, self._room(self.width()), first)
        if self._icon:
            painter.drawPixmap(
                PAD, PAD + (QFontMetrics(self.font()).height() - ICON) // 2, icons.pixmap(self._icon, self._ink, ICON)
            )
        font = QFont(self.font())
        font.setStrikeOut(self._struck)
        painter.setFont(font)
        painter.setPen(colour("muted" if self._struck else "text"))
        painter.drawText(box, Qt.TextFlag.TextWordWrap, self._text)
        if self._second:
            painter.setFont(self._small())
            painter.setPen(colour("muted"))
            painter.drawText(box.translated(0, first).adjusted(0, 0, 0, second), Qt.TextFlag.TextWordWrap, self._second)

    def _left(self) -> int:
        return PAD + (ICON + 8 if self._icon else 0)

    def _room(self, width: int) -> int:
        return max(width - self._left() - PAD, 40)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(current().small)
        return font

    def _heights(self, width: int) -> tuple[int, int]:
        """How high the words and the second line are at this width; a layout asks many times."""
        asked = (width, self.font().key())
        if asked not in self._measured:
            self._measured[asked] = self._measure(width)
        return self._measured[asked]

    def _measure(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, self._room(width), 10_000)
        flags = Qt.TextFlag.TextWordWrap
        first = QFontMetrics(self.font()).boundingRect(room, flags, self._text).height()
        second = QFontMetrics(self._small()).boundingRect(room, flags, self._second).height() if self._second else 0
        return first, second
