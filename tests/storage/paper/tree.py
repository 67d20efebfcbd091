# SPDX-License-Identifier: EUPL-1.2
"""Reads the tree of meaning back out of a PDF."""

from collections.abc import Iterator
from io import BytesIO

import pikepdf


def opened(pdf: bytes) -> pikepdf.Pdf:
    """Open the bytes of a PDF."""
    return pikepdf.open(BytesIO(pdf))


def elements(pdf: pikepdf.Pdf, role: str = "") -> list[pikepdf.Dictionary]:
    """Give the elements in reading order, all or of one role."""
    return elements_below(pdf.Root.StructTreeRoot.K, role)


def elements_below(element: pikepdf.Dictionary, role: str = "") -> list[pikepdf.Dictionary]:
    """Give an element and all below it in reading order, all or of one role."""
    return [one for one in _below(element) if not role or str(one.S) == f"/{role}"]


def kids(element: pikepdf.Dictionary) -> list[pikepdf.Object]:
    """Give what an element holds."""
    return list(element.get("/K", []))


def roles(element: pikepdf.Dictionary) -> list[str]:
    """Name the roles of the elements right below one."""
    return [str(kid.S)[1:] for kid in kids(element) if "/S" in kid]


def _below(element: pikepdf.Dictionary) -> Iterator[pikepdf.Dictionary]:
    yield element
    for kid in kids(element):
        if "/S" in kid:
            yield from _below(kid)
