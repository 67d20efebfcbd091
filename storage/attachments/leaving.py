# SPDX-License-Identifier: EUPL-1.2
"""Writing an attachment in clear where the officer chose: on purpose, and nowhere else.

It stands beside the chosen place until all of it was found genuine; what stood there before stays whole until then.
"""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from assessment.errors import FileOutOfReach
from storage.owned import TEMPORARY, make_file, move, sync_folder

_WHY: Final = {
    errno.ENOSPC: "de schijf is vol.", errno.EDQUOT: "de schijf is vol.", errno.EFBIG: "de schijf is vol.",
    errno.EACCES: "u hebt hier geen rechten. Kies een andere plaats.",
    errno.EPERM: "u hebt hier geen rechten. Kies een andere plaats.",
    errno.EROFS: "hier mag niet worden geschreven. Kies een andere plaats.",
    errno.ENOENT: "deze map bestaat niet meer. Kies een andere plaats.",
    errno.EISDIR: "dit is een map. Kies een bestandsnaam.",
}  # fmt: skip
_OTHER: Final = "op deze plaats is het niet te bewaren. Kies een andere plaats."


def write_in_clear(target: Path, pieces: Iterable[bytes], step: Callable[[int], object]) -> None:
    """Write the pieces whole or not at all, for the owner alone; raises FileOutOfReach and what `pieces` raises."""
    beside, done = target.with_name(f".{secrets.token_hex(8)}{TEMPORARY}"), 0
    coming = iter(pieces)
    try:
        _told(target, make_file, beside)
        with beside.open("wb") as file:
            while piece := next(coming, b""):
                _told(target, file.write, piece)
                done += len(piece)
                step(done)
            _told(target, file.flush)
            _told(target, os.fsync, file.fileno())
        _told(target, move, beside, target)
        _told(target, sync_folder, target.parent)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _told(target: Path, action: Callable[..., object], *arguments: object) -> None:
    """Do something with the chosen place; what goes wrong is told of that place and not of the store."""
    try:
        action(*arguments)
    except OSError as error:
        raise FileOutOfReach(target.name, _WHY.get(error.errno or 0, _OTHER)) from error
