# SPDX-License-Identifier: EUPL-1.2
"""What looks like a reason for freer use, or like a column of the matrix, and is none."""

from __future__ import annotations

import pytest

from assessment.dossier.application import Application, Instrument
from assessment.dossier.information import Classification, Consent
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.gate import admit
from assessment.known import NOT_KNOWN
from assessment.outcome import Verdict

from .world import CATALOGUE, company, dossier, fact, information, person, relation


@pytest.mark.parametrize("classification", [one for one in Classification if one is not Classification.PUBLIC])
def test_only_what_is_public_needs_no_leave(classification: Classification) -> None:
    open_ = {"forward": NOT_KNOWN, "visible_to_subject": NOT_KNOWN, "permission": None}
    item = information(classification=classification, **open_)
    (got,) = admit(dossier(information=(item,)), CATALOGUE)
    assert got.verdict is Verdict.CLOSED_PART
    assert {"forward-unknown", "visible-unknown"} <= {one.rule for one in got.reasons}
    public = information(classification=Classification.PUBLIC, **open_)
    assert admit(dossier(information=(public,)), CATALOGUE)[0].verdict is Verdict.USABLE


def test_what_is_public_and_may_not_be_shown_is_closed() -> None:
    item = information(classification=Classification.PUBLIC, forward=Consent.NO)
    assert admit(dossier(information=(item,)), CATALOGUE)[0].verdict is Verdict.CLOSED_PART


def test_ids_that_were_read_apart_name_the_same_person() -> None:
    led = fact("P-7".lower(), capacity="s", sources=("i1",))
    item = information(basis="police", about=("p-7",))
    case = dossier(parties=(person("p-7"),), facts=(led,), information=(item,))
    assert admit(case, CATALOGUE)[0].verdict is Verdict.USABLE


@pytest.mark.parametrize(
    ("basis", "relations", "instrument", "within"),
    [
        ("justice", (relation("p1", Role.SUBCONTRACTOR, "s"),), Instrument.CONTRACT, True),
        ("justice", (relation("p1", Role.SUBCONTRACTOR, "s"),), Instrument.PROPERTY, False),
        ("justice", (relation("p1", Role.SUPPLIER, "s"),), Instrument.CONTRACT, False),
        ("justice", (relation("p1", Role.SELLER, "s"),), Instrument.CONTRACT, False),
        ("police", (relation("v", Role.DIRECTOR, "s"), relation("p1", Role.DIRECTOR, "v")), Instrument.PERMIT, True),
        ("police", (relation("v", Role.DIRECTOR, "s"), relation("p1", Role.PARTNER_IN_FIRM, "v")), Instrument.PERMIT,
         False),
    ],
)  # fmt: skip
def test_who_stands_in_a_column(
    basis: str, relations: tuple[Relation, ...], instrument: Instrument, within: bool
) -> None:
    case = dossier(
        *relations,
        parties=(company("v", "vof"),),
        application=Application(instrument=instrument),
        information=(information(basis=basis, about=("p1",)),),
    )
    assert (admit(case, CATALOGUE)[0].verdict is not Verdict.BLOCKED) is within
