# SPDX-License-Identifier: EUPL-1.2
"""What a municipality's own layer may not do is refused when it is read, with file, id and key."""

from collections.abc import Callable
from typing import Any

import pytest

from assessment.weighing.checks.answers import CONTRADICTIONS
from tests.assessment.catalogue.layers import content, faults_of, setting
from tests.assessment.catalogue.shipped import catalogue, fresh

Data = dict[str, Any]
REFUSED = "een eigen laag verandert dit niet; zij voegt vragen toe, zet vragen uit en vult beleid in"


def question(data: Data) -> Data:
    return data["questions.yaml"]["questions"][0]  # type: ignore[no-any-return]


def off(id_: str) -> Callable[[Data], object]:
    return lambda data: data["switched-off.yaml"].update(questions=[{"id": id_, "reason": "Niet nodig."}])


def rule(**fields: object) -> Callable[[Data], object]:
    return lambda data: data["policy.yaml"].update(triage=[{"id": "EXP", "rule": "Artikel 3", **fields}])


def term(id_: str, weeks: object) -> Callable[[Data], object]:
    return lambda data: data["policy.yaml"].update(terms=[{"id": id_, "weeks": weeks, "rule": "Artikel 5"}])


BROKEN: dict[str, tuple[Callable[[Data], object], str, str]] = {
    "a check made softer": (
        lambda data: data.update({"checks.yaml": {"checks": [{"id": "C03-texts", "severity": "hint"}]}}),
        "checks.yaml › C03-texts › severity",
        REFUSED,
    ),
    "a check made not hard": (
        lambda data: data.update({"checks.yaml": {"checks": [{"id": "C03-texts", "hard": "nee"}]}}),
        "checks.yaml › C03-texts › hard",
        REFUSED,
    ),
    "fewer words of guilt": (
        lambda data: data.update({"checks.yaml": {"guilt_words": {"guilty": []}}}),
        "checks.yaml › guilt_words › guilty",
        REFUSED,
    ),
    "a basis opened wider": (
        lambda data: data.update({"bases.yaml": {"bases": [{"id": "bpg-4-3-1-l", "persons": ["anyone"]}]}}),
        "bases.yaml › bpg-4-3-1-l › persons",
        REFUSED,
    ),
    "a basis for a partner": (
        lambda data: data.update({"partners.yaml": {"partners": [{"id": "bank", "bases": ["own-task"]}]}}),
        "partners.yaml › bank › bases",
        REFUSED,
    ),
    "a class of evidence": (
        lambda data: data.update({"inquiry.yaml": {"sentences": [{"id": "status-acquitted", "text": "Telt mee."}]}}),
        "inquiry.yaml › status-acquitted › text",
        REFUSED,
    ),
    "a term of the statute": (
        lambda data: data.update({"terms.yaml": {"lengths": [{"id": "objection", "number": 1}]}}),
        "terms.yaml › objection › number",
        REFUSED,
    ),
    "a duty": (lambda data: data.update({"duties.yaml": {"duties": []}}), "duties.yaml › duties", REFUSED),
    "an offence": (
        lambda data: data.update({"offences.yaml": {"offences": [{"code": "sr-140", "gravity": "light"}, "los"]}}),
        "offences.yaml › nr. 1 › gravity",
        REFUSED,
    ),
    "a file of a folder": (
        lambda data: data.update({"checklist/A.yaml": {"questions": [{"id": "IDA-05", "text": "Anders?"}]}}),
        "checklist/A.yaml › IDA-05 › text",
        REFUSED,
    ),
    "a file that is a list": (
        lambda data: data.update({"extra.yaml": [{"id": "C03", "x": "y"}]}),
        "extra.yaml › C03 › x",
        REFUSED,
    ),
    "an empty file": (lambda data: data.update({"extra.yaml": None}), "extra.yaml", REFUSED),
    "an entry with an id alone": (
        lambda data: data.update({"checks.yaml": {"checks": [{"id": "C03-texts"}]}}),
        "checks.yaml › C03-texts",
        REFUSED,
    ),
    "a row of the table": (
        lambda data: data["weighing.yaml"].update(rows=[{"id": "a-serious-1", "degree": "lesser"}]),
        "weighing.yaml › a-serious-1 › degree",
        REFUSED,
    ),
    "a setting that does not exist": (setting("score", 3), "weighing.yaml › score › id", "bestaat niet"),
    "a wider circle for closed sources": (
        setting("control_share", "0.10"),
        "weighing.yaml › control_share › value",
        "dit ligt niet tussen 0.25 en 0.5",
    ),
    "old facts without a word": (
        setting("recent_years", 10),
        "weighing.yaml › recent_years › value",
        "zou de vraag naar een motivering van de ouderdom verzachten",
    ),
    "a stale advice": (setting("advice_use_years", 4), "weighing.yaml › advice_use_years › value", "tussen 1 en 2"),
    "one missed letter as refusal": (
        setting("unanswered_invitations", 1),
        "weighing.yaml › unanswered_invitations › value",
        "tussen 2 en 4",
    ),
    "half a fact": (setting("serious_facts", "2.5"), "weighing.yaml › serious_facts › value", "een heel getal"),
    "endless": (setting("large_benefit", "Infinity"), "weighing.yaml › large_benefit › value", "hier hoort een getal"),
    "no number": (setting("large_benefit", "NaN"), "weighing.yaml › large_benefit › value", "hier hoort een getal"),
    "a shipped question in other words": (
        lambda data: question(data).update(id="IDA-05"),
        "questions.yaml › IDA-05 › id",
        "een eigen laag wijzigt geen vraag",
    ),
    "another prefix": (
        lambda data: question(data).update(id="ABC-01"),
        "questions.yaml › ABC-01 › id",
        "hier hoort FIC-",
    ),
    "an id without a number": (
        lambda data: question(data).update(id="FIC-een"),
        "questions.yaml › FIC-een › id",
        "hier hoort FIC- met een nummer",
    ),
    "a question for the form": (
        lambda data: question(data).pop("own"),
        "questions.yaml › FIC-01 › own",
        "hoort niet bij het landelijke formulier",
    ),
    "a question that keeps danger open": (
        lambda data: question(data).update(decisive_for=["b"]),
        "questions.yaml › FIC-01 › decisive_for",
        "een eigen vraag houdt geen mate van gevaar open",
    ),
    "a finding that calls somebody guilty": (
        lambda data: question(data).update(finding="De aanvrager heeft dit gepleegd."),
        "questions.yaml › FIC-01 › finding",
        "dit noemt iemand schuldig",
    ),
    "a theme that does not exist": (
        lambda data: question(data).update(theme="Q"),
        "questions.yaml › FIC-01 › theme",
        "Q bestaat niet",
    ),
    "a condition on itself": (
        lambda data: question(data).update(when={"question": "FIC-01", "is": "ja"}),
        "questions.yaml › FIC-01 › when",
        "kring",
    ),
    "a condition on a name": (
        lambda data: question(data).update(when={"nationality": "x"}),
        "questions.yaml › FIC-01 › when › when",
        "precies één van deze sleutels",
    ),
    "a source of another prefix": (
        lambda data: data["sources.yaml"]["sources"].append({"id": "S1", "title": "Iets"}),
        "sources.yaml › S1 › id",
        "hier hoort FIC- vooraan te staan",
    ),
    "switched off what does not exist": (off("IDA-99"), "switched-off.yaml › IDA-99 › id", "IDA-99 bestaat niet"),
    "switched off what decides": (
        off("STR-09"),
        "switched-off.yaml › STR-09 › id",
        "deze vraag beslist mee over de mate van gevaar en blijft",
    ),
    "switched off what speaks for the subject": (
        off("IDA-11"),
        "switched-off.yaml › IDA-11 › id",
        "zoekt naar wat voor betrokkene spreekt",
    ),
    "switched off what others hang on": (
        off("FIN-16"),
        "switched-off.yaml › FIN-16 › id",
        "hangt af of een andere wordt gesteld: FIN-17",
    ),
    "switched off what a check rests on": (off("FIN-26"), "switched-off.yaml › FIN-26 › id", "rust een controle"),
    "switched off a source that the statute gives": (off("IDA-13"), "switched-off.yaml › IDA-13 › id", "art. 11a"),
    "switched off a ground of the statute": (off("AAN-03"), "switched-off.yaml › AAN-03 › id", "art. 3 lid 6"),
    "switched off what the statute asks for": (off("IDA-01"), "switched-off.yaml › IDA-01 › id", "wat de wet verlangt"),
    "switched off an own question": (off("FIC-01"), "switched-off.yaml › FIC-01 › id", "dit is een eigen vraag"),
    "switched off without a reason": (
        lambda data: data["switched-off.yaml"].update(questions=[{"id": "GEB-08"}]),
        "switched-off.yaml › GEB-08 › reason",
        "deze sleutel ontbreekt",
    ),
    "a policy for a permit that does not exist": (
        lambda data: data["policy.yaml"].update(triage=[{"id": "CAFE", "trigger": "always", "rule": "Artikel 3"}]),
        "policy.yaml › CAFE › id",
        "CAFE bestaat niet",
    ),
    "an occasion that does not exist": (rule(trigger="score"), "policy.yaml › EXP › trigger", "staat niet in"),
    "an amount that does not exist": (
        rule(trigger="always", amount="profit", otherwise="indication", **{"from": 1}),
        "policy.yaml › EXP › amount",
        "building-costs",
    ),
    "a sample without a share": (rule(trigger="sample"), "policy.yaml › EXP › share", "een deel tussen 0 en 1"),
    "a sample of more than all": (
        rule(trigger="sample", share=2),
        "policy.yaml › EXP › share",
        "een deel tussen 0 en 1",
    ),
    "a statutory term as policy": (
        term("objection", 2),
        "policy.yaml › objection › id",
        "een termijn uit de wet verandert een gemeente niet",
    ),
    "too short to be heard": (term("hearing", 1), "policy.yaml › hearing › weeks", "dit ligt niet tussen 2 en 6"),
    "half a week": (term("supplement", "1.5"), "policy.yaml › supplement › weeks", "een heel getal"),
    "an unknown key of a policy": (
        lambda data: data["policy.yaml"].update(gate={"id": "x", "open": "ja"}),
        "policy.yaml › gate › open",
        REFUSED,
    ),
    "no header": (lambda data: data.pop("gemeente.yaml"), "gemeente.yaml › municipality", "deze sleutel ontbreekt"),
    "a prefix that is none": (
        lambda data: data["gemeente.yaml"].update(prefix="fictenveen"),
        "gemeente.yaml › prefix",
        "twee tot vijf hoofdletters",
    ),
    "a prefix of a permit": (
        lambda data: data["gemeente.yaml"].update(prefix="EXP"),
        "gemeente.yaml › prefix",
        "al in gebruik voor een soort vergunning",
    ),
    "a prefix of the shipped questions": (
        lambda data: data["gemeente.yaml"].update(prefix="FIN"),
        "gemeente.yaml › prefix",
        "al in gebruik",
    ),
    "another catalogue": (
        lambda data: data["gemeente.yaml"].update(catalogue="2025-01-01"),
        "gemeente.yaml › catalogue",
        "hoort bij een andere catalogus dan 2026-01-01",
    ),
    "an unknown key of the header": (
        lambda data: data["gemeente.yaml"].update(weight="zwaar"),
        "gemeente.yaml › weight",
        "deze sleutel is onbekend",
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_a_layer_may_not_do_is_refused_with_file_id_and_key(name: str) -> None:
    break_it, where, what = BROKEN[name]
    data = content()
    break_it(data)
    found = faults_of(data)
    assert where in found, found
    assert what in found[where]


@pytest.mark.parametrize(
    "id_", [one.id for one in catalogue().questions.values() if one.kind in ("process", "mitigating", "care")]
)
def test_what_protects_the_subject_or_the_work_is_never_switched_off(id_: str) -> None:
    data = content()
    off(id_)(data)
    assert "blijft" in faults_of(data)[f"switched-off.yaml › {id_} › id"]


@pytest.mark.parametrize("id_", sorted({one.question for one in CONTRADICTIONS}))
def test_no_question_can_be_switched_off_on_whose_answer_a_check_rests(id_: str) -> None:
    data = content()
    off(id_)(data)
    assert "blijft" in faults_of(data)[f"switched-off.yaml › {id_} › id"]


@pytest.mark.parametrize(
    "file", [one for one in fresh() if one not in ("weighing.yaml", "sources.yaml", "policy.yaml", "terms.yaml")]
)
def test_no_shipped_file_can_stand_in_a_layer(file: str) -> None:
    data = content()
    data[file] = fresh()[file]
    found = faults_of(data)
    assert found
    assert {what for where, what in found.items() if where.startswith(file)} == {REFUSED}


def test_all_faults_are_told_at_once() -> None:
    data = content()
    names = ["a check made softer", "a question for the form", "switched off what decides", "too short to be heard"]
    for name in names:
        BROKEN[name][0](data)
    found = faults_of(data)
    assert [name for name in names if BROKEN[name][1] not in found] == []
