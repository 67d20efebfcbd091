# SPDX-License-Identifier: EUPL-1.2
"""What a zip file is: an Office or OpenDocument file, or an archive. Nothing in it is unpacked but a name of its type.

How large its list of members is, is read from its end before the list is: a list can be made to fill the memory.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Collection
from pathlib import PurePath
from typing import BinaryIO, Final

from assessment.attachment import FileKind
from assessment.errors import FileOutOfReach

MOST_MEMBERS: Final = 10_000
LARGEST_LIST: Final = 4 * 1024 * 1024
"""Bytes of the list of members."""

_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_LONGEST_REMARK: Final = 65_535

_BY_MEMBER: Final = (
    ("word/document.xml", FileKind.WORD), ("xl/workbook.xml", FileKind.SHEET),
    ("ppt/presentation.xml", FileKind.SLIDES),
)  # fmt: skip
_BY_TYPE: Final = {
    b"application/vnd.oasis.opendocument.text": FileKind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": FileKind.ODS,
}
_NESTED: Final = frozenset(["zip", "7z", "rar", "gz", "tgz", "bz2", "xz", "tar", "cab", "zst"])

_RUNS: Final = "in dit bestand zit een programma, script of macro. Toetssteen neemt alleen stukken aan."
_HIDDEN: Final = "in dit archief zit weer een archief. Pak het uit en voeg de stukken toe."
_DAMAGED: Final = "dit bestand is beschadigd: de lijst van wat erin zit, is niet te lezen."
_TOO_MANY: Final = "in dit archief zitten te veel bestanden. Pak het uit en voeg de stukken toe."


def kind_of_zip(file: BinaryIO, name: str, running: Collection[str]) -> FileKind:
    """Say what it is; raises FileOutOfReach when it is damaged, too large a list, or holds what runs."""
    _refuse_large_list(file, name)
    try:
        with zipfile.ZipFile(file) as opened:
            members = opened.infolist()
            found = _document(opened, {one.filename for one in members})
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, EOFError, RuntimeError) as error:
        raise FileOutOfReach(name, _DAMAGED) from error
    endings = {PurePath(one.filename).suffix.removeprefix(".").lower() for one in members}
    if endings & set(running) or any(PurePath(one.filename).name.lower() == "vbaproject.bin" for one in members):
        raise FileOutOfReach(name, _RUNS)
    if found is None and endings & _NESTED:
        raise FileOutOfReach(name, _HIDDEN)
    return found or FileKind.ARCHIVE


def _document(opened: zipfile.ZipFile, names: set[str]) -> FileKind | None:
    if "[Content_Types].xml" in names:
        return next((kind for member, kind in _BY_MEMBER if member in names), None)
    if "mimetype" in names and opened.getinfo("mimetype").file_size < 100:
        return _BY_TYPE.get(opened.read("mimetype").strip())
    return None


def _refuse_large_list(file: BinaryIO, name: str) -> None:
    size = file.seek(0, 2)
    file.seek(max(0, size - _LONGEST_REMARK - _END_SIZE))
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        raise FileOutOfReach(name, _DAMAGED)
    members, length = struct.unpack_from("<HI", tail, at + 10)
    if members > MOST_MEMBERS or length > LARGEST_LIST:
        raise FileOutOfReach(name, _TOO_MANY)
