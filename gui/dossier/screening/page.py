# SPDX-License-Identifier: EUPL-1.2
"""The page of step 7: themes at the left, one question open at a time, honest progress."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QVBoxLayout

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import Question
from assessment.dates import When
from assessment.dossier.answer import Answer
from assessment.dossier.dossier import Dossier
from assessment.known import NOT_KNOWN
from assessment.outcome import Assessment
from assessment.screening.applicability import applicable
from assessment.screening.asked import Putting
from assessment.screening.walk import most_useful, next_open, progress
from gui.dossier.screening.answer_fields import Given
from gui.dossier.screening.question_card import QuestionCard
from gui.dossier.screening.themes import ThemeList
from gui.dossier.step_page import StepPage
from gui.parts import choices
from gui.parts.button import Rank, button
from gui.parts.label import Prose, label


class ScreeningPage(StepPage):
    """Asks what applies; an answer to a question that no longer applies is kept and does not count."""

    def __init__(self) -> None:
        super().__init__("Vragenlijst", "Beantwoord wat u weet. Onbekend is een antwoord: het wordt een open punt.")
        self._theme = ""
        self._cards: dict[str, QuestionCard] = {}
        self._open = ""
        self._themes = self.add_side(ThemeList())
        self._words = self.add(label("", "muted"))
        self._bar = self.add(_bar())
        self._hidden = self.add(Prose("", "muted"))
        self._theme_name = self.add(label("", "section"))
        self._list = QVBoxLayout()
        self._list.setSpacing(6)
        self.add_layout(self._list)
        self.set_primary(button("Volgende open vraag", "arrow-right", Rank.PRIMARY, self._next))
        self._themes.asked.connect(self._show_theme)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._next)

    def show_dossier(self, dossier: Dossier, _assessment: Assessment | None, catalogue: Catalogue) -> None:
        asked = applicable(catalogue, dossier)
        self._theme = self._theme or _first_theme(asked, dossier, catalogue)
        self._tell_progress(dossier, catalogue, asked)
        self._lay_out([one for one in asked if one.theme == self._theme])

    def go_to(self, place: str) -> bool:
        question = self.catalogue.questions.get(place) if self.catalogue else None
        if question is None:
            return place == ""
        self._show_theme(question.theme)
        self._unfold(question.id)
        return True

    def where(self) -> str:
        return self._open

    def _tell_progress(self, dossier: Dossier, catalogue: Catalogue, asked: tuple[Question, ...]) -> None:
        rows = progress(catalogue, dossier)
        answered, total = sum(one.answered for one in rows), sum(one.total for one in rows)
        self._words.setText(f"{answered} van {total} beantwoord")
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(answered)
        self._themes.show_progress(rows, self._theme)
        theme = next((one for one in catalogue.themes if one.code == self._theme), None)
        self._theme_name.setText(theme.name if theme else "")
        hidden = [one.question for one in Putting(dossier).unused(asked)]
        self._hidden.setText(_tell_hidden(hidden))
        self._hidden.setVisible(bool(hidden))

    def _lay_out(self, questions: list[Question]) -> None:
        """Show the cards of one theme, made once; keep the one that is open."""
        ids = {one.id for one in questions}
        for id_, card in self._cards.items():
            card.setVisible(id_ in ids)
        sources = choices.sources(self.dossier, self.catalogue)
        putting = Putting(self.dossier)
        for question in questions:
            card = self._cards.get(question.id) or self._make(question)
            card.show_answers(_given(putting, question, self.dossier), sources)

    def _make(self, question: Question) -> QuestionCard:
        card = QuestionCard(question, self.catalogue)
        card.opened.connect(self._unfold)
        card.answered.connect(self._on_answered)
        card.cleared.connect(self._on_cleared)
        card.next_asked.connect(lambda _id: self._next())
        order = list(self.catalogue.questions)
        self._list.insertWidget(sum(order.index(one) < order.index(question.id) for one in self._cards), card)
        self._cards[question.id] = card
        return card

    def _show_theme(self, theme: str) -> None:
        self.flush()
        self._fold()
        self._theme = theme
        self.show_dossier(self.dossier, self.assessment, self.catalogue)

    def _unfold(self, id_: str) -> None:
        if self._open and self._open != id_:
            self._fold()
        self._open = id_
        card = self._cards.get(id_)
        if card is not None:
            card.unfold(choices.sources(self.dossier, self.catalogue))
            card.focus()
            QTimer.singleShot(0, card, lambda: self.reveal(card))

    def _fold(self) -> None:
        card = self._cards.get(self._open)
        if card is not None:
            card.fold()
        self._open = ""

    def _next(self) -> None:
        self.flush()
        question = self._next_question(self._open or None)
        if question is not None:
            self.go_to(question.id)

    def _next_question(self, after: str | None) -> Question | None:
        """Find the most useful one; until the first outcome is there, the first one."""
        if self.assessment is None:
            return next_open(self.catalogue, self.dossier, after)
        return most_useful(self.catalogue, self.dossier, self.assessment, after)

    def _on_answered(self, answer: Answer) -> None:
        if answer.on is NOT_KNOWN:
            answer = replace(answer, on=When.on(self.tools.today()))
        self.change(self.dossier.with_answer(answer), f"Antwoord op {answer.question} gewijzigd")

    def _on_cleared(self, id_: str, party: str) -> None:
        self.change(self.dossier.without_answer(id_, party), f"Antwoord op {id_} gewist")


def _given(putting: Putting, question: Question, dossier: Dossier) -> Given:
    """Bring together the answers of a question, by party where it is put to more than one."""
    members = putting.members(question)
    if len(members) < 2:
        only = putting.rows(question)[0].answer
        return Given({"": only} if only else {})
    answers = {one: answer for one in ("", *members) if (answer := dossier.answer_to(question.id, one))}
    return Given(answers, {one: dossier.name_of(one) for one in members})


def _bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.setFixedHeight(6)
    bar.setAccessibleName("Voortgang van de vragenlijst")
    return bar


def _first_theme(asked: tuple[Question, ...], dossier: Dossier, catalogue: Catalogue) -> str:
    first = next_open(catalogue, dossier) or next(iter(asked), None)
    return first.theme if first else ""


def _tell_hidden(hidden: list[str]) -> str:
    if len(hidden) == 1:
        return f"Eén antwoord ({hidden[0]}) hoort bij een vraag die nu niet geldt. Het blijft bewaard en telt niet mee."
    return f"{len(hidden)} antwoorden horen bij vragen die nu niet gelden. Ze blijven bewaard en tellen niet mee."
