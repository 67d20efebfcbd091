# SPDX-License-Identifier: EUPL-1.2
"""State as icon and word on a soft colour, and degrees of danger as a word with bars: never colour alone."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from assessment.degree import Degree
from assessment.known import NOT_KNOWN_WORD
from gui.style import icons
from gui.style.theme import colour


class Tone(StrEnum):
    """What a badge or notice says about its subject."""

    OK = "ok"
    WARN = "warn"
    DANGER = "danger"
    INFO = "info"
    UNKNOWN = "unknown"
    NEUTRAL = "neutral"


ICONS = {
    Tone.OK: "done",
    Tone.WARN: "warn",
    Tone.DANGER: "blocked",
    Tone.INFO: "info",
    Tone.UNKNOWN: "unknown",
    Tone.NEUTRAL: "neutral",
}
DEGREES = {
    Degree.NONE: ("geen", 1),
    Degree.LESSER: ("minder", 2),
    Degree.SERIOUS: ("ernstig", 3),
    Degree.UNDETERMINED: ("niet vast te stellen", 0),
}
"""Short word and number of bars of each degree."""
NOT_KNOWN_BADGE = (Tone.UNKNOWN, NOT_KNOWN_WORD)
"""What stands where nothing is known: tone and word, for a badge and for a column of a table."""


class Badge(QFrame):
    """A word with its icon on the soft colour of its tone."""

    def __init__(self, tone: Tone = Tone.NEUTRAL, word: str = "", icon: str = "") -> None:
        super().__init__()
        self._picture, self._word = QLabel(), QLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 2, 10, 2)
        line.setSpacing(6)
        line.addWidget(self._picture)
        line.addWidget(self._word)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_state(tone, word, icon)

    def show_state(self, tone: Tone, word: str, icon: str = "") -> None:
        """Say something else."""
        self._word.setText(word)
        self.setAccessibleName(word)
        icons.dress(self._picture, icon or ICONS[tone], tone.value, 16)
        if self.property("tone") != tone.value:
            self.setProperty("tone", tone.value)
            for widget in (self, self._word):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def word(self) -> str:
        """Give the word."""
        return self._word.text()


class Bars(QWidget):
    """One to three bars in ink, the rest in outline; no bars at all when it cannot be determined."""

    def __init__(self, count: int = 0) -> None:
        super().__init__()
        self._count = count
        self.setFixedSize(QSize(26, 16))

    def show_count(self, count: int) -> None:
        """Fill another number of bars."""
        self._count = count
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(3):
            high = 6 + 4 * index
            bar = QRectF(1.5 + index * 8, 15 - high, 5, high - 0.5)
            painter.setPen(colour("control" if index >= self._count else "text"))
            painter.setBrush(colour("text") if index < self._count else colour("surface"))
            painter.drawRoundedRect(bar, 1, 1)


class DegreeBadge(QFrame):
    """A degree of danger: its word in ink on neutral, with bars. The program does not paint people red."""

    def __init__(self, degree: Degree = Degree.UNDETERMINED) -> None:
        super().__init__()
        self.setProperty("tone", Tone.NEUTRAL.value)
        self._word, self._bars = QLabel(), Bars()
        line = QHBoxLayout(self)
        line.setContentsMargins(10, 2, 8, 2)
        line.setSpacing(8)
        line.addWidget(self._word)
        line.addWidget(self._bars)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_degree(degree)

    def show_degree(self, degree: Degree) -> None:
        """Show another degree."""
        word, bars = DEGREES[degree]
        self._word.setText(word)
        self._bars.show_count(bars)
        self.setAccessibleName(f"Mate van gevaar: {word}")
