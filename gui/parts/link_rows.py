# SPDX-License-Identifier: EUPL-1.2
"""Links below each other that are made anew only when they say something else, so that the focus stays."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from gui.parts.emptied import empty
from gui.parts.link_row import LinkRow
from gui.parts.visible import set_shown


@dataclass(frozen=True, slots=True)
class Link:
    """One link: where it leads, its words, and how it is marked; `tip` explains it to who hovers or listens."""

    place: str
    text: str
    second: str = ""
    icon: str = ""
    ink: str = "muted"
    struck: bool = False
    tip: str = ""


class LinkRows(QWidget):
    """Emits `asked(place)`; hidden while there is nothing to show. `framed` sets each on a quiet surface of its own."""

    asked = Signal(str)

    def __init__(self, *, framed: bool = False) -> None:
        super().__init__()
        self._framed = framed
        self._links: tuple[Link, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6 if framed else 0)
        set_shown(self, shown=False)

    def show_links(self, links: tuple[Link, ...]) -> None:
        """Show other links."""
        if links == self._links:
            return
        self._links = links
        empty(self._column)
        for one in links:
            row = LinkRow(one.text, one.icon, one.ink, one.second, struck=one.struck)
            row.explain(one.tip)
            row.clicked.connect(lambda _checked=False, place=one.place: self.asked.emit(place))
            self._column.addWidget(_on_surface(row) if self._framed else row)
        set_shown(self, shown=bool(links))

    def links(self) -> tuple[Link, ...]:
        """Give what is shown."""
        return self._links


def _on_surface(row: LinkRow) -> QFrame:
    frame = QFrame()
    frame.setProperty("role", "sunken")
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(row)
    return frame
