# SPDX-License-Identifier: EUPL-1.2
"""What each of the nine steps of a dossier is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.errors import Hindrance
from assessment.found import Asked, Elsewhere
from assessment.outcome import Assessment
from assessment.telling.block import Document
from gui.dossier.attaching import Attaching
from gui.lane import Lane
from gui.parts.field import Field
from gui.parts.page_frame import WIDEST, PageFrame
from gui.parts.side_sheet import SideSheet, drafts_of

Answer = Callable[[tuple[Elsewhere, ...]], None]


@dataclass(frozen=True, slots=True)
class Tools:
    """What a step may use beside the dossier.

    `write_pdf(document)` and `pages(pdf, width)` (pictures with width, height, rgba) are slow: run them on `paper`.
    `note_export(assessment, purpose)` writes in the journal that an advice left the store, on the store lane.
    `note_view(item)` writes there that an item of closed information was shown.
    `ask_elsewhere(asked, reason, then, hindered)` looks in the other dossiers, journalled;
    `open_elsewhere(dossier, step, place)` leaves this one for another.
    `attachments` are those of this dossier; without them no part of a page is about attachments.
    `today` is the day on this machine, `user` who has the store open and `me` their id, `taken` the references of the
    other dossiers.
    """

    today: Callable[[], date]
    write_pdf: Callable[[Document], bytes]
    pages: Callable[[bytes, int], Iterable[Any]]
    paper: Lane
    note_export: Callable[[Assessment, str], None]
    note_view: Callable[[str], None]
    user: str = ""
    taken: Collection[str] = ()
    ask_elsewhere: Callable[[Asked, str, Answer, Callable[[Hindrance], None]], None] = lambda *_: None
    open_elsewhere: Callable[[str, str, str], None] = lambda *_: None
    attachments: Attaching | None = None
    me: str = ""


class StepPage(PageFrame):
    """One step of the walk.

    Subclasses override `show_dossier`, read `self.dossier`, `self.assessment` and `self.catalogue`, and call
    `self.change(new_dossier, label)` and `self.open_sheet(sheet, about)`. `self.tools` is there before the first show.
    `assessment` is None until the first one was computed, and lags a moment behind the dossier afterwards.
    """

    changed = Signal(object, str)
    """A new dossier, and in Dutch what was done ("Feit gewijzigd"): the words of undo."""
    drafted = Signal(str, str)
    """Where half-typed text belongs (`f7.committed`) and the text; an empty text forgets it."""
    sheet_asked = Signal(object)
    """A SideSheet that is to lie over the panel."""
    wide_sheet_asked = Signal(object)
    """A SideSheet that is to lie over the whole page, and over a sheet that is open."""
    step_asked = Signal(str)
    """Another place in the dossier: the id of a step, a record or a question."""

    def __init__(self, title: str, intro: str = "", *, widest: int = WIDEST) -> None:
        super().__init__(title, intro, widest=widest)
        self.dossier: Dossier | None = None
        self.assessment: Assessment | None = None
        self.catalogue: Catalogue | None = None
        self.drafts: dict[str, str] = {}
        self.tools: Tools | None = None

    def show_state(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> None:
        """Show what is recorded and concluded now; called after each change and when the step is entered."""
        self.dossier, self.assessment, self.catalogue = dossier, assessment, catalogue
        self.show_dossier(dossier, assessment, catalogue)

    def show_dossier(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> None:
        """Show the values; each step says how. Fields get `set_value`, tables `show_records`."""
        raise NotImplementedError

    def go_to(self, place: str) -> bool:
        """Put the user at a record, question or field of this step; says whether it is here."""
        return place == ""

    def where(self) -> str:
        """Say which question or part is unfolded on this step, where `go_to` leads back to; mostly none."""
        return ""

    def reopen(self, about: str) -> None:
        """Open again what was open before a lock: the sheet about this, or the part that was unfolded."""
        opener = self.openers().get(about)
        if opener is None:
            self.go_to(about)
        else:
            opener()

    def openers(self) -> dict[str, Callable[[], object]]:
        """Give what opens each sheet that `go_to` does not lead to, by what it is about."""
        return {}

    def change(self, dossier: Dossier, label: str) -> None:
        """Hand on a changed dossier."""
        self.dossier = dossier
        self.changed.emit(dossier, label)

    def open_sheet(self, sheet: SideSheet, about: str = "") -> None:
        """Lay a sheet over the panel. With the id of its record, half-typed text is kept and brought back."""
        sheet.about = about
        if about:
            sheet.drafted.connect(lambda attr, text: self.drafted.emit(f"{about}.{attr}", text))
            sheet.restore(drafts_of(self.drafts, about))
        self.sheet_asked.emit(sheet)

    def flush(self) -> None:
        """Hand on all that was typed and is still waiting."""
        for field in self.findChildren(Field):
            field.flush()
