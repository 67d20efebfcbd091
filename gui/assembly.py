# SPDX-License-Identifier: EUPL-1.2
"""What `main.py` hands to the window. What is heavy is a callable: imported when it is first called, in a lane."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from gui.settings.preferences import Preferences, forget

if TYPE_CHECKING:
    from assessment.catalogue.catalogue import Catalogue
    from assessment.dossier.dossier import Dossier
    from assessment.outcome import Assessment
    from assessment.package import Package
    from assessment.ports import Vault, WritePdf


StartFresh = Callable[[str], bool]
"""Starts the program anew, with its window as `view_of` (gui/shell/view.py) says, and says whether it is there."""


class PagePicture(Protocol):
    """One page of a PDF as a picture: four bytes per point (red, green, blue, opacity), row after row."""

    width: int
    height: int
    rgba: bytes


@dataclass(frozen=True, slots=True)
class Parts:
    """The real things behind the window.

    `open_vault` gives the store (not yet unlocked) and is called once, on the store lane; so are all calls on the
    vault but those that make backups. `load_catalogue()` gives the newest, with a date that of an older dossier.
    `start_fresh` takes the place of this process at a lock; it is called on the store lane and may take seconds.
    `make_ready` imports what opening the store needs; it is called once, on a lane, while the password is typed.
    `pages(pdf, width)` draws the pages of a PDF `width` points wide. `examples` gives the worked dossiers.
    `write_package(path, package)` gives the code that opens it; `read_package(path, code)` opens one.
    """

    open_vault: Callable[[], Vault]
    load_catalogue: Callable[..., Catalogue]
    assess: Callable[[Dossier, Catalogue], Assessment]
    write_pdf: WritePdf
    pages: Callable[[bytes, int], Iterable[PagePicture]]
    examples: Callable[[Catalogue], tuple[Dossier, ...]]
    write_package: Callable[[Path, Package], str]
    read_package: Callable[[Path, str], Package]
    today: Callable[[], date]
    now: Callable[[], datetime]
    preferences: Preferences = Preferences()
    keep_preferences: Callable[[Preferences], None] = forget
    start_fresh: StartFresh | None = None
    make_ready: Callable[[], object] = lambda: None
