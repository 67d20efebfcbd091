# SPDX-License-Identifier: EUPL-1.2
"""Lines of need or of sources below each other, with their total; rows keep the keyboard while others come and go."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from gui.dossier.financing.evidence_field import evidence_width
from gui.dossier.financing.line_row import BUTTON_WIDTH, GAP, Line, LineRow, amount_width
from gui.parts.button import Rank, button
from gui.parts.card import Card
from gui.parts.label import label, rule


class LineTable(Card):
    """Tells what is done in its rows.

    `changed(at, line)` after an edit, `typed()` while an amount is typed, `add_asked()`, `asked(at)` for the button of
    a row, `drafted(at.attr, text)`.
    """

    changed = Signal(int, object)
    typed = Signal()
    add_asked = Signal()
    asked = Signal(int)
    drafted = Signal(str, str)

    def __init__(self, title: str, total: str, button_name: str, button_icon: str) -> None:
        super().__init__(title)
        self.layout().setContentsMargins(12, 14, 10, 14)
        self._row_button = button_name, button_icon
        self._rows: list[LineRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self._total_name, self._total = total, label("", "figure")
        self.more = button("Voeg een regel toe", "plus", Rank.QUIET, self.add_asked.emit)
        self.more.setAccessibleName(f"Voeg een regel toe aan {title}")
        self.add(_heads())
        self.add_layout(self._lines)
        self.add(self.more)
        self.layout().setAlignment(self.more, Qt.AlignmentFlag.AlignLeft)
        self.layout().addStretch(1)
        self.add(rule())
        self.add(self._foot())

    def rows(self) -> tuple[LineRow, ...]:
        """Give the rows, in order."""
        return tuple(self._rows)

    def show_lines(self, lines: tuple[Line, ...], catalogue: Catalogue, notes: tuple[str, ...]) -> None:
        """Show what is recorded, a note below each; a line that came or went takes only its own row along."""
        drafts = self.half_typed()
        first, old, new = _changed_part([row.line() for row in self._rows], lines)
        for row in self._rows[first + new : first + old]:
            self._let_go(row)
        for at in range(first + old, first + new):
            self._insert(LineRow(catalogue, *self._row_button), at)
        for number, (row, line, note) in enumerate(zip(self._rows, lines, notes, strict=True), start=1):
            row.show_line(line, number)
            row.show_note(note)
        self._move_drafts(drafts, self.half_typed())

    def half_typed(self) -> dict[str, str]:
        """Give text that is no value yet, by `at.attr`."""
        return {f"{at}.{attr}": text for at, row in enumerate(self._rows) for attr, text in row.half_typed().items()}

    def restore(self, drafts: dict[str, str]) -> None:
        """Show text that was typed earlier and is no value yet (`at.attr` → text)."""
        for at, row in enumerate(self._rows):
            row.restore({key.partition(".")[2]: text for key, text in drafts.items() if key.startswith(f"{at}.")})

    def show_total(self, text: str) -> None:
        """Show the sum."""
        self._total.setText(text)
        self._total.setAccessibleName(f"{self._total_name}: {text}")

    def as_typed(self) -> tuple[Line, ...]:
        """Give the lines with the amounts that are being typed."""
        return tuple(row.as_typed() for row in self._rows)

    def _insert(self, row: LineRow, at: int) -> None:
        row.changed.connect(lambda line: self.changed.emit(self._rows.index(row), line))
        row.typed.connect(self.typed)
        row.asked.connect(lambda: self.asked.emit(self._rows.index(row)))
        row.drafted.connect(lambda attr, text: self.drafted.emit(f"{self._rows.index(row)}.{attr}", text))
        self._rows.insert(at, row)
        self._lines.insertWidget(at, row)
        row.show()

    def _move_drafts(self, before: dict[str, str], after: dict[str, str]) -> None:
        """A row that moved takes its half-typed text along."""
        for key in before.keys() - after.keys():
            self.drafted.emit(key, "")
        for key, text in after.items() - before.items():
            self.drafted.emit(key, text)

    def _let_go(self, row: LineRow) -> None:
        self._rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _foot(self) -> QWidget:
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(0, 0, evidence_width() + BUTTON_WIDTH + 2 * GAP + 9, 0)
        line.addWidget(label(self._total_name, "label"), 1)
        line.addWidget(self._total)
        return foot


def _heads() -> QWidget:
    heads = QWidget()
    line = QHBoxLayout(heads)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(GAP)
    line.addWidget(label("Omschrijving", "small"), 1)
    for text, width in (("Bedrag €", amount_width()), ("Bewijs", evidence_width()), ("", BUTTON_WIDTH)):
        head: QLabel = label(text, "small")
        head.setFixedWidth(width)
        if text.startswith("Bedrag"):
            head.setAlignment(Qt.AlignmentFlag.AlignRight)
            head.setContentsMargins(0, 0, 9, 0)
        line.addWidget(head)
    return heads


def _changed_part(before: list[Line], after: tuple[Line, ...]) -> tuple[int, int, int]:
    """Say where the lines begin to differ, and how many differ before and after."""
    most = min(len(before), len(after))
    first = next((at for at in range(most) if before[at] != after[at]), most)
    last = next((at for at in range(most - first) if before[-1 - at] != after[-1 - at]), most - first)
    return first, len(before) - first - last, len(after) - first - last
