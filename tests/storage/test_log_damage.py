# SPDX-License-Identifier: EUPL-1.2
"""The log of a killed store, damaged or torn: never is more than the last transaction lost without a word."""

import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.errors import DamagedStore
from storage.control import control
from storage.log_damage import _goes_on, _sums
from storage.vault import FolderVault
from tests.storage.killed_logs import FRAME, HEADER, NOTE, Killed, alone, emptied, killed_after, opened
from tests.storage.stores import CHEAP, PASSWORD, Clock, flip, quickest

FIELDS = {"page": 0, "size": 4, "salt": 8, "other salt": 12, "sum": 16, "other sum": 20, "content": 24 + 1000}


@pytest.fixture(scope="module", params=[5, 19, 60])
def killed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Killed:
    return killed_after(tmp_path_factory.mktemp("log"), request.param)


def transactions(killed: Killed) -> Iterator[int]:
    """Give the first, one in the middle, the next-to-last and the last."""
    yield from sorted({0, killed.changes // 2, killed.changes - 2, killed.changes - 1})


def test_a_killed_store_has_all_that_is_in_its_log(killed: Killed, apart: Path) -> None:
    assert opened(killed, apart, lambda _: None) == killed.changes


@pytest.mark.parametrize("field", FIELDS)
def test_a_bit_in_a_frame_costs_at_most_the_last_change(killed: Killed, apart: Path, field: str) -> None:
    for number in transactions(killed):
        for frame in (killed.ends[number], killed.ends[number + 1] - 1):
            at = HEADER + frame * FRAME + FIELDS[field]
            left = opened(killed, apart, lambda log, at=at: flip(log, at, 0x10))  # type: ignore[misc]
            assert left in ((None, killed.changes - 1) if number == killed.changes - 1 else (None,))


@pytest.mark.parametrize("at", range(HEADER))
def test_a_bit_in_the_header_of_the_log_is_told(killed: Killed, apart: Path, at: int) -> None:
    assert opened(killed, apart, lambda log: flip(log, at)) is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_bit_anywhere_costs_at_most_the_last_change(long_killed: Killed, apart: Path, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(long_killed.log) - 1))
    bit = data.draw(st.integers(0, 7))
    left = opened(long_killed, apart, lambda log: flip(log, at, 1 << bit))
    assert left is None or left >= long_killed.changes - 1


def test_an_end_that_is_not_to_be_read_any_more_is_found_by_the_pages(long_killed: Killed, apart: Path) -> None:
    """The end of a transaction is a number that one bit can make nought, where it is a power of two."""
    at = HEADER + (long_killed.ends[-2] - 1) * FRAME + FIELDS["size"]

    def damage(log: Path) -> None:
        content = bytearray(log.read_bytes())
        content[at : at + 4] = bytes(4)
        log.write_bytes(content)

    assert opened(long_killed, apart, damage) is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_torn_end_leaves_all_that_is_before_it(long_killed: Killed, apart: Path, data: st.DataObject) -> None:
    """So a power cut leaves it: without an index, or with one that was never longer than the log."""
    keep = data.draw(st.integers(0, len(long_killed.log)))
    left = opened(long_killed, apart, alone(lambda log: log.write_bytes(long_killed.log[:keep])))
    whole = sum(HEADER + end * FRAME <= keep for end in long_killed.ends[1:])
    assert left == whole


@pytest.mark.parametrize("how", ["nought", "of before"])
def test_a_last_change_of_which_only_the_end_was_written_is_no_damage(
    long_killed: Killed, apart: Path, how: str
) -> None:
    """A disk may write the frames of a transaction in any order; nobody was told that it was durable."""
    frame = HEADER + long_killed.ends[-2] * FRAME
    other = bytes(FRAME) if how == "nought" else (7).to_bytes(4) + (7).to_bytes(4) + b"anders!!" + bytes(FRAME - 16)
    torn = long_killed.log[:frame] + other + long_killed.log[frame + FRAME :]
    left = opened(long_killed, apart, alone(lambda log: log.write_bytes(torn)))
    assert left == long_killed.changes - 1


def test_frames_of_before_the_log_was_begun_anew_are_no_damage(tmp_path: Path, apart: Path) -> None:
    killed = killed_after(tmp_path, 0, emptied)
    frames = len(killed.log) // FRAME
    salts = {killed.log[HEADER + one * FRAME + 8 :][:8] for one in range(frames)}
    assert len(salts) > 1
    assert opened(killed, apart, lambda _: None) == 30
    assert opened(killed, apart, lambda log: flip(log, HEADER + 100)) is None

    def of_before(log: Path) -> None:
        """Only the header was begun anew when the power was cut."""
        content, now = log.read_bytes(), killed.log[16:24]
        old = next(at for at in range(HEADER, len(content), FRAME) if content[at + 8 : at + 16] != now)
        log.write_bytes(content[:HEADER] + content[old:])

    assert opened(killed, apart, alone(of_before)) == 30


def given_up(vault: FolderVault) -> None:
    """Give up a change that was so large that some of it stood in the log already."""
    with vault._opened()._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA cache_size=5")
        for number in range(200):
            connection.exec_driver_sql("INSERT INTO setting VALUES (?, ?)", (f"n{number}", "x" * 3000))
        connection.rollback()
        connection.exec_driver_sql("PRAGMA cache_size=-65536")


def test_what_is_left_of_a_change_that_was_given_up_is_no_damage(tmp_path: Path, apart: Path) -> None:
    killed = killed_after(tmp_path, 3, given_up)
    assert killed.ends[0] > 100
    assert opened(killed, apart, lambda _: None) == 3


def test_a_long_log_is_looked_at_within_a_moment(tmp_path: Path) -> None:
    """Four million bytes of which the library accepts nothing: it cannot take longer."""
    header = struct.pack(">4I8s", 0x377F0682, 3007000, 4096, 0, b"12345678")
    frame = struct.pack(">2I8s", 1, 0, b"12345678") + bytes(FRAME - 16)
    log = tmp_path / "log"
    log.write_bytes(header + struct.pack(">2I", *_sums(header, "<")) + frame * 1000)
    assert quickest(lambda: _goes_on(log, 0, 4096, 10)) < 0.010


def test_the_check_tells_it(long_killed: Killed, apart: Path) -> None:
    for damage in (lambda log: flip(log, HEADER + 5 * FRAME), Path.unlink):
        opened(long_killed, apart, damage)
        found = control(apart, lambda: PASSWORD, lambda _: None)
        assert "store.db-wal" in " ".join(str(fault) for one in found.findings for fault in one.faults)


def test_a_backup_can_be_put_back_and_the_log_is_kept(long_killed: Killed, apart: Path) -> None:
    shutil.copytree(long_killed.folder, apart)
    vault = FolderVault(apart, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    made = vault.back_up()
    vault.lock()
    assert made
    for name in ("store.db", "store.db-wal", "store.db-shm", "journal.anchor"):
        shutil.copy(long_killed.folder / name, apart / name)
    flip(apart / "store.db-wal", HEADER + 5 * FRAME)
    broken = (apart / "store.db-wal").read_bytes()
    for _ in range(2):
        with pytest.raises(DamagedStore):
            vault.unlock(PASSWORD)
    assert (apart / "store.db-wal").read_bytes() == broken
    assert vault.examine(made.id, PASSWORD).newer_lines is None
    vault.restore(made.id, PASSWORD)
    with vault.work() as work:
        told = work.journal.entries(limit=1000)
    assert sum(one.action == NOTE for one in told) == long_killed.changes
    assert "niet helemaal te lezen" in next(one.detail for one in told if one.action == "store.restored")
    vault.lock()
    assert broken in [path.read_bytes() for path in apart.parent.rglob("store.db-wal")]
