# SPDX-License-Identifier: EUPL-1.2
"""The whole way in one call: repeatable, never an exception, and what must hold of any dossier."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.assess import assess
from assessment.dates import Period, When
from assessment.degree import ORDER, Degree
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact, Link, PermitLink, Plausible, Status
from assessment.exchange import dossier_from_wire, parse_json
from resources.files import example_names, read_example

from .dossiers import some_dossier
from .tangled import tangled
from .weighing.balances import shipped
from .weighing.cases import changed, put

ANY = settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
CAFE = dossier_from_wire(parse_json(read_example("cafe-de-verzonnen-vink")))


@ANY
@given(some_dossier())
def test_no_dossier_is_too_odd(some: Dossier) -> None:
    assert assess(some, shipped()).receipt.startswith("sha256:")


@ANY
@given(tangled())
def test_no_dossier_is_too_tangled(some: Dossier) -> None:
    assert assess(some, shipped()).receipt.startswith("sha256:")


@ANY
@given(tangled())
def test_the_same_dossier_gives_the_same_receipt(some: Dossier) -> None:
    assert assess(some, shipped()) == assess(some, shipped())


def test_the_receipt_covers_dossier_catalogue_and_day() -> None:
    catalogue = shipped()
    plain = assess(CAFE, catalogue)
    others = [
        assess(replace(CAFE, reference="ander"), catalogue),
        assess(CAFE, replace(catalogue, checksum="sha256:ander")),
        assess(CAFE, catalogue, CAFE.assessed_on + timedelta(days=1)),
    ]
    assert len({plain.receipt, *(one.receipt for one in others)}) == 4


def test_the_day_is_the_one_of_the_dossier_unless_another_is_given() -> None:
    assert assess(CAFE, shipped()).assessed_on == date(2026, 4, 15)
    later = assess(CAFE, shipped(), date(2026, 6, 1))
    assert later.assessed_on == date(2026, 6, 1)
    assert later == assess(CAFE, shipped(), date(2026, 6, 1))


@settings(deadline=None, max_examples=25)
@given(st.randoms(use_true_random=False), st.sampled_from(example_names()))
def test_the_order_of_recording_never_matters(chance: object, name: str) -> None:
    dossier = dossier_from_wire(parse_json(read_example(name)))
    mixed = {}
    for rows in ("facts", "information", "relations", "parties", "answers", "events"):
        values = list(getattr(dossier, rows))
        chance.shuffle(values)  # type: ignore[attr-defined]
        mixed[rows] = tuple(values)
    one, other = assess(dossier, shipped()), assess(replace(dossier, **mixed), shipped())
    for ground in ("a", "b"):
        before, after = getattr(one, ground), getattr(other, ground)
        assert (before.indication, before.low, before.high) == (after.indication, after.low, after.high)
        assert (before.rule, before.decisive, before.would_raise) == (after.rule, after.decisive, after.would_raise)
    assert (one.options, one.terms) == (other.options, other.terms)
    assert {(check.id, check.text) for check in one.checks} == {(check.id, check.text) for check in other.checks}


def adverse(id_: str, status: Status) -> Fact:
    return Fact(
        id_,
        offence="opiumwet-2",
        actor="p2",
        capacity="own",
        committed=Period(When.parse("2025-01")),
        status=status,
        offence_plausible=Plausible.YES,
        links=(PermitLink("EXP", Link.SAME),),
        benefit=None,
        sources=("i2",),
    )


def rank(degree: Degree) -> int:
    return ORDER.index(degree) if degree in ORDER else -1


@settings(deadline=None)
@given(st.integers(0, 2))
def test_one_more_conviction_never_lowers(number: int) -> None:
    clean = changed()
    before = replace(clean, facts=clean.facts[:number])
    after = replace(before, facts=(*before.facts, adverse("f9", Status.CONVICTION_FINAL)))
    assert rank(assess(after, shipped()).b.indication) >= rank(assess(before, shipped()).b.indication)


def test_a_cleared_fact_changes_nothing() -> None:
    clean = changed()
    for status in (Status.ACQUITTED, Status.DISCHARGED):
        more = replace(clean, facts=(*clean.facts, adverse("f9", status)))
        one, other = assess(clean, shipped()).b, assess(more, shipped()).b
        assert (one.indication, one.low, one.high, one.decisive) == (
            other.indication,
            other.low,
            other.high,
            other.decisive,
        )


def test_area_and_names_never_weigh() -> None:
    clean = changed()
    told = changed(
        put("application.location", {"place": "Elders", "area": "BU99900199"}),
        put("parties.1.name", "Iemand Anders"),
        put("parties.1.born", "1999-01-01"),
    )
    one, other = assess(clean, shipped()), assess(told, shipped())
    assert (one.a, one.b, one.c, one.options) == (other.a, other.b, other.c, other.options)
