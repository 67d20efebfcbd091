# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from assessment.catalogue.inquiry import NEEDED, read_inquiry
from assessment.catalogue.reading import Entry, Faults


def read(*changed: dict[str, Any], without: str = "") -> tuple[list[str], dict[str, Any]]:
    rows = {id_: {"id": id_, "text": "Zo is het.", "basis": "Awb art. 3:2"} for id_ in NEEDED if id_ != without}
    rows |= {one["id"]: one for one in changed}
    faults = Faults()
    texts = read_inquiry(Entry({"sentences": list(rows.values())}, "inquiry.yaml", faults))
    return [str(one) for one in faults.found], dict(texts)


def test_sentences_are_read_with_article_and_cure() -> None:
    faults, texts = read({"id": "outside-circle", "text": "{party} valt erbuiten.", "cure": "Leg {party} vast."})
    assert faults == []
    assert texts["outside-circle"].filled(party="p1") == "p1 valt erbuiten."
    assert texts["outside-circle"].cured(party="p1") == "Leg p1 vast."
    assert (texts["shut"].basis, texts["shut"].cure) == ("Awb art. 3:2", "")


def test_a_sentence_that_is_missing_unknown_or_cannot_be_filled_is_a_fault() -> None:
    assert any("weak-kind ontbreekt" in one for one in read(without="weak-kind")[0])
    assert any("iets is onbekend" in one for one in read({"id": "iets", "text": "Zo is het."})[0])
    strange = read({"id": "tie-a", "text": "{path} en {naam}.", "cure": "{dag}"})[0]
    assert any("tie-a heeft een plaats die het programma niet invult: dag, naam" in one for one in strange)
