# SPDX-License-Identifier: EUPL-1.2
"""The sheet of a new event: it asks what terms are counted from, and tells before it is recorded what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import SimpleNamespace

from PySide6.QtWidgets import QSizePolicy

from assessment.dossier.event import Event, EventKind
from assessment.known import NOT_KNOWN
from gui.parts.badge import Tone
from gui.parts.field_spec import FieldSpec
from gui.parts.new_record_sheet import NewRecordSheet
from gui.parts.notice import Notice, in_lines

Told = Callable[[Event], Sequence[str]]


class NewEventSheet(NewRecordSheet):
    """Asks by kind of event.

    `tell(event)` gives the sentences about what it would change, `warn(event)` those about what would be impossible.
    """

    def __init__(self, specs: Sequence[FieldSpec], tell: Told, warn: Told) -> None:
        super().__init__("Nieuwe gebeurtenis", specs, verb="Voeg toe")
        self._tell, self._warn = tell, warn
        self.impossible, self.consequences = self.add(Notice()), self.add(Notice())
        for notice in (self.impossible, self.consequences):
            # As high as its sentences are in this narrow place, not as in a wide one.
            notice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        for field in self.fields.values():
            field.edited.connect(lambda _value: self._refresh())
        self._refresh()

    def restore(self, drafts: dict[str, str]) -> None:
        super().restore(drafts)
        self._refresh()

    def suggest(self, **values: object) -> None:
        super().suggest(**values)
        self._refresh()

    def focus_first(self) -> None:
        """Put the keyboard in the first field that still asks something; what was proposed asks to look at the day."""
        field = "on" if isinstance(self.fields["kind"].value(), EventKind) else "kind"
        self.fields[field].setFocus()

    def values(self) -> dict[str, object]:
        """Give what is asked of this kind of event; what was filled in for another kind stays out."""
        found = super().values()
        so_far = SimpleNamespace(kind=found["kind"])
        return {spec.attr: found[spec.attr] for spec in self.specs if spec.shown(so_far)}

    def _refresh(self) -> None:
        """Ask what belongs to the kind, and tell what follows once there is a day."""
        values = self.values()
        for attr, row in self.rows.items():
            row.setVisible(attr in values)
        is_whole = isinstance(values["kind"], EventKind) and values["on"] is not NOT_KNOWN
        event = Event(**values) if is_whole else None
        self.impossible.show_text(Tone.WARN, in_lines(self._warn(event)) if event else "")
        self.consequences.show_text(Tone.INFO, in_lines(self._tell(event)) if event else "")
