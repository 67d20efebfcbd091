# SPDX-License-Identifier: EUPL-1.2
"""The 169 questions: complete, unchanged in meaning and asked where the worked dossiers answer them."""

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assessment.catalogue.checklist import COUNTING_KINDS, Question
from assessment.dossier.answer import ONBEKEND
from assessment.dossier.dossier import Dossier
from assessment.exchange import codes_of, read_dossier
from assessment.truth import Truth
from resources.files import example_names, read_example
from tests.assessment.catalogue.shipped import catalogue

TESTS = Path(__file__).parents[2]
INDEX: list[dict[str, Any]] = json.loads((TESTS / "resources" / "checklist_index.json").read_text("utf-8"))
QUESTIONS = catalogue().questions


def _dossiers() -> Iterator[tuple[str, bytes]]:
    for name in example_names():
        yield name, read_example(name)
    for path in sorted((TESTS / "scenarios").glob("*.json")):
        yield path.stem, json.dumps(json.loads(path.read_text("utf-8"))["dossier"]).encode()


DOSSIERS = {name: read_dossier(text, codes_of(catalogue())) for name, text in _dossiers()}


def asked(dossier: Dossier) -> list[Question]:
    """What is asked: not known lets a question be asked."""
    return [one for one in QUESTIONS.values() if one.applies(dossier) is not Truth.NO]


def test_every_item_of_the_checklist_is_there_and_no_other() -> None:
    assert [one["id"] for one in INDEX] == list(QUESTIONS)
    assert len(QUESTIONS) == 169


@pytest.mark.parametrize("item", INDEX, ids=lambda item: item["id"])
def test_kind_signal_grounds_and_permits_are_those_of_the_checklist(item: dict[str, Any]) -> None:
    one = QUESTIONS[item["id"]]
    found = {
        "id": one.id,
        "kind": one.kind.value,
        "signal_on": one.signal_on,
        "grounds": list(one.grounds),
        "permits": list(one.permits),
    }
    assert found == {key: value for key, value in item.items() if key != "origin"}


@pytest.mark.parametrize("item", INDEX, ids=lambda item: item["id"])
def test_the_wording_is_our_own(item: dict[str, Any]) -> None:
    """`origin` is the beginning of a checksum over the letters of the text that the question was made from."""
    letters = "".join(re.findall(r"\w", QUESTIONS[item["id"]].text.casefold()))
    assert hashlib.sha256(letters.encode()).hexdigest()[:16] != item["origin"]


@pytest.mark.parametrize("name", DOSSIERS)
def test_every_answer_belongs_to_a_question_that_is_asked(name: str) -> None:
    dossier = DOSSIERS[name]
    kept = {one.question: QUESTIONS[one.question].applies(dossier) for one in dossier.answers}
    assert {question: truth for question, truth in kept.items() if truth is not Truth.YES} == {}


def test_on_the_light_route_every_question_is_answered() -> None:
    dossier = DOSSIERS["verzonnen-broodje"]
    assert [one.id for one in asked(dossier) if dossier.answer_to(one.id) is None] == []


def test_nothing_decisive_is_open_where_no_danger_is_expected() -> None:
    dossier = DOSSIERS["verzonnen-broodje"]
    assert [one.id for one in asked(dossier) if one.decisive_for and _open(dossier, one)] == []


def test_who_arranged_it_is_decisive_and_open_in_the_cafe() -> None:
    dossier = DOSSIERS["cafe-de-verzonnen-vink"]
    assert [one.id for one in asked(dossier) if one.decisive_for and _open(dossier, one)] == ["STR-09"]
    assert QUESTIONS["STR-09"].decisive_for == ("a", "b")


def _open(dossier: Dossier, question: Question) -> bool:
    answer = dossier.answer_to(question.id)
    return answer is None or answer.value == ONBEKEND


def test_only_questions_that_can_count_are_decisive() -> None:
    assert [one.id for one in QUESTIONS.values() if one.decisive_for and one.kind not in COUNTING_KINDS] == []


def test_questions_of_another_permit_are_not_asked() -> None:
    themes = {one.theme for one in asked(DOSSIERS["cafe-de-verzonnen-vink"])}
    assert "L" not in themes
    assert "M" not in themes
    assert {one.theme for one in asked(DOSSIERS["verzinseling"])} >= {"L"}


def test_in_a_sale_nobody_is_asked_about_staff() -> None:
    assert [one.id for one in asked(DOSSIERS["verzinseling"]) if one.theme == "F"] == []


def test_without_a_permit_type_it_is_not_known_what_is_asked() -> None:
    empty = Dossier("BIB-0", "2026-01-01", DOSSIERS["verzinseling"].assessed_on)
    assert QUESTIONS["OPD-02"].applies(empty) is Truth.UNKNOWN
    assert QUESTIONS["FIN-01"].applies(empty) is Truth.YES


def test_family_is_asked_about_only_when_there_is_a_reason() -> None:
    for id_ in ("STR-15", "REL-04"):
        assert QUESTIONS[id_].when is not None
        assert "niet" in QUESTIONS[id_].finding


def test_area_never_counts() -> None:
    area = [one for one in QUESTIONS.values() if one.theme == "J"]
    assert [one.id for one in area if one.kind in COUNTING_KINDS or one.decisive_for] == []
