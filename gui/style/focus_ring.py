# SPDX-License-Identifier: EUPL-1.2
"""A ring of 2 px, 2 px away, around whatever has the keyboard; one for the whole application.

The sheet cannot draw outside a widget, so the ring is a widget of its own that lies above its neighbours, lets the
mouse through, and follows what it surrounds.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QScrollArea, QWidget
from shiboken6 import isValid

from gui.style.theme import colour, current

AWAY = 2
WIDE = 2
_FOLLOW = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange)


class FocusRing(QObject):
    """Listens to the application and keeps the ring where the focus is."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        # The focus also moves while a page is being torn down; nothing may be added to it then, so this waits a turn.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._settle)
        app.focusChanged.connect(lambda _old, _new: self._soon.start())

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _FOLLOW:
            self._place()
        return False

    def _settle(self) -> None:
        """Surround what has the focus now."""
        self._let_go()
        focus = QApplication.focusWidget()
        if focus is None or isinstance(focus, QMenu) or focus.isWindow() or focus.property("no_ring"):
            return
        self._target = _outline_of(focus)
        home = _home_of(self._target)
        self._ring = _Ring(home)
        widget: QWidget | None = self._target
        while widget is not None and widget is not home:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = widget.parentWidget()
        self._place()

    def _let_go(self) -> None:
        """Stop following; what was followed may be gone."""
        for widget in filter(isValid, self._watched):
            widget.removeEventFilter(self)
        self._watched = []
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = self._target = None

    def _place(self) -> None:
        """Lay the ring around its target."""
        ring, target = self._ring, self._target
        if ring is None or not isValid(ring) or not isValid(target) or not target.isVisible():
            return
        edge = AWAY + WIDE
        corner = target.mapTo(ring.parentWidget(), QPoint(0, 0))
        ring.setGeometry(target.rect().translated(corner).adjusted(-edge, -edge, edge, edge))
        ring.raise_()
        ring.show()


class _Ring(QWidget):
    """The ring itself."""

    def __init__(self, home: QWidget) -> None:
        super().__init__(home)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus-ring")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus"), WIDE))
        radius = current().radius + AWAY
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)


def _outline_of(widget: QWidget) -> QWidget:
    """Give the widget whose outline the user sees: an editable combo box rather than its line edit."""
    parent = widget.parentWidget()
    return parent if parent is not None and parent.focusProxy() is widget and parent.property("outline") else widget


def _home_of(widget: QWidget) -> QWidget:
    """Give the widget in which the ring lies: the content of the nearest scroll area, or the window."""
    home = widget.parentWidget()
    while home is not None and not home.isWindow():
        above = home.parentWidget()
        area = above.parentWidget() if above is not None else None
        if isinstance(area, QScrollArea) and area.widget() is home:
            return home
        if isinstance(area, QAbstractScrollArea) and area.viewport() is above:
            return above
        home = above
    return home or widget.window()
