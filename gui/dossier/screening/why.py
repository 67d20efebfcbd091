# SPDX-License-Identifier: EUPL-1.2
"""Why a question is asked: the reason, how to establish it, the article and the sources."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import Question
from gui.parts.label import Prose


def why(question: Question, catalogue: Catalogue) -> QWidget:
    """Make the text that is unfolded below a question."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(12, 0, 0, 4)
    column.setSpacing(6)
    for line in lines(question, catalogue):
        column.addWidget(Prose(line, "muted"))
    return box


def lines(question: Question, catalogue: Catalogue) -> list[str]:
    """Give the explanation as sentences."""
    found = [question.why, question.help]
    if question.evidence:
        found.append(f"Bewijs: {', '.join(question.evidence)}.")
    if question.innocent:
        found.append(f"Denk ook aan: {question.innocent}")
    found.append(f"Grondslag: {question.legal_basis}")
    found.append(f"Bron: {', '.join(_source(one, catalogue) for one in question.sources)}")
    return [one for one in found if one]


def _source(key: str, catalogue: Catalogue) -> str:
    source = catalogue.sources.get(key)
    return source.title if source else key
