# SPDX-License-Identifier: EUPL-1.2
"""Every term with its three ends in words, how it was counted, and which events cannot be right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.deadline import LAPSING
from assessment.event_faults import event_faults
from assessment.outcome import Assessment, Nature, Term
from gui.dossier.application.counting import Counting
from gui.dossier.mark import mark
from gui.parts.badge import Badge, Tone
from gui.parts.button import Rank, button
from gui.parts.card import Card
from gui.parts.fold import Fold
from gui.parts.label import Prose, label, rule
from gui.parts.notice import Notice, in_lines
from gui.parts.timing import days_left, tone_of

_EXPLAINED = (
    ("Wettelijk einde", "statutory_end", "De laatste dag volgens de wet, na verschuiving voor weekend en feestdagen."),
    ("Veilig einde", "safe_end", "De laatste werkdag op of voor het einde. Plan hierop."),
    ("Zonder verschuiving", "raw_end", "Zo geteld, met opschorting maar zonder de Algemene termijnenwet."),
)

MOST_FAULTS = 3
"""How many events that cannot be right are told; all of them stand among the checks."""

_WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


class TermsCard(Card):
    """What is counted from the procedure and the events; nothing here is typed in.

    Emits `calendar_asked()` when the days are wanted in an agenda.
    """

    calendar_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Termijnen", "Geteld uit de procedure en het verloop.")
        self.corner(mark(Nature.RULE))
        self._calendar = self.corner(button("Zet in agenda (.ics)", "calendar", Rank.QUIET, self.calendar_asked.emit))
        self._calendar.setToolTip("Bewaart kenmerk, naam en dag van elke termijn, zonder persoonsgegevens.")
        self._notice = self.add(Notice())
        self._notice.asked.connect(lambda: self.say(Tone.INFO, ""))
        self._faults = self.add(Notice(Tone.WARN))
        self._nothing = Prose("", "muted")
        self._views: list[TermView] = []
        self.add(self._nothing)

    def show_terms(self, assessment: Assessment | None, catalogue: Catalogue, today: date) -> None:
        """Show the terms that run or ran; those that were unfolded stay unfolded."""
        terms = assessment.terms if assessment else ()
        self._say_nothing(assessment, bool(terms))
        self._faults.show_text(Tone.WARN, _told(event_faults(assessment.checks)) if assessment else "")
        while len(self._views) > len(terms):
            self._views.pop().deleteLater()
        while len(self._views) < len(terms):
            self._views.append(self.add(TermView(is_first=not self._views)))
        for view, term in zip(self._views, terms, strict=True):
            view.show_term(term, catalogue, today)

    def say(self, tone: Tone, sentence: str) -> None:
        """Say what became of the agenda."""
        self._notice.show_text(tone, sentence, "Sluit" if sentence else "")

    def views(self) -> tuple[TermView, ...]:
        """Give what is shown, in order."""
        return tuple(self._views)

    def _say_nothing(self, assessment: Assessment | None, has_terms: bool) -> None:
        self._nothing.setVisible(not has_terms)
        self._calendar.setVisible(has_terms)
        self._nothing.setText(
            "De termijnen worden geteld."
            if assessment is None
            else "Er loopt geen termijn. Vul de procedure en de dag van ontvangst in."
        )


class TermView(QWidget):
    """One term: until when, how long that still is, and on demand how it was counted."""

    def __init__(self, *, is_first: bool) -> None:
        super().__init__()
        self._name, self._left = label("", "label"), Badge()
        self._ends = {attr: label() for _, attr, _ in _EXPLAINED}
        self._counting = Counting()
        self.fold = Fold("Hoe is dit geteld?", self._counting)
        head = QHBoxLayout()
        head.addWidget(self._name, 1)
        head.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if not is_first:
            column.addWidget(rule())
        column.addLayout(head)
        column.addLayout(self._lay_out_ends())
        column.addWidget(self.fold)

    def show_term(self, term: Term, catalogue: Catalogue, today: date) -> None:
        """Show another outcome of the same counting."""
        word = catalogue.word("term", term.id)
        self._name.setText(word[:1].upper() + word[1:])
        self._left.show_state(*_left(term, today), "clock")
        for attr, shown in self._ends.items():
            shown.setText(in_words(getattr(term, attr)))
        days = term.suspended_days
        suspended = f", {days} {'dag' if days == 1 else 'dagen'} opgeschort" if days else ""
        self.fold.set_title(f"Hoe is dit geteld? ({_steps_word(len(term.steps))}{suspended})")
        self.fold.button.setAccessibleName(f"{word}: hoe is dit geteld?")
        self._counting.show_term(term)
        ends = ", ".join(f"{name.lower()} {self._ends[attr].text()}" for name, attr, _ in _EXPLAINED)
        self.setAccessibleName(f"{word}: {ends}")

    def words(self) -> str:
        """Give the name and the three dates."""
        return self.accessibleName()

    def _lay_out_ends(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(24)
        for name, attr, explained in _EXPLAINED:
            pair = QVBoxLayout()
            pair.setSpacing(0)
            caption = label(name, "small")
            for widget in (caption, self._ends[attr]):
                widget.setToolTip(explained)
                pair.addWidget(widget)
            line.addLayout(pair)
        line.addStretch(1)
        return line


def _left(term: Term, today: date) -> tuple[Tone, str]:
    """Say how long it still is; of a term that only lapses nobody is late."""
    if term.id in LAPSING and term.statutory_end < today:
        return Tone.NEUTRAL, "voorbij"
    return tone_of(term.statutory_end, today), days_left(term.statutory_end, today)


def _told(faults: Sequence[str]) -> str:
    """Tell which events to look at again: the first few, and how many there are beside those."""
    if not faults:
        return ""
    more = [f"En nog {len(faults) - MOST_FAULTS}."] if len(faults) > MOST_FAULTS else []
    return "\n".join(["Kijk deze gebeurtenissen na:", in_lines(faults[:MOST_FAULTS]), *more])


def in_words(day: date) -> str:
    """Write a day with its name: `dinsdag 28 apr 2026`."""
    return f"{_WEEKDAYS[day.weekday()]} {tell(day)}"


def _steps_word(count: int) -> str:
    return "1 stap" if count == 1 else f"{count} stappen"
