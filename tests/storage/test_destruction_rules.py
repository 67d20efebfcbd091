# SPDX-License-Identifier: EUPL-1.2
"""Who may have a dossier destroyed in a store, and what stays of it."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.retention import NotDestroyed, Order
from assessment.services import destruction, retention
from assessment.users import Role, User
from storage.vault import FolderVault
from tests.storage.stores import add, get, small
from tests.storage.test_destroying import FIRST, ORDER, RULE, SECOND, SINCE, TODAY


@pytest.mark.parametrize(
    ("proposer", "order", "words"),
    [
        (None, ORDER, "Niemand heeft"),
        (FIRST, Order(FIRST, TODAY), "zelf voorgesteld"),
        (FIRST, Order(User("c3", "ada voorbeeld ", Role.COORDINATOR, SINCE), TODAY), "zelf voorgesteld"),
        (FIRST, Order(replace(SECOND, role=Role.OFFICER), TODAY), "alleen een beheerder of een coördinator"),
        (FIRST, Order(SECOND, date(2025, 1, 1)), "niet voorbij"),
        (FIRST, Order(SECOND, date(2025, 1, 1), "  "), "niet voorbij"),
    ],
)
def test_it_is_refused_unless_two_users_want_it_and_it_is_due(
    vault: FolderVault, proposer: User | None, order: Order, words: str
) -> None:
    id_ = add(vault, small())
    retention.set_period(vault.work(), id_, RULE, date(2020, 1, 1), FIRST)
    if proposer:
        retention.propose(vault.work(), id_, proposer)
    with pytest.raises(NotDestroyed) as refusal:
        destruction.carry_out(vault.destruction, id_, order)
    assert words in refusal.value.sentence
    assert get(vault, id_) == small()
    assert destruction.certificates(vault.destruction) == ()
    assert destruction.counters(vault.destruction) == ()


def test_without_a_period_nothing_is_proposed_or_destroyed(vault: FolderVault) -> None:
    id_ = add(vault, small())
    with pytest.raises(NotDestroyed):
        retention.propose(vault.work(), id_, FIRST)
    with pytest.raises(NotDestroyed):
        destruction.carry_out(vault.destruction, id_, ORDER)


def test_a_written_reason_is_enough_before_the_period_is_over(vault: FolderVault) -> None:
    id_ = add(vault, small())
    retention.set_period(vault.work(), id_, RULE, None, FIRST)
    retention.propose(vault.work(), id_, FIRST)
    made = destruction.carry_out(vault.destruction, id_, Order(SECOND, TODAY, "Dubbel aangemaakt."))
    assert (made.reason, made.ends_on, made.is_done) == ("Dubbel aangemaakt.", None, True)


def test_counts_stay_by_sort_and_bear_no_id(vault: FolderVault) -> None:
    ids = [add(vault, small(f"BIB-{number}")) for number in range(3)]
    for id_ in ids:
        retention.set_period(vault.work(), id_, RULE, date(2020, 1, 1), FIRST)
        retention.propose(vault.work(), id_, FIRST)
        destruction.carry_out(vault.destruction, id_, ORDER)
    ((_, count),) = destruction.counters(vault.destruction)
    assert count == 3
    with vault._opened()._engine.connect() as connection:
        told = connection.exec_driver_sql("SELECT certificate FROM destruction WHERE id = 'counts'").scalar()
    assert not any(id_ in told for id_ in ids)
    assert len(destruction.certificates(vault.destruction)) == 3
