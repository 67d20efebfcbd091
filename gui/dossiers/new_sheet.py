# SPDX-License-Identifier: EUPL-1.2
"""The sheet with which a dossier begins: reference, permit types, subject."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.chips import ChipPicker
from gui.parts.form import Form
from gui.parts.notice import Notice
from gui.parts.segmented import Segment, SegmentedField
from gui.parts.side_sheet import SideSheet
from gui.parts.typed_field import TextField

_NUMBERED = re.compile(r"BIB-(\d{4})-(\d{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new dossier begins with."""

    reference: str
    permit_types: tuple[str, ...]
    subject: str
    is_person: bool


def propose(references: Iterable[str], today: date) -> str:
    """Propose the reference after the highest of this year: `BIB-2026-0015`."""
    found = (_NUMBERED.fullmatch(one) for one in references)
    numbers = [int(one[2]) for one in found if one and int(one[1]) == today.year]
    return f"BIB-{today.year}-{max(numbers, default=0) + 1:04d}"


class NewSheet(SideSheet):
    """Emits `begun(Beginning)`."""

    begun = Signal(object)

    def __init__(self, catalogue: Catalogue, references: Iterable[str], today: date) -> None:
        super().__init__("Nieuw dossier")
        self._taken = frozenset(references)
        self._notice = Notice()
        self._reference = TextField(empty="")
        self._reference.load(propose(self._taken, today))
        self._permits = ChipPicker(
            choices={code: kind.name for code, kind in catalogue.permits.items()}, prompt="Kies een soort"
        )
        self._subject = TextField(empty="")
        self._kind = SegmentedField(
            segments=(Segment(True, "persoon", "P"), Segment(False, "onderneming", "O"))
        )
        self._kind.load(False)
        form = Form()
        form.add("Kenmerk", self._reference, "U kunt het zaaknummer van uw gemeente gebruiken.")
        form.add("Waarvoor is de aanvraag", self._permits)
        form.add("Naam van betrokkene", self._subject, "De aanvrager of houder (Wet Bibob art. 1).")
        form.add("Betrokkene is een", self._kind)
        self.add(self._notice)
        self.add(form)
        self._done.hide()
        self.add_foot(button("Annuleer", rank=Rank.QUIET, on_click=self.close_sheet))
        self._foot.addWidget(button("Begin het dossier", rank=Rank.PRIMARY, on_click=self._on_begin))
        self._subject.line.returnPressed.connect(self._on_begin)

    def focus_first(self) -> None:
        self._permits.setFocus()

    def flush(self) -> None:
        self._reference.flush()
        self._subject.flush()

    def _on_begin(self) -> None:
        self.flush()
        reference = str(self._reference.value())
        sentence = self._missing(reference)
        if sentence:
            self._notice.show_text(Tone.WARN, sentence)
            return
        permits = tuple(self._permits.value())
        self.begun.emit(Beginning(reference, permits, str(self._subject.value()), bool(self._kind.value())))

    def _missing(self, reference: str) -> str:
        if not reference:
            return "Vul een kenmerk in."
        if reference in self._taken:
            return f"Er is al een dossier met kenmerk {reference}. Kies een ander kenmerk."
        return "" if self._permits.value() else "Kies waarvoor de aanvraag is."
