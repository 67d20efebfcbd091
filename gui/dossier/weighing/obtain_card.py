# SPDX-License-Identifier: EUPL-1.2
"""Art. 3 par. 6: whether it can be invoked, on which facts, and what is still missing for that."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.outcome import Assessment, Invoked, Nature
from gui.dossier.ground_card import INVOKED
from gui.dossier.mark import mark
from gui.dossier.weighing.fact_lines import fact_title
from gui.parts.badge import Badge, Tone
from gui.parts.card import Card
from gui.parts.label import Prose, label
from gui.parts.link_rows import Link, LinkRows


class ObtainCard(Card):
    """What the rules say of an offence to obtain or keep the decision; `asked(place)` opens a fact."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Lid 6: verkregen of behouden door een strafbaar feit")
        self._word = self.corner(Badge())
        self._text, self._facts = Prose(), LinkRows()
        head = QHBoxLayout()
        head.addWidget(mark(Nature.RULE))
        head.addWidget(label("Indicatie", "label"), 1)
        self.add_layout(head)
        self.add(self._text)
        self.add(self._facts)
        self._facts.asked.connect(self.asked)

    def show_outcome(self, dossier: Dossier, assessment: Assessment, catalogue: Catalogue) -> None:
        """Show what follows about par. 6."""
        outcome = assessment.c
        tone = Tone.UNKNOWN if outcome.indication is Invoked.UNDETERMINED else Tone.NEUTRAL
        self._word.show_state(tone, INVOKED[outcome.indication])
        lines = [f"{one.text} ({one.basis})" for one in outcome.reasons]
        if outcome.missing:
            words = catalogue.framework.reasons
            missing = (words[f"element-{one.replace('_', '-')}"].text for one in outcome.missing)
            lines.append(f"Er ontbreekt: {'; '.join(missing)}.")
        self._text.setText("\n".join(lines))
        about = {id_ for one in outcome.reasons for id_ in one.about}
        facts = (one for one in dossier.facts if one.id in about)
        self._facts.show_links(tuple(Link(one.id, fact_title(one, catalogue), icon="document") for one in facts))
