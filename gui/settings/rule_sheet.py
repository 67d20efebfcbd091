# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one period that the municipality decided on: why, from what on, and how long."""

from __future__ import annotations

import zlib

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from assessment.retention import MONTHS_A_YEAR, MOST_MONTHS, RetentionRule
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.form import Form
from gui.parts.number_fields import WholeField
from gui.parts.segmented import Segment, SegmentedField
from gui.parts.typed_field import TextField

MISSING = "Vul de grond, het begin en de lengte in."
TOO_LONG = f"Een termijn duurt ten minste 1 maand en hoogstens {MOST_MONTHS // MONTHS_A_YEAR} jaar."
UNITS = (Segment(MONTHS_A_YEAR, "jaar", "J"), Segment(1, "maanden", "M"))


def code_of(rule: RetentionRule) -> str:
    """Name a rule by what it says: in a list that changes, its place says nothing."""
    return f"{zlib.crc32(repr(rule).encode()):08x}"


class RuleSheet(AskingSheet):
    """Emits `made(RetentionRule)`, or `remove_asked()` of one that is there; it stays until `put_away`."""

    made = Signal(object)
    remove_asked = Signal()

    def __init__(self, rule: RetentionRule | None = None) -> None:
        super().__init__("Bewaartermijn" if rule else "Nieuwe bewaartermijn")
        self.ground, self.event = self.hold("ground", TextField(empty="")), self.hold("event", TextField(empty=""))
        self.length = self.hold("length", WholeField(empty=0, highest=MOST_MONTHS))
        self._unit = self.hold("unit", SegmentedField(segments=UNITS))
        form = self.add(Form())
        form.add("Grond", self.ground, "Bijvoorbeeld het nummer in de selectielijst, of het besluit van uw gemeente.")
        form.add("Begint na", self.event, "In eigen woorden, bijvoorbeeld: besluit onherroepelijk.")
        form.add("Lengte", self.length)
        form.add("In jaren of maanden", self._unit)
        self.propose("unit", MONTHS_A_YEAR)
        self.verb = self.ask(button("Leg vast", "check", Rank.PRIMARY, self._on_verb))
        self._remove: QWidget | None = None
        if rule is not None:
            self._show(rule)
            self._remove = self.add_foot(button("Verwijder", "trash", Rank.DANGER, self._on_remove))

    def show_failed(self, sentence: str) -> None:
        """Say why it could not be stored; what was filled in still stands here, and it can be tried again."""
        self._notice.show_text(Tone.WARN, sentence)
        self._allow(True)

    def put_away(self) -> None:
        """Go: it is stored, and no draft any more."""
        self.flush()
        self.forget()
        self.closed.emit()

    def focus_first(self) -> None:
        self.ground.setFocus()

    def _show(self, rule: RetentionRule) -> None:
        unit = 1 if rule.months % MONTHS_A_YEAR else MONTHS_A_YEAR
        values = {"ground": rule.ground, "event": rule.event, "length": rule.months // unit, "unit": unit}
        for name, value in values.items():
            self.propose(name, value)

    def _on_verb(self) -> None:
        self.flush()
        months = self.length.value() * self._unit.value()
        if not (self.ground.value() and self.event.value() and self.length.value()):
            self._notice.show_text(Tone.WARN, MISSING)
        elif self.length.problem or months > MOST_MONTHS:
            self._notice.show_text(Tone.WARN, TOO_LONG)
        else:
            self._notice.show_text(Tone.WARN, "")
            self._allow(False)
            self.made.emit(RetentionRule(self.ground.value(), self.event.value(), months))

    def _on_remove(self) -> None:
        self._allow(False)
        self.remove_asked.emit()

    def _allow(self, may: bool) -> None:
        """Let it be asked, or not while it is being stored."""
        for one in (self.verb, self._remove):
            if one is not None:
                one.setEnabled(may)
