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
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.choice_field import ChoiceField
from gui.parts.date_field import DateField
from gui.parts.form import Form
from gui.parts.label import Prose, label, rule
from gui.parts.notice import Notice
from gui.parts.visible import set_shown
from gui.settings.rule_sheet import code_of

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


class PeriodSheet(AskingSheet):
    """Signals: `period_set(RetentionRule, date or None)`, `propose_asked()`, `withdraw_asked()`, `destroy_asked()`.

    A period that was begun and not set is a draft.
    """

    RESTORED = "Dit had u al ingevuld en nog niet vastgelegd."

    period_set = Signal(object, object)
    propose_asked = Signal()
    withdraw_asked = Signal()
    destroy_asked = Signal()

    def __init__(self, held: Held, rules: tuple[RetentionRule, ...], me: User, today: date) -> None:
        super().__init__(held.reference)
        self._me, self._today = me, today
        self._state = self.add(Notice())
        self.rule = self.hold("rule", ChoiceField(may_be_unknown=False))
        self.start = self.hold("start", DateField(whole_day=True))
        self._ends = Prose("", "muted")
        self.save = Verb("Leg de termijn vast", "check", Rank.PRIMARY, self._on_save)
        self.proposing = Verb("Stel vernietiging voor", "message", Rank.PLAIN, self.propose_asked.emit)
        self.withdraw = Verb("Neem voorstel terug", "undo", Rank.PLAIN, self.withdraw_asked.emit)
        self.destroy = Verb("Vernietig …", "trash", Rank.DANGER, self.destroy_asked.emit)
        self._lay_out()
        for field in (self.rule, self.start):
            field.edited.connect(lambda _value: self._show_end())
        self._rules: dict[str, RetentionRule] = {}
        self._own: tuple[RetentionRule, date | None] | None = None
        self._is_shown = False
        self.show_held(held, rules)
        self._is_shown = True

    def show_held(self, held: Held, rules: tuple[RetentionRule, ...]) -> None:
        """Show the dossier as it now stands; a rule that the municipality has no more is offered to who has it.

        What was filled in and not set yet stays, until another period is set.
        """
        own = held.retention
        there = rules if own is None or own.rule in rules else (own.rule, *rules)
        self._rules = {code_of(one): one for one in there}
        self.rule.set_words({code: rule_told(one) for code, one in self._rules.items()})
        self._show_own((own.rule, own.starts_on) if own else None)
        self._show_end()
        had_keyboard = self._has_keyboard()
        self._show_state(own)
        if had_keyboard and not self._has_keyboard():
            self.focus_first()

    def restore(self, drafts: dict[str, str]) -> None:
        super().restore(drafts)
        self._show_end()

    def focus_first(self) -> None:
        for one in (self.save, self.proposing, self.withdraw, self.destroy):
            if one.button.isEnabled() and one.isVisibleTo(self):
                (self.rule if one is self.save else one.button).setFocus()
                return
        super().focus_first()

    def _show_own(self, own: tuple[RetentionRule, date | None] | None) -> None:
        """Fill in the period that is set, when that is another than before."""
        if own is None or own == self._own:
            return
        if self._is_shown:
            self.forget()
        self._own = own
        self.propose("rule", code_of(own[0]))
        self.propose("start", When.on(own[1]) if own[1] else NOT_KNOWN)
        self._notice.show_text(Tone.INFO, "")

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
        for one in (self.proposing, self.withdraw, self.destroy):
            self.add(one)

    def _show_state(self, own: Retention | None) -> None:
        proposed = own is not None and own.proposal is not None
        told = proposed_told(own, self._today) if own is not None and (proposed or own.is_due(self._today)) else ""
        may_set = not why_not_set(self._me)
        falls = f" {FALLS_AWAY}" if proposed and may_set else ""
        self._state.show_text(Tone.WARN if proposed else Tone.INFO, told + falls)
        for field in (self.rule, self.start):
            field.setEnabled(may_set and bool(self._rules))
        self.save.show_why_not(why_not_set(self._me) or ("" if self._rules else NO_RULES))
        self.proposing.show_why_not(why_not_propose(own, self._me))
        self.withdraw.show_why_not(why_not_withdraw(own, self._me))
        self.destroy.show_why_not(why_not_destroy(own, self._me))
        set_shown(self.proposing, not proposed)
        set_shown(self.withdraw, proposed)

    def _chosen(self) -> tuple[RetentionRule | None, date | None]:
        code, start = self.rule.value(), self.start.value()
        return self._rules.get(str(code)), (start.first if isinstance(start, When) else None)

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
