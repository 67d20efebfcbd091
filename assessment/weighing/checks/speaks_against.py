# SPDX-License-Identifier: EUPL-1.2
"""What in the record speaks against an answer."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Against:
    """The records that speak against an answer, and the places of the text that tells it.

    `whose`: the party whose record it is, where the text does not name it.
    """

    about: tuple[str, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    whose: str = ""
