# SPDX-License-Identifier: EUPL-1.2
"""What the documents say of the program is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

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
