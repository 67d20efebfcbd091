# SPDX-License-Identifier: EUPL-1.2
"""Every field of an outcome has its tree: what went in, what came out, and on which article."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import fields
from functools import cache

import pytest

from assessment.assess import assess
from assessment.explanation.explain import Explanation, explain
from assessment.explanation.tree import FollowsFrom, JudgementOf, walk
from assessment.explanation.wire import explained_to_wire, explanation_to_wire
from assessment.outcome import Assessment
from assessment.telling.advice import advise
from resources.files import example_names
from tests.assessment.explanation.test_explanation import example
from tests.assessment.telling.reading_back import sections, texts
from tests.assessment.weighing.balances import shipped
from tests.assessment.weighing.cases import changed, put

PLAIN = {"reference", "catalogue", "program", "assessed_on", "receipt"}
"""What an outcome says of itself and not of the dossier."""

TREES = {"admissions": "information", "funding": "figures", "a": "grounds", "b": "grounds", "c": "grounds"}
"""Parts whose trees bear another name."""


def test_no_field_of_an_outcome_is_without_a_tree() -> None:
    parts = {TREES.get(one.name, one.name) for one in fields(Assessment)} - PLAIN
    assert parts == {one.name for one in fields(Explanation)}


@pytest.mark.parametrize("name", example_names())
def test_as_many_trees_as_results(name: str) -> None:
    _, outcome, found = example(name)
    assert list(found.control) == [f"{one.party}:{one.over}" for one in outcome.control]
    assert [one.rule for one in found.findings] == [one.id for one in outcome.findings]
    assert [one.about for one in found.open_points] == [(one.id,) for one in outcome.open_points]
    assert [one.rule for one in found.duties] == [one.id for one in outcome.duties]
    assert [name for name, _ in found.groups] == [one.name for one in fields(Explanation)]
    assert list(explanation_to_wire(found)) == [one.name for one in fields(Explanation)]


CHAIN = {
    "parties": [
        {"id": "p1", "kind": "organisation", "name": "Verzonnen Zaak B.V.", "legal_form": "bv"},
        {"id": "p2", "kind": "person", "name": "Joris Kussenberg"},
        {"id": "p3", "kind": "organisation", "name": "Bedacht Beheer B.V.", "legal_form": "bv"},
        {"id": "p4", "kind": "organisation", "name": "Fictief Bezit B.V.", "legal_form": "bv"},
    ],
    "relations": [
        {"id": "r1", "from": "p2", "to": "p3", "role": "shareholder", "share": 0.5, "since": "2020-01-10",
         "until": None, "sources": ["i1"]},
        {"id": "r2", "from": "p3", "to": "p1", "role": "shareholder", "share": 0.6, "since": "2020-02",
         "until": None},
        {"id": "r3", "from": "p2", "to": "p4", "role": "shareholder", "share": 1.0, "since": "2020", "until": None},
        {"id": "r4", "from": "p4", "to": "p1", "role": "shareholder", "share": 0.1},
        {"id": "r5", "from": "p2", "to": "p1", "role": "director", "since": "2021-03-01", "until": "2027-01-01"},
        {"id": "r6", "from": "p2", "to": "p3", "role": "director", "since": "2021-03-01", "until": None},
    ],
}  # fmt: skip


@cache
def chained() -> Explanation:
    dossier = changed(*(put(name, rows) for name, rows in CHAIN.items()))
    return explain(dossier, assess(dossier, shipped()), shipped())


def test_a_share_over_two_ways_is_told_with_what_the_told_way_alone_gives() -> None:
    found = chained().control["p2:p1"]
    assert dict(found.inputs) == {
        "pad": "p2 → p3 → p1",
        "als": "bestuurder, aandeelhouder",
        "deel": "40,00\u00a0%",
        "langs dit pad alleen": "30,00\u00a0%",
    }
    assert found.text == "p2 → p3 → p1: 40,00\u00a0%, bestuurder, aandeelhouder"
    assert [one.about for one in found.parts[1:]] == [("r1",), ("r2",)]
    assert [one.text for one in found.parts[1:]] == [
        "p2 is aandeelhouder van p3, 50,00\u00a0%, sinds 10 jan 2020",
        "p3 is aandeelhouder van p1, 60,00\u00a0%, sinds feb 2020",
    ]
    assert isinstance(found.parts[1], FollowsFrom)
    assert found.parts[1].inputs == (("bronnen", "i1"),)
    assert all(isinstance(one, FollowsFrom) and one.article == found.article for one in walk(found))


def test_what_somebody_is_beside_his_shares_stands_with_them() -> None:
    found = chained().control["p2:p3"]
    assert "langs dit pad alleen" not in dict(found.inputs)
    assert [one.about for one in found.parts[1:]] == [("r1",), ("r6",)]
    assert chained().control["p4:p1"].parts[1].text == (
        "p4 is aandeelhouder van p1, 10,00\u00a0%, begin niet bekend, einde niet bekend"
    )


def test_capital_and_votes_on_one_step_are_never_added_up() -> None:
    shares = {"id": "r1", "from": "p3", "to": "p1", "role": "shareholder", "share": 0.6, "since": "2020", "until": None}
    votes = {**shares, "id": "r2", "role": "holder-of-voting-rights"}
    dossier = changed(put("parties", CHAIN["parties"]), put("relations", [shares, votes]))
    found = explain(dossier, assess(dossier, shipped()), shipped()).control["p3:p1"]
    assert (dict(found.inputs)["deel"], "langs dit pad alleen" in dict(found.inputs)) == ("60,00\u00a0%", False)


def test_a_share_that_nobody_knows_is_told_as_unknown() -> None:
    relations = deepcopy(CHAIN["relations"])
    del relations[1]["share"]
    dossier = changed(put("parties", CHAIN["parties"]), put("relations", relations[:3]))
    found = explain(dossier, assess(dossier, shipped()), shipped()).control["p3:p1"]
    assert dict(found.inputs)["deel"] == "deel niet bekend"
    assert found.parts[1].text == "p3 is aandeelhouder van p1, sinds feb 2020"
    leads = explained().control["p2:p1"]
    assert (leads.text, dict(leads.inputs)) == ("p2 → p1: bestuurder", {"pad": "p2 → p1", "als": "bestuurder"})
    relations = [*CHAIN["relations"], {**CHAIN["relations"][0], "id": "r9", "since": "2024"}]
    del relations[-1]["share"]
    dossier = changed(put("parties", CHAIN["parties"]), put("relations", relations))
    found = explain(dossier, assess(dossier, shipped()), shipped()).control["p2:p1"]
    assert dict(found.inputs)["langs dit pad alleen"] == "niet bekend"


def test_what_the_gate_looked_at() -> None:
    found = explained(put("information.0.permission", "Van de officier, 1 mei 2026.")).information["i1"]
    told = dict(found.inputs)
    assert told["partner"] == shipped().partners["kvk"].name
    assert told["draagt een feit"] == "ja"
    assert told["toestemming"] == "Van de officier, 1 mei 2026."
    assert told["over"] == "p1, p2"
    bare = explained(
        put("information.0", {"id": "i1", "partner": "justid", "about": []}), put("facts", [])
    ).information["i1"]
    assert dict(bare.inputs) | {"grondslag": "geen bekend", "doel": "niet bekend", "ontvangen op": "niet ontvangen",
                                "draagt een feit": "nee"} == dict(bare.inputs)  # fmt: skip
    assert dict(bare.inputs)["anders met"]


def explained(*changes: object) -> Explanation:
    dossier = changed(*changes)  # type: ignore[arg-type]
    return explain(dossier, assess(dossier, shipped()), shipped())


def test_on_which_degrees_the_options_rest() -> None:
    assert dict(explained().options["EXP:refuse"].inputs) == {
        "mate op de a-grond": "geen gevaar (vastgelegd door de behandelaar)",
        "mate op de b-grond": "ernstig gevaar (vastgelegd door de behandelaar)",
        "lid 6 ingeroepen": "nee",
    }
    bare = explained(put("conclusion", {})).options["EXP:refuse"]
    assert dict(bare.inputs)["mate op de b-grond"] == "ernstig gevaar (aanwijzing)"


def test_a_ground_names_its_criteria_and_the_values_of_the_framework() -> None:
    found = dict(explained().grounds["b"].inputs)
    assert found["aantal strafbare feiten"] == "2"
    assert found["Aantal jaren waarbinnen een feit recent is"] == "5"
    assert "Bedrag in euro vanaf waar een voordeel groot is" not in found
    a = dict(explained(put("financing", {"need": [{"label": "x", "amount": "10.00"}]})).grounds["a"].inputs)
    assert a["Deel van de investering dat niet is aangetoond"] == "niet bekend"
    assert a["Bedrag in euro vanaf waar een voordeel groot is"] == "25.000"


ANSWER = {"question": "IDA-05", "value": "ja", "note": "Zie de opgave.", "innocent_explanation": "Het is lang geleden."}


def test_a_finding_is_told_with_its_answer_and_the_words_of_the_officer() -> None:
    (found,) = explained(put("answers", [ANSWER])).findings
    question = shipped().questions["IDA-05"]
    assert (found.text, found.article) == (question.finding, question.legal_basis)
    assert dict(found.inputs)["antwoord"] == "ja"
    assert [one.text for one in found.parts if isinstance(one, JudgementOf)] == [
        "Zie de opgave.", "Het is lang geleden.",
    ]  # fmt: skip


@pytest.mark.parametrize(("value", "told"), [("nee", "nee"), ("onbekend", "onbekend"), (False, "nee"), (True, "ja")])
def test_what_does_not_hold_is_never_told_as_found(value: object, told: str) -> None:
    (found,) = explained(put("answers", [{**ANSWER, "value": value}])).findings
    question = shipped().questions["IDA-05"]
    assert found.text == (question.finding if told == "ja" else question.text)
    assert (dict(found.inputs)["antwoord"], dict(found.inputs)["bevinding"]) == (told, told)


def test_a_yes_on_weak_sources_says_why_it_is_no_finding() -> None:
    weak = put("information.0.source_kind", "press")
    (found,) = explained(weak, put("answers", [{**ANSWER, "sources": ["i1"]}])).findings
    assert found.text == shipped().questions["IDA-05"].text
    assert [one.rule for one in found.parts if isinstance(one, FollowsFrom)] == ["weak-sources"]


def test_a_duty_tells_until_when_and_whether_it_was_done() -> None:
    duties = {one.rule: dict(one.inputs) for one in explained().duties}
    assert {tuple(one) for one in duties.values()} <= {("uiterlijk", "klaar", "gedaan"), ("klaar", "gedaan")}
    assert {one["gedaan"] for one in duties.values()} <= {"ja", "nee"}
    assert duties


def test_an_open_point_of_a_question_names_its_article() -> None:
    points = {one.about: one for one in explained(put("answers", [])).open_points}
    assert points["IDA-05",].article == shipped().questions["IDA-05"].legal_basis
    assert points["financing",].article == "Awb art. 3:2"


def test_lines_with_one_label_both_stay_in_the_json() -> None:
    lines = [{"label": "lening", "amount": f"{part}.00", "lender": "p2", "payer": "p3"} for part in (1, 2, 3)]
    lines[1]["label"] = "lening (2)"
    dossier = changed(put("financing", {"sources": lines}))
    told = json.loads(json.dumps(explained_to_wire(dossier, assess(dossier, shipped()), shipped())))
    (paid,) = [one for one in told["financing"]["figures"] if one["name"] == "third_party_payments"]
    assert sorted(one["value"] for one in paid["inputs"]) == ["1", "2", "3"]
    assert len(told["explanation"]["figures"]["third_party_payments"]["inputs"]) == 4


def test_paper_tells_why_the_law_closes_a_decision() -> None:
    dossier, outcome, _ = example("cafe-de-verzonnen-vink")
    told = [text for block in sections(advise(dossier, outcome, shipped()))[12] for text in texts(block)]
    (rests,) = [one for one in told if one.startswith("Dit rust op: ")]
    assert "mate op de a-grond ernstig gevaar (vastgelegd door de behandelaar)" in rests
    (revoke,) = [one for one in told if one.startswith("Niet intrekken (ALC en EXP): ")]
    assert revoke.endswith("(Wet Bibob art. 3 lid 1).")
