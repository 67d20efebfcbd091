# SPDX-License-Identifier: EUPL-1.2
"""What another process does with a store, to be killed or waited for by the tests.

Run with: child.py ACTION FOLDER [NUMBER].
"""

import os
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from assessment.errors import StoreInUse
from assessment.retention import Order
from assessment.users import Role, User
from storage import destroying, forgetting, opened, replacing, restoring
from storage.anchor import AnchorFile
from storage.keys import on_disk
from storage.temporary import TemporaryVault
from storage.vault import FolderVault
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, answered, get, keep, small


def say(word: object) -> None:
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def wait() -> None:
    """Wait until the test closes our standard input, or kills us."""
    sys.stdin.read()


def keep_on(folder: Path) -> None:
    """Change one dossier and add others, telling of each change after it was committed."""
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    with vault.work() as work:
        id_ = work.dossiers.find("bestendig")[0].id
    dossier = get(vault, id_)
    for number in range(len(dossier.answers), 10_000):
        dossier = answered(dossier, f"VRAAG-{number}", "tekst die langer wordt " * (number % 40))
        keep(vault, id_, dossier)
        say(number + 1)
        if number % 5 == 0:
            add(vault, small(f"BIB-{number}"))


def hold(folder: Path) -> None:
    """Open the store and hold on to it."""
    vault = FolderVault(folder, Clock(), CHEAP)
    try:
        vault.unlock(PASSWORD)
    except StoreInUse:
        say("in gebruik")
        return
    say("open")
    wait()
    vault.lock()


def make_half(folder: Path) -> None:
    """Come to a halt halfway in making a store: the clock is asked for when the first line is journalled."""

    def stopped() -> datetime:
        say("halverwege")
        wait()
        return datetime.now(UTC)

    FolderVault(folder, stopped, CHEAP).create("Ada Voorbeeld", PASSWORD)


def show_example(folder: Path) -> None:
    """Hold a temporary store."""
    vault = TemporaryVault("Ada Voorbeeld", Clock(), folder)
    add(vault, small())
    say("open")
    wait()
    vault.close()


def back_up_on(folder: Path) -> None:
    """Add dossiers and make backups, telling of each when it is there."""
    clock = Clock()
    vault = FolderVault(folder, clock, CHEAP)
    vault.unlock(PASSWORD)
    say("open")
    for number in range(10_000):
        add(vault, small(f"BIB-{number}"))
        made = vault.back_up()
        say(made.id if made else "niet")
        clock.at += timedelta(days=1)


def restore(folder: Path) -> None:
    """Put the newest good backup back, and die just before so many files or folders were copied or moved."""
    left = int(sys.argv[3])

    def dying(step: Callable[..., None]) -> Callable[..., None]:
        def one(*given: Any) -> None:
            nonlocal left
            if left == 0:
                os._exit(9)
            left -= 1
            step(*given)

        return one

    restoring.unseal_copy = dying(restoring.unseal_copy)
    restoring.copy_whole = dying(restoring.copy_whole)
    replacing.move = dying(replacing.move)
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.restore(next(one.id for one in vault.backups() if one.is_good), PASSWORD)
    say(f"over: {left}")
    vault.lock()


def destroy(folder: Path) -> None:
    """Destroy a dossier, and die just before a step."""
    step, id_ = sys.argv[3:]

    def die(*_: object) -> None:
        say(f"voor {step}")
        os._exit(9)

    for module in (destroying, forgetting):
        if hasattr(module, step):
            setattr(module, step, die)
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.unlock(PASSWORD)
    by = User("b2", "Bram Verzinsel", Role.COORDINATOR, Clock().at)
    vault.destruction.carry_out(id_, Order(by, date(2026, 6, 2)))
    say("over")


def rekey(folder: Path) -> None:
    """Give the store another key, and die before so many of the steps that change a file."""
    left = int(sys.argv[3])

    def dying(step: Callable[..., object]) -> Callable[..., object]:
        def one(*told: object) -> object:
            nonlocal left
            if left == 0:
                os._exit(9)
            left -= 1
            return step(*told)

        return one

    vault = FolderVault(folder, Clock(), CHEAP)
    vault.unlock(PASSWORD, "Ada Voorbeeld")
    say("begint")
    on_disk.write_whole = dying(on_disk.write_whole)
    opened.change_key = dying(opened.change_key)
    AnchorFile.set_ = dying(AnchorFile.set_)
    vault.people.rekey(PASSWORD)
    say("klaar")


def rekey_on(folder: Path) -> None:
    """Give the store one key after the other."""
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.unlock(PASSWORD, "Ada Voorbeeld")
    say("begint")
    while True:
        vault.people.rekey(PASSWORD)


if __name__ == "__main__":
    {
        "keep": keep_on, "hold": hold, "half": make_half, "example": show_example, "back-up": back_up_on,
        "restore": restore, "destroy": destroy, "rekey": rekey, "rekey-on": rekey_on,
    }[sys.argv[1]](Path(sys.argv[2]))  # fmt: skip
