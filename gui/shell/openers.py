# SPDX-License-Identifier: EUPL-1.2
"""How each sheet that lies over a room is opened again after a lock; who shows it, says how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from gui.lane import Lane

Show = Callable[[str, Any], object]
Look = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """A sheet: what its drafts are kept under (`rule:new`), and the dossier that it is about, or nothing."""

    about: str
    dossier: str


def _as_it_is(dossier: str) -> str:
    return dossier


def _pass_over(_what: str, _found: object) -> None:
    """Open nothing: a sheet without a name asks for a password, or shows a secret."""


def _nothing() -> None:
    """Only wait for one's turn."""


class Openers:
    """By the name of a sheet, as far as the colon; `open_sheet` gives the one that is open."""

    def __init__(self, open_sheet: Callable[[], object]) -> None:
        self._open_sheet = open_sheet
        self._there: dict[str, tuple[Show, Look]] = {}

    def register(self, name: str, show: Show, look: Look = _as_it_is) -> None:
        """Take in how a sheet is opened as a click would; `show` passes over what is gone or not allowed any more.

        It gets what stands behind the colon, and what `look` found of the dossier on the store lane.
        """
        self._there[name] = (show, look)

    def open(self, store: Lane, asked: Asked, is_here: Callable[[], bool], then: Callable[[], object]) -> None:
        """Open a sheet once all that was asked of the store is there; one that is open by then, stays.

        `then` follows when its drafts are in it, or when there is no such sheet. Neither happens unless `is_here`.
        """
        name, _, what = asked.about.partition(":")
        show, look = self._there.get(name, (_pass_over, _as_it_is))

        def on_found(found: Any) -> None:
            if is_here() and self._open_sheet() is None:
                show(what, found)
            store.run(_nothing, lambda _: then() if is_here() else None)

        store.run(lambda: look(asked.dossier), on_found)
