# SPDX-License-Identifier: EUPL-1.2
"""Make of drawn pages an accessible archive document: PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) in one file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from assessment.telling.block import Attachment
from resources import files
from storage.paper.metadata import PRODUCER, PROGRAM, About, xmp
from storage.paper.pen import Bookmark, Place
from storage.paper.sheet import LEFT
from storage.paper.structure import write_structure
from storage.paper.tags import Element
from storage.paper.typeface import one_line

_MIME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9.+-]{0,63}/[A-Za-z0-9][A-Za-z0-9.+-]{0,63}")
_PAIR: Final = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>\n")
_PER_BLOCK: Final = 100
"""So many signs a block of a ToUnicode map holds at most."""
_NO_SIGNS: Final = (b"0000", b"FEFF", b"FFFE")


@dataclass(frozen=True, slots=True)
class Drawn:
    """The bytes of drawn pages, and what was written down while drawing."""

    pdf: bytes
    root: Element
    anchors: dict[str, Place]
    bookmarks: tuple[Bookmark, ...]


def to_archive(drawn: Drawn, about: About, attachments: Iterable[Attachment]) -> bytes:
    """Tag the pages, describe the document, add colour profile and attachments; same input, same bytes."""
    with pikepdf.open(BytesIO(drawn.pdf)) as pdf:
        write_structure(pdf, drawn.root, drawn.anchors)
        _write_bookmarks(pdf, drawn.bookmarks)
        _repair_fonts(pdf)
        _describe(pdf, about)
        _add_colour_profile(pdf)
        for number, attachment in enumerate(attachments, start=1):
            _attach(pdf, number, attachment, about)
        target = BytesIO()
        pdf.save(
            target,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            min_version="1.7",
        )
    return target.getvalue()


def _write_bookmarks(pdf: pikepdf.Pdf, bookmarks: Iterable[Bookmark]) -> None:
    """Write the headings as an outline; each level hangs below the last of the level above."""
    with pdf.open_outline() as outline:
        above = [outline.root]
        for mark in bookmarks:
            place = mark.place
            item = pikepdf.OutlineItem(mark.title, place.page, "XYZ", left=LEFT, top=place.top + 8)
            del above[mark.level :]
            above[-1].append(item)
            above.append(item.children)


def _repair_fonts(pdf: pikepdf.Pdf) -> None:
    """Take places without a sign out of the maps to text, for both standards forbid them."""
    for font in pdf.objects:
        if isinstance(font, Dictionary) and font.get("/Type") == Name.Font and "/ToUnicode" in font:
            font.ToUnicode.write(_repaired(font.ToUnicode.read_bytes()))


def _repaired(cmap: bytes) -> bytes:
    head, _, tail = cmap.partition(b"endcodespacerange\n")
    pairs = [pair for pair in _PAIR.findall(tail) if pair[1] not in _NO_SIGNS]
    blocks = [pairs[start : start + _PER_BLOCK] for start in range(0, len(pairs), _PER_BLOCK)]
    body = b"".join(
        b"%d beginbfchar\n%sendbfchar\n" % (len(block), b"".join(b"<%s> <%s>\n" % pair for pair in block))
        for block in blocks
    )
    end = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    return head + b"endcodespacerange\n" + body + end


def _describe(pdf: pikepdf.Pdf, about: About) -> None:
    """Write title, author, subject and dates, for people and for machines, and the language."""
    pdf.Root.Lang = String(about.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet = pdf.make_stream(xmp(about))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = packet
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    said = {"Title": about.title, "Author": about.author, "Subject": about.subject}
    said |= {"Producer": PRODUCER, "Creator": PROGRAM, "CreationDate": about.pdf_moment, "ModDate": about.pdf_moment}
    for key, text in said.items():
        if text:
            pdf.docinfo[f"/{key}"] = text


def _add_colour_profile(pdf: pikepdf.Pdf) -> None:
    """Say which red is meant: always the same sRGB profile, so that every machine writes the same bytes."""
    profile = pdf.make_stream(files.read_bytes("paper", "srgb.icc"))
    profile.N, profile.Alternate = 3, Name.DeviceRGB
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _attach(pdf: pikepdf.Pdf, number: int, attachment: Attachment, about: About) -> None:
    """Embed a file as data that belongs to the document; its key is unique also when its name is not.

    pikepdf names it among the associated files (`AF`) of the document by itself.
    """
    name = one_line(attachment.name) or str(number)
    mime = attachment.mime if _MIME.fullmatch(attachment.mime) else "application/octet-stream"
    spec = pikepdf.AttachedFileSpec(
        pdf,
        attachment.content,
        filename=name,
        mime_type=mime,
        description=one_line(attachment.description),
        relationship=Name.Data,
        creation_date=about.pdf_moment,
        mod_date=about.pdf_moment,
    )
    pdf.attachments[name if name not in pdf.attachments else f"{number} {name}"] = spec
