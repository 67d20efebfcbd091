# SPDX-License-Identifier: EUPL-1.2
"""Three values: what is not known is not no."""

from __future__ import annotations

from enum import Enum


class Truth(Enum):
    """Yes, no, or not known; combined after Kleene, so that an unknown never decides by itself."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __and__(self, other: Truth) -> Truth:
        """Yes only when both are; no as soon as one is."""
        if Truth.NO in (self, other):
            return Truth.NO
        return self if other is Truth.YES else Truth.UNKNOWN

    def __or__(self, other: Truth) -> Truth:
        """Yes as soon as one is; no only when both are."""
        if Truth.YES in (self, other):
            return Truth.YES
        return self if other is Truth.NO else Truth.UNKNOWN

    def __invert__(self) -> Truth:
        """The opposite; the opposite of not known is not known."""
        return {Truth.YES: Truth.NO, Truth.NO: Truth.YES}.get(self, Truth.UNKNOWN)

    def __bool__(self) -> bool:
        """Refuse: asking an unknown for a yes or no is the mistake that this type prevents."""
        raise TypeError("ask `is Truth.YES`; a Truth is not a bool")

    @classmethod
    def of(cls, value: bool | None) -> Truth:
        """Read a bool that may be missing."""
        if value is None:
            return cls.UNKNOWN
        return cls.YES if value else cls.NO
