# SPDX-License-Identifier: EUPL-1.2
"""Dossier files and advices outside the store: read and written only on the officer's own command."""

from __future__ import annotations

from pathlib import Path

from assessment.catalogue.catalogue import Catalogue
from assessment.codes import Known
from assessment.dossier.dossier import Dossier
from assessment.errors import FileOutOfReach
from assessment.exchange import LARGEST_FILE, codes_of, read_dossier
from resources import files

_WHY = (
    (FileNotFoundError, "het bestand of de map bestaat niet"),
    (PermissionError, "u hebt er geen rechten op"),
)


def read_dossier_file(path: Path, codes: Known) -> Dossier:
    """Read a dossier file; raises FileOutOfReach, or FaultyFile with every fault."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise FileOutOfReach(str(path), f"dit bestand is niet te lezen ({why_not(path, error)}).") from None
    return read_dossier(text, codes)


def read_examples(catalogue: Catalogue) -> tuple[Dossier, ...]:
    """Read the worked dossiers that ship with the program."""
    codes = codes_of(catalogue)
    return tuple(read_dossier(files.read_example(name), codes) for name in files.example_names())


def write_file(path: Path, content: bytes) -> None:
    """Write a file that leaves the store; raises FileOutOfReach. A half-written file is taken away again."""
    begun = False
    try:
        with path.open("wb") as file:
            begun = True
            file.write(content)
    except OSError as error:
        if begun:  # only now that it is closed: Windows takes no open file away
            path.unlink(missing_ok=True)
        raise FileOutOfReach(str(path), f"dit bestand is hier niet te bewaren ({why_not(path, error)}).") from None


def why_not(path: Path, error: OSError) -> str:
    """Say in Dutch why a file cannot be read or written."""
    if path.is_dir():  # asked, because Windows only says that there is no right to open one
        return "het is een map"
    return next((text for kind, text in _WHY if isinstance(error, kind)), "de schijf geeft een fout")
