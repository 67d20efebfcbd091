# SPDX-License-Identifier: EUPL-1.2
"""Dossiers on the shelf: they come back as they were kept, and only what differs is written."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.dates import When
from assessment.deadline import Deadline, DeadlineKind
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.dossier.party import Person
from assessment.errors import DamagedStore, FaultyFile
from assessment.exchange import write_dossier
from assessment.ports import DossierId
from storage import tables
from storage.shelf import MOST_PARTS
from storage.vault import FolderVault
from tests.storage.dossiers import dossiers
from tests.storage.stores import (
    CHEAP,
    FILES,
    PASSWORD,
    Clock,
    add,
    answered,
    dossier_of,
    get,
    keep,
    renamed,
    small,
    summary,
)


def written(vault: FolderVault, id_: DossierId) -> list[tuple[str, str]]:
    """The journal's lines about a dossier, oldest first, as (action, what within it)."""
    with vault.work() as work:
        return [(line.action, line.about.removeprefix(id_)) for line in reversed(work.journal.entries(id_))]


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FolderVault]:
    """One store for many dossiers drawn by chance."""
    vault = FolderVault(tmp_path_factory.mktemp("gedeeld") / "kluis", Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    yield vault
    vault.lock()


def test_the_deadlines_of_a_summary_come_back_and_what_is_not_known_stays_so(vault: FolderVault) -> None:
    term = Deadline(DeadlineKind.TERM, "decision", date(2026, 4, 24), date(2026, 4, 28))
    duty = Deadline(DeadlineKind.DUTY, "D-33", date(2026, 5, 1), date(2026, 5, 1))
    for number, known in enumerate([(term, duty), (), None]):
        one = small(f"BIB-2026-{number:04d}")
        with vault.work() as work:
            work.dossiers.add(one, replace(summary(one), deadlines=known))
            work.commit()
    with vault.work() as work:
        assert [row.summary.deadlines for row in reversed(work.dossiers.find())] == [(term, duty), (), None]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_worked_dossiers_come_back_equal(shared: FolderVault, path: Path) -> None:
    dossier = dossier_of(path)
    again = get(shared, add(shared, dossier))
    assert again == dossier
    assert write_dossier(again) == write_dossier(dossier)


@settings(max_examples=25)
@given(versions=st.lists(dossiers(), min_size=2, max_size=3))
def test_whatever_follows_on_whatever_comes_back(shared: FolderVault, versions: list[Dossier]) -> None:
    id_ = add(shared, versions[0])
    for dossier in (*versions, versions[0]):
        keep(shared, id_, dossier)
        assert write_dossier(get(shared, id_)) == write_dossier(dossier)


def test_after_all_that_the_store_is_whole(shared: FolderVault) -> None:
    id_ = add(shared, small())
    assert shared.faults() == ()
    with shared.work() as work:
        assert work.dossiers.find(limit=1)[0].id == id_


def test_adding_writes_a_line_for_the_dossier_and_for_each_part(vault: FolderVault) -> None:
    assert written(vault, add(vault, small())) == [
        ("dossier.added", ""), ("part.added", "/head/head"), ("part.added", "/party/p1"), ("part.added", "/party/p2"),
        ("part.added", "/answer/IDA-05"), ("part.added", "/event/1"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "lines"),
    [
        (small(), []),
        (answered(small(), "IDA-05", "nee"), [("part.changed", "/answer/IDA-05")]),
        (answered(small(), "IDA-06", "nee"), [("part.added", "/answer/IDA-06")]),
        (renamed(small(), "BIB-2026-0002"), [("part.changed", "/head/head")]),
        (replace(small(), parties=small().parties[1:]), [("part.removed", "/party/p1")]),
        (replace(small(), parties=small().parties[::-1]), [("part.moved", "/party")]),
        (replace(small(), plan=None), [("part.added", "/plan/plan")]),
        (
            replace(small(), events=(Event(EventKind.FORM_SENT, When(2026, 1, 20)), *small().events)),
            [("part.added", "/event/2")],
        ),
        (replace(small(), events=(Event(EventKind.WITHDRAWN, When(2026)),)), [("part.changed", "/event/1")]),
    ],
)
def test_only_what_differs_is_written_and_journalled(
    vault: FolderVault, changed: Dossier, lines: list[tuple[str, str]]
) -> None:
    id_ = add(vault, small())
    before = written(vault, id_)
    keep(vault, id_, changed)
    assert written(vault, id_)[len(before) :] == lines
    assert get(vault, id_) == changed
    assert vault.faults() == ()


def test_keeping_what_is_the_same_does_not_count_as_a_change(vault: FolderVault) -> None:
    id_ = add(vault, small())
    with vault.work() as work:
        before = work.dossiers.find()
    keep(vault, id_, small())
    with vault.work() as work:
        assert work.dossiers.find() == before


def test_a_changed_summary_is_kept_without_a_changed_part(vault: FolderVault) -> None:
    id_ = add(vault, small())
    with vault.work() as work:
        work.dossiers.keep(id_, small(), replace(summary(small()), step="funding"))
        work.commit()
    with vault.work() as work:
        assert work.dossiers.find()[0].summary.step == "funding"


def test_the_list_shows_the_newest_change_first(vault: FolderVault) -> None:
    first, second = (add(vault, small(f"BIB-2026-000{number}")) for number in (1, 2))
    with vault.work() as work:
        assert [row.id for row in work.dossiers.find()] == [second, first]
    keep(vault, first, answered(small("BIB-2026-0001"), "IDA-06", "nee"))
    with vault.work() as work:
        rows = work.dossiers.find()
        assert [row.id for row in rows] == [first, second]
        assert rows[0].summary == summary(small("BIB-2026-0001"))
        assert rows[0].changed_at.utcoffset() is not None
        assert [row.id for row in work.dossiers.find(limit=1, offset=1)] == [second]
        assert work.dossiers.count() == 2


def test_removing_takes_everything_away_but_the_journal(vault: FolderVault) -> None:
    id_ = add(vault, small())
    with vault.work() as work:
        work.drafts.keep(id_, "note", "half getypt")
        work.destroyed.remove(id_)
        work.commit()
    with vault.work() as work:
        assert work.dossiers.count("fictema") == 0
        assert work.drafts.all(id_) == {}
        with pytest.raises(KeyError):
            work.dossiers.get(id_)
    with vault._opened()._engine.connect() as connection:
        for table in (tables.part, tables.draft, tables.dossier):
            assert connection.execute(table.select()).all() == []
        assert connection.exec_driver_sql("SELECT count(*) FROM search").scalar() == 0
    assert written(vault, id_)[-1] == ("dossier.removed", "")
    assert vault.faults() == ()


@pytest.mark.parametrize("verb", ["get", "keep"])
def test_what_is_not_there_is_a_key_error(vault: FolderVault, verb: str) -> None:
    arguments = (small(), summary(small())) if verb == "keep" else ()
    with vault.work() as work, pytest.raises(KeyError):
        getattr(work.dossiers, verb)("niet", *arguments)
    with vault.work() as work, pytest.raises(KeyError):
        work.destroyed.remove("niet")


def test_what_could_not_be_read_back_leaves_everything_as_it_was(vault: FolderVault) -> None:
    id_ = add(vault, small())
    with pytest.raises(FaultyFile):
        keep(vault, id_, replace(small(), parties=(Person("p1", "nul\0teken"),)))
    assert get(vault, id_) == small()
    assert vault.faults() == ()


def test_what_was_not_committed_is_undone(vault: FolderVault) -> None:
    id_ = add(vault, small())

    def fail_halfway() -> None:
        with vault.work() as work:
            work.dossiers.keep(id_, renamed(small(), "anders"), summary(small()))
            work.dossiers.add(small("nog een"), summary(small()))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with vault.work() as work:
        work.destroyed.remove(id_)
    assert get(vault, id_) == small()
    with vault.work() as work:
        assert work.dossiers.count() == 1
        assert work.journal.entries("", 1)[0].action == "part.added"


def test_a_unit_of_work_can_be_used_again_but_not_twice_at_once(vault: FolderVault) -> None:
    work = vault.work()
    for number in range(2):
        with work:
            work.dossiers.add(small(f"BIB-{number}"), summary(small()))
            work.commit()
            work.dossiers.add(small(f"BIB-{number}-tweede"), summary(small()))
            work.commit()
    with work, pytest.raises(RuntimeError):
        work.__enter__()
    with pytest.raises(RuntimeError):
        work.commit()
    with work:
        assert work.dossiers.count() == 4


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE part SET body='{' WHERE kind='party'",
        "UPDATE part SET body='{}' WHERE kind='answer'",
        "DELETE FROM part WHERE kind='head'",
    ],
)
def test_parts_that_make_no_dossier_are_damage(vault: FolderVault, statement: str) -> None:
    id_ = add(vault, small())
    with vault._opened()._engine.begin() as connection:
        connection.exec_driver_sql(statement)
    with pytest.raises(DamagedStore):
        get(vault, id_)


def test_the_numbers_of_one_dossier_never_become_those_of_the_next(vault: FolderVault) -> None:
    first, second = add(vault, small("een")), add(vault, small("twee"))
    with vault._opened()._engine.begin() as connection:
        last = 2 * MOST_PARTS - 2
        connection.exec_driver_sql(f"UPDATE part SET number={last} WHERE dossier=1 AND kind='event'")
    keep(vault, first, answered(small("een"), "IDA-06", "nee"))
    with pytest.raises(OverflowError):
        keep(vault, first, answered(answered(small("een"), "IDA-06", "nee"), "IDA-07", "nee"))
    assert get(vault, first) == answered(small("een"), "IDA-06", "nee")
    assert get(vault, second) == small("twee")
