# SPDX-License-Identifier: EUPL-1.2
"""A large attachment against the bare copying of it, encrypted; flat memory; and saving that does not know its size."""

import os
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlalchemy import insert

import main
from assessment.dossier.answer import Answer
from assessment.ports import DossierId
from assessment.services.dossiers import open_, record
from storage import tables
from storage.vault import FolderVault
from tests.benchmarks.measuring import tell, times
from tests.storage.stores import CHEAP, FILES, Clock, add, dossier_of

pytestmark = pytest.mark.benchmark

MB = 1024 * 1024
RATIO = 2
"""Times the bare copying of the same file, encrypted with the same cipher (the bar for 50 MB)."""
FLAT = 4 * MB
"""Bytes by which taking in a large file may take more memory than a small one."""
NOTICEABLE = 1.5
"""Times that saving may take with 2 GB of attachments beside it; what is left is noise of the disk."""
LARGE = 100
"""Attachments of 20 MB each."""


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[FolderVault]:
    made = FolderVault(tmp_path / "kluis", Clock(), CHEAP)
    made.create("Ada Voorbeeld", "een lang genoeg wachtwoord")
    yield made
    made.lock()


def made_file(folder: Path, size: int) -> Path:
    path = folder / f"stuk-{size}.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7")
        for _ in range(size // MB):
            file.write(os.urandom(MB))
    return path


def take_in(vault: FolderVault, path: Path) -> None:
    taken = vault.attachments.take_in(str(path), lambda _done, _size: None, lambda: False)
    assert taken is not None
    vault.attachments.let_go(taken)


def copy(path: Path, target: Path) -> None:
    """The same cipher, the same chunks, and as durable: nothing else."""
    cipher = AESGCM(os.urandom(32))
    with path.open("rb") as reading, target.open("wb") as writing:
        number = 0
        while piece := reading.read(MB):
            writing.write(cipher.encrypt(number.to_bytes(12), piece, b""))
            number += 1
        writing.flush()
        os.fsync(writing.fileno())
    target.unlink()


def test_fifty_megabytes_cost_no_more_than_twice_the_copying(vault: FolderVault, tmp_path: Path) -> None:
    path = made_file(tmp_path, 50 * MB)
    ours, bare = [], []
    for _ in range(20):  # by turns, so that both meet the same disk
        ours += times(lambda: take_in(vault, path), 1)
        bare += times(lambda: copy(path, tmp_path / "kopie"), 1)
    tell("attachment of 50 MB", ours=min(ours), bare=min(bare), ratio=min(ours) / min(bare))
    assert min(ours) < RATIO * min(bare)


def test_the_memory_stays_flat(vault: FolderVault, tmp_path: Path) -> None:
    peaks = {}
    take_in(vault, made_file(tmp_path, MB))  # what is imported on first use does not count
    for size in (5 * MB, 200 * MB):
        path = made_file(tmp_path, size)
        tracemalloc.start()
        take_in(vault, path)
        peaks[size] = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    print(f"\npeak of memory: {', '.join(f'{size // MB} MB: {peak / MB:.1f} MB' for size, peak in peaks.items())}")  # noqa: T201 - shown with -s
    assert peaks[200 * MB] < peaks[5 * MB] + FLAT


def name_large(vault: FolderVault, dossier: DossierId) -> None:
    """Let rows stand for 2 GB of attachments: their files are never asked for when a dossier is saved."""
    with vault._opened()._engine.begin() as connection:
        number = connection.scalar(tables.dossier.select().with_only_columns(tables.dossier.c.number))
        for at in range(LARGE):
            connection.execute(insert(tables.attachment).values(
                id=f"a{at}", dossier=number, owner="document/d1", name=f"stuk {at}.pdf", kind="pdf", size=20 * MB,
                digest=os.urandom(32), file=f"{at:032x}", key=os.urandom(32), added_at=datetime.now(UTC), added_by="x",
            ))  # fmt: skip
    with vault.work() as work:
        assert len(work.attachments.of(dossier)) == LARGE


def test_saving_does_not_depend_on_their_size(vault: FolderVault) -> None:
    id_ = add(vault, dossier_of(FILES[0]))
    dossier, catalogue, turns = open_(vault.work(), id_), main.catalogue(), iter(range(1000))

    def keep() -> None:
        record(vault.work(), id_, dossier.with_answer(Answer("IDA-05", "ja", note=f"{next(turns)}")), catalogue)

    times(keep, 10)
    without = times(keep, 30)
    name_large(vault, id_)
    beside = times(keep, 30)
    tell("answer to disk", without=without[0], beside_2_gb=beside[0], ratio=beside[0] / without[0])
    assert beside[0] < NOTICEABLE * without[0]
