# SPDX-License-Identifier: EUPL-1.2
"""That there is no investment was said by somebody; that nothing was recorded was said by nobody."""

from dataclasses import replace
from typing import Any

import pytest

from assessment.assess import assess
from assessment.exchange import codes_of, read_dossier
from assessment.known import NOT_KNOWN
from assessment.telling.funding_told import funding
from assessment.telling.material import Material
from resources.files import read_example
from tests.assessment.catalogue.shipped import catalogue
from tests.assessment.telling.reading_back import texts

BREAD = read_dossier(read_example("verzonnen-broodje"), codes_of(catalogue()))


@pytest.mark.parametrize(
    ("recorded", "told"),
    [(None, "Er is geen investering."), (NOT_KNOWN, "Over nodig en herkomst van het geld is niets vastgelegd.")],
)
def test_none_and_not_known_are_told_apart(recorded: Any, told: str) -> None:
    dossier = replace(BREAD, financing=recorded)
    blocks = funding(Material(dossier, assess(dossier, catalogue()), catalogue()))
    assert [text for block in blocks for text in texts(block)] == [told]
