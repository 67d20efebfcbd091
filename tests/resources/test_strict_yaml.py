# SPDX-License-Identifier: EUPL-1.2
"""What a lawyer reads in a catalogue file is what the program gets; everything else is a fault with its line."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from resources.strict_yaml import DEEPEST, LARGEST_FILE, read_yaml

FAULTS = {
    "two equal keys": ("a: 1\nb: 2\na: 3\n", "regel 3", "de sleutel a staat er twee keer"),
    "two equal keys below": ("a:\n  b: 1\n  b: 2\n", "regel 3", "de sleutel b staat er twee keer"),
    "a number as key": ("a: 1\n2: x\n", "regel 2", "een sleutel is een tekst: zet aanhalingstekens om 2"),
    "nothing as key": ("~: x\n", "regel 1", "een sleutel is een tekst: zet aanhalingstekens om None"),
    "a list as key": ("? [a]\n: x\n", "regel 1", "een sleutel is een tekst: zet aanhalingstekens om ['a']"),
    "an anchor": ("a: &x 1\n", "regel 1", "een anker (&) is niet toegestaan"),
    "an alias": ("a: &x 1\nb: *x\n", "regel 2", "een verwijzing (*) is niet toegestaan"),
    "a tag": ("a: !!python/name:os.system x\n", "regel 1", "een aanduiding van soort (!) is niet toegestaan"),
    "an own tag": ("a: !mine\n  b: 1\n", "regel 1", "een aanduiding van soort (!) is niet toegestaan"),
    "a second document": ("a: 1\n---\nb: 2\n", "regel 2", "een bestand bevat één document"),
    "no YAML": ("a: [1,\nb: }\n", "regel 2", "dit is geen geldige YAML"),
    "too deep": ("[" * (DEEPEST + 1), "regel 1", "de regels staan te diep in elkaar"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_with_its_line(name: str) -> None:
    text, line, what = FAULTS[name]
    _, faults = read_yaml(text.encode(), "proef.yaml")
    assert any(where == f"proef.yaml, {line}" and said.startswith(what) for where, said in faults), faults


def test_all_faults_of_a_file_are_told_at_once() -> None:
    _, faults = read_yaml(b"a: &x 1\nb: *x\na: 2\n1: y\n", "proef.yaml")
    assert [where for where, _ in faults] == [f"proef.yaml, regel {line}" for line in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("ja", "ja"),
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("off", "off"),
        ("true", "true"),
        ("2026-01-01", "2026-01-01"),
        ("12:30:45", "12:30:45"),
        ("1_000", "1_000"),
        ("0x10", "0x10"),
        ("010", "010"),
        ("1e3", "1e3"),
        (".inf", ".inf"),
        ("'5'", "5"),
        ('"null"', "null"),
        ("5", 5),
        ("-12", -12),
        ("0.25", 0.25),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_a_word_stays_a_word(written: str, meant: object) -> None:
    data, faults = read_yaml(f"a: {written}\n".encode(), "proef.yaml")
    assert faults == []
    assert data == {"a": meant}
    assert type(data["a"]) is type(meant)  # type: ignore[index]


def test_words_that_yaml_takes_for_booleans_are_texts_as_keys_too() -> None:
    assert read_yaml(b"no: 1\non: 2\nyes: 3\n", "proef.yaml") == ({"no": 1, "on": 2, "yes": 3}, [])


@pytest.mark.parametrize("raw", [b"a: \xff\n", b"a: \x07\n", "a: 1".encode("utf-16")])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    assert read_yaml(raw, "proef.yaml") == (None, [("proef.yaml", "het bestand is geen leesbare tekst (UTF-8)")])


def test_a_file_beyond_the_limit_is_not_read() -> None:
    _, faults = read_yaml(b"a" * (LARGEST_FILE + 1), "proef.yaml")
    assert faults == [("proef.yaml", f"het bestand is groter dan {LARGEST_FILE // 1024} kB")]


def test_without_the_fast_library_the_same_comes_out() -> None:
    text = b"a: [ja, 5, {b: no}]\nc: >-\n  een\n  twee\nd: 0.5\ne: &x 1\nd: 2\n"
    assert read_yaml(text, "proef.yaml", yaml.SafeLoader) == read_yaml(text, "proef.yaml")


@given(st.binary(max_size=200))
def test_no_bytes_make_the_reader_fall_over(raw: bytes) -> None:
    _, faults = read_yaml(raw, "proef.yaml")
    assert all(where.startswith("proef.yaml") and what for where, what in faults)
