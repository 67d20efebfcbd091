# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from typing import Any

import pytest

from assessment.dossier.application import Application, Instrument
from assessment.dossier.financing import Financing, SourceLine
from assessment.dossier.information import Classification, Consent, Purpose, SourceKind
from assessment.dossier.party import Organisation
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.bonds import find_bonds
from assessment.inquiry.gate import admit
from assessment.known import NOT_KNOWN
from assessment.outcome import Admission, Verdict

from .world import CATALOGUE, company, day, dossier, fact, holds, information, relation


def gate(*relations: Relation, case: dict[str, Any] | None = None, **fields: Any) -> Admission:
    return admit(dossier(*relations, information=(information(**fields),), **(case or {})), CATALOGUE)[0]


def test_what_may_be_used_says_on_what_ground() -> None:
    got = gate()
    assert (got.verdict, got.may_carry, got.cure) == (Verdict.USABLE, True, "")
    assert got.reasons[0].basis == "artikel open"


@pytest.mark.parametrize("basis", [None, NOT_KNOWN, "elsewhere"])
def test_without_a_basis_nothing_may_be_used(basis: Any) -> None:
    got = gate(basis=basis)
    assert (got.verdict, got.may_carry) == (Verdict.BLOCKED, False)
    assert "grondslag" in got.reasons[0].text
    assert got.cure.startswith("Leg vast op welke grondslag")


def test_a_tip_only_points_the_way() -> None:
    got = gate(basis="tip")
    assert (got.verdict, got.may_carry) == (Verdict.BLOCKED, False)
    assert got.reasons[0].basis == "artikel tip"


@pytest.mark.parametrize("purpose", [Purpose.APPROACH, Purpose.OTHER, NOT_KNOWN])
def test_another_purpose_blocks(purpose: Any) -> None:
    got = gate(purpose=purpose)
    assert (got.verdict, got.may_carry) == (Verdict.BLOCKED, False)
    assert "doel" in got.reasons[0].text


@pytest.mark.parametrize("purpose", [Purpose.BIBOB, Purpose.APPROACH])
def test_a_purpose_that_the_basis_does_not_allow_blocks(purpose: Purpose) -> None:
    known_purposes = {Purpose.BIBOB: (Purpose.APPROACH,), Purpose.APPROACH: (Purpose.BIBOB,)}[purpose]
    narrow = replace(CATALOGUE.bases["open"], purposes=known_purposes)
    world = replace(CATALOGUE, bases={"open": narrow})
    item = information(purpose=purpose)
    (got,) = admit(dossier(information=(item,)), world)
    assert (got.verdict, got.may_carry, len(got.reasons)) == (Verdict.BLOCKED, False, 1)
    assert "laat het vastgelegde doel niet toe" in got.reasons[0].text
    assert got.reasons[0].basis == "artikel open"
    assert "grondslag" in got.cure


def test_what_may_be_neither_passed_on_nor_shown_is_blocked_until_permission_is_recorded() -> None:
    shut: dict[str, Any] = {"forward": Consent.NO, "visible_to_subject": Consent.NO}
    assert gate(**shut).verdict is Verdict.BLOCKED
    assert gate(**shut, permission="Politie, schriftelijk op 2026-04-01.").verdict is Verdict.CLOSED_PART


def test_a_permission_of_spaces_is_none() -> None:
    shut: dict[str, Any] = {"forward": Consent.NO, "visible_to_subject": Consent.NO}
    assert gate(**shut, permission="  ").verdict is Verdict.BLOCKED
    assert gate(forward=Consent.ASK, permission="  ").verdict is Verdict.CLOSED_PART


@pytest.mark.parametrize(
    ("bond", "basis", "task"),
    [
        (holds("p1", "s", None, id="r1"), "justice", "Leg het aandeel in relatie r1 vast"),
        (relation("p1", Role.DIRECTOR, "f"), "police", "Leg de rechtsvorm van f vast"),
    ],
)
def test_whoever_may_stand_in_the_circle_is_not_told_to_stand_outside(bond: Relation, basis: str, task: str) -> None:
    subject = (bond.to,)
    parties = (Organisation("f"),) if bond.to == "f" else ()
    got = gate(bond, case={"subject": subject, "parties": parties}, basis=basis, about=("p1",))
    assert (got.verdict, got.reasons[0].rule) == (Verdict.BLOCKED, "circle-open")
    assert got.cure.startswith(task)


def test_whoever_is_related_and_still_outside_is_told_so() -> None:
    got = gate(relation("p1", Role.MANAGER, "s"), basis="police", about=("p1",))
    assert got.reasons[0].rule == "related-outside-circle"
    assert got.cure.startswith("Gebruik niet wat over p1 gaat.")


def test_doubt_about_another_column_keeps_outside_who_is_outside() -> None:
    bare = relation("p1", Role.BUSINESS_PARTNER, "s")
    got = gate(holds("p1", "s", None), bare, basis="police", about=("p1",))
    assert [one.rule for one in got.reasons] == ["outside-circle"]
    got = gate(
        relation("p1", Role.DIRECTOR, "x"), case={"parties": (Organisation("x"),)}, basis="police", about=("p1",)
    )
    assert [one.rule for one in got.reasons] == ["outside-circle"]


def test_whoever_still_has_to_become_director_is_none_yet() -> None:
    assert not within("police", "p1", relation("p1", Role.DIRECTOR, "s", since=day("2026-09-01")))
    assert within("police", "p1", relation("p1", Role.DIRECTOR, "s", since=day("2026-06-02")))
    assert within("police", "p1", relation("p1", Role.DIRECTOR, "s", until=day("2026-03-03")))


def test_a_doubt_under_b_says_nothing_about_the_circle() -> None:
    behind = holds("s", "x", None)
    assert [one.rule for one in gate(behind, basis="justice", about=("x",)).reasons] == ["outside-circle"]


def test_all_objections_are_told_at_once() -> None:
    got = gate(basis=None, purpose=Purpose.OTHER, source_kind=SourceKind.ANONYMOUS_TIP)
    assert len(got.reasons) == 3


def within(basis: str, about: str, *relations: Relation, **case: Any) -> bool:
    got = gate(*relations, case=case, basis=basis, about=(about,))
    if got.verdict is Verdict.BLOCKED:
        assert about in got.reasons[0].about
    return got.verdict is not Verdict.BLOCKED


INDICATORS = ("Zij delen de kosten.",)


@pytest.mark.parametrize(
    ("bond", "justice", "police"),
    [
        (relation("p1", Role.DIRECTOR, "s"), True, True),
        (relation("p1", Role.DIRECTOR, "s", until=day("2020-06")), True, False),
        (relation("p1", Role.MANAGER, "s"), True, False),
        (relation("p1", Role.FACTUAL_MANAGER, "s"), True, False),
        (relation("p1", Role.NAMED_ON_PERMIT, "s"), True, False),
        (holds("p1", "s", "0.26"), True, False),
        (holds("p1", "s", "0.25"), False, False),
        (relation("p1", Role.UBO, "s"), True, False),
        (relation("p1", Role.FINANCIER, "s"), True, False),
        (relation("p1", Role.EQUATED, "s"), True, False),
        (relation("p1", Role.BUSINESS_PARTNER, "s", indicators=INDICATORS), False, False),
        (relation("p1", Role.FAMILY, "s"), False, False),
        (relation("p1", Role.LANDLORD, "s"), False, False),
        (relation("p1", Role.SUBCONTRACTOR, "s"), False, False),
        (relation("p1", Role.DIRECTOR, "elsewhere"), False, False),
        (relation("p1", Role.EQUATED, "elsewhere"), False, False),
    ],
)
def test_the_matrix_of_sources_and_persons(bond: Relation, justice: bool, police: bool) -> None:
    assert within("justice", "p1", bond) is justice
    assert within("police", "p1", bond) is police
    assert within("open", "p1", bond)


def test_the_subject_itself_may_be_asked_about_everywhere() -> None:
    assert within("justice", "s")
    assert within("police", "s")


def test_nobody_leads_a_natural_person_for_the_police() -> None:
    bond = relation("p1", Role.DIRECTOR, "p9")
    assert not within("police", "p1", bond, subject=("p9",))


def test_a_director_that_is_a_company_brings_its_own_directors_and_no_further() -> None:
    chain = (
        relation("a", Role.DIRECTOR, "s"),
        relation("p1", Role.DIRECTOR, "a"),
        relation("b", Role.DIRECTOR, "a"),
        relation("p2", Role.DIRECTOR, "b"),
    )
    assert within("police", "a", *chain)
    assert within("police", "p1", *chain)
    assert not within("police", "p2", *chain)


def test_of_a_partnership_the_partners_but_not_the_limited_one() -> None:
    firm = company("v", "vof")
    bonds = (relation("p1", Role.PARTNER_IN_FIRM, "v"), relation("p2", Role.LIMITED_PARTNER, "v"))
    assert within("police", "p1", *bonds, subject=("v",), parties=(firm,))
    assert not within("police", "p2", *bonds, subject=("v",), parties=(firm,))


def test_data_about_an_offence_of_the_subject_may_name_who_led_it() -> None:
    led = fact("p1", capacity="s", sources=("i1",))
    own = fact("p1", id="f2", capacity="own", sources=("i1",))
    assert within("police", "p1", facts=(led,))
    assert not within("police", "p1", facts=(led, own))
    assert not within("justice", "p1", facts=(led,))


def test_of_a_person_who_is_the_subject_nobody_leads_the_offence() -> None:
    led = fact("p1", capacity="p9", sources=("i1",))
    assert not within("police", "p1", subject=("p9",), facts=(led,))


def test_a_subcontractor_counts_in_procurement_only() -> None:
    bond = relation("p1", Role.SUBCONTRACTOR, "s")
    assert within("justice", "p1", bond, application=Application(instrument=Instrument.CONTRACT))


def test_the_firm_of_a_sole_trader_is_he() -> None:
    own = relation("p9", Role.DIRECTOR, "f")
    assert within("police", "f", own, subject=("p9",), parties=(company("f", "eenmanszaak"),))
    assert within("police", "p9", own, subject=("f",), parties=(company("f", "eenmanszaak"),))


@pytest.mark.parametrize("party", ["p2", "f"])
def test_a_sole_trader_whose_firm_lends_is_a_financier(party: str) -> None:
    own, firm = relation("p2", Role.DIRECTOR, "f"), company("f", "eenmanszaak")
    assert within("justice", party, own, parties=(firm,), financing=Financing(sources=(SourceLine("x", lender="f"),)))
    assert not within("justice", party, own, parties=(firm,), financing=Financing(sources=(SourceLine("x"),)))


def test_a_closed_source_about_nobody_cannot_be_held_against_the_matrix() -> None:
    assert gate(basis="police", about=()).verdict is Verdict.BLOCKED
    assert gate(basis="open", about=()).verdict is Verdict.USABLE


@pytest.mark.parametrize(
    "fields",
    [
        {"classification": Classification.SECRET},
        {"forward": Consent.NO},
        {"forward": Consent.ASK},
        {"forward": NOT_KNOWN},
        {"visible_to_subject": Consent.NO},
        {"visible_to_subject": Consent.ASK},
        {"visible_to_subject": NOT_KNOWN},
        {"classification": Classification.PUBLIC, "forward": Consent.NO},
    ],
)
def test_what_may_not_go_out_stands_in_the_closed_part_and_may_carry(fields: dict[str, Any]) -> None:
    got = gate(**fields)
    assert (got.verdict, got.may_carry) == (Verdict.CLOSED_PART, True)
    assert "gesloten deel" in got.reasons[0].text
    assert got.cure


@pytest.mark.parametrize(
    "fields",
    [
        {"forward": Consent.ASK, "permission": "Verstrekker, 2026-04-01."},
        {"forward": NOT_KNOWN, "visible_to_subject": NOT_KNOWN, "classification": Classification.PUBLIC},
    ],
)
def test_leave_or_publicity_opens_it(fields: dict[str, Any]) -> None:
    assert gate(**fields).verdict is Verdict.USABLE


@pytest.mark.parametrize("kind", list(SourceKind))
def test_tips_press_and_intelligence_never_carry(kind: SourceKind) -> None:
    weak = {SourceKind.ANONYMOUS_TIP, SourceKind.PRESS, SourceKind.INTELLIGENCE}
    got = gate(source_kind=kind)
    assert (got.verdict, got.may_carry) == (Verdict.USABLE, kind not in weak)


@pytest.mark.parametrize("received", [None, NOT_KNOWN])
def test_what_is_still_out_carries_nothing(received: Any) -> None:
    got = gate(received_on=received)
    assert (got.verdict, got.may_carry) == (Verdict.USABLE, False)
    assert "nog niet ontvangen" in got.reasons[0].text


def test_bonds_at_hand_give_the_same() -> None:
    case = dossier(relation("p1", Role.MANAGER, "s"), information=(information(basis="justice", about=("p1",)),))
    assert admit(case, CATALOGUE, find_bonds(case, CATALOGUE)) == admit(case, CATALOGUE)
