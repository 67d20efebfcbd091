# SPDX-License-Identifier: EUPL-1.2
"""The type of a file is what its content says; what can run is refused."""

import contextlib
import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.attachment import FileKind
from assessment.errors import FileOutOfReach
from storage.attachments.sniff import kind_of, remark_on


def zipped(*members: str, **content: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name in members:
            made.writestr(name, b"x")
        for name, one in content.items():
            made.writestr(name, one)
    return file.getvalue()


def kind(content: bytes, name: str = "stuk") -> FileKind:
    return kind_of(io.BytesIO(content), name)


MAIL = b"From: a@voorbeeld.invalid\r\nTo: b@voorbeeld.invalid\r\nSubject: stuk\r\n\r\nHallo"
ODT = b"application/vnd.oasis.opendocument.text"

KNOWN = [
    (b"%PDF-1.7\n", FileKind.PDF),
    (b"\x89PNG\r\n\x1a\n" + bytes(20), FileKind.PNG),
    (b"\xff\xd8\xff\xe0" + bytes(20), FileKind.JPEG),
    (b"II*\0" + bytes(20), FileKind.TIFF),
    (b"MM\0*" + bytes(20), FileKind.TIFF),
    (b"GIF89a" + bytes(20), FileKind.GIF),
    (b"BM" + struct.pack("<IIII", 100, 0, 54, 40), FileKind.BMP),
    (b"RIFF\x10\0\0\0WEBPVP8 ", FileKind.WEBP),
    (zipped("[Content_Types].xml", "word/document.xml"), FileKind.WORD),
    (zipped("[Content_Types].xml", "xl/workbook.xml"), FileKind.SHEET),
    (zipped("[Content_Types].xml", "ppt/presentation.xml"), FileKind.SLIDES),
    (zipped("content.xml", mimetype=ODT), FileKind.ODT),
    (zipped("foto.jpg", "brief.pdf"), FileKind.ARCHIVE),
    ("één brief\r\n".encode(), FileKind.TEXT),
    ("één brief".encode("utf-16"), FileKind.TEXT),
    ("één brief € 10".encode("cp1252"), FileKind.TEXT),
    (MAIL, FileKind.MAIL),
]


@pytest.mark.parametrize(("content", "expected"), KNOWN)
def test_the_content_says_what_it_is(content: bytes, expected: FileKind) -> None:
    assert kind(content, "naam.die.niets.zegt") is expected


def test_an_old_office_file_is_one_only_by_its_own_name() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)
    assert kind(old, "brief.doc") is FileKind.OLD_OFFICE
    with pytest.raises(FileOutOfReach, match="geen Word-"):
        kind(old, "installatie")


@pytest.mark.parametrize(
    "content", [b"MZ\x90\0" + bytes(60), b"\x7fELF" + bytes(60), b"#!/bin/sh\n", b"\xca\xfe\xba\xbe" + bytes(60)]
)
@pytest.mark.parametrize("name", ["factuur.pdf", "factuur"])
def test_a_program_is_refused_whatever_it_is_called(content: bytes, name: str) -> None:
    with pytest.raises(FileOutOfReach, match="programma of script"):
        kind(content, name)


@pytest.mark.parametrize("name", ["start.bat", "start.PS1", "factuur.pdf.js", "knop.hta", "brief.docm"])
def test_a_script_is_refused_by_its_name_because_it_is_text(name: str) -> None:
    with pytest.raises(FileOutOfReach, match="programma of script"):
        kind(b"echo hallo", name)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (zipped("brief.pdf", "map/start.exe"), "programma, script of macro"),
        (zipped("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "macro"),
        (zipped("meer.zip"), "weer een archief"),
        (zipped("a")[:-30], "beschadigd"),
        (b"Rar!\x1a\x07\0" + bytes(20), "archief"),
        (b"\x1f\x8b\x08\0" + bytes(20), "archief"),
        (bytes(100), "neemt Toetssteen niet aan"),
        (b"tekst met een nul \0 erin", "neemt Toetssteen niet aan"),
        (b"\xff\xfe\x00\xd8", "neemt Toetssteen niet aan"),
    ],
)
def test_what_cannot_be_looked_into_is_refused_with_a_reason(content: bytes, words: str) -> None:
    with pytest.raises(FileOutOfReach, match=words):
        kind(content)


def test_a_list_that_would_fill_the_memory_is_not_read() -> None:
    bomb = b"PK\x03\x04" + bytes(100) + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 65535, 65535, 10**9, 0, 0)
    with pytest.raises(FileOutOfReach, match="te veel bestanden"):
        kind(bomb)


def test_a_text_may_be_cut_in_the_middle_of_a_sign() -> None:
    assert kind(b"x" + "é".encode() * 50_000) is FileKind.TEXT


@given(st.binary(max_size=300), st.sampled_from(["a", "a.pdf", "a.doc", "a.txt"]))
def test_nothing_that_comes_in_breaks_it(content: bytes, name: str) -> None:
    with contextlib.suppress(FileOutOfReach):
        assert isinstance(kind(content, name), FileKind)


@given(st.binary(max_size=300))
def test_nothing_that_looks_like_an_archive_breaks_it(rest: bytes) -> None:
    for content in (b"PK\x03\x04" + rest, b"PK\x03\x04" + rest + zipped("a")[-60:]):
        with contextlib.suppress(FileOutOfReach):
            assert isinstance(kind(content), FileKind)


@pytest.mark.parametrize(
    ("name", "found", "words"),
    [
        ("brief.pdf", FileKind.PDF, ""),
        ("foto.JPG", FileKind.JPEG, ""),
        ("lijst.csv", FileKind.TEXT, ""),
        ("zonder", FileKind.PDF, ""),
        ("brief.pdf", FileKind.JPEG, "De naam van brief.pdf eindigt op .pdf, maar de inhoud is: JPEG-afbeelding."),
        ("brief.docx", FileKind.TEXT, "De naam van brief.docx eindigt op .docx, maar de inhoud is: tekst."),
    ],
)
def test_a_name_that_promises_something_else_is_told(name: str, found: FileKind, words: str) -> None:
    assert remark_on(name, found) == words
