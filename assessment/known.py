# SPDX-License-Identifier: EUPL-1.2
"""Not known, none, and a value: three different things in every record of a dossier.

A key that is absent from a dossier file means *not known*; `null` means *none*. The types say so:
`Maybe[When]` is a date, `None` (there is none), or `NOT_KNOWN`.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, Final, Literal, NewType, TypeAlias, TypeVar

T = TypeVar("T")


class NotKnown(Enum):
    """The type of `NOT_KNOWN`."""

    NOT_KNOWN = "not known"

    def __bool__(self) -> Literal[False]:
        """Not known is falsy, so that `if record.note` reads as it should."""
        return False

    def __repr__(self) -> str:
        """Show the name under which it is written in code."""
        return "NOT_KNOWN"


NOT_KNOWN: Final = NotKnown.NOT_KNOWN
NOT_KNOWN_WORD: Final = "niet bekend"
"""What is said of it."""

Maybe: TypeAlias = T | NotKnown | None
"""A value, `None` for *none*, or `NOT_KNOWN`."""

Optional: TypeAlias = T | NotKnown
"""A value, or `NOT_KNOWN`; *none* has no meaning here."""


Opaque = NewType("Opaque", str)
"""A part of a dossier file that this version keeps and hands on but does not read, as JSON text."""


class _NotListed(tuple[Any, ...]):
    """An empty row that nobody filled in; equal to `()`, but written back as an absent key."""

    __slots__ = ()


NOT_LISTED: Final[tuple[Any, ...]] = _NotListed()


def known(value: T | NotKnown | None) -> T | None:
    """Give the value, or `None` where it is none or not known."""
    return None if isinstance(value, NotKnown) else value
