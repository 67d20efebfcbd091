# SPDX-License-Identifier: EUPL-1.2
"""Which backups stay: seven days, four weeks, one for each version, and never none."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.backup import Backup, BackupKind, Contents
from storage.backup_rotation import DAYS, WEEKS, outlived

FIRST = datetime(2026, 6, 1, 8, 0, tzinfo=UTC)
"""A Monday."""


def backup(hours: int, kind: BackupKind = BackupKind.REGULAR, version: int = 3, *, good: bool = True) -> Backup:
    at = FIRST + timedelta(hours=hours)
    name = f"{kind}-{at:%m-%d %H}-{version}"
    return Backup(name, at, kind, 1, Contents(version, 1, 1) if good else None)


def days(*numbers: int) -> list[Backup]:
    return [backup(24 * number) for number in numbers]


def kept_days(backups: list[Backup]) -> list[int]:
    gone = outlived(backups)
    return sorted((one.at - FIRST).days for one in backups if one not in gone)


@pytest.mark.parametrize(
    ("there", "kept"),
    [
        ([], []),
        ([5], [5]),
        (range(7), [*range(7)]),
        (range(8), [*range(1, 8)]),  # a Monday is a new week: the Sunday before it stays for both reasons
        (range(10), [*range(3, 10)]),
        (range(21), [6, 13, *range(14, 21)]),
        (range(70), [48, 55, 62, *range(63, 70)]),
        ([0, 30, 60, 90, 120, 150, 180, 210, 240], [60, 90, 120, 150, 180, 210, 240]),
        ([0, 1, 7, 8, 14, 15, 21, 22, 28, 29], [8, 14, 15, 21, 22, 28, 29]),
    ],
)
def test_seven_days_and_four_weeks_stay(there: list[int], kept: list[int]) -> None:
    assert kept_days(days(*there)) == kept


def test_of_one_day_the_newest_stays() -> None:
    early, late = backup(0), backup(6)
    assert outlived([early, late]) == (early,)


def test_what_is_not_good_takes_no_place_and_stays() -> None:
    bad = backup(6, good=False)
    good = backup(0)
    assert outlived([bad, good]) == ()


def test_before_migrations_the_newest_of_each_version_stays() -> None:
    first, again, other = (backup(at, BackupKind.MIGRATION, version) for at, version in ((0, 1), (5, 1), (1, 2)))
    assert outlived([first, again, other, *days(*range(40, 50))])[-1] == first
    assert {again, other}.isdisjoint(outlived([first, again, other]))


def test_a_store_that_was_replaced_is_never_thrown_away() -> None:
    assert outlived([backup(at, BackupKind.REPLACED, good=False) for at in range(50)]) == ()


some_backups = st.lists(
    st.builds(
        lambda hours, kind, version, good: backup(hours, kind, version, good=good),
        st.integers(0, 24 * 120),
        st.sampled_from(BackupKind),
        st.integers(1, 3),
        st.booleans(),
    ),
    max_size=60,
    unique_by=lambda one: one.id,
)


@given(some_backups)
def test_never_none_never_too_many_and_the_newest_always(backups: list[Backup]) -> None:
    gone = outlived(backups)
    good = [one for one in backups if one.is_good and one.kind is not BackupKind.REPLACED]
    left = [one for one in good if one not in gone]
    assert bool(left) == bool(good)
    for kind, most in ((BackupKind.REGULAR, DAYS + WEEKS), (BackupKind.MIGRATION, 3)):
        assert len([one for one in left if one.kind is kind]) <= most
    if good:
        assert max(good, key=lambda one: one.at).at == max(one.at for one in left)
    assert all(one.is_good and one.kind is not BackupKind.REPLACED for one in gone)


@given(some_backups)
def test_what_stays_stays_when_asked_again(backups: list[Backup]) -> None:
    gone = outlived(backups)
    assert outlived([one for one in backups if one not in gone]) == ()
