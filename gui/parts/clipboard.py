# SPDX-License-Identifier: EUPL-1.2
"""Secrets on the clipboard: kept out of histories where the system listens, gone soon and at a lock."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

STAYS = 15_000
"""Milliseconds."""
_HINTS = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': b"\0\0\0\0",
    "x-kde-passwordManagerHint": b"secret",
}


class SecretClipboard(QObject):
    """Puts one secret on the clipboard and takes it off again, unless something else was copied meanwhile."""

    def __init__(self, parent: QObject, stays: int = STAYS) -> None:
        super().__init__(parent)
        self._secret = ""
        self._timer = QTimer(self, singleShot=True, interval=stays)
        self._timer.timeout.connect(self.clear)

    def put(self, secret: str) -> None:
        """Put it there."""
        carried = QMimeData()
        carried.setText(secret)
        for name, value in _HINTS.items():
            carried.setData(name, value)
        QGuiApplication.clipboard().setMimeData(carried)
        self._secret = secret
        self._timer.start()

    def clear(self) -> None:
        """Take it off."""
        if self._secret and QGuiApplication.clipboard().text() == self._secret:
            QGuiApplication.clipboard().clear()
        self._secret = ""


def empty(clipboard: QClipboard) -> None:
    """Take off what was copied in this window, for a lock; what was copied elsewhere stays."""
    if clipboard.ownsClipboard():
        clipboard.clear()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)
