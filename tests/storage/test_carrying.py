# SPDX-License-Identifier: EUPL-1.2
"""Files that go over to another catalogue: told, and written only where that was asked."""

import json
from pathlib import Path
from typing import Any

import pytest

from assessment.assess import assess
from assessment.errors import FaultyFile, FileOutOfReach
from resources.files import LATEST_CATALOGUE, CatalogueFiles, read_catalogue, read_example
from storage.carrying import Carrying
from storage.catalogues import Catalogues
from storage.dossier_file import read_dossier_file
from tests.assessment.catalogue.second import LATER, changed, content_of, with_new, without
from tests.assessment.catalogue.shipped import entry


def known(*changes: Any) -> Catalogues:
    """Give the shipped catalogue, and a later one in which these things are different."""

    def change(data: dict[str, Any]) -> None:
        for one in changes:
            one(data)

    def read(date: str) -> CatalogueFiles:
        return CatalogueFiles(LATER, content_of(change), "sha256:later") if date == LATER else read_catalogue(date)

    return Catalogues((), lambda: (LATEST_CATALOGUE, LATER), read)


CHANGES = (
    changed("FIN-08", text="Is er een overeenkomst die later is gemaakt?"),
    without("FIN-13"),
    with_new("FIN-90", "FIN-01", text="Is dit nieuw?", decisive_for=["a", "b"]),
)


def file(tmp_path: Path, name: str = "cafe-de-verzonnen-vink", **fields: object) -> Path:
    path = tmp_path / f"{name}.json"
    path.write_text(json.dumps({**json.loads(read_example(name)), **fields}), "utf-8")
    return path


def told(path: Path, catalogues: Catalogues, out: Path | None = None) -> tuple[str, str]:
    carrying = Carrying(catalogues, catalogues[LATER], out)
    return carrying.carry(path), carrying.summary()


def test_everything_that_changes_is_told(tmp_path: Path) -> None:
    text, summary = told(file(tmp_path, conclusion=None), known(*CHANGES))
    for words in (
        "BIB-2026-0014  Van de catalogus van 1 jan 2026 naar die van 1 jul 2026",
        "Wat anders uitkomt\n    Aan de uitkomst verandert niets.",
        "Opnieuw te bevestigen, want de vraag is gewijzigd\n    FIN-08 Ontbreekt een schriftelijke, gedateerde",
        " Nu gevraagd: Is er een overeenkomst die later is gemaakt?\n",
        "Vervalt, want de vraag bestaat niet meer\n    FIN-13 ",
        "Nieuwe vragen\n    FIN-90 Is dit nieuw?",
        "Blijft zoals het is\n    ",
    ):
        assert words in text
    assert summary == "Bekeken: 1 dossier. Met een andere uitkomst: 0."
    text, summary = told(file(tmp_path, "verzonnen-broodje", conclusion=None, reviews=[]), known(*CHANGES))
    assert "a-grond: geen gevaar wordt niet vast te stellen (tussen geen gevaar en ernstig gevaar)" in text
    assert summary == "Bekeken: 1 dossier. Met een andere uitkomst: 1 (BIB-2026-0030)."


def test_the_same_catalogue_under_another_date_changes_nothing(tmp_path: Path) -> None:
    text, summary = told(file(tmp_path, "verzonnen-broodje", reviews=[]), known())
    assert "Aan de uitkomst verandert niets." in text
    assert "Opnieuw te bevestigen" not in text
    assert summary == "Bekeken: 1 dossier. Met een andere uitkomst: 0."


def test_the_dossier_is_written_as_it_then_is(tmp_path: Path) -> None:
    catalogues, out = known(*CHANGES), tmp_path / "nieuw"
    out.mkdir()
    path = file(tmp_path)
    before = path.read_bytes()
    told(path, catalogues, out)
    assert path.read_bytes() == before
    moved = read_dossier_file(out / path.name, catalogues.codes)
    answers = {one.question: one.value for one in moved.answers}
    assert (moved.catalogue, answers["FIN-08"]) == (LATER, "onbekend")
    assert "FIN-13" not in answers
    assert assess(moved, catalogues[LATER]).catalogue == LATER


def test_the_file_that_is_read_is_never_written_over(tmp_path: Path) -> None:
    path = file(tmp_path)
    before = path.read_bytes()
    with pytest.raises(FileOutOfReach, match="Kies met --uitvoer een andere map"):
        told(path, known(*CHANGES), tmp_path)
    assert path.read_bytes() == before


def test_a_decided_dossier_stays_out_of_it(tmp_path: Path) -> None:
    events = [{"kind": "decision-made", "on": "2026-05-01"}]
    out = tmp_path / "nieuw"
    out.mkdir()
    text, summary = told(file(tmp_path, events=events), known(*CHANGES), out)
    assert text == "BIB-2026-0014\n  Niet gewijzigd: dit dossier is al besloten.\n"
    assert summary == "Bekeken: geen dossiers. Met een andere uitkomst: 0. Buiten beschouwing: BIB-2026-0014."
    assert list(out.iterdir()) == []


def test_a_dossier_that_runs_under_it_already_stays_out_of_it(tmp_path: Path) -> None:
    text, _ = told(file(tmp_path, catalogue=LATER), known())
    assert "loopt al onder deze catalogus en dit beleid" in text


def test_a_dossier_that_does_not_fit_is_told_and_not_written(tmp_path: Path) -> None:
    extra = "sr-240"
    catalogues = known(lambda data: data["offences.yaml"]["offences"].append(
        {**entry(data, "offences.yaml", "offences", "sr-350"), "id": extra}))  # fmt: skip
    raw = json.loads(read_example("cafe-de-verzonnen-vink"))
    raw["facts"][0]["offence"] = extra
    path, out = file(tmp_path, facts=raw["facts"], catalogue=LATER), tmp_path / "nieuw"
    out.mkdir()
    back = Carrying(catalogues, catalogues[LATEST_CATALOGUE], None)
    assert "Past niet in de nieuwe catalogus\n    $.facts[0].offence" in back.carry(path)
    with pytest.raises(FaultyFile, match=r"facts\[0\]\.offence"):
        Carrying(catalogues, catalogues[LATEST_CATALOGUE], out).carry(path)
    assert list(out.iterdir()) == []


def test_an_answer_about_one_lender_is_told_with_its_name_and_note(tmp_path: Path) -> None:
    raw = json.loads(read_example("cafe-de-verzonnen-vink"))
    lender = next(one["lender"] for one in raw["financing"]["sources"] if one.get("lender"))
    answers = [{"question": "FIN-13", "value": True, "about": lender, "note": "Geen stukken gezien."}]
    text, _ = told(file(tmp_path, answers=answers), known(without("FIN-13")))
    name = next(one["name"] for one in raw["parties"] if one["id"] == lender)
    assert f"FIN-13 over {name} " in text
    assert "Antwoord: ja. Geen stukken gezien." in text


def test_a_question_whose_answer_means_something_else_is_told_in_its_own_words(tmp_path: Path) -> None:
    text, _ = told(file(tmp_path), known(changed("FIN-08", signal_on="nee")))
    assert "FIN-08 Ontbreekt een schriftelijke, gedateerde" in text
    assert "Nu gevraagd" not in text
