# SPDX-License-Identifier: EUPL-1.2
"""Lays sheets over the right of a widget, one at a time, and gives the keyboard back afterwards."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from gui.parts.side_sheet import WIDTH, SideSheet
from gui.style.theme import scaled


class SheetHost(QObject):
    """Follows the size of its owner; `wide` sheets lie over all of it."""

    def __init__(self, owner: QWidget, *, wide: bool = False) -> None:
        super().__init__(owner)
        self._owner, self._wide = owner, wide
        self._sheet: SideSheet | None = None
        self._before: QWidget | None = None
        owner.installEventFilter(self)

    @property
    def sheet(self) -> SideSheet | None:
        """The sheet that is open."""
        return self._sheet

    def show_sheet(self, sheet: SideSheet) -> None:
        """Lay a sheet over the owner; an earlier one is put away."""
        self.put_away()
        before = QApplication.focusWidget()
        self._before = before
        if before is not None:
            before.destroyed.connect(self._on_before_gone)
        self._sheet = sheet
        sheet.setParent(self._owner)
        sheet.closed.connect(self.put_away)
        self._place()
        sheet.show()
        sheet.raise_()
        sheet.focus_first()

    def flush(self) -> None:
        """Hand on what was typed in the sheet."""
        if self._sheet is not None:
            self._sheet.flush()

    def put_away(self) -> None:
        """Put the sheet away and the keyboard back where it was; `closed` tells whoever still shows things in it."""
        sheet, self._sheet = self._sheet, None
        before, self._before = self._before, None
        if sheet is None:
            return
        sheet.flush()
        sheet.closed.disconnect(self.put_away)
        sheet.closed.emit()
        had_focus = sheet.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() else False
        sheet.hide()
        sheet.deleteLater()
        if before is not None:
            before.destroyed.disconnect(self._on_before_gone)
            if had_focus and before.isVisible():
                before.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _on_before_gone(self) -> None:
        self._before = None

    def _place(self) -> None:
        if self._sheet is not None:
            width = self._owner.width() if self._wide else min(scaled(WIDTH), self._owner.width())
            self._sheet.setGeometry(self._owner.width() - width, 0, width, self._owner.height())
