# SPDX-License-Identifier: EUPL-1.2
"""The agenda over 10,000 dossiers: from the store to the rows of the page."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from assessment.deadline import Deadline, DeadlineKind
from assessment.services import dossiers as service
from assessment.services.agenda import agenda
from gui.shell.store_report import EVERY
from storage.vault import FolderVault
from tests.benchmarks.measuring import fixed_work, scaled, tell, times
from tests.journeys.places import CHEAP, NAME, PASSWORD
from tests.storage.stores import Clock, renamed, small, summary

pytestmark = pytest.mark.benchmark

DOSSIERS = 10_000
TODAY = date(2026, 6, 2)
MOST = 0.5
"""Seconds for the agenda."""


@pytest.fixture
def full(folder: Path) -> Iterator[FolderVault]:
    """A store with so many dossiers, each with two terms and a duty, spread over half a year."""
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.create(NAME, PASSWORD)
    with vault.work() as work:
        for number in range(DOSSIERS):
            dossier, day = renamed(small(), f"BIB-2026-{number:05d}"), TODAY + timedelta(days=number % 180 - 20)
            found = (
                Deadline(DeadlineKind.TERM, "decision", day, day),
                Deadline(DeadlineKind.TERM, "hearing", day, day),
                Deadline(DeadlineKind.DUTY, "D-33", day, day),
            )
            work.dossiers.add(dossier, replace(summary(dossier), deadlines=found))
        work.commit()
    yield vault
    vault.lock()


def test_the_agenda_of_ten_thousand_dossiers(full: FolderVault) -> None:
    found = agenda(service.find(full.work(), "", EVERY), TODAY)
    assert len(found) > DOSSIERS / 4
    taken = times(lambda: agenda(service.find(full.work(), "", EVERY), TODAY), 5)[0]
    yardstick = times(fixed_work, 5)[0]
    tell(f"agenda of {DOSSIERS} dossiers", made=taken, ratio=taken / yardstick)
    assert taken < scaled(MOST, yardstick)
