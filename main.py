# SPDX-License-Identifier: EUPL-1.2
"""Toetssteen: joins the parts and reads the command line."""

from __future__ import annotations

import argparse
import errno
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from assessment.errors import FaultyFile, Hindrance
from assessment.version import PROGRAM
from resources import files

if TYPE_CHECKING:
    from assessment.catalogue.catalogue import Catalogue
    from assessment.ports import Vault
    from gui.assembly import Parts
    from storage.catalogues import Catalogues


class _DutchParser(argparse.ArgumentParser):
    """A parser whose help and complaints are ours."""

    def format_help(self) -> str:
        """Give the whole help, also below a command."""
        return files.read_bytes("texts", "help.txt").decode()

    def error(self, _message: str) -> NoReturn:
        """Say in Dutch that the command was not understood."""
        self.exit(2, "Deze opdracht is niet begrepen. Bekijk de uitleg met: main.py --help\n")


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = _DutchParser(prog="main.py", add_help=True)
    parser.add_argument("--versie", action="version", version=f"Toetssteen {PROGRAM}")
    parser.add_argument("--kluis", type=Path)
    commands = parser.add_subparsers(dest="command", parser_class=_DutchParser)
    _, judge, advise = map(commands.add_parser, ("voorbeeld", "beoordeel", "advies"))
    judge.add_argument("files", nargs="+", type=Path)
    judge.add_argument("--json", action="store_true")
    advise.add_argument("file", type=Path)
    advise.add_argument("-o", "--uitvoer", dest="out", type=Path, required=True)
    for one in (judge, advise):
        one.add_argument("--beleid", dest="policy", type=Path)
    return parser.parse_args(arguments)


@cache
def catalogues(policy: Path | None = None) -> Catalogues:
    """Give the shipped catalogues by date, each loaded once; on them lies the municipality's own policy, if any."""
    from storage.catalogues import Catalogues

    return Catalogues(policy)


def catalogue(date: str = files.LATEST_CATALOGUE) -> Catalogue:
    """Give one of them, by default the newest, with which a new dossier begins."""
    return catalogues()[date]


def judge(files: Sequence[Path], as_json: bool, policy: Path | None) -> int:
    """Assess dossier files and print the outcome of each; what is wrong with one does not stop the next."""
    from assessment.assess import assess
    from assessment.explanation.wire import explained_to_wire
    from assessment.telling.report import report
    from storage.dossier_file import read_dossier_file

    code = 0
    for path in files:
        try:
            dossier = read_dossier_file(path, catalogues(policy).codes)
        except Hindrance as hindrance:
            code = complain(path, hindrance)
            continue
        known = catalogues(policy)[dossier.catalogue]
        wire = explained_to_wire(dossier, outcome := assess(dossier, known), known)
        print(json.dumps(wire, ensure_ascii=False) if as_json else report(outcome, dossier, known), flush=True)
    return code


def advise(path: Path, out: Path, policy: Path | None) -> int:
    """Make the internal advice of one dossier file."""
    from assessment.services.advice import internal_advice
    from storage.dossier_file import read_dossier_file, write_file
    from storage.paper import write_pdf

    try:
        dossier = read_dossier_file(path, catalogues(policy).codes)
        write_file(out, internal_advice(dossier, catalogues(policy)[dossier.catalogue], write_pdf))
    except Hindrance as hindrance:
        return complain(path, hindrance)
    return 0


def complain(path: Path, hindrance: Hindrance) -> int:
    """Print one Dutch sentence per fault to standard error; gives the exit code."""
    faults = hindrance.faults if isinstance(hindrance, FaultyFile) else ()
    for line in [f"{path}: {one}" for one in faults] or [str(hindrance)]:
        print(line, file=sys.stderr)
    return 2


def show(folder: Path | None, example: bool) -> int:
    """Open the window: on the store of the officer, or on a temporary one with the worked dossiers."""
    from gui.application import run

    opened: list[Vault] = []
    try:
        return run(parts(folder, example, opened), sys.argv[:1])
    finally:
        for vault in opened:
            vault.lock()


def parts(folder: Path | None, example: bool, opened: list[Vault]) -> Parts:
    """Hand the real things to the window; what is heavy is imported when it is first used, in a lane.

    `opened` collects the vault, so that it is closed whatever happens to the window.
    """
    from gui.assembly import Parts
    from gui.settings import preferences

    def open_vault() -> Vault:
        from storage.place import default_folder
        from storage.vault import FolderVault

        opened.append(example_vault() if example else FolderVault(folder or default_folder(), now))
        return opened[0]

    file = preferences.default_file()
    return Parts(
        open_vault=open_vault,
        load_catalogue=catalogue,
        assess=late("assessment.assess", "assess"),
        write_pdf=late("storage.paper", "write_pdf"),
        pages=late("storage.paper", "pages"),
        examples=late("storage.dossier_file", "read_examples"),
        today=date.today,
        now=now,
        preferences=preferences.Preferences() if example else preferences.read(file),
        keep_preferences=preferences.forget if example else partial(preferences.keep, file),
    )


def example_vault() -> Vault:
    """Make a temporary store with the worked dossiers, open; nothing of it remains after it is locked."""
    from assessment.services.dossiers import add
    from storage.dossier_file import read_examples
    from storage.temporary import TemporaryVault

    vault = TemporaryVault("voorbeeld", now)
    for one in read_examples(catalogue()):
        add(vault.work(), one, catalogue())
    return vault


def late(module: str, name: str) -> Callable[..., Any]:
    """Give a function that is imported when it is first called, so that the window need not wait for it."""

    def call(*arguments: Any) -> Any:
        return getattr(import_module(module), name)(*arguments)

    return call


def now() -> datetime:
    """Give the time in UTC."""
    return datetime.now(UTC)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line asks; gives the exit code."""
    for stream in filter(None, (sys.stdout, sys.stderr)):
        stream.reconfigure(encoding="utf-8", newline="\n")  # the same bytes on every system
    asked = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        if asked.command == "beoordeel":
            return judge(asked.files, asked.json, asked.policy)
        if asked.command == "advies":
            return advise(asked.file, asked.out, asked.policy)
    except OSError as error:
        # Nobody reads our output any more; Windows calls that an invalid argument.
        if error.errno not in {errno.EPIPE, errno.EINVAL if sys.platform == "win32" else errno.EPIPE}:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return show(asked.kluis, asked.command == "voorbeeld")


if __name__ == "__main__":
    sys.exit(main())
