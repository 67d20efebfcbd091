# SPDX-License-Identifier: EUPL-1.2
"""Which backup counts, when it is too old, and when another is due."""

from datetime import UTC, datetime, timedelta

import pytest

from assessment.backup import Backup, BackupKind, Contents, is_due, is_stale, last_good

NOW = datetime(2026, 11, 25, 16, 12, tzinfo=UTC)


def backup(age: timedelta, *, good: bool = True) -> Backup:
    at = NOW - age
    return Backup(at.isoformat(), at, BackupKind.REGULAR, 1, Contents(3, 1, 1) if good else None)


def test_the_newest_good_one_counts() -> None:
    newer, older = backup(timedelta(days=2)), backup(timedelta(days=3))
    bad = backup(timedelta(days=1), good=False)
    assert last_good((older, bad, newer)) == newer
    assert last_good((bad,)) is None
    assert last_good(()) is None


@pytest.mark.parametrize(
    ("age", "stale"), [(timedelta(), False), (timedelta(days=8), False), (timedelta(days=8, seconds=1), True)]
)
def test_after_eight_days_it_is_old(age: timedelta, stale: bool) -> None:
    assert is_stale(backup(age), NOW) is stale


def test_without_one_it_is_told_and_made() -> None:
    assert is_stale(None, NOW)
    assert is_due(None, NOW, has_changed=False)


@pytest.mark.parametrize(
    ("age", "changed", "due"),
    [
        (timedelta(hours=16), True, False),
        (timedelta(hours=17), True, True),
        (timedelta(hours=17), False, False),
        (timedelta(days=7), False, False),
        (timedelta(days=7, seconds=1), False, True),
    ],
)
def test_one_a_day_when_something_changed_and_else_one_a_week(age: timedelta, changed: bool, due: bool) -> None:
    assert is_due(backup(age), NOW, has_changed=changed) is due


def test_who_opens_the_store_each_day_and_changes_nothing_never_meets_the_warning() -> None:
    last, now = backup(timedelta()), NOW
    for _ in range(60):
        now += timedelta(days=1)
        assert not is_stale(last, now)
        if is_due(last, now, has_changed=False):
            last = Backup("", now, BackupKind.REGULAR, 1, Contents(3, 1, 1))
