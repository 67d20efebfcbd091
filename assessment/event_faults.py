# SPDX-License-Identifier: EUPL-1.2
"""Which of the checks say that recorded events cannot be right as they stand; the terms rest on those events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from assessment.outcome import Check

EVENT_CHECKS: Final = frozenset({"X07", "L33"})
"""Orders that cannot be, and an extension that came too late."""


def event_faults(checks: Iterable[Check]) -> tuple[str, ...]:
    """Give the text of each check on the events that still stands; what the officer answered does not."""
    standing = (one.text for one in checks if one.id in EVENT_CHECKS and not one.answered)
    return tuple(dict.fromkeys(standing))
