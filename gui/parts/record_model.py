# SPDX-License-Identifier: EUPL-1.2
"""The model behind every table: a tuple of frozen values, replaced as a whole, and a table of columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from gui.parts.badge import Tone
from gui.style.theme import colour

Index = QModelIndex | QPersistentModelIndex
BADGE, BAR = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True)
class Column:
    """A column: its head and how to read it from a record.

    `width` in pixels, 0 shares what is left. `badge` gives (tone, word) and is painted as a badge; `tip` a tooltip;
    `order` what to sort by when it is not the text; `struck` says of which record the text does not count. `bar`
    gives how far a bar before the badge is filled, from 0 to 1.
    """

    head: str
    read: Callable[[Any], str]
    width: int = 0
    right: bool = False
    badge: Callable[[Any], tuple[Tone, str] | None] | None = None
    tip: Callable[[Any], str] | None = None
    order: Callable[[Any], Any] | None = None
    struck: Callable[[Any], bool] | None = None
    bar: Callable[[Any], float | None] | None = None


class RecordModel(QAbstractTableModel):
    """Hands out prepared text; never fetches and never raises."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._records: tuple[Any, ...] = ()
        self._shown: tuple[Any, ...] = ()
        self._sorted_by: tuple[int, bool] | None = None

    def show_records(self, records: tuple[Any, ...]) -> None:
        """Replace everything; the same records again change nothing, so that a double click is not cut in two."""
        if records == self._records:
            return
        self.beginResetModel()
        self._records = tuple(records)
        self._arrange()
        self.endResetModel()

    def record(self, row: int) -> Any:
        """Give the record of a row, or None beyond the last."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def records(self) -> tuple[Any, ...]:
        """Give all records in the order shown."""
        return self._shown

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(self.columns[section])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in _READERS:
            return None
        return _READERS[role](self.columns[index.column()], self._shown[index.row()])

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order == Qt.SortOrder.DescendingOrder) if column >= 0 else None
        self.beginResetModel()
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        """Put the records in the order asked for; equal ones stay as they came."""
        self._shown = self._records
        if self._sorted_by is not None:
            column, descending = self._sorted_by
            key = self.columns[column].order or (lambda record: self.columns[column].read(record).casefold())
            self._shown = tuple(sorted(self._records, key=key, reverse=descending))


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _text(column: Column, record: Any) -> str:
    return column.read(record)


def _badge(column: Column, record: Any) -> tuple[Tone, str] | None:
    return column.badge(record) if column.badge else None


def _spoken(column: Column, record: Any) -> str:
    """What a screen reader says: the words of the badge, and that something does not count."""
    badge = _badge(column, record)
    words = [badge[1] if badge else "", column.read(record)]
    if column.struck and column.struck(record):
        words.append("telt niet mee")
    return ", ".join(word for word in dict.fromkeys(words) if word)


def _tip(column: Column, record: Any) -> str | None:
    return column.tip(record) if column.tip else _spoken(column, record) or None


def _font(column: Column, record: Any) -> QFont | None:
    if not (column.struck and column.struck(record)):
        return None
    font = QFont()
    font.setStrikeOut(True)
    return font


def _ink(column: Column, record: Any) -> Any:
    return colour("muted") if column.struck and column.struck(record) else None


_READERS: dict[int, Callable[[Column, Any], Any]] = {
    Qt.ItemDataRole.DisplayRole: _text,
    Qt.ItemDataRole.AccessibleTextRole: _spoken,
    Qt.ItemDataRole.ToolTipRole: _tip,
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _: _alignment(column),
    Qt.ItemDataRole.FontRole: _font,
    Qt.ItemDataRole.ForegroundRole: _ink,
    BADGE: _badge,
    BAR: lambda column, record: column.bar(record) if column.bar else None,
}
