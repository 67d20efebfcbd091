# SPDX-License-Identifier: EUPL-1.2
"""A dossier from a colleague is shown before it is taken over; taking it over twice is taking it over once."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assessment.package import Arrival, Package
from assessment.services import handover
from assessment.services.dossiers import add, begin, find, open_
from assessment.services.handover import note_given, preview, take_over
from storage.vault import FolderVault
from tests.assessment.catalogue.shipped import catalogue
from tests.storage.stores import CHEAP, PASSWORD, Clock, small

AT = datetime(2026, 6, 2, 10, 0, tzinfo=UTC)
CATALOGUE = catalogue()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[FolderVault]:
    vault = FolderVault(tmp_path / "kluis", Clock(), CHEAP)
    vault.create("Ada Voorbeeld", PASSWORD)
    yield vault
    vault.lock()


def package(reference: str = "BIB-2026-0001") -> Package:
    return Package(small(reference), "Daan Fictema", AT)


def actions(vault: FolderVault) -> list[str]:
    with vault.work() as work:
        return [one.action for one in work.journal.entries(limit=50)]


def test_one_that_is_not_here_is_added(vault: FolderVault) -> None:
    shown = preview(vault.work(), package())
    assert (shown.arrival, shown.here) == (Arrival.NEW, None)
    assert find(vault.work()) == ()
    id_ = take_over(vault.work(), shown, CATALOGUE)
    assert open_(vault.work(), id_) == small()
    assert handover.TAKEN in actions(vault)


def test_taking_it_over_twice_is_once(vault: FolderVault) -> None:
    first = take_over(vault.work(), preview(vault.work(), package()), CATALOGUE)
    again = preview(vault.work(), package())
    assert again.arrival is Arrival.SAME
    assert take_over(vault.work(), again, CATALOGUE) == first
    assert len(find(vault.work())) == 1
    assert actions(vault).count(handover.TAKEN) == 1


def test_one_that_says_something_else_is_told_block_by_block(vault: FolderVault) -> None:
    here = add(vault.work(), replace(small(), answers=(), subject=()), CATALOGUE)
    shown = preview(vault.work(), package())
    assert (shown.arrival, shown.here, shown.differing) == (Arrival.OTHER, here, ("answers", "subject"))
    assert take_over(vault.work(), shown, CATALOGUE) == here
    assert open_(vault.work(), here) == small()


def test_one_that_was_taken_away_meanwhile_is_not_brought_back(vault: FolderVault) -> None:
    here = add(vault.work(), replace(small(), answers=()), CATALOGUE)
    shown = preview(vault.work(), package())
    with vault.work() as work:
        work.destroyed.remove(here)
        work.commit()
    with pytest.raises(KeyError):
        take_over(vault.work(), shown, CATALOGUE)


def test_handing_over_is_noted_with_its_purpose(vault: FolderVault) -> None:
    dossier = begin("BIB-2026-0009", AT.date(), CATALOGUE, small().authority, small().application)
    id_ = add(vault.work(), dossier, CATALOGUE)
    note_given(vault.work(), id_, "vakantie")
    with vault.work() as work:
        assert [one.action for one in work.journal.entries(id_, limit=1)] == [handover.GIVEN]
