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

GIVES = {
    "bibob-7b": "kvk", "bpg-4-3-1-l": "politie", "bjsg-15": "justid", "bibob-7c": "belastingdienst",
    "bibob-11a": "bibob-register", "bibob-28-2-m": "gemeente-elders",
}  # fmt: skip
SOURCES = tuple(GIVES)
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
        information=(information(partner=GIVES[source], basis=source, about=(about,)),),
    )
    (got,) = admit(case, shipped())
    assert (got.verdict is not Verdict.BLOCKED) is allowed
    assert allowed or about in got.reasons[0].about


@pytest.mark.parametrize("source", SOURCES[1:])
def test_outside_procurement_a_subcontractor_stands_outside(source: str) -> None:
    case = dossier(
        relation("p1", Role.SUBCONTRACTOR, "s"),
        application=Application(instrument=Instrument.PERMIT),
        information=(information(partner=GIVES[source], basis=source, about=("p1",)),),
    )
    assert admit(case, shipped())[0].verdict is Verdict.BLOCKED


@pytest.mark.parametrize("source", SOURCES)
def test_one_person_outside_the_circle_blocks_the_whole_item(source: str) -> None:
    case = dossier(information=(information(partner=GIVES[source], basis=source, about=("s", "p1")),))
    assert (admit(case, shipped())[0].verdict is Verdict.BLOCKED) is (source != "bibob-7b")


PARTNERS = {
    # practice.md 4.1: the bases on which each can give; on any other it is asked how that could be
    "betrokkene": "bibob-7a",
    "gemeente": "own-task",
    "gemeente-elders": "bibob-28-2-m bibob-26",
    "provincie": "bibob-28-2-m bibob-26",
    "kvk": "bibob-7b",
    "kadaster": "bibob-7b",
    "open-bron": "bibob-7b",
    "politie": "bpg-4-3-1-l",
    "justid": "bjsg-15",
    "om": "wjsg-39f bibob-26",
    "belastingdienst": "bibob-7c",
    "toeslagen": "wgs",
    "douane": "wgs",
    "fiod": "wgs",
    "bibob-register": "bibob-11a",
    "lbb": "bibob-9 bibob-11a",
    "riec": "wgs",
    "arbeidsinspectie": "bibob-7b bibob-28-2-m wgs",
    "uwv": "wgs",
    "svb": "wgs",
    "ind": "wgs",
    "kmar": "wgs",
    "nvwa": "bibob-7b bibob-28-2-m wgs",
    "ksa": "bibob-7b bibob-28-2-m bibob-26",
    "bft": "bibob-7b",
    "rdw": "own-task bibob-7b",
    "omgevingsdienst": "own-task bibob-28-2-m",
    "waterschap": "own-task bibob-28-2-m bibob-26",
    "toezichthouder": "own-task",
    "veiligheidsregio": "own-task",
    "ggd": "own-task",
    "notaris": "bibob-7a",
    "accountant": "bibob-7a",
    "bank": "bibob-7a",
    "melding": "own-task",
    "corporatie": "",
    "netbeheerder": "",
    "zorg-en-veiligheidshuis": "",
    "ikz": "",
    "coa": "",
}
LEAVE = {"bpg-4-3-1-l", "wjsg-39f", "wgs"}
"""Police, prosecution and RIEC: nothing is shown or passed on before they have given leave (practice.md 4.1)."""


def test_every_partner_of_practice_is_in_the_catalogue_and_no_other() -> None:
    assert set(shipped().partners) == set(PARTNERS)


@pytest.mark.parametrize("partner", PARTNERS)
def test_a_partner_on_a_basis_that_is_not_his_is_asked_about(partner: str) -> None:
    for basis in shipped().bases:
        (got,) = admit(dossier(information=(information(partner=partner, basis=basis),)), shipped())
        rules = {one.rule for one in got.reasons}
        assert (got.verdict is Verdict.BLOCKED) is (basis == "bibob-26")
        is_his = basis in PARTNERS[partner].split()
        assert bool({"partner-other-basis", "partner-without-basis"} & rules) is not is_his
        assert ("leave-missing" in rules) is (basis in LEAVE)
        assert got.may_carry is (basis != "bibob-26" and partner != "melding")


@pytest.mark.parametrize("basis", sorted(LEAVE))
def test_recorded_leave_answers_what_was_asked(basis: str) -> None:
    giver = next(code for code, bases in PARTNERS.items() if basis in bases.split())
    for permission, asked in (("Verstrekker, op 2026-04-01.", False), ("  ", True)):
        item = information(partner=giver, basis=basis, permission=permission)
        (got,) = admit(dossier(information=(item,)), shipped())
        assert (got.verdict, "leave-missing" in {one.rule for one in got.reasons}) == (Verdict.USABLE, asked)
