# SPDX-License-Identifier: EUPL-1.2
"""The shipped files are found by plain names only, and a catalogue is read whole or not at all."""

import time
from pathlib import Path

import pytest

from resources.files import (
    LATEST_CATALOGUE,
    UnknownFile,
    UnreadableCatalogue,
    catalogue_dates,
    example_names,
    fonts,
    icon,
    read_bytes,
    read_catalogue,
    read_example,
    read_folder,
)


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    return folder


def test_the_latest_catalogue_is_among_those_that_ship() -> None:
    assert catalogue_dates()[-1] == LATEST_CATALOGUE


def test_a_catalogue_is_read_by_file_name_below_its_folder() -> None:
    files = read_catalogue()
    assert {"permits.yaml", "words.yaml", "checklist/A-identiteit-en-antecedenten.yaml"} <= set(files.content)
    assert files.checksum == read_catalogue().checksum


@pytest.mark.parametrize("date", ["2026-01-02", "../examples", "", "2026-01-01/../2026-01-01"])
def test_a_date_without_a_catalogue_is_unknown(date: str) -> None:
    with pytest.raises(UnknownFile):
        read_catalogue(date)


@pytest.mark.parametrize("parts", [("..", "main.py"), ("catalogue", "../files.py"), ("/etc/passwd",), ("nergens",)])
def test_nothing_outside_the_shipped_files_can_be_read(parts: tuple[str, ...]) -> None:
    with pytest.raises(UnknownFile):
        read_bytes(*parts)


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, een="a: 1\na: 2\n", twee="b: *x\n", drie="c: 3\n")
    with pytest.raises(UnreadableCatalogue) as caught:
        read_folder(tmp_path, "2026-01-01")
    assert [where for where, _ in caught.value.faults] == ["een.yaml, regel 2", "twee.yaml, regel 1"]
    assert "een.yaml, regel 2: de sleutel a staat er twee keer" in str(caught.value)


def test_the_checksum_covers_names_and_bytes(tmp_path: Path) -> None:
    sums = set()
    for number, files in enumerate([{"a": "x: 1\n"}, {"a": "x: 2\n"}, {"b": "x: 1\n"}, {"a": "x: 1\n", "b": "y: 1\n"}]):
        folder = tmp_path / str(number)
        folder.mkdir()
        sums.add(read_folder(write(folder, **files), "2026-01-01").checksum)
    assert len(sums) == 4


def test_the_examples_are_named_without_their_expectations() -> None:
    names = example_names()
    assert "cafe-de-verzonnen-vink" in names
    assert not [name for name in names if name.endswith(".expected")]
    assert read_example(names[0]).startswith(b"{")


def test_an_unknown_icon_is_unknown() -> None:
    with pytest.raises(UnknownFile):
        icon("dit-is-er-niet")


def test_fonts_are_files_that_exist() -> None:
    assert [font for font in fonts() if not font.is_file()] == []


@pytest.mark.benchmark
def test_the_catalogue_is_read_and_checked_within_150_ms() -> None:
    from assessment.catalogue.load import load_catalogue

    fastest = min(_seconds(load_catalogue) for _ in range(5))
    assert fastest < 0.150


def _seconds(load: object) -> float:
    start = time.perf_counter()
    files = read_catalogue()
    load(files.content, files.date, files.checksum)  # type: ignore[operator]
    return time.perf_counter() - start
