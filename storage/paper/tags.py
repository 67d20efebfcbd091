# SPDX-License-Identifier: EUPL-1.2
"""The tree of meaning inside the document, which a screen reader reads (ISO 32000-1, 14.7 and 14.8)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Attribute: TypeAlias = str | float | tuple[float, ...]
"""A name (text), a number or a rectangle."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of content on a page: the page (from 0) and its number on that page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Link:
    """A place that can be clicked: page (from 0), rectangle, where it leads, and what it says."""

    page: int
    box: tuple[float, float, float, float]
    target: str
    words: str


@dataclass(eq=False, slots=True)
class Element:
    """One node: its role (`P`, `TD`, …), what it holds in reading order, and its attributes by owner.

    This is the only value here that grows: pages are drawn one after the other, and each adds what it holds.
    """

    role: str
    alt: str = ""
    attributes: dict[str, dict[str, Attribute]] = field(default_factory=dict)
    kids: list[Element | Mark | Link] = field(default_factory=list)
    placed: bool = False

    def add(self, role: str, **attributes: dict[str, Attribute]) -> Element:
        """Make an element that stands last in this one; attributes come by owner (`Table`, `Layout`, `List`)."""
        return self.adopt(Element(role, attributes=attributes))

    def adopt(self, kid: Element) -> Element:
        """Put an element last in this one, unless it already stands somewhere."""
        if not kid.placed:
            kid.placed = True
            self.kids.append(kid)
        return kid
