# SPDX-License-Identifier: EUPL-1.2
"""The nine steps at the left, each with how far it has come."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QSizePolicy, QVBoxLayout

from gui.dossier.steps import STEPS, Step
from gui.style import icons
from gui.style.theme import colour, current, scaled

WIDTH = 208


class Progress(StrEnum):
    """How far a step has come; the word stands in its accessible name."""

    EMPTY = "leeg"
    PARTLY = "deels"
    DONE = "klaar"
    BLOCKED = "blokkeert"


_MARKS = {
    Progress.EMPTY: ("empty", "control"),
    Progress.PARTLY: ("partly", "muted"),
    Progress.DONE: ("done", "ok"),
    Progress.BLOCKED: ("blocked", "danger"),
}


class StepList(QFrame):
    """Emits `asked(step id)`; up and down move between the steps."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "steps")
        self.setFixedWidth(scaled(WIDTH))
        self.setAccessibleName("Stappen")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, StepButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 16, 10, 12)
        column.setSpacing(2)
        for number, step in enumerate(STEPS, start=1):
            one = StepButton(number, step)
            one.clicked.connect(lambda _checked=False, id_=step.id: self.asked.emit(id_))
            self._group.addButton(one)
            self._buttons[step.id] = one
            column.addWidget(one)
        column.addStretch(1)

    def show_current(self, step: str) -> None:
        """Mark the step that is open."""
        self._buttons[step].setChecked(True)

    def focus_current(self) -> None:
        """Put the keyboard at the step that is open; Tab goes on into its page."""
        self._group.checkedButton().setFocus()

    def show_progress(self, progress: Mapping[str, Progress]) -> None:
        """Mark how far each step has come."""
        for id_, one in self._buttons.items():
            one.show_progress(progress.get(id_, Progress.EMPTY))


class StepButton(QAbstractButton):
    """Number, title and mark of one step."""

    def __init__(self, number: int, step: Step) -> None:
        super().__init__()
        self._number, self._step = number, step
        self._progress = Progress.EMPTY
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_progress(Progress.EMPTY)

    def show_progress(self, progress: Progress) -> None:
        """Show how far the step has come."""
        self._progress = progress
        self.setText(f"{self._number} {self._step.title}")
        self.setAccessibleName(f"{self._number} {self._step.title}, {progress.value}")
        self.setToolTip(f"{progress.value.capitalize()} (Ctrl+{self._number})")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(WIDTH) - 20, current().row + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour("accent_soft"))
            painter.drawRoundedRect(self.rect(), current().radius, current().radius)
        if self.isChecked():
            painter.setBrush(colour("accent"))
            painter.drawRoundedRect(QRect(0, 8, 3, self.height() - 16), 1.5, 1.5)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(colour("muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(12, 0, scaled(20), self.height()), middle, str(self._number))
        painter.setPen(colour("accent" if self.isChecked() else "text"))
        painter.drawText(QRect(12 + scaled(20), 0, self.width() - 64, self.height()), middle, self._step.title)
        name, ink = _MARKS[self._progress]
        painter.drawPixmap(self.width() - 28, (self.height() - 18) // 2, icons.pixmap(name, ink, 18))
