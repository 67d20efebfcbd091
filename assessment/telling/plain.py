# SPDX-License-Identifier: EUPL-1.2
"""Plain text in lines that fit a terminal of 80 and a sheet of A4."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

WIDTH = 78
"""Characters per line."""


def part(title: str, items: Iterable[str], empty: str) -> Iterator[str]:
    """Give a part with its title, or what is said where there is nothing in it."""
    yield ""
    yield title
    for line in list(items) or [empty]:
        yield from wrapped(line, "  ")


def wrapped(text: str, indent: str = "") -> list[str]:
    """Wrap a text; line ends in it are kept, what follows a first line stands two further in."""
    lines = []
    for line in text.splitlines() or [""]:
        further = indent + " " * (len(line) - len(line.lstrip()) + 2 * bool(indent))
        lines += textwrap.wrap(line, WIDTH, initial_indent=indent, subsequent_indent=further) or [""]
    return lines
