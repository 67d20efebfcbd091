# SPDX-License-Identifier: EUPL-1.2
"""What a file is, by its content and never by its name; what can run is refused. Only so much is read of it.

The name is held against the content afterwards: a file that is called otherwise than it is, is taken in and told.
"""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import BinaryIO, Final

from assessment.attachment import WORDS, FileKind
from assessment.errors import FileOutOfReach
from storage.attachments.zipped import kind_of_zip

LOOKED_AT: Final = 64 * 1024
"""Bytes of the beginning that are looked at."""

_STARTS: Final = (
    (b"%PDF-", FileKind.PDF), (b"\x89PNG\r\n\x1a\n", FileKind.PNG), (b"\xff\xd8\xff", FileKind.JPEG),
    (b"II*\0", FileKind.TIFF), (b"MM\0*", FileKind.TIFF), (b"GIF87a", FileKind.GIF), (b"GIF89a", FileKind.GIF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLD_OFFICE),
)  # fmt: skip
_PROGRAMS: Final = (
    b"MZ", b"\x7fELF", b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe", b"L\0\0\0\x01\x14\x02\0", b"#!", b"dex\n", b"MSCF", b"!<arch>",
)  # fmt: skip
_ARCHIVES: Final = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x1f\x8b", b"BZh", b"\xfd7zXZ\0", b"\x28\xb5\x2f\xfd")

_RUNS_WHEN_OPENED: Final = (
    "exe com scr pif msi msp dll cpl bat cmd ps1 psm1 vbs vbe js jse wsf wsh hta lnk url reg jar sh py rb pl app apk"
    " iso img vhd vhdx chm scf inf gadget xll docm xlsm pptm dotm xltm potm"
)
RUNNING: Final = frozenset(_RUNS_WHEN_OPENED.split())
"""Endings of what runs when it is opened."""

_ENDINGS: Final = {
    FileKind.PDF: "pdf", FileKind.JPEG: "jpg jpeg jpe jfif", FileKind.PNG: "png", FileKind.TIFF: "tif tiff",
    FileKind.GIF: "gif", FileKind.BMP: "bmp dib", FileKind.WEBP: "webp", FileKind.WORD: "docx dotx",
    FileKind.SHEET: "xlsx xltx", FileKind.SLIDES: "pptx ppsx potx", FileKind.ODT: "odt ott", FileKind.ODS: "ods ots",
    FileKind.OLD_OFFICE: "doc xls ppt msg dot xlt pps", FileKind.MAIL: "eml", FileKind.ARCHIVE: "zip",
}  # fmt: skip
_OF_TEXT: Final = frozenset(ending for told in _ENDINGS.values() for ending in told.split()) - {"eml"}

_RUNS: Final = "dit is een programma of script. Toetssteen neemt alleen stukken aan."
_PACKED: Final = "dit is een archief waarin Toetssteen niet kan kijken. Pak het uit en voeg de stukken toe."
_UNKNOWN: Final = (
    "dit soort bestand neemt Toetssteen niet aan. Bewaar het als pdf, afbeelding, tekst of Office-bestand."
)
_OLD_OFFICE: Final = "dit is geen Word-, Excel-, PowerPoint- of Outlook-bestand."

_HEADER: Final = re.compile(rb"^[\x21-\x39\x3b-\x7e]{1,60}: ?[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n", re.MULTILINE)
_OF_MAIL: Final = (b"from:", b"date:", b"subject:", b"to:", b"received:", b"message-id:", b"mime-version:")
_NOT_IN_TEXT: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NOT_IN_CP1252: Final = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")


def kind_of(file: BinaryIO, name: str) -> FileKind:
    """Say what a file is; raises FileOutOfReach for what runs, for what cannot be looked into, and for the unknown."""
    file.seek(0)
    head = file.read(LOOKED_AT)
    ending = ending_of(name)
    if head.startswith(_PROGRAMS) or ending in RUNNING:
        raise FileOutOfReach(name, _RUNS)
    if head.startswith(_ARCHIVES) or head[257:262] == b"ustar":
        raise FileOutOfReach(name, _PACKED)
    if head.startswith(b"PK\x03\x04"):
        return kind_of_zip(file, name, RUNNING)
    found = _by_start(head) or _text(head)
    if found is None:
        raise FileOutOfReach(name, _UNKNOWN)
    if found is FileKind.OLD_OFFICE and ending not in _ENDINGS[found].split():
        raise FileOutOfReach(name, _OLD_OFFICE)  # installers have this form too
    return found


def remark_on(name: str, kind: FileKind) -> str:
    """Say that the name promises another type than the content has, or nothing."""
    ending = ending_of(name)
    fits = ending not in _OF_TEXT if kind is FileKind.TEXT else ending in _ENDINGS[kind].split()
    if fits or not ending:
        return ""
    return f"De naam van {name} eindigt op .{ending}, maar de inhoud is: {WORDS[kind]}."


def ending_of(name: str) -> str:
    """Give the ending of a name, without the dot and in small letters."""
    return PurePath(name).suffix.removeprefix(".").lower()


def _by_start(head: bytes) -> FileKind | None:
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return FileKind.WEBP
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return FileKind.BMP
    return next((kind for start, kind in _STARTS if head.startswith(start)), None)


def _text(head: bytes) -> FileKind | None:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return FileKind.TEXT if _decodes(head, "utf-16") else None
    if _NOT_IN_TEXT.search(head):
        return None
    if not _decodes(head, "utf-8") and _NOT_IN_CP1252.search(head):
        return None
    return FileKind.MAIL if _is_mail(head) else FileKind.TEXT


def _decodes(head: bytes, encoding: str) -> bool:
    """Whether the beginning of a text is in an encoding; its last sign may be cut in two."""
    try:
        head.decode(encoding)
    except UnicodeDecodeError as error:
        return len(head) == LOOKED_AT and error.start >= len(head) - 4
    return True


def _is_mail(head: bytes) -> bool:
    """Whether it begins with lines of a mail header, at least three of those that every mail has."""
    at = 0
    found: set[bytes] = set()
    while (line := _HEADER.match(head, at)) and len(found) < 3:
        name = line[0].partition(b":")[0].lower() + b":"
        if name in _OF_MAIL:
            found.add(name)
        at = line.end()
    return len(found) >= 3
