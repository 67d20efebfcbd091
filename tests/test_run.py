# SPDX-License-Identifier: EUPL-1.2
"""The start of the program: what it decides before it installs or shows anything."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import run
from tests import __main__ as whole_suite

ROOT = Path(run.__file__).parent


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project of its own, whose helpers install a file instead of packages."""
    folder = tmp_path / ".venv"
    locks = {"program": tmp_path / "requirements.lock", "tests": tmp_path / "requirements-dev.lock"}
    for lock in locks.values():
        lock.write_text("one==1.0", "utf-8")
    for name, value in {
        "VENV": folder,
        "STAMP": folder / "stamp.json",
        "PYTHON": folder / "python",
        "TOOLS": tmp_path / ".tools",
        "LIBRARIES": tmp_path / ".tools" / "lib",
        "LOCKS": locks,
    }.items():
        monkeypatch.setattr(run, name, value)
    return folder


@pytest.fixture
def steps(venv: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note which steps are taken, and leave behind what they would."""
    taken: list[str] = []

    def make() -> None:
        taken.append("venv")
        venv.mkdir(exist_ok=True)
        (venv / "stamp.json").unlink(missing_ok=True)
        (venv / "python").touch()

    def install(part: str) -> None:
        taken.append(part)
        (venv / f"{part}.py").write_text("installed", "utf-8")

    monkeypatch.setattr(run, "make_venv", make)
    monkeypatch.setattr(run, "install", install)
    return taken


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["voorbeeld"], True),
        (["--kluis", "map"], True),
        (["--kluis=map", "--beleid", "beoordeel"], True),
        (["--beleid", "map", "voorbeeld"], True),
        (["--beleid", "map", "beoordeel", "dossier.json"], False),
        (["termijnen", "dossier.json"], False),
        (["overgang", "dossier.json"], False),
        (["controle", "map"], False),
        (["voorbeeld", "--help"], False),
        (["--versie"], False),
        (["beoordeel", "dossier.json"], False),
        (["advies", "dossier.json", "-o", "advies.pdf"], False),
        (["test"], False),
    ],
)
def test_only_some_commands_open_a_window(arguments: list[str], window: bool) -> None:
    assert run.wants_window(arguments) is window


@pytest.mark.parametrize(
    ("environment", "screen"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
    ],
)
def test_linux_has_a_screen_when_it_says_so(
    environment: dict[str, str], screen: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "LINUX", True)
    assert run.has_screen(environment) is screen
    monkeypatch.setattr(run, "LINUX", False)
    assert run.has_screen(environment) is True


def test_a_window_under_x_needs_more_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LINUX", True)
    always = run.needed_libraries(["beoordeel"], {"DISPLAY": ":0"})
    under_x = run.needed_libraries([], {"DISPLAY": ":0"})
    assert always["libEGL.so.1"] == "libegl1"
    assert under_x.items() > always.items()
    assert under_x["libxcb-cursor.so.0"] == "libxcb-cursor0"
    assert run.needed_libraries([], {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}) == always


def test_other_systems_bring_their_own_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "LINUX", False)
    assert run.needed_libraries([], {}) == {}


def test_a_library_counts_as_there_when_it_was_unpacked(venv: Path) -> None:
    asked = {"libnever-heard-of.so.9": "libnever"}
    assert run.missing(asked) == ["libnever-heard-of.so.9"]
    run.LIBRARIES.mkdir(parents=True)
    (run.LIBRARIES / "libnever-heard-of.so.9").touch()
    assert run.missing(asked) == []


def test_the_first_start_makes_everything_and_the_second_nothing(steps: list[str]) -> None:
    run.provide_environment(["program"])
    assert steps == ["venv", "program"]
    run.provide_environment(["program"])
    assert steps == ["venv", "program"]


def test_the_tests_are_added_to_what_is_there(steps: list[str]) -> None:
    run.provide_environment(["program"])
    run.provide_environment(["program", "tests"])
    run.provide_environment(["program"])
    assert steps == ["venv", "program", "tests"]


def _lose_a_file(venv: Path) -> None:
    (venv / "program.py").unlink()


def _cut_a_file_short(venv: Path) -> None:
    (venv / "program.py").write_text("", "utf-8")


def _lose_the_interpreter(venv: Path) -> None:
    (venv / "python").unlink()


def _lose_the_stamp(venv: Path) -> None:
    (venv / "stamp.json").unlink()


def _garble_the_stamp(venv: Path) -> None:
    (venv / "stamp.json").write_text('{"program": 3, "files": []', "utf-8")


def _change_the_lock(venv: Path) -> None:
    (venv.parent / "requirements.lock").write_text("one==2.0", "utf-8")


def _come_from_another_python(venv: Path) -> None:
    stamp = json.loads((venv / "stamp.json").read_text("utf-8"))
    stamp["program"] = stamp["program"].replace("3.", "4.", 1)
    (venv / "stamp.json").write_text(json.dumps(stamp), "utf-8")


def test_a_second_start_waits_for_the_first(tmp_path: Path) -> None:
    code = (
        "import run, pathlib, sys; run.TOOLS = pathlib.Path(sys.argv[1])\n"
        "with run.one_at_a_time(): print('has it', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdin is not None
        assert first.stdout.readline().strip() == b"has it"
        with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as second:
            with pytest.raises(subprocess.TimeoutExpired):
                second.wait(1)
            first.stdin.close()
            assert second.wait(30) == 0


@pytest.mark.parametrize(
    "damage",
    [
        _lose_a_file,
        _cut_a_file_short,
        _lose_the_interpreter,
        _lose_the_stamp,
        _garble_the_stamp,
        _change_the_lock,
        _come_from_another_python,
    ],
)
def test_what_is_damaged_or_outdated_is_made_again(
    damage: Callable[[Path], None], steps: list[str], venv: Path
) -> None:
    run.provide_environment(["program", "tests"])
    steps.clear()
    damage(venv)
    run.provide_environment(["program", "tests"])
    assert steps == ["venv", "program", "tests"]
    assert run.is_sound("program")


def test_bytecode_may_come_and_go(steps: list[str], venv: Path) -> None:
    run.provide_environment(["program"])
    (venv / "__pycache__").mkdir()
    (venv / "__pycache__" / "program.cpython-311.pyc").touch()
    assert "program.cpython-311.pyc" not in str(run.installed_files())
    assert run.is_sound("program")


def test_what_was_interrupted_bears_no_stamp(steps: list[str], venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def pull_the_plug(part: str) -> None:
        raise KeyboardInterrupt(part)

    with monkeypatch.context() as patch:
        patch.setattr(run, "install", pull_the_plug)
        with pytest.raises(KeyboardInterrupt):
            run.provide_environment(["program"])
    assert not (venv / "stamp.json").exists()
    run.provide_environment(["program"])
    assert steps == ["venv", "venv", "program"]


def test_a_failing_helper_says_what_to_do_and_what_it_said() -> None:
    with pytest.raises(run.SetupError, match=r"(?s)Kijk of pip hier werkt\..*no such package"):
        run.run([sys.executable, "-c", "import sys; sys.exit('no such package')"], "Kijk of pip hier werkt.")
    with pytest.raises(run.SetupError, match="Installeer pip"):
        run.run(["a-program-that-is-not-there"], "Installeer pip.")


def test_another_python_is_told_which_ones_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ((3, 10, 13), (3, 14, 0)):
        monkeypatch.setattr(sys, "version_info", version)
        with pytest.raises(run.SetupError, match=r"3\.11, 3\.12 of 3\.13"):
            run.main(["beoordeel"])


def test_the_exit_code_of_the_program_is_passed_on(tmp_path: Path) -> None:
    (tmp_path / "main.py").write_text("import sys; print(sys.argv[1:]); sys.exit(7)", "utf-8")
    start = (
        "import run, pathlib, sys; run.ROOT = pathlib.Path(sys.argv[1]); run.PYTHON = pathlib.Path(sys.executable);"
        "sys.exit(run.hand_over(['beoordeel', 'een dossier.json']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", start, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (7, "['beoordeel', 'een dossier.json']")


@pytest.mark.skipif(not run.LINUX, reason="other systems have a screen")
@pytest.mark.parametrize("arguments", [[], ["voorbeeld"]])
def test_without_a_screen_one_sentence_says_what_does_work(arguments: list[str]) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, str(ROOT / "run.py"), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, check=False, timeout=10)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, done.stdout) == (2, b"")
    assert said.count("\n") == 1
    assert all(command in said for command in ("beoordeel", "termijnen", "overgang", "advies", "test"))


def test_without_arguments_every_test_is_passed_and_those_that_measure_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    codes, asked = iter((3, 0)), []
    monkeypatch.setattr(subprocess, "call", lambda words: asked.append(words) or next(codes))
    assert whole_suite.main([]) == 3
    assert [words[-2:] for words in asked] == [["-m", "not benchmark"], ["-m", "benchmark"]]
    assert ["-n" in words for words in asked] == [True, False]
