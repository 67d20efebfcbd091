# SPDX-License-Identifier: EUPL-1.2
"""The cost of a guess is chosen for this machine and never run beyond its limits."""

import math
from pathlib import Path
from typing import NoReturn

import pytest

from storage.keys.cost import FLOOR, LADDER, MIB, Cost, calibrate
from storage.keys.derive import seconds_for
from storage.vault import FolderVault
from tests.storage.stores import PASSWORD, Clock


@pytest.mark.parametrize(
    ("seconds", "chosen"),
    [((1.3,), LADDER[0]), ((1.31, 1.0), LADDER[1]), ((3.0, 1.5), FLOOR), ((math.inf, math.inf), FLOOR)],
)
def test_the_heaviest_that_is_quick_enough_is_chosen(seconds: tuple[float, ...], chosen: Cost) -> None:
    measured = iter(seconds)
    assert calibrate(lambda _cost: next(measured)) == chosen
    assert next(measured, None) is None


def test_nothing_below_the_floor_is_chosen() -> None:
    assert Cost(64 * MIB, 3, 4) == FLOOR
    assert all((cost.memory, cost.passes, cost.lanes) >= (FLOOR.memory, 3, 4) for cost in LADDER)


@pytest.mark.parametrize(
    "cost",
    [
        Cost(1024 * MIB + 1, 1, 1), Cost(8 * MIB, 21, 1), Cost(8 * MIB, 1, 17), Cost(7, 1, 1), Cost(127, 1, 16),
        Cost(8, 0, 1), Cost(8, 1, 0), Cost(-8, 1, 1),
    ],
)  # fmt: skip
def test_what_is_out_of_bounds_is_not_run(cost: Cost) -> None:
    assert not cost.is_within_limits()


def test_the_bounds_themselves_may_be_run() -> None:
    assert Cost(1024 * MIB, 20, 16).is_within_limits()
    assert Cost(8, 1, 1).is_within_limits()


def test_a_run_takes_time() -> None:
    assert 0 < seconds_for(Cost(8 * MIB, 1, 1)) < math.inf


def test_a_new_password_costs_what_the_old_one_did_and_nothing_is_measured(
    locked: FolderVault, folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def measured(_: object) -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr("storage.vault.calibrate", measured)
    vault = FolderVault(folder, clock)
    vault.unlock(PASSWORD)
    vault.change_password(PASSWORD, "een nieuw wachtwoord")
    vault.renew_recovery_key("een nieuw wachtwoord")
    vault.lock()
    locked.unlock("een nieuw wachtwoord")
