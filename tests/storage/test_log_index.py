# SPDX-License-Identifier: EUPL-1.2
"""What the index beside a log tells of what was durable, and what it does not."""

import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessment.errors import DamagedStore
from storage.control import control
from storage.log_damage import _are_several, _Frame, _sums
from storage.vault import FolderVault
from tests.storage.killed_logs import FRAME, HEADER, Killed, alone, emptied, killed_after, opened
from tests.storage.stores import CHEAP, PASSWORD, Clock


def index(frames: int, salts: bytes, changes: int = 7) -> bytes:
    """Make an index that fits itself."""
    said = struct.pack("=3I2BH4I8s", 3007000, 0, changes, 1, 0, 4096, frames, 9, 0, 0, salts)
    said += struct.pack("=2I", *_sums(said, "="))
    return said * 2 + bytes(32768 - 2 * len(said))


def test_a_log_that_is_gone_is_told_while_its_index_is_there(long_killed: Killed, apart: Path) -> None:
    assert opened(long_killed, apart, lambda log: log.unlink()) is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_log_that_was_cut_short_is_told_while_its_index_is_there(
    long_killed: Killed, apart: Path, data: st.DataObject
) -> None:
    keep = data.draw(st.integers(1, HEADER) | st.integers(1, len(long_killed.log) - 1))
    assert opened(long_killed, apart, lambda log: log.write_bytes(long_killed.log[:keep])) is None


@pytest.mark.parametrize("keep", [1, HEADER - 1, HEADER, HEADER + FRAME, -FRAME, -1])
def test_a_log_that_was_cut_short_is_told_each_time(long_killed: Killed, apart: Path, keep: int) -> None:
    """To look at a log makes its index anew: what it said is put back."""
    opened(long_killed, apart, lambda log: log.write_bytes(long_killed.log[:keep]))
    vault = FolderVault(apart, Clock(), CHEAP)
    for _ in range(2):
        with pytest.raises(DamagedStore):
            vault.unlock(PASSWORD)
    found = control(apart, lambda: PASSWORD, lambda _: None)
    assert "store.db-wal" in " ".join(str(fault) for one in found.findings for fault in one.faults)


def test_a_log_that_was_emptied_is_no_damage_to_its_index(long_killed: Killed, apart: Path) -> None:
    """After a power cut the index may be of before the log was emptied; the anchor tells it when it was not so."""
    assert opened(long_killed, apart, lambda log: log.write_bytes(b"")) == 0


def test_an_index_of_before_the_log_was_begun_anew_tells_nothing(tmp_path: Path, apart: Path) -> None:
    killed = killed_after(tmp_path, 0, emptied)

    def of_before(log: Path) -> None:
        """Salts and frames of another log, in an index that fits itself."""
        log.with_name("store.db-shm").write_bytes(index(frames=1000, salts=b"anders!!"))

    assert opened(killed, apart, of_before) == 30


def test_frames_of_changes_that_failed_are_no_damage_while_the_index_is_there(long_killed: Killed, apart: Path) -> None:
    """What a disk refused stays behind the log: of a long change the end, behind a shorter one of later."""
    salts, frames = long_killed.log[16:24], len(long_killed.log) // FRAME
    left = [(8, 0), (9, 90), (4, 0), (5, 0), (6, 90)]
    assert _are_several(_Frame(page, end, 1, 2) for page, end in left)
    written = b"".join(struct.pack(">2I", *one) + salts + bytes(FRAME - 16) for one in left)

    def failed(log: Path) -> None:
        log.write_bytes(long_killed.log + written)

    def counted_anew(log: Path) -> None:
        failed(log)
        log.with_name("store.db-shm").write_bytes(index(frames=frames, salts=salts, changes=0))

    assert opened(long_killed, apart, failed) == long_killed.changes
    assert opened(long_killed, apart, alone(failed)) is None
    assert opened(long_killed, apart, counted_anew) is None
