# SPDX-License-Identifier: EUPL-1.2
"""Attachments: files of a dossier that are kept encrypted beside the database, and what is asked of their keeper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType, Protocol

AttachmentId = NewType("AttachmentId", str)
"""The store's own name for an attachment."""

LARGEST: Final = 500 * 1024 * 1024
"""Bytes of one attachment."""

LARGEST_TOGETHER: Final = 10 * 1024 * 1024 * 1024
"""Bytes of all attachments of a store; equal content counts once."""

LARGEST_SHOWN: Final = 100 * 1024 * 1024
"""Bytes of an attachment that is read into memory to be shown."""


class FileKind(StrEnum):
    """What a file is by its content; its name is not asked."""

    PDF = "pdf"
    JPEG = "jpeg"
    PNG = "png"
    TIFF = "tiff"
    GIF = "gif"
    BMP = "bmp"
    WEBP = "webp"
    WORD = "docx"
    SHEET = "xlsx"
    SLIDES = "pptx"
    ODT = "odt"
    ODS = "ods"
    OLD_OFFICE = "ole"
    MAIL = "eml"
    TEXT = "text"
    ARCHIVE = "zip"


IMAGES: Final = frozenset(
    {FileKind.JPEG, FileKind.PNG, FileKind.TIFF, FileKind.GIF, FileKind.BMP, FileKind.WEBP}
)  # fmt: skip
TEXTS: Final = frozenset({FileKind.TEXT, FileKind.MAIL})

WORDS: Final = {
    FileKind.PDF: "pdf", FileKind.JPEG: "JPEG-afbeelding", FileKind.PNG: "PNG-afbeelding",
    FileKind.TIFF: "TIFF-afbeelding", FileKind.GIF: "GIF-afbeelding", FileKind.BMP: "BMP-afbeelding",
    FileKind.WEBP: "WebP-afbeelding", FileKind.WORD: "Word-document", FileKind.SHEET: "Excel-werkblad",
    FileKind.SLIDES: "PowerPoint-presentatie", FileKind.ODT: "OpenDocument-tekst",
    FileKind.ODS: "OpenDocument-werkblad", FileKind.OLD_OFFICE: "Office-bestand van een oude versie",
    FileKind.MAIL: "e-mail", FileKind.TEXT: "tekst", FileKind.ARCHIVE: "zip-archief",
}  # fmt: skip
"""How people call each kind."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file of a dossier; `owner` is the record that it belongs to (`document/d1`), `size` its bytes in clear."""

    id: AttachmentId
    owner: str
    name: str
    kind: FileKind
    size: int
    added_at: datetime
    added_by: str


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A file that was taken in and that no row names yet: the name of the encrypted file, its type and size.

    `digest` is the SHA-256 of the content in clear, `remark` a Dutch sentence when the name says another type.
    """

    file: str
    name: str
    kind: FileKind
    size: int
    digest: bytes
    remark: str = ""


Progress = Callable[[int, int], object]
"""Is told how many bytes were done and how many there are; called on the thread of the work."""

Cancelled = Callable[[], bool]
"""Says whether the work is to stop; asked often, on the thread of the work."""


class AttachmentRows(Protocol):
    """The rows of attachments, within one unit of work; each change has its line in the journal.

    `dossier` is the name that the store has for it (a DossierId).
    """

    def add(self, dossier: str, owner: str, taken: TakenIn) -> Attachment:
        """Name what was taken in; equal content becomes one file. Raises KeyError for a dossier that is not there."""
        ...

    def of(self, dossier: str) -> tuple[Attachment, ...]:
        """Give those of a dossier, the oldest first."""
        ...

    def get(self, id_: AttachmentId) -> Attachment:
        """Give one; raises KeyError when it is not there."""
        ...

    def remove(self, id_: AttachmentId) -> None:
        """Take a row away, and after `commit` its file too when no other row names it; raises KeyError."""
        ...

    def total(self) -> int:
        """Give the bytes of all attachments of the store; equal content counts once."""
        ...


class AttachmentFiles(Protocol):
    """The encrypted files of an open store. All of it is slow: call it on a lane of its own.

    When the store is locked meanwhile the work ends, as if it was cancelled.
    """

    def take_in(self, path: str, progress: Progress, cancelled: Cancelled, cleaned: bool = False) -> TakenIn | None:
        """Read, check and encrypt a file; None when it was cancelled, and then nothing is left of it.

        `cleaned` takes the metadata out of an image. Raises FileOutOfReach (with the reason) or StoreOutOfReach.
        """
        ...

    def let_go(self, taken: TakenIn) -> None:
        """Throw away what was taken in and is not named after all."""
        ...

    def read(self, id_: AttachmentId) -> bytes | None:
        """Give the whole content, to be shown from memory; None when it was locked meanwhile.

        Raises FileOutOfReach when it is larger than `LARGEST_SHOWN`, DamagedStore when it is not as it was written.
        """
        ...

    def write_out(self, id_: AttachmentId, path: str, progress: Progress, cancelled: Cancelled) -> bool:
        """Write the content in clear where the officer chose; says whether it is there. Raises as `read` does."""
        ...

    def sweep(self) -> int:
        """Take away files that no row names and leftovers; gives how many. Never what is being written now."""
        ...
