# SPDX-License-Identifier: EUPL-1.2
"""What is in a package once it is decrypted: a ZIP with a manifest and a dossier, and nothing else.

Whoever knows the phrase can have written it, so nothing is unpacked before its size is known, and never to disk.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Final, NoReturn
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from assessment.codes import Known
from assessment.errors import FaultyPackage
from assessment.exchange import LARGEST_FILE, parse_json, read_dossier, write_dossier
from assessment.package import Package
from storage.package.form import DAMAGED, FORMAT, VERSION, is_of_package

MANIFEST: Final = "manifest.json"
DOSSIER: Final = "dossier.json"
LARGEST_MANIFEST: Final = 4096
"""Bytes."""
LONGEST_NAME: Final = 120

_LARGEST: Final = {MANIFEST: LARGEST_MANIFEST, DOSSIER: LARGEST_FILE}
_UNREADABLE: Final = (BadZipFile, NotImplementedError, RuntimeError, zlib.error, EOFError, ValueError, OverflowError)
"""What the library of ZIP files says of one that is none."""


@dataclass(frozen=True, slots=True)
class _Manifest:
    """Who packed it and when, and size and SHA-256 of the dossier."""

    by: str
    made_at: datetime
    size: int
    digest: str


def pack(package: Package) -> bytes:
    """Write the contents of a package."""
    dossier = write_dossier(package.dossier)
    manifest = {
        "format": FORMAT, "version": VERSION, "by": package.by[:LONGEST_NAME], "made_at": package.made_at.isoformat(),
        "files": {DOSSIER: {"size": len(dossier), "sha256": hashlib.sha256(dossier).hexdigest()}},
    }  # fmt: skip
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        archive.writestr(MANIFEST, json.dumps(manifest))
        archive.writestr(DOSSIER, dossier)
    return out.getvalue()


def unpack(content: bytes, codes: Known | None = None) -> Package:
    """Read the contents of a package; raises FaultyPackage, NewerPackage, or FaultyFile for the dossier in it."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            found = {one.filename: one for one in archive.infolist()}
            if len(archive.infolist()) != len(found) or MANIFEST not in found:
                _refuse()
            manifest = _manifest(_member(archive, found[MANIFEST]))
            if found.keys() != _LARGEST.keys():
                _refuse()
            text = _member(archive, found[DOSSIER])
    except _UNREADABLE:
        raise FaultyPackage(DAMAGED) from None
    if (len(text), hashlib.sha256(text).hexdigest()) != (manifest.size, manifest.digest):
        _refuse()
    return Package(read_dossier(text, codes), manifest.by, manifest.made_at)


def _member(archive: ZipFile, info: ZipInfo) -> bytes:
    """Read one file; what it says of its size is held against what comes out of it."""
    most = _LARGEST[info.filename]
    if info.file_size > most:
        _refuse()
    with archive.open(info) as file:
        text = file.read(most + 1)
    return text if len(text) <= most else _refuse()


def _manifest(text: bytes) -> _Manifest:
    raw = parse_json(text)
    if not is_of_package(raw):
        _refuse()
    try:
        listed = raw["files"][DOSSIER]
        made_at = datetime.fromisoformat(raw["made_at"])
        found = _Manifest(_text(raw["by"]), made_at, int(listed["size"]), _text(listed["sha256"]))
    except (LookupError, TypeError, OverflowError):
        _refuse()
    return found if made_at.tzinfo is not None else _refuse()


def _text(value: Any) -> str:
    """Take a word that somebody else wrote: printable and short."""
    if not isinstance(value, str) or len(value) > LONGEST_NAME or not value.isprintable():
        _refuse()
    return value


def _refuse() -> NoReturn:
    raise FaultyPackage(DAMAGED)
