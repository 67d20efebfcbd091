# SPDX-License-Identifier: EUPL-1.2
"""The files that ship: catalogue, examples, fonts, icons, style and translations, as bytes or plain data."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parent
LATEST_CATALOGUE: Final = "2026-01-01"
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,120}", re.ASCII)


class UnknownFile(LookupError):  # noqa: N818 - the name says what it is about
    """There is no such file among those that ship, or the name is no plain file name."""


@dataclass(eq=False)
class UnreadableCatalogue(Exception):  # noqa: N818 - the name says what it is about
    """The catalogue files break the rules of writing; all faults of all files, as (place, Dutch sentence)."""

    faults: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """Give one line per fault."""
        return "\n".join(f"{where}: {what}" for where, what in self.faults)


@dataclass(frozen=True, slots=True)
class CatalogueFiles:
    """The plain data of one catalogue by file name, and the SHA-256 over names and bytes."""

    date: str
    content: Mapping[str, object]
    checksum: str


def path(*parts: str) -> Path:
    """Give the place of a shipped file or folder; raises UnknownFile for anything but plain names."""
    if not all(_NAME.fullmatch(part) for part in parts):
        raise UnknownFile("/".join(parts))
    found = ROOT.joinpath(*parts)
    if not found.exists():
        raise UnknownFile("/".join(parts))
    return found


def read_bytes(*parts: str) -> bytes:
    """Read one shipped file; raises UnknownFile."""
    return path(*parts).read_bytes()


def icon(name: str) -> bytes:
    """Read one icon (SVG); raises UnknownFile."""
    return read_bytes("icons", f"{name}.svg")


def fonts() -> tuple[Path, ...]:
    """Give the places of the shipped fonts, by name."""
    return tuple(sorted((ROOT / "fonts").glob("*.[to]tf")))


def example_names() -> tuple[str, ...]:
    """Name the worked dossiers that ship."""
    names = (one.name.removesuffix(".json") for one in (ROOT / "examples").glob("*.json"))
    return tuple(sorted(name for name in names if not name.endswith(".expected")))


def read_example(name: str) -> bytes:
    """Read one worked dossier (dossier-format/1); raises UnknownFile."""
    return read_bytes("examples", f"{name}.json")


def catalogue_dates() -> tuple[str, ...]:
    """Give the dates of the catalogues that ship, oldest first."""
    return tuple(sorted(one.name for one in (ROOT / "catalogue").iterdir() if _DATE.fullmatch(one.name)))


def read_catalogue(date: str = LATEST_CATALOGUE) -> CatalogueFiles:
    """Read all files of one catalogue; raises UnknownFile, or UnreadableCatalogue with all faults at once."""
    if not _DATE.fullmatch(date):
        raise UnknownFile(date)
    return read_folder(path("catalogue", date), date)


def read_folder(folder: Path, date: str, pattern: str = "**/*.yaml") -> CatalogueFiles:
    """Read the catalogue files below a folder; raises UnreadableCatalogue with all faults at once."""
    from resources.strict_yaml import read_yaml  # loads yaml, which the window does not wait for

    content: dict[str, object] = {}
    faults: list[tuple[str, str]] = []
    checksum = hashlib.sha256()
    for name, file in sorted((file.relative_to(folder).as_posix(), file) for file in folder.glob(pattern)):
        raw = file.read_bytes()
        checksum.update(f"{name}\0{len(raw)}\0".encode() + raw)
        content[name], found = read_yaml(raw, name)
        faults += found
    if faults:
        raise UnreadableCatalogue(tuple(faults))
    return CatalogueFiles(date, content, f"sha256:{checksum.hexdigest()}")
