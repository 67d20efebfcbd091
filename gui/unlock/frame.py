# SPDX-License-Identifier: EUPL-1.2
"""The bare page that all unlock pages stand on: one narrow column in the middle of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from assessment.errors import Hindrance
from gui.parts.badge import Tone
from gui.parts.label import Prose, label
from gui.parts.notice import Notice
from gui.parts.page_frame import Content
from gui.style import icons
from gui.style.theme import scaled

WIDTH = 440


class UnlockFrame(QWidget):
    """A title, a sentence, fields, one button. `set_busy` shows that something takes a moment."""

    def __init__(self, title: str, intro: str) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.setAccessibleName(title)
        self._notice = Notice()
        self._busy_words = label("", "muted")
        self._busy_bar = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self._busy_bar.setAccessibleName("Bezig")
        self._column = QVBoxLayout()
        self._column.setSpacing(14)
        self._body = QWidget()
        fields = QVBoxLayout(self._body)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(14)
        head = QHBoxLayout()
        mark = QLabel()
        icons.dress(mark, "key", "accent", 28)
        head.addWidget(mark)
        head.addWidget(label("Toetssteen", "section"), 1)
        for widget in (Prose(title, "page"), Prose(intro, "muted"), self._notice, self._body):
            self._column.addWidget(widget)
        self._column.addWidget(self._busy_words)
        self._column.addWidget(self._busy_bar)
        self._build(head)
        self.set_busy("")

    def add(self, widget: QWidget) -> QWidget:
        """Put something below what is there and give it back."""
        self._body.layout().addWidget(widget)
        return widget

    def set_busy(self, words: str) -> None:
        """Say what is being done and take the fields out of reach, or give them back."""
        self._body.setEnabled(not words)
        self._busy_words.setText(words)
        self._busy_words.setVisible(bool(words))
        self._busy_bar.setVisible(bool(words))
        if words:
            self._notice.show_text(Tone.INFO, "")

    def show_hindrance(self, hindrance: Hindrance) -> None:
        """Say what stands in the way, and give the fields back."""
        self.set_busy("")
        self._notice.show_text(Tone.DANGER, hindrance.sentence)

    def show_sentence(self, tone: Tone, sentence: str) -> None:
        """Say something else."""
        self._notice.show_text(tone, sentence)

    def refuse(self, sentence: str, field: QWidget) -> None:
        """Say why it does not go on, and put the keyboard where that is mended."""
        self.show_sentence(Tone.WARN, sentence)
        field.setFocus()

    def sentence(self) -> str:
        """Give what is said now."""
        return self._notice.text()

    def focus_first(self) -> None:
        """Put the keyboard where the typing begins; pages say where."""

    def _build(self, head: QHBoxLayout) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(scaled(WIDTH))
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 24, 28, 28)
        inside.setSpacing(14)
        inside.addLayout(head)
        inside.addLayout(self._column)
        content = Content(objectName="content")
        middle = QVBoxLayout(content)
        middle.setContentsMargins(16, 24, 16, 24)
        middle.addStretch(2)
        across = QHBoxLayout()  # an alignment would take the height of the card without its width
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        middle.addLayout(across)
        middle.addStretch(3)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
