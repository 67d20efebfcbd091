# SPDX-License-Identifier: EUPL-1.2
"""The tables of docs/method.md come from the catalogue.

When they drift, look whether the change was meant, and write them anew:
``python3 run.py test tests/test_method.py --schrijf``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.load import load_catalogue
from assessment.catalogue.weighing import Bounds
from assessment.dossier.fact import Status
from assessment.inquiry.evidence_class import CLEARED, POINTING
from assessment.money import show_euro, show_number, show_percent
from assessment.outcome import EvidenceClass, Severity
from resources.files import read_catalogue

METHOD = Path(__file__).parents[1] / "docs" / "method.md"
_TABLE = re.compile(r"(<!-- tabel: (\w+) -->\n)(.*?)(<!-- einde -->)", re.DOTALL)
_GROUNDS = {"a": "a", "b": "b", "any": "a en b"}
_FAMILIES = {
    "C": "waar gemeenten bij de rechter verliezen",
    "L": "wat de wet vraagt",
    "X": "wat elkaar binnen het dossier tegenspreekt",
}
MOST_WORDS = 1500
"""Two pages of running text, tables apart."""


@cache
def catalogue() -> Catalogue:
    files = read_catalogue()
    return load_catalogue(files.content, files.date, files.checksum)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table in Markdown."""
    lines = [list(heads), ["---" for _ in heads], *(list(row) for row in rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def evidence() -> str:
    return table(("stand van zaken", "waarde"), _evidence())


def _evidence() -> Iterator[tuple[str, str]]:
    classes = (
        (EvidenceClass.POINTS_TO, POINTING, "art. 3a lid 1"),
        (EvidenceClass.SUSPICION, frozenset(Status) - POINTING - CLEARED, "art. 3 lid 2 en 3, art. 3a lid 2"),
        (EvidenceClass.EXCLUDED, CLEARED, "art. 3a lid 3"),
    )
    for class_, statuses, article in classes:
        words = (catalogue().word("status", status) for status in Status if status in statuses)
        yield "; ".join(words), f"{catalogue().word('evidence-class', class_)} ({article})"


def rows() -> str:
    found = (
        (row.name, _GROUNDS[row.ground], catalogue().word("degree", row.degree), row.text, row.source)
        for row in catalogue().framework.rows.values()
    )
    return table(("rij", "grond", "aanwijzing", "wanneer", "grondslag"), found)


def settings() -> str:
    found = (
        (one.name, show_number(one.value), _bounds(one.bounds), one.reason)
        for one in catalogue().framework.settings.values()
    )
    return table(("waarde", "nu", "te wijzigen", "waarom"), found)


def _bounds(bounds: Bounds | None) -> str:
    return f"{show_number(bounds.least)} tot {show_number(bounds.most)}" if bounds else "nee"


def norms() -> str:
    known = catalogue().norms
    living = (
        (catalogue().word("household", one.household), f"{show_euro(one.monthly)} per maand",
         known.told(one))
        for one in known.living
    )  # fmt: skip
    branches = (
        (f"{one.ratio} ({one.permit})", f"{show_percent(one.low)} tot {show_percent(one.high)}", known.told(one))
        for one in known.branches
    )
    none = [] if known.branches else [("verhoudingen in de branche", known.absent, "")]
    return table(("norm", "waarde", "bron"), (*living, *branches, *none))


def checks() -> str:
    texts = catalogue().checks.texts.values()
    heaviest: dict[str, Severity] = {}
    order = list(Severity)
    hard = {one.check for one in texts if one.hard}
    for one in texts:
        heaviest[one.check] = min(heaviest.get(one.check, Severity.HINT), one.severity, key=order.index)
    found = []
    for letter, what in _FAMILIES.items():
        counts = Counter(severity for check, severity in heaviest.items() if check[0] == letter)
        mended = sum(check[0] == letter for check in hard)
        numbers = (*(counts[severity] for severity in order), mended, sum(counts.values()))
        found.append((letter, what, *map(str, numbers)))
    words = (catalogue().word("severity", one) for one in order)
    return table(("soort", "over", *words, "alleen te herstellen", "samen"), found)


TABLES = {"bewijs": evidence, "rijen": rows, "waarden": settings, "normen": norms, "controles": checks}


def renewed(text: str) -> str:
    """Give the text with every table as the catalogue has it now."""
    return _TABLE.sub(lambda found: found[1] + TABLES[found[2]]() + found[4], text)


def test_the_tables_are_those_of_the_catalogue(request: pytest.FixtureRequest) -> None:
    text = METHOD.read_text("utf-8")
    if request.config.getoption("--schrijf"):
        METHOD.write_text(renewed(text), "utf-8", newline="\n")
        return
    assert text == renewed(text), "docs/method.md: python3 run.py test tests/test_method.py --schrijf"


def test_every_table_stands_there_once() -> None:
    assert [found[2] for found in _TABLE.finditer(METHOD.read_text("utf-8"))] == list(TABLES)


def test_a_change_in_the_catalogue_is_seen() -> None:
    text = METHOD.read_text("utf-8").replace("rij b-1", "rij b-9")
    assert renewed(text) != text


def test_the_text_is_two_pages() -> None:
    text = _TABLE.sub("", METHOD.read_text("utf-8"))
    assert 600 < len(text.split()) < MOST_WORDS
