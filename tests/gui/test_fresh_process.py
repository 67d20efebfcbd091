# SPDX-License-Identifier: EUPL-1.2
"""Starting the program once more: with the same words, and known to be there by one word of its own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gui import fresh_process
from gui.fresh_process import command, start_fresh
from tests.socket_guard import python_path

ROOT = Path(__file__).parents[2]
PAINTS = "from gui.fresh_process import tell_painted; tell_painted(); print('niemand leest dit')"
OTHER = "import time; print('iets anders', flush=True); time.sleep(60)"


@pytest.fixture
def started(monkeypatch):
    """Let a script be what is started."""
    monkeypatch.setenv("PYTHONPATH", python_path(ROOT))

    def as_if(script):
        monkeypatch.setattr(sys, "orig_argv", [sys.executable, "-c", script])

    yield as_if
    for process in fresh_process.followers:
        process.wait(20)
        process.stdout.close()
    fresh_process.followers.clear()


def test_one_that_shows_its_window_is_there(started):
    started(PAINTS)
    assert start_fresh("1,2,1366,768,normal")


@pytest.mark.parametrize("script", ["raise SystemExit(3)", OTHER])
def test_one_that_ends_or_is_something_else_is_not_there(started, script):
    started(script)
    assert not start_fresh("")


def test_one_that_cannot_be_started_is_not_there(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "weg"))
    assert not start_fresh("")


def test_one_that_lives_and_is_slow_is_trusted(started, monkeypatch, tmp_path):
    monkeypatch.setattr(fresh_process, "PATIENCE", 0.3)
    go = tmp_path / "klaar"
    started(f"import pathlib, time\nwhile not pathlib.Path({str(go)!r}).exists(): time.sleep(0.05)")
    assert start_fresh("")
    go.touch()


def test_the_words_are_those_of_this_process_and_one_place(monkeypatch):
    monkeypatch.setattr(sys, "orig_argv", ["python", "-B", "main.py", "--kluis", "een map", "--venster=9,9,9,9,normal"])
    assert command("1,2,3,4,normal") == [
        sys.executable, "-B", "main.py", "--kluis", "een map", "--venster=1,2,3,4,normal"
    ]  # fmt: skip


def test_a_program_in_one_file_is_started_by_its_own_name_and_unpacks_itself_anew(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "argv", ["toetssteen.exe", "--kluis", "map"])
    assert command("v") == [sys.executable, "--kluis", "map", "--venster=v"]
    assert fresh_process._environment()["PYINSTALLER_RESET_ENVIRONMENT"] == "1"


def test_without_a_listener_the_window_is_shown_all_the_same():
    read, write = os.pipe()
    os.close(read)
    environment = {**os.environ, "PYTHONPATH": python_path(ROOT)}
    script = "from gui.fresh_process import tell_painted; tell_painted()"
    done = subprocess.run([sys.executable, "-c", script], stdout=write, env=environment, check=False)
    os.close(write)
    assert done.returncode == 0
