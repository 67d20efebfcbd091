# SPDX-License-Identifier: EUPL-1.2

import pytest

from assessment.dossier.financing import Financing, SourceLine
from assessment.dossier.party import Organisation
from assessment.dossier.relation import Role
from assessment.inquiry.attribution import attribute
from assessment.inquiry.unknown import Missing
from assessment.outcome import Tie

from .world import catalogue, company, day, dossier, fact, holds, relation, tie

LEADING = (Role.DIRECTOR, Role.MANAGER, Role.FACTUAL_MANAGER, Role.NAMED_ON_PERMIT, Role.PARTNER_IN_FIRM)
NEVER_ALONE = (
    Role.EQUATED, Role.FAMILY, Role.ADVISER, Role.LANDLORD, Role.SELLER, Role.SUPPLIER, Role.EMPLOYEE,
    Role.SUBCONTRACTOR,
)  # fmt: skip


def test_the_subject_itself() -> None:
    got = tie(actor="s")
    assert (got.tie, got.path, got.current, got.running) == (Tie.A, ("s",), True, True)
    assert got.reasons[0].basis == "Wet Bibob art. 3 lid 4 onder a"


def test_whoever_acted_for_the_subject_makes_it_the_subject() -> None:
    got = tie(relation("p1", Role.DIRECTOR, "s"), capacity="s")
    assert (got.tie, got.path) == (Tie.A, ("p1", "s"))
    assert [one.tie for one in got.others] == [Tie.C_LEADS]


def test_whoever_acted_for_the_subject_need_not_be_known() -> None:
    got = tie(actor="", capacity="s")
    assert (got.tie, got.path, got.unknown) == (Tie.A, ("s",), ())


def test_through_another_person_nobody_acts() -> None:
    leads = relation("p2", Role.DIRECTOR, "s")
    assert tie(leads, actor="p1", capacity="p2").tie is Tie.NONE
    assert tie(leads, actor="p1", capacity="p9", subject=("s", "p9")).tie is Tie.A
    firm, own = company("f", "eenmanszaak"), relation("p2", Role.DIRECTOR, "f")
    assert tie(leads, own, actor="p1", capacity="f", parties=(firm,)).tie is Tie.NONE


def test_a_sole_trader_is_himself() -> None:
    firm = company("f", "eenmanszaak")
    own = relation("p1", Role.DIRECTOR, "f")
    assert tie(own, actor="p1", subject=("f",), parties=(firm,)).tie is Tie.A
    assert tie(own, actor="f", subject=("p1",), parties=(firm,)).tie is Tie.A
    assert tie(own, actor="p2", capacity="f", subject=("p1",), parties=(firm,)).tie is Tie.A


@pytest.mark.parametrize("actor", ["p2", "f"])
def test_what_the_firm_of_a_sole_trader_lends_he_lends(actor: str) -> None:
    firm, own = company("f", "eenmanszaak"), relation("p2", Role.DIRECTOR, "f")
    money = Financing(sources=(SourceLine("lening", lender="f"),))
    got = tie(own, actor=actor, parties=(firm,), financing=money)
    assert (got.tie, got.path) == (Tie.C_FINANCES, ("p2", "s"))


def test_a_firm_with_two_owners_is_nobody_in_particular() -> None:
    firm = company("f", "eenmanszaak")
    two = (relation("p1", Role.DIRECTOR, "f"), relation("p2", Role.DIRECTOR, "f"))
    assert tie(*two, actor="f", subject=("p1",), parties=(firm,)).tie is Tie.NONE


@pytest.mark.parametrize("role", LEADING)
def test_leading_the_legal_person_that_did_it(role: Role) -> None:
    got = tie(relation("s", role, "y"), actor="y")
    assert (got.tie, got.path) == (Tie.B_LEADS, ("s", "y"))
    assert got.reasons[0].basis == "Wet Bibob art. 3 lid 4 onder b"


def test_controlling_and_financing_it_along_chains() -> None:
    assert tie(holds("s", "x", "0.6"), holds("x", "y", "0.6"), actor="y").tie is Tie.B_CONTROLS
    got = tie(relation("s", Role.FINANCIER, "x"), relation("x", Role.DIRECTOR, "y"), actor="y")
    assert (got.tie, got.path) == (Tie.B_FINANCES, ("s", "x", "y"))


def test_acting_through_another_legal_person_takes_the_closer_of_both() -> None:
    behind = relation("s", Role.DIRECTOR, "y")
    assert tie(behind, actor="p1", capacity="y").tie is Tie.B_LEADS
    assert tie(behind, relation("p1", Role.FINANCIER, "s"), capacity="y").tie is Tie.B_LEADS
    assert tie(relation("p1", Role.FINANCIER, "s"), capacity="y", parties=(company("y"),)).tie is Tie.C_FINANCES


def test_a_person_is_no_legal_person_behind_whom_to_stand() -> None:
    got = tie(relation("s", Role.FACTUAL_MANAGER, "p1"))
    assert (got.tie, got.unknown) == (Tie.NONE, ())


def test_an_unknown_legal_form_leaves_b_open() -> None:
    got = tie(relation("s", Role.DIRECTOR, "y"), actor="y", parties=(Organisation("y"),))
    assert (got.tie, got.could_be) == (Tie.NONE, Tie.B_LEADS)
    assert [(one.missing, one.about) for one in got.unknown] == [(Missing.RELATION, "y")]


@pytest.mark.parametrize("role", LEADING)
def test_whoever_leads_the_subject(role: Role) -> None:
    got = tie(relation("p1", role, "s"))
    assert (got.tie, got.path, got.current, got.running) == (Tie.C_LEADS, ("p1", "s"), True, True)
    assert got.reasons[0].basis == "Wet Bibob art. 3 lid 4 onder c"
    assert role.value in got.reasons[0].text
    assert "sinds 1 jan 2020" in got.reasons[0].text


@pytest.mark.parametrize("role", [Role.FINANCIER, Role.LIMITED_PARTNER])
def test_whoever_finances_the_subject(role: Role) -> None:
    assert tie(relation("p1", role, "s")).tie is Tie.C_FINANCES


@pytest.mark.parametrize("role", NEVER_ALONE)
def test_other_roles_alone_are_never_a_relation(role: Role) -> None:
    for one in (relation("p1", role, "s"), relation("s", role, "p1")):
        got = tie(one)
        assert (got.tie, got.path, got.current, got.running) == (Tie.NONE, (), None, False)
        assert got.unknown == ()
        assert "niet gebleken" in got.reasons[0].text


@pytest.mark.parametrize(("share", "expected"), [("0.25", Tie.NONE), ("0.2501", Tie.C_CONTROLS), ("1", Tie.C_CONTROLS)])
def test_control_begins_above_a_quarter(share: str, expected: Tie) -> None:
    assert tie(holds("p1", "s", share)).tie is expected
    assert tie(relation("p1", Role.HOLDER_OF_VOTING_RIGHTS, "s", share)).tie is expected


def test_the_municipality_may_set_another_threshold() -> None:
    case = dossier(holds("p1", "s", "0.4"))
    assert attribute(case, catalogue(control_share="0.5"), fact()).tie is Tie.NONE


def test_the_ultimate_beneficial_owner_controls() -> None:
    assert tie(relation("p1", Role.UBO, "s")).tie is Tie.C_CONTROLS


def test_two_holdings_in_a_row_count_by_their_product() -> None:
    chain = (holds("p1", "a", "0.4"), holds("a", "s", "0.4"))
    assert tie(*chain).tie is Tie.NONE
    assert tie(holds("p1", "a", "0.6"), holds("a", "s", "0.6")).path == ("p1", "a", "s")


def test_a_detour_does_not_turn_two_small_holdings_into_control() -> None:
    detour = (relation("a", Role.DIRECTOR, "b"), relation("b", Role.DIRECTOR, "a"))
    assert tie(holds("p1", "a", "0.4"), holds("a", "s", "0.4"), *detour).tie is Tie.NONE


def test_a_chain_is_as_strong_as_its_weakest_link() -> None:
    director = relation("a", Role.DIRECTOR, "s")
    assert tie(relation("p1", Role.DIRECTOR, "a"), director).tie is Tie.C_LEADS
    assert tie(holds("p1", "a", "0.6"), director).tie is Tie.C_CONTROLS
    assert tie(relation("p1", Role.FINANCIER, "a"), director).tie is Tie.C_FINANCES
    assert tie(holds("p1", "a", "0.6"), director, holds("a", "s", "0.1")).tie is Tie.C_CONTROLS


def test_the_closest_is_named_and_the_others_are_told() -> None:
    got = tie(relation("p1", Role.FINANCIER, "s"), holds("p1", "s", "0.5"), relation("p1", Role.MANAGER, "s"))
    assert got.tie is Tie.C_LEADS
    assert [one.tie for one in got.others] == [Tie.C_CONTROLS, Tie.C_FINANCES]
    assert len(got.reasons) == 3


def test_whoever_stands_as_lender_finances_the_subject() -> None:
    money = Financing(sources=(SourceLine("lening", lender="p1", transferred_on=day("2026-01-15")), SourceLine()))
    got = tie(financing=money, parties=(company("y"),))
    assert (got.tie, got.path, got.since) == (Tie.C_FINANCES, ("p1", "s"), day("2026-01-15"))
    later = Financing(sources=(SourceLine("lening", lender="p1", agreed_on=day("2026-07-01")),))
    assert (tie(financing=later).tie, tie(financing=later).current) == (Tie.C_FINANCES, False)
    assert tie(financing=None).tie is Tie.NONE


def test_a_partnership_needs_indicators_and_counts_in_either_direction() -> None:
    for ends in (("p1", "s"), ("s", "p1")):
        shown = relation(ends[0], Role.BUSINESS_PARTNER, ends[1], indicators=("Zij delen de kosten.",))
        assert (tie(shown).tie, tie(shown).path) == (Tie.C_PARTNERSHIP, ("p1", "s"))
        bare = tie(relation(ends[0], Role.BUSINESS_PARTNER, ends[1], id="r1"))
        assert (bare.tie, bare.could_be) == (Tie.NONE, Tie.C_PARTNERSHIP)
        assert [one.about for one in bare.unknown] == ["r1"]


def test_an_indicator_of_spaces_shows_nothing() -> None:
    got = tie(relation("p1", Role.BUSINESS_PARTNER, "s", indicators=("  ", "")))
    assert (got.tie, got.could_be) == (Tie.NONE, Tie.C_PARTNERSHIP)


def test_a_partnership_is_one_step() -> None:
    shown = relation("a", Role.BUSINESS_PARTNER, "s", indicators=("Zij delen de kosten.",))
    assert tie(relation("p1", Role.DIRECTOR, "a"), shown).tie is Tie.NONE


def test_partners_among_subjects_are_no_third_parties() -> None:
    shown = relation("s", Role.BUSINESS_PARTNER, "t", indicators=("Zij delen de kosten.",))
    assert tie(shown, actor="t", subject=("s", "t")).tie is Tie.A


def test_who_leads_the_company_of_a_person_leads_him() -> None:
    own = (holds("p9", "h", "1"), holds("h", "y", "1"))
    got = tie(relation("p1", Role.FACTUAL_MANAGER, "y"), *own, subject=("p9",))
    assert (got.tie, got.path) == (Tie.C_LEADS, ("p1", "y", "h", "p9"))
    shown = relation("p1", Role.BUSINESS_PARTNER, "y", indicators=("Zij delen de kosten.",))
    assert tie(shown, *own, subject=("p9",)).path == ("p1", "y", "h", "p9")


@pytest.mark.parametrize("role", [*LEADING, Role.UBO, Role.EMPLOYEE, Role.FINANCIER])
def test_a_company_in_which_others_decide_too_does_not_tie_them_to_the_subject(role: Role) -> None:
    assert tie(relation("p1", Role.DIRECTOR, "y"), relation("p9", role, "y"), subject=("p9",)).tie is Tie.NONE


@pytest.mark.parametrize(("share", "expected"), [("0.3", Tie.NONE), ("0.5", Tie.NONE), ("0.5001", Tie.C_LEADS)])
def test_only_with_more_than_half_is_a_company_the_subject(share: str, expected: Tie) -> None:
    own, co_director = holds("p9", "y", share), relation("p1", Role.DIRECTOR, "y")
    assert tie(own, co_director, subject=("p9",)).tie is expected
    co_owner = holds("p1", "y", "0.3")
    assert tie(own, co_owner, subject=("p9",)).tie is (Tie.NONE if expected is Tie.NONE else Tie.C_CONTROLS)


def test_a_subsidiary_of_a_company_is_not_that_company() -> None:
    assert tie(relation("p1", Role.DIRECTOR, "y"), holds("s", "y", "1")).tie is Tie.NONE


def test_who_led_a_company_before_the_subject_had_it_did_not_lead_the_subject() -> None:
    former = relation("p1", Role.DIRECTOR, "y", since=day("2015"), until=day("2019-12-01"))
    assert tie(former, holds("p9", "y", "1", since=day("2020-01-01")), subject=("p9",)).tie is Tie.NONE
    overlapping = holds("p9", "y", "1", since=day("2018"))
    assert tie(former, overlapping, subject=("p9",)).tie is Tie.C_LEADS
