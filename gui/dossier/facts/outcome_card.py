# SPDX-License-Identifier: EUPL-1.2
"""What follows about one fact: class, relation, age, and the grounds it counts for."""

from __future__ import annotations

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.explanation.fact import explain_fact
from assessment.outcome import FactOutcome, Nature
from assessment.telling.material import in_names
from assessment.telling.shaping import statement_lines
from assessment.telling.words import told_years
from gui.dossier.mark import mark
from gui.parts.card import Card
from gui.parts.fold import Fold
from gui.parts.label import Prose
from gui.parts.visible import set_shown


class OutcomeCard(Card):
    """Shows what the rules say; the officer decides elsewhere."""

    def __init__(self) -> None:
        super().__init__("Wat volgt hieruit?")
        self.corner(mark(Nature.RULE))
        self._text, self._why = Prose(), Prose("", "small")
        self.why = Fold("Uitleg", self._why)
        self.add(self._text)
        self.add(self.why)

    def show_outcome(self, outcome: FactOutcome | None, dossier: Dossier, catalogue: Catalogue) -> None:
        """Put the outcome in sentences."""
        self._text.setText("\n".join(_lines(outcome, dossier, catalogue)) if outcome else "Dit wordt nagegaan.")
        self._why.setText("\n".join(_explained(outcome, dossier, catalogue)) if outcome else "")
        set_shown(self.why, outcome is not None)

    def text(self) -> str:
        """Give what is shown."""
        return self._text.text()

    def explanation(self) -> str:
        """Give what is folded: per line what follows from which rule, or whose judgement it is."""
        return self._why.text()


def _explained(outcome: FactOutcome, dossier: Dossier, catalogue: Catalogue) -> list[str]:
    fact = next((one for one in dossier.facts if one.id == outcome.id), None)
    return [in_names(dossier, line) for line in statement_lines(explain_fact(outcome, fact, catalogue))]


def _lines(outcome: FactOutcome, dossier: Dossier, catalogue: Catalogue) -> list[str]:
    lines = [f"Bewijs: {catalogue.word('evidence-class', outcome.evidence_class)}."]
    path = " → ".join(dossier.name_of(one) for one in outcome.relation_path)
    tie = catalogue.word("tie", outcome.relation)
    lines.append(f"Relatie: {tie} ({path})." if path else f"Relatie: {tie}.")
    if outcome.age_years is not None:
        lines.append(f"Ouderdom: {told_years(outcome.age_years)}.")
    counted = " en ".join(outcome.counts_for)
    lines.append(f"Telt mee voor: {counted}-grond." if counted else "Telt voor geen grond mee.")
    lines += [f"Niet voor {one.ground}: {one.reason.text}" for one in outcome.not_for]
    return lines
