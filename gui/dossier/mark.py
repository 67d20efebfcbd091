# SPDX-License-Identifier: EUPL-1.2
"""The two marks that keep rule and judgement apart, drawn as icons so that no font needs to have them."""

from __future__ import annotations

from assessment.outcome import Nature
from gui.parts.badge import Badge, Tone

_LOOKS = {
    Nature.RULE: (Tone.NEUTRAL, "regel", "rule", "Volgt uit een regel. U kunt dit niet hier wijzigen."),
    Nature.JUDGEMENT: (Tone.INFO, "oordeel", "judgement", "Uw eigen oordeel. Het programma vult hier nooit iets in."),
}


def mark(nature: Nature) -> Badge:
    """Make the mark of a statement: § regel, or a balance and the word oordeel."""
    tone, word, icon, tip = _LOOKS[nature]
    made = Badge(tone, word, icon)
    made.setToolTip(tip)
    return made
