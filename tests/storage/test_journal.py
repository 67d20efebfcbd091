# SPDX-License-Identifier: EUPL-1.2
"""The journal only grows, and what is done to it behind the program's back is found."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError

from assessment.journal import JournalEntry, JournalQuery
from assessment.outcome import Assessment
from assessment.ports import DossierId
from assessment.services.noting import note_export, note_view
from storage.chain import mac_of
from storage.vault import FolderVault
from tests.storage.stores import add, answered, keep, small


@pytest.fixture
def id_(vault: FolderVault) -> DossierId:
    id_ = add(vault, small())
    keep(vault, id_, answered(small(), "IDA-05", "nee"))
    return id_


@contextmanager
def behind_its_back(vault: FolderVault) -> Iterator[object]:
    """Write as somebody would who has the database key and takes the guards away first."""
    with vault._opened()._engine.begin() as connection:
        for verb in ("update", "delete"):
            connection.exec_driver_sql(f"DROP TRIGGER journal_no_{verb}")
        yield connection


def faults(vault: FolderVault) -> list[str]:
    return [str(fault) for fault in vault.faults()]


def test_a_line_tells_who_did_what_when(vault: FolderVault) -> None:
    with vault.work() as work:
        work.journal.note("advice.exported", "d1", "intern")
        work.commit()
    with vault.work() as work:
        line = work.journal.entries("d1")[0]
    assert (line.actor, line.action, line.about, line.detail) == ("Ada Voorbeeld", "advice.exported", "d1", "intern")
    assert line.at.tzinfo is UTC


def test_lines_are_found_by_action_by_number_and_by_what_they_are_about(vault: FolderVault, id_: DossierId) -> None:
    add(vault, small("BIB-ander"))
    note_view(vault.work(), id_, "i7")

    def found(limit: int = 200, **asked: Any) -> tuple[JournalEntry, ...]:
        with vault.work() as work:
            return work.journal.find(JournalQuery(**asked), limit)

    every = found()
    assert [one.seq for one in every] == list(range(len(every), 0, -1))
    assert found(2, before=every[1].seq) == every[2:4]
    assert [one.action for one in found(only=frozenset({"closed.viewed"}))] == ["closed.viewed"]
    assert found(without=frozenset({"closed.viewed"})) == tuple(one for one in every if one.action != "closed.viewed")
    assert found(about=id_) == tuple(one for one in every if one.about.startswith(id_))


def test_exports_with_their_purpose_and_views_of_closed_information_are_lines(vault: FolderVault) -> None:
    id_ = add(vault, small())
    assessment = cast("Assessment", SimpleNamespace(receipt="sha256:00"))
    note_export(vault.work(), id_, assessment, "voor de burgemeester")
    note_view(vault.work(), id_, "i7")
    with vault.work() as work:
        viewed, exported = work.journal.entries(id_, limit=2)
    assert (exported.action, exported.about, exported.words) == ("advice.exported", id_, "voor de burgemeester")
    assert "sha256:00" in exported.detail
    assert "burgemeester" not in exported.detail
    assert (viewed.actor, viewed.action, viewed.about) == ("Ada Voorbeeld", "closed.viewed", f"{id_}/information/i7")
    assert faults(vault) == []


def test_lines_are_numbered_without_gaps_and_given_newest_first(vault: FolderVault, id_: DossierId) -> None:
    with vault.work() as work:
        numbers = [line.seq for line in work.journal.entries(limit=10_000)]
        assert numbers == list(range(len(numbers), 0, -1))
        assert [line.seq for line in work.journal.entries(limit=2)] == numbers[:2]


def test_lines_about_one_thing_are_those_within_it_too(vault: FolderVault) -> None:
    with vault.work() as work:
        for about in ("d1", "d1/fact/f1", "d10", "d%", "x/d1"):
            work.journal.note("test.noted", about)
        assert {line.about for line in work.journal.entries("d1")} == {"d1", "d1/fact/f1"}
        assert {line.about for line in work.journal.entries("d%")} == {"d%"}


def test_lines_about_one_thing_are_looked_up_in_the_index(vault: FolderVault) -> None:
    seen: list[str] = []
    engine = vault._opened()._engine

    def remember(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(engine, "before_cursor_execute", remember)
    with vault.work() as work:
        work.journal.entries("d1")
    event.remove(engine, "before_cursor_execute", remember)
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {seen[-1]}", ("d1", "d1/", "d1/z", 200, 0)).all()
    assert str(plan).count("USING INDEX ix_journal_about") == 2
    assert "SCAN journal" not in str(plan)


def test_a_note_is_kept_with_the_work_or_not_at_all(vault: FolderVault) -> None:
    with vault.work() as work:
        work.journal.note("test.noted", "weg")
    with vault.work() as work:
        assert work.journal.entries("weg") == ()


def test_the_detail_holds_marks_and_no_content(vault: FolderVault, id_: DossierId) -> None:
    with vault.work() as work:
        line = work.journal.entries(f"{id_}/answer/IDA-05")[0]
    assert line.action == "part.changed"
    assert "balie" not in line.detail
    assert line.detail.count('"') == 8


@pytest.mark.parametrize("statement", ["UPDATE journal SET actor='iemand anders'", "DELETE FROM journal WHERE seq=1"])
def test_lines_cannot_be_changed_or_taken_away(vault: FolderVault, statement: str) -> None:
    with pytest.raises(IntegrityError), vault._opened()._engine.begin() as connection:
        connection.exec_driver_sql(statement)
    assert faults(vault) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("UPDATE journal SET actor='iemand anders' WHERE seq=3", "journaal 3: deze regel is buiten"),
        ("UPDATE journal SET at='2020-01-01T00:00:00.000000Z' WHERE seq=3", "journaal 3: deze regel is buiten"),
        ("UPDATE journal SET action='test.noted' WHERE seq=3", "journaal 3: deze regel is buiten"),
        ("UPDATE journal SET detail=replace(detail, '\"new\"', ' \"new\"') WHERE seq=4", "journaal 4: deze regel"),
        ("UPDATE journal SET mac=zeroblob(32) WHERE seq=3", "journaal 3: deze regel is buiten"),
        ("DELETE FROM journal WHERE seq=3", "journaal 3: tussen regel 2 en regel 4 ontbreekt iets"),
        ("DELETE FROM journal_words", "de woorden bij deze regel"),
        ("UPDATE journal_words SET old=replace(old, 'balie', 'bar')", "de woorden bij deze regel"),
        ("UPDATE journal_words SET words='x' WHERE seq=(SELECT min(seq) FROM journal_words)", "de woorden bij deze"),
        (
            "DELETE FROM journal_words; DELETE FROM journal WHERE seq=(SELECT max(seq) FROM journal)",
            "het einde van het journaal ontbreekt",
        ),
        ("UPDATE journal_head SET seq=seq-1", "het einde van het journaal ontbreekt"),
        ("UPDATE part SET body=replace(body, 'Fictema', 'Anders') WHERE key='p1'", "/party/p1: dit onderdeel is"),
        ("DELETE FROM part WHERE key='p2'", "/party/p2: dit onderdeel is buiten het programma om verwijderd"),
        ("UPDATE part SET key='p9' WHERE key='p2'", "/party/p9: dit onderdeel is buiten"),
    ],
)
def test_what_is_done_behind_its_back_is_found(vault: FolderVault, id_: DossierId, statement: str, found: str) -> None:
    with behind_its_back(vault) as connection:
        for one in statement.split("; "):
            connection.exec_driver_sql(one)  # type: ignore[attr-defined]
    assert any(found in fault for fault in faults(vault))


def test_a_whole_store_has_no_faults(vault: FolderVault, id_: DossierId) -> None:
    assert faults(vault) == []


def test_a_line_says_the_same_in_every_zone_and_nothing_else() -> None:
    key, before = bytearray(32), bytes(32)
    at = datetime(2026, 6, 2, 12, 0, tzinfo=UTC)
    line = JournalEntry(1, at, "a", "b", "c", "d")
    same = JournalEntry(1, at.astimezone(timezone(timedelta(hours=2))), "a", "b", "c", "d")
    assert mac_of(line, before, key) == mac_of(same, before, key)
    others = [
        JournalEntry(1, at, "ab", "", "c", "d"), JournalEntry(1, at, "a", "bc", "", "d"),
        JournalEntry(11, at, "a", "b", "c", "d"), JournalEntry(1, at, "a", "b", "cd", ""),
    ]  # fmt: skip
    assert len({mac_of(one, before, key) for one in (line, *others)}) == 5


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        mac_of(JournalEntry(1, datetime(2026, 6, 2), "a", "b", "c", "d"), bytes(32), bytearray(32))  # noqa: DTZ001


def test_a_line_about_a_part_tells_what_it_was_and_what_it_became(vault: FolderVault) -> None:
    id_ = add(vault, small())
    for value in ("nee", "onbekend"):
        keep(vault, id_, answered(small(), "IDA-05", value))
    keep(vault, id_, replace(small(), answers=()))
    with vault.work() as work:
        removed, second, first, added = work.journal.entries(f"{id_}/answer/IDA-05")
    assert [line.action for line in (added, first, second, removed)] == [
        "part.added", "part.changed", "part.changed", "part.removed",
    ]  # fmt: skip
    assert '"ja"' in added.new
    assert (added.old, added.new) == ("", first.old)
    assert ('"nee"' in first.new, first.new) == (True, second.old)
    assert ('"onbekend"' in second.new, second.new) == (True, removed.old)
    assert removed.new == ""
    with vault.work() as work:
        (party,) = work.journal.entries(f"{id_}/party/p1")
    assert "Daan Fictema" in party.new
    assert faults(vault) == []


def test_of_a_line_that_kept_no_words_nothing_is_guessed(vault: FolderVault, id_: DossierId) -> None:
    """A store of an older program has lines with marks alone."""
    with vault._opened()._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM journal_words")
    with vault.work() as work:
        changed, added = work.journal.entries(f"{id_}/answer/IDA-05")
    assert (added.new, changed.old) == ("", "")
    assert '"nee"' in changed.new


def test_words_about_no_dossier_stand_in_the_line(vault: FolderVault) -> None:
    with vault.work() as work:
        work.journal.note("store.exported", "store", "sha256:00", "voor de controle")
        work.commit()
    with vault.work() as work:
        (line,) = work.journal.entries("store", limit=1)
    assert (line.detail, line.words) == ("voor de controle · sha256:00", "")
