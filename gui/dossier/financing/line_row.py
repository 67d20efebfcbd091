# SPDX-License-Identifier: EUPL-1.2
"""One line of need or source: what it is, how much, and how far that is proven; edited in place."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.financing import NeedLine, SourceLine
from assessment.money import ZERO, read_typed_money
from gui.dossier.financing.evidence_field import EvidenceField
from gui.parts.button import icon_button
from gui.parts.field import Field
from gui.parts.label import Prose
from gui.parts.number_fields import MoneyField
from gui.parts.typed_field import TextField

BUTTON_WIDTH = 28
GAP = 5
Line = NeedLine | SourceLine


def amount_width() -> int:
    """Room for an amount of millions in letters of the chosen size."""
    return QFontMetrics(QApplication.font()).horizontalAdvance("9.999.999,00") + 22


class LineRow(QWidget):
    """Tells what is done in it.

    `changed(line)` after an edit, `typed()` at every keystroke in the amount, `drafted(attr, text)`, and `asked()` for
    the button at the end.
    """

    changed = Signal(object)
    typed = Signal()
    drafted = Signal(str, str)
    asked = Signal()

    def __init__(self, catalogue: Catalogue, button_name: str, button_icon: str) -> None:
        super().__init__()
        self._line: Line | None = None
        self._button_name = button_name
        self.label = TextField(empty="")
        self.amount = MoneyField(empty=ZERO)
        self.amount.setFixedWidth(amount_width())
        self.evidence = EvidenceField("", catalogue.words["evidence"], catalogue.explanations.get("evidence", {}))
        self.button: QToolButton = icon_button(button_name, button_icon, self.asked.emit)
        self.button.setFixedWidth(BUTTON_WIDTH)
        self.fields: dict[str, Field] = {"label": self.label, "amount": self.amount, "evidence": self.evidence}
        self._problem, self._note = Prose("", "problem"), Prose("", "small")
        for quiet in (self._problem, self._note):
            quiet.hide()
        self._lay_out()
        for attr, field in self.fields.items():
            field.edited.connect(lambda value, attr=attr: self._on_edited(attr, value))
            field.drafted.connect(lambda text, attr=attr: self.drafted.emit(attr, text))
            field.problem_changed.connect(lambda _sentence: self._show_problem())
        self.amount.line.textEdited.connect(lambda _text: self.typed.emit())

    def show_line(self, line: Line, number: int) -> None:
        """Show what the same line holds now; leaves alone what is being typed."""
        first, self._line = self._line is None, line
        name = line.label or f"regel {number}"
        self.label.set_name(f"Omschrijving van regel {number}", line.label)
        self.amount.set_name(f"Bedrag van {name} in euro")
        self.evidence.set_name(f"Bewijs van {name}")
        self.button.setAccessibleName(f"{self._button_name}: {name}")
        for attr, field in self.fields.items():
            value = getattr(line, attr)
            if first:
                field.load(value)
            else:
                field.set_value(value)

    def show_note(self, text: str) -> None:
        """Say below the line what its sheet holds and is not usual; an empty text takes no room."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def line(self) -> Line:
        """Give the line as it is recorded."""
        return self._line

    def as_typed(self) -> Line:
        """Give the line with the amount that is being typed, as soon as that is one."""
        text = self.amount.line.text().strip()
        try:
            amount = read_typed_money(text) if text else ZERO
        except ValueError:
            return self._line
        return replace(self._line, amount=amount)

    def half_typed(self) -> dict[str, str]:
        """Give text that is no value, by attribute."""
        lines = {"label": self.label, "amount": self.amount}
        return {attr: field.line.text() for attr, field in lines.items() if field.problem}

    def restore(self, drafts: dict[str, str]) -> None:
        """Show text that was typed earlier and is no value yet."""
        if "amount" in drafts:
            self.amount.restore(drafts["amount"])

    def flush(self) -> None:
        """Hand on what was typed and is still waiting."""
        for field in self.fields.values():
            field.flush()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for widget, stretch in ((self.label, 1), (self.amount, 0), (self.evidence, 0), (self.button, 0)):
            line.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        column.addWidget(self._problem)
        column.addWidget(self._note)

    def _on_edited(self, attr: str, value: Any) -> None:
        if attr == "amount" and not isinstance(value, Decimal):
            value = ZERO
        self._line = replace(self._line, **{attr: value})
        self.changed.emit(self._line)

    def _show_problem(self) -> None:
        sentence = self.amount.problem or self.label.problem
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
