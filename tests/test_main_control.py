# SPDX-License-Identifier: EUPL-1.2
"""The check of a store from the command line, as a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from assessment.users import Role
from storage.vault import FolderVault
from tests.storage.processes import child, heard
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, bytes_of, flip, small

MAIN = Path(__file__).parents[1] / "main.py"
ON_A_TERMINAL = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A closed store with a dossier."""
    vault = FolderVault(tmp_path / "kluis", Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    add(vault, small())
    vault.lock()
    return tmp_path / "kluis"


def check(store: Path, *options: str, password: str = PASSWORD) -> "subprocess.CompletedProcess[str]":
    """Run it with the password as a line of standard input, and see that the folder stays as it was."""
    before = bytes_of(store)
    done = subprocess.run(
        [sys.executable, str(MAIN), "controle", str(store), *options],
        input=f"{password}\n",
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert bytes_of(store) == before
    assert "Traceback" not in done.stderr
    return done


def test_a_whole_store(store: Path) -> None:
    done = check(store)
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == "De kluis is heel."
    assert done.stderr.splitlines()[0] == "Sleutelbestand: wordt nagekeken…"
    assert "Fictema" not in done.stdout + done.stderr
    assert PASSWORD not in done.stdout + done.stderr


def test_where_there_are_more_users_one_says_whose_password_it_is(store: Path) -> None:
    vault = FolderVault(store, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    vault.people.add("Bo Verzonnen", Role.OFFICER, "eerste wachtwoord", PASSWORD)
    vault.lock()
    for name, password, code in (
        ("Bo Verzonnen", "eerste wachtwoord", 0),
        ("Ada Voorbeeld", PASSWORD, 0),
        ("Bo Verzonnen", PASSWORD, 2),
        ("Niemand", PASSWORD, 2),
    ):
        done = check(store, password=f"{name}\n{password}")
        assert done.returncode == code
        assert "Gebruikers: Ada Voorbeeld, Bo Verzonnen" in done.stderr


def test_the_result_as_json(store: Path) -> None:
    done = check(store, "--json")
    (line,) = done.stdout.splitlines()
    assert json.loads(line)["whole"] is True


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("store.db", "Database: NIET HEEL"),
        ("store.keys.json", "Sleutelbestand: NIET HEEL"),
        ("journal.anchor", "Anker van het logboek: NIET HEEL"),
    ],
)
def test_a_store_that_is_not_whole(store: Path, name: str, line: str) -> None:
    flip(store / name, 99)
    done = check(store)
    assert done.returncode == 1
    assert line in done.stdout.splitlines()
    assert "heel." not in done.stdout.replace("niet heel.", "")


def test_a_wrong_password_is_one_sentence(store: Path) -> None:
    for wrong in ("mis", "", "é" * 100):
        done = check(store, password=wrong)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.splitlines()[1:] == [
            "Het wachtwoord klopt niet. De kluis is niet gewijzigd. Probeer het opnieuw, of gebruik de herstelsleutel."
        ]


def test_a_password_with_other_signs_is_read_as_it_was_typed(tmp_path: Path) -> None:
    vault = FolderVault(tmp_path / "kluis", Clock(), CHEAP)
    vault.create("Ada Voorbeeld", "één zin met € en ø ")
    vault.lock()
    assert check(tmp_path / "kluis", password="één zin met € en ø ").returncode == 0


def test_a_store_in_use_is_told(store: Path) -> None:
    with child("hold", store) as process:
        assert heard(process) == "open"
        done = check(store)
    assert (done.returncode, done.stdout) == (2, "")
    assert "De kluis is al geopend door" in done.stderr


def test_a_folder_without_a_store(tmp_path: Path) -> None:
    done = check(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("In deze map staat geen kluis.")


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of one's own is made in another way there")
def test_on_a_terminal_the_password_is_not_shown(store: Path) -> None:
    command = [sys.executable, "-c", ON_A_TERMINAL, sys.executable, str(MAIN), "controle", str(store)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        seen = b""
        while not seen.endswith(b"Wachtwoord van de kluis: "):
            sign = process.stdout.read(1)
            assert sign, seen
            seen += sign
        process.stdin.write(PASSWORD.encode() + b"\n")
        process.stdin.flush()
        rest = process.stdout.read()
    assert process.returncode == 0
    assert PASSWORD.encode() not in seen + rest
    assert "De kluis is heel." in rest.decode()
