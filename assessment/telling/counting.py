# SPDX-License-Identifier: EUPL-1.2
"""How terms are counted where the statute leaves a choice, on which further days none ends, and by whose rule."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.term import ProcedureTerm, TermRules
from assessment.dates import tell
from assessment.telling.words import sentence


@dataclass(frozen=True, slots=True)
class Counted:
    """One sentence on counting, and on what it rests."""

    text: str
    why: str


def readings_told(rules: TermRules) -> tuple[Counted, ...]:
    """Tell each way of counting on which the statute is silent: what was chosen, and why or by whose rule."""
    readings = rules.readings.values()
    return tuple(Counted(sentence(one.choice), one.reason or _own(one.changed_by, one.source)) for one in readings)


def days_told(catalogue: Catalogue, on: date) -> tuple[Counted, ...]:
    """Tell the days that were equated with holidays, from `on` on and the nearest first, each with its source."""
    equated, own = catalogue.terms.equated, catalogue.own
    added = {day: _own(own.municipality, equated[day]) for day in own.days} if own else {}
    return tuple(Counted(tell(day), added.get(day, equated[day])) for day in sorted(equated) if day >= on)


def by_laws_told(catalogue: Catalogue) -> tuple[Counted, ...]:
    """Tell the term of each procedure that a by-law rules, and whether its end moves after a weekend."""
    terms = catalogue.terms.procedures.values()
    return tuple(_by_law(one, catalogue) for one in terms if one.changed_by or not one.in_statute)


def _by_law(term: ProcedureTerm, catalogue: Catalogue) -> Counted:
    """The Termijnenwet holds for it where the by-law says so (law.md C9)."""
    moves = "schuift op" if term.in_statute else "schuift niet op"
    name = sentence(catalogue.word("procedure", term.length.id))
    why = _own(term.changed_by, term.length.rule) if term.changed_by else term.length.source
    return Counted(f"{name} Een einde in een weekend of op een feestdag {moves}.", why)


def _own(municipality: str, source: str) -> str:
    return f"Eigen beleid van {municipality}: {source}"
