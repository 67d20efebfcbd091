# SPDX-License-Identifier: EUPL-1.2
"""What must stand in the advice of a dossier, and reading it back from the PDF."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When, tell
from assessment.money import show_money, show_percent
from storage.paper import text_of
from tests.journeys.entering import Record
from tests.journeys.places import EXAMPLES


def words_of(paper: Record, example: str, catalogue: Catalogue) -> Iterator[str]:
    """Name everything that a reader must find: reference, degrees, figures, facts with source and date, reasons."""
    figures = json.loads((EXAMPLES / f"{example}.expected.json").read_text("utf-8"))["financing"]
    yield paper["reference"]
    yield from (show_money(Decimal(figures[one])) for one in ("need", "declared", "gap", "evidenced"))
    yield show_percent(Decimal(str(figures["evidenced_share"])))
    conclusion = paper["conclusion"]
    for ground in ("a", "b"):
        yield catalogue.word("degree", conclusion[ground]["degree"])
        yield conclusion[ground]["reasons"]
    yield conclusion["age_of_facts"]
    for measure in conclusion["measure"]:
        yield catalogue.word("decision", measure["decision"])
        yield measure["interests"]
    for fact in paper["facts"]:
        yield from (fact["id"], catalogue.offences[fact["offence"]].name, fact["description"], *fact["sources"])
        yield tell(_when(fact["status_on"]))
        yield tell(_when(fact["committed"][-1]))


def missing(words: Iterator[str], pdf: Path) -> Iterator[str]:
    """Name what cannot be read in the PDF, however its lines are broken."""
    text = _flat(" ".join(text_of(pdf.read_bytes())))
    return (one for one in words if _flat(one) not in text)


def _flat(text: str) -> str:
    return " ".join(text.split())


def _when(iso: str) -> When:
    return When(*(int(part) for part in iso.split("-")))
