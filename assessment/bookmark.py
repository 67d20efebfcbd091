# SPDX-License-Identifier: EUPL-1.2
"""Where somebody was when the store was locked, so that the work goes on there after it was opened."""

from __future__ import annotations

from dataclasses import dataclass, replace

LONGEST = 200
"""Signs of each word: what is longer is no name of ours."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in the program, and the field that had the keyboard.

    `dossier` is the store's own name for it, or empty; `step` that of its step. `about` is what lay over the step or
    was unfolded there: the id of a record or a question. `field` is the name that is read out, `nth` counts the fields
    of the same name before it, `caret` the signs before the cursor. `beginning` says that a new dossier was begun.
    """

    dossier: str = ""
    step: str = ""
    about: str = ""
    field: str = ""
    nth: int = 0
    caret: int = 0
    beginning: bool = False

    def bounded(self) -> Bookmark:
        """Give the same, no longer than it may be kept."""
        short = {name: getattr(self, name)[:LONGEST] for name in ("dossier", "step", "about", "field")}
        return replace(self, **short)
