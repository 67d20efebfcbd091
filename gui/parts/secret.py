# SPDX-License-Identifier: EUPL-1.2
"""A field for a password: dots, and an eye to look."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.parts.button import icon_button
from gui.parts.label import label
from gui.parts.typed_field import Line
from gui.style import icons

LONGEST = 200


class Secret(QWidget):
    """`text()` and `clear()`; `typed` at each keystroke, `entered` at Enter."""

    typed = Signal()
    entered = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.line = Line()
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(name)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.line.textEdited.connect(lambda _text: self.typed.emit())
        self.line.returnPressed.connect(self.entered)
        self._eye = icon_button(f"Toon {name.lower()}", "eye", self._look)
        self._hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self._eye)
        caption = label(name, "label")
        caption.setBuddy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(caption)
        column.addLayout(row)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Give what was typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what was typed."""
        self.line.clear()
        self._hide()

    def _look(self) -> None:
        if self.line.echoMode() == QLineEdit.EchoMode.Password:
            self.line.setEchoMode(QLineEdit.EchoMode.Normal)
            icons.dress(self._eye, "eye-off")
        else:
            self._hide()

    def _hide(self) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        icons.dress(self._eye, "eye")
