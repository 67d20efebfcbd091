# SPDX-License-Identifier: EUPL-1.2
"""What a fact counts for, why not, and what is not known of it (weighing.md no. 3 and 8 to 12)."""

from decimal import Decimal

import pytest

from assessment.degree import Degree
from assessment.outcome import FactOutcome
from assessment.screening import open_points
from assessment.truth import Truth
from assessment.weighing.indication import FINANCING
from assessment.weighing.weigh import SUPPLEMENT, unexplained

from .balances import shipped
from .cases import Change, case_of, changed, drop, put

BENEFIT = {"amount": "90000.00", "money_path": "Via de bar."}


def outcome(*changes: Change) -> FactOutcome:
    return case_of(changed(*changes)).weighing.facts[0]


def suspicion(value: str | None) -> list[Change]:
    return [put("facts.0.status", "prosecuted"), put("facts.0.suspicion", value)]


def why_not(ground: str, *changes: Change) -> str:
    found = outcome(*changes)
    assert ground not in found.counts_for
    return next(one.reason.text for one in found.not_for if one.ground == ground)


def test_a_linked_conviction_counts_for_b() -> None:
    found = outcome()
    assert found.counts_for == ("b",)
    assert any("hangt samen met EXP" in one.text for one in found.reasons)


def test_a_recorded_benefit_counts_for_a() -> None:
    assert outcome(put("facts.0.benefit", BENEFIT)).counts_for == ("a", "b")
    assert outcome(put("facts.0.benefit", {"high": "1.00"})).counts_for == ("a", "b")


@pytest.mark.parametrize(
    ("ground", "changes", "words"),
    [
        ("a", [], "geen voordeel"),
        ("a", [put("facts.0.benefit", {"amount": "0.00"})], "geen voordeel"),
        ("a", [put("facts.0.benefit", {"amount": None, "low": None, "high": None})], "geen voordeel"),
        ("a", [put("facts.0.benefit", {"amount": None, "low": "0.00", "high": "0.00"})], "geen voordeel"),
        ("a", [drop("facts.0.benefit"), put("facts.0.offence", "sr-300")], "geen voordeel"),
        ("a", [drop("facts.0.benefit")], "een bedrag is niet vastgelegd"),
        ("a", [put("facts.0.benefit", {"method": "nog te doen"})], "een bedrag is niet vastgelegd"),
        ("b", [put("facts.0.links.0.link", "none")], "hangt niet samen"),
        ("b", [put("facts.0.links", [])], "nog niet vastgelegd"),
        ("b", [drop("facts.0.links.0.link")], "nog niet vastgelegd"),
        ("b", [put("facts.0.status", "acquitted")], "vrijspraak"),
        ("b", [put("facts.0.offence_plausible", "no")], "niet aannemelijk"),
        ("b", [put("facts.0.sources", [])], "geen bron"),
        ("b", [put("facts.0.sources", ["i3"])], "i3"),
        ("b", [put("facts.0.actor", "p3")], "niet in een wettelijke relatie"),
        ("b", [drop("facts.0.actor")], "nog niet bekend"),
        ("b", [*suspicion("serious"), drop("facts.0.offence_plausible")], "aannemelijk"),
        ("b", [*suspicion("serious"), drop("facts.0.suspicion")], "Hoe ernstig"),
        ("c", [put("facts.0.to_obtain", {"question": "?"})], "niet alle elementen"),
    ],
)
def test_what_does_not_count_says_why(ground: str, changes: list[Change], words: str) -> None:
    assert words in why_not(ground, *changes)


def test_several_weak_sources_do_not_carry_together() -> None:
    tips = [put("information.0.source_kind", "anonymous-tip"), put("facts.0.sources", ["i1", "i3"])]
    assert "i1, i3" in why_not("b", *tips)
    assert outcome(put("facts.0.sources", ["i3", "i2"])).counts_for == ("b",)


def test_a_slight_suspicion_counts_and_says_that_it_never_lifts() -> None:
    found = outcome(*suspicion("slight"))
    assert found.counts_for == ("b",)
    assert any("licht" in one.text for one in found.reasons)


def degree_of_b(*changes: Change) -> tuple[Degree, Degree, Degree]:
    b = case_of(changed(drop("facts.1"), *changes)).weighing.b
    return b.indication, b.low, b.high


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], (Degree.LESSER, Degree.LESSER, Degree.LESSER)),
        ([put("facts.0.links", [])], (Degree.UNDETERMINED, Degree.NONE, Degree.LESSER)),
        ([drop("facts.0.status")],
         (Degree.UNDETERMINED, Degree.NONE, Degree.LESSER)),
        ([*suspicion("serious"), drop("facts.0.status")], (Degree.LESSER, Degree.LESSER, Degree.LESSER)),
        ([put("facts.0.actor", "p1")], (Degree.SERIOUS, Degree.SERIOUS, Degree.SERIOUS)),
        ([put("facts.0.actor", "p1"), drop("facts.0.committed")], (Degree.LESSER, Degree.LESSER, Degree.SERIOUS)),
        ([put("facts.0.actor", "p1"), put("facts.0.committed", "2019")], (Degree.LESSER,) * 3),
        ([put("facts.0.actor", "p1"), put("facts.0.offence", "opiumwet-3")], (Degree.LESSER,) * 3),
        ([put("facts.0.actor", "p1"), put("facts.0.offence", "sr-197b")], (Degree.LESSER,) * 3),
        ([drop("facts.0.actor")], (Degree.UNDETERMINED, Degree.NONE, Degree.SERIOUS)),
        ([drop("answers")], (Degree.LESSER, Degree.LESSER, Degree.SERIOUS)),
        ([put("application.permit_types", []), put("facts.0.links", [])],
         (Degree.UNDETERMINED, Degree.NONE, Degree.SERIOUS)),
    ],
)  # fmt: skip
def test_what_is_unknown_widens_upward_only(changes: list[Change], expected: tuple[Degree, ...]) -> None:
    assert degree_of_b(*changes) == expected


@pytest.mark.parametrize(
    ("committed", "expected"),
    [("2021-06-20", Degree.SERIOUS), ("2021-06-01", Degree.LESSER), ("2021-05-25", Degree.LESSER)],
)
def test_five_years_to_one_decimal_are_no_longer_recent(committed: str, expected: Degree) -> None:
    assert degree_of_b(put("facts.0.actor", "p1"), put("facts.0.committed", committed))[0] is expected


def test_a_status_that_is_not_known_may_be_a_conviction() -> None:
    both = [put(f"facts.{one}.suspicion", "serious") for one in (0, 1)]
    known = case_of(changed(*both, *(put(f"facts.{one}.status", "prosecuted") for one in (0, 1)))).weighing.b
    assert (known.indication, known.high) == (Degree.LESSER, Degree.LESSER)
    open_ = case_of(changed(*both, drop("facts.0.status"), put("facts.1.status", "prosecuted"))).weighing.b
    assert (open_.indication, open_.high, open_.would_raise) == (Degree.LESSER, Degree.SERIOUS, (("f1",),))


def degree_of_a(*changes: Change) -> tuple[Degree, Degree, Degree]:
    a = case_of(changed(drop("facts.1"), *changes)).weighing.a
    return a.indication, a.low, a.high


KNOWN_FUNDS = put(
    "financing",
    {"need": [{"amount": "1000.00"}], "sources": [{"amount": "1000.00", "evidence": "E4", "kind": "own-savings"}]},
)


@pytest.mark.parametrize(
    ("benefit", "expected"),
    [
        ({"amount": "25000.00"}, (Degree.SERIOUS, Degree.SERIOUS, Degree.SERIOUS)),
        ({"amount": "24999.99"}, (Degree.LESSER, Degree.LESSER, Degree.LESSER)),
        ({"low": "25000.00"}, (Degree.SERIOUS, Degree.SERIOUS, Degree.SERIOUS)),
        ({"low": "10.00"}, (Degree.LESSER, Degree.LESSER, Degree.SERIOUS)),
        ({"low": "10.00", "high": "20.00"}, (Degree.LESSER, Degree.LESSER, Degree.LESSER)),
        ({"high": "25000.00"}, (Degree.LESSER, Degree.LESSER, Degree.SERIOUS)),
        ({"amount": "90000.00", "money_path": None}, (Degree.LESSER, Degree.LESSER, Degree.LESSER)),
    ],
)
def test_how_large_a_benefit_is(benefit: dict[str, object], expected: tuple[Degree, ...]) -> None:
    assert degree_of_a(KNOWN_FUNDS, put("facts.0.benefit", {"money_path": "Via de bar.", **benefit})) == expected


def test_a_path_that_is_not_known_may_turn_up() -> None:
    assert degree_of_a(KNOWN_FUNDS, put("facts.0.benefit", {"amount": "90000.00"})) == (
        Degree.LESSER,
        Degree.LESSER,
        Degree.SERIOUS,
    )


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ([{"amount": "1000.00", "evidence": "E4"}], Truth.NO),
        ([{"amount": "1000.00", "evidence": "E2"}], Truth.YES),
        ([{"amount": "800.00", "evidence": "E4"}, {"amount": "200.00", "evidence": "E0"}], Truth.NO),
        ([{"amount": "750.00", "evidence": "E4"}, {"amount": "250.00", "evidence": "E0"}], Truth.YES),
        ([{"amount": "1000.00"}], Truth.UNKNOWN),
        ([{"amount": "800.00", "evidence": "E4"}, {"amount": "200.00"}], Truth.NO),
        ([{"amount": "500.00", "evidence": "E0"}, {"amount": "500.00"}], Truth.YES),
        ([{"amount": "600.00", "evidence": "E4"}, {"amount": "400.00"}], Truth.UNKNOWN),
    ],
)
def test_the_unexplained_part_of_the_financing(sources: list[dict[str, str]], expected: Truth) -> None:
    case = case_of(changed(put("financing", {"need": [{"amount": "1000.00"}], "sources": sources})))
    threshold = shipped().framework.value("unexplained_share")
    assert unexplained(case.dossier, case.funding, threshold) is expected


def test_no_financing_is_unknown() -> None:
    case = case_of(changed())
    assert unexplained(case.dossier, case.funding, Decimal("0.25")) is Truth.UNKNOWN


def test_what_is_unknown_bears_the_name_of_its_open_point() -> None:
    assert (FINANCING, SUPPLEMENT) == (open_points.FINANCING, open_points.SUPPLEMENT)
    invited = put("events.+", {"kind": "supplement-invited", "on": "2026-04-01", "due": "2026-04-14"})
    b = case_of(changed(drop("facts.1"), invited)).weighing.b
    assert (b.indication, b.high, b.would_raise) == (Degree.LESSER, Degree.SERIOUS, (("supplement",),))


def test_criteria_are_filled_with_what_counts() -> None:
    case = case_of(changed(put("facts.0.benefit", {"low": "10.00", "high": "20.00"}), *suspicion("serious")))
    a, b = case.weighing.a.criteria, case.weighing.b.criteria
    assert a["facts"] == ("f1",)
    assert a["benefit"] == "f1: €\u00a010,00 – €\u00a020,00"
    assert (b["facts"], b["count"]) == (("f1", "f2"), 2)
    assert "relatie loopt" in str(b["relation"])
    assert "f1: ernstig" in str(b["suspicion"])


def test_an_amount_is_told_as_it_was_recorded() -> None:
    case = case_of(changed(put("facts.0.benefit", {"amount": "90000.00"})))
    assert case.weighing.a.criteria["benefit"] == "f1: €\u00a090.000,00"
