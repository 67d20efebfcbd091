# SPDX-License-Identifier: EUPL-1.2
"""Days that are left, in words and as a share of the term."""

from __future__ import annotations

from datetime import date

from gui.parts.badge import Tone

SOON = 14
"""From how many days on a term is called near; look.md: soon due needs an answer."""

EIGHT_WEEKS = 56
"""Days of the shortest term to decide in: what is shown of a term of which the start is not known."""


def days_left(end: date, today: date) -> str:
    """Say how long it still is: `nog 13 dagen`, `vandaag`, `2 dagen te laat`."""
    days = (end - today).days
    if days == 0:
        return "vandaag"
    if days == 1:
        return "morgen"
    if days > 0:
        return f"nog {days} dagen"
    return "1 dag te laat" if days == -1 else f"{-days} dagen te laat"


def share_left(start: date | None, end: date, today: date) -> float:
    """Give how much of a term is left, from 1 to 0; of a term without a known start the last eight weeks count."""
    whole = (end - start).days if start and start < end else EIGHT_WEEKS
    return min(max((end - today).days / whole, 0.0), 1.0)


def tone_of(end: date, today: date) -> Tone:
    """Give the tone that goes with it."""
    days = (end - today).days
    if days < 0:
        return Tone.DANGER
    return Tone.WARN if days <= SOON else Tone.NEUTRAL
