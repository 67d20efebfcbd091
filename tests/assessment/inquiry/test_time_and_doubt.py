# SPDX-License-Identifier: EUPL-1.2
from datetime import date, timedelta
from decimal import Decimal

from assessment.dates import When
from assessment.dossier.application import Application
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import EventKind
from assessment.dossier.fact import Fact
from assessment.dossier.relation import Role
from assessment.inquiry.attribution import attribute
from assessment.inquiry.unknown import Missing
from assessment.known import NOT_KNOWN
from assessment.outcome import Tie

from .world import CATALOGUE, TODAY, day, dossier, event, fact, holds, relation, tie


def test_what_has_ended_keeps_counting_with_its_dates() -> None:
    got = tie(relation("p1", Role.DIRECTOR, "s", until=day("2025-07-01")))
    assert (got.tie, got.current, got.running, got.until) == (Tie.C_LEADS, False, False, day("2025-07-01"))
    assert "tot 1 jul 2025" in got.reasons[0].text


def test_what_ended_after_the_application_still_runs() -> None:
    got = tie(relation("p1", Role.DIRECTOR, "s", until=day("2026-03-03")))
    assert (got.current, got.running) == (False, True)


def test_what_ended_after_the_investigation_began_still_runs() -> None:
    begun = event(EventKind.OWN_INVESTIGATION_STARTED, "2025-01-10")
    existing = Application(existing=True)
    ended = relation("p1", Role.DIRECTOR, "s", until=day("2025-12-15"))
    assert tie(ended, application=existing, events=(begun,)).running
    assert not tie(ended, application=existing).running


def test_closeness_goes_before_currency_and_any_running_tie_runs() -> None:
    got = tie(relation("p1", Role.DIRECTOR, "s", until=day("2024")), relation("p1", Role.FINANCIER, "s"))
    assert (got.tie, got.current, got.running) == (Tie.C_LEADS, False, True)


def test_of_the_same_kind_the_current_one_is_named() -> None:
    got = tie(
        relation("p1", Role.DIRECTOR, "s", id="r1", since=day("2010"), until=day("2015")),
        relation("p1", Role.DIRECTOR, "s", id="r2", since=day("2024")),
    )
    assert (got.current, got.since) == (True, day("2024"))


def test_an_end_that_is_not_known_is_no_end_and_is_told() -> None:
    got = tie(relation("p1", Role.DIRECTOR, "s", until=NOT_KNOWN))
    assert (got.current, got.running) == (True, True)
    assert "einde niet bekend" in got.reasons[0].text
    nothing = tie(relation("p1", Role.DIRECTOR, "s", since=NOT_KNOWN, until=NOT_KNOWN))
    assert (nothing.tie, nothing.current, nothing.running) == (Tie.C_LEADS, None, True)
    assert "begin niet bekend" in nothing.reasons[0].text


def test_links_that_never_existed_together_make_no_chain() -> None:
    first = relation("p1", Role.DIRECTOR, "a", since=day("2010"), until=day("2015"))
    assert tie(first, relation("a", Role.DIRECTOR, "s", since=day("2016"))).tie is Tie.NONE
    together = tie(first, relation("a", Role.DIRECTOR, "s", since=day("2014"), until=day("2020")))
    assert (together.tie, together.since, together.until) == (Tie.C_LEADS, day("2014"), day("2015"))


def test_a_former_holding_counts_as_it_was_then() -> None:
    got = tie(holds("p1", "s", "0.5", until=day("2025-07-01")), holds("p2", "s", "1", since=day("2025-07-01")))
    assert (got.tie, got.current) == (Tie.C_CONTROLS, False)


def test_a_relation_that_is_agreed_but_not_begun_counts() -> None:
    got = tie(relation("p1", Role.DIRECTOR, "s", since=day("2026-09-01")))
    assert (got.tie, got.current, got.running) == (Tie.C_LEADS, False, True)


def test_a_share_that_is_not_known_leaves_control_open() -> None:
    got = tie(holds("p1", "s", None, id="r1"))
    assert (got.tie, got.could_be) == (Tie.NONE, Tie.C_CONTROLS)
    assert [(one.missing, one.about) for one in got.unknown] == [(Missing.RELATION, "r1")]
    behind = tie(holds("s", "y", None, id="r1"), actor="y")
    assert (behind.tie, behind.could_be) == (Tie.NONE, Tie.B_CONTROLS)


def test_a_missing_share_on_another_path_points_to_the_path_that_is_known() -> None:
    paths = (
        holds("p1", "s", "0.1", id="r1"),
        holds("p1", "b", None, id="r2"),
        holds("b", "s", "0.5", id="r3"),
    )
    assert [one.about for one in tie(*paths).unknown] == ["r1"]


def test_doubt_never_hides_what_is_certain() -> None:
    got = tie(
        holds("p1", "s", None),
        relation("p1", Role.DIRECTOR, "a"),
        relation("a", Role.DIRECTOR, "b"),
        holds("b", "s", "1"),
    )
    assert (got.tie, got.path, got.unknown) == (Tie.C_CONTROLS, ("p1", "a", "b", "s"), ())


def test_an_actor_who_is_not_named_may_be_anybody() -> None:
    got = tie(actor="")
    assert "een onbekende" in got.reasons[0].text
    assert "een onbekende" not in tie(actor="p1").reasons[0].text
    assert (got.tie, got.could_be) == (Tie.NONE, Tie.A)
    assert [one.about for one in got.unknown] == ["f1"]


def test_where_the_past_is_too_long_to_search_that_is_said() -> None:
    ended = [
        relation(f"p{n}", Role.DIRECTOR, "a", since=day("1980"), until=When.on(date(1990, 1, 1) + timedelta(days=n)))
        for n in range(2, 400)
    ]
    got = tie(*ended, relation("a", Role.DIRECTOR, "s", since=day("1980")))
    assert [(one.missing, one.about) for one in got.unknown] == [(Missing.RELATION, "p1")]


def test_the_same_result_with_bonds_at_hand() -> None:
    from assessment.inquiry.bonds import find_bonds

    case: Dossier = dossier(relation("p1", Role.DIRECTOR, "s"), facts=(fact(),))
    one: Fact = case.facts[0]
    assert attribute(case, CATALOGUE, one, find_bonds(case, CATALOGUE)) == attribute(case, CATALOGUE, one)
    assert case.assessed_on == TODAY
    assert CATALOGUE.framework.value("control_share") == Decimal("0.25")
