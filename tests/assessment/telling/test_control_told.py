# SPDX-License-Identifier: EUPL-1.2
"""How control is told in the advice: the path in words, what may be more, and what nobody is recorded for."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assessment.assess import assess
from assessment.catalogue.load import load_catalogue
from assessment.exchange import read_dossier
from assessment.known import NOT_KNOWN
from assessment.telling.advice import advise
from resources.files import read_catalogue, read_example
from tests.assessment.telling.reading_back import all_text, sections


@pytest.fixture(scope="module")
def catalogue():
    files = read_catalogue()
    return load_catalogue(files.content, files.date, files.checksum)


def told(catalogue, *more):
    """Tell section 4 of the café, of which the first holding is 40 percent, with more relations like it."""
    cafe = read_dossier(read_example("cafe-de-verzonnen-vink"))
    first = replace(cafe.relations[0], share=Decimal("0.4"))
    relations = (first, *cafe.relations[1:], *(replace(first, id=f"r9{n}", **one) for n, one in enumerate(more)))
    case = replace(cafe, relations=relations)
    section = sections(advise(case, assess(case, catalogue), catalogue))[4]
    return all_text(section).replace("\u00a0", " ")


def test_the_path_is_told_in_words_and_the_grip_with_the_role(catalogue):
    text = told(catalogue)
    path = "is aandeelhouder (40,00 %) van Kolibri Beheer B.V.; Kolibri Beheer B.V. is aandeelhouder (100,00 %) van"
    assert path in text
    assert "aandeelhouder: samen met anderen" in text
    assert "ten minste" not in text


def test_what_nobody_holds_is_told_as_unknown(catalogue):
    assert "Van Kolibri Beheer B.V. is van 60,00 % niet vastgelegd wie het houdt" in told(catalogue)


def test_a_part_that_is_not_known_makes_it_the_least(catalogue):
    text = told(catalogue, {"share": NOT_KNOWN})
    assert "ten minste 40,00 %" in text
