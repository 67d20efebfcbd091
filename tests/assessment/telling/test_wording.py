# SPDX-License-Identifier: EUPL-1.2
"""The fixed sentences: read strictly, filled completely, each with its source."""

import pytest

from assessment.catalogue.reading import Entry, Faults
from assessment.catalogue.wording import SENTENCES, Sentence, read_sentences
from tests.assessment.telling.invented import sentences


def _read(*entries):
    faults = Faults()
    read_sentences(Entry({"sentences": list(entries)}, "telling.yaml", faults))
    return [str(one) for one in faults.found]


def test_the_shipped_sentences_are_those_that_the_advice_asks_for():
    shipped = sentences()
    assert set(shipped) == set(SENTENCES)
    assert all(one.source for one in shipped.values())
    assert all(one.places <= set(SENTENCES[one.id]) for one in shipped.values())


def test_places_are_filled_and_a_missing_part_is_refused():
    sentence = Sentence("x", "Het besluit is van {organ}.", "Awb")
    assert sentence.filled(organ="de burgemeester") == "Het besluit is van de burgemeester."
    with pytest.raises(KeyError):
        sentence.filled()


def test_a_sentence_that_is_missing_is_a_fault():
    assert any("marks ontbreekt" in fault for fault in _read())


def test_a_sentence_that_nobody_asks_for_is_a_fault():
    assert any("vreemd is onbekend" in fault for fault in _read({"id": "vreemd", "text": "x", "source": "y"}))


def test_a_place_that_nobody_fills_is_a_fault():
    faults = _read({"id": "marks", "text": "Zie {score}.", "source": "y"})
    assert any("een plaats die het programma niet invult: score" in fault for fault in faults)
