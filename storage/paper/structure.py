# SPDX-License-Identifier: EUPL-1.2
"""Write the tree of meaning into a PDF: elements, what they hold on which page, links and the way back from content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from storage.paper import words
from storage.paper.pen import Place
from storage.paper.sheet import LEFT
from storage.paper.tags import Attribute, Element, Link, Mark

_PRINTED: Final = 4
"""The flag of an annotation that is printed."""


def write_structure(pdf: pikepdf.Pdf, root: Element, anchors: Mapping[str, Place]) -> None:
    """Write the tree below `root` into the document."""
    writer = _Writer(pdf, anchors)
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    tree.K = writer.element(root, tree)
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=writer.parent_tree()))
    tree.ParentTreeNextKey = writer.next_key
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _Writer:
    """Writes elements, and remembers for each stretch of content to which element it belongs."""

    def __init__(self, pdf: pikepdf.Pdf, anchors: Mapping[str, Place]) -> None:
        self._pdf, self._anchors = pdf, anchors
        self._pages = [page.obj for page in pdf.pages]
        self._content: list[dict[int, pikepdf.Object]] = [{} for _ in self._pages]
        self._links: list[tuple[int, pikepdf.Object]] = []
        self.next_key = len(self._pages)

    def element(self, element: Element, parent: pikepdf.Object) -> pikepdf.Object:
        """Write an element with all that it holds."""
        node = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{element.role}"), P=parent))
        if element.alt:
            node.Alt = String(element.alt)
        owners = [_attributes(owner, values) for owner, values in element.attributes.items()]
        if owners:
            node.A = owners[0] if len(owners) == 1 else Array(owners)
        kids = [self._kid(kid, node) for kid in element.kids]
        if kids:
            node.K = Array(kids)
        page = _first_page(element)
        if page is not None:
            node.Pg = self._pages[page]
        return node

    def parent_tree(self) -> Array:
        """Give the way back: per page its stretches of content in order, and each link."""
        numbers = Array()
        for number, (page, content) in enumerate(zip(self._pages, self._content, strict=True)):
            page.StructParents, page.Tabs = number, Name.S
            numbers.append(number)
            numbers.append(self._pdf.make_indirect(Array([content[mark] for mark in range(len(content))])))
        for key, node in self._links:
            numbers.append(key)
            numbers.append(node)
        return numbers

    def _kid(self, kid: Element | Mark | Link, node: pikepdf.Object) -> pikepdf.Object:
        if isinstance(kid, Element):
            return self.element(kid, node)
        if isinstance(kid, Link):
            return self._link(kid, node)
        self._content[kid.page][kid.number] = node
        return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)

    def _link(self, link: Link, node: pikepdf.Object) -> pikepdf.Object:
        """Write the place that can be clicked; it says where it leads for who cannot see it."""
        place, page = self._anchors[link.target], self._pages[link.page]
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(measure, 2) for measure in link.box]),
            Border=Array([0, 0, 0]),
            F=_PRINTED,
            Contents=String(words.LINK_TO.format(place=link.words)),
            StructParent=self.next_key,
            Dest=Array([self._pages[place.page], Name.XYZ, round(LEFT, 2), round(place.top + 8, 2), 0]),
        )
        annotation = self._pdf.make_indirect(annotation)
        page.Annots = Array([*page.get("/Annots", []), annotation])
        self._links.append((self.next_key, node))
        self.next_key += 1
        return Dictionary(Type=Name.OBJR, Obj=annotation, Pg=page)


def _attributes(owner: str, values: Mapping[str, Attribute]) -> Dictionary:
    found = Dictionary(O=Name(f"/{owner}"))
    for key, value in values.items():
        if isinstance(value, str):
            found[f"/{key}"] = Name(f"/{value}")
        else:
            found[f"/{key}"] = Array([round(one, 2) for one in value]) if isinstance(value, tuple) else value
    return found


def _first_page(element: Element) -> int | None:
    """Tell on which page an element begins."""
    for kid in element.kids:
        page = _first_page(kid) if isinstance(kid, Element) else kid.page
        if page is not None:
            return page
    return None
