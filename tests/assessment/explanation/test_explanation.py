# SPDX-License-Identifier: EUPL-1.2
"""Every statement of an outcome follows from a rule with an article, or is somebody's own words."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings

from assessment.assess import assess
from assessment.dossier.application import Route
from assessment.dossier.dossier import Dossier
from assessment.exchange import read_dossier
from assessment.explanation.explain import Explanation, explain
from assessment.explanation.ground import NOT_COUNTING
from assessment.explanation.tree import Explained, FollowsFrom, JudgementOf, leaves, of_reason, walk
from assessment.explanation.wire import explained_to_wire
from assessment.outcome import Assessment, Nature, Reason
from assessment.telling.advice import advise
from assessment.telling.block import Bullets
from assessment.telling.material import in_names
from assessment.telling.shaping import statement_text
from assessment.telling.words import sentence
from resources.files import example_names, read_example
from tests.assessment.tangled import tangled
from tests.assessment.telling.reading_back import sections, texts
from tests.assessment.weighing.balances import shipped
from tests.assessment.weighing.cases import changed, drop, put

NAMES = example_names()


@cache
def example(name: str) -> tuple[Dossier, Assessment, Explanation]:
    dossier = read_dossier(read_example(name))
    outcome = assess(dossier, shipped())
    return dossier, outcome, explain(dossier, outcome, shipped())


def nameless(root: Explained) -> list[Explained]:
    """Find leaves that name no rule with an article and no officer's words."""
    return [
        one
        for one in leaves(root)
        if not (one.by and one.text if isinstance(one, JudgementOf) else one.rule and one.article and one.text)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_leaf_names_a_rule_with_its_article_or_somebodys_words(name: str) -> None:
    assert nameless(example(name)[2].root) == []


@given(tangled())
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
def test_so_it_is_for_any_dossier(dossier: Dossier) -> None:
    assert nameless(explain(dossier, assess(dossier, shipped()), shipped()).root) == []


@pytest.mark.parametrize("name", NAMES)
def test_everything_that_the_outcome_says_is_explained(name: str) -> None:
    dossier, outcome, found = example(name)
    assert list(found.facts) == [one.id for one in outcome.facts]
    assert list(found.information) == [one.information for one in outcome.admissions]
    assert list(found.grounds) == ["a", "b", "c"]
    assert [one.rule for one in found.checks] == [one.id for one in outcome.checks]
    assert [one.rule for one in found.terms] == [one.id for one in outcome.terms]
    assert outcome.funding is not None
    assert list(found.figures) == [one.name for one in outcome.funding.figures]
    assert {one.split(":")[0] for one in found.options} == {one.id for one in dossier.permits}


@pytest.mark.parametrize("name", NAMES)
def test_every_reason_of_the_outcome_stands_in_its_tree(name: str) -> None:
    _, outcome, found = example(name)
    for fact in outcome.facts:
        texts = {one.text for one in walk(found.facts[fact.id])}
        assert {one.text for one in fact.reasons} | {one.reason.text for one in fact.not_for} <= texts
    for letter, ground in (("a", outcome.a), ("b", outcome.b), ("c", outcome.c)):
        assert {one.text for one in ground.reasons} <= {one.text for one in walk(found.grounds[letter])}
        against = {one.reason.text for fact in outcome.facts for one in fact.not_for if one.ground == letter}
        group = [
            one for one in found.grounds[letter].parts if isinstance(one, FollowsFrom) and one.rule == NOT_COUNTING
        ]
        assert against == {leaf.text for one in group for leaf in leaves(one)}


FRAME = re.compile(
    r"Er is geen feit dat voor deze grond meetelt\. |Aanwijzing: |Bandbreedte: van [a-z ]+ tot [a-z ]+\.|"
    r"Wat niet bekend is, verandert dat niet\.|[.\s]"
)
"""The fixed words around the reasons of a ground."""


def left_over(text: str, dossier: Dossier, known: set[str], words: set[str]) -> str:
    """Give what is left of a text without the statements of the tree and the words around them."""
    for statement in sorted(known, key=len, reverse=True):
        text = text.replace(sentence(in_names(dossier, statement)), "")
    text = FRAME.sub("", text)
    return "" if text in {word.replace(" ", "") for word in words} else text


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_of_the_reasons_on_paper_stems_from_the_tree(name: str) -> None:
    dossier, outcome, found = example(name)
    blocks = sections(advise(dossier, outcome, shipped()))[9]
    nodes = found.grounds.values()
    known = {statement_text(one) for node in nodes for one in walk(node)}
    degrees = {*shipped().words["degree"].values(), *shipped().words["invoked"].values()}
    reasons = [text for block in blocks for text in texts(block) if "Aanwijzing: " in text]
    assert len(reasons) == 3 or dossier.application.route is Route.LIGHT
    assert [left_over(one, dossier, known, degrees) for one in reasons] == [""] * len(reasons)
    against = [text for block in blocks if isinstance(block, Bullets) for text in texts(block)]
    ends = tuple(sentence(in_names(dossier, one)) for one in known)
    assert [one for one in against if not one.endswith(ends)] == []


def test_a_judgement_and_a_rule_are_two_types() -> None:
    assert of_reason(Reason("Zo is het", "art. 3", rule="x")) == FollowsFrom("x", "art. 3", "Zo is het")
    assert of_reason(Reason("Vind ik", nature=Nature.JUDGEMENT)) == JudgementOf("behandelaar", "Vind ik")
    assert not hasattr(JudgementOf("x", "y"), "article")
    assert statement_text(JudgementOf("x", "y")) == "y"


def test_the_officers_words_are_never_a_rule() -> None:
    dossier, _, found = example("cafe-de-verzonnen-vink")
    own = {str(one.suspicion_reason) for one in dossier.facts if one.suspicion_reason}
    rules = [one.text for one in walk(found.root) if isinstance(one, FollowsFrom)]
    assert not any(words in text for words in own for text in rules)


def explained(*changes: object) -> Explanation:
    dossier = changed(*changes)  # type: ignore[arg-type]
    return explain(dossier, assess(dossier, shipped()), shipped())


def words(node: FollowsFrom) -> list[str]:
    return [one.text for one in walk(node) if isinstance(one, JudgementOf)]


def test_what_the_officer_concluded_stands_beside_the_indication() -> None:
    found = explained(put("conclusion.deviation_reason", "Om deze reden."))
    assert words(found.grounds["b"])[-2:] == [
        "ernstig gevaar: De bestuurder is tweemaal veroordeeld voor feiten in de zaak.",
        "Om deze reden.",
    ]
    assert words(found.grounds["c"])[0] == "nee: Het formulier is juist."
    assert words(explained(drop("conclusion")).grounds["a"]) == []
    assert words(explained(drop("conclusion.a")).grounds["a"]) == []
    assert words(explained(drop("conclusion.b.degree")).grounds["b"])[0].startswith("De bestuurder")
    assert words(explained(drop("conclusion.b.reasons")).grounds["b"]) == ["ernstig gevaar"]
    assert words(explained(drop("conclusion.c.invoked"), drop("conclusion.c.reasons")).grounds["c"]) == []


def test_an_answer_to_a_check_is_told_as_its_writers() -> None:
    about = put("conclusion.check_answers", [{"check": "C05", "about": [], "text": "Dat is zo."}])
    (check,) = [one for one in explained(put("bureau_advices.0.verified", []), about).checks if one.rule == "C05"]
    assert words(check) == ["Dat is zo."]
    both = [{"check": "C02", "about": [], "text": "Iets anders."}, {"check": "C05", "about": [], "text": "Dat is zo."}]
    two = explained(put("bureau_advices.0.verified", []), put("conclusion.check_answers", both)).checks
    assert [words(one) for one in two if one.rule == "C05"] == [["Dat is zo."]]
    other = put("conclusion.check_answers", [{"check": "C02", "about": [], "text": "Dat is zo."}])
    (check,) = [one for one in explained(put("bureau_advices.0.verified", []), other).checks if one.rule == "C05"]
    assert words(check) == []


def test_why_the_law_closes_a_decision() -> None:
    found = explained().options
    assert found["EXP:refuse"].text == "Bij deze uitkomst laat de wet toe: weigeren."
    closed = found["EXP:revoke"]
    assert closed.article
    assert [one.text for one in leaves(closed)] != [closed.text]


def test_judgements_of_a_fact() -> None:
    more = [
        put("facts.0.status", "dismissed"),
        put("facts.0.suspicion", "serious"),
        put("facts.0.suspicion_reason", "Twee getuigen."),
        put("facts.0.why_still", "De zaak is niet bekeken."),
        put("facts.0.benefit", {"amount": "5.00", "method": "Schatting.", "money_path": "Via de bar."}),
        put("facts.0.to_obtain", {"intent": "Hij wist het.", "relevance": "Het raakt de toets."}),
    ]
    assert words(explained(*more).facts["f1"]) == [
        "aannemelijk", "ernstig vermoeden: Twee getuigen.", "komt overeen met de activiteit: In dezelfde zaak.",
        "De zaak is niet bekeken.", "Schatting.", "Via de bar.", "Hij wist het.", "Het raakt de toets.",
    ]  # fmt: skip
    bare = [drop("facts.0.offence_plausible"), put("facts.0.links", [{"permit": "EXP"}])]
    assert words(explained(*bare).facts["f1"]) == []


def test_an_outcome_whose_fact_is_gone_is_still_explained() -> None:
    dossier, outcome, _ = example("cafe-de-verzonnen-vink")
    found = explain(replace(dossier, facts=()), outcome, shipped())
    assert list(found.facts) == [one.id for one in outcome.facts]


def test_the_json_keeps_the_two_kinds_apart() -> None:
    dossier, outcome, _ = example("cafe-de-verzonnen-vink")
    told = json.loads(json.dumps(explained_to_wire(dossier, outcome, shipped())))
    assert told["receipt"] == outcome.receipt
    fact = told["explanation"]["facts"]["f7"]
    kinds = {"judgement_of" if "judgement_of" in one else "follows_from" for one in fact["parts"]}
    assert kinds == {"judgement_of", "follows_from"}
    assert fact["inputs"]["telt mee voor"] == "a"
    (decision,) = [one for one in told["explanation"]["terms"] if one["follows_from"] == "decision"]
    assert len(decision["parts"]) > 1
