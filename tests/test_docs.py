# SPDX-License-Identifier: EUPL-1.2
"""What the documents say of the program is so."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from assessment.attachment import LARGEST, LARGEST_TOGETHER
from assessment.dossier.application import Procedure
from gui.parts.clipboard import STAYS
from gui.settings.preferences import IDLE_MINUTES
from storage.attachments.format import CHUNK
from storage.backup_rotation import DAYS, WEEKS
from storage.catalogues import Catalogues
from storage.door import FREE_ATTEMPTS
from storage.keys.cost import FLOOR, MIB, MOST_MEMORY, MOST_PASSES, Cost
from storage.package.phrase import SIGNS

ROOT = Path(__file__).parents[1]
CODE = "\n".join(
    path.read_text("utf-8") for folder in ("assessment", "storage") for path in sorted((ROOT / folder).rglob("*.py"))
)
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


@pytest.mark.parametrize(
    "name", sorted(set(re.findall(r"`(\w+)`", (ROOT / "docs" / "glossary.md").read_text("utf-8"))))
)
def test_every_name_of_the_glossary_is_in_the_code(name: str) -> None:
    assert re.search(rf"\b{re.escape(name)}\b", CODE)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_and_picture_leads_somewhere(document: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", document.read_text("utf-8")):
        if "://" not in target:
            assert (document.parent / target).exists(), target


def test_the_readme_has_exactly_two_commands_for_a_fresh_machine() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    start = text.split("## Two commands", 1)[1].split("\n## ", 1)[0]
    commands = [line for line in re.findall(r"```\w*\n(.*?)```", start, re.DOTALL)[0].splitlines() if line]
    assert [line.split("#")[0].strip() for line in commands] == ["python3 run.py", "python3 run.py test"]


def test_the_layer_of_the_document_can_be_laid_on_the_catalogue(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "eigen-beleid.md").read_text("utf-8")
    files = re.findall(r"^`([\w-]+\.yaml)`:.*?```yaml\n(.*?)```", text, re.MULTILINE | re.DOTALL)
    assert len(files) == 7
    for name, content in files:
        (tmp_path / name).write_text(content, "utf-8")
    own = Catalogues([tmp_path])["2026-01-01"].own
    assert own is not None
    assert (own.added, own.switched_off, own.settings, own.terms) == (
        ("FIC-01",),
        ("GEB-08",),
        ("large_benefit",),
        ("supplement",),
    )
    assert (own.days, own.readings, own.procedures) == ((date(2029, 5, 11),), ("expiry-day",), (Procedure.APV_8W_8W,))


def test_the_document_names_every_reading_with_what_ships_and_what_else_can_be_chosen() -> None:
    text = (ROOT / "docs" / "eigen-beleid.md").read_text("utf-8")
    told = re.findall(r"^\| `([\w-]+)`:[^|]*\| `([\w-]+)`:[^|]*\| `([\w-]+)`:[^|]*\|$", text, re.MULTILINE)
    readings = Catalogues()["2026-01-01"].terms.readings.values()
    assert sorted(told) == sorted((one.id, one.value, *(one.texts.keys() - {one.value})) for one in readings)


@pytest.mark.parametrize(
    ("told", "is_so"),
    [
        ("nooit lichter dan 64 MiB, drie rondes en\nvier banen", Cost(64 * MIB, 3, 4) == FLOOR),
        ("ten hoogste 1 GiB, twintig rondes", (MOST_MEMORY, MOST_PASSES) == (1024 * MIB, 20)),
        ("Na drie verkeerde pogingen", FREE_ATTEMPTS == 3),
        ("na vijftien seconden van het klembord", STAYS == 15_000),
        ("Zeven dagen en vier weken", (DAYS, WEEKS) == (7, 4)),
        ("in stukken van 1 MiB", CHUNK == 1024 * 1024),
        ("500 MB per bestand, 10 GB samen", (LARGEST, LARGEST_TOGETHER) == (500 * 1024**2, 10 * 1024**3)),
        ("(1 tot 30 minuten)", (min(IDLE_MINUTES), max(IDLE_MINUTES)) == (1, 30)),
        ("honderd\nbits toeval", 5 * SIGNS == 100),
    ],
)
def test_the_numbers_on_the_page_about_security_are_those_of_the_code(told: str, is_so: bool) -> None:
    assert told in (ROOT / "docs" / "veiligheid.md").read_text("utf-8")
    assert is_so
