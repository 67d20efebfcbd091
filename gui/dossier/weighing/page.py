# SPDX-License-Identifier: EUPL-1.2
"""The page of step 8: what follows from rules above, the officer's own conclusion below it, then measure and checks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.application import Permit
from assessment.dossier.conclusion import Conclusion, Measure
from assessment.dossier.dossier import Dossier
from assessment.explanation.options import by_degree
from assessment.outcome import Assessment
from assessment.telling.material import named_checks
from assessment.weighing.closed import Possibility, possibilities
from assessment.weighing.options import Outcomes
from gui.dossier.step_page import StepPage
from gui.dossier.weighing.check_answers import Key, with_answer
from gui.dossier.weighing.check_list import CheckList
from gui.dossier.weighing.conclusion_card import ConclusionCard
from gui.dossier.weighing.ground_column import GroundColumn
from gui.dossier.weighing.measure_card import MeasureCard
from gui.dossier.weighing.obtain_card import ObtainCard
from gui.parts import choices
from gui.parts.button import Rank, button
from gui.parts.label import Prose
from gui.parts.later import Later
from gui.parts.pair import Pair
from gui.parts.side_sheet import drafts_of
from gui.parts.visible import set_shown

INTRO = "Eerst wat uit de regels volgt, daaronder uw eigen conclusie."


class WeighingPage(StepPage):
    """Shows the weighing and records the conclusion; nothing of the indication is ever filled in."""

    def __init__(self) -> None:
        super().__init__("Weging", INTRO)
        self.set_primary(button("Naar het advies", "arrow-right", Rank.PRIMARY, lambda: self.step_asked.emit("advice")))
        self.add_action(button("Uw conclusie", rank=Rank.QUIET, on_click=lambda: self.go_to("conclusion")))
        self.add_action(button("Maatregel", rank=Rank.QUIET, on_click=lambda: self.go_to("measure")))
        self._to_checks = self.add_action(button("Controles", rank=Rank.QUIET, on_click=lambda: self.go_to("checks")))
        self._waiting = self.add(Prose("De weging wordt berekend.", "muted"))
        self._grounds = [GroundColumn(ground) for ground in ("a", "b")]
        for one in self._grounds:
            one.asked.connect(self.step_asked)
        self.add(Pair(*self._grounds))
        self._obtain = self.add(ObtainCard())
        self._obtain.asked.connect(self.step_asked)
        self._conclusion: ConclusionCard | None = None
        self._measures: dict[str, MeasureCard] = {}
        self._later = Later(self)
        self._own = QVBoxLayout()
        self._own.setSpacing(16)
        self.add_layout(self._own)
        self._checks = self.add(CheckList())
        self._checks.asked.connect(self.step_asked)
        self._checks.answered.connect(self._on_answered)

    def show_dossier(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> None:
        conclusion = self._recorded()
        for widget in (*self._grounds, self._obtain, self._checks):
            set_shown(widget, assessment is not None)
        set_shown(self._waiting, assessment is None)
        if assessment is not None:
            for one in self._grounds:
                one.show_outcome(dossier, assessment, catalogue)
            self._obtain.show_outcome(dossier, assessment, catalogue)
            self._checks.show_checks(named_checks(dossier, assessment.checks), conclusion)
            self._to_checks.setText(f"Controles ({len(assessment.checks)})")
        if self._conclusion is None:
            self._later.do("conclusion", self._add_conclusion)
        else:
            self._show_conclusion()
        self._show_measures(dossier, conclusion)

    def go_to(self, place: str) -> bool:
        if place == "":
            return True
        self._later.now()
        head, _, rest = place.partition(".")
        card = self._measures.get(place) if place != "measure" else next(iter(self._measures.values()), None)
        if card is not None:
            card.focus()
            self.reveal_top(card)
            return True
        if self._conclusion is not None and self._conclusion.focus(rest if head == "conclusion" else place):
            if place == "conclusion":
                self.reveal_top(self._conclusion)
            return True
        if self._checks.focus("" if place == "checks" else place):
            self.reveal_top(self._checks)
            return True
        return False

    def openers(self) -> dict[str, Callable[[], object]]:
        self._later.now()
        return {about: opener for card in self._measures.values() for about, opener in card.openers().items()}

    def _recorded(self) -> Conclusion:
        found = self.dossier.conclusion
        return found if isinstance(found, Conclusion) else Conclusion()

    def _add_conclusion(self) -> None:
        """Make the form in a later turn than the rest, with what was being typed in it."""
        card = self._conclusion = ConclusionCard(self.catalogue)
        card.changed.connect(self._put)
        card.drafted.connect(lambda attr, text: self.drafted.emit(f"conclusion.{attr}", text))
        self._own.insertWidget(0, card)
        card.restore(drafts_of(self.drafts, "conclusion"))
        self._show_conclusion()

    def _show_conclusion(self) -> None:
        self._conclusion.show_conclusion(self._recorded())
        if self.assessment is not None:
            degrees = (self.assessment.a.indication, self.assessment.b.indication)
            self._conclusion.show_indication(*(self.catalogue.word("degree", one) for one in degrees))

    def _show_measures(self, dossier: Dossier, conclusion: Conclusion) -> None:
        """Show one card for each permit, a new one in a later turn; cards of permits that are gone go too."""
        names = choices.permits(dossier, self.catalogue)
        for gone in [one for one in self._measures if one not in names]:
            card = self._measures.pop(gone)
            card.hide()
            card.deleteLater()
        for permit in dossier.permits:
            if permit.id in self._measures:
                self._show_measure(permit, names, conclusion)
            else:
                self._later.do(permit.id, lambda id_=permit.id: self._add_measure(id_))

    def _show_measure(self, permit: Permit, names: dict[str, str], conclusion: Conclusion) -> None:
        measure = next((one for one in conclusion.measure if one.permit == permit.id), Measure(permit.id))
        card = self._measures[permit.id]
        card.show_measure(names[permit.id], measure, self._possible(permit))
        card.show_rests(self._rests())

    def _add_measure(self, id_: str) -> None:
        """Make the card of a permit, unless the permit has gone since."""
        permit = next((one for one in self.dossier.permits if one.id == id_), None)
        if permit is None:
            return
        card = self._measures[id_] = MeasureCard(id_, self.catalogue)
        card.changed.connect(self._on_measure)
        card.sheet_asked.connect(self.open_sheet)
        self._own.addWidget(card)
        self._show_measure(permit, choices.permits(self.dossier, self.catalogue), self._recorded())

    def _possible(self, permit: Permit) -> tuple[Possibility, ...]:
        """Ask what the law leaves open for a permit, as the officer's own degree now stands."""
        if self.assessment is None:
            return ()
        outcomes = Outcomes(self.assessment.a, self.assessment.b, self.assessment.c)
        return possibilities(self.dossier, permit, outcomes, self.catalogue, self.assessment.assessed_on)

    def _rests(self) -> str:
        """Tell on which degrees it rests what is possible, with the article."""
        if self.assessment is None:
            return ""
        outcomes = Outcomes(self.assessment.a, self.assessment.b, self.assessment.c)
        given = by_degree(self.dossier, outcomes, self.catalogue)
        source = self.catalogue.sentences["options"].source
        return f"§ Dit rust op: {'; '.join(f'{name} {value}' for name, value in given)} ({source})."

    def _on_measure(self, measure: Measure, label: str) -> None:
        conclusion = self._recorded()
        there = any(one.permit == measure.permit for one in conclusion.measure)
        kept = tuple(measure if one.permit == measure.permit else one for one in conclusion.measure)
        self._put(replace(conclusion, measure=kept if there else (*kept, measure)), label)

    def _on_answered(self, key: Key, text: str) -> None:
        self._put(with_answer(self._recorded(), key, text), f"Antwoord op {key.check} gewijzigd")

    def _put(self, conclusion: Conclusion, label: str) -> None:
        self.change(replace(self.dossier, conclusion=conclusion), label)
