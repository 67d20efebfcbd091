# SPDX-License-Identifier: EUPL-1.2
"""The rules of the house that no linter knows. Each test names what stands in the wrong room, and where."""

import ast
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("assessment", "gui", "storage", "resources")
MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 40
MAX_MAIN_LINES = 200
NAMES_THAT_SAY_NOTHING = {"common", "helper", "helpers", "misc", "util", "utils"}
TEXT_FILES = {
    ".cfg",
    ".in",
    ".ini",
    ".json",
    ".lock",
    ".md",
    ".py",
    ".qss",
    ".sh",
    ".svg",
    ".toml",
    ".ts",
    ".yaml",
    ".yml",
}
# What stands in gui/ and is no page; shell/ alone may know the pages.
SHARED_BY_PAGES = {"parts", "shell", "style"}
# assessment/ opens no file, asks no clock and throws no dice: what it needs is handed in.
OUTSIDE_WORLD = {
    "glob",
    "io",
    "os",
    "pathlib",
    "random",
    "secrets",
    "shutil",
    "socket",
    "subprocess",
    "tempfile",
    "time",
}
CLOCKS = {"now", "today", "utcnow"}


@cache
def files() -> tuple[Path, ...]:
    """List the repository's own files: nothing hidden but the CI script, nothing that was built."""
    found = [path for path in ROOT.rglob("*") if path.is_file() and _is_own(path.relative_to(ROOT))]
    return (*sorted(found), *sorted((ROOT / ".ci").glob("*")))


def _is_own(path: Path) -> bool:
    return not any(part.startswith(".") or part in {"__pycache__", "build", "dist"} for part in path.parts)


def sources(*rooms: str) -> Iterator[tuple[str, ast.Module]]:
    """Give the Python files, of some rooms or of all, as (path in the repository, tree)."""
    for path in files():
        name = path.relative_to(ROOT)
        if path.suffix == ".py" and (not rooms or name.parts[0] in rooms):
            yield name.as_posix(), _tree(path)


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"), str(path))


def imported(tree: ast.Module) -> Iterator[str]:
    """Name every module that a file imports, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(tree: ast.Module) -> Iterator[tuple[ast.Call, str, str]]:
    """Give every call with the name of what is called and of the thing it is called on."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield node, _last_name(node.func), _last_name(getattr(node.func, "value", None))


def _last_name(node: ast.AST | None) -> str:
    return str(getattr(node, "attr", None) or getattr(node, "id", ""))


def test_no_source_file_is_too_long() -> None:
    lengths = {path: len(path.read_text("utf-8").splitlines()) for path in files() if path.suffix == ".py"}
    assert [(str(path), lines) for path, lines in lengths.items() if lines > MAX_FILE_LINES] == []


def test_main_only_joins() -> None:
    main = ROOT / "main.py"
    if main.exists():
        assert len(main.read_text("utf-8").splitlines()) <= MAX_MAIN_LINES
    assert [name for name, tree in sources(*ROOMS) if "main" in {one.split(".")[0] for one in imported(tree)}] == []


def test_no_function_is_too_long() -> None:
    long = [
        f"{name}:{node.lineno} {node.name}"
        for name, tree in sources()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > MAX_FUNCTION_LINES
    ]
    assert long == []


def test_names_say_what_a_file_is_about() -> None:
    assert [str(path) for path in files() if {*path.relative_to(ROOT).parts, path.stem} & NAMES_THAT_SAY_NOTHING] == []


def test_only_the_unit_of_work_commits() -> None:
    found = [
        f"{name}:{call.lineno}"
        for name, tree in sources(*ROOMS, "main.py")
        for call, called, owner in calls(tree)
        if called == "commit" and "session" in owner.lower() and name != "storage/unit_of_work.py"
    ]
    assert found == []


def test_what_a_reader_needs_is_told() -> None:
    silent = [
        f"{name} {getattr(node, 'name', '(the file itself)')}"
        for name, tree in sources("assessment", "storage", "resources")
        for node in (tree, *tree.body)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not getattr(node, "name", "").startswith("_")
        and not ast.get_docstring(node)
        and (tree.body or not isinstance(node, ast.Module))
    ]
    assert silent == []


@pytest.mark.parametrize("above", ["gui", "gui.dossier"])
def test_pages_do_not_know_each_other(above: str) -> None:
    """A page emits signals and shell/ connects them; so a step can be read, changed and tested by itself."""
    places = [place for name, _ in sources("gui") if (place := _page(name.replace("/", "."), above))]
    pages = set(places) - SHARED_BY_PAGES
    found = [
        (name, module)
        for name, tree in sources("gui")
        for module in imported(tree)
        if (own := _page(name.replace("/", "."), above)) != "shell"
        and own
        and (other := _page(module, above)) in pages
        and other != own
    ]
    assert found == []


def _page(module: str, above: str) -> str:
    """Name the folder right below another that a module stands in, or nothing."""
    inside = module.removeprefix(above + ".").removesuffix(".py") if module.startswith(above + ".") else ""
    folder = inside.split(".")[0]
    return folder if (ROOT / above.replace(".", "/") / folder).is_dir() else ""


@pytest.mark.parametrize("room", ["assessment", "storage", "resources"])
def test_qt_stays_in_the_gui(room: str) -> None:
    found = [
        (name, module) for name, tree in sources(room) for module in imported(tree) if module.startswith("PySide6")
    ]
    assert found == []


def test_the_assessment_opens_no_file_asks_no_clock_and_throws_no_dice() -> None:
    trees = dict(sources("assessment"))
    found = [
        (name, one) for name, tree in trees.items() for one in imported(tree) if one.split(".")[0] in OUTSIDE_WORLD
    ]
    found += [
        (name, called)
        for name, tree in trees.items()
        for _, called, owner in calls(tree)
        if _reaches_out(called, owner)
    ]
    assert found == []


def _reaches_out(called: str, owner: str) -> bool:
    return (called in CLOCKS and owner in {"date", "datetime"}) or (called in {"open", "print", "input"} and not owner)


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(?:TODO|FIXME|XXX)\b")
    assert list(places(marks, {".py", ".md", ".sh", ".toml", ".yaml", ".yml"})) == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    folders = re.compile(r"(?<![\w.])/(?:work|root|home/[a-z]+)/|[A-Z]:\\Users\\")
    assert list(places(folders, TEXT_FILES)) == []


def test_no_file_names_a_package_registry() -> None:
    registries = re.compile(r"\b(?:pypi|pythonhosted|npmjs|debian)\.org\b|index-url", re.IGNORECASE)
    assert list(places(registries, TEXT_FILES)) == []
    assert not (ROOT / "uv.lock").exists()


def places(pattern: re.Pattern[str], suffixes: set[str]) -> Iterator[str]:
    """Name each line of the repository's own text files that fits a pattern; this file holds the patterns."""
    for path in files():
        if path == Path(__file__):
            continue
        if path.suffix in suffixes or path.parent.name == ".ci":
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if pattern.search(line):
                    yield f"{path.relative_to(ROOT)}:{number}"


def test_no_modifier_of_qt_is_inverted() -> None:
    # Its mask is negative on Windows, and then Python leaves the wrong bits: Ctrl & ~Shift is nothing there.
    assert list(places(re.compile(r"~\s*(?:Qt\.|Q[A-Z]\w+\.)"), {".py"})) == []


def test_every_source_file_states_its_licence() -> None:
    heads = {path: path.read_text("utf-8")[:200] for path in files() if path.suffix == ".py"}
    assert [str(path) for path, head in heads.items() if head and "SPDX-License-Identifier: EUPL-1.2" not in head] == []


def test_every_room_is_a_package() -> None:
    folders = {path.parent for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in ROOMS}
    assert [str(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_the_locks_hold_what_is_asked_for() -> None:
    for asked in ROOT.glob("requirements*.in"):
        names = re.findall(r"^([A-Za-z0-9][A-Za-z0-9-]*)", asked.read_text("utf-8"), re.MULTILINE)
        locked = asked.with_suffix(".lock").read_text("utf-8").lower()
        assert [name for name in names if f"\n{name.lower()}==" not in f"\n{locked}"] == []
        pins = re.findall(r"^[a-z].*", locked, re.MULTILINE)
        assert [pin for pin in pins if not re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)? \\", pin)] == []
        assert len(re.findall(r"^    --hash=sha256:", locked, re.MULTILINE)) >= len(pins)


def test_the_shipped_catalogue_loads_without_a_complaint() -> None:
    from assessment.catalogue.load import load_catalogue
    from resources.files import catalogue_dates, read_catalogue

    shipped = [read_catalogue(date) for date in catalogue_dates()]
    loaded = [load_catalogue(files.content, files.date, files.checksum) for files in shipped]
    assert [catalogue.date for catalogue in loaded] == list(catalogue_dates()) != []


def test_qt_takes_no_reference_off_none() -> None:
    """PySide6 6.12.0 lost one reference to None at each call that gives nothing, and so killed Python 3.11."""
    from PySide6.QtGui import QImage, QPainter

    painter = QPainter(image := QImage(8, 8, QImage.Format.Format_ARGB32))
    before = sys.getrefcount(None)
    for _ in range(500):
        painter.drawLine(0, 0, 1, 1)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert not image.isNull()
    assert lost < 100
