# SPDX-License-Identifier: EUPL-1.2
"""The one window: it shows the gate while the store is closed and the workplace while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox, QStackedWidget

from assessment.errors import Hindrance
from gui.assembly import Parts
from gui.parts.badge import Tone
from gui.settings.preferences import Preferences
from gui.shell.idle import IdleWatch
from gui.shell.lanes import Lanes
from gui.shell.tab_order import neighbour
from gui.style import theme
from gui.unlock.clipboard import empty
from gui.unlock.gate import Found, Gate, look_at

if TYPE_CHECKING:
    from assessment.catalogue.catalogue import Catalogue
    from assessment.ports import DossierId, Vault
    from gui.shell.desk import Desk
    from gui.shell.workplace import Workplace

SMALLEST = (1024, 640)
AT_FIRST = (1366, 768)
TITLE_BAR = 40
"""Pixels that the system adds above the window; where they do not fit, what stands at the bottom would fall off."""
PATIENCE = 10_000
"""Milliseconds that a lock waits for what could not be kept, before it offers the way back."""


def _raise(error: Hindrance) -> None:
    """Treat a hindrance as a bug: a catalogue that shipped with a fault is ours to cure."""
    raise error


class MainWindow(QMainWindow):
    """`begin()` is called after the first paint, so that the window is there before anything heavy is imported."""

    painted = Signal()
    _resized = Signal()
    locked = Signal()
    unlocked = Signal()

    def __init__(self, parts: Parts, watch: IdleWatch) -> None:
        super().__init__()
        self.setWindowTitle("Toetssteen")
        self.setMinimumSize(*SMALLEST)
        self.resize(*AT_FIRST)
        self._parts, self._watch = parts, watch
        self._preferences = parts.preferences
        self.lanes = Lanes()
        self.lanes.hindered.connect(self._on_hindrance)
        self.gate = Gate(self.lanes.store, parts.now)
        self.gate.opened.connect(self._on_opened)
        self.gate.replaced.connect(self._forget_place)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.gate)
        self.setCentralWidget(self._stack)
        self._vault: Vault | None = None
        self._catalogue: Catalogue | None = None
        self.desk: Desk | None = None
        self.place: Workplace | None = None
        self._return_to: tuple[DossierId | None, str] = (None, "")
        self._was_beginning = False
        self._locking = self._closing = self._has_painted = False
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._offer_way_back)
        watch.idle.connect(self.lock)
        self._resized.connect(self._rebuild, Qt.ConnectionType.QueuedConnection)
        self.painted.connect(self.begin, Qt.ConnectionType.QueuedConnection)
        self._add_shortcuts()

    def begin(self) -> None:
        """Fetch the catalogue and the store, each on its own lane."""
        self.lanes.sums.run(self._parts.load_catalogue, self._on_catalogue, _raise)
        self.gate.begin(self._parts.open_vault)

    def open_on(self, room: QSize) -> None:
        """Show the window on a screen with so much room: filling it where it has no more than the window needs."""
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
        if room.width() <= AT_FIRST[0] or room.height() <= AT_FIRST[1] + TITLE_BAR:
            self.resize(self.size().boundedTo(room))
            self.showMaximized()
        else:
            self.show()

    def lock(self) -> None:
        """Blank the window at once, keep what was typed, close the store, and ask for the password."""
        if self.desk is None or self._locking:
            return
        self._locking = True
        self._watch.stop()
        self._return_to, self._was_beginning = self.desk.where(), self.desk.unfinished() is not None
        self.gate.wait_for("Wat u had ingevoerd, wordt bewaard.")
        self._stack.setCurrentWidget(self.gate)
        self._close_other_windows()
        empty(QApplication.clipboard())
        self.repaint()
        self.desk.flush()
        self.desk.hindered.connect(self.gate.say)
        self.desk.settled.connect(self._lock_when_settled)
        self._patience.start()
        self._lock_when_settled()

    def end(self) -> None:
        """Finish what the lanes were asked, when the window has gone; who made the vault closes it after that."""
        self.lanes.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk is not None:
            self.desk.flush()
        if self.desk is None or self.desk.is_settled or (self._closing and self._gives_up()):
            self._watch.stop()
            event.accept()
            return
        event.ignore()
        self._closing = True
        self.desk.settled.connect(self.close)

    def focusNextPrevChild(self, forward: bool) -> bool:
        to = neighbour(self, self.focusWidget(), forward=forward)
        if to is not None:
            to.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return to is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_painted:
            self._has_painted = True
            self.painted.emit()

    def _on_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._enter()

    def _on_opened(self, vault: Vault) -> None:
        self._vault = vault
        self.gate.wait_for("De dossiers worden gehaald.")
        self._enter()

    def _forget_place(self) -> None:
        """Go back to nothing: the dossier that was open need not be in the store that was put back."""
        self._return_to, self._was_beginning = (None, ""), False

    def _enter(self) -> None:
        """Build the workplace once both the store and the catalogue are there."""
        if self._vault is None or self._catalogue is None or self.desk is not None:
            return
        self._build()
        self.gate.rest()
        self._watch.start(self._preferences.lock_after)
        self.place.dossiers.focus_first()
        self.desk.list()
        dossier, step = self._return_to
        if dossier is not None:
            self.desk.open(dossier, step)
        if self._was_beginning:
            self.desk.begin_new()
        self._was_beginning = False
        if warnings := " ".join(self._vault.warnings()):
            self.place.bar.show_text(Tone.WARN, warnings, "Sluit")
        self.unlocked.emit()

    def _build(self) -> None:
        """Make the pages of an open store."""
        from gui.shell.backing_up import BackingUp  # what is only needed behind the gate, stays out of the start
        from gui.shell.desk import Desk
        from gui.shell.journal_reading import JournalReading
        from gui.shell.keeping import Keeping
        from gui.shell.workplace import Workplace

        self.place = Workplace(self._preferences)
        self.place.header.lock_asked.connect(self.lock)
        self.place.settings.changed.connect(self._on_preferences)
        self.place.settings.show_policy(self._catalogue, self._parts.today())
        self.desk = Desk(self._parts, self._vault, self._catalogue, self.lanes, self.place)
        BackingUp(self._vault, self.lanes, self.place)
        Keeping(self._parts, self._vault, self._catalogue, self.lanes, self.place)
        JournalReading(self._vault, self._catalogue, self.lanes, self.place)
        self._stack.addWidget(self.place)
        self._stack.setCurrentWidget(self.place)

    def _take_down(self) -> None:
        """Let go of the pages, with everything that they show."""
        desk, place = self.desk, self.place
        self.desk = self.place = None
        self.lanes.forget()
        self._stack.removeWidget(place)
        place.hide()
        place.deleteLater()
        desk.deleteLater()

    def _rebuild(self) -> None:
        """Make the pages anew at another text size, and stay in the settings."""
        if self.desk is None or self._locking or not self.desk.is_settled:
            return
        self._take_down()
        self._build()
        self.desk.go_to_room("settings")
        self.place.settings.focus_size()

    def _lock_when_settled(self) -> None:
        if not self._locking or self.desk is None or not self.desk.is_settled:
            return
        self._patience.stop()
        vault, self._vault = self._vault, None
        self._take_down()

        def close() -> Found:
            vault.lock()
            return look_at(vault)

        def show(found: Found) -> None:
            self._locking = False
            self.gate.show_closed(vault, found)
            self.locked.emit()

        self.lanes.store.run(close, show)

    def _offer_way_back(self) -> None:
        """Say what could not be kept, and let who knows the password go back to mend it; nothing is shown before."""
        self.desk.hindered.disconnect(self.gate.say)
        self.gate.ask_back(self._vault, self._come_back)

    def _come_back(self) -> None:
        """Show the open dossier again, unless the lock went through after all."""
        if not self._locking or self.desk is None:
            return
        self._locking = False
        self.desk.settled.disconnect(self._lock_when_settled)
        self._stack.setCurrentWidget(self.place)
        self.gate.rest()
        self._watch.start(self._preferences.lock_after)
        self.desk.focus_first()
        self.unlocked.emit()

    def _on_preferences(self, preferences: Preferences) -> None:
        before, self._preferences = self._preferences, preferences
        self._watch.start(preferences.lock_after)
        self._parts.keep_preferences(preferences)
        if (preferences.theme, preferences.text_size) != (before.theme, before.text_size):
            theme.apply(QApplication.instance(), theme.Choice(preferences.theme), preferences.text_size)
        if preferences.text_size != before.text_size:
            self._resized.emit()

    def _on_hindrance(self, hindrance: Hindrance) -> None:
        if self.place is not None:
            self.place.bar.show_hindrance(hindrance)
        else:
            self.gate.say(hindrance)

    def _add_shortcuts(self) -> None:
        for keys, then in (("Ctrl+L", self.lock), ("Ctrl+K", self._focus_search), ("Ctrl+N", self._begin_new)):
            QShortcut(QKeySequence(keys), self).activated.connect(then)

    def _focus_search(self) -> None:
        if self.place is not None and not self._locking:
            self.place.header.focus_search()

    def _begin_new(self) -> None:
        if self.desk is not None and not self._locking:
            self.desk.begin_new()

    def _close_other_windows(self) -> None:
        """Close menus and dialogs: they show what the window no longer may."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self and widget.isVisible():
                widget.close()

    def _gives_up(self) -> bool:
        """Ask whether to close although something could not be kept; this cannot be undone."""
        box = QMessageBox(
            QMessageBox.Icon.Warning, "Toetssteen", "De laatste wijziging is nog niet opgeslagen.", parent=self
        )
        box.setInformativeText("Als u nu sluit, gaat die wijziging verloren.")
        lose = box.addButton("Sluit toch", QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(box.addButton("Blijf", QMessageBox.ButtonRole.RejectRole))
        box.exec()
        return box.clickedButton() is lose
