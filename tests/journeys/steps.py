# SPDX-License-Identifier: EUPL-1.2
"""The steps of a dossier, as an officer enters them from paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from tests.journeys.entering import Entry, amount, fill, sources, text
from tests.journeys.forms import (
    APPLICATION,
    CONCLUSION,
    EVENT,
    FACT,
    HEADING,
    INFORMATION,
    MEASURE,
    NEW_EVENT,
    NEW_RELATION,
    OPERATIONS,
    ORGANISATION,
    PERSON,
    RELATION,
    SOURCE,
)

KEYS = {"ja": Qt.Key.Key_J, "nee": Qt.Key.Key_N, "onbekend": Qt.Key.Key_O, "n.v.t.": Qt.Key.Key_V}
"""The key that gives an answer."""


def begins(entry: Entry) -> None:
    """Begin a dossier: its reference, its permits, its subject."""
    paper, officer = entry.paper, entry.officer
    officer.types("Kenmerk", paper["reference"])
    for code in paper["application"]["permit_types"]:
        officer.chooses("Waarvoor is de aanvraag", entry.catalogue.permits[code].name)
    officer.types("Naam van betrokkene", entry.party(paper["subject"][0]))
    officer.answers("Betrokkene is een", "persoon")
    officer.presses("Begin het dossier")


def application(entry: Entry) -> None:
    """Step 1."""
    entry.officer.opens_step("Aanvraag")
    fill(entry, entry.paper["application"], APPLICATION)
    fill(entry, entry.paper, HEADING)
    first, *others = entry.paper["events"]
    entry.officer.opens_row("Verloop", entry.catalogue.word("event-kind", first["kind"]))
    fill(entry, first, NEW_EVENT[1:])
    entry.officer.is_done()
    for event in others:
        _event(entry, event)


def _event(entry: Entry, event: dict[str, Any]) -> None:
    entry.officer.presses("Voeg een gebeurtenis toe")
    fill(entry, event, NEW_EVENT)
    entry.officer.presses("Voeg toe")
    fill(entry, event, EVENT)
    if entry.officer.sees("Klaar"):
        entry.officer.is_done()


def parties(entry: Entry) -> None:
    """Step 2; the subject is there already."""
    officer = entry.officer
    officer.opens_step("Betrokkenen")
    first, *others = entry.paper["parties"]
    officer.opens_row("Partijen", first["name"])
    fill(entry, first, PERSON[1:])
    officer.is_done()
    for party in others:
        is_person = party["kind"] == "person"
        officer.presses("Voeg een persoon toe" if is_person else "Voeg een organisatie toe")
        fill(entry, party, PERSON if is_person else ORGANISATION)
        officer.is_done()


def relations(entry: Entry) -> None:
    """Step 2, once the sources are there."""
    entry.officer.opens_step("Betrokkenen")
    for relation in entry.paper["relations"]:
        entry.officer.presses("Voeg een relatie toe")
        fill(entry, relation, NEW_RELATION)
        entry.officer.presses("Voeg toe")
        fill(entry, relation, RELATION)
        entry.officer.is_done()


def financing(entry: Entry) -> None:
    """Step 4."""
    officer, paper = entry.officer, entry.paper["financing"]
    officer.opens_step("Financiering")
    for number, line in enumerate(paper["need"], start=1):
        officer.presses("Voeg een regel toe aan Nodig")
        with officer.at("Nodig"):
            _in_place(entry, line, number)
    for number, line in enumerate(paper["sources"], start=1):
        officer.presses("Voeg een regel toe aan Herkomst")
        with officer.at("Herkomst"):
            _in_place(entry, line, number)
            officer.presses(f"Open alles over deze bron: {line['label']}")
        fill(entry, line, SOURCE)
        officer.is_done()
    fill(entry, paper["operations"], OPERATIONS)


def _in_place(entry: Entry, line: dict[str, Any], number: int) -> None:
    entry.officer.types(f"Omschrijving van regel {number}", line["label"])
    entry.officer.keys(Qt.Key.Key_Tab)
    amount(entry, f"Bedrag van {line['label']} in euro", line["amount"])
    evidence = line["evidence"]
    entry.officer.chooses(f"Bewijs van {line['label']}", f"{evidence} · ")


def information(entry: Entry) -> None:
    """Step 5."""
    entry.officer.opens_step("Informatie")
    for item in entry.paper["information"]:
        entry.officer.presses("Voeg informatie toe")
        fill(entry, item, INFORMATION)
        entry.officer.is_done()


def facts(entry: Entry) -> None:
    """Step 6."""
    entry.officer.opens_step("Feiten")
    for fact in entry.paper["facts"]:
        entry.officer.presses("Voeg een feit toe")
        fill(entry, fact, FACT)
        entry.officer.is_done()


def screening(entry: Entry) -> None:
    """Step 7: open each question, answer it with its key, and say where it appears from."""
    officer = entry.officer
    officer.opens_step("Vragenlijst")
    for answer in entry.paper["answers"]:
        question = entry.catalogue.questions[answer["question"]]
        theme = next(one.name for one in entry.catalogue.themes if one.code == question.theme)
        officer.presses(officer.reads(f"{theme}, "))
        officer.presses(f"{question.text} open")
        officer.keys(KEYS[answer["value"]])
        text(entry, "Toelichting", answer["note"])
        sources(entry, "Bewijs", answer["sources"])


def weighing(entry: Entry) -> None:
    """Step 8: the officer's own conclusion, and a measure for each permit."""
    officer, paper = entry.officer, entry.paper["conclusion"]
    officer.opens_step("Weging")
    fill(entry, paper, CONCLUSION)
    for measure in paper["measure"]:
        with officer.at(f"Maatregel: {entry.catalogue.permits[measure['permit']].name}"):
            fill(entry, measure, MEASURE)


def export(entry: Entry, path: Path, purpose: str) -> None:
    """Step 9: say what for, say where, and wait until it stands there."""
    officer = entry.officer
    officer.opens_step("Advies")
    officer.presses("Exporteer als pdf")
    officer.types("Doel", purpose)
    officer.presses("Kies een plaats")
    officer.saves_as(path)
    officer.waits_until(lambda: officer.says("De pdf staat in"), "that the advice was written")
