# SPDX-License-Identifier: EUPL-1.2
"""The sheet with which a dossier begins: reference, permit types, receipt, subject; what is not said is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When
from assessment.known import NOT_KNOWN, Maybe, NotKnown
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.chips import ChipPicker
from gui.parts.date_field import DateField
from gui.parts.form import Form
from gui.parts.segmented import Segment, SegmentedField, TriField
from gui.parts.typed_field import TextField

KINDS = (Segment(True, "persoon", "P"), Segment(False, "onderneming", "O"))
_NUMBERED = re.compile(r"BIB-(\d{4})-(\d{1,6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new dossier begins with."""

    reference: str
    permit_types: tuple[str, ...]
    subject: str
    is_person: bool
    received_on: Maybe[When] = NOT_KNOWN
    existing: bool | NotKnown = NOT_KNOWN


def propose(references: Iterable[str], today: date) -> str:
    """Propose the reference after the highest of this year: `BIB-2026-0015`."""
    found = (_NUMBERED.fullmatch(one) for one in references)
    numbers = [int(one[2]) for one in found if one and int(one[1]) == today.year]
    return f"BIB-{today.year}-{max(numbers, default=0) + 1:04d}"


class NewSheet(AskingSheet):
    """Emits `begun(Beginning)`; until then what was filled in is a draft."""

    begun = Signal(object)

    def __init__(self, catalogue: Catalogue, references: Iterable[str], today: date) -> None:
        super().__init__("Nieuw dossier")
        self._taken = frozenset(references)
        self._today = today
        self._reference = self.hold("reference", TextField(empty=""))
        self._proposed = propose(self._taken, today)
        self.propose("reference", self._proposed)
        permits = {code: kind.name for code, kind in catalogue.permits.items()}
        self._permits = self.hold("permits", ChipPicker(choices=permits, prompt="Kies een soort"))
        self._subject = self.hold("subject", TextField(empty=""))
        self._kind = self.hold("is_person", SegmentedField(segments=KINDS))
        self.propose("is_person", False)
        self._received = self.hold("received_on", DateField())
        self._existing = self.hold("existing", TriField())
        self.propose("received_on", When.on(today))
        form = Form()
        form.add("Kenmerk", self._reference, "U kunt het zaaknummer van uw gemeente gebruiken.")
        form.add("Waarvoor is de aanvraag", self._permits)
        form.add("Ontvangen op", self._received, "Laat leeg wat u nog niet weet.")
        form.add("Is er al een vergunning verleend?", self._existing)
        form.add("Naam van betrokkene", self._subject, "De aanvrager of houder (Wet Bibob art. 1).")
        form.add("Betrokkene is een", self._kind)
        self.add(form)
        self.ask(button("Begin het dossier", rank=Rank.PRIMARY, on_click=self._on_begin))
        self._subject.line.returnPressed.connect(self._on_begin)

    def know(self, references: Iterable[str]) -> None:
        """Take in which references there are, once the store has told; a proposal that nobody touched moves along."""
        self._taken = frozenset(references)
        proposed = propose(self._taken, self._today)
        if self._reference.line.text() == self._proposed:
            self.propose("reference", proposed)
        self._proposed = proposed

    def filled_in(self) -> Beginning | None:
        """Give what was filled in so far; nothing when that is no more than the proposal."""
        self.flush()
        found = self._beginning()
        return found if found.permit_types or found.subject or self._is_changed(found) else None

    def focus_first(self) -> None:
        self._permits.setFocus()

    def _on_begin(self) -> None:
        self.flush()
        beginning = self._beginning()
        sentence = self._missing(beginning.reference) or self._received.problem
        if sentence:
            self._notice.show_text(Tone.WARN, sentence)
            return
        self.begun.emit(beginning)

    def _beginning(self) -> Beginning:
        return Beginning(
            str(self._reference.value()), tuple(self._permits.value()), str(self._subject.value()),
            bool(self._kind.value()), self._received.value(), self._existing.value(),
        )  # fmt: skip

    def _is_changed(self, beginning: Beginning) -> bool:
        """Whether a proposal was changed, or something said that nothing was proposed for."""
        proposed = (self._proposed, When.on(self._today), NOT_KNOWN)
        return (beginning.reference, beginning.received_on, beginning.existing) != proposed

    def _missing(self, reference: str) -> str:
        if not reference:
            return "Vul een kenmerk in."
        if reference in self._taken:
            return f"Er is al een dossier met kenmerk {reference}. Kies een ander kenmerk."
        return "" if self._permits.value() else "Kies waarvoor de aanvraag is."
