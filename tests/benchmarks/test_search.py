# SPDX-License-Identifier: EUPL-1.2
"""Searching a full store: first hits by common and rare words and by sound, and the list; 5,000 dossiers by hand.

The suite builds a tenth, and the bars stay the same. The whole: `python -m tests.benchmarks.test_search 5000`.
"""

import random
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from assessment.dossier.answer import Answer
from assessment.dossier.application import Application, Location
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact
from assessment.dossier.financing import Financing, SourceLine
from assessment.dossier.party import Organisation, Person
from assessment.found import Asked
from assessment.names import NameKind
from assessment.services.elsewhere import occurs_elsewhere
from assessment.services.finding import find_or_sounding, search
from storage.vault import FolderVault
from tests.benchmarks.measuring import fixed_work, scaled, tell, times
from tests.storage.stores import CHEAP, PASSWORD, Clock, small, summary

pytestmark = pytest.mark.benchmark

DOSSIERS = 500
FACTS, ANSWERS, RUNS = 30, 60, 5
FIRST_HITS, LIST = 0.1, 0.3
"""Seconds (blueprint 6)."""
AT_ONCE = 100

GIVEN = (
    "Daan", "Sanne", "Karim", "Fatma", "Jan", "Piet", "Zoë", "Jørgen", "Noor", "Youssef", "Emma", "Lucas", "Mila",
    "Sem", "Lotte", "Bram",
)  # fmt: skip
FAMILY = (
    "Fictema", "Khoulali", "Meijer", "Meyer", "Jansen", "Bakker", "Verzonnen", "Yilmaz", "Wójcik", "Özdemir",
    "Visser", "Mulder",
)  # fmt: skip
WORDS = (
    "contant", "geld", "pand", "vergunning", "terras", "leverancier", "omzet", "lening", "bedrag", "melding",
    "controle", "kassa",
)  # fmt: skip


def dossier(number: int, chance: random.Random) -> Dossier:
    """Make a dossier of the size that the bar is about, its words by chance."""

    def words(count: int) -> str:
        return " ".join((*chance.choices(WORDS, k=count), f"woord{chance.randrange(50_000)}"))

    def name() -> str:
        return f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}{chance.choice(('', 'sma', 'veld', 'stra'))}"

    persons = tuple(
        Person(f"p{at}", name(), address=f"Denkbeeldstraat {chance.randrange(900)}, {chance.randrange(1000, 9999)} ZZ")
        for at in range(1, 6)
    )
    return replace(
        small(f"BIB-2026-{number:04d}"),
        application=Application(activity="café", location=Location(street=f"Fictielaan {number}")),
        parties=(*persons, Organisation("p6", f"{name()} Horeca B.V.")),
        facts=tuple(Fact(f"f{at}", actor="p1", description=words(20)) for at in range(FACTS)),
        answers=tuple(Answer(f"IDA-{at:02d}", "ja", note=words(4)) for at in range(ANSWERS)),
        financing=Financing(sources=(SourceLine(f"lening {name()} Kapitaal", lender="p2"),)),
    )


def build(vault: FolderVault, count: int) -> None:
    """Fill a store by the same calls as the window uses, many dossiers in a transaction."""
    chance = random.Random(20260602)
    for first in range(0, count, AT_ONCE):
        with vault.work() as work:
            for number in range(first, min(first + AT_ONCE, count)):
                made = dossier(number, chance)
                work.dossiers.add(made, summary(made))
            work.commit()


def measure(vault: FolderVault) -> dict[str, float]:
    """Give per question the middle of some runs, in seconds."""
    with vault.work() as work:
        id_ = work.dossiers.find(limit=1)[0].id
    asked = Asked(NameKind.PERSON, "Karim Khoulali")
    questions: dict[str, Callable[[], object]] = {
        "common": lambda: search(vault.work(), "contant", 200),
        "letter": lambda: search(vault.work(), "c", 200),
        "two": lambda: search(vault.work(), "contant karim", 200),
        "rare": lambda: search(vault.work(), "woord4242", 200),
        "sound": lambda: search(vault.work(), "Goelali", 200),
        "list": lambda: find_or_sounding(vault.work(), "", 2000),
        "listed_common": lambda: find_or_sounding(vault.work(), "contant", 2000),
        "listed_rare": lambda: find_or_sounding(vault.work(), "woord4242", 2000),
        "elsewhere": lambda: occurs_elsewhere(vault.work(), id_, asked, "meting"),
    }
    return {name: times(question, RUNS)[RUNS // 2] for name, question in questions.items()}


def test_first_hits_and_list(tmp_path: Path) -> None:
    vault = FolderVault(tmp_path / "kluis", Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    build(vault, DOSSIERS)
    taken = measure(vault)
    vault.lock()
    tell(f"search in {DOSSIERS} dossiers", **taken)
    yardstick = times(fixed_work, 5)[0]
    for question in ("common", "letter", "two", "rare", "sound"):
        assert taken[question] < scaled(FIRST_HITS, yardstick), question
    assert taken["list"] < scaled(LIST, yardstick)


def whole(count: int) -> None:
    """Build so many, measure and tell."""
    with TemporaryDirectory() as folder:
        vault = FolderVault(Path(folder) / "kluis", Clock(), CHEAP)
        vault.create("Ada Voorbeeld", PASSWORD)
        took = times(lambda: build(vault, count), 1)[0]
        tell(f"search in {count} dossiers", build=took, **measure(vault))
        vault.lock()


if __name__ == "__main__":
    whole(int(sys.argv[1]))
