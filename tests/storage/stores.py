# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the store share: a clock, a cheap cost, a few dossiers, and a look at the bytes of a folder."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from assessment.dates import When
from assessment.dossier.answer import Answer
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.dossier.party import Organisation, Person
from assessment.exchange import dossier_from_wire, parse_json
from assessment.ports import DossierId, Summary
from storage.keys.cost import MIB, Cost
from storage.vault import FolderVault
from tests.benchmarks.measuring import times

CHEAP = Cost(8 * MIB, 1, 1)
PASSWORD = "een lang genoeg wachtwoord"

ROOT = Path(__file__).parents[2]
FILES = tuple(
    sorted(
        path
        for folder in (ROOT / "resources" / "examples", ROOT / "tests" / "scenarios")
        for path in folder.glob("*.json")
        if not path.name.endswith(".expected.json")
    )
)


class Clock:
    """A clock that moves one second at each look."""

    def __init__(self) -> None:
        self.at = datetime(2026, 6, 2, 10, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def dossier_of(path: Path) -> Dossier:
    """Read a worked dossier, or the one in a scenario."""
    raw = parse_json(path.read_bytes())
    return dossier_from_wire(raw.get("dossier", raw))


def small(reference: str = "BIB-2026-0001") -> Dossier:
    """A dossier with records of several kinds."""
    return Dossier(
        reference=reference,
        catalogue="2026-01-01",
        assessed_on=date(2026, 6, 2),
        subject=("p1",),
        parties=(Person("p1", "Daan Fictema"), Organisation("p2", "Verzonnen Vink Horeca B.V.")),
        answers=(Answer("IDA-05", "ja", note="gezien bij de balie"),),
        events=(Event(EventKind.APPLICATION_RECEIVED, When(2026, 1, 26)),),
    )


def summary(dossier: Dossier) -> Summary:
    received = date(2026, 1, 26)
    return Summary(dossier.reference, "café", "Daan Fictema", ("ALC",), "Fictenveen", received, None, "parties")


def add(vault: FolderVault, dossier: Dossier) -> DossierId:
    with vault.work() as work:
        id_ = work.dossiers.add(dossier, summary(dossier))
        work.commit()
    return id_


def keep(vault: FolderVault, id_: DossierId, dossier: Dossier) -> None:
    with vault.work() as work:
        work.dossiers.keep(id_, dossier, summary(dossier))
        work.commit()


def fill(vault: FolderVault, count: int) -> None:
    """Put so many small dossiers on the shelf at once, numbered from nought."""
    with vault.work() as work:
        for number in range(count):
            dossier = renamed(small(), f"BIB-2026-{number:04d}")
            work.dossiers.add(dossier, summary(dossier))
        work.commit()


def get(vault: FolderVault, id_: DossierId) -> Dossier:
    with vault.work() as work:
        return work.dossiers.get(id_)


def answered(dossier: Dossier, question: str, value: str) -> Dossier:
    return dossier.with_answer(Answer(question, value))


def renamed(dossier: Dossier, reference: str) -> Dossier:
    return replace(dossier, reference=reference)


def bytes_of(folder: Path) -> dict[str, bytes]:
    """Everything in a folder, by name."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def flip(path: Path, offset: int, bits: int = 1) -> None:
    """Change one byte of a file."""
    content = bytearray(path.read_bytes())
    content[offset] ^= bits
    path.write_bytes(content)


def quickest(action: Callable[[], object], count: int = 5) -> float:
    """Give the shortest of some runs: other work on the machine only makes it longer."""
    return times(action, count)[0]
