# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one dossier in the list of what is kept: its period, and the way to its destruction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from assessment.dates import When
from assessment.known import NOT_KNOWN
from assessment.retention import (
    Held,
    Retention,
    RetentionRule,
    ends_on,
    why_not_destroy,
    why_not_propose,
    why_not_set,
    why_not_withdraw,
)
from assessment.telling.retention_told import end_told, proposed_told, rule_told
from assessment.users import User
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.choice_field import ChoiceField
from gui.parts.date_field import DateField
from gui.parts.form import Form
from gui.parts.label import Prose, label, rule
from gui.parts.notice import Notice
from gui.parts.side_sheet import SideSheet
from gui.parts.visible import set_shown

NO_RULES = "Uw gemeente heeft nog geen bewaartermijnen. Leg die eerst vast in Beheer."
NO_CHOICE = "Kies eerst een termijn."
FALLS_AWAY = "Legt u de termijn opnieuw vast, dan vervalt het voorstel."
DESTROYING = (
    "Vernietigen doen twee gebruikers: de een stelt het voor, de ander voert het uit. Een dossier waarvan de termijn"
    " niet voorbij is, kan alleen weg met een reden."
)


class Verb(QWidget):
    """A button with the reason below it why it cannot be pressed."""

    def __init__(self, text: str, icon: str, rank: Rank, on_click: Callable[[], object]) -> None:
        super().__init__()
        self.button: QPushButton = button(text, icon, rank, on_click)
        self._why = Prose("", "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._why)

    def show_why_not(self, why: str) -> None:
        """Let it be pressed, or say why not."""
        self.button.setEnabled(not why)
        self.button.setAccessibleDescription(why)
        self._why.setText(why)
        set_shown(self._why, bool(why))

    def why(self) -> str:
        """Give the reason why it cannot be pressed, or nothing."""
        return self._why.text()


class PeriodSheet(SideSheet):
    """Signals: `period_set(RetentionRule, date or None)`, `propose_asked()`, `withdraw_asked()`, `destroy_asked()`."""

    period_set = Signal(object, object)
    propose_asked = Signal()
    withdraw_asked = Signal()
    destroy_asked = Signal()

    def __init__(self, held: Held, rules: tuple[RetentionRule, ...], me: User, today: date) -> None:
        super().__init__(held.reference)
        self._me, self._today = me, today
        self._notice = self.add(Notice())
        self.rule, self.start = ChoiceField(make=int, may_be_unknown=False), DateField(whole_day=True)
        self._ends = Prose("", "muted")
        self.save = Verb("Leg de termijn vast", "check", Rank.PRIMARY, self._on_save)
        self.propose = Verb("Stel vernietiging voor", "message", Rank.PLAIN, self.propose_asked.emit)
        self.withdraw = Verb("Neem voorstel terug", "undo", Rank.PLAIN, self.withdraw_asked.emit)
        self.destroy = Verb("Vernietig …", "trash", Rank.DANGER, self.destroy_asked.emit)
        self._lay_out()
        for field in (self.rule, self.start):
            field.edited.connect(lambda _value: self._show_end())
        self._rules: tuple[RetentionRule, ...] = ()
        self.show_held(held, rules)

    def show_held(self, held: Held, rules: tuple[RetentionRule, ...]) -> None:
        """Show the dossier as it now stands; a rule that the municipality has no more is offered to who has it."""
        own = held.retention
        self._rules = rules if own is None or own.rule in rules else (own.rule, *rules)
        self.rule.set_words({str(at): rule_told(one) for at, one in enumerate(self._rules)})
        if own is None:
            self.rule.load(NOT_KNOWN)
        else:
            self.rule.load(str(self._rules.index(own.rule)))
            self.start.load(When.on(own.starts_on) if own.starts_on else NOT_KNOWN)
        self._show_end()
        had_keyboard = self._has_keyboard()
        self._show_state(own)
        if had_keyboard and not self._has_keyboard():
            self.focus_first()

    def flush(self) -> None:
        self.start.flush()

    def focus_first(self) -> None:
        for one in (self.save, self.propose, self.withdraw, self.destroy):
            if one.button.isEnabled() and one.isVisibleTo(self):
                (self.rule if one is self.save else one.button).setFocus()
                return
        super().focus_first()

    def _has_keyboard(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    def _lay_out(self) -> None:
        form = self.add(Form())
        form.add("Termijn", self.rule)
        form.add("Begin van de termijn", self.start, "Laat leeg zolang dit nog niet is gebeurd of niet bekend is.")
        self.add(self._ends)
        self.add(self.save)
        self.add(rule())
        self.add(label("Vernietigen", "section"))
        self.add(Prose(DESTROYING, "muted"))
        for one in (self.propose, self.withdraw, self.destroy):
            self.add(one)

    def _show_state(self, own: Retention | None) -> None:
        proposed = own is not None and own.proposal is not None
        told = proposed_told(own, self._today) if own is not None and (proposed or own.is_due(self._today)) else ""
        may_set = not why_not_set(self._me)
        falls = f" {FALLS_AWAY}" if proposed and may_set else ""
        self._notice.show_text(Tone.WARN if proposed else Tone.INFO, told + falls)
        for field in (self.rule, self.start):
            field.setEnabled(may_set and bool(self._rules))
        self.save.show_why_not(why_not_set(self._me) or ("" if self._rules else NO_RULES))
        self.propose.show_why_not(why_not_propose(own, self._me))
        self.withdraw.show_why_not(why_not_withdraw(own, self._me))
        self.destroy.show_why_not(why_not_destroy(own, self._me))
        set_shown(self.propose, not proposed)
        set_shown(self.withdraw, proposed)

    def _chosen(self) -> tuple[RetentionRule | None, date | None]:
        at, start = self.rule.value(), self.start.value()
        return (self._rules[at] if isinstance(at, int) else None), (start.first if isinstance(start, When) else None)

    def _show_end(self) -> None:
        chosen, start = self._chosen()
        self._ends.setText(end_told(ends_on(chosen, start)) if chosen else "")

    def _on_save(self) -> None:
        self.start.flush()
        chosen, start = self._chosen()
        if self.start.problem:
            self.start.setFocus()
        elif chosen is None:
            self._notice.show_text(Tone.WARN, NO_CHOICE)
        else:
            self.period_set.emit(chosen, start)
