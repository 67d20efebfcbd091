# SPDX-License-Identifier: EUPL-1.2
"""How long a dossier is kept: counted from a day that is known, and never from one that is not."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.retention import (
    Kept,
    NotDestroyed,
    Order,
    Proposal,
    Retention,
    RetentionRule,
    due,
    months_told,
    refuse_to_destroy,
    refuse_to_propose,
)
from assessment.users import Role, User

AT = datetime(2026, 6, 2, tzinfo=UTC)
RULE = RetentionRule("selectielijst", "besluit genomen", 60)
MAY = User("a1", "Ada Voorbeeld", Role.COORDINATOR, AT)
MAY_NOT = User("c3", "Cor Bedacht", Role.OFFICER, AT)


def kept(starts_on: date | None, rule: RetentionRule = RULE, proposal: Proposal | None = None) -> Retention:
    return Retention(rule, starts_on, "Ada Voorbeeld", AT, proposal)


@pytest.mark.parametrize(
    ("months", "start", "end"),
    [
        (60, date(2021, 6, 1), date(2026, 6, 1)),
        (12, date(2024, 2, 29), date(2025, 2, 28)),
        (1, date(2026, 1, 31), date(2026, 2, 28)),
        (6, date(2025, 6, 25), date(2025, 12, 25)),  # not moved to a working day: it is no term of the Termijnenwet
    ],
)
def test_a_period_ends_on_the_same_day_number_so_many_months_later(months: int, start: date, end: date) -> None:
    assert kept(start, RetentionRule("g", "e", months)).ends_on == end


def test_it_is_due_from_the_day_after_its_end() -> None:
    period = kept(date(2021, 6, 1))
    assert not period.is_due(date(2026, 6, 1))
    assert period.is_due(date(2026, 6, 2))


@given(st.dates(date(1900, 1, 1), date(9999, 12, 31)))
def test_without_a_start_it_has_no_end_and_is_never_due(today: date) -> None:
    assert kept(None).ends_on is None
    assert not kept(None).is_due(today)


@given(st.lists(st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2040, 1, 1))), max_size=8))
def test_what_is_due_is_all_that_is_and_in_order(starts: list[date | None]) -> None:
    every = [Kept(str(number), f"B{number}", kept(start)) for number, start in enumerate(starts)]
    found = due(every, date(2026, 6, 2))
    assert set(found) == {one for one in every if one.retention.is_due(date(2026, 6, 2))}
    ends = [one.retention.ends_on for one in found]
    assert ends == sorted(ends)


@pytest.mark.parametrize("given_", [("", "e", 1), ("g", " ", 1), ("g", "e", 0), ("g", "e", 1201)])
def test_a_rule_without_ground_event_or_length_is_refused(given_: tuple[str, str, int]) -> None:
    with pytest.raises(ValueError, match="a period needs"):
        RetentionRule(*given_)


@pytest.mark.parametrize(("months", "words"), [(1, "1 maand"), (18, "18 maanden"), (12, "1 jaar"), (240, "20 jaar")])
def test_a_period_is_told_as_people_do(months: int, words: str) -> None:
    assert months_told(months) == words


def test_only_who_may_proposes_and_only_with_a_period() -> None:
    refuse_to_propose(kept(None), MAY)
    for retention, by in ((kept(None), MAY_NOT), (None, MAY)):
        with pytest.raises(NotDestroyed):
            refuse_to_propose(retention, by)


def test_another_user_may_destroy_what_is_due() -> None:
    proposal = Proposal("b2", "Bram Verzinsel", AT)
    period = kept(date(2020, 1, 1), proposal=proposal)
    assert refuse_to_destroy(period, Order(MAY, date(2026, 6, 2))) == (period, proposal)
    with pytest.raises(NotDestroyed) as refusal:
        refuse_to_destroy(period, Order(MAY_NOT, date(2026, 6, 2)))
    assert "niet vernietigd" in refusal.value.sentence
