# SPDX-License-Identifier: EUPL-1.2
"""How long dossiers are kept, which may go, and what was destroyed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from assessment.dates import tell
from assessment.keeping import Overview
from assessment.retention import Held, RetentionRule, months_told, why_not_set
from assessment.telling.retention_told import Standing, standing, state_told
from gui.parts.badge import Tone
from gui.parts.button import button, press
from gui.parts.card import Card
from gui.parts.label import Prose, label
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.segmented import Segment, SegmentedField
from gui.parts.visible import set_shown
from gui.settings.rule_sheet import RuleSheet, code_of

INTRO = (
    "Hier staat hoe lang uw gemeente dossiers bewaart, en welke mogen worden vernietigd. Het programma vernietigt"
    " nooit iets uit zichzelf."
)
NO_RULES = "Toetssteen kent geen eigen termijnen. Leg vast wat uw gemeente heeft besloten."
NONE = {
    "over": "Van geen dossier is de bewaartermijn voorbij.",
    "proposed": "Van geen dossier is de vernietiging voorgesteld.",
    "bare": "Elk dossier heeft een bewaartermijn.",
    "all": "Er zijn nog geen dossiers.",
}
WHICH = (
    Segment("over", "voorbij", "V"),
    Segment("proposed", "voorgesteld", "O"),
    Segment("bare", "zonder termijn", "Z"),
    Segment("all", "alle", "A"),
)
ASKED = {"over": Standing.OVER, "proposed": Standing.PROPOSED, "bare": Standing.NO_TERM}
RULE, NEW = "rule", "new"
"""What the drafts of a rule are kept under, before its code."""
MOST = 10
"""Rows after which the list of dossiers scrolls by itself."""
TONES = {
    Standing.NO_TERM: Tone.UNKNOWN, Standing.NO_START: Tone.UNKNOWN, Standing.RUNNING: Tone.NEUTRAL,
    Standing.OVER: Tone.WARN, Standing.PROPOSED: Tone.DANGER,
}  # fmt: skip


class RetentionCard(Card):
    """Signals: `rules_changed(tuple)`, `opened(Held)`, `sheet_asked(sheet, about)` with what its drafts are about."""

    rules_changed = Signal(object)
    opened = Signal(object)
    sheet_asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__("Bewaren en vernietigen", INTRO)
        self._held: tuple[Held, ...] = ()
        self._rules: tuple[RetentionRule, ...] = ()
        self._today = date.min
        self.rules = RecordTable("Bewaartermijnen van uw gemeente", _RULE_COLUMNS)
        self._no_rules = Prose(NO_RULES, "muted")
        self.rules.opened.connect(self._open_rule)
        self.rules.add_asked.connect(self._add_rule)
        self.add_rule = button("Voeg een termijn toe", "plus", on_click=self._add_rule)
        self._why = Prose("", "muted")
        self.which = SegmentedField("Welke dossiers", WHICH)
        self.which.load("over")
        self.which.edited.connect(lambda _which: self._show_held())
        self.held = RecordTable("Dossiers met hun bewaartermijn", self._columns(), most=MOST)
        self.held.opened.connect(self.opened)
        self._none = Prose("", "muted")
        self._lay_out()
        self._allow("")
        self._show_rules()
        self._show_held()

    def show_overview(self, found: Overview) -> None:
        """Show what is kept, for who has the store open."""
        self._held, self._rules, self._today = found.held, found.rules, found.today
        self._show_rules()
        self._allow(why_not_set(found.me))
        self._show_held()

    def reopen_rule(self, code: str) -> None:
        """Open a rule as a click does, or ask for a new one; what is gone or not allowed is passed over."""
        if code == NEW:
            press(self.add_rule)
        for rule in self._rules:
            if code_of(rule) == code:
                self.rules.setFocus()
                self._open_rule(rule)

    def reopen(self, id_: str) -> None:
        """Open a dossier as a click does, if it is still kept."""
        for one in self._held:
            if one.id == id_:
                self.focus_held()
                self.opened.emit(one)

    def focus_held(self) -> None:
        """Put the keyboard in the list of dossiers, or at what is asked of it."""
        (self.which if self.held.isHidden() else self.held).setFocus()

    def _lay_out(self) -> None:
        self.add(label("Bewaartermijnen van uw gemeente", "label"))
        for one in (self.rules, self._no_rules):
            self.add(one)
        line = QHBoxLayout()
        line.addWidget(self.add_rule, alignment=Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self._why, 1)
        self.add_layout(line)
        self.add(label("Dossiers", "label"))
        for one in (self.which, self.held, self._none):
            self.add(one)

    def _allow(self, why_not: str) -> None:
        self._may_set = not why_not
        self.add_rule.setEnabled(self._may_set)
        self.add_rule.setAccessibleDescription(why_not)
        self._why.setText(why_not)
        set_shown(self._why, bool(why_not))

    def _show_rules(self) -> None:
        self.rules.show_records(self._rules)
        set_shown(self.rules, bool(self._rules))
        set_shown(self._no_rules, not self._rules)

    def _show_held(self) -> None:
        which = str(self.which.value())
        asked = ASKED.get(which)
        rows = tuple(one for one in self._held if asked in (None, standing(one.retention, self._today)))
        self.held.show_records(rows)
        self._none.setText(NONE[which])
        set_shown(self._none, not rows)
        set_shown(self.held, bool(rows))

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("Kenmerk", lambda one: one.reference, 140),
            Column("Grond", lambda one: one.retention.rule.ground if one.retention else ""),
            Column("Begint", lambda one: _day(one.retention.starts_on) if one.retention else "", 110),
            Column("Eindigt", lambda one: _day(one.retention.ends_on) if one.retention else "", 110),
            Column("Stand", self._state, 190, badge=self._badge, tip=self._state),
        )

    def _state(self, one: Held) -> str:
        return state_told(one.retention, self._today)

    def _badge(self, one: Held) -> tuple[Tone, str]:
        found = standing(one.retention, self._today)
        return TONES[found], found.value

    def _add_rule(self) -> None:
        if self._may_set:
            sheet = RuleSheet()
            sheet.made.connect(lambda made: self.rules_changed.emit((*self._rules, made)))
            self.sheet_asked.emit(sheet, f"{RULE}:{NEW}")

    def _open_rule(self, rule: RetentionRule) -> None:
        if not self._may_set:
            return
        sheet, at = RuleSheet(rule), self._rules.index(rule)
        before, after = self._rules[:at], self._rules[at + 1 :]
        sheet.made.connect(lambda made: self.rules_changed.emit((*before, made, *after)))
        sheet.remove_asked.connect(lambda: self.rules_changed.emit((*before, *after)))
        self.sheet_asked.emit(sheet, f"{RULE}:{code_of(rule)}")


def _day(day: date | None) -> str:
    return tell(day) if day else "niet bekend"


_RULE_COLUMNS = (
    Column("Grond", lambda one: one.ground),
    Column("Begint na", lambda one: one.event),
    Column("Lengte", lambda one: months_told(one.months), 120),
)
