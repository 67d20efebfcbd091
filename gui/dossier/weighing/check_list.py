# SPDX-License-Identifier: EUPL-1.2
"""The checks as a work list: what blocks, what asks for an answer, what only asks for attention."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessment.dossier.conclusion import Conclusion
from assessment.outcome import Check, Nature, Severity
from gui.dossier.mark import mark
from gui.dossier.weighing.check_answers import Key, answer_to, key_of
from gui.dossier.weighing.check_row import CheckRow
from gui.parts.button import Rank, button
from gui.parts.card import Card
from gui.parts.label import Prose, label
from gui.parts.later import Later
from gui.parts.visible import set_shown

_HEADS = {
    Severity.BLOCK: "Blokkeert",
    Severity.ANSWER: "Vraagt een antwoord",
    Severity.HINT: "Aandachtspunt",
}


AT_FIRST = 40
"""Checks that are shown until all are asked for: a row for each of hundreds would hold the window up."""
AT_ONCE = 6
"""Rows that are made in one turn of the event loop; of all that were asked for, as many as were there at first, because
each turn lays out again what is there already."""


class CheckList(Card):
    """Emits `asked(place)` and `answered(key, text)`; a row in which somebody types stays where it is.

    The most serious come first, and what is not shown yet is counted and one press away.
    """

    asked = Signal(str)
    answered = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("Controles", "Hierop verliezen gemeenten bij de rechter. Los op wat kan, beantwoord de rest.")
        self.corner(mark(Nature.RULE))
        self._none = Prose("Er staat geen controle open.", "muted")
        self._grouped: dict[Key, list[Check]] = {}
        self._conclusion = Conclusion()
        self._all, self._room = False, AT_ONCE
        self._later = Later(self)
        self._rows: dict[Key, CheckRow] = {}
        self._places: dict[Key, Severity] = {}
        self._heads = {severity: label("", "label") for severity in Severity}
        self._list = QWidget()
        self._order = QVBoxLayout(self._list)
        self._order.setContentsMargins(0, 0, 0, 0)
        self._order.setSpacing(8)
        for head in self._heads.values():
            self._order.addWidget(head)
        self._more = button("", "chevron-down", Rank.QUIET, self._show_all)
        for widget in (self._none, self._list, self._more):
            self.add(widget)

    def show_checks(self, checks: Sequence[Check], conclusion: Conclusion) -> None:
        """Show other checks; rows that stay keep their text and their focus."""
        grouped: dict[Key, list[Check]] = {}
        for check in checks:
            grouped.setdefault(key_of(check), []).append(check)
        self._grouped, self._conclusion = grouped, conclusion
        self._fill()
        set_shown(self._none, not grouped)

    def rows(self) -> tuple[CheckRow, ...]:
        """Give the rows from top to bottom."""
        return tuple(self._rows[key] for key in self._sorted())

    def focus(self, check: str) -> bool:
        """Put the keyboard on a check by its number (empty: the first); says whether it is here."""
        if not any(one.check == check for one in self._rows) and any(one.check == check for one in self._grouped):
            self._show_all()
        self._later.now()
        row = next((one for one in self.rows() if check in ("", one.key.check)), None)
        if row is not None:
            row.focus_first()
        return row is not None

    def _show_all(self) -> None:
        had_focus = self._more.hasFocus()
        last = self.rows()[-1] if self._rows else None
        self._all = True
        self._fill()
        if had_focus and last is not None:
            last.focus_jump()

    def _fill(self) -> None:
        """Make, change and take away rows until they show what is wanted."""
        wanted = self._wanted()
        for key in [key for key in self._rows if key not in wanted]:
            self._remove(key)
        for key in wanted:
            found = self._grouped[key]
            row = self._rows.get(key) or self._make(key, found)
            row.show_checks(found, answer_to(self._conclusion, key))
            if not row.has_focus() or key not in self._places:
                self._places[key] = found[0].severity
        self._arrange()
        is_full = self._room >= self._most()
        set_shown(self._more, is_full and len(wanted) < len(self._grouped))
        self._more.setText(f"Toon alle {len(self._grouped)} controles")
        if not is_full:
            self._later.do("rows", self._grow)

    def _most(self) -> int:
        return len(self._grouped) if self._all else min(AT_FIRST, len(self._grouped))

    def _grow(self) -> None:
        self._room += AT_FIRST if self._all else AT_ONCE
        self._fill()

    def _wanted(self) -> list[Key]:
        """Say which are shown: those there is room for by now, and where somebody is busy."""
        order = list(Severity)
        keys = sorted(
            self._grouped, key=lambda key: (order.index(self._grouped[key][0].severity), key.check, _numbered(key))
        )
        room = min(self._room, self._most())
        busy = [key for key in keys[room:] if key in self._rows and self._rows[key].has_focus()]
        return keys[:room] + busy

    def _make(self, key: Key, checks: Sequence[Check]) -> CheckRow:
        row = CheckRow(checks)
        row.asked.connect(self.asked)
        row.answered.connect(self.answered)
        self._rows[key] = row
        return row

    def _remove(self, key: Key) -> None:
        row = self._rows.pop(key)
        self._places.pop(key, None)
        row.hide()
        self._order.removeWidget(row)
        row.deleteLater()

    def _sorted(self) -> list[Key]:
        order = list(Severity)
        return sorted(self._rows, key=lambda key: (order.index(self._places[key]), key.check, _numbered(key)))

    def _arrange(self) -> None:
        """Put each row below the head of its group; a row that stands right is not touched."""
        wanted: list[QWidget] = []
        for severity, head in self._heads.items():
            rows = [self._rows[key] for key in self._sorted() if self._places[key] is severity]
            count = sum(found[0].severity is severity for found in self._grouped.values())
            head.setText(f"{_HEADS[severity]} ({count})")
            wanted += [head, *rows]
            set_shown(head, bool(rows))
        for at, widget in enumerate(wanted):
            if self._order.indexOf(widget) != at:
                self._order.removeWidget(widget)
                self._order.insertWidget(at, widget)


def _numbered(key: Key) -> list[tuple[int, str]]:
    """Order i6 before i10."""
    return [(len(one), one) for one in key.about]
