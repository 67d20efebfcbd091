# SPDX-License-Identifier: EUPL-1.2
"""Days that are left, in words."""

from __future__ import annotations

from datetime import date

from gui.parts.badge import Tone

SOON = 14
"""From how many days on a term is called near; look.md: soon due needs an answer."""


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


def tone_of(end: date, today: date) -> Tone:
    """Give the tone that goes with it."""
    days = (end - today).days
    if days < 0:
        return Tone.DANGER
    return Tone.WARN if days <= SOON else Tone.NEUTRAL
