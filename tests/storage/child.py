# SPDX-License-Identifier: EUPL-1.2
"""What another process does with a store, to be killed or waited for by the tests. Run with: child.py ACTION FOLDER."""

import sys
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from assessment.errors import StoreInUse
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


if __name__ == "__main__":
    {"keep": keep_on, "hold": hold, "half": make_half, "example": show_example}[sys.argv[1]](Path(sys.argv[2]))
