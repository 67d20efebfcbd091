# SPDX-License-Identifier: EUPL-1.2
"""What is typed can be read nowhere but in the window: not in a file, not in what is printed; open, locked or killed.

Each machine is a folder of its own: home, settings, temporary files and store all lie in it, and all of it is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import main
from assessment.exchange import write_dossier
from storage.temporary import PREFIX
from storage.vault import FolderVault
from tests.journeys.children import Child, child
from tests.journeys.marking import MARK
from tests.journeys.places import CHEAP, EXAMPLES, NAME, PASSWORD

MARKS = 26
"""Fields in which a mark was typed and that are kept; half typed ones among them."""
CODES = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    return tmp_path / "machine"


def own(machine: Path) -> dict[str, str]:
    """Give every place in which a program may leave something, all on this machine."""
    places = {
        "HOME": "home", "USERPROFILE": "home", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": "config",
        "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache", "LOCALAPPDATA": "local", "APPDATA": "roaming",
        "TMPDIR": "temp", "TEMP": "temp", "TMP": "temp", "SQLITE_TMPDIR": "temp",
    }  # fmt: skip
    for place in places.values():
        (machine / place).mkdir(parents=True, exist_ok=True)
    return {name: str(machine / place) for name, place in places.items()}


def readable(machine: Path, words: set[str]) -> Iterator[str]:
    """Name each file in which one of the words can be read, in capitals or not, in any encoding that is about."""
    forms = {form for word in words for form in (word, word.lower(), word.upper())}
    sought = {form.encode(code) for form in forms for code in CODES}
    for path in machine.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            yield from (f"{path.relative_to(machine).as_posix()}: {one!r}" for one in sought if one in content)
            yield from (f"the name {path.name}" for form in forms if form in path.name)


def printed(typist: Child, words: set[str]) -> list[str]:
    """Give what the program printed that should not be read; the recovery key the test asked for itself."""
    told = [one.rest for one in typist.told if one.word != "key"]
    return [text for text in (*told, typist.stderr()) if any(word.lower() in text.lower() for word in words)]


def test_marks_can_be_read_nowhere(machine: Path) -> None:
    with child("marks", machine / "kluis", **own(machine)) as typist:
        key = typist.hears("key").rest
        words = {MARK, NAME, PASSWORD, key, key.replace("-", ""), "SQLite format 3", "route_reason"}
        typist.hears("marked")
        assert list((machine / "kluis").glob("store.db-wal")), "the store is open"
        assert list(readable(machine, words)) == []
        typist.tells()
        typist.hears("locked")
        assert list(readable(machine, words)) == []
        typist.tells()
        typist.hears("marked")
        assert list(readable(machine, words)) == []
        typist.kill()
        assert list(readable(machine, words)) == []
        assert printed(typist, words) == []
    assert kept_marks(machine / "kluis") >= MARKS


def kept_marks(folder: Path) -> int:
    """Count the marks in the store: what was looked for must have been there to be found."""
    vault = FolderVault(folder, main.now, CHEAP)
    vault.unlock(PASSWORD)
    try:
        with vault.work() as work:
            (row,) = work.dossiers.find(MARK)
            everything = write_dossier(work.dossiers.get(row.id)).decode() + str(work.drafts.all(row.id))
            return len(set(re.findall(rf"{MARK}\d\d", everything)))
    finally:
        vault.lock()


def test_what_can_be_read_is_found(machine: Path) -> None:
    own(machine)
    for number, code in enumerate(CODES):
        (machine / "temp" / f"{number}").write_bytes(b"\x00" + f"x{MARK.upper()}01 \u00e9".encode(code))
    found = list(readable(machine, {MARK}))
    assert {one.split(":")[0] for one in found} == {f"temp/{number}" for number in range(len(CODES))}


def names() -> set[str]:
    """Name everybody in the worked dossiers."""
    files = (one for one in EXAMPLES.glob("*.json") if not one.name.endswith(".expected.json"))
    return {party["name"] for one in files for party in json.loads(one.read_text("utf-8"))["parties"]}


def left(machine: Path) -> list[Path]:
    return list((machine / "temp").glob(f"{PREFIX}*"))


def test_nothing_of_the_example_is_left(machine: Path) -> None:
    with child("looks", machine / "kluis", **own(machine)) as looker:
        looker.hears("open")
        assert len(left(machine)) == 1
        assert list(readable(machine, names())) == []
        looker.tells()
        assert looker.ends() == 0, looker.stderr()
    assert left(machine) == []
    assert list(readable(machine, names())) == []


def test_of_an_example_that_was_killed_nothing_can_be_read_and_the_next_start_sweeps_it(machine: Path) -> None:
    with child("looks", machine / "kluis", **own(machine)) as looker:
        looker.hears("open")
        looker.kill()
    (dead,) = left(machine)
    assert (dead / "voorbeeld" / "store.db").stat().st_size > 0
    assert list(readable(machine, names())) == []
    with child("looks", machine / "kluis", **own(machine)) as looker:
        looker.hears("open")
        assert not dead.exists()
        assert len(left(machine)) == 1
        looker.tells()
        assert looker.ends() == 0, looker.stderr()
    assert left(machine) == []
