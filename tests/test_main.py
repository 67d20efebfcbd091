# SPDX-License-Identifier: EUPL-1.2
"""The command line: results on standard output, everything else on standard error, faults one by one."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

import main
from tests.assessment.catalogue.layers import content

ROOT = Path(__file__).parents[1]
EXAMPLES = ROOT / "resources" / "examples"
CAFE = EXAMPLES / "cafe-de-verzonnen-vink.json"
BREAD = EXAMPLES / "verzonnen-broodje.json"
COMMANDS = ("voorbeeld", "beoordeel", "termijnen", "advies", "overgang", "controle")


def test_help_is_in_dutch_and_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    for asked in (["--help"], ["-h"], ["beoordeel", "--help"], ["advies", "-h"]):
        with pytest.raises(SystemExit) as caught:
            main.main(asked)
        told = capsys.readouterr()
        assert caught.value.code == 0
        assert not told.err
        for word in (*COMMANDS, "--json", "--uitvoer", "--beleid", "--nieuw-beleid", "--kluis", "--versie"):
            assert word in told.out
        assert "usage" not in told.out.lower()


@pytest.mark.parametrize(
    "asked", [["bestaatniet"], ["beoordeel"], ["termijnen"], ["advies", "x.json"], ["controle"], ["--onbekend"]]
)
def test_a_command_that_is_not_understood_is_told_in_dutch(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main.main(asked)
    told = capsys.readouterr()
    assert caught.value.code == 2
    assert told.err == "Deze opdracht is niet begrepen. Bekijk de uitleg met: main.py --help\n"
    assert not told.out


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main.main(["--versie"])
    assert capsys.readouterr().out.startswith("Toetssteen ")


def test_several_files_give_one_result_a_line_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["beoordeel", str(CAFE), str(BREAD), "--json"]) == 0
    told = capsys.readouterr()
    results = [json.loads(line) for line in told.out.splitlines()]
    assert [one["reference"] for one in results] == ["BIB-2026-0014", "BIB-2026-0030"]
    assert {one["format"] for one in results} == {"toetssteen-beoordeling/1"}
    assert not told.err


def test_the_same_file_gives_the_same_receipt(capsys: pytest.CaptureFixture[str]) -> None:
    main.main(["beoordeel", str(CAFE), str(CAFE), "--json"])
    first, second = capsys.readouterr().out.splitlines()
    assert first == second
    assert json.loads(first)["receipt"].startswith("sha256:")


def test_a_reading_for_people_tells_the_figures_and_the_degrees(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["beoordeel", str(CAFE)]) == 0
    told = capsys.readouterr().out
    for words in ("BIB-2026-0014", "245.000,00", "15.000,00", "9,1", "ernstig gevaar", "sha256:"):
        assert words in told


@pytest.mark.parametrize(
    ("command", "part", "changes"),
    [
        ("beoordeel", "facts", ({"actor": "p99"}, {"offence": "sr-999"})),
        ("termijnen", "events", ({"on": "2026-02-30"},)),
    ],
)
def test_every_fault_is_one_sentence_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, part: str, changes: tuple[dict[str, str], ...]
) -> None:
    raw: dict[str, Any] = json.loads(CAFE.read_text("utf-8"))
    for record, change in zip(raw[part], changes, strict=False):
        record.update(change)
    raw["kleur"] = "rood"
    broken = tmp_path / "kapot.json"
    broken.write_text(json.dumps(raw), "utf-8")
    assert main.main([command, str(broken), str(BREAD), "--json"]) == 2
    told = capsys.readouterr()
    assert [json.loads(line)["reference"] for line in told.out.splitlines()] == ["BIB-2026-0030"]
    lines = told.err.splitlines()
    places = [f"$.{part}[{at}].{key}" for at, change in enumerate(changes) for key in change]
    assert len(lines) == len(places) + 1
    for place in (*places, "$.kleur"):
        assert any(f"{broken}: {place}: " in line for line in lines)


@pytest.mark.parametrize(("name", "why"), [("", "het is een map"), ("ontbreekt.json", "bestaat niet")])
def test_a_file_that_cannot_be_read_is_told(
    name: str, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["beoordeel", str(tmp_path / name)]) == 2
    told = capsys.readouterr().err
    assert "dit bestand is niet te lezen" in told
    assert why in told
    assert len(told.splitlines()) == 1


def test_terms_are_those_of_the_assessment_one_line_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    files = [str(CAFE), str(BREAD)]
    assert main.main(["beoordeel", *files, "--json"]) == 0
    whole = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert main.main(["termijnen", *files, "--json"]) == 0
    told = capsys.readouterr()
    terms = [json.loads(line) for line in told.out.splitlines()]
    assert [one["reference"] for one in terms] == ["BIB-2026-0014", "BIB-2026-0030"]
    assert {one["format"] for one in terms} == {"toetssteen-termijnen/1"}
    for mine, all_ in zip(terms, whole, strict=True):
        assert mine["terms"] == all_["terms"]
        assert mine["duties"] == [one for one in all_["duties"] if not one["fulfilled"]]
        assert mine["assessed_on"] == all_["assessed_on"]
    assert terms[0]["terms"]
    assert terms[0]["duties"]
    assert not told.err


def test_terms_are_told_to_people_with_their_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["termijnen", str(CAFE)]) == 0
    told = capsys.readouterr().out
    for words in (
        "BIB-2026-0014",
        "Beslistermijn",
        "wettelijk einde: 28 apr 2026",
        "opgeschort: 36 dagen",
        "van 26 jan",
    ):
        assert words in told
    assert max(map(len, told.splitlines())) <= 78


def test_an_advice_is_written_where_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "advies.pdf"
    assert main.main(["advies", str(BREAD), "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"%PDF-")
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "")
    assert [path.name for path in tmp_path.iterdir()] == ["advies.pdf"]


def test_an_advice_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["advies", str(BREAD), "-o", str(tmp_path / "geen" / "map" / "a.pdf")]) == 2
    assert "niet te bewaren" in capsys.readouterr().err


def test_a_faulty_file_gives_no_advice(tmp_path: Path) -> None:
    broken, out = tmp_path / "kapot.json", tmp_path / "a.pdf"
    broken.write_text("{}", "utf-8")
    assert main.main(["advies", str(broken), "-o", str(out)]) == 2
    assert not out.exists()


def test_the_result_is_the_same_bytes_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, "cp1252", newline="\r\n"))
    assert main.main(["beoordeel", str(CAFE)]) == 0
    assert b"\r" not in written.getvalue()
    assert "€" in written.getvalue().decode("utf-8")


@pytest.mark.parametrize("heard", [0, 10])
def test_a_reader_that_stops_listening_is_no_fault(heard: int) -> None:
    command = [sys.executable, str(ROOT / "main.py"), "beoordeel", *[str(CAFE)] * 3, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        process.stdout.read(heard)
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_the_command_line_needs_no_window() -> None:
    code = (
        "import sys, main; main.main(['beoordeel', sys.argv[1], '--json']);"
        "sys.exit(any(name.startswith('PySide6') or name == 'sqlalchemy' for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(CAFE)], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0


def layer(folder: Path) -> Path:
    for name, data in content().items():
        (folder / name).write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    return folder


def test_own_policy_is_applied_and_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["beoordeel", str(CAFE), "--beleid", str(layer(tmp_path))]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "eigen beleid van gemeente Fictenveen (Beleidsregel Bibob Fictenveen 2026)" in told
    assert "Gemeente Fictenveen wijzigde het afwegingskader." in told
    main.main(["beoordeel", str(CAFE)])
    assert "eigen beleid" not in capsys.readouterr().out


def test_own_policy_gives_another_receipt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main.main(["beoordeel", str(BREAD), "--json"])
    main.main(["beoordeel", str(BREAD), "--json", "--beleid", str(layer(tmp_path))])
    first, second = (json.loads(one)["receipt"] for one in capsys.readouterr().out.splitlines())
    assert first != second


def test_an_advice_says_on_which_policy_it_rests(tmp_path: Path) -> None:
    out = tmp_path / "advies.pdf"
    folder = tmp_path / "beleid"
    folder.mkdir()
    assert main.main(["advies", str(BREAD), "-o", str(out), "--beleid", str(layer(folder))]) == 0
    pages = pypdfium2.PdfDocument(out.read_bytes())
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    assert "gemeente Fictenveen (Beleidsregel Bibob Fictenveen 2026)" in text


def test_a_layer_that_weakens_a_check_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (layer(tmp_path) / "checks.yaml").write_text('{"checks": [{"id": "C03-texts", "severity": "hint"}]}', "utf-8")
    assert main.main(["beoordeel", str(BREAD), "--beleid", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert "checks.yaml › C03-texts › severity: een eigen laag verandert dit niet" in told.err
    assert not told.out


def test_a_folder_without_policy_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["beoordeel", str(BREAD), "--beleid", str(tmp_path)]) == 2
    assert "in deze map staat geen eigen beleid" in capsys.readouterr().err


def test_policy_before_and_after_the_command_counts_alike(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = ["--beleid", str(layer(tmp_path))]
    judge = ["beoordeel", str(BREAD), "--json"]
    for asked in ([*where, *judge], [*judge, *where], [*where, *judge, *where]):
        assert main.main(asked) == 0
    assert len(set(capsys.readouterr().out.splitlines())) == 1


def test_another_policy_is_told_for_each_dossier(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    policy, out = tmp_path / "beleid", tmp_path / "nieuw"
    policy.mkdir()
    out.mkdir()
    asked = ["overgang", str(CAFE), "ontbreekt.json", str(BREAD), "--nieuw-beleid", str(layer(policy)), "-o", str(out)]
    assert main.main(asked) == 2
    told = capsys.readouterr()
    assert "BIB-2026-0014  Catalogus van 1 jan 2026, van geen beleid naar het beleid van gemeente" in told.out
    assert "FIC-01 Staat dit pand op de lijst" in told.out
    assert told.out.splitlines()[-1].startswith("Bekeken: 2 dossiers.")
    assert len(told.err.splitlines()) == 1
    assert sorted(path.name for path in out.iterdir()) == [CAFE.name, BREAD.name]
    assert main.main(["beoordeel", str(out / CAFE.name), "--beleid", str(policy), "--json"]) == 0


def test_with_nothing_to_go_over_to_nothing_changes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["overgang", str(CAFE)]) == 0
    told = capsys.readouterr().out
    assert "loopt al onder deze catalogus en dit beleid" in told
    assert told.splitlines()[-1] == (
        "Bekeken: geen dossiers. Met een andere uitkomst: 0. Buiten beschouwing: BIB-2026-0014."
    )


def test_without_a_new_policy_that_of_now_stays(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["overgang", str(CAFE), "--beleid", str(layer(tmp_path))]) == 0
    assert "loopt al onder" in capsys.readouterr().out


@pytest.mark.parametrize("command", [[], ["voorbeeld"]])
def test_a_policy_with_a_fault_is_told_before_there_is_a_window(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (layer(tmp_path) / "checks.yaml").write_text('{"checks": [{"id": "C03-texts", "severity": "hint"}]}', "utf-8")
    assert main.main(["--beleid", str(tmp_path), *command]) == 2
    assert "checks.yaml › C03-texts › severity: een eigen laag verandert dit niet" in capsys.readouterr().err


def test_the_window_is_opened_with_the_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Any] = []
    monkeypatch.setattr("gui.application.run", lambda parts, _argv, _view: opened.append(parts.load_catalogue()) or 0)
    assert main.main(["voorbeeld", "--beleid", str(layer(tmp_path))]) == 0
    assert opened[0].own.municipality == "gemeente Fictenveen"
    assert main.main(["voorbeeld"]) == 0
    assert opened[1].own is None
