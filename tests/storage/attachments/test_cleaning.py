# SPDX-License-Identifier: EUPL-1.2
"""Metadata goes out of an image and not a point of the picture changes."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageOps, PngImagePlugin

from assessment.attachment import FileKind
from assessment.errors import FileOutOfReach
from storage.attachments.cleaning import cleaned
from storage.attachments.orientation import only_orientation

MARK = "Straat van Niemand 7, camera 42"


def picture(size: tuple[int, int] = (40, 30)) -> Image.Image:
    made = Image.new("RGB", size)
    made.putdata([(x * 7 % 256, x * 3 % 256, x % 256) for x in range(size[0] * size[1])])
    return made


def jpeg(*, progressive: bool = False) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = MARK
    exif.get_ifd(0x8825)[1] = "N"
    file = io.BytesIO()
    picture().save(file, "JPEG", exif=exif, comment=MARK.encode(), progressive=progressive, icc_profile=b"profiel")
    return file.getvalue()


def png() -> bytes:
    told = PngImagePlugin.PngInfo()
    told.add_text("Location", MARK)
    told.add_itxt("Author", MARK)
    told.add_text("Comment", MARK, zip=True)
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = MARK
    picture().save(file, "PNG", pnginfo=told, exif=exif)
    return file.getvalue()


def points(content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as opened:
        return opened.tobytes()


@pytest.mark.parametrize(
    ("content", "kind"),
    [(jpeg(), FileKind.JPEG), (jpeg(progressive=True), FileKind.JPEG), (png(), FileKind.PNG)],
    ids=["jpeg", "progressive", "png"],
)
def test_the_metadata_is_gone_and_the_picture_the_same(content: bytes, kind: FileKind) -> None:
    assert MARK.encode() in content
    after = cleaned(content, kind, "foto")
    assert MARK.encode() not in after
    assert b"Exif" not in after
    assert b"eXIf" not in after
    assert b"zTXt" not in after
    assert points(after) == points(content)
    assert cleaned(after, kind, "foto") == after


def test_the_colour_profile_stays() -> None:
    assert b"ICC_PROFILE" in cleaned(jpeg(), FileKind.JPEG, "foto.jpg")


@pytest.mark.parametrize(("content", "kind"), [(jpeg(), FileKind.JPEG), (png(), FileKind.PNG)], ids=["jpeg", "png"])
def test_what_stands_behind_the_picture_goes_too(content: bytes, kind: FileKind) -> None:
    assert MARK.encode() not in cleaned(content + MARK.encode(), kind, "foto")


@pytest.mark.parametrize(("content", "kind"), [(jpeg(), FileKind.JPEG), (png(), FileKind.PNG)], ids=["jpeg", "png"])
def test_an_image_that_was_cut_off_is_refused(content: bytes, kind: FileKind) -> None:
    for size in (3, 12, len(content) // 2, len(content) - 3):
        with pytest.raises(FileOutOfReach, match="beschadigd"):
            cleaned(content[:size], kind, "foto")


def test_another_kind_is_refused_with_a_way_on() -> None:
    with pytest.raises(FileOutOfReach, match="Bewaar haar als JPEG of PNG"):
        cleaned(b"II*\0", FileKind.TIFF, "scan.tif")


def turned(kind: FileKind, way: int, order: str = "<") -> bytes:
    """A photo as a camera writes it, with a place in it too."""
    exif = Image.Exif()
    exif.endian = order
    exif[0x0112], exif[0x010E] = way, MARK
    exif.get_ifd(0x8825)[1] = "N"
    file = io.BytesIO()
    picture().save(file, kind.name, exif=exif)
    return file.getvalue()


def upright(content: bytes) -> tuple[tuple[int, int], bytes]:
    """Give the picture as a viewer shows it."""
    with Image.open(io.BytesIO(content)) as opened:
        shown = ImageOps.exif_transpose(opened)
        return shown.size, shown.tobytes()


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("way", range(1, 9))
@pytest.mark.parametrize("kind", [FileKind.JPEG, FileKind.PNG])
def test_a_photo_stays_the_way_up_it_was_and_tells_no_more_than_that(kind: FileKind, way: int, order: str) -> None:
    before = turned(kind, way, order)
    after = cleaned(before, kind, "foto")
    assert MARK.encode() in before
    assert MARK.encode() not in after
    assert upright(after) == upright(before)
    with Image.open(io.BytesIO(after)) as opened:
        assert dict(opened.getexif()) == ({0x0112: way} if way > 1 else {})
    assert cleaned(after, kind, "foto") == after


@given(st.binary(max_size=80))
def test_metadata_that_cannot_be_read_tells_nothing(told: bytes) -> None:
    found = only_orientation(b"II*\0" + told)
    assert found == b"" or (len(found) == 26 and found[18] in range(2, 9))


@given(st.binary(max_size=200), st.sampled_from([FileKind.JPEG, FileKind.PNG]))
def test_nothing_that_comes_in_breaks_it(rest: bytes, kind: FileKind) -> None:
    start = b"\xff\xd8" if kind is FileKind.JPEG else b"\x89PNG\r\n\x1a\n"
    with contextlib.suppress(FileOutOfReach):
        cleaned(start + rest, kind, "foto")
