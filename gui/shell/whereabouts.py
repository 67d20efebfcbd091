# SPDX-License-Identifier: EUPL-1.2
"""Where somebody is in the workplace: room or dossier and step, sheet, field, cursor; and the way back after a lock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from assessment.bookmark import Bookmark
from assessment.ports import DossierId
from gui.parts.later import Later
from gui.shell.workplace import PLACES

if TYPE_CHECKING:
    from gui.shell.desk import Desk

AT_FIRST = "dossiers"
"""The room that is shown after an unlock."""


def bookmark_of(desk: Desk, focus: QWidget | None, caret: int) -> Bookmark:
    """Say where `focus`, which has or had the keyboard, is; also when the window no longer shows it.

    `caret` is asked before (`caret_of`): a field that loses the keyboard tidies its text.
    """
    dossier, step = desk.where()
    about = desk.page.about if desk.page is not None else ""
    beginning, sheet = desk.unfinished() is not None, desk.sheet
    over, of = (sheet.about, sheet.dossier) if sheet is not None else ("", "")
    here = Bookmark(dossier or "", step, about, beginning=beginning, room=desk.room, sheet=over, of=of)
    name = focus.accessibleName() if focus is not None else ""
    alike = list(_called(desk.field_room(), name)) if name else []
    return replace(here, field=name, nth=alike.index(focus), caret=caret) if focus in alike else here


def bring_back(desk: Desk, bookmark: Bookmark) -> None:
    """Go where a bookmark lies; what is no longer there is passed over."""
    if bookmark.dossier:
        desk.open(DossierId(bookmark.dossier), bookmark.step, then=_way_in(desk, bookmark))
    elif desk.sheet is not None or desk.room != AT_FIRST:
        return  # somebody began something else meanwhile
    elif bookmark.room in PLACES and bookmark.room != AT_FIRST:
        desk.go_to_room(bookmark.room)
    if bookmark.beginning:
        desk.begin_new(lambda: _focus(desk, bookmark) or desk.focus_first())
    elif bookmark.room and not bookmark.dossier:
        _go_on_top(desk, bookmark)


def _way_in(desk: Desk, bookmark: Bookmark) -> Callable[[], object]:
    """Say what follows once the dossier is there."""
    if bookmark.beginning:
        return _stay
    return partial(_go_on_top if bookmark.sheet else _go_to, desk, bookmark)


def _go_on_top(desk: Desk, bookmark: Bookmark) -> None:
    """Open what lay over a room or a dossier without being part of it, and put the keyboard back in its field."""

    def arrive() -> None:
        over = desk.sheet.about if desk.sheet is not None else ""
        if over == bookmark.sheet and _focus(desk, bookmark):
            return
        now = QApplication.focusWidget()
        if now is None or not desk.field_room().isAncestorOf(now):
            desk.focus_first()

    desk.reopen(bookmark.sheet, bookmark.of, arrive)


def _go_to(desk: Desk, bookmark: Bookmark) -> None:
    """Open what lay over the step or was unfolded there, once its attachments are known too."""
    desk.reopen("", "", partial(_open_part, desk, bookmark))


def _open_part(desk: Desk, bookmark: Bookmark) -> None:
    """Open it, and put the keyboard back in its field."""
    if desk.page is None:
        return
    _finish_page(desk)
    if bookmark.about:
        desk.page.page().reopen(bookmark.about)
    _soon(desk, lambda: _arrive(desk, bookmark))


def _arrive(desk: Desk, bookmark: Bookmark) -> None:
    """Put the keyboard in the field; one that is only made once there is an outcome gets it then."""
    if desk.page is None or _focus(desk, bookmark):
        return
    desk.focus_first()
    if desk.session.assessment is None and bookmark.field:
        waits = partial(_try_again, desk, bookmark, QApplication.focusWidget())
        desk.session.assessment_changed.connect(lambda _: _soon(desk, waits), Qt.ConnectionType.SingleShotConnection)


def _try_again(desk: Desk, bookmark: Bookmark, before: QWidget | None) -> None:
    """Look for the field once more, unless somebody went elsewhere meanwhile."""
    if desk.page is not None and QApplication.focusWidget() is before:
        _finish_page(desk)
        _soon(desk, lambda: _focus(desk, bookmark))


def _soon(desk: Desk, then: Callable[[], object]) -> None:
    """Do it a turn later: what was just laid out is not shown before. With the page, should that go, it falls away."""
    if desk.page is not None and isValid(desk.page):
        QTimer.singleShot(0, desk.page, then)


def _finish_page(desk: Desk) -> None:
    """Let all be made that may be made after the rest."""
    for one in desk.page.page().findChildren(Later):
        one.now()


def _stay() -> None:
    """Leave the keyboard where it is: it goes to what lies over the dossier."""


def _focus(desk: Desk, bookmark: Bookmark) -> bool:
    """Put the keyboard in the field; says whether it is there."""
    room = desk.field_room()
    found = list(_called(room, bookmark.field)) if bookmark.field else []
    if bookmark.nth >= len(found):
        return False
    field = found[bookmark.nth]
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(field, QLineEdit):
        field.setCursorPosition(min(bookmark.caret, len(field.text())))
    elif isinstance(field, QPlainTextEdit):
        cursor = QTextCursor(field.document())
        cursor.setPosition(min(bookmark.caret, field.document().characterCount() - 1))
        field.setTextCursor(cursor)
    return True


def _called(room: QWidget, name: str) -> Iterator[QWidget]:
    """Give everything in a part of the window that has this name and can have the keyboard."""
    for one in room.findChildren(QWidget):
        takes_keys = one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isVisibleTo(room)
        if takes_keys and one.accessibleName() == name:
            yield one


def caret_of(field: QWidget | None) -> int:
    """Say how many signs stand before the cursor; nothing of a password is kept, so not how long it is either."""
    if isinstance(field, QLineEdit):
        return field.cursorPosition() if field.echoMode() == QLineEdit.EchoMode.Normal else 0
    return field.textCursor().position() if isinstance(field, QPlainTextEdit) else 0
