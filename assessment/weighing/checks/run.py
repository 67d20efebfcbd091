# SPDX-License-Identifier: EUPL-1.2
"""All checks of a case, with their texts, and the officer's written answers held beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from assessment.catalogue.check import CheckText
from assessment.dossier.conclusion import CheckAnswer
from assessment.outcome import Check, Severity
from assessment.weighing.checks import (
    advice,
    age,
    answers,
    consistency,
    course,
    dates,
    doubles,
    hearing,
    identity,
    information,
    law_in_force,
    link,
    missing_data,
    new_material,
    obtaining,
    payments,
    policy,
    proof,
    proportionality,
    provenance,
    relation,
    second_reader,
    statute,
    statute_events,
    wording,
)
from assessment.weighing.checks.case import Case, Raised, said

FAMILIES: Final[tuple[Callable[[Case], Iterable[Raised]], ...]] = (
    link.raise_checks,
    age.raise_checks,
    proportionality.raise_checks,
    advice.raise_checks,
    proof.raise_checks,
    relation.raise_checks,
    obtaining.raise_checks,
    wording.raise_checks,
    missing_data.raise_checks,
    law_in_force.raise_checks,
    new_material.raise_checks,
    second_reader.raise_checks,
    hearing.raise_checks,
    statute.raise_checks,
    statute_events.raise_checks,
    information.raise_checks,
    identity.raise_checks,
    dates.raise_checks,
    course.raise_checks,
    consistency.raise_checks,
    doubles.raise_checks,
    payments.raise_checks,
    provenance.raise_checks,
    answers.raise_checks,
    policy.raise_checks,
)


def checks(case: Case) -> tuple[Check, ...]:
    """Give every check that is not met, by number; the order of recording does not matter."""
    found = (_check(case, one) for one in dict.fromkeys(_raised(case)))
    return tuple(sorted(found, key=lambda one: (one.id, one.about, one.text)))


def _raised(case: Case) -> Iterator[Raised]:
    for family in FAMILIES:
        yield from family(case)


def _check(case: Case, one: Raised) -> Check:
    text = case.catalogue.checks.texts[one.text]
    filled = text.filled(about=_listed(case, one.about), **dict(one.parts))
    answered = _is_answered(case.conclusion.check_answers, text, one.about)
    return Check(text.check, _severity(text, answered), one.about, filled, text.grounds, text.cure, answered, text.hard)


def _severity(text: CheckText, answered: bool) -> Severity:
    """A written answer lifts a block, unless it is a hard stop."""
    lifted = answered and not text.hard and text.severity is Severity.BLOCK
    return Severity.ANSWER if lifted else text.severity


def _is_answered(answers: Iterable[CheckAnswer], text: CheckText, about: tuple[str, ...]) -> bool:
    """An answer without anything that it is about answers the check as a whole."""
    return any(
        one.check in {text.check, text.id} and said(one.text) and (not one.about or set(about) <= set(one.about))
        for one in answers
    )


def _listed(case: Case, about: tuple[str, ...]) -> str:
    """Name what a check is about: parties and permits by name, all else by id."""
    permits = {permit.id: permit.type for permit in case.dossier.permits}
    names = [_permit(case, one, permits[one]) if one in permits else case.whole.name_of(one) for one in about]
    return " en ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else "".join(names)


def _permit(case: Case, id_: str, code: str) -> str:
    known_ = case.catalogue.permits.get(code)
    return f"{known_.name} ({id_})" if known_ else id_
