# SPDX-License-Identifier: EUPL-1.2
"""Marks of single rows in the lines that tell of their changes: so an old page put back in the file is noticed.

The newest line about a row bears the mark of what the row is since then. A line of a version that wrote no marks says
nothing of its row, and then nothing speaks against the row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final

from storage.chain import mark_of

_MARK: Final = "new"


def marked(about: str, values: Iterable[Any], key: bytearray, **told: str) -> str:
    """Write the detail of a line about a row: the mark of the row, and what else is told of it."""
    return json.dumps({**told, _MARK: _mark(about, values, key)}, ensure_ascii=False, separators=(",", ":"))


def said(detail: str) -> dict[str, Any]:
    """Read the detail of a line; nothing where it was not written so."""
    try:
        found = json.loads(detail)
    except (ValueError, TypeError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def fits(detail: str, about: str, values: Iterable[Any] | None, key: bytearray) -> bool:
    """Whether a row (None: it is not there) is what the newest line about it says."""
    return said(detail).get(_MARK) is None or (values is not None and bears(detail, about, values, key))


def bears(detail: str, about: str, values: Iterable[Any], key: bytearray) -> bool:
    """Whether a line bears the mark of a row as it is."""
    return bool(said(detail).get(_MARK) == _mark(about, values, key))


def _mark(about: str, values: Iterable[Any], key: bytearray) -> str:
    return mark_of(about, json.dumps(list(values), ensure_ascii=False, default=str), key)
