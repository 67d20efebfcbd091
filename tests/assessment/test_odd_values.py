# SPDX-License-Identifier: EUPL-1.2
"""A list or a block in a dossier file where a word belongs is told, and nothing stumbles over it."""

import pytest

from assessment.errors import FaultyFile
from assessment.exchange import FORMAT, codes_of, dossier_from_wire, parse_json
from tests.assessment.catalogue.shipped import catalogue as shipped


@pytest.mark.parametrize(
    ("key", "value"),
    [("relations", [{"id": "r1", "role": {}}]), ("parties", [{"id": {}, "bsn": "999991012"}]),
     ("answers", [{"question": [], "about": "p1"}])],
)  # fmt: skip
def test_a_list_or_block_where_a_word_belongs_is_a_fault_with_its_place(key: str, value: object) -> None:
    raw = {"format": FORMAT, "reference": "BIB-1", "catalogue": "2026-01-01", "assessed_on": "2026-06-02", key: value}
    with pytest.raises(FaultyFile) as said:
        dossier_from_wire(raw, codes_of(shipped()))
    assert any(one.where.startswith(f"$.{key}[0]") for one in said.value.faults)


@pytest.mark.parametrize("number", [b"1e" + b"1" * 400, b"-1.5e-" + b"9" * 30, b"1" * 5000])
def test_a_number_beyond_all_measure_is_told(number: bytes) -> None:
    with pytest.raises(FaultyFile) as said:
        parse_json(b'{"a": ' + number + b"}")
    assert "getal dat te groot is" in str(said.value)
