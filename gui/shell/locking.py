# SPDX-License-Identifier: EUPL-1.2
"""The lock of the window: blank at once, what was typed kept, the store closed, a fresh process in the place of this.

Python cannot wipe texts. So a lock that is to leave nothing in memory ends the process; where no other can be started,
this one asks for the password itself, because nobody may be left without a window.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from assessment.bookmark import Bookmark
from assessment.errors import Hindrance
from gui.lane import ahead_of_lanes
from gui.parts.clipboard import empty
from gui.shell.view import view_of
from gui.unlock.found import Found, look_at
from gui.unlock.gate import Gate

if TYPE_CHECKING:
    from assessment.ports import Vault
    from gui.assembly import StartFresh
    from gui.shell.desk import Desk
    from gui.shell.lanes import Lanes

PATIENCE = 10_000
"""Milliseconds that a lock waits for what could not be kept, before it offers the way back."""
BEFORE_THE_END = 2_000
"""Milliseconds that the end of the session waits for the last edit; Windows itself gives about five seconds."""


class Lockable(Protocol):
    """The window, as far as its lock needs it; it is a QWidget too."""

    desk: Desk | None
    vault: Vault | None
    gate: Gate
    lanes: Lanes

    def blank(self) -> None:
        """Show nothing any more but that it is being locked."""

    def let_go(self) -> Vault:
        """Take the pages down, if there are any, and give the store that is to be closed."""

    def close(self) -> bool:
        """Go away."""


class Locking(QObject):
    """`locked` when the store is closed, `came_back` when the lock was called off with the password.

    `start_fresh(view)` starts the program anew, with its window where this one stands, and says whether it is there;
    without it the window stays and asks for the password itself.
    """

    locked = Signal()
    came_back = Signal()

    def __init__(self, window: Lockable, start_fresh: StartFresh | None) -> None:
        super().__init__(window)
        self._window, self._start_fresh = window, start_fresh
        self.is_under_way = self._is_the_end = self._is_awaited = False
        self._bookmark: Bookmark | None = None
        window.gate.found.connect(self._on_found)
        self.patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self.patience.timeout.connect(self._offer_way_back)

    def lock(self) -> None:
        """Blank the window at once, keep what was typed, close the store, and ask for the password."""
        window, desk = self._window, self._window.desk
        if self.is_under_way:
            return
        if desk is None:
            self._lock_at_the_gate()
            return
        from gui.shell.whereabouts import bookmark_of, caret_of  # brings in the pages, which are there by now

        focus = window.focusWidget()
        caret = caret_of(focus)
        self._blank()
        self._bookmark = bookmark_of(desk, focus, caret)
        desk.flush()
        desk.hindered.connect(window.gate.say)
        desk.settled.connect(self._close_when_settled)
        self.patience.start()
        self._close_when_settled()

    def _lock_at_the_gate(self) -> None:
        """Lock before there is a workplace: a page lies behind the password, or the store is being opened.

        What is being done ends first, and what it leads to is not shown. Where the store is shut, what was typed goes.
        """
        gate = self._window.gate
        if gate.vault is None:
            self._is_awaited = True
        elif gate.is_shut:
            gate.start_over()
        else:
            self._blank()
            self._bookmark = None
            self._window.lanes.store.forget()
            self._window.let_go()
            self._close(gate.vault)

    def _on_found(self) -> None:
        """Do what was asked while it was not known yet which store this is."""
        is_awaited, self._is_awaited = self._is_awaited, False
        if is_awaited:
            self.lock()

    def _blank(self) -> None:
        """Show nothing any more, in this window or another, and nothing on the clipboard."""
        self.is_under_way = True
        with ahead_of_lanes():
            self._window.blank()
            close_other_windows(self._window)
            empty(QApplication.clipboard())
            self._window.repaint()

    def lock_to_end(self) -> None:
        """Lock because the session ends, and wait a moment for it; no other process is started any more."""
        self._is_the_end = True
        self.lock()
        if self.is_under_way:
            loop = QEventLoop()
            self.locked.connect(loop.quit)
            QTimer.singleShot(BEFORE_THE_END, loop, loop.quit)
            loop.exec()
        self._is_the_end = False  # who calls the end off may go on here

    def _close_when_settled(self) -> None:
        desk = self._window.desk
        if not self.is_under_way or desk is None or not desk.is_settled:
            return
        self.patience.stop()
        self._close(self._window.let_go())

    def _close(self, vault: Vault) -> None:
        bookmark = self._bookmark
        self._window.lanes.store.run(lambda: _close(vault, bookmark), lambda found: self._on_closed(vault, found))

    def _on_closed(self, vault: Vault, found: Found) -> None:
        """Make way for a fresh process, unless there is nothing left to open or nobody to open it."""
        from assessment.ports import VaultState

        start = self._start_fresh
        if start is None or self._is_the_end or found.state is VaultState.MISSING:
            self._stay(vault, found)
            return
        view = view_of(self._window)
        # Where no bookmark was made, there was no workplace, and what was typed at the gate is gone.
        self._window.gate.make_way("" if self._bookmark is None else "Wat u had ingevoerd, is bewaard.")

        def make_way(is_there: bool) -> None:
            if is_there:
                self._end()
            else:
                self._stay(vault, found)

        self._window.lanes.store.run(lambda: start(view), make_way)

    def _stay(self, vault: Vault, found: Found) -> None:
        """Ask for the password here."""
        self.is_under_way = False
        self._window.gate.show_closed(vault, found)
        self.locked.emit()

    def _end(self) -> None:
        """Go: the window of the fresh process stands where this one stood."""
        self.is_under_way = False
        self.locked.emit()
        close_other_windows(self._window)
        self._window.close()

    def _offer_way_back(self) -> None:
        """Say what could not be kept, and let who knows the password go back to mend it; nothing is shown before."""
        window = self._window
        window.desk.hindered.disconnect(window.gate.say)
        window.gate.ask_back(window.vault, self._come_back)

    def _come_back(self) -> None:
        """Show the open dossier again, unless the lock went through after all."""
        desk = self._window.desk
        if not self.is_under_way or desk is None:
            return
        self.is_under_way = False
        desk.settled.disconnect(self._close_when_settled)
        self.came_back.emit()


def close_other_windows(window: QWidget) -> None:
    """Close menus and dialogs: they show what the window no longer may."""
    for widget in QApplication.topLevelWidgets():
        if widget is not window and widget.isVisible():
            widget.close()


def _close(vault: Vault, bookmark: Bookmark | None) -> Found:
    """Close the store, on the store lane; what was typed is kept by now. Without a bookmark it need not be open."""
    from assessment.services import bookmarks

    if bookmark is not None:
        with contextlib.suppress(Hindrance):  # to come back at the list is better than to stay open
            bookmarks.keep(vault.work(), bookmark)
    with contextlib.suppress(Hindrance):  # it is locked nevertheless, and tells at the next opening what is wrong
        vault.lock()
    return look_at(vault)
