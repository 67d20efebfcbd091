# SPDX-License-Identifier: EUPL-1.2
"""Where the encrypted files stand: `files/<ab>/<name>.bin`, under names drawn by chance."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from assessment.errors import DamagedStore
from storage.owned import TEMPORARY, make_folder, sync_folder

PART: Final = "bijlagen"
"""How the attachments are called where a fault is told."""

_ENDING: Final = ".bin"
_NAME: Final = re.compile(r"[0-9a-f]{32}", re.ASCII)


def new_name() -> str:
    """Draw a name that nobody has."""
    return secrets.token_hex(16)


def path_of(folder: Path, name: str) -> Path:
    """Give the place of a file; a name from a row that is none of ours leads nowhere. Raises DamagedStore."""
    if not _NAME.fullmatch(name):
        raise DamagedStore(PART)
    return folder / name[:2] / f"{name}{_ENDING}"


def make_room(path: Path) -> None:
    """Make the folders above a file, for the owner alone; raises OSError."""
    for folder in (path.parent.parent, path.parent):
        if not folder.is_dir():
            make_folder(folder)
            sync_folder(folder.parent)


def there(folder: Path) -> Iterator[tuple[str, Path]]:
    """List what stands in the folder: the name of each file (of one that is being written too) and its place."""
    if not folder.is_dir():
        return
    for drawer in folder.iterdir():
        if drawer.is_dir() and not drawer.is_symlink():
            for one in drawer.iterdir():
                yield one.name.removesuffix(TEMPORARY).removesuffix(_ENDING), one
