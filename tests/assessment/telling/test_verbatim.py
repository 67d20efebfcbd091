# SPDX-License-Identifier: EUPL-1.2
"""What an officer types stands in the advice, word for word."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum

import pytest

from assessment.dossier.fact import ToObtain
from assessment.telling.advice import advise
from tests.assessment.telling import invented, invented_dossier, invented_outcome
from tests.assessment.telling.reading_back import all_text, sections


@pytest.fixture
def document():
    return advise(invented_dossier.dossier(), invented_outcome.assessment(), invented.catalogue())


NOT_TOLD = {"bsn", "rsin", "keep_until", "attachments", "area", "code", "catalogue", "signals", "plan"}
"""Numbers that the Act keeps out, context that never weighs, and what belongs to the file instead of the advice."""


def _typed(value, name=""):
    """Give every text in a record, but for codes and references."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield name, value
    elif isinstance(value, tuple):
        for one in value:
            yield from _typed(one, name)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in NOT_TOLD:
                yield from _typed(getattr(value, field.name), field.name)


def test_what_was_typed_stands_verbatim(document):
    text = all_text(document.blocks)
    codes = {"type", "offence", "legal_form", "actor", "capacity", "question", "partner", "basis", "country", "permit"}
    ids = {"id", "from_", "to", "party", "lender", "subject", "about", "value", "check"}
    missing = [
        (name, typed)
        for name, typed in _typed(invented_dossier.dossier())
        if name not in codes | ids and typed not in text and f"[{typed}]" not in text
    ]
    assert missing == []


def test_the_five_elements_of_paragraph_6_stand_verbatim():
    elements = ToObtain("De vraag.", "Het antwoord.", "Wat juist is.", ("i1",), "De opzet.", "Het belang.")
    dossier = invented_dossier.dossier()
    facts = (replace(dossier.facts[0], to_obtain=elements), dossier.facts[1])
    document = advise(replace(dossier, facts=facts), invented_outcome.assessment(), invented.catalogue())
    text = all_text(sections(document)[9])
    assert all(
        one in text for one in ("De vraag.", "Het antwoord.", "Wat juist is.", "De opzet.", "Het belang.", "[i1]")
    )
