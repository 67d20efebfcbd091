# SPDX-License-Identifier: EUPL-1.2
"""Packages as files outside the store: written and read only on the officer's own command."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from assessment.codes import Known
from assessment.errors import FaultyPackage, FileOutOfReach, WrongPhrase
from assessment.package import Package
from storage.dossier_file import why_not, write_file
from storage.hindering import at_the_door
from storage.keys.secret import wiped
from storage.package.contents import pack, unpack
from storage.package.phrase import new_phrase, read_phrase
from storage.package.sealed import LARGEST, seal, unseal

_TOO_LARGE: Final = "het is te groot voor een pakket"


def write_package(path: Path, package: Package) -> str:
    """Write a package and give the phrase that opens it, which is nowhere kept; raises FileOutOfReach."""
    phrase = new_phrase()
    with at_the_door(), wiped(bytearray(phrase.replace("-", "").encode())) as secret:
        write_file(path, seal(pack(package), secret))
    return phrase


def read_package(path: Path, phrase: str, codes: Known) -> Package:
    """Open a package; nothing of it is written to disk.

    Raises:
        WrongPhrase, FaultyPackage, NewerPackage, FileOutOfReach; FaultyFile for the dossier in it
    """
    typed = read_phrase(phrase)
    if typed is None:
        raise WrongPhrase
    with wiped(typed) as secret, at_the_door():
        return unpack(unseal(_content(path), secret), codes)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise FileOutOfReach(str(path), f"dit bestand is niet te lezen ({why_not(path, error)}).") from None
    if len(content) > LARGEST:
        raise FaultyPackage(_TOO_LARGE)
    return content
