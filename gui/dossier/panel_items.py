# SPDX-License-Identifier: EUPL-1.2
"""What stands in the lists of Stand van zaken: each list with its title, each item with where it leads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.outcome import Assessment, Check, Severity, Term
from assessment.telling.words import capital
from assessment.terms.deadlines import deadlines
from gui.dossier.check_link import check_link
from gui.dossier.duty_tip import duty_tip
from gui.dossier.places import place_of_duty
from gui.parts.link_rows import Link
from gui.parts.timing import days_left, tone_of

NEVER_LATE: Final = frozenset({"reuse"})
"""Terms of years, by which nothing has to be done."""


def running_terms(terms: Sequence[Term], dossier: Dossier, today: date) -> tuple[Term, ...]:
    """Give the terms that what happened has not ended, and that have not lapsed; the first to end in front."""
    open_ = {(one.id, one.last) for one in deadlines(dossier, terms, ()) if not one.is_over(today)}
    running = (one for one in terms if (one.id, one.statutory_end) in open_ and one.id not in NEVER_LATE)
    return tuple(sorted(running, key=lambda term: term.safe_end))


def next_term(running: Sequence[Term]) -> Term | None:
    """Give the decision term while it runs, or else the term that ends first."""
    decision = next((term for term in running if term.id == "decision"), None)
    return decision or next(iter(running), None)


def term_items(terms: Sequence[Term], catalogue: Catalogue, today: date) -> tuple[str, list[Link]]:
    """List terms, each with the day to plan on and how long that still is."""
    links = [
        Link(
            "events",
            capital(catalogue.word("term", term.id)),
            f"{tell(term.safe_end)} · {days_left(term.safe_end, today)}",
            "clock",
            tone_of(term.safe_end, today).value,
            tip=steps_tip(term),
        )
        for term in terms
    ]
    return _counted("Nog 1 termijn", "Nog {} termijnen", len(links)), links


def steps_tip(term: Term) -> str:
    """Tell the steps of a term in a few lines: the days and the rule of each."""
    return "\n".join(f"{tell(step.from_)} – {tell(step.until)}: {step.rule}" for step in term.steps)


_CHECKS = {
    Severity.BLOCK: ("1 blokkeert", "{} blokkeren"),
    Severity.ANSWER: ("1 vraagt een antwoord", "{} vragen een antwoord"),
}


def _counted(one: str, many: str, count: int) -> str:
    return one if count == 1 else many.format(count)


def check_items(checks: Sequence[Check], severity: Severity) -> tuple[str, list[Link]]:
    """List the checks of one weight that nobody answered yet."""
    found = [check for check in checks if check.severity is severity and not check.answered]
    return _counted(*_CHECKS[severity], len(found)), [check_link(check) for check in found]


def duty_items(assessment: Assessment, today: date) -> tuple[str, list[Link]]:
    """List the duties that are open, each leading to where it is fulfilled."""
    found = [duty for duty in assessment.duties if not duty.fulfilled]
    items = [
        Link(
            place_of_duty(duty),
            duty.text,
            f"{tell(duty.due)} · {days_left(duty.due, today)}" if duty.due else duty.basis,
            "clock",
            tone_of(duty.due, today).value if duty.due else "muted",
            tip=duty_tip(duty),
        )
        for duty in found
    ]
    return _counted("1 taak", "{} taken", len(found)), items


def open_items(assessment: Assessment) -> tuple[str, list[Link]]:
    """List what is not known yet."""
    found = assessment.open_points
    items = [Link(point.id, point.about or point.id, icon="unknown", ink="unknown") for point in found]
    return _counted("1 open punt", "{} open punten", len(found)), items
