# SPDX-License-Identifier: EUPL-1.2
"""What stands in the window while the store is open: rail, header, pages. Gone as a whole when it locks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.dossier.steps import STEPS
from gui.dossiers.agenda_page import AgendaPage
from gui.dossiers.page import DossiersPage
from gui.messages import HindranceBar
from gui.parts.sheet_host import SheetHost
from gui.parts.side_sheet import SideSheet
from gui.settings.journal_page import JournalPage
from gui.settings.page import SettingsPage
from gui.settings.preferences import Preferences
from gui.shell.first_field import focus_first_field
from gui.shell.header import Header
from gui.shell.openers import Openers
from gui.shell.rail import Rail

PLACES = {"dossiers": "", "agenda": "Agenda", "settings": "Beheer", "journal": "Logboek"}
"""The rooms, and how the header calls each."""
_WITHIN = {"journal": "settings"}
"""Rooms that one reaches from another, and that have no place on the rail."""


class Workplace(QWidget):
    """Holds the rooms; `room_asked(id)` when the rail was pressed, `room_shown(id)` when one is in sight."""

    room_asked = Signal(str)
    room_shown = Signal(str)

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self.rail, self.header, self.bar = Rail(), Header(), HindranceBar()
        titles = {step.id: step.title for step in STEPS}
        self.dossiers, self.settings = DossiersPage(titles), SettingsPage(preferences)
        self.sheets, self.settings_sheets = SheetHost(self), SheetHost(self.settings)
        self.openers = Openers(self.open_sheet)
        self._stack = QStackedWidget()
        self.agenda, self.journal = AgendaPage(), JournalPage()
        self._rooms = {
            "dossiers": self.dossiers,
            "agenda": self.agenda,
            "settings": self.settings,
            "journal": self.journal,
        }
        for page in self._rooms.values():
            self._stack.addWidget(page)
        self._dossier: QWidget | None = None
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        for widget in (self.header, self.bar):
            right.addWidget(widget)
        right.addWidget(self._stack, 1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.rail)
        line.addLayout(right, 1)
        self.rail.asked.connect(self.room_asked)
        self.settings.journal_asked.connect(lambda: self.room_asked.emit("journal"))
        self.journal.left.connect(lambda: self.room_asked.emit("settings"))
        self.show_room("dossiers")

    def open_sheet(self) -> SideSheet | None:
        """Give the sheet that lies over any of it."""
        return next((one for one in self.findChildren(SideSheet) if one.isVisible()), None)

    @property
    def room(self) -> str:
        """The room that is shown, or nothing where a dossier is."""
        return next((name for name, page in self._rooms.items() if page is self.shown()), "")

    def shown(self) -> QWidget:
        """Give what is shown: a room or a dossier."""
        return self._stack.currentWidget()

    def focus_first(self) -> None:
        """Put the keyboard in the room that is shown: in its list as soon as that is there, or in its first field."""
        page = self.shown()
        if isinstance(page, SettingsPage):
            focus_first_field(page.content())
        elif page in self._rooms.values():
            page.focus_first()

    def show_room(self, room: str) -> None:
        """Show the list of dossiers, the agenda, the settings or the journal; an opened dossier is put away."""
        self._put_dossier_away()
        self._stack.setCurrentWidget(self._rooms[room])
        self.rail.show_current(_WITHIN.get(room, room))
        self.header.show_place(PLACES[room])
        self.room_shown.emit(room)

    def show_dossier(self, page: QWidget, where: str) -> None:
        """Show an opened dossier."""
        self._put_dossier_away()
        self._dossier = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self.rail.show_current("dossiers")
        self.header.show_place(where)

    def _put_dossier_away(self) -> None:
        page, self._dossier = self._dossier, None
        if page is not None:
            self._stack.removeWidget(page)
            page.hide()
            page.deleteLater()
