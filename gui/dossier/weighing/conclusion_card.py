# SPDX-License-Identifier: EUPL-1.2
"""The officer's own conclusion: a and b side by side, par. 6 and the rest below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.conclusion import Conclusion
from assessment.outcome import Nature
from gui.dossier.mark import mark
from gui.dossier.weighing.conclusion_fields import of_ground, of_obtaining, of_the_rest
from gui.parts.card import Card
from gui.parts.field_spec import FieldSpec
from gui.parts.label import Prose, rule
from gui.parts.record_form import RecordForm
from gui.parts.undo_words import changed_words

INTRO = "Dit is uw oordeel. Het begint leeg; de indicatie hierboven vult niets in."


class ConclusionCard(Card):
    """Emits `changed(conclusion, label)` after each edit and `drafted(attr, text)` for text that is no value yet."""

    changed = Signal(object, str)
    drafted = Signal(str, str)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__("Uw conclusie", INTRO)
        self.corner(mark(Nature.JUDGEMENT))
        self._forms: list[RecordForm] = []
        self._conclusion = Conclusion()
        grounds = QHBoxLayout()
        grounds.setSpacing(24)
        self._beside = {ground: Prose("", "small") for ground in ("a", "b")}
        for ground, words in self._beside.items():
            column = QVBoxLayout()
            column.setSpacing(6)
            column.addWidget(words)
            column.addWidget(self._form(of_ground(ground, catalogue)))
            column.addStretch(1)
            grounds.addLayout(column, 1)
        self.add_layout(grounds)
        self.add(rule())
        self.add(self._form(of_obtaining(catalogue), columns=2))
        self.add(rule())
        self.add(self._form(of_the_rest(), columns=2))
        for form in self._forms:
            form.load(self._conclusion)

    def show_conclusion(self, conclusion: Conclusion) -> None:
        """Show what is recorded now; what is being typed is left alone."""
        self._conclusion = conclusion
        for form in self._forms:
            form.show_record(conclusion)

    def show_indication(self, a: str, b: str) -> None:
        """Tell beside the form what the rules indicate; it is never filled in."""
        for ground, word in (("a", a), ("b", b)):
            self._beside[ground].setText(f"De indicatie op de {ground}-grond is: {word}.")

    def restore(self, drafts: dict[str, str]) -> None:
        """Show half-typed text from earlier (attr → text)."""
        for form in self._forms:
            form.restore(drafts)

    def focus(self, attr: str) -> bool:
        """Put the keyboard in a field (`a.reasons`; `a` or empty: the first of it); says whether it is here."""
        for form in self._forms:
            for name in form.fields:
                if attr in ("", name) or name.startswith(f"{attr}."):
                    form.focus(name)
                    return True
        return False

    def _form(self, specs: tuple[FieldSpec, ...], columns: int = 1) -> RecordForm:
        form = RecordForm(specs, columns=columns, wide=())
        form.changed.connect(lambda new: self._on_changed(specs, new))
        form.drafted.connect(self.drafted)
        self._forms.append(form)
        return form

    def _on_changed(self, specs: tuple[FieldSpec, ...], new: Conclusion) -> None:
        label = changed_words("de conclusie", specs, self._conclusion, new)
        self._conclusion = new
        self.changed.emit(new, label)
