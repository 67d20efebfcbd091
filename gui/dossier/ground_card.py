# SPDX-License-Identifier: EUPL-1.2
"""One ground in the panel: its name, the indication in a word, and the range that is still open."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessment.outcome import GroundOutcome, Invoked, ObtainOutcome
from gui.dossier.range_bar import RangeBar, told
from gui.parts.badge import DEGREES, Badge, DegreeBadge, Tone
from gui.parts.label import label

INVOKED = {
    Invoked.INVOKED: "in te roepen",
    Invoked.NOT_INVOKED: "niet aan de orde",
    Invoked.UNDETERMINED: "niet vast te stellen",
}


class GroundCard(QWidget):
    """Ground a or b."""

    def __init__(self, ground: str) -> None:
        super().__init__()
        self._ground = ground
        self._degree, self._range = DegreeBadge(), RangeBar()
        head = QHBoxLayout()
        head.addWidget(label(f"{ground}-grond", "label"), 1)
        head.addWidget(self._degree)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._range)

    def show_outcome(self, outcome: GroundOutcome) -> None:
        """Show what follows for this ground."""
        self._degree.show_degree(outcome.indication)
        self._range.show_range(outcome.low, outcome.high, outcome.indication)
        word = DEGREES[outcome.indication][0]
        self.setAccessibleName(f"{self._ground}-grond: indicatie {word}, {told(outcome.low, outcome.high)}")
        self.setToolTip(f"Indicatie: {word}, {told(outcome.low, outcome.high)}. De conclusie schrijft u zelf.")


class ObtainCard(QWidget):
    """Art. 3 par. 6."""

    def __init__(self) -> None:
        super().__init__()
        self._word = Badge(Tone.NEUTRAL, "")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(label("Lid 6", "label"), 1)
        line.addWidget(self._word)

    def show_outcome(self, outcome: ObtainOutcome) -> None:
        """Show whether par. 6 can be invoked."""
        tone = Tone.UNKNOWN if outcome.indication is Invoked.UNDETERMINED else Tone.NEUTRAL
        self._word.show_state(tone, INVOKED[outcome.indication])
        self.setAccessibleName(f"Artikel 3 lid 6: {INVOKED[outcome.indication]}")
        self.setToolTip("Een strafbaar feit om deze beslissing te krijgen of te behouden (Wet Bibob art. 3 lid 6)")
