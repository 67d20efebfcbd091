# SPDX-License-Identifier: EUPL-1.2
"""The command line: what can be asked of the program, and with which words."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from assessment.version import PROGRAM
from resources import files


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
    parser.add_argument("--venster", dest="view", default="")  # from our own lock only, so the help does not tell it
    several: dict[str, Any] = {"action": "append", "type": Path, "default": []}
    parser.add_argument("--beleid", dest="before", **several)
    commands = parser.add_subparsers(dest="command", parser_class=_DutchParser)
    names = ("voorbeeld", "beoordeel", "termijnen", "advies", "overgang", "controle")
    example, judge, count, advise, carry, check = map(commands.add_parser, names)
    check.add_argument("folder", type=Path)
    for one in (judge, count, check):
        one.add_argument("--json", action="store_true")
    advise.add_argument("file", type=Path)
    for one in (judge, count, carry):
        one.add_argument("files", nargs="+", type=Path)
    for one in (advise, carry):
        one.add_argument("-o", "--uitvoer", dest="out", type=Path, required=one is advise)
    for one in (example, judge, count, advise, carry):
        one.add_argument("--beleid", dest="policy", **several)
    carry.add_argument("--nieuw-beleid", dest="new_policy", **several)
    return parser.parse_args(arguments)


def ask_user(users: tuple[str, ...]) -> str:
    """Ask whose password it is to be; without a terminal it is a line of standard input, before the password."""
    sys.stderr.write(f"Gebruikers: {', '.join(users)}\n")
    sys.stderr.flush()
    if not sys.stdin.isatty():
        return sys.stdin.buffer.readline().decode("utf-8-sig", "replace").rstrip("\r\n")
    try:
        return input("Uw naam: ").strip()
    except (EOFError, KeyboardInterrupt):
        return ""


def ask_password() -> str:
    """Ask for a password on the terminal without showing it; without a terminal it is a line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.buffer.readline().decode("utf-8-sig", "replace").rstrip("\r\n")
    try:
        return getpass.getpass("Wachtwoord van de kluis: ")
    except (EOFError, KeyboardInterrupt):
        return ""
