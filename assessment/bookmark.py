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
    `room` is where one was outside a dossier. `sheet` is what lay over that room, or over all of it: the name that its
    drafts are kept under; `of` is the dossier that it is about, or empty.
    """

    dossier: str = ""
    step: str = ""
    about: str = ""
    field: str = ""
    nth: int = 0
    caret: int = 0
    beginning: bool = False
    room: str = ""
    sheet: str = ""
    of: str = ""

    def bounded(self) -> Bookmark:
        """Give the same, no longer than it may be kept."""
        words = ("dossier", "step", "about", "field", "room", "sheet", "of")
        return replace(self, **{name: getattr(self, name)[:LONGEST] for name in words})

    def without(self, gone: str) -> Bookmark:
        """Give the same, without all that is about a dossier that is gone."""
        left = self
        if left.of == gone:
            left = replace(left, sheet="", of="", field="", nth=0, caret=0)
        if left.dossier == gone:
            left = replace(left, dossier="", step="", about="", field="", nth=0, caret=0)
        return left
