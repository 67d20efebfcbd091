# SPDX-License-Identifier: EUPL-1.2
"""One question: one line while it is folded, and everything about it while it is open."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import Question
from assessment.dossier.answer import NVT, ONBEKEND
from gui.dossier.screening.answer_fields import AnswerFields, Given
from gui.parts.badge import Badge, Tone
from gui.parts.label import Prose, label
from gui.parts.segmented import ANSWERS
from gui.parts.visible import set_shown
from gui.parts.wrapped_button import WrappedButton

_TONES = {ONBEKEND: Tone.UNKNOWN, NVT: Tone.NEUTRAL}
_WORDS = {one.value: one.word for one in ANSWERS}


class QuestionCard(QFrame):
    """Shows a question and its answers; the fields are made when it is first opened."""

    opened = Signal(str)
    answered = Signal(object)
    cleared = Signal(str, str)
    next_asked = Signal(str)

    def __init__(self, question: Question, catalogue: Catalogue) -> None:
        super().__init__()
        self.question = question
        self._catalogue = catalogue
        self._given = Given()
        self._fields: AnswerFields | None = None
        self.setProperty("role", "card")
        self.setAccessibleName(question.text)
        self._head = WrappedButton(question.text)
        self._head.clicked.connect(lambda: self.opened.emit(question.id))
        self._title = _title(question)
        self._badge = Badge(Tone.UNKNOWN, "open")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4, 2, 12, 2)
        self._column.setSpacing(0)
        self._column.addLayout(self._first_line())
        self.fold()

    @property
    def is_open(self) -> bool:
        """Whether everything about the question shows."""
        return self._fields is not None and not self._fields.isHidden()

    def show_answers(self, given: Given, sources: dict[str, str]) -> None:
        """Show what was answered; what is being typed is left alone."""
        self._given = given
        tone, word = _state(given)
        self._head.setAccessibleName(f"{self.question.text} {word}")
        self._badge.show_state(tone, word)
        if self._fields is not None:
            self._fields.show_answers(given, sources)

    def fold(self) -> None:
        """Show one line."""
        self._show(is_open=False)

    def unfold(self, sources: dict[str, str]) -> None:
        """Show everything and put the keyboard on the answers."""
        if self._fields is None:
            self._fields = AnswerFields(self.question, self._catalogue)
            self._fields.edited.connect(self.answered)
            self._fields.cleared.connect(lambda party: self.cleared.emit(self.question.id, party))
            self._fields.next_asked.connect(lambda: self.next_asked.emit(self.question.id))
            self._column.addWidget(self._fields)
            self._fields.load_answers(self._given, sources)
        self._show(is_open=True)

    def focus(self) -> None:
        """Put the keyboard on the answers, or on the line while it is folded."""
        if self._fields is not None and self.is_open:
            self._fields.focus()
        else:
            self._head.setFocus()

    def _show(self, *, is_open: bool) -> None:
        set_shown(self._head, not is_open)
        set_shown(self._title, is_open)
        if self._fields is not None:
            self._fields.setVisible(is_open)

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self._head, 1)
        line.addWidget(self._title, 1)
        line.addWidget(self._badge)
        line.setAlignment(self._badge, Qt.AlignmentFlag.AlignVCenter)
        return line


def _state(given: Given) -> tuple[Tone, str]:
    """Say what was answered in one word; put per party, for how many of them."""
    if any(party in given.answers for party in given.names):
        counting = [given.of(party) for party in given.names]
        done = sum(answer is not None and answer.value != ONBEKEND for answer in counting)
        return (Tone.INFO if done == len(counting) else Tone.UNKNOWN), f"{done} van {len(counting)}"
    answer = given.answers.get("")
    if answer is None:
        return Tone.UNKNOWN, "open"
    value = str(answer.value)
    return _TONES.get(value, Tone.INFO), _WORDS.get(value, value)


def _title(question: Question) -> QWidget:
    """Make the question in full, with the id by which people refer to it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(12, 8, 0, 2)
    column.setSpacing(2)
    column.addWidget(label(f"{question.id} · eigen vraag, intern" if question.own else question.id, "small"))
    column.addWidget(Prose(question.text, "section"))
    return box
