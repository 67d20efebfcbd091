# SPDX-License-Identifier: EUPL-1.2
"""The words of undo: which field of which record was changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from gui.parts.field_spec import FieldSpec, read


def changed_words(thing: str, specs: Iterable[FieldSpec], before: Any, after: Any) -> str:
    """Say what differs: `Naam van betrokkene gewijzigd`; only the thing when no field of the form differs."""
    for spec in specs:
        if read(before, spec.attr) != read(after, spec.attr):
            name = spec.label.rstrip("?").strip()
            return f"{name} van {thing} gewijzigd"
    return f"{thing[:1].upper()}{thing[1:]} gewijzigd"
