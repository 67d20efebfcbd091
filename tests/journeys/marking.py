# SPDX-License-Identifier: EUPL-1.2
"""Puts a mark in each kind of text field, so that it can be looked for where it should not be."""

from __future__ import annotations

from itertools import count

from PySide6.QtCore import Qt

from tests.journeys.officer import Officer

MARK = "Merkteken"
"""Stands in every mark; no other word in the program holds it."""


class Marker:
    """Types marks, each with a number of its own and a letter that not every encoding writes alike."""

    def __init__(self, officer: Officer, first: int = 1) -> None:
        self._officer = officer
        self._numbers = count(first)

    def types(self, *labels: str) -> None:
        """Put a mark in each of these fields."""
        for label in labels:
            self._officer.types(label, f"{MARK}{next(self._numbers):02d} é")

    def adds(self, button: str, *labels: str) -> None:
        """Add a record and put a mark in each of these fields of its sheet."""
        self._officer.presses(button)
        self.types(*labels)
        self._officer.is_done()


def marks(officer: Officer) -> None:
    """Begin a dossier and put marks everywhere; the last one stays half typed."""
    marker = Marker(officer)
    _begins(officer, marker)
    marker.types("Activiteit", "Reden voor deze route", "Straat en huisnummer", "Gemeente of bestuursorgaan")
    _steps(officer, marker)
    officer.opens_step("Vragenlijst")
    officer.presses("Volgende open vraag")
    marker.types("Toelichting", "Onschuldige verklaring die is overwogen")
    officer.opens_step("Weging")
    officer.presses(officer.first("Beantwoord: "))
    marker.types(officer.first("Uw antwoord bij "), "Redenen bij de a-grond", "Ouderdom van de feiten")
    _advises(officer, marker)
    officer.opens_step("Informatie")
    officer.opens_row("Informatie", "i1")
    marker.types("Bewaren tot")
    officer.waits_until(officer.sees_it_saved, "that it was kept")


def marks_again(officer: Officer) -> None:
    """Search for a mark, and leave another half typed in a running text."""
    marker = Marker(officer, first=51)
    officer.waits_until(lambda: officer.says("1 Aanvraag, "), "the dossier where it was left")
    officer.opens_step("Feiten")
    marker.types("Zoek in dossiers")
    officer.opens_row("Feiten", "f1")
    marker.types("Omschrijving")


def mistakes(officer: Officer) -> None:
    """Type a mark as the password."""
    Marker(officer, first=61).types("Wachtwoord")
    officer.keys(Qt.Key.Key_Return)
    officer.waits_until(lambda: officer.says("Het wachtwoord klopt niet"), "the refusal")


def _begins(officer: Officer, marker: Marker) -> None:
    officer.waits_until(lambda: officer.sees("Nieuw dossier"), "the list of dossiers")
    officer.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    marker.types("Kenmerk")
    officer.chooses("Waarvoor is de aanvraag", "Exploitatievergunning")
    marker.types("Naam van betrokkene")
    officer.presses("Begin het dossier")
    officer.waits_until(lambda: officer.sees("Verloop"), "the first step")


def _steps(officer: Officer, marker: Marker) -> None:
    officer.opens_step("Betrokkenen")
    marker.adds("Voeg een persoon toe", "Naam", "Adres", "Aantekening")
    officer.presses("Voeg een relatie toe")
    officer.chooses("is", "vermogensverschaffer")
    officer.presses("Voeg toe")
    marker.types("Waar blijkt het uit?")
    officer.keys(Qt.Key.Key_Return)
    officer.is_done()
    officer.opens_step("Stukken")
    marker.adds("Voeg een stuk toe", "Naam")
    officer.opens_step("Financiering")
    officer.presses("Voeg een regel toe aan Nodig")
    marker.types("Omschrijving van regel 1")
    officer.opens_step("Informatie")
    marker.adds("Voeg informatie toe", "Inhoud", "Toestemming")
    officer.opens_step("Feiten")
    marker.adds("Voeg een feit toe", "Omschrijving", "Waarom zo ernstig?", "Weg van het geld naar deze activiteit")


def _advises(officer: Officer, marker: Marker) -> None:
    officer.opens_step("Advies")
    officer.waits_until(lambda: officer.says("pagina 1 van"), "the document")
    officer.turns_to("Delen van het advies", "Zienswijzen")
    marker.adds("Voeg een zienswijze toe", "Wat is gezegd", "Reactie van de gemeente")
    officer.turns_to("Delen van het advies", "Tweede lezer")
    officer.presses("Lees en teken")
    marker.types("Naam van de tweede lezer", "Opmerkingen")
    officer.chooses("Oordeel", "akkoord")
    officer.presses("Teken")
    officer.presses("Exporteer als pdf")
    marker.types("Doel")
