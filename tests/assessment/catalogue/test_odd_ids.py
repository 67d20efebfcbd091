# SPDX-License-Identifier: EUPL-1.2
"""What a layer says is repeated no further than somebody reads."""

from assessment.catalogue.reading import LONGEST_SAID
from tests.assessment.catalogue.layers import content, faults_of


def test_of_an_endless_id_only_the_beginning_is_repeated() -> None:
    data = content()
    data["switched-off.yaml"].update(questions=[{"id": "la" * 100_000, "reason": "Niet nodig."}])
    found = faults_of(data)
    assert found
    assert all(len(where) <= LONGEST_SAID and len(what) <= LONGEST_SAID for where, what in found.items())
