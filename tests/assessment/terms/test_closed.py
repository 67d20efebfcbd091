# SPDX-License-Identifier: EUPL-1.2
"""A dossier with more permits is closed when each was decided on or withdrawn, and not before."""

from dataclasses import replace

import pytest

from assessment.dossier.application import Permit
from assessment.dossier.event import Event
from assessment.terms.closed import closed_on, first_objection
from tests.assessment.terms.test_own_vectors import AWB, counted
from tests.assessment.terms.test_terms import dossier, event

TWO = (Permit("EXP", "EXP"), Permit("ALC", "ALC"))


def decided(on: str, permit: str | None = None, kind: str = "decision-made") -> Event:
    return event(kind, on, permit=permit) if permit else event(kind, on)


@pytest.mark.parametrize(
    ("permits", "events", "day"),
    [
        (TWO, [], "None"),
        (TWO, [decided("2026-11-02", "EXP")], "None"),
        (TWO, [decided("2026-11-02", "EXP"), decided("2026-11-16", "ALC")], "2026-11-16"),
        (TWO, [decided("2026-11-02", "EXP"), decided("2026-11-09", "ALC", "withdrawn")], "2026-11-09"),
        (TWO, [decided("2026-11-02")], "2026-11-02"),
        (TWO, [decided("2026-11-16"), decided("2026-11-02", "EXP")], "2026-11-16"),
        (TWO, [decided("2026-11-02", "VUU")], "None"),
        (TWO[:1], [decided("2026-11-09", "EXP"), decided("2026-11-02", "EXP")], "2026-11-02"),
        ((), [decided("2026-11-02", "EXP")], "2026-11-02"),
        ((), [], "None"),
    ],
)
def test_the_last_permit_closes(permits: tuple[Permit, ...], events: list[Event], day: str) -> None:
    case = dossier(*AWB, *events)
    case = replace(case, application=replace(case.application, permit_types=permits))
    assert str(closed_on(case)) == day


def test_while_one_permit_is_open_the_term_can_still_be_extended() -> None:
    case = dossier(*AWB, decided("2026-11-02", "EXP"), event("extension-notified", "2026-11-09", weeks=2))
    both = replace(case, application=replace(case.application, permit_types=TWO))
    assert [str(counted(one, "decision").raw_end) for one in (case, both)] == ["2026-11-30", "2026-12-14"]  # type: ignore[union-attr]


def test_the_first_objection_counts() -> None:
    assert first_objection(dossier(*AWB)) is None
    two = [event("objection-received", "2026-12-21"), event("objection-received", "2026-12-14")]
    assert str(first_objection(dossier(*AWB, *two))) == "2026-12-14"


def test_on_the_day_of_the_decision_it_can_still_be_extended_and_suspended() -> None:
    told = event("extension-notified", "2026-11-09", weeks=2)
    agreed = [event("agreed-suspension-from", "2026-11-09"), event("agreed-suspension-until", "2026-11-12")]
    same = [decided("2026-11-09"), told, *agreed]
    before = [decided("2026-11-08"), told, *agreed]
    found = [counted(dossier(*AWB, *events), "decision") for events in (same, before)]
    assert [str(one.raw_end) for one in found if one] == ["2026-12-17", "2026-11-30"]
