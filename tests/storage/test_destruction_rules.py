# SPDX-License-Identifier: EUPL-1.2
"""Who may destroy a dossier and when, what remains of it, and how long dossiers are kept."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.ports import DossierId
from assessment.retention import NotDestroyed, Order, RetentionRule
from assessment.services import destruction, retention
from assessment.services.noting import note_export
from assessment.users import Role, User
from storage.vault import FolderVault
from tests.storage.seeding import FIRST, ORDER, RULE, SECOND, SINCE, TODAY
from tests.storage.stores import add, get, small
from tests.storage.test_secrecy import MARK


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


def test_the_purpose_of_an_export_goes_with_its_dossier_and_the_chain_stays(vault: FolderVault) -> None:
    from types import SimpleNamespace

    id_ = add(vault, small())
    note_export(vault.work(), id_, SimpleNamespace(receipt="sha256:00"), MARK)  # type: ignore[arg-type]
    with vault.work() as work:
        work.destroyed.remove(id_)
        work.commit()
    with vault.work() as work:
        assert not any(MARK in str(line) for line in work.journal.entries(limit=1000))
    assert vault.faults() == ()


def test_there_are_no_periods_until_somebody_sets_them(vault: FolderVault) -> None:
    id_ = add(vault, small())
    assert retention.rules(vault.work()) == ()
    assert retention.of_dossier(vault.work(), id_) is None
    assert retention.due_on(vault.work(), date(2149, 1, 1)) == ()
    retention.keep_rules(vault.work(), [RULE, RetentionRule("Archiefwet", "zaak gesloten", 18)], FIRST)
    assert retention.rules(vault.work()) == (RULE, RetentionRule("Archiefwet", "zaak gesloten", 18))


def test_what_is_due_is_listed_and_a_period_without_a_start_never_is(vault: FolderVault) -> None:
    ids = [add(vault, small(f"BIB-{number}")) for number in range(4)]
    for id_, start in zip(ids, (date(2021, 6, 2), date(2020, 1, 1), None, date(2021, 6, 1)), strict=True):
        retention.set_period(vault.work(), id_, RULE, start, FIRST)
    assert [one.reference for one in retention.due_on(vault.work(), TODAY)] == ["BIB-1", "BIB-3"]
    assert [one.id for one in retention.kept(vault.work())] == ids


def test_a_changed_period_lets_a_proposal_fall_away_and_so_does_taking_it_back(vault: FolderVault) -> None:
    id_ = add(vault, small())
    retention.set_period(vault.work(), id_, RULE, None, FIRST)
    for undo in (
        lambda: retention.withdraw(vault.work(), id_, FIRST),
        lambda: retention.set_period(vault.work(), id_, RULE, date(2020, 1, 1), FIRST),
    ):
        retention.propose(vault.work(), id_, FIRST)
        found = retention.of_dossier(vault.work(), id_)
        assert found
        assert found.proposal
        assert found.proposal.by == FIRST.name
        undo()
        found = retention.of_dossier(vault.work(), id_)
        assert found
        assert found.proposal is None
    with vault.work() as work:
        actions = {line.action for line in work.journal.entries(id_)}
        texts = [line.words for line in work.journal.entries(id_) if line.action == "retention.set"]
    assert {"retention.set", "destruction.proposed", "destruction.withdrawn"} <= actions
    assert all(RULE.ground in one for one in texts)
    assert vault.faults() == ()


def test_what_is_not_there_has_no_period(vault: FolderVault) -> None:
    for act in (
        lambda: retention.of_dossier(vault.work(), DossierId("weg")),
        lambda: retention.set_period(vault.work(), DossierId("weg"), RULE, None, FIRST),
        lambda: destruction.carry_out(vault.destruction, DossierId("weg"), ORDER),
    ):
        with pytest.raises(KeyError):
            act()
