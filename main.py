# SPDX-License-Identifier: EUPL-1.2
"""Toetssteen: joins the parts and does what the command line asks."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assessment.errors import FaultyFile, Hindrance
from gui.command_line import ask_password, ask_user, parse
from resources import files

if TYPE_CHECKING:
    from assessment.catalogue.catalogue import Catalogue
    from assessment.ports import Vault
    from gui.assembly import Parts
    from storage.catalogues import Catalogues

Policy = tuple[Path, ...]
"""Folders with the municipality's own policy, each for the catalogue that it names."""

PRINTED = {"beoordeel": "printed_outcome", "termijnen": "printed_timing"}
"""What each command prints of an assessed dossier, a function of `assessment.telling.printed`."""


@cache
def catalogues(policy: Policy = ()) -> Catalogues:
    """Give the shipped catalogues by date, each loaded once; on them lies the municipality's own policy, if any."""
    from storage.catalogues import Catalogues

    return Catalogues(policy)


def catalogue(date: str = files.LATEST_CATALOGUE, policy: Policy = ()) -> Catalogue:
    """Give one of them, by default the newest, with which a new dossier begins."""
    return catalogues(policy)[date]


def judge(files: Sequence[Path], as_json: bool, policy: Policy, printed: str) -> int:
    """Assess dossier files and print the outcome of each; what is wrong with one does not stop the next."""
    from assessment.assess import assess
    from storage.dossier_file import read_dossier_file

    told, code = late("assessment.telling.printed", printed), 0
    for path in files:
        try:
            dossier = read_dossier_file(path, catalogues(policy).codes)
        except Hindrance as hindrance:
            code = complain(hindrance, path)
            continue
        known = catalogues(policy)[dossier.catalogue]
        print(told(assess(dossier, known), dossier, known, as_json), flush=True)
    return code


def advise(path: Path, out: Path, policy: Policy) -> int:
    """Make the internal advice of one dossier file."""
    from assessment.services.advice import internal_advice
    from storage.dossier_file import read_dossier_file, write_file
    from storage.paper import write_pdf

    try:
        dossier = read_dossier_file(path, catalogues(policy).codes)
        write_file(out, internal_advice(dossier, catalogues(policy)[dossier.catalogue], write_pdf))
    except Hindrance as hindrance:
        return complain(hindrance, path)
    return 0


def carry(files: Sequence[Path], out: Path | None, policy: Policy, new_policy: Policy) -> int:
    """Tell what the newest catalogue, or another policy, changes in dossier files; write them only when asked."""
    from storage.carrying import Carrying

    carrying, code = Carrying(catalogues(policy), catalogue(policy=new_policy), out), 0
    for path in files:
        try:
            print(carrying.carry(path), flush=True)
        except Hindrance as hindrance:
            code = complain(hindrance, path)
    print(carrying.summary(), flush=True)
    return code


def check(folder: Path, as_json: bool) -> int:
    """Tell what of a store is whole and what is not; changes nothing."""
    from assessment.telling.control_told import step, told
    from storage.control import control

    found = control(folder, ask_password, lambda part: print(step(part), file=sys.stderr, flush=True), ask_user)
    print(told(found, as_json))
    return 0 if found.is_whole else 1


def complain(hindrance: Hindrance, path: Path | None = None) -> int:
    """Print one Dutch sentence per fault to standard error; gives the exit code."""
    faults = hindrance.faults if isinstance(hindrance, FaultyFile) else ()
    for line in [f"{path}: {one}" if path else str(one) for one in faults] or [str(hindrance)]:
        print(line, file=sys.stderr)
    return 2


def show(folder: Path | None, example: bool, policy: Policy, view: str = "") -> int:
    """Open the window: on the store of the officer, or on a temporary one with the worked dossiers."""
    from gui.application import run

    opened: list[Vault] = []
    try:
        return run(parts(folder, example, opened, policy), sys.argv[:1], view)
    finally:
        for vault in opened:
            vault.lock()


def parts(folder: Path | None, example: bool, opened: list[Vault], policy: Policy = ()) -> Parts:
    """Hand the real things to the window; what is heavy is imported when it is first used, in a lane.

    `opened` collects the vault, so that it is closed whatever happens to the window.
    """
    from gui.assembly import Parts
    from gui.settings import preferences

    def open_vault() -> Vault:
        from storage.place import default_folder
        from storage.temporary import example_vault
        from storage.vault import FolderVault

        known = catalogue(policy=policy)
        opened.append(example_vault(known, now) if example else FolderVault(folder or default_folder(), now))
        return opened[0]

    file = preferences.default_file()
    return Parts(
        open_vault=open_vault,
        load_catalogue=partial(catalogue, policy=policy),
        assess=late("assessment.assess", "assess"),
        write_pdf=late("storage.paper", "write_pdf"),
        pages=late("storage.paper", "pages"),
        examples=late("storage.dossier_file", "read_examples"),
        write_package=late("storage.package.files", "write_package"),
        read_package=lambda *asked: late("storage.package.files", "read_package")(*asked, catalogues(policy).codes),
        today=date.today,
        now=now,
        preferences=preferences.Preferences(block_capture=False) if example else preferences.read(file),
        keep_preferences=preferences.forget if example else partial(preferences.keep, file),
        start_fresh=None if example else late("gui.fresh_process", "start_fresh"),
        make_ready=partial(import_module, "storage.opened"),
    )


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
    policy = (*asked.before, *getattr(asked, "policy", ()))
    try:
        if asked.command in PRINTED:
            return judge(asked.files, asked.json, policy, PRINTED[asked.command])
        if asked.command == "advies":
            return advise(asked.file, asked.out, policy)
        if asked.command == "controle":
            return check(asked.folder, asked.json)
        if asked.command == "overgang":
            return carry(asked.files, asked.out, policy, tuple(asked.new_policy) or policy)
        if policy:  # a policy with a fault is told here: the window has nobody who can mend it
            catalogue(policy=policy)
    except Hindrance as hindrance:
        return complain(hindrance)
    except OSError as error:
        # Nobody reads our output any more; Windows calls that an invalid argument.
        if error.errno not in {errno.EPIPE, errno.EINVAL if sys.platform == "win32" else errno.EPIPE}:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return show(asked.kluis, asked.command == "voorbeeld", policy, asked.view)


if __name__ == "__main__":
    sys.exit(main())
