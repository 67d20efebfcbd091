# SPDX-License-Identifier: EUPL-1.2
"""A table of records that works by keyboard alone and says in one sentence what to do when it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.parts.button import button
from gui.parts.column_widths import Width, spread
from gui.parts.label import Prose
from gui.parts.record_cell import RecordCell
from gui.parts.record_model import Column, RecordModel
from gui.style.theme import current, scaled

SHARED = 160
"""Pixels that a column likes which shares what is left."""


class RecordTable(QWidget):
    """Rows of records.

    Enter or double click: `opened(record)`; Insert or the button: `add_asked()`; Delete: `remove_asked(record)`;
    moving: `selected(record or None)`. `fits=True` makes the table as high as its rows (for use inside a page), and
    `most` as high as so many at most; it scrolls after that.
    """

    opened = Signal(object)
    selected = Signal(object)
    add_asked = Signal()
    remove_asked = Signal(object)

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        empty: str = "",
        add: str = "",
        fits: bool = True,
        most: int = 0,
    ) -> None:
        super().__init__()
        self.model = RecordModel(columns)
        self.view = _View(self.model, name)
        self.view.pressed_key.connect(self._on_key)
        self.view.doubleClicked.connect(lambda index: self._emit(self.opened, index.row()))
        self.view.selectionModel().currentRowChanged.connect(lambda now, _: self._on_row(now))
        self._fits, self._most = fits, most
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._filled(add))
        self._stack.addWidget(self._nothing(empty, add))
        self.setFocusProxy(self.view)
        self.show_records(())

    def show_records(self, records: tuple[Any, ...]) -> None:
        """Replace all rows; the row with the same id, or else the same place, stays current."""
        row, kept = self.view.currentIndex().row(), getattr(self.current(), "id", None)
        self.model.show_records(records)
        self._stack.setCurrentIndex(0 if records else 1)
        if self._fits:
            self._fit()
        if kept is None or not self.select(kept):
            self.view.selectRow(min(row, len(records) - 1) if row >= 0 else -1)

    def current(self) -> Any:
        """Give the current record, or None."""
        return self.model.record(self.view.currentIndex().row())

    def select(self, id_: object) -> bool:
        """Make the record with this id current; says whether it is there."""
        for row, record in enumerate(self.model.records()):
            if getattr(record, "id", None) == id_:
                self.view.selectRow(row)
                return True
        return False

    def allow_sorting(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the heads sort, beginning with a column."""
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(column, order)

    def _filled(self, add: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.view)
        if add:
            more = button(add, "plus", on_click=self.add_asked.emit)
            column.addWidget(more, alignment=Qt.AlignmentFlag.AlignLeft)
        return holder

    def _nothing(self, empty: str, add: str) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(Prose(empty, "muted"))
        if add:
            column.addWidget(button(add, "plus", on_click=self.add_asked.emit), alignment=Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return holder

    def _fit(self) -> None:
        """Be as high as the rows."""
        rows = self.model.rowCount()
        if self._most:
            rows = min(rows, self._most)
        self.view.setFixedHeight(self.view.horizontalHeader().sizeHint().height() + rows * current().row + 2)
        self.setMaximumHeight(16_777_215 if rows else 110)

    def _emit(self, signal: Any, row: int) -> None:
        record = self.model.record(row)
        if record is not None:
            signal.emit(record)

    def _on_row(self, index: QModelIndex) -> None:
        self.selected.emit(self.model.record(index.row()))

    def _on_key(self, key: int) -> None:
        row = self.view.currentIndex().row()
        if key == Qt.Key.Key_Insert:
            self.add_asked.emit()
        else:
            self._emit(self.remove_asked if key == Qt.Key.Key_Delete else self.opened, row)


class _View(QTableView):
    """QTableView with its faults cured: Tab leaves it, one row is one stop, rows keep their height."""

    pressed_key = Signal(int)

    def __init__(self, model: RecordModel, name: str) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setItemDelegate(RecordCell(self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(current().row)
        self._dragged: dict[int, int] = {}
        self._is_spreading = False
        self._dress_head()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Insert)
        if event.key() in keys and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pressed_key.emit(event.key())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().rowCount():
            self.selectRow(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._spread()

    def _dress_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setTextElideMode(Qt.TextElideMode.ElideRight)
        head.setMinimumSectionSize(48)
        head.sectionResized.connect(self._on_dragged)

    def _spread(self) -> None:
        """Let the columns share the width; a column that somebody dragged likes to be as wide as that."""
        self._is_spreading = True
        widths = [self._width_of(index, column) for index, column in enumerate(self.model().columns)]
        for index, width in enumerate(spread(widths, self.viewport().width())):
            self.setColumnWidth(index, width)
        self._is_spreading = False

    def _width_of(self, index: int, column: Column) -> Width:
        dragged = self._dragged.get(index)
        if dragged is not None:
            return Width(dragged, dragged)
        head = max(self.horizontalHeader().sectionSizeHint(index), self.horizontalHeader().minimumSectionSize())
        liked = max(scaled(column.width or SHARED), head)
        return Width(liked, liked if column.width and column.badge else head, grows=not column.width)

    def _on_dragged(self, index: int, _before: int, now: int) -> None:
        if not self._is_spreading:
            self._dragged[index] = now
