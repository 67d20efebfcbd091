# SPDX-License-Identifier: EUPL-1.2
"""A field for running text that grows with what is written in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from assessment.known import NOT_KNOWN
from gui.parts.field import Field, Rest
from gui.parts.plain_text import plain

LONGEST = 20_000
"""Characters that one text may hold; some ten pages."""
FEWEST_LINES = 3
MOST_LINES = 16


class LongTextField(Field):
    """Running text; empty means NOT_KNOWN, or what `empty` says. Tab leaves the field."""

    def __init__(self, name: str = "", *, empty: object = NOT_KNOWN) -> None:
        super().__init__(name)
        self._empty = empty
        self._value: object = empty
        self._dirty = False
        self._loading = False
        self.text = _Growing()
        self._rest = Rest(self, self.flush)
        self.text.textChanged.connect(self._on_changed)
        self.text.left.connect(self.flush)
        self.text.too_long.connect(self._on_too_long)
        self._take_in(self.text)

    def value(self) -> object:
        return self._value

    def load(self, value: object) -> None:
        self._rest.stop()
        self._dirty, self._value = False, value
        self._loading = True
        self.text.setPlainText(value if isinstance(value, str) else "")
        self._loading = False
        self.set_problem("")

    def set_value(self, value: object) -> None:
        if not self._dirty and value != self._value:
            self.load(value)

    def as_draft(self) -> str:
        return self.text.toPlainText()

    def restore(self, text: str) -> None:
        """Show a draft that was typed earlier and not yet handed on."""
        self.text.setPlainText(text)
        self.flush()

    def flush(self) -> None:
        self._rest.stop()
        if not self._dirty:
            return
        self._dirty = False
        text = plain(self.text.toPlainText())
        value = text or self._empty
        if value != self._value:
            self._value = value
            self.edited.emit(value)

    def _on_changed(self) -> None:
        if self._loading:
            return
        self._dirty = True
        self.set_problem("")
        self._rest.touch()

    def _on_too_long(self) -> None:
        places = f"{LONGEST:,}".replace(",", ".")
        self.set_problem(f"Hier passen {places} tekens. Het begin is overgenomen; bewaar de rest als stuk.")


class _Growing(QPlainTextEdit):
    """A text box as high as its text, within bounds, that refuses what does not fit."""

    left = Signal()
    too_long = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self._grow()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take over as much of a pasted text as fits, as plain text."""
        cursor = self.textCursor()
        selected = abs(cursor.selectionEnd() - cursor.selectionStart())
        room = LONGEST - (self.document().characterCount() - 1) + selected
        pasted = source.text()
        cursor.insertText(pasted[: max(room, 0)])
        if len(pasted) > room:
            self.too_long.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.document().isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def _on_text_changed(self) -> None:
        over = self.document().characterCount() - 1 - LONGEST
        if over > 0:
            cursor = self.textCursor()
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, over)
            cursor.removeSelectedText()
            self.too_long.emit()
        self._grow()

    def _grow(self) -> None:
        """Be as high as the text; QPlainTextEdit counts its height in lines."""
        lines = max(FEWEST_LINES, min(MOST_LINES, int(self.document().size().height())))
        margin = 2 * int(self.document().documentMargin()) + 14
        height = lines * self.fontMetrics().lineSpacing() + margin
        if height != self.height():
            self.setFixedHeight(height)
