# SPDX-License-Identifier: EUPL-1.2
"""Every check: a dossier that breaks it, one that just does not, what it says, how heavy it is and what lifts it."""

import re

import pytest

from assessment.outcome import Check, Severity
from assessment.weighing.checks.run import _check, _raised

from . import lessons, lessons_spared, spared, test_checks, test_contradictions, test_statute_events
from .balances import shipped
from .cases import Change, case_of, changed, keys

TEXTS = shipped().checks.texts
RAISED = [*lessons.RAISED, *test_checks.RAISED, *test_statute_events.RAISED, *test_contradictions.RAISED]
NOT_RAISED = [
    *lessons_spared.NOT_RAISED,
    *test_checks.NOT_RAISED,
    *test_statute_events.NOT_RAISED,
    *test_contradictions.NOT_RAISED,
    *spared.NOT_RAISED,
]
ONLY_BY_HAND = {"X13-period", "L01-not-agreed", "L02-changed", "L02-disagreed", "L40-occasion", "L41-short"}
"""Told apart elsewhere: a reader of files refuses the period, a seal covers the whole dossier, and the last two only
speak where a municipality laid down a policy of its own."""


def of_text(key: str, *changes: Change) -> list[Check]:
    case = case_of(changed(*changes))
    return [_check(case, one) for one in _raised(case) if one.text == key]


def answered(answer: dict[str, object]) -> Change:
    """Write an answer to a check beside those that are there."""
    return lambda data: data.setdefault("conclusion", {}).setdefault("check_answers", []).append(answer)


@pytest.mark.parametrize(("key", "changes"), RAISED, ids=lambda one: one if isinstance(one, str) else "")
def test_what_breaks_a_check_raises_it(key: str, changes: list[Change]) -> None:
    assert key in keys(*changes)


@pytest.mark.parametrize(("key", "changes"), NOT_RAISED, ids=lambda one: one if isinstance(one, str) else "")
def test_what_just_does_not_break_it_does_not(key: str, changes: list[Change]) -> None:
    assert key not in keys(*changes)


def test_every_check_is_broken_and_spared() -> None:
    assert {key for key, _ in RAISED} | ONLY_BY_HAND == set(TEXTS)
    assert {key for key, _ in NOT_RAISED} | ONLY_BY_HAND == set(TEXTS)


@pytest.mark.parametrize(("key", "changes"), RAISED, ids=lambda one: one if isinstance(one, str) else "")
def test_a_check_tells_what_it_is_about_and_what_lifts_it(key: str, changes: list[Change]) -> None:
    text = TEXTS[key]
    for one in of_text(key, *changes):
        assert (one.severity, one.id, one.hard) == (text.severity, key[:3], text.hard)
        assert one.basis.startswith(text.basis)
        assert one.cure == text.cure
        assert not re.search(r"[{}]|not known|NotKnown|None", one.text)
        answer = {"check": one.id, "about": list(one.about), "text": "Zo zit het."}
        (lifted,) = [
            again
            for again in of_text(key, *changes, answered(answer))
            if (again.about, again.text) == (one.about, one.text)
        ]
        assert lifted.answered
        stays = text.hard or text.severity is not Severity.BLOCK
        assert lifted.severity is (text.severity if stays else Severity.ANSWER)


@pytest.mark.parametrize("number", [f"C{number:02}" for number in range(1, 19) if number != 8])
def test_a_lesson_names_its_ruling(number: str) -> None:
    """Of C08 the lessons name one ruling of which nobody saw the outcome; that one carries nothing."""
    told = {one.id: one.grounds for one in TEXTS.values() if one.check == number}
    assert any("ECLI:NL:" in grounds for grounds in told.values())
    silent = {id_ for id_, grounds in told.items() if "ECLI:NL:" not in grounds}
    assert silent <= {"C04-agreement", "C04-refused-form", "C10-other", "C10-undated", "C11-open", "C12-no-subject",
                      "C12-not-tied", "C16-advice"}  # fmt: skip
