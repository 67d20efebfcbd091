# SPDX-License-Identifier: EUPL-1.2
"""A dossier file comes back as it was, and a faulty one names everything that is wrong with it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.catalogue.reading import Faults
from assessment.codes import Codes
from assessment.dossier.dossier import Dossier
from assessment.errors import FaultyFile
from assessment.exchange import (
    FORMAT,
    codes_of,
    dossier_from_wire,
    dossier_to_wire,
    parse_json,
    read_dossier,
    write_dossier,
)
from assessment.known import NOT_KNOWN
from assessment.wire import from_wire, to_wire
from tests.assessment.catalogue.shipped import catalogue as shipped
from tests.assessment.dossiers import some_dossier

ROOT = Path(__file__).parents[2]


def _files() -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted((ROOT / "resources" / "examples").glob("*.json")):
        if not path.name.endswith(".expected.json"):
            yield path.stem, json.loads(path.read_text("utf-8"))
    for path in sorted((ROOT / "tests" / "scenarios").glob("*.json")):
        yield path.stem, json.loads(path.read_text("utf-8"))["dossier"]


FILES = dict(_files())


def cafe() -> dict[str, Any]:
    """Give a fresh copy of the café dossier to break."""
    return json.loads(json.dumps(FILES["cafe-de-verzonnen-vink"]))  # type: ignore[no-any-return]


def faults_of(raw: object, codes: Codes | None = None) -> dict[str, str]:
    with pytest.raises(FaultyFile) as caught:
        dossier_from_wire(raw, codes)
    return {one.where: one.what for one in caught.value.faults}


def exactly(left: object, right: object) -> bool:
    """Compare JSON values strictly: 1 is not 1.0, and an absent key is not null."""
    return json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_written_back_as_it_was_read(name: str) -> None:
    dossier = read_dossier(json.dumps(FILES[name]).encode())
    assert exactly(json.loads(write_dossier(dossier)), FILES[name])
    assert read_dossier(write_dossier(dossier)) == dossier


@given(some_dossier())
def test_any_dossier_survives_the_way_out_and_in(dossier: Dossier) -> None:
    faults = Faults()
    raw = json.loads(json.dumps(to_wire(dossier)))
    assert from_wire(Dossier, raw, "$", faults) == dossier
    assert not faults.found


@given(some_dossier())
def test_what_is_not_known_stays_apart_from_what_is_none(dossier: Dossier) -> None:
    raw = dossier_to_wire(dossier)
    assert ("plan" in raw) is (dossier.plan is not NOT_KNOWN)
    assert ("plan" in raw and raw["plan"] is None) is (dossier.plan is None)


def test_all_faults_are_told_at_once_with_their_paths() -> None:
    raw = cafe()
    raw["relations"][2]["from"] = "p99"
    raw["facts"][0]["status"] = "guilty"
    raw["financing"]["need"][0]["amount"] = "-85000.00"
    raw["application"]["received_on"] = "2026-02-30"
    raw["colour"] = "red"
    raw["parties"][0]["name"] = 7
    found = faults_of(raw)
    assert set(found) == {
        "$.relations[2].from",
        "$.facts[0].status",
        "$.financing.need[0].amount",
        "$.application.received_on",
        "$.colour",
        "$.parties[0].name",
    }


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda raw: raw["relations"][2].update({"from": "p99"}), "$.relations[2].from"),
        (lambda raw: raw["relations"][0].update({"sources": ["i3", "i99"]}), "$.relations[0].sources[1]"),
        (lambda raw: raw["facts"][0].update({"actor": "p99"}), "$.facts[0].actor"),
        (lambda raw: raw["facts"][0].update({"capacity": "p99"}), "$.facts[0].capacity"),
        (lambda raw: raw["facts"][0].update({"links": [{"permit": "SEX"}]}), "$.facts[0].links[0].permit"),
        (lambda raw: raw["facts"][0].update({"to_obtain": {"sources": ["i99"]}}), "$.facts[0].to_obtain.sources[0]"),
        (lambda raw: raw["subject"].append("p99"), "$.subject[1]"),
        (lambda raw: raw["information"][0]["about"].append("p99"), "$.information[0].about[2]"),
        (lambda raw: raw["answers"][0]["sources"].append("i99"), "$.answers[0].sources[1]"),
        (lambda raw: raw["events"][0].update({"party": "p99"}), "$.events[0].party"),
        (lambda raw: raw["events"][0].update({"permit": "SEX"}), "$.events[0].permit"),
        (lambda raw: raw["hearings"].append({"id": "h1", "party": "p99"}), "$.hearings[0].party"),
        (lambda raw: raw["hearings"].append({"id": "h1", "party": "p1", "about": ["x"]}), "$.hearings[0].about[0]"),
        (
            lambda raw: raw["bureau_advices"].append({"id": "b1", "verified": [{"fact": "f99"}]}),
            "$.bureau_advices[0].verified[0].fact",
        ),
        (lambda raw: raw["financing"]["sources"][2].update({"lender": "p99"}), "$.financing.sources[2].lender"),
        (lambda raw: raw["conclusion"]["measure"][0].update({"permit": "SEX"}), "$.conclusion.measure[0].permit"),
    ],
)
def test_an_id_that_leads_nowhere_is_named(change: Any, where: str) -> None:
    raw = cafe()
    change(raw)
    assert list(faults_of(raw)) == [where]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("received_on", "1066-10-14"),
        ("received_on", "2026-13"),
        ("received_on", "26-01-2026"),
        ("received_on", 2026),
        ("existing", "false"),
        ("existing", None),
        ("procedure", "awb-9w"),
        ("location", []),
    ],
)
def test_a_value_that_cannot_be_is_named(key: str, value: object) -> None:
    raw = cafe()
    raw["application"][key] = value
    assert [where.split("[")[0] for where in faults_of(raw)] == [f"$.application.{key}"]


@pytest.mark.parametrize("amount", ["85000", "85000.0", "1e9", "", "999999999999.00", 85000, None, "٣.٠٠"])
def test_an_amount_is_a_text_with_two_decimals(amount: object) -> None:
    raw = cafe()
    raw["financing"]["need"][0]["amount"] = amount
    assert list(faults_of(raw)) == ["$.financing.need[0].amount"]


@pytest.mark.parametrize("share", [-0.1, 1.5, "0.5", True, 1e999])
def test_a_share_is_a_fraction(share: object) -> None:
    raw = cafe()
    raw["relations"][0]["share"] = share
    assert list(faults_of(raw)) == ["$.relations[0].share"]


def test_ids_and_answers_may_not_occur_twice() -> None:
    raw = cafe()
    raw["facts"][1]["id"] = "f5"
    raw["answers"][1]["question"] = raw["answers"][0]["question"]
    found = faults_of(raw)
    assert {"$.facts[0].id", "$.facts[1].id", "$.answers[0].question", "$.answers[1].question"} <= set(found)


@pytest.mark.parametrize("number", ["999991001", "999991002", "999991003", "99999101", "９９９９９１０１２"])
def test_a_citizen_number_must_pass_the_eleven_test(number: str) -> None:
    raw = cafe()
    raw["parties"][0]["bsn"] = number
    assert list(faults_of(raw)) == ["$.parties[0].bsn"]


def test_a_citizen_number_is_kept_of_subject_and_representative_only() -> None:
    raw = cafe()
    raw["parties"][3]["bsn"] = "999991061"
    assert "7a lid 2" in faults_of(raw)["$.parties[3].bsn"]


def test_who_directs_the_company_that_directs_the_subject_represents_it() -> None:
    raw = cafe()
    raw["subject"] = ["p2"]
    raw["relations"] += [
        {"id": "r91", "from": "p3", "to": "p2", "role": "director"},
        {"id": "r92", "from": "p4", "to": "p3", "role": "director"},
    ]
    raw["parties"][3]["bsn"] = "999991061"
    assert "$.parties[3].bsn" not in faults_of(raw)


def test_the_director_of_the_subject_is_its_representative() -> None:
    raw = cafe()
    raw["subject"] = ["p2"]
    raw["relations"].append({"id": "r13", "from": "p1", "to": "p2", "role": "director"})
    assert dossier_from_wire(raw).subject == ("p2",)


def test_codes_are_checked_against_the_catalogue() -> None:
    raw = cafe()
    known = Codes("2026-01-01", {"application.permit_types[]": {"ALC"}, "facts[].offence": {"sr-420bis"}})
    found = faults_of(raw, known)
    assert list(found) == ["$.application.permit_types[1]", "$.facts[0].offence", "$.facts[2].offence"]
    assert "$.catalogue" in faults_of({**raw, "catalogue": "1999-01-01"}, known)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"null",
        b"{",
        b'{"format": "toetssteen-dossier/2"}',
        b'{"format": "toetssteen-dossier/1", "format": "toetssteen-dossier/1"}',
        b'{"format": "toetssteen-dossier/1", "plan": NaN}',
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b"\xff\xfe\x00",
        b'{"format": "toetssteen-dossier/1", "plan": ' + b"9" * 5000 + b"}",
        b"%PDF-1.7",
        b"\x00" * 1000,
    ],
)
def test_rubbish_is_refused_in_one_sentence(text: bytes) -> None:
    with pytest.raises(FaultyFile) as caught:
        read_dossier(text)
    assert str(caught.value).startswith("Het bestand klopt niet. Er is niets overgenomen.")


LEAVES = st.none() | st.booleans() | st.floats() | st.text(max_size=5)


@given(
    st.recursive(
        LEAVES,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    )
)
def test_any_json_is_read_or_refused(raw: object) -> None:
    body = {"format": FORMAT, "reference": "X", "catalogue": "2026-01-01", "assessed_on": "2026-01-01", "facts": raw}
    if raw == []:
        assert dossier_from_wire(body).facts == ()
    else:
        assert all(where.startswith("$.facts") for where in faults_of(body))


def test_a_byte_order_mark_is_no_fault() -> None:
    assert parse_json(b"\xef\xbb\xbf{}") == {}


def test_a_novel_is_too_long() -> None:
    raw = cafe()
    raw["application"]["activity"] = "x" * 200_001
    assert list(faults_of(raw)) == ["$.application.activity"]


def test_an_answer_about_a_party_comes_back_and_is_unique_with_its_party() -> None:
    raw = cafe()
    raw["answers"] += [{"question": "FIN-13", "value": "nee", "about": one} for one in ("p5", "p7")]
    dossier = dossier_from_wire(raw, codes_of(shipped()))
    assert exactly(dossier_to_wire(dossier), raw)
    assert [one.party for one in dossier.answers if one.question == "FIN-13"] == ["", "p5", "p7"]
    raw["answers"] += [{"question": "FIN-13", "value": "ja", "about": "p7"}, {"question": "FIN-13", "value": "ja"}]
    twice = {where: what for where, what in faults_of(raw).items() if "twee keer beantwoord" in what}
    assert twice == {
        "$.answers[14].question": "deze vraag is twee keer beantwoord ('FIN-13')",
        "$.answers[24].question": "deze vraag is twee keer beantwoord ('FIN-13 over p7')",
        "$.answers[25].question": "deze vraag is twee keer beantwoord ('FIN-13 over p7')",
        "$.answers[26].question": "deze vraag is twee keer beantwoord ('FIN-13')",
    }


def test_an_answer_is_about_a_party_that_is_there_and_to_a_question_that_is_put_so() -> None:
    raw = cafe()
    raw["answers"] += [
        {"question": "FIN-13", "value": "nee", "about": "p99"},
        {"question": "FIN-01", "value": "nee", "about": "p5"},
        {"question": "PAN-04", "value": "nee", "about": None},
    ]
    assert faults_of(raw, codes_of(shipped())) == {
        "$.answers[23].about": "partij 'p99' bestaat niet in dit dossier",
        "$.answers[24].about": "deze vraag wordt niet per partij gesteld",
        "$.answers[25].about": "null heeft hier geen betekenis; laat de sleutel weg",
    }
