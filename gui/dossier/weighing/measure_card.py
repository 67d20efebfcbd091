# SPDX-License-Identifier: EUPL-1.2
"""The measure on one permit: decision, the five texts of proportionality, and conditions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.conclusion import Condition, Decision, Measure
from assessment.outcome import Nature
from assessment.weighing.closed import Possibility
from gui.dossier.mark import mark
from gui.dossier.weighing.conclusion_fields import of_measure
from gui.dossier.weighing.conditions_table import ConditionsTable
from gui.dossier.weighing.decision_field import DecisionField
from gui.parts.card import Card
from gui.parts.form import FieldRow
from gui.parts.label import Prose, label
from gui.parts.record_form import RecordForm
from gui.parts.undo_words import changed_words
from gui.parts.visible import set_shown


class MeasureCard(Card):
    """Emits `changed(measure, label)` after each edit and `sheet_asked(sheet, about)`."""

    changed = Signal(object, str)
    sheet_asked = Signal(object, str)

    def __init__(self, permit: str, catalogue: Catalogue) -> None:
        super().__init__("Maatregel")
        self._name = permit
        self._measure = Measure(permit)
        self.corner(mark(Nature.JUDGEMENT))
        self.decision = DecisionField("Voorgestelde beslissing", catalogue.words["decision"])
        self.add(
            FieldRow(
                "Voorgestelde beslissing",
                self.decision,
                "Wat mogelijk is, volgt uit de mate van gevaar die u vastlegde, of anders uit de indicatie.",
            )
        )
        self._rests = self.add(Prose("", "small"))
        self._texts = RecordForm(of_measure(), columns=2, wide=())
        self._texts.load(self._measure)
        self.add(self._texts)
        self._head = self.add(label("Voorschriften", "label"))
        self._conditions = self.add(ConditionsTable(permit))
        self.decision.edited.connect(lambda value: self._put("Beslissing", decision=value))
        self._texts.changed.connect(self._on_texts)
        self._conditions.changed.connect(self._on_conditions)
        self._conditions.sheet_asked.connect(self.sheet_asked)

    def openers(self) -> dict[str, Callable[[], object]]:
        """Give what opens the sheet of each condition, by what it is about."""
        return self._conditions.openers()

    def show_measure(self, name: str, measure: Measure, possibilities: Sequence[Possibility]) -> None:
        """Show what is recorded now and what the law leaves open."""
        self._name, self._measure = name, measure
        self.set_title(f"Maatregel: {name}")
        if possibilities:
            self.decision.show_possibilities(possibilities)
        self.decision.set_value(measure.decision)
        self._texts.show_record(measure)
        self._conditions.show_conditions(measure.conditions)
        shown = bool(measure.conditions) or measure.decision is Decision.GRANT_WITH_CONDITIONS
        set_shown(self._head, shown)
        set_shown(self._conditions, shown)

    def show_rests(self, text: str) -> None:
        """Say on which degrees it rests what is possible."""
        self._rests.setText(text)

    def focus(self) -> None:
        """Put the keyboard on the decision."""
        self.decision.focus_chosen()

    def _put(self, what: str, **values: object) -> None:
        self._measure = replace(self._measure, **values)  # type: ignore[arg-type]
        self.changed.emit(self._measure, f"{what} van {self._name} gewijzigd")

    def _on_texts(self, measure: Measure) -> None:
        words = changed_words(self._name, of_measure(), self._measure, measure)
        self._measure = measure
        self.changed.emit(measure, words)

    def _on_conditions(self, conditions: tuple[Condition, ...], words: str) -> None:
        self._measure = replace(self._measure, conditions=conditions)
        self.changed.emit(self._measure, words)
