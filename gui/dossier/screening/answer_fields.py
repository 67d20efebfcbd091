# SPDX-License-Identifier: EUPL-1.2
"""The fields of one question: the answer, or one per party, with note, evidence and innocent explanation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import Question
from assessment.dossier.answer import ONBEKEND, Answer
from assessment.known import NOT_KNOWN
from gui.dossier.screening.party_rows import PartyRows
from gui.dossier.screening.why import why
from gui.parts.button import Rank, button
from gui.parts.chips import SourcePicker
from gui.parts.field import Field
from gui.parts.fold import Fold
from gui.parts.form import Form
from gui.parts.label import label
from gui.parts.long_text import LongTextField
from gui.parts.segmented import SegmentedField


@dataclass(frozen=True, slots=True)
class Given:
    """The answers to one question by party; `names` of the parties, empty where it is put once (key: empty text)."""

    answers: Mapping[str, Answer] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, party: str) -> Answer | None:
        """Give the answer that counts for a party: its own, or else the one for all."""
        return self.answers.get(party, self.answers.get(""))

    def edited(self, question: str, party: str, changes: dict[str, object]) -> Answer:
        """Give the answer with these changes; a party without its own starts from the one for all."""
        general = self.answers.get("")
        start = Answer(question, general.value if general else ONBEKEND, about=party or NOT_KNOWN)
        return replace(self.answers.get(party, start), **changes)  # type: ignore[arg-type]


class AnswerFields(QWidget):
    """`edited(answer)` and `cleared(party)`; what is being typed is left alone when the same answer is shown again."""

    edited = Signal(object)
    cleared = Signal(str)
    next_asked = Signal()

    def __init__(self, question: Question, catalogue: Catalogue) -> None:
        super().__init__()
        self._question = question
        self._given, self._party = Given(), ""
        self.answer, self.parties = SegmentedField(question.text), PartyRows(question.text)
        self._note = LongTextField("Toelichting")
        self._innocent = LongTextField("Onschuldige verklaring die is overwogen")
        self._sources = SourcePicker("Bewijs", {})
        self._about = label("", "section")
        self._lay_out(catalogue)
        self.answer.edited.connect(lambda value: self._on_edited({"value": value}))
        self.parties.answered.connect(self._on_party_answered)
        self.parties.chosen.connect(self._choose)
        for name, one in self._named().items():
            one.edited.connect(lambda value, name=name: self._on_edited({name: value}))

    def load_answers(self, given: Given, sources: dict[str, str]) -> None:
        """Show another question's answers from the start: for all, or where some were answered at the next of them."""
        self._given = given
        begun = any(one in given.answers for one in given.names)
        self._party = next((one for one in given.names if begun and given.of(one) is None), "")
        self._show(sources, loading=True)

    def show_answers(self, given: Given, sources: dict[str, str]) -> None:
        """Show the same answers as they now are."""
        is_gone = self._party not in ("", *given.names)
        self._given = given
        if is_gone:
            self._party = ""
        self._show(sources, loading=is_gone)

    def focus(self) -> None:
        """Put the keyboard on the answers."""
        if self._given.names:
            self.parties.focus(self._party)
        else:
            self.answer.setFocus()

    def _show(self, sources: dict[str, str] | None, *, loading: bool) -> None:
        given, answer = self._given, self._given.answers.get(self._party)
        self.answer.setVisible(not given.names)
        self.parties.setVisible(bool(given.names))
        self._about.setVisible(bool(given.names))
        if given.names:
            self.parties.show_answers(given.names, given.answers, loading=loading)
            self.parties.choose(self._party)
            self._about.setText(self.parties.name(self._party))
        if sources is not None:
            self._sources.set_choices(sources)
        for name, one in {"value": self.answer, **self._named()}.items():
            value = getattr(answer, name) if answer else None
            one.load(value) if loading else one.set_value(value)
        self._clear.setVisible(answer is not None)

    def _choose(self, party: str) -> None:
        """Work on another party; first hand on what was typed about this one."""
        if party != self._party:
            for one in self._named().values():
                one.flush()
            self._party = party
            self._show(None, loading=True)

    def _on_party_answered(self, party: str, value: object) -> None:
        self._choose(party)
        self._on_edited({"value": value})

    def _on_edited(self, changes: dict[str, object]) -> None:
        answer = self._given.edited(self._question.id, self._party, changes)
        self._given = Given({**self._given.answers, self._party: answer}, self._given.names)
        self.edited.emit(answer)

    def _clear_answer(self) -> None:
        """Take the answer away that shows; put once, it may have been recorded about the only party there is."""
        self.cleared.emit(self._given.answers[self._party].party)

    def _named(self) -> dict[str, Field]:
        return {"note": self._note, "sources": self._sources, "innocent_explanation": self._innocent}

    def _lay_out(self, catalogue: Catalogue) -> None:
        form = Form()
        form.add("Toelichting", self._note, wide=True)
        form.add("Bewijs", self._sources, "Waar blijkt het uit?", wide=True)
        form.add("Onschuldige verklaring die is overwogen", self._innocent, self._question.innocent, wide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 4, 10)
        column.setSpacing(12)
        reason = Fold("Waarom deze vraag", why(self._question, catalogue))
        for widget in (self.answer, self.parties, reason, self._about, form):
            column.addWidget(widget)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        self._clear = button("Wis dit antwoord", rank=Rank.QUIET, on_click=self._clear_answer)
        foot.addWidget(self._clear)
        foot.addStretch(1)
        foot.addWidget(button("Volgende open vraag", "arrow-right", on_click=self.next_asked.emit))
        return foot
