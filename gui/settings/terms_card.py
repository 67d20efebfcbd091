# SPDX-License-Identifier: EUPL-1.2
"""How terms are counted: the choices where the statute leaves one, the days off that are to come, and the by-law."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.telling.counting import Counted, by_laws_told, days_told, readings_told
from gui.parts.card import Card
from gui.parts.emptied import empty
from gui.parts.label import Prose, label
from gui.parts.visible import set_shown
from gui.style.theme import scaled

INTRO = "Zo telt het programma waar de wet ruimte laat. De termijnen uit de wet zelf staan vast."
DAY = 110
"""Pixels for a day beside its source."""

NO_DAYS = "Er komen geen gelijkgestelde dagen meer. Wijst de Kroon nieuwe dagen aan, leg die dan vast."
HOW = (
    "Wilt u iets hiervan wijzigen? De beheerder van deze computer legt het vast in terms.yaml, in de map met het eigen "
    "beleid. Hoe dat gaat, staat in docs/eigen-beleid.md."
)


class TermsCard(Card):
    """Show it with `show_counting`; nothing here is typed in."""

    def __init__(self) -> None:
        super().__init__("Termijnen", INTRO)
        self._readings, self._by_laws, self._days = Sentences(), Sentences(), Sentences(beside=scaled(DAY))
        self._part("Waar de wet niet zegt hoe wordt geteld", self._readings)
        self._part("Beslistermijn uit een verordening", self._by_laws)
        self._part("Dagen die met een feestdag zijn gelijkgesteld", self._days)
        self._none = self.add(Prose(NO_DAYS))
        self.add(Prose(HOW, "muted"))

    def show_counting(self, catalogue: Catalogue, on: date) -> None:
        """Show how is counted by a catalogue; of the days those that still come."""
        self._readings.show_sentences(readings_told(catalogue.terms))
        self._by_laws.show_sentences(by_laws_told(catalogue))
        days = days_told(catalogue, on)
        self._days.show_sentences(days)
        set_shown(self._none, not days)

    def _part(self, title: str, sentences: Sentences) -> None:
        part = QVBoxLayout()
        part.setContentsMargins(0, 8, 0, 0)
        part.setSpacing(6)
        part.addWidget(label(title, "label"))
        part.addWidget(sentences)
        self.add_layout(part)


class Sentences(QWidget):
    """Sentences below each other, each with its why below it; or `beside` it, that many pixels from the left."""

    def __init__(self, beside: int = 0) -> None:
        super().__init__()
        self._beside = beside
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4 if beside else 10)

    def show_sentences(self, sentences: Iterable[Counted]) -> None:
        """Show others."""
        empty(self._rows)
        for one in sentences:
            self._rows.addWidget(self._row(one))

    def texts(self) -> tuple[str, ...]:
        """Give the words that are shown, in order."""
        return tuple(one.text() for one in self.findChildren(Prose) if not one.isHidden())

    def _row(self, one: Counted) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        place = (0, 1) if self._beside else (1, 0)
        grid.addWidget(Prose(one.text), 0, 0)
        grid.addWidget(Prose(one.why, "muted"), *place)
        grid.setColumnMinimumWidth(0, self._beside)
        grid.setColumnStretch(place[1], 1)
        return row
