# SPDX-License-Identifier: EUPL-1.2
"""The degree of danger (Wet Bibob art. 3 par. 1 and 7), as a word and never as a number."""

from __future__ import annotations

from enum import StrEnum


class Degree(StrEnum):
    """None, lesser or serious danger; undetermined when the unknowns decide."""

    NONE = "none"
    LESSER = "lesser"
    SERIOUS = "serious"
    UNDETERMINED = "undetermined"


ORDER = (Degree.NONE, Degree.LESSER, Degree.SERIOUS)
"""From low to high; `undetermined` has no place in the order."""
