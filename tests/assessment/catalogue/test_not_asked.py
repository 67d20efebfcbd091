# SPDX-License-Identifier: EUPL-1.2
"""A municipality's own question never asks who somebody is, and where he is only as a reason to look (law.md N2)."""

import re
from collections.abc import Callable

import pytest

from assessment.catalogue.checklist import COUNTING_KINDS
from assessment.catalogue.layer import apply
from tests.assessment.catalogue.layers import Files, content, faults_of
from tests.assessment.catalogue.shipped import catalogue

from .test_layer_refused import Data, question, rule

BROKEN: dict[str, tuple[Callable[[Data], object], str, str]] = {
    "who somebody is": (
        lambda data: question(data).update(text="Heeft de aanvrager een andere nationaliteit?"),
        "questions.yaml › FIC-01 › text",
        "wie iemand is, wordt nooit gevraagd (Grondwet art. 1",
    ),
    "where somebody comes from, in what is found": (
        lambda data: question(data).update(finding="De aanvrager is van andere afkomst."),
        "questions.yaml › FIC-01 › finding",
        "wie iemand is, wordt nooit gevraagd",
    ),
    "a neighbourhood that counts": (
        lambda data: question(data).update(kind="risk", grounds=["A"], text="Ligt het pand in een risicowijk?"),
        "questions.yaml › FIC-01 › text",
        "een wijk of buurt telt nooit mee",
    ),
    "an amount below nothing": (
        rule(trigger="always", amount="subsidy", otherwise="indication", **{"from": -1}),
        "policy.yaml › EXP › from",
        "van nul of meer",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_it_is_refused_with_file_id_and_key(name: str) -> None:
    break_it, where, what = BROKEN[name]
    data = content()
    break_it(data)
    assert what in faults_of(data)[where]


def test_a_neighbourhood_may_be_a_reason_to_look_and_money_has_an_origin() -> None:
    data = content()
    data["questions.yaml"]["questions"][0].update(text="Ligt het pand in een risicowijk?")
    assert apply(catalogue(), Files(data)).questions["FIC-01"].text == "Ligt het pand in een risicowijk?"
    data["questions.yaml"]["questions"][0].update(
        kind="risk", grounds=["A"], text="Is de herkomst van het geld bij de buurman bekend?"
    )
    assert apply(catalogue(), Files(data)).questions["FIC-01"].kind == "risk"


def test_no_shipped_question_that_counts_asks_who_or_where_somebody_is() -> None:
    never = catalogue().policy.not_asked
    for one in catalogue().questions.values():
        patterns = (*never.persons, *(never.places if one.kind in COUNTING_KINDS else ()))
        for pattern in patterns:
            assert not re.search(pattern, f"{one.text} {one.finding}", re.IGNORECASE), one.id
