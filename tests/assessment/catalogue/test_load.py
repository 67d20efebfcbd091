# SPDX-License-Identifier: EUPL-1.2
"""Every kind of fault in a catalogue is told, with file, id and key, and all of them at once."""

from collections.abc import Callable
from typing import Any

import pytest

from assessment.catalogue.load import load_catalogue
from tests.assessment.catalogue.shipped import CHAPTER_A, catalogue, entry, faults_of, files, fresh

Data = dict[str, Any]


def question(data: Data, id_: str = "IDA-05") -> dict[str, Any]:
    return entry(data, CHAPTER_A, "questions", id_)


def word(data: Data) -> dict[str, Any]:
    return data["words.yaml"]["words"]["degree"]


# What is broken, and the place and sentence that must be told about it.
BROKEN: dict[str, tuple[Callable[[Data], object], str, str]] = {
    "unknown key": (
        lambda data: question(data).update(weight="zwaar"),
        f"{CHAPTER_A} › IDA-05 › weight",
        "deze sleutel is onbekend",
    ),
    "missing key": (lambda data: question(data).pop("why"), f"{CHAPTER_A} › IDA-05 › why", "deze sleutel ontbreekt"),
    "no legal basis": (
        lambda data: question(data).update(legal_basis=" "),
        f"{CHAPTER_A} › IDA-05 › legal_basis",
        "hier hoort een tekst te staan",
    ),
    "no source": (
        lambda data: question(data).update(sources=[]),
        f"{CHAPTER_A} › IDA-05 › sources",
        "hier hoort ten minste één woord te staan",
    ),
    "unknown source": (
        lambda data: question(data).update(sources=["S999"]),
        f"{CHAPTER_A} › IDA-05 › sources",
        "S999 bestaat niet",
    ),
    "unknown theme": (lambda data: question(data).update(theme="Q"), f"{CHAPTER_A} › IDA-05 › theme", "Q bestaat niet"),
    "unknown ground": (
        lambda data: question(data).update(grounds=["A", "Z"]),
        f"{CHAPTER_A} › IDA-05 › grounds",
        "Z bestaat niet",
    ),
    "unknown permit": (
        lambda data: question(data).update(permits=["CAFE"]),
        f"{CHAPTER_A} › IDA-05 › permits",
        "CAFE bestaat niet",
    ),
    "unknown kind": (
        lambda data: question(data).update(kind="score"),
        f"{CHAPTER_A} › IDA-05 › kind",
        "'score' staat niet in: risk, completeness, mitigating, trigger, context, process, care",
    ),
    "signal that is no answer": (
        lambda data: question(data).update(signal_on="onbekend"),
        f"{CHAPTER_A} › IDA-05 › signal_on",
        "onbekend bestaat niet",
    ),
    "decisive for no ground": (
        lambda data: question(data).update(decisive_for=["c"]),
        f"{CHAPTER_A} › IDA-05 › decisive_for",
        "c bestaat niet",
    ),
    "condition on no question": (
        lambda data: question(data).update(when={"question": "IDA-99", "is": "ja"}),
        f"{CHAPTER_A} › IDA-05 › when",
        "IDA-99 bestaat niet",
    ),
    "condition on no permit": (
        lambda data: question(data).update(when={"not": {"permit": ["CAFE"]}}),
        f"{CHAPTER_A} › IDA-05 › when",
        "CAFE bestaat niet",
    ),
    "condition on itself": (
        lambda data: question(data).update(when={"question": "IDA-05", "is": "ja"}),
        f"{CHAPTER_A} › IDA-05 › when",
        "de voorwaarde verwijst in een kring naar zichzelf",
    ),
    "condition on a name": (
        lambda data: question(data).update(when={"name": "Bedenksel"}),
        f"{CHAPTER_A} › IDA-05 › when › when",
        (
            "hier hoort precies één van deze sleutels te staan: "
            "question, permit, instrument, existing, subject, has, all, any, not"
        ),
    ),
    "partner with no such basis": (
        lambda data: entry(data, "partners.yaml", "partners", "politie").update(bases=["bibob-99"]),
        "partners.yaml › politie › bases",
        "bibob-99 bestaat niet",
    ),
    "basis for nobody we know": (
        lambda data: entry(data, "bases.yaml", "bases", "bpg-4-3-1-l").update(persons=["neighbour"]),
        "bases.yaml › bpg-4-3-1-l › persons",
        (
            "'neighbour' staat niet in: subject, director-of-subject, manager, controller, financier, named-on-permit, "
            "equated, partner, subcontractor, anyone"
        ),
    ),
    "basis without a purpose": (
        lambda data: entry(data, "bases.yaml", "bases", "wgs").pop("purposes"),
        "bases.yaml › wgs › purposes",
        "hier hoort ten minste één woord te staan",
    ),
    "passed on to somebody we do not know": (
        lambda data: entry(data, "bases.yaml", "bases", "wgs").update(onward=["press"]),
        "bases.yaml › wgs › onward",
        "'press' staat niet in: subject-motivation, third-own-part, driehoek, riec, other-body-28-2-m, never",
    ),
    "never and all the same to somebody": (
        lambda data: entry(data, "bases.yaml", "bases", "wgs").update(onward=["never", "riec"]),
        "bases.yaml › wgs › onward",
        "never staat alleen",
    ),
    "question of a municipality": (
        lambda data: question(data).update(own="ja"),
        f"{CHAPTER_A} › IDA-05 › own",
        "alleen een gemeente heeft eigen vragen",
    ),
    "question per nobody we know": (
        lambda data: question(data).update(per="neighbour"),
        f"{CHAPTER_A} › IDA-05 › per",
        "'neighbour' staat niet in: lender, manager, landlord, organisation",
    ),
    "setting outside its own bounds": (
        lambda data: entry(data, "weighing.yaml", "settings", "serious_facts").update(value=9),
        "weighing.yaml › serious_facts › value",
        "dit ligt niet tussen 2 en 4",
    ),
    "half a fact": (
        lambda data: entry(data, "weighing.yaml", "settings", "serious_facts").update(value="2.5"),
        "weighing.yaml › serious_facts › value",
        "hier hoort een heel getal te staan",
    ),
    "bounds that ask for more": (
        lambda data: entry(data, "weighing.yaml", "settings", "serious_facts")["bounds"].update(soft=1),
        "weighing.yaml › serious_facts › bounds › soft",
        "deze sleutel is onbekend",
    ),
    "row with a place that nobody fills": (
        lambda data: entry(data, "weighing.yaml", "rows", "b-serious-1").update(text="Ten minste {large_benefit}."),
        "weighing.yaml › rows",
        "b-serious-1 heeft een plaats die het programma niet invult: large_benefit",
    ),
    "policy without a term": (
        lambda data: data["policy.yaml"]["terms"].pop(),
        "policy.yaml › terms",
        "hearing ontbreekt",
    ),
    "policy outside its own bounds": (
        lambda data: data["policy.yaml"]["terms"][0].update(weeks=9),
        "policy.yaml › supplement › weeks",
        "dit ligt niet tussen 1 en 8",
    ),
    "offence of no activity": (
        lambda data: entry(data, "offences.yaml", "offences", "sr-140").update(activities=["CAFE"]),
        "offences.yaml › sr-140 › activities",
        "CAFE bestaat niet",
    ),
    "offence of a group without a word": (
        lambda data: entry(data, "offences.yaml", "offences", "sr-140").update(group="rare"),
        "words.yaml › words › offence-group › rare",
        "het Nederlandse woord ontbreekt",
    ),
    "required code gone": (
        lambda data: data["permits.yaml"]["permits"].remove(entry(data, "permits.yaml", "permits", "ZOR")),
        "permits.yaml › ZOR",
        "deze code hoort in de catalogus te staan",
    ),
    "word gone": (
        lambda data: word(data).pop("lesser"),
        "words.yaml › words › degree › lesser",
        "het Nederlandse woord ontbreekt",
    ),
    "word for nothing": (
        lambda data: word(data).update(huge="reusachtig"),
        "words.yaml › words › degree",
        "huge bestaat niet",
    ),
    "explanation of nothing": (
        lambda data: data["words.yaml"]["explain"].update(colour={"red": "Rood."}),
        "words.yaml › explain › colour",
        "red bestaat niet",
    ),
    "id used twice in a file": (
        lambda data: data[CHAPTER_A]["questions"].append(question(data)),
        f"{CHAPTER_A} › IDA-05 › id",
        "IDA-05 staat er twee keer",
    ),
    "id used twice in two files": (
        lambda data: data["checklist/M-subsidie-en-opdracht.yaml"]["questions"].append(question(data)),
        "checklist/ › IDA-05 › id",
        "IDA-05 staat er twee keer",
    ),
    "flag in English": (
        lambda data: entry(data, "bases.yaml", "bases", "wgs").update(carries="yes"),
        "bases.yaml › wgs › carries",
        "hier hoort ja of nee te staan",
    ),
    "list that is no list": (
        lambda data: data["permits.yaml"].update(permits="ALC"),
        "permits.yaml › permits",
        "hier hoort een lijst te staan",
    ),
    "entry that is no mapping": (
        lambda data: data["permits.yaml"]["permits"].append("ALC"),
        "permits.yaml › nr. 19",
        "hier hoort een reeks sleutels met waarden te staan",
    ),
    "other date": (lambda data: data["permits.yaml"].update(date="2020-01-01"), "permits.yaml › date", "2026-01-01"),
    "file gone": (lambda data: data.pop("sources.yaml"), "sources.yaml", "dit bestand ontbreekt"),
    "file too many": (lambda data: data.update({"extra.yaml": {}}), "extra.yaml", "dit bestand is onbekend"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_fault_is_told_with_file_id_and_key(name: str) -> None:
    break_it, where, what = BROKEN[name]
    data = fresh()
    break_it(data)
    found = faults_of(data)
    places = [place for place in found if place.endswith(where)]
    assert places, found
    assert any(what in found[place] for place in places), found


def test_all_faults_are_told_at_once() -> None:
    data = fresh()
    names = ["unknown key", "unknown ground", "partner with no such basis", "required code gone", "word gone"]
    for name in names:
        BROKEN[name][0](data)
    found = faults_of(data)
    assert [name for name in names if BROKEN[name][1] not in found] == []


def test_a_circle_of_two_is_found() -> None:
    data = fresh()
    question(data, "IDA-04").update(when={"question": "IDA-13", "is": "ja"})
    question(data, "IDA-13").update(when={"any": [{"has": "facts"}, {"question": "IDA-04", "is": "ja"}]})
    found = faults_of(data)
    circle = "de voorwaarde verwijst in een kring naar zichzelf"
    assert found[f"{CHAPTER_A} › IDA-04 › when"] == found[f"{CHAPTER_A} › IDA-13 › when"] == circle


def test_a_clean_catalogue_keeps_its_date_and_checksum() -> None:
    loaded = load_catalogue(files().content, "2026-01-01", "sha256:x")
    assert (loaded.date, loaded.checksum) == ("2026-01-01", "sha256:x")


def test_words_and_explanations_are_found_by_code() -> None:
    assert catalogue().word("role", "director") == "bestuurder"
    assert catalogue().explain("role", "family").startswith("Familie zijn is op zichzelf geen relatie")
    assert catalogue().explain("role", "director") == ""
