# SPDX-License-Identifier: EUPL-1.2
"""A sheet that lies over the right panel and shows one record, or anything else, beside the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.parts.button import Rank, button, icon_button
from gui.parts.choices import Choices
from gui.parts.field_spec import FieldSpec
from gui.parts.label import Prose
from gui.parts.record_form import RecordForm

WIDTH = 420


def drafts_of(drafts: Mapping[str, str], about: str) -> dict[str, str]:
    """Give the drafts of one thing (`f7`) by the name of their field, out of all (`f7.committed` → text)."""
    places = ((place.partition("."), text) for place, text in drafts.items())
    return {field: text for (thing, _, field), text in places if thing == about}


class SideSheet(QFrame):
    """The bare sheet: a title, scrolling content, and "Klaar". Esc closes it; `closed` is emitted then.

    A step shows one by emitting `sheet_asked(sheet)`; the dossier page lays it over the panel and puts it away when
    `closed` is emitted. `drafted(name, text)` hands on what is no value of the dossier (yet), by the name of its
    field; `restore` brings it back. `about` names what those are kept under, with `dossier` where it lies over
    none: both are empty for what is not opened again after a lock.
    """

    closed = Signal()
    drafted = Signal(str, str)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.about = self.dossier = ""
        self.setProperty("role", "sheet")
        self.setAccessibleName(title)
        self._title = Prose(title, "section")
        self._asking: tuple[QWidget, ...] = ()
        self._content = QWidget(objectName="content")
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(20, 8, 20, 16)
        self._column.setSpacing(14)
        self._column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._content)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(20, 10, 20, 14)
        self._foot.addStretch(1)
        self._done = button("Klaar", "check", Rank.PRIMARY, self.close_sheet)
        self._foot.addWidget(self._done)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(area, 1)
        column.addLayout(self._foot)

    def add(self, widget: QWidget) -> QWidget:
        """Put something below what is there and give it back."""
        self._column.insertWidget(self._column.count() - 1, widget)
        return widget

    def insert_top(self, widget: QWidget) -> QWidget:
        """Put something above what is there and give it back."""
        self._column.insertWidget(0, widget)
        return widget

    def add_foot(self, widget: QWidget) -> QWidget:
        """Put a button at the left of the foot and give it back."""
        self._foot.insertWidget(0, widget)
        return widget

    def ask(self, verb: QWidget) -> QWidget:
        """Put "Annuleer" and the button that does what is asked in the place of "Klaar", and give that one back."""
        self._done.hide()
        self._asking = (self.add_foot(button("Annuleer", rank=Rank.QUIET, on_click=self.cancel)), verb)
        self._foot.addWidget(verb)
        return verb

    def finish(self) -> None:
        """Put "Klaar" back: what was asked was done, and what came of it is shown."""
        for widget in self._asking:
            widget.hide()
        self._done.show()
        self._done.setFocus()

    def set_title(self, title: str) -> None:
        """Give it another title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def restore(self, drafts: dict[str, str]) -> None:
        """Show what was handed on as a draft earlier (name of the field → text); a plain sheet has nothing."""

    def flush(self) -> None:
        """Hand on what is still waiting; a plain sheet has nothing."""

    def close_sheet(self) -> None:
        """Hand on what is waiting and say that the user is done."""
        self.flush()
        self.closed.emit()

    def cancel(self) -> None:
        """Go away because the user does not want what is asked here."""
        self.close_sheet()

    def focus_first(self) -> None:
        """Put the keyboard in the sheet."""
        self._done.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 12, 8)
        head.addWidget(self._title, 1)
        head.addWidget(icon_button("Sluit dit blad", "close", self.close_sheet))
        return head


class RecordSheet(SideSheet):
    """A sheet over one frozen record, by a table of FieldSpec.

    `changed(record)` follows each edit; `remove_asked(record)` follows "Verwijder" (undo brings it back, so nothing
    is asked first).
    """

    changed = Signal(object)
    remove_asked = Signal(object)

    def __init__(
        self, title: str, specs: Sequence[FieldSpec], choices: Choices | None = None, *, removable: bool = True
    ) -> None:
        super().__init__(title)
        self.form = RecordForm(specs, choices)
        self.add(self.form)
        self.form.changed.connect(self.changed)
        self.form.drafted.connect(self.drafted)
        if removable:
            self.add_foot(button("Verwijder", "trash", Rank.DANGER, self._on_remove))

    def load(self, record: Any) -> None:
        """Show a record from the start."""
        self.form.load(record)

    def show_record(self, record: Any) -> None:
        """Show what the same record holds now, after a change elsewhere or an undo."""
        self.form.show_record(record)

    def record(self) -> Any:
        """Give the record as it now stands."""
        return self.form.record()

    def restore(self, drafts: dict[str, str]) -> None:
        self.form.restore(drafts)

    def flush(self) -> None:
        self.form.flush()

    def focus_first(self) -> None:
        self.form.focus()

    def _on_remove(self) -> None:
        self.remove_asked.emit(self.form.record())
        self.closed.emit()
