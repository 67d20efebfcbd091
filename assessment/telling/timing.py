# SPDX-License-Identifier: EUPL-1.2
"""By when something must be done in a dossier, how that was counted, and which duties are open, as plain Dutch text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.event_faults import event_faults
from assessment.outcome import Assessment, Duty, Term, TermStep
from assessment.telling.plain import part, wrapped
from assessment.telling.words import capital, count, sentence


def timing(assessment: Assessment, dossier: Dossier, catalogue: Catalogue) -> str:
    """Tell every term with its ends, its steps and its notes, the duties that are open, and what cannot be right."""
    subject = ", ".join(dossier.name_of(one) for one in dossier.subject)
    lines = [f"{assessment.reference}  {subject}".rstrip()]
    lines += [f"Geteld per {tell(assessment.assessed_on)}, catalogus {assessment.catalogue}"]
    for one in assessment.terms:
        lines += part(capital(catalogue.word("term", one.id)), _term(one), "")
    if not assessment.terms:
        lines += ["", *wrapped("Er loopt geen termijn die uit de vastgelegde gegevens volgt.")]
    lines += part("Open plichten", duty_lines(assessment.duties), "Er staat geen plicht open.")
    lines += part("Gebeurtenissen om na te kijken", event_faults(assessment.checks), "Geen.")
    return "\n".join(lines) + "\n"


def duty_lines(duties: Iterable[Duty]) -> Iterator[str]:
    """Tell each duty that is not yet fulfilled."""
    return (duty_line(one) for one in duties if not one.fulfilled)


def duty_line(duty: Duty) -> str:
    """Tell one duty: the day, what to do, and the article."""
    due = tell(duty.due) if duty.due else "geen vaste dag"
    return f"{due}  {sentence(duty.text)} [{duty.basis}]"


def _term(term: Term) -> Iterator[str]:
    yield f"wettelijk einde: {tell(term.statutory_end)}"
    yield f"veilig einde: {tell(term.safe_end)}"
    yield f"zonder verschuiving: {tell(term.raw_end)}"
    yield f"opgeschort: {count(term.suspended_days, 'dag', 'dagen')}"
    yield "zo geteld:"
    yield from (f"    {_step(one)}" for one in term.steps)
    yield from (f"let op: {one}" for one in term.notes)


def _step(step: TermStep) -> str:
    rule = f"{step.text} ({step.rule})" if step.text else step.rule
    return f"van {tell(step.from_)} tot {tell(step.until)}, {count(step.days, 'dag', 'dagen')}: {rule}"
