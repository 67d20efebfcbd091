# SPDX-License-Identifier: EUPL-1.2
"""What going over to another catalogue, or to another policy of the municipality, changes in one dossier; in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell, tell_iso
from assessment.dossier.answer import Answer
from assessment.dossier.dossier import Dossier
from assessment.known import known
from assessment.outcome import Check
from assessment.services.new_catalogue import Effect, MovedTerm, Report, Standing
from assessment.telling.words import count, listed

_GROUNDS = {"a": "a-grond", "b": "b-grond", "c": "zesde lid"}


@dataclass(frozen=True, slots=True)
class Part:
    """One heading and what stands under it."""

    title: str
    lines: tuple[str, ...]


def transition(dossier: Dossier, effect: Effect, old: Catalogue, new: Catalogue) -> tuple[Part, ...]:
    """Tell what would be concluded otherwise, and what is asked of the officer; a part without lines is left out."""
    answers = effect.answers
    parts = (
        Part("Past niet in de nieuwe catalogus", tuple(str(one) for one in effect.unknown)),
        Part("Wat anders uitkomt", tuple(_outcome(effect, new)) or ("Aan de uitkomst verandert niets.",)),
        Part(
            "Opnieuw te bevestigen, want de vraag is gewijzigd",
            tuple(f"{_answer(dossier, one, old)}{_asked_now(one, old, new)}" for one in answers.changed),
        ),
        Part("Vervalt, want de vraag bestaat niet meer", tuple(_answer(dossier, one, old) for one in answers.gone)),
        Part("Nieuwe vragen", tuple(f"{id_} {new.questions[id_].text}" for id_ in answers.new)),
        Part("Blijft zoals het is", (count(len(answers.kept), "antwoord", "antwoorden"),)),
    )
    return tuple(one for one in parts if one.lines)


def between(old: Catalogue, new: Catalogue) -> str:
    """Say from where to where: another date, or another policy on the same catalogue."""
    if old.date != new.date:
        return f"Van de catalogus van {_day(old)} naar die van {_day(new)}"
    return f"Catalogus van {_day(new)}, van {_policy(old)} naar {_policy(new)}"


def summary(report: Report) -> str:
    """Say which of the dossiers that were looked at would get another result."""
    looked, other = count(len(report.effects), "dossier", "dossiers"), report.another_result
    named = f" ({listed(other)})" if other else ""
    alone = f" Buiten beschouwing: {listed(report.left_alone)}." if report.left_alone else ""
    return f"Bekeken: {looked}. Met een andere uitkomst: {len(other)}{named}.{alone}"


def _outcome(effect: Effect, catalogue: Catalogue) -> Iterator[str]:
    for one in effect.shifts:
        before, after = (_standing(one.ground, found, catalogue) for found in (one.before, one.after))
        yield f"{_GROUNDS[one.ground]}: {before} wordt {after}"
    for told, options in (("kan dan niet meer", effect.options_gone), ("kan dan ook", effect.options_new)):
        if options:
            yield f"{told}: {listed(catalogue.word('decision', one.value) for one in options)}"
    yield from _checks("vervalt", effect.checks_gone)
    yield from _checks("nieuw", effect.checks_new)
    yield from (_term(one, catalogue) for one in effect.terms)


def _standing(ground: str, found: Standing, catalogue: Catalogue) -> str:
    if ground == "c":
        return catalogue.word("invoked", found[0])
    said, low, high = (catalogue.word("degree", one) for one in found)
    return said if low == high else f"{said} (tussen {low} en {high})"


def _checks(told: str, checks: Iterable[Check]) -> Iterator[str]:
    return (f"controle {one.id} {told}: {one.text}" for one in checks)


def _term(term: MovedTerm, catalogue: Catalogue) -> str:
    name = catalogue.word("term", term.id)
    if term.after is None:
        return f"{name} loopt dan niet meer"
    if term.before is None:
        return f"{name} loopt dan tot en met {tell(term.after[0])}, veilig {tell(term.after[1])}"
    (end, safe), (end_then, safe_then) = term.before, term.after
    return f"{name}: {tell(end)} wordt {tell(end_then)}, veilig {tell(safe)} wordt {tell(safe_then)}"


def _answer(dossier: Dossier, answer: Answer, catalogue: Catalogue) -> str:
    """Tell question, answer and note in full: of what falls away, this is the last that is seen."""
    question = catalogue.questions.get(answer.question)
    over = f" over {dossier.name_of(answer.party)}" if answer.party else ""
    note = known(answer.note)
    told = f"{answer.question}{over} {question.text if question else ''}".rstrip()
    return f"{told} Antwoord: {answer.said}.{f' {note}' if note else ''}"


def _asked_now(answer: Answer, old: Catalogue, new: Catalogue) -> str:
    """Tell the new words of a question; without them it is what an answer means, or who is asked, that changed."""
    before, now = old.questions[answer.question].text, new.questions[answer.question].text
    return f" Nu gevraagd: {now}" if now != before else ""


def _policy(catalogue: Catalogue) -> str:
    return f"het beleid van {catalogue.own.municipality} ({catalogue.own.source})" if catalogue.own else "geen beleid"


def _day(catalogue: Catalogue) -> str:
    return tell_iso(catalogue.date)
