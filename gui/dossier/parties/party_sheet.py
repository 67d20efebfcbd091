# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one party: whether it is a subject, its fields, and its relations in words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.dossier.party import Party, Person
from assessment.known import known
from gui.dossier.parties.party_fields import BSN_RULE, may_hold_bsn, specs_of
from gui.parts.badge import Tone
from gui.parts.button import button
from gui.parts.label import Prose
from gui.parts.notice import Notice
from gui.parts.side_sheet import RecordSheet


class PartySheet(RecordSheet):
    """`marked(is_subject)` when the box is ticked or cleared, and `elsewhere_asked()`, beside those of every sheet."""

    marked = Signal(bool)
    elsewhere_asked = Signal()

    def __init__(self, party: Party, dossier: Dossier, catalogue: Catalogue, today: date) -> None:
        self._may_hold = may_hold_bsn(dossier, party.id)
        self.specs = specs_of(party, catalogue, lambda: self._may_hold, today)
        super().__init__(_title(party), self.specs)
        self._catalogue = catalogue
        self.subject = QCheckBox("Dit is een betrokkene")
        self.subject.setToolTip("De aanvrager, houder of gegadigde zelf (Wet Bibob art. 1 lid 1).")
        self.subject.clicked.connect(self.marked)
        self._bsn = Notice()
        self._relations = Prose("", "muted")
        self.insert_top(self.subject)
        self.add(self._bsn)
        self.add(self._relations)
        self.elsewhere = self.add(button("Komt elders voor?", "search", on_click=self.elsewhere_asked.emit))
        self.load(party)
        self.show_party(party, dossier)

    def show_party(self, party: Party, dossier: Dossier) -> None:
        """Show what is recorded now."""
        self._may_hold = may_hold_bsn(dossier, party.id)
        self.show_record(party)
        self.set_title(_title(party))
        self.subject.setChecked(party.id in dossier.subject)
        self._tell_bsn(party)
        self._relations.setText(_relations(party, dossier, self._catalogue))

    def _tell_bsn(self, party: Party) -> None:
        if not isinstance(party, Person) or self._may_hold:
            self._bsn.show_text(Tone.INFO, "")
        elif known(party.bsn):
            self._bsn.show_text(Tone.DANGER, f"{BSN_RULE} Haal het nummer hier weg.")
        else:
            self._bsn.show_text(Tone.INFO, BSN_RULE)


def _title(party: Party) -> str:
    return party.name or ("Nieuwe persoon" if isinstance(party, Person) else "Nieuwe organisatie")


def _relations(party: Party, dossier: Dossier, catalogue: Catalogue) -> str:
    lines = [
        f"{dossier.name_of(one.from_)} is {catalogue.word('role', one.role)} van {dossier.name_of(one.to)}"
        for one in dossier.relations
        if party.id in (one.from_, one.to)
    ]
    return "\n".join(f"{line.rstrip('.')}." for line in lines) or "Er is nog geen relatie van deze partij vastgelegd."
