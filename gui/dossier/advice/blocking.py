# SPDX-License-Identifier: EUPL-1.2
"""What still blocks the advice: one sentence, and each check as a link to where it is mended."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessment.outcome import Check, Severity
from gui.dossier.check_link import check_link
from gui.dossier.places import place_of
from gui.parts.badge import Tone
from gui.parts.link_rows import LinkRows
from gui.parts.notice import Notice
from gui.parts.visible import set_shown

SHOW, HIDE, GO = "Toon ze", "Verberg ze", "Ga erheen"


def blocking(checks: Sequence[Check]) -> tuple[Check, ...]:
    """Give the checks that hold a final advice back: those that block first, then those that wait for an answer."""
    open_ = [one for one in checks if one.holds_back]
    return tuple(sorted(open_, key=lambda one: one.severity is not Severity.BLOCK))


class Blocking(QWidget):
    """Emits `asked(place)`; hidden when nothing blocks."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._notice, self._links = Notice(), LinkRows()
        self._checks: tuple[Check, ...] = ()
        self._open = False
        self._notice.asked.connect(self._on_asked)
        self._links.asked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._notice)
        column.addWidget(self._links)

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show what blocks now."""
        self._checks = blocking(checks)
        self._tell()

    def text(self) -> str:
        """Give the sentence."""
        return self._notice.text()

    def _on_asked(self) -> None:
        """Go to the one check that blocks, or list them."""
        if len(self._checks) == 1 and not self._open:
            self.asked.emit(place_of(self._checks[0]))
            return
        self._open = not self._open
        self._tell()

    def _tell(self) -> None:
        count = len(self._checks)
        said = f"Er staat nog iets open: {self._checks[0].text}" if count == 1 else f"{count} controles staan nog open."
        text = f"{said} Tot die tijd is dit een concept." if count else ""
        action = HIDE if self._open else SHOW if count > 1 else GO
        self._notice.show_text(Tone.DANGER, text, action if count else "")
        self._links.show_links(tuple(map(check_link, self._checks)) if self._open else ())
        set_shown(self, count > 0)
