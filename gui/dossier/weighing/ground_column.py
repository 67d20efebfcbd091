# SPDX-License-Identifier: EUPL-1.2
"""One ground: what follows from the rules, and the facts that fill the criteria of the statute."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.degree import Degree
from assessment.dossier.dossier import Dossier
from assessment.explanation.ground import explain_ground, values
from assessment.explanation.tree import FollowsFrom
from assessment.outcome import Assessment, GroundOutcome, Nature
from assessment.telling.material import in_names
from assessment.telling.shaping import statement_text
from assessment.telling.words import listed
from gui.dossier.mark import mark
from gui.dossier.range_bar import RangeBar, told
from gui.dossier.weighing.fact_lines import FactLine, fact_lines, fact_title
from gui.parts.badge import DegreeBadge
from gui.parts.card import Card
from gui.parts.fold import Fold
from gui.parts.label import Prose, label, rule
from gui.parts.link_rows import Link, LinkRows
from gui.parts.visible import set_shown

_CRITERIA = (
    ("suspicion", "Ernst van het vermoeden"),
    ("relation", "Aard van de relatie"),
    ("benefit", "Grootte van het voordeel"),
    ("count", "Aantal strafbare feiten"),
)
_MOST = 5
"""Sets of unknowns that are shown; the sets are sorted, the smallest first."""


class GroundColumn(Card):
    """Ground a or b; `asked(place)` when a fact or question is to be opened."""

    asked = Signal(str)

    def __init__(self, ground: str) -> None:
        super().__init__(f"{ground}-grond")
        self.ground = ground
        self._degree = DegreeBadge()
        self._range, self._carries = RangeBar(), Prose()
        self._raises_head = label("Hoger als dit ongunstig blijkt", "label")
        self._raises = LinkRows()
        self._why = Prose()
        self._limits = Prose("", "small")
        self._values = Fold("Waarden van het kader", self._limits)
        self._fold = Fold("Waarom deze indicatie", self._why, is_open=True)
        self._counting, self._not_counting = LinkRows(framed=True), LinkRows(framed=True)
        self._none = Prose("Geen feit telt mee voor deze grond.", "muted")
        self._not_head = label("Telt niet mee", "label")
        self._criteria = {key: _Criterion(name) for key, name in _CRITERIA}
        for links in (self._raises, self._counting, self._not_counting):
            links.asked.connect(self.asked)
        self._lay_out()

    def show_outcome(self, dossier: Dossier, assessment: Assessment, catalogue: Catalogue) -> None:
        """Show what follows for this ground."""
        outcome = assessment.a if self.ground == "a" else assessment.b
        self.set_title(catalogue.word("ground", self.ground.upper()))
        self.setToolTip(catalogue.explain("ground", self.ground.upper()))
        self._degree.show_degree(outcome.indication)
        self._range.show_range(outcome.low, outcome.high, outcome.indication)
        self._carries.setText(carried(outcome))
        set_shown(self._carries, bool(outcome.decisive))
        why = explain_ground(outcome, assessment, dossier, catalogue).parts
        rules = [statement_text(one) for one in why if isinstance(one, FollowsFrom) and not one.parts]
        self._why.setText("\n".join(in_names(dossier, one) for one in rules))
        self._limits.setText(
            "\n".join(f"{name}: {value}" for name, value in values(self.ground, assessment, catalogue))
        )
        raises = _raising(outcome.would_raise, dossier, catalogue)
        set_shown(self._raises_head, bool(raises))
        self._raises.show_links(raises)
        self._show_facts(fact_lines(self.ground, dossier, assessment, catalogue))
        for key, row in self._criteria.items():
            row.show_words(outcome.criteria.get(key), shown=bool(outcome.criteria.get("facts")))
        self.setAccessibleDescription(_spoken(outcome, catalogue))

    def _show_facts(self, lines: Sequence[FactLine]) -> None:
        counting = tuple(Link(one.id, one.title, one.second, "check", "text") for one in lines if one.counts)
        others = tuple(
            Link(one.id, one.title, one.second, "minus", "muted", struck=True) for one in lines if not one.counts
        )
        self._counting.show_links(counting)
        self._not_counting.show_links(others)
        set_shown(self._none, not counting)
        set_shown(self._not_head, bool(others))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(mark(Nature.RULE))
        head.addWidget(label("Indicatie", "label"), 1)
        head.addWidget(self._degree)
        self.add_layout(head)
        for widget in (self._range, self._carries, self._raises_head, self._raises, self._fold, self._values, rule()):
            self.add(widget)
        self.add(label("Feiten die meetellen", "label"))
        for widget in (self._counting, self._none, *self._criteria.values(), self._not_head, self._not_counting):
            self.add(widget)
        self.add_stretch()


class _Criterion(QWidget):
    """One criterion of art. 3 par. 2 or 3, filled with the facts that count."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._words = Prose()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(name, "label"))
        column.addWidget(self._words)

    def show_words(self, words: object, *, shown: bool) -> None:
        """Show one line for each fact; hidden when the ground does not ask it, or no fact counts."""
        self._words.setText(str(words).replace("; ", "\n") if words is not None else "")
        set_shown(self, shown and words is not None)


def carried(outcome: GroundOutcome) -> str:
    """Say on which facts the indication rests."""
    if not outcome.decisive:
        return ""
    sets = "; of op feit ".join(listed(one) for one in outcome.decisive)
    several = len(outcome.decisive) > 1 or len(outcome.decisive[0]) > 1
    return f"Draagt op feit {sets}. Zonder {'deze feiten' if several else 'dit feit'} is de indicatie lager."


def _raising(sets: Sequence[tuple[str, ...]], dossier: Dossier, catalogue: Catalogue) -> tuple[Link, ...]:
    """Name the smallest sets of unknowns that would raise the indication."""
    rows = [
        Link(one[0], "\n".join(_named(id_, dossier, catalogue) for id_ in one), icon="unknown", ink="unknown")
        for one in sets[:_MOST]
    ]
    more = len(sets) - _MOST
    return (*rows, *((Link("screening", f"En nog {more} andere mogelijkheden"),) if more > 0 else ()))


def _named(id_: str, dossier: Dossier, catalogue: Catalogue) -> str:
    question = catalogue.questions.get(id_)
    if question is not None:
        return f"{id_} · {question.text}"
    fact = next((one for one in dossier.facts if one.id == id_), None)
    if fact is not None:
        return fact_title(fact, catalogue)
    return "Financiering" if id_ == "financing" else id_


def _spoken(outcome: GroundOutcome, catalogue: Catalogue) -> str:
    degree = catalogue.word("degree", outcome.indication)
    reach = (
        ""
        if outcome.indication is Degree.UNDETERMINED and outcome.low is outcome.high
        else told(outcome.low, outcome.high)
    )
    return f"Indicatie: {degree}, {reach}. {carried(outcome)}"
