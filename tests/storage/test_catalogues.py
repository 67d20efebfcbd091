# SPDX-License-Identifier: EUPL-1.2
"""Several catalogue dates beside each other: a dossier is read and assessed with its own."""

import json
from pathlib import Path

import pytest
import yaml

from assessment.assess import assess
from assessment.errors import FaultyFile, FileOutOfReach
from assessment.exchange import read_dossier
from resources.files import LATEST_CATALOGUE, CatalogueFiles, catalogue_dates, read_catalogue, read_example
from storage.catalogues import LARGEST_FILE, MOST_FILES, Catalogues
from tests.assessment.catalogue.layers import content
from tests.assessment.catalogue.second import LATER, content_of, without

READ: list[str] = []


def read(date: str) -> CatalogueFiles:
    READ.append(date)
    if date == LATER:
        return CatalogueFiles(LATER, content_of(without("FIN-13")), "sha256:later")
    return read_catalogue(date)


def both() -> Catalogues:
    READ.clear()
    return Catalogues((), lambda: (LATEST_CATALOGUE, LATER), read)


def raw(date: str) -> bytes:
    return json.dumps({**json.loads(read_example("verzonnen-broodje")), "catalogue": date}).encode()


def test_what_ships_is_there_by_date() -> None:
    shipped = Catalogues()
    assert tuple(shipped) == catalogue_dates()
    assert len(shipped) == len(shipped.codes) == len(catalogue_dates())
    assert shipped[LATEST_CATALOGUE].date == LATEST_CATALOGUE


def test_each_is_loaded_once_and_only_when_asked_for() -> None:
    known = both()
    assert list(known) == list(known.codes) == [LATEST_CATALOGUE, LATER]
    assert READ == []
    assert known[LATER] is known[LATER]
    assert READ == [LATER]


def test_a_date_that_is_not_there_is_none_of_them() -> None:
    known = both()
    assert "2020-01-01" not in known
    with pytest.raises(KeyError):
        known["2020-01-01"]


def test_a_dossier_is_read_with_the_codes_of_its_own_catalogue() -> None:
    known = both()
    assert read_dossier(raw(LATEST_CATALOGUE), known.codes).catalogue == LATEST_CATALOGUE
    assert READ == [LATEST_CATALOGUE]
    with pytest.raises(FaultyFile) as caught:
        read_dossier(raw(LATER), known.codes)
    assert [str(one) for one in caught.value.faults] == [
        f"$.answers[12].question: de code 'FIN-13' staat niet in de catalogus {LATER}"
    ]


def test_a_dossier_of_an_unknown_date_is_refused_with_the_dates_that_are_there() -> None:
    with pytest.raises(FaultyFile) as caught:
        read_dossier(raw("2020-01-01"), both().codes)
    assert [str(one) for one in caught.value.faults] == [
        f"$.catalogue: deze catalogus is niet aanwezig; wel {LATEST_CATALOGUE}, {LATER}"
    ]


def test_the_receipt_is_that_of_its_own_catalogue() -> None:
    known = both()
    old = read_dossier(raw(LATEST_CATALOGUE), known.codes)
    assert assess(old, known[LATEST_CATALOGUE]).receipt == assess(old, Catalogues()[LATEST_CATALOGUE]).receipt
    assert assess(old, known[LATER]).receipt != assess(old, known[LATEST_CATALOGUE]).receipt


# --- a municipality's own layer, as files


@pytest.fixture
def layer(tmp_path: Path) -> Path:
    for name, data in content().items():
        (tmp_path / name).write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    return tmp_path


def test_a_layer_lies_on_the_catalogue_of_its_date(layer: Path) -> None:
    known = Catalogues([layer])[LATEST_CATALOGUE]
    assert "FIC-01" in known.questions
    assert known.own is not None
    assert known.own.municipality == "gemeente Fictenveen"
    assert known.checksum != Catalogues()[LATEST_CATALOGUE].checksum
    assert Catalogues([layer])[LATEST_CATALOGUE].checksum == known.checksum


def test_an_own_question_can_be_answered_in_a_file_only_with_the_layer(layer: Path) -> None:
    data = json.loads(raw(LATEST_CATALOGUE))
    data["answers"].append({"question": "FIC-01", "value": "nee"})
    text = json.dumps(data).encode()
    assert read_dossier(text, Catalogues([layer]).codes).answers[-1].question == "FIC-01"
    with pytest.raises(FaultyFile, match="FIC-01"):
        read_dossier(text, Catalogues().codes)


def test_what_is_wrong_in_a_layer_is_told_with_its_folder(layer: Path) -> None:
    (layer / "checks.yaml").write_text("checks:\n  - id: C03-texts\n    severity: hint\n", "utf-8")
    with pytest.raises(FaultyFile) as caught:
        Catalogues([layer])[LATEST_CATALOGUE]
    assert [one.where for one in caught.value.faults] == [f"{layer}/checks.yaml › C03-texts › severity"]


def test_a_layer_that_is_no_yaml_is_told_with_its_line(layer: Path) -> None:
    (layer / "policy.yaml").write_text("terms: [\n", "utf-8")
    with pytest.raises(FaultyFile, match=r"policy\.yaml, regel"):
        Catalogues([layer])


def test_a_folder_below_is_not_looked_at(layer: Path) -> None:
    (layer / "oud").mkdir()
    (layer / "oud" / "checks.yaml").write_text("checks: []\n", "utf-8")
    assert "FIC-01" in Catalogues([layer])[LATEST_CATALOGUE].questions


@pytest.mark.parametrize("what", ["nothing", "too many", "too large", "a file"])
def test_a_folder_that_holds_no_layer_is_refused(tmp_path: Path, what: str) -> None:
    if what == "too many":
        for number in range(MOST_FILES + 1):
            (tmp_path / f"{number}.yaml").write_text("a: b\n", "utf-8")
    if what == "too large":
        (tmp_path / "a.yaml").write_bytes(b"#" * (LARGEST_FILE + 1))
    if what == "a file":
        (tmp_path / "a").write_text("", "utf-8")
    with pytest.raises(FileOutOfReach, match="eigen beleid"):
        Catalogues([tmp_path / "a" if what == "a file" else tmp_path])


def test_a_layer_that_cannot_be_read_is_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").mkdir()
    with pytest.raises(FileOutOfReach, match="niet te lezen"):
        Catalogues([tmp_path])


def laid(folder: Path, date: str, value: int = 20_000) -> Path:
    data = content()
    data["gemeente.yaml"]["catalogue"] = date
    data["weighing.yaml"]["settings"][0]["value"] = value
    folder.mkdir()
    for name, one in data.items():
        (folder / name).write_text(yaml.safe_dump(one, allow_unicode=True), "utf-8")
    return folder


def test_each_catalogue_gets_the_layer_that_names_its_date(tmp_path: Path) -> None:
    layers = [laid(tmp_path / "oud", LATEST_CATALOGUE, 30_000), laid(tmp_path / "nieuw", LATER, 40_000)]
    known = Catalogues(layers, lambda: (LATEST_CATALOGUE, LATER), read)
    assert [known[one].framework.value("large_benefit") for one in known] == [30_000, 40_000]


def test_a_dossier_is_never_quietly_held_against_another_policy(tmp_path: Path) -> None:
    of_old = laid(tmp_path / "oud", LATEST_CATALOGUE)
    only = Catalogues([of_old], lambda: (LATEST_CATALOGUE, LATER), read)
    with pytest.raises(FaultyFile, match="deze laag hoort bij een andere catalogus dan 2026-07-01"):
        only[LATER]
    other = Catalogues([of_old, laid(tmp_path / "elders", "2020-01-01")], lambda: (LATEST_CATALOGUE, LATER), read)
    assert other[LATEST_CATALOGUE].own is not None
    with pytest.raises(FaultyFile, match="geen van deze mappen met eigen beleid hoort bij de catalogus van 2026-07-01"):
        other[LATER]


def test_two_layers_on_one_catalogue_are_refused(tmp_path: Path) -> None:
    twice = Catalogues([laid(tmp_path / "a", LATEST_CATALOGUE), laid(tmp_path / "b", LATEST_CATALOGUE)])
    with pytest.raises(FaultyFile, match=r"a, .*b: deze mappen met eigen beleid horen bij dezelfde catalogus"):
        twice[LATEST_CATALOGUE]


def test_a_header_that_is_no_mapping_is_told_by_the_layer_itself(layer: Path) -> None:
    (layer / "gemeente.yaml").write_text("- los\n", "utf-8")
    with pytest.raises(FaultyFile, match=r"gemeente\.yaml: hier hoort een reeks sleutels"):
        Catalogues([layer])[LATEST_CATALOGUE]
