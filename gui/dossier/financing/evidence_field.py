# SPDX-License-Identifier: EUPL-1.2
"""How far an amount is proven, as a narrow box: `E2` in the row, the whole words when it is opened."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

from assessment.dossier.financing import Evidence
from assessment.known import NOT_KNOWN, NOT_KNOWN_WORD
from gui.parts.field import Field
from gui.style.theme import colour


def evidence_width() -> int:
    """Room for a code and the arrow, in letters of the chosen size."""
    return QFontMetrics(QApplication.font()).horizontalAdvance("E4") + 46


class EvidenceField(Field):
    """Gives an Evidence or NOT_KNOWN."""

    def __init__(self, name: str, words: Mapping[str, str], explanations: Mapping[str, str]) -> None:
        super().__init__()
        self.box = _NarrowBox()
        self.box.addItem(NOT_KNOWN_WORD, NOT_KNOWN)
        for at, (code, word) in enumerate(words.items(), start=1):
            self.box.addItem(f"{code} · {word}", code)
            self.box.setItemData(at, explanations.get(code, word), Qt.ItemDataRole.ToolTipRole)
        self.box.activated.connect(lambda _at: self._on_activated())
        self._take_in(self.box)
        self.set_name(name)

    def value(self) -> object:
        code = self.box.currentData()
        return Evidence(code) if isinstance(code, str) else NOT_KNOWN

    def load(self, value: object) -> None:
        self.box.setCurrentIndex(self.box.findData(value.value) if isinstance(value, Evidence) else 0)
        self._tell()

    def set_name(self, name: str, explanation: str = "") -> None:
        self._name = name
        self._tell(explanation)

    def _tell(self, explanation: str = "") -> None:
        """The narrow box shows a code; name and tooltip say it in words."""
        words = self.box.currentText() or NOT_KNOWN_WORD
        self.box.setAccessibleName(self._name)
        self.box.setAccessibleDescription(explanation or words)
        self.box.setToolTip(f"Bewijs: {words}")

    def _on_activated(self) -> None:
        self._tell()
        self.edited.emit(self.value())


class _NarrowBox(QComboBox):
    """Shows only the code of what is chosen; its list is as wide as the words need."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(evidence_width())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 40)
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        is_known = isinstance(self.currentData(), str)
        option.currentText = self.currentData() if is_known else "?"
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        if not is_known:
            option.palette.setColor(option.palette.ColorRole.ButtonText, colour("unknown"))
            painter.setPen(colour("unknown"))
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
