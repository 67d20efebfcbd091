# SPDX-License-Identifier: EUPL-1.2
"""One check in the work list: what is wrong, on which basis, what to do, where, and the written answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QVBoxLayout

from assessment.outcome import Check
from gui.dossier.check_link import TONES
from gui.dossier.places import place_of
from gui.dossier.weighing.check_answers import Key, key_of, may_be_answered
from gui.parts.badge import ICONS, Badge, Tone
from gui.parts.button import Rank, button
from gui.parts.form import FieldRow
from gui.parts.label import Prose
from gui.parts.long_text import LongTextField
from gui.parts.visible import set_shown
from gui.style import icons


class CheckRow(QFrame):
    """Emits `asked(place)` to go where it can be mended, and `answered(key, text)`.

    The field for an answer shows once somebody wants to write one, or when one was written.
    """

    asked = Signal(str)
    answered = Signal(object, str)

    def __init__(self, checks: Sequence[Check]) -> None:
        super().__init__()
        self.key: Key = key_of(checks[0])
        self._place = ""
        self.setProperty("role", "sunken")
        self._icon, self._text, self._basis, self._cure = QLabel(), Prose(), Prose("", "small"), Prose()
        self._state = Badge(Tone.OK, "beantwoord")
        self._jump = button("Ga erheen", "arrow-right", Rank.QUIET, lambda: self.asked.emit(self._place))
        self.answer = LongTextField("Uw antwoord", empty="")
        self._write = button("Beantwoord", "edit", Rank.QUIET, self.begin_answer)
        self._answer_row = FieldRow("Uw antwoord", self.answer, "Uw antwoord komt in het advies.")
        self.answer.edited.connect(lambda text: self.answered.emit(self.key, text))
        self._may_answer = self._is_writing = False
        self._lay_out()

    def show_checks(self, checks: Sequence[Check], answer: str) -> None:
        """Show what the check says now and what was answered; what is being typed is left alone."""
        first = checks[0]
        self._place = place_of(first)
        tone = TONES[first.severity]
        icons.dress(self._icon, ICONS[tone], tone.value, 18)
        self._text.setText("\n".join(one.text for one in checks))
        self._basis.setText(f"{first.id} · {first.basis}")
        self._cure.setText(first.cure)
        set_shown(self._cure, bool(first.cure))
        set_shown(self._state, first.answered)
        self._may_answer = may_be_answered(first)
        self._is_writing = self._is_writing or bool(answer)
        self._show_answer()
        self.answer.set_value(answer)
        self.answer.set_name(f"Uw antwoord bij {first.id}: {first.text}")
        self._jump.setAccessibleName(f"Ga erheen: {first.text}")
        self._write.setAccessibleName(f"Beantwoord: {first.text}")
        self.setAccessibleName(first.text)

    def has_focus(self) -> bool:
        """Whether the keyboard is in this row."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def begin_answer(self) -> None:
        """Show the field for an answer and put the keyboard in it."""
        self._is_writing = True
        self._show_answer()
        self.answer.setFocus()

    def focus_first(self) -> None:
        """Put the keyboard on the answer, or else on the way to where it is mended."""
        if self._may_answer:
            self.begin_answer()
        else:
            self._jump.setFocus()

    def focus_jump(self) -> None:
        """Put the keyboard on the way to where it is mended."""
        self._jump.setFocus()

    def _show_answer(self) -> None:
        set_shown(self._answer_row, self._may_answer and self._is_writing)
        set_shown(self._write, self._may_answer and not self._is_writing)

    def _lay_out(self) -> None:
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 10, 12, 10)
        line.setSpacing(10)
        line.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(4)
        for widget in (self._text, self._cure, self._basis, self._answer_row):
            words.addWidget(widget)
        line.addLayout(words, 1)
        side = QVBoxLayout()
        side.setSpacing(4)
        for widget in (self._jump, self._write):
            side.addWidget(widget, alignment=Qt.AlignmentFlag.AlignLeft)
        side.addWidget(self._state, alignment=Qt.AlignmentFlag.AlignRight)
        side.addStretch(1)
        line.addLayout(side)
