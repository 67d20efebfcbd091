# SPDX-License-Identifier: EUPL-1.2
"""Forms: the label above its field, help on demand, one sentence below when something is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from gui.parts.button import icon_button
from gui.parts.field import Field
from gui.parts.label import Prose, label


class FieldRow(QWidget):
    """A field with its label, help (on hover, F1 or the question mark) and the sentence about what is wrong."""

    def __init__(self, text: str, field: Field, explanation: str = "") -> None:
        super().__init__()
        self.field = field
        self._help = Prose(explanation, "small")
        self._help.hide()
        self._problem = Prose("", "problem")
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(self._head(text, explanation))
        for widget in (self._help, field, self._problem):
            column.addWidget(widget)
        column.addStretch(1)
        field.set_name(text, explanation)
        field.problem_changed.connect(self._on_problem_changed)
        if explanation:
            shortcut = QShortcut(QKeySequence.StandardKey.HelpContents, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.toggle_help)

    def toggle_help(self) -> None:
        """Unfold or fold the help."""
        self._help.setVisible(self._help.isHidden())

    def _head(self, text: str, explanation: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(4)
        caption = label(text, "label")
        caption.setBuddy(self.field.editor())
        caption.setToolTip(explanation)
        head.addWidget(caption)
        if explanation:
            mark = icon_button(f"Uitleg bij {text}", "unknown", self.toggle_help)
            mark.setToolTip(explanation)
            mark.setMinimumSize(24, 24)
            mark.setMaximumSize(24, 24)
            mark.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            head.addWidget(mark)
        head.addStretch(1)
        head.addSpacerItem(QSpacerItem(0, 24))
        return head

    def _on_problem_changed(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))


class Form(QWidget):
    """Rows of fields, in one or two columns. `add(label, field, help)` gives the field back."""

    def __init__(self, columns: int = 1) -> None:
        super().__init__()
        self._columns = columns
        self._next = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(14)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(self, text: str, field: Field, explanation: str = "", *, wide: bool = False) -> Field:
        """Add a field with its label; `wide` takes the whole width."""
        self.add_row(FieldRow(text, field, explanation), wide=wide)
        return field

    def add_row(self, row: QWidget, *, wide: bool = False) -> QWidget:
        """Add any widget as a row."""
        across = self._columns if wide else 1
        if self._next % self._columns and wide:
            self._next += self._columns - self._next % self._columns
        self._grid.addWidget(row, self._next // self._columns, self._next % self._columns, 1, across)
        self._next += across
        return row
