# SPDX-License-Identifier: EUPL-1.2
"""What follows about one fact: class, relation, age, and the grounds it counts for."""

from __future__ import annotations

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.outcome import FactOutcome
from gui.parts.card import Card
from gui.parts.label import Prose


class OutcomeCard(Card):
    """Shows what the rules say; the officer decides elsewhere."""

    def __init__(self) -> None:
        super().__init__("Wat volgt hieruit?")
        self._text = Prose()
        self.add(self._text)

    def show_outcome(self, outcome: FactOutcome | None, dossier: Dossier, catalogue: Catalogue) -> None:
        """Put the outcome in sentences."""
        self._text.setText("\n".join(_lines(outcome, dossier, catalogue)) if outcome else "Dit wordt nagegaan.")

    def text(self) -> str:
        """Give what is shown."""
        return self._text.text()


def _lines(outcome: FactOutcome, dossier: Dossier, catalogue: Catalogue) -> list[str]:
    lines = [f"Bewijs: {catalogue.word('evidence-class', outcome.evidence_class)}."]
    path = " → ".join(dossier.name_of(one) for one in outcome.relation_path)
    tie = catalogue.word("tie", outcome.relation)
    lines.append(f"Relatie: {tie} ({path})." if path else f"Relatie: {tie}.")
    if outcome.age_years is not None:
        lines.append(f"Ouderdom: {outcome.age_years:.1f} jaar.".replace(".", ",", 1))
    counted = " en ".join(outcome.counts_for)
    lines.append(f"Telt mee voor: {counted}-grond." if counted else "Telt voor geen grond mee.")
    lines += [f"Niet voor {one.ground}: {one.reason.text}" for one in outcome.not_for]
    return lines
