# SPDX-License-Identifier: EUPL-1.2
"""The source-person matrix of law.md 1.7, cell by cell, with the shipped bases."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.dossier.application import Application, Instrument
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.gate import admit
from assessment.outcome import Verdict
from tests.assessment.weighing.balances import shipped

from .world import day, dossier, holds, information, relation

SOURCES = ("bibob-7b", "bpg-4-3-1-l", "bjsg-15", "bibob-7c", "bibob-11a", "bibob-28-2-m")
INDICATORS = ("Zij delen de kosten en de winst.",)
ENDED: dict[str, Any] = {"since": day("2015"), "until": day("2019")}

MATRIX: dict[str, tuple[tuple[Relation, ...], str]] = {
    # person: how p1 stands to the subject, and yes or no per source in the order of SOURCES
    "betrokkene": ((), "yes yes yes yes yes yes"),
    "leidinggevende": ((relation("p1", Role.MANAGER, "s"),), "yes no yes yes yes yes"),
    "feitelijk leidinggevende": ((relation("p1", Role.FACTUAL_MANAGER, "s"),), "yes no yes yes yes yes"),
    "vroegere leidinggevende": ((relation("p1", Role.MANAGER, "s", **ENDED),), "yes no yes yes yes yes"),
    "bestuurder van een rechtspersoon": ((relation("p1", Role.DIRECTOR, "s"),), "yes yes yes yes yes yes"),
    "vroegere bestuurder": ((relation("p1", Role.DIRECTOR, "s", **ENDED),), "yes no yes yes yes yes"),
    "zeggenschaphebbende": ((holds("p1", "s", "0.6"),), "yes no yes yes yes yes"),
    "vroegere zeggenschaphebbende": ((holds("p1", "s", "0.6", **ENDED),), "yes no yes yes yes yes"),
    "vermogensverschaffer": ((relation("p1", Role.FINANCIER, "s"),), "yes no yes yes yes yes"),
    "op de vergunning vermeld": ((relation("p1", Role.NAMED_ON_PERMIT, "s"),), "yes no yes yes yes yes"),
    "gelijkgesteld": ((relation("p1", Role.EQUATED, "s"),), "yes no yes yes yes yes"),
    "zakelijk partner": ((relation("p1", Role.BUSINESS_PARTNER, "s", indicators=INDICATORS),), "yes no no no no no"),
    "onderaannemer": ((relation("p1", Role.SUBCONTRACTOR, "s"),), "yes yes yes yes yes yes"),
    "familielid": ((relation("p1", Role.FAMILY, "s"),), "yes no no no no no"),
    "verhuurder": ((relation("p1", Role.LANDLORD, "s"),), "yes no no no no no"),
    "buitenstaander": ((), "yes no no no no no"),
}
CELLS = [
    (person, source, cell == "yes")
    for person, (_, row) in MATRIX.items()
    for source, cell in zip(SOURCES, row.split(), strict=True)
]


@pytest.mark.parametrize(("person", "source", "allowed"), CELLS, ids=[f"{who}-{what}" for who, what, _ in CELLS])
def test_who_may_be_looked_up_where(person: str, source: str, allowed: bool) -> None:
    about = "s" if person == "betrokkene" else "p1"
    instrument = Instrument.CONTRACT if person == "onderaannemer" else Instrument.PERMIT
    case = dossier(
        *MATRIX[person][0],
        application=Application(instrument=instrument, received_on=day("2026-03-02")),
        information=(information(basis=source, about=(about,)),),
    )
    (got,) = admit(case, shipped())
    assert (got.verdict is not Verdict.BLOCKED) is allowed
    assert allowed or about in got.reasons[0].about


@pytest.mark.parametrize("source", SOURCES[1:])
def test_outside_procurement_a_subcontractor_stands_outside(source: str) -> None:
    case = dossier(
        relation("p1", Role.SUBCONTRACTOR, "s"),
        application=Application(instrument=Instrument.PERMIT),
        information=(information(basis=source, about=("p1",)),),
    )
    assert admit(case, shipped())[0].verdict is Verdict.BLOCKED


@pytest.mark.parametrize("source", SOURCES)
def test_one_person_outside_the_circle_blocks_the_whole_item(source: str) -> None:
    case = dossier(information=(information(basis=source, about=("s", "p1")),))
    assert (admit(case, shipped())[0].verdict is Verdict.BLOCKED) is (source != "bibob-7b")
