# SPDX-License-Identifier: EUPL-1.2
"""Dates and periods as officers type them: a day, a month or only a year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLabel

from assessment.dates import EARLIEST_YEAR, LATEST_YEAR, Period, When, tell
from assessment.known import NOT_KNOWN
from gui.parts.field import Field
from gui.parts.typed_field import TypedField

_ISO = re.compile(r"\d{4}(-\d{1,2}){0,2}", re.ASCII)
_HERE = re.compile(r"(?:(?:(\d{1,2})[\s./-]+)?(\d{1,2}|[a-z]{3,9})\.?[\s./-]+)?(\d{4})", re.ASCII)
_MONTHS = (
    ("jan", "januari"),
    ("feb", "februari"),
    ("mrt", "maart"),
    ("apr", "april"),
    ("mei", "mei"),
    ("jun", "juni"),
    ("jul", "juli"),
    ("aug", "augustus"),
    ("sep", "september"),
    ("okt", "oktober"),
    ("nov", "november"),
    ("dec", "december"),
)
_EXAMPLE = "Schrijf een datum, bijvoorbeeld 26-1-2026, jan 2026 of 2026."


def read_typed_date(text: str) -> When:
    """Read `26-1-2026`, `26 jan 2026`, `2026-01-26`, `01-2026`, `jan 2026` or `2026`; raises ValueError."""
    words = text.strip().lower()
    if _ISO.fullmatch(words):
        return _when(*(int(part) for part in words.split("-")))
    found = _HERE.fullmatch(words)
    if not found:
        raise ValueError(_EXAMPLE)
    day, month, year = found.groups()
    return _when(int(year), _month(month) if month else None, int(day) if day else None)


def _month(word: str) -> int:
    """Read a month as a number or as a Dutch word, whole or short."""
    if word.isdecimal():
        return int(word)
    for number, names in enumerate(_MONTHS, start=1):
        if word in names or (word[:3] == names[0] and names[1].startswith(word)) or word == names[1][:3]:
            return number
    raise ValueError(_EXAMPLE)


def _when(year: int, month: int | None = None, day: int | None = None) -> When:
    """Make the date; says in Dutch that such a day does not exist, or lies beyond any dossier."""
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        between = f"van {EARLIEST_YEAR} tot en met {LATEST_YEAR}"
        raise ValueError(f"Het jaar {year} kan hier niet. Schrijf een jaar {between}.")
    try:
        return When(year, month, day)
    except ValueError:
        raise ValueError("Deze dag bestaat niet. Kijk dag, maand en jaar na.") from None


class DateField(TypedField):
    """A day, month or year; gives a When. `whole_day` asks for the day itself and gives a When with a day.

    `check` gives a Dutch sentence about a date that cannot be right, or nothing.
    """

    HINT = "dag-maand-jaar"
    WIDE = 150
    check: Callable[[When], str] = staticmethod(lambda _when: "")

    def __init__(
        self, name: str = "", *, none_word: str = "", empty: object = NOT_KNOWN, whole_day: bool = False
    ) -> None:
        super().__init__(name, none_word=none_word, empty=empty)
        self._whole_day = whole_day

    def read(self, text: str) -> When:
        when = read_typed_date(text)
        if self._whole_day and not when.is_day:
            raise ValueError("Schrijf de hele datum, bijvoorbeeld 26-1-2026.")
        sentence = self.check(when)
        if sentence:
            raise ValueError(sentence)
        return when

    def write(self, value: object) -> str:
        return tell(value) if isinstance(value, (When, date)) else str(value)


class PeriodField(Field):
    """One date, or from one date until another; gives a Period or NOT_KNOWN.

    An end before the beginning is no period: it stays on the line as a draft, with a sentence, and the last period
    that made sense stays the value. A draft holds both lines, with a tab between them.
    """

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self._first, self._last = DateField(), DateField(empty=None)
        self._value: object = NOT_KNOWN
        self._drafted = ""
        for part in (self._first, self._last):
            part.edited.connect(self._on_edited)
            part.problem_changed.connect(self._on_problem)
            part.drafted.connect(lambda _text: self._draft())
        self._editors = [self._first.line, self._last.line]
        for widget in (self._first, QLabel("tot en met"), self._last):
            self._line.addWidget(widget)
        self._line.addStretch(1)
        self.setFocusProxy(self._first)
        self.set_name(name)
        self._allow_last()

    def value(self) -> object:
        return self._value

    def load(self, value: object) -> None:
        period = value if isinstance(value, Period) else None
        self._value, self._drafted = period or NOT_KNOWN, ""
        self._first.load(period.first if period else NOT_KNOWN)
        self._last.load(period.last if period else None)
        self._allow_last()
        self._on_problem("")

    def set_value(self, value: object) -> None:
        period = value if isinstance(value, Period) else None
        if self._order():
            return  # typed, and no period yet
        self._value = period or NOT_KNOWN
        self._first.set_value(period.first if period else NOT_KNOWN)
        self._last.set_value(period.last if period else None)
        self._allow_last()

    def as_draft(self) -> str:
        return f"{self._first.line.text().strip()}\t{self._last.line.text().strip()}"

    def restore(self, text: str) -> None:
        """Show a draft: what was typed earlier on both lines and is no period yet."""
        first, _, last = text.partition("\t")
        self._drafted = text
        for part, typed in ((self._first, first), (self._last, last)):
            if typed != part.line.text():
                part.restore(typed)

    def flush(self) -> None:
        self._first.flush()
        self._last.flush()

    def set_name(self, name: str, explanation: str = "") -> None:
        self._name = name
        self._first.set_name(f"{name}, begin", explanation)
        self._last.set_name(f"{name}, einde", explanation)

    def _on_edited(self, _value: object) -> None:
        self._allow_last()
        self._on_problem("")
        self._draft()
        first, last = self._first.value(), self._last.value()
        period = Period(first, last) if isinstance(first, When) else NOT_KNOWN
        if not self._order() and period != self._value:
            self._value = period
            self.edited.emit(period)

    def _draft(self) -> None:
        """Hand on what is on the lines and no period, once; an empty text says that it has become one."""
        wrong = self._first.is_draft or self._last.is_draft or bool(self._order())
        text = self.as_draft() if wrong else ""
        if text != self._drafted:
            self._drafted = text
            self.drafted.emit(text)

    def _on_problem(self, _sentence: str) -> None:
        self.set_problem(self._first.problem or self._last.problem or self._order())

    def _order(self) -> str:
        """Say when the end lies before the beginning."""
        first, last = self._first.value(), self._last.value()
        wrong = isinstance(first, When) and isinstance(last, When) and last < first
        return "Het einde ligt voor het begin." if wrong else ""

    def _allow_last(self) -> None:
        """An end needs a beginning; without an end the period is that one date."""
        self._last.line.setEnabled(isinstance(self._first.value(), When))
