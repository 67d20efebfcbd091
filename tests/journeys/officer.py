# SPDX-License-Identifier: EUPL-1.2
"""Somebody at the window: finds things by the name that a screen reader says, and uses only mouse and keys.

A click lands on whatever lies on top at that place, and a key goes to whatever has the keyboard. So what cannot be
seen, reached or heard fails the journey, as it would fail the officer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QWidget,
)

from gui.parts.later import Later
from gui.parts.side_sheet import SideSheet

ASCII_END = 128
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20.0
"""Seconds; a shared machine can be slow, and what is really wrong stays wrong."""


class Officer:
    """Acts on one window."""

    def __init__(self, window: QWidget) -> None:
        self.window = window
        self._within: QWidget | None = None

    @contextmanager
    def at(self, name: str) -> Iterator[None]:
        """Look only inside one part of the page, where the same names stand in several."""
        parts = [one for one in self._named(name, self._place()) if not isinstance(one, QLabel | QAbstractButton)]
        assert len(parts) == 1, f"{len(parts)} parts are called {name!r}"
        self._within = parts[0]
        yield
        self._within = None

    def waits_until(self, so: Callable[[], object], what: str = "") -> None:
        """Wait while the window lives; fails when it never comes."""
        end = time.monotonic() + PATIENCE
        while not so():
            assert time.monotonic() < end, f"it did not come: {what or so}; seen were {self.names()}"
            let_pass(5)

    def sees(self, name: str) -> bool:
        """Whether something with this name shows."""
        return any(True for _ in self._named(name, self.window))

    def reads(self, beginning: str) -> str:
        """Read what stands in the window, by its first words."""
        found = self._beginning(beginning)
        assert found, f"nothing begins with {beginning!r}; there are {self.names()}"
        return found[0]

    def says(self, beginning: str) -> bool:
        """Whether something that begins with these words stands in the window."""
        return bool(self._beginning(beginning))

    def shows(self, words: set[str]) -> bool:
        """Whether any of these words stands anywhere in the window, in a text, a name or an editor."""
        texts = "\n".join(_texts(self.window))
        return any(word in texts for word in words)

    def holds(self, name: str) -> str:
        """Give what stands in a field."""
        field = self.find(name, QLineEdit, QPlainTextEdit)
        return field.text() if isinstance(field, QLineEdit) else field.toPlainText()

    def first(self, beginning: str) -> str:
        """Name the first field whose name begins so."""
        found = [one for one in self.names() if one.startswith(beginning)]
        assert found, f"no field begins with {beginning!r}; there are {self.names()}"
        return found[0]

    def names(self) -> list[str]:
        """Name everything that can be used now."""
        shown = (one for one in _shown(self._place()) if one.focusPolicy() != Qt.FocusPolicy.NoFocus)
        return sorted({name for one in shown if (name := said(one))})

    def find(self, name: str, *kinds: type[QWidget]) -> QWidget:
        """Find the one thing of these kinds with this name, in the sheet that lies on top or else in the window."""
        found = [one for one in self._named(name, self._place()) if isinstance(one, kinds or QWidget)]
        assert found, f"nothing is called {name!r}; there are {self.names()}"
        assert len(found) == 1, f"{len(found)} things are called {name!r}"
        return found[0]

    def clicks(self, widget: QWidget, where: QPoint | None = None, *, twice: bool = False) -> None:
        """Click on a thing, where it can be seen; what lies over it gets the click."""
        self._comes_forward()
        _scroll_to(widget)
        seen = widget.visibleRegion().boundingRect()
        point = widget.mapTo(self.window, where or seen.center())
        hit = self.window.childAt(point)
        on_it = hit is not None and (hit is widget or widget.isAncestorOf(hit))
        assert on_it, f"{said(widget)!r} cannot be reached: {type(hit).__name__} lies there"
        for act in (QTest.mouseClick, QTest.mouseDClick)[: 1 + twice]:
            act(hit, LEFT, Qt.KeyboardModifier.NoModifier, hit.mapFrom(self.window, point))

    def presses(self, name: str) -> None:
        """Press a button; where the page and its table both have it, the one of the page."""
        found = [one for one in self._named(name, self._place()) if isinstance(one, QAbstractButton)]
        assert found, f"no button is called {name!r}; there are {self.names()}"
        self.clicks(min(found, key=lambda one: one.mapTo(self.window, QPoint(0, 0)).y()))

    def keys(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key; it goes where the keyboard is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def types(self, name: str, text: str) -> None:
        """Put the keyboard in a field and type, in the place of what was there."""
        field = self.find(name, QLineEdit, QPlainTextEdit)
        self.clicks(field)
        assert QApplication.focusWidget() is field, f"{name!r} does not take the keyboard"
        self.keys(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        strike(field, text)

    def chooses(self, name: str, word: str) -> None:
        """Choose a word from a list: open it, go down to the word, and press Enter."""
        box = self.find(name, QComboBox)
        if box.isEditable():
            self._searches(box, word)
            return
        self.clicks(box)
        _walk_to(box.view(), word, box.modelColumn())
        assert box.currentText() == word or not box.view().isVisible()

    def answers(self, name: str, word: str) -> None:
        """Press one of the answers that stand side by side."""
        self.presses(f"{name}: {word}")

    def ticks(self, name: str) -> None:
        """Tick or untick a box."""
        self.presses(name)

    def has_row(self, table: str, *words: str) -> bool:
        """Whether these words stand in a row."""
        return self._row(table, words) is not None

    def opens_row(self, table: str, *words: str) -> None:
        """Double click on the row in which these words stand, once it is there."""
        self.waits_until(lambda: self._row(table, words) is not None, f"a row of {table!r} with {words}")
        view, row = self._row(table, words)
        view.scrollTo(view.model().index(row, 0))
        cell = view.visualRect(view.model().index(row, 0)).center()
        self.clicks(view.viewport(), cell, twice=True)

    def opens_step(self, title: str) -> None:
        """Go to a step of the dossier."""
        steps = [one for one in _shown(self.window) if isinstance(one, QAbstractButton)]
        step = [one for one in steps if said(one)[:1].isdigit() and said(one)[2:].split(",")[0] == title]
        assert len(step) == 1, f"there is no step {title!r}"
        self.clicks(step[0])

    def saves_as(self, path: Path) -> None:
        """Type where a file is to stand, in the window in which the system asks for it, and press Enter."""
        self.waits_until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog), "the question where")
        dialog = QApplication.activeModalWidget()
        self.waits_until(lambda: dialog.isAncestorOf(QApplication.focusWidget() or self.window), "the place to type")
        self.keys(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        strike(QApplication.focusWidget(), str(path))
        self.keys(Qt.Key.Key_Return)
        self.waits_until(lambda: QApplication.activeModalWidget() is not dialog, "that the place was taken over")

    def sees_it_saved(self) -> bool:
        """Whether the line above the page says that everything is kept."""
        return any(one.accessibleDescription() == "Opgeslagen" for one in self._named("Opslag", self.window))

    def turns_to(self, bar: str, tab: str) -> None:
        """Click on a tab; a number behind its word does not matter."""
        tabs = self.find(bar, QTabBar)
        at = next(one for one in range(tabs.count()) if tabs.tabText(one).split(" (")[0] == tab)
        self.clicks(tabs, tabs.tabRect(at).center())

    def is_done(self) -> None:
        """Put the sheet away."""
        self.presses("Klaar")

    def _row(self, table: str, words: tuple[str, ...]) -> tuple[QTableView, int] | None:
        """Find the first row of a table in which these words stand."""
        for view in self._named(table, self._place()):
            if isinstance(view, QTableView):
                rows = range(view.model().rowCount())
                return next(((view, at) for at in rows if _holds(view, at, words)), None)
        return None

    def _comes_forward(self) -> None:
        """Let what is under way be laid out; a click brings the window forward, which no system does here."""
        QTest.qWait(0)
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            self.waits_until(self.window.isActiveWindow, "the window in front")

    def _searches(self, box: QComboBox, word: str) -> None:
        """Type a part of a word, go down the list that comes, and press Enter."""
        line = box.lineEdit()
        self.clicks(line)
        self.keys(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        strike(line, word)
        popup = box.completer().popup()
        self.waits_until(popup.isVisible, f"the words with {word!r}")
        _walk_to(popup, word)

    def _place(self) -> QWidget:
        """Say where to look, once nothing of the page is still to come."""
        QTest.qWait(0)
        while any(one.is_waiting for one in self.window.findChildren(Later)):
            let_pass(1)
        sheets = [one for one in self.window.findChildren(SideSheet) if one.isVisible()]
        return sheets[-1] if sheets else self._within or self.window

    def _beginning(self, words: str) -> list[str]:
        return [text for one in _shown(self.window) if (text := said(one)).startswith(words)]

    def _named(self, name: str, place: QWidget) -> Iterator[QWidget]:
        return (one for one in _shown(place) if said(one) == name)


def said(widget: QWidget) -> str:
    """Give the name that a screen reader says; for a list Qt gives its current word on Linux, so we ask ourselves."""
    return widget.accessibleName() or QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def _texts(window: QWidget) -> Iterator[str]:
    """Give everything that can be read in a window, hidden tooltips included."""
    for one in (window, *_shown(window)):
        yield from (said(one), one.accessibleDescription(), one.toolTip(), one.windowTitle())
        if isinstance(one, QLineEdit):
            yield one.text()
        elif isinstance(one, QPlainTextEdit):
            yield one.toPlainText()
        elif isinstance(one, QLabel):
            yield one.text()


def let_pass(milliseconds: int) -> None:
    """Let the window and its workers go on. QTest.qWait holds Python's lock while it sleeps: workers hardly come on."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def strike(widget: QWidget, text: str) -> None:
    """Strike the keys of a text, one by one; also those that stand on no keyboard in the world but ours."""
    for sign in text:
        code = ord(sign.upper()) if len(sign.upper()) == 1 else 0
        key = Qt.Key(code) if ord(" ") <= code < ASCII_END else Qt.Key.Key_unknown
        QTest.sendKeyEvent(QTest.KeyAction.Click, widget, key, sign, Qt.KeyboardModifier.NoModifier)


def _shown(place: QWidget) -> Iterator[QWidget]:
    return (one for one in place.findChildren(QWidget) if one.isVisible() and one.isEnabled())


def _scroll_to(widget: QWidget) -> None:
    """Turn the wheel until the thing is in sight, in each area around it."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _walk_to(view: QAbstractItemView, word: str, column: int = 0) -> None:
    """Go down or up in an open list until the word (or what begins with it) is marked, and press Enter."""
    rows = [str(view.model().index(at, column).data()) for at in range(view.model().rowCount())]
    found = [row for row in rows if row == word] or [row for row in rows if row.startswith(word)]
    assert len(found) == 1, f"{word!r} is offered {len(found)} times in {rows}"
    now: QModelIndex = view.currentIndex()
    steps = rows.index(found[0]) - (now.row() if now.isValid() else -1)
    for _ in range(abs(steps)):
        QTest.keyClick(view, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    assert view.currentIndex().data() == found[0]
    QTest.keyClick(view, Qt.Key.Key_Return)


def _holds(view: QTableView, row: int, words: tuple[str, ...]) -> bool:
    model = view.model()
    cells = [str(model.index(row, at).data() or "") for at in range(model.columnCount())]
    return all(any(word in cell for cell in cells) for word in words)
