# SPDX-License-Identifier: EUPL-1.2
"""What fuzzing kept is read as it should be, and fuzzing finds what it looks for."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.fuzz import fuzz
from tests.fuzz.fuzz import main, outcome, run
from tests.fuzz.mutations import MOST, of_bytes, of_json
from tests.fuzz.readers import READERS


@pytest.mark.parametrize("name", READERS)
def test_what_was_kept_makes_no_reader_stumble(name: str) -> None:
    reader = READERS[name]
    files = reader.start()
    assert len(files) > len(reader.seeds()), "a corpus is kept"
    assert [fault for one in files if (fault := outcome(reader, one)[1])] == []


@pytest.mark.parametrize("name", READERS)
def test_the_seeds_are_read_and_a_thousand_changes_of_them_make_it_no_worse(name: str) -> None:
    reader, chance = READERS[name], Random(7)
    seeds = reader.seeds()
    assert all(":" not in outcome(reader, one)[0] for one in seeds)
    texts = [chance.choice(reader.changes)(chance.choice(seeds), seeds, chance) for _ in range(1000)]
    assert [fault for one in texts if (fault := outcome(reader, one)[1])] == []
    assert len({outcome(reader, one)[0] for one in texts}) > 3


@pytest.mark.parametrize("change", [of_bytes, of_json])
def test_a_change_is_one_within_bounds(change: fuzz.Reader) -> None:
    seeds, chance = READERS["dossier"].seeds(), Random(3)
    found = [change(seeds[0], seeds, chance) for _ in range(50)]
    assert len(set(found)) > 25
    assert all(len(one) <= MOST for one in found)


def test_a_reader_that_stumbles_is_found_and_its_file_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stumbles(text: bytes) -> str:
        if b"slots" not in text:
            raise ZeroDivisionError
        return "read"

    monkeypatch.setitem(READERS, "key-file", replace(READERS["key-file"], read=stumbles))
    assert main(["key-file", "--minutes", "1", "--folder", str(tmp_path)]) == 1
    (kept,) = (tmp_path / "key-file").glob("crash-*")
    assert b"slots" not in kept.read_bytes()
    assert "ZeroDivisionError" in capsys.readouterr().out


def test_a_reader_that_takes_too_long_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def hangs(_text: bytes) -> str:
        while True:
            pass

    monkeypatch.setattr(fuzz, "PATIENCE", 1)
    assert "TimeoutError" in outcome(replace(READERS["key-file"], read=hangs), b"")[1]


def test_nothing_new_keeps_nothing(tmp_path: Path) -> None:
    reader = replace(READERS["key-file"], read=lambda _text: "read")
    found = list(run(reader, Random(1), 0.2))
    assert found
    assert not any(is_new or fault for _, is_new, fault in found)
    assert not list(tmp_path.iterdir())
