# SPDX-License-Identifier: EUPL-1.2
"""One holder at a time; the text in the lock serves the sentence only."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessment.errors import StoreInUse
from storage.lock_file import NOBODY_KNOWN, LockFile

AT = datetime(2026, 6, 2, 10, 0, tzinfo=UTC)


def told(path: Path) -> str:
    with pytest.raises(StoreInUse) as refusal:
        LockFile(path).take()
    return refusal.value.by


def test_only_one_holds_it(tmp_path: Path) -> None:
    one, other = LockFile(tmp_path / "lock"), LockFile(tmp_path / "lock")
    one.take()
    assert one.is_held
    with pytest.raises(StoreInUse):
        other.take()
    assert not other.is_held
    one.release()
    other.take()
    other.release()
    other.release()
    assert not other.is_held


def test_whether_it_is_free_is_learned_without_keeping_it(tmp_path: Path) -> None:
    one, other = LockFile(tmp_path / "lock"), LockFile(tmp_path / "lock")
    assert other.is_free()
    assert not other.is_held
    one.take()
    assert not other.is_free()
    one.release()
    assert other.is_free()
    assert not LockFile(tmp_path / "niet" / "lock").is_free()


def test_who_holds_it_is_told(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    lock = LockFile(path)
    lock.take()
    assert told(path) == NOBODY_KNOWN
    lock.sign(AT)
    assert json.loads(path.read_bytes())["pid"] == os.getpid()
    assert f"(sinds 2 jun 2026, {AT.astimezone():%H:%M})" in told(path)
    lock.clear()
    lock.release()
    assert path.read_bytes() == b""


def test_a_signature_that_was_left_behind_holds_nobody_up(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_text(json.dumps({"user": "iemand", "host": "elders", "pid": 1, "since": "gisteren"}))
    lock = LockFile(path)
    lock.take()
    assert told(path) == "iemand op elders (sinds gisteren)"
    lock.sign(AT)
    assert "iemand" not in told(path)
    lock.release()


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b"[" * 2000, b"null", b'"x"'])
def test_any_text_may_stand_there(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lock"
    path.write_bytes(content)
    lock = LockFile(path)
    lock.take()
    assert told(path) == NOBODY_KNOWN
    lock.release()


def test_the_sentence_stays_short_and_printable(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    path.write_text(json.dumps({"user": "x" * 500, "host": "\x1b[31m\n", "since": "nu"}))
    lock = LockFile(path)
    lock.take()
    assert told(path) == f"{'x' * 60} op [31m (sinds nu)"
    lock.release()


def test_without_the_lock_nothing_is_signed(tmp_path: Path) -> None:
    lock = LockFile(tmp_path / "lock")
    lock.sign(AT)
    lock.clear()
    assert not (tmp_path / "lock").exists()


def test_none_is_made_where_none_may_be(tmp_path: Path) -> None:
    lock = LockFile(tmp_path / "lock")
    with pytest.raises(FileNotFoundError):
        lock.take(make=False)
    assert list(tmp_path.iterdir()) == []
    lock.take()
    with pytest.raises(StoreInUse):
        LockFile(tmp_path / "lock").take(make=False)
    lock.release()
