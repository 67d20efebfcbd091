# SPDX-License-Identifier: EUPL-1.2
"""Par. 6: five elements, a source, a suspicion of weight (weighing.md no. 17)."""

import pytest

from assessment.outcome import Invoked, ObtainOutcome

from .cases import Change, case_of, changed, drop, put

WHOLE = {
    "question": "Is een vergunning ingetrokken?",
    "answer": "nee",
    "truth": "Ja, in 2025.",
    "sources": ["i2"],
    "intent": "Hij kende het besluit.",
    "relevance": "Het zou tot vragen hebben geleid.",
}


def found(*changes: Change) -> ObtainOutcome:
    return case_of(changed(drop("facts.1"), put("facts.0.to_obtain", WHOLE), *changes)).weighing.c


def suspected(value: str) -> list[Change]:
    return [put("facts.0.status", "none"), put("facts.0.suspicion", value)]


def test_all_elements_invoke() -> None:
    outcome = found()
    assert (outcome.indication, outcome.facts, outcome.missing) == (Invoked.INVOKED, ("f1",), ())


def test_no_relation_and_no_link_are_asked() -> None:
    assert found(put("facts.0.actor", "p3"), put("facts.0.links", [])).indication is Invoked.INVOKED


@pytest.mark.parametrize("element", ["question", "answer", "truth", "intent", "relevance"])
def test_an_element_that_is_missing(element: str) -> None:
    for value in (None, " "):
        outcome = found(put(f"facts.0.to_obtain.{element}", value))
        assert (outcome.indication, outcome.missing) == (Invoked.UNDETERMINED, (element,))


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        (suspected("slight"), ("suspicion",)),
        ([*suspected("serious"), drop("facts.0.suspicion")], ("suspicion",)),
        ([*suspected("serious"), drop("facts.0.offence_plausible")], ("offence_plausible",)),
        ([put("facts.0.sources", ["i3"]), put("facts.0.to_obtain.sources", [])], ("sources",)),
    ],
)
def test_what_else_is_asked(changes: list[Change], missing: tuple[str, ...]) -> None:
    outcome = found(*changes)
    assert (outcome.indication, outcome.missing) == (Invoked.UNDETERMINED, missing)


def test_a_source_of_the_element_itself_carries() -> None:
    assert found(put("facts.0.sources", []), *suspected("moderate")).indication is Invoked.INVOKED


def test_nothing_to_invoke() -> None:
    assert found(put("facts.0.to_obtain", None)).indication is Invoked.NOT_INVOKED
    assert found(put("facts.0.offence_plausible", "no"), *suspected("serious")).indication is Invoked.NOT_INVOKED
