# SPDX-License-Identifier: EUPL-1.2
"""The one window: it shows the gate while the store is closed and the workplace while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from assessment.errors import Hindrance
from gui.assembly import Parts
from gui.parts.badge import Tone
from gui.settings.preferences import Preferences
from gui.shell.giving_up import gives_up
from gui.shell.idle import IdleWatch
from gui.shell.lanes import Lanes
from gui.shell.locking import Locking
from gui.shell.not_done import not_done
from gui.shell.tab_order import neighbour
from gui.shell.view import place_as
from gui.style import theme
from gui.unlock.gate import Gate

if TYPE_CHECKING:
    from assessment.bookmark import Bookmark
    from assessment.catalogue.catalogue import Catalogue
    from assessment.ports import Vault
    from gui.shell.desk import Desk
    from gui.shell.workplace import Workplace

SMALLEST = (1024, 640)
AT_FIRST = (1366, 768)
TITLE_BAR = 40
"""Pixels that the system adds above the window; where they do not fit, what stands at the bottom would fall off."""
PAUSE = 200
"""Milliseconds in which the page that asks for the password is painted; nobody has typed one by then."""


def _warnings(vault: Vault) -> tuple[str, ...]:
    """Say what was found on opening; the recovery key is the affair of who may make another."""
    from assessment.users import may_manage
    from gui.parts.recovery_key import UNCONFIRMED

    is_unconfirmed = may_manage(vault.people.me) and not vault.is_recovery_confirmed()
    return (*vault.warnings(), *([UNCONFIRMED] if is_unconfirmed else []))


def _raise(error: Hindrance) -> None:
    """Treat a hindrance as a bug: a catalogue that shipped with a fault is ours to cure."""
    raise error


class MainWindow(QMainWindow):
    """`begin()` is called after the first paint, so that the window is there before anything heavy is imported."""

    painted = Signal()
    _resized = Signal()
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
        self.gate.found.connect(self._make_ready)
        self.gate.opened.connect(self._on_opened)
        self.gate.replaced.connect(self._on_replaced)
        self.gate.turned.connect(self._on_turned)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.gate)
        self.setCentralWidget(self._stack)
        self.vault: Vault | None = None
        self._catalogue: Catalogue | None = None
        self.desk: Desk | None = None
        self.place: Workplace | None = None
        self._is_replaced = self._closing = self._has_painted = False
        self._built_at = self._preferences.text_size
        self.locking = Locking(self, parts.start_fresh)
        self.locking.came_back.connect(self._come_back)
        watch.idle.connect(self.lock)
        self._resized.connect(self._rebuild, Qt.ConnectionType.QueuedConnection)
        self.painted.connect(self.begin, Qt.ConnectionType.QueuedConnection)
        self._add_shortcuts()

    def begin(self) -> None:
        """Fetch the catalogue and the store, each on its own lane."""
        self.lanes.sums.run(self._parts.load_catalogue, self._on_catalogue, _raise)
        self.gate.begin(self._parts.open_vault)

    def _make_ready(self) -> None:
        """Import what opening needs, once the page that asks for the password stands there."""
        QTimer.singleShot(PAUSE, self, lambda: self.lanes.sums.run(self._parts.make_ready))

    def open_on(self, room: QSize, view: str = "") -> None:
        """Show the window where another stood (`view`), or on a screen with so much room.

        It fills a screen that has no more than the window needs.
        """
        self.setMinimumSize(QSize(*SMALLEST).boundedTo(room))
        if view and place_as(self, view):
            self.show()
        elif room.width() <= AT_FIRST[0] or room.height() <= AT_FIRST[1] + TITLE_BAR:
            self.resize(self.size().boundedTo(room))
            self.showMaximized()
        else:
            self.show()
        if self.isMinimized():  # nothing of it is painted, and it must get on
            self._note_painted()

    def lock(self) -> None:
        """Blank the window at once, keep what was typed, close the store, and ask for the password."""
        self.locking.lock()

    def blank(self) -> None:
        """Show nothing any more but that it is being locked."""
        self._watch.stop()
        promise = "Wat u had ingevoerd, wordt bewaard." if self.desk is not None else ""
        self.gate.wait_for("Even geduld.", promise=promise)
        self._stack.setCurrentWidget(self.gate)

    def let_go(self) -> Vault:
        """Take the pages down, with everything that they show, and give the store that is to be closed."""
        vault, self.vault = self.vault, None
        if self.desk is not None:
            self._take_down()
        return vault

    def end(self) -> None:
        """Finish what the lanes were asked, when the window has gone; who made the vault closes it after that."""
        self.lanes.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.desk is not None:
            self.desk.flush()
        if self.desk is None or self.desk.is_settled or self._gives_up():
            self._watch.stop()
            event.accept()
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:
        to = neighbour(self, self.focusWidget(), forward=forward)
        if to is not None:
            to.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return to is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._note_painted()

    def _note_painted(self) -> None:
        if not self._has_painted:
            self._has_painted = True
            self.painted.emit()

    def _on_catalogue(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._enter()

    def _on_opened(self, vault: Vault) -> None:
        self.vault = vault
        self.gate.wait_for("De dossiers worden gehaald.", "De kluis wordt geopend")
        self._enter()

    def _on_turned(self) -> None:
        """Count the minutes at the gate too: a page there can show a secret, or hold what was typed of one."""
        if self.desk is None and not self.locking.is_under_way:
            self._watch.start(self._preferences.lock_after)

    def _on_replaced(self, is_replaced: bool) -> None:
        """Begin at the list: what was open need not be in the store that was put back."""
        self._is_replaced = is_replaced

    def _enter(self) -> None:
        """Build the workplace once both the store and the catalogue are there."""
        if self.vault is None or self._catalogue is None or self.desk is not None:
            return
        self._build()
        self.gate.rest()
        self._watch.start(self._preferences.lock_after)
        self.place.dossiers.focus_first()
        self.desk.list()
        self._go_where_one_was()
        if warnings := " ".join(_warnings(self.vault)):
            self.place.bar.show_text(Tone.WARN, warnings, "Sluit")
        self.unlocked.emit()

    def _go_where_one_was(self) -> None:
        from assessment.services import bookmarks
        from gui.shell.whereabouts import bring_back

        vault, desk, is_replaced, self._is_replaced = self.vault, self.desk, self._is_replaced, False

        def show(bookmark: Bookmark) -> None:
            if not is_replaced:
                bring_back(desk, bookmark)

        self.lanes.store.run(lambda: bookmarks.take(vault.work()), show)

    def _build(self) -> None:
        """Make the pages of an open store."""
        from gui.shell.backing_up import BackingUp  # what is only needed behind the gate, stays out of the start
        from gui.shell.desk import Desk
        from gui.shell.handing_over import HandingOver
        from gui.shell.journal_reading import JournalReading
        from gui.shell.keeping import Keeping
        from gui.shell.managing_users import ManagingUsers
        from gui.shell.workplace import Workplace

        self._built_at = self._preferences.text_size
        self.place = Workplace(self._preferences)
        self.place.header.lock_asked.connect(self.lock)
        self.place.settings.changed.connect(self._on_preferences)
        self.place.settings.show_policy(self._catalogue, self._parts.today())
        self.desk = Desk(self._parts, self.vault, self._catalogue, self.lanes, self.place)
        BackingUp(self.vault, self.lanes, self.place)
        drafts = self.desk.drafts
        ManagingUsers(self.vault, self.lanes, self.place, drafts)
        Keeping(self._parts, self.vault, self._catalogue, self.lanes, self.place, drafts)
        JournalReading(self.vault, self._catalogue, self.lanes, self.place)
        packages = HandingOver(self._parts, self.vault, self.lanes, self.place, self.desk.sheets, drafts)
        packages.taken.connect(self.desk.open)
        self._stack.addWidget(self.place)
        self._stack.setCurrentWidget(self.place)

    def _take_down(self) -> None:
        """Let go of the pages, with everything that they show."""
        desk, place = self.desk, self.place
        self.desk = self.place = None
        self._closing = False
        self.lanes.forget()
        self._stack.removeWidget(place)
        place.hide()
        place.deleteLater()
        desk.deleteLater()

    def _rebuild(self) -> None:
        """Make the pages anew at another text size, and stay in the settings; what is not done yet goes first."""
        if self.desk is None or self.locking.is_under_way or self._preferences.text_size == self._built_at:
            return
        if awaited := not_done(self.desk, self.place):
            awaited.connect(self._resized, Qt.ConnectionType.SingleShotConnection)
            return
        self._take_down()
        self._build()
        self.desk.go_to_room("settings")
        self.place.settings.focus_size()

    def _come_back(self) -> None:
        """Show the open dossier again: the lock was called off."""
        self._stack.setCurrentWidget(self.place)
        self.gate.rest()
        self._watch.start(self._preferences.lock_after)
        self.desk.focus_first()
        self._resized.emit()
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
        if self.place is not None and not self.locking.is_under_way:
            self.place.header.focus_search()

    def _begin_new(self) -> None:
        if self.desk is not None and not self.locking.is_under_way:
            self.desk.begin_new()

    def _gives_up(self) -> bool:
        """Let it close by itself once all is kept; who asks again, is asked, and nothing closes behind the question."""
        asked, self._closing = self._closing, not self._closing
        if not asked:
            self.desk.settled.connect(self.close)
            return False
        self.desk.settled.disconnect(self.close)
        return gives_up(self)
