# SPDX-License-Identifier: EUPL-1.2
"""A check as a link to the place where something can be done about it."""

from __future__ import annotations

from assessment.outcome import Check, Severity
from gui.dossier.places import place_of
from gui.parts.badge import ICONS, Tone
from gui.parts.link_rows import Link

TONES = {Severity.BLOCK: Tone.DANGER, Severity.ANSWER: Tone.WARN, Severity.HINT: Tone.INFO}


def check_link(check: Check) -> Link:
    """Make the link: what is wrong, with its number and basis below it."""
    tone = TONES[check.severity]
    return Link(place_of(check), check.text, f"{check.id} · {check.basis}", ICONS[tone], tone.value)
