# SPDX-License-Identifier: EUPL-1.2
"""A document as plain values: headings, paragraphs, tables and pictures with their table twin."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `target` is the anchor of another block that it refers to."""

    text: str
    bold: bool = False
    italic: bool = False
    target: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; becomes a bookmark. Level 1 is the document title."""

    level: int
    text: str
    anchor: str = ""


class Tone(StrEnum):
    """How a paragraph or badge is meant; never shown by colour alone."""

    PLAIN = "plain"
    QUIET = "quiet"
    RULE = "rule"
    JUDGEMENT = "judgement"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. RULE is marked with §, JUDGEMENT with a balance and the word `oordeel`."""

    spans: tuple[Span, ...]
    tone: Tone = Tone.PLAIN

    @classmethod
    def of(cls, text: str, tone: Tone = Tone.PLAIN) -> Paragraph:
        """Make a paragraph of one run of text."""
        return cls((Span(text),), tone)


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of items, each a row of spans."""

    items: tuple[tuple[Span, ...], ...]
    numbered: bool = False


class Align(StrEnum):
    """How a column is set; amounts stand right."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the width, and how it is set."""

    head: str
    width: float
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `anchor` lets other blocks refer to it.

    Where `spans` is given it is what stands in the cell, run by run, each with its own target;
    `text` is then the same without links, for who reads plain text.
    """

    text: str
    bold: bool = False
    struck: bool = False
    target: str = ""
    anchor: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: text wraps, rows break across pages, the head is repeated. `totals` rows are bold."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    totals: int = 0


@dataclass(frozen=True, slots=True)
class Pairs:
    """Names with values, as on a cover: two columns, the names in the quiet tone."""

    rows: tuple[tuple[str, str], ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a picture: a label, a length in euro and the part of it that is proven."""

    label: str
    value: Decimal
    solid: Decimal


@dataclass(frozen=True, slots=True)
class BarPicture:
    """Horizontal bars on one scale; `alt` says in words what it shows. A table stands beside it."""

    title: str
    alt: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A party in the picture of relations."""

    id: str
    label: str
    is_subject: bool
    is_person: bool


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """A relation in the picture: from, to and the words along the arrow."""

    from_: str
    to: str
    label: str
    ended: bool


@dataclass(frozen=True, slots=True)
class GraphPicture:
    """Parties and relations; `alt` says in words what it shows. A table stands beside it."""

    title: str
    alt: str
    nodes: tuple[GraphNode, ...]
    edges: tuple[GraphEdge, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


Block: TypeAlias = Heading | Paragraph | Bullets | Table | Pairs | BarPicture | GraphPicture | PageBreak


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the document, such as the machine-readable dossier."""

    name: str
    mime: str
    content: bytes
    description: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document with everything that stands on each of its pages."""

    title: str
    subject: str
    reference: str
    authority: str
    classification: str
    version: str
    made_on: str
    receipt: str
    blocks: tuple[Block, ...]
    attachments: tuple[Attachment, ...] = ()
    language: str = "nl-NL"
