# SPDX-License-Identifier: EUPL-1.2
"""What is typed can be read nowhere but in the window: not in a file, not in what is printed; open, locked or killed.

Each machine is a folder of its own: home, settings, temporary files and store all lie in it, and all of it is read.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
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


def forms_of(words: set[str]) -> set[str]:
    return {form for word in words for form in (word, word.lower(), word.upper())}


def found_in(content: bytes, words: set[str]) -> Iterator[bytes]:
    """Give what can be read of the words, in capitals or not, in any encoding that is about."""
    return (one for form in forms_of(words) for code in CODES if (one := form.encode(code)) in content)


def readable(machine: Path, words: set[str]) -> Iterator[str]:
    """Name each file in which one of the words can be read."""
    for path in machine.rglob("*"):
        if path.is_file():
            name = path.relative_to(machine).as_posix()
            yield from (f"{name}: {one!r}" for one in found_in(path.read_bytes(), words))
            yield from (f"the name {path.name}" for form in forms_of(words) if form in path.name)


def held_open(pid: int | str) -> Iterator[tuple[Path, str]]:
    """Give the files that a process has open, each with its name: also those that were taken away already (Linux)."""
    for link in Path(f"/proc/{pid}/fd").iterdir():
        try:
            if link.is_file():
                yield link, str(link.readlink())
        except FileNotFoundError:
            continue


def readable_beside(machine: Path, pid: int, words: set[str]) -> list[str]:
    """Name what can be read in files that are held open but lie nowhere, and what is written outside the machine."""
    found = []
    for link, name in held_open(pid):
        if name.endswith(" (deleted)"):
            found += [f"{name}: {one!r}" for one in found_in(link.read_bytes(), words)]
        elif is_written(link) and not Path(name).is_relative_to(machine):
            found.append(f"{name} is written")
    return found


def is_written(link: Path) -> bool:
    """Whether a file was opened for writing."""
    told = (link.parents[1] / "fdinfo" / link.name).read_text()
    flags = next(line.split()[1] for line in told.splitlines() if line.startswith("flags:"))
    return bool(int(flags, 8) & os.O_ACCMODE)


def leaves_no_core(limits: str) -> bool:
    """Whether the system writes nothing of its memory to disk when it crashes; nor may the process allow it again."""
    (line,) = [one for one in limits.splitlines() if one.startswith("Max core file size")]
    return line.split()[4:6] == ["0", "0"]


def printed(typist: Child, words: set[str]) -> list[str]:
    """Give what the program printed that should not be read; the recovery key the test asked for itself."""
    told = [one.rest for one in typist.told if one.word != "key"]
    return [text for text in (*told, typist.stderr()) if any(word.lower() in text.lower() for word in words)]


def is_silent(machine: Path, typist: Child, words: set[str]) -> None:
    """Nothing can be read on the machine, nor in what the program holds open, nor would a crash leave anything."""
    assert list(readable(machine, words)) == []
    if sys.platform == "linux":
        assert readable_beside(machine, typist.process.pid, words) == []
        assert leaves_no_core(Path(f"/proc/{typist.process.pid}/limits").read_text())


def test_marks_can_be_read_nowhere(machine: Path) -> None:
    with child("marks", machine / "kluis", **own(machine)) as typist:
        key = typist.hears("key").rest
        words = {MARK, NAME, PASSWORD, key, key.replace("-", ""), "SQLite format 3", "route_reason"}
        typist.hears("marked")
        assert list((machine / "kluis").glob("store.db-wal")), "the store is open"
        is_silent(machine, typist, words)
        typist.tells()
        typist.hears("locked")
        is_silent(machine, typist, words)
        typist.tells()
        typist.hears("marked")
        is_silent(machine, typist, words)
        typist.kill()
        assert list(readable(machine, words)) == []
        assert printed(typist, words) == []
    assert kept_marks(machine / "kluis") >= MARKS
    assert list((machine / "kluis" / "backups").glob("*/manifest.json")), "a backup was made of what was left"
    assert list(readable(machine, words)) == []


@pytest.mark.skipif(sys.platform != "linux", reason="looks at the open files of Linux")
def test_what_is_held_open_and_taken_away_is_found(machine: Path, tmp_path: Path) -> None:
    with (tmp_path / "elders").open("wb") as elsewhere, tempfile.TemporaryFile(dir=tmp_path) as hidden:
        for number, code in enumerate(CODES):
            hidden.seek(0)
            hidden.write(f"x{MARK.lower()}0{number} é".encode(code))
            hidden.flush()
            found = readable_beside(machine, os.getpid(), {MARK})
            assert [one for one in found if "(deleted): " in one]
        assert f"{elsewhere.name} is written" in found


def test_a_process_that_would_leave_its_memory_is_seen() -> None:
    line = "Max core file size        {0:<21}{1:<21}bytes"
    assert leaves_no_core(line.format("0", "0"))
    assert not leaves_no_core(line.format("0", "unlimited"))
    assert not leaves_no_core(line.format("4096", "4096"))


def kept_marks(folder: Path) -> int:
    """Count the marks in the store, and back it up: what was looked for must have been there to be found."""
    vault = FolderVault(folder, main.now, CHEAP)
    vault.unlock(PASSWORD)
    try:
        with vault.work() as work:
            (row,) = work.dossiers.find(MARK)
            everything = write_dossier(work.dossiers.get(row.id)).decode() + str(work.drafts.all(row.id))
        assert vault.back_up()
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
