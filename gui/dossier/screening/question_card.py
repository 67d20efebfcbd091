# SPDX-License-Identifier: EUPL-1.2
"""One question: one line while it is folded, and everything about it while it is open."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import Question
from assessment.dossier.answer import JA, NEE, NVT, ONBEKEND, Answer
from gui.dossier.screening.why import why
from gui.parts.badge import Badge, Tone
from gui.parts.button import Rank, button
from gui.parts.chips import SourcePicker
from gui.parts.fold import Fold
from gui.parts.form import Form
from gui.parts.label import Prose, label
from gui.parts.long_text import LongTextField
from gui.parts.segmented import SegmentedField
from gui.parts.visible import set_shown
from gui.parts.wrapped_button import WrappedButton

_TONES = {ONBEKEND: Tone.UNKNOWN, NVT: Tone.NEUTRAL}
_WORDS = {JA: "ja", NEE: "nee", ONBEKEND: "onbekend", NVT: "n.v.t."}


class QuestionCard(QFrame):
    """Shows a question and its answer; the fields are made when it is first opened."""

    opened = Signal(str)
    answered = Signal(object)
    cleared = Signal(str)
    next_asked = Signal(str)

    def __init__(self, question: Question, catalogue: Catalogue) -> None:
        super().__init__()
        self.question = question
        self._catalogue = catalogue
        self._answer: Answer | None = None
        self._fields: _Fields | None = None
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

    def show_answer(self, answer: Answer | None, sources: dict[str, str]) -> None:
        """Show what was answered; what is being typed is left alone."""
        self._answer = answer
        value = str(answer.value) if answer else ""
        tone = _TONES.get(value, Tone.INFO if answer else Tone.UNKNOWN)
        self._head.setAccessibleName(f"{self.question.text} {_WORDS.get(value, value) if answer else 'open'}")
        self._badge.show_state(tone, _WORDS.get(value, value) if answer else "open")
        if self._fields is not None:
            self._fields.show_answer(answer, sources)

    def fold(self) -> None:
        """Show one line."""
        self._show(is_open=False)

    def unfold(self, sources: dict[str, str]) -> None:
        """Show everything and put the keyboard on the answers."""
        if self._fields is None:
            self._fields = _Fields(self.question, self._catalogue, sources)
            self._fields.edited.connect(self._on_edited)
            self._fields.cleared.connect(lambda: self.cleared.emit(self.question.id))
            self._fields.next_asked.connect(lambda: self.next_asked.emit(self.question.id))
            self._column.addWidget(self._fields)
            self._fields.load_answer(self._answer, sources)
        self._show(is_open=True)

    def focus(self) -> None:
        """Put the keyboard on the answers, or on the line while it is folded."""
        (self._fields.answer if self._fields is not None and self.is_open else self._head).setFocus()

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

    def _on_edited(self, changes: dict[str, object]) -> None:
        now = self._answer or Answer(self.question.id, ONBEKEND)
        self._answer = replace(now, **changes)  # type: ignore[arg-type]
        self.answered.emit(self._answer)


def _title(question: Question) -> QWidget:
    """Make the question in full, with the id by which people refer to it."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(12, 8, 0, 2)
    column.setSpacing(2)
    column.addWidget(label(question.id, "small"))
    column.addWidget(Prose(question.text, "section"))
    return box


class _Fields(QWidget):
    """The answer with its note, evidence and innocent explanation."""

    edited = Signal(object)
    cleared = Signal()
    next_asked = Signal()

    def __init__(self, question: Question, catalogue: Catalogue, sources: dict[str, str]) -> None:
        super().__init__()
        self.answer = SegmentedField(question.text)
        self._note = LongTextField("Toelichting")
        self._innocent = LongTextField("Onschuldige verklaring die is overwogen")
        self._sources = SourcePicker("Bewijs", sources)
        form = Form()
        form.add("Toelichting", self._note, wide=True)
        form.add("Bewijs", self._sources, "Waar blijkt het uit?", wide=True)
        form.add("Onschuldige verklaring die is overwogen", self._innocent, question.innocent, wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 4, 10)
        column.setSpacing(12)
        for widget in (self.answer, Fold("Waarom deze vraag", why(question, catalogue)), form):
            column.addWidget(widget)
        column.addLayout(self._foot())
        for name, field in self._named().items():
            field.edited.connect(lambda value, name=name: self.edited.emit({name: value}))

    def load_answer(self, answer: Answer | None, sources: dict[str, str]) -> None:
        """Show another answer from the start."""
        self._sources.set_choices(sources)
        for name, field in self._named().items():
            field.load(getattr(answer, name) if answer else None)

    def show_answer(self, answer: Answer | None, sources: dict[str, str]) -> None:
        """Show the same answer as it now is."""
        self._sources.set_choices(sources)
        for name, field in self._named().items():
            field.set_value(getattr(answer, name) if answer else None)
        self._clear.setVisible(answer is not None)

    def _named(self) -> dict[str, SegmentedField | LongTextField | SourcePicker]:
        return {
            "value": self.answer, "note": self._note, "sources": self._sources,
            "innocent_explanation": self._innocent,
        }  # fmt: skip

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self._clear = button("Wis dit antwoord", rank=Rank.QUIET, on_click=self.cleared.emit)
        foot.addWidget(self._clear)
        foot.addStretch(1)
        foot.addWidget(button("Volgende open vraag", "arrow-right", on_click=self.next_asked.emit))
        return foot
