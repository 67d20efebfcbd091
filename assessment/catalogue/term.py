# SPDX-License-Identifier: EUPL-1.2
"""How long terms last, how far they can be extended, and which days the Crown equated with holidays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from assessment.catalogue.reading import Entry, by_id
from assessment.dossier.application import Procedure

LENGTHS: Final = (
    "leave-untreated",
    "bureau-advice",
    "bureau-extension",
    "objection",
    "objection-decision",
    "objection-committee",
    "objection-extension",
    "default",
    "penalty-decision",
    "reuse",
)


class Unit(StrEnum):
    """In what a term is counted."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time with the rule that gives it."""

    id: str
    number: int
    unit: Unit
    rule: str
    source: str


@dataclass(frozen=True, slots=True)
class ProcedureTerm:
    """The decision term of one procedure.

    `in_statute`: the Algemene termijnenwet moves its end; `extension_weeks`: the most that an extension can add (0: no
    limit in the rule); `notice_weeks`: within how many weeks after receipt an extension must be announced (0: within
    the term itself).
    """

    length: Length
    in_statute: bool
    extension_weeks: int
    extension_rule: str
    notice_weeks: int = 0


@dataclass(frozen=True, slots=True)
class PenaltyStep:
    """So many days at so much a day (Awb 4:17 par. 2), in euro."""

    days: int
    amount: int


@dataclass(frozen=True, slots=True)
class TermRules:
    """All of `terms.yaml`."""

    procedures: Mapping[Procedure, ProcedureTerm] = field(default_factory=dict)
    lengths: Mapping[str, Length] = field(default_factory=dict)
    equated: frozenset[date] = frozenset()
    penalty: tuple[PenaltyStep, ...] = ()


NO_TERMS: Final = TermRules()


def read_terms(top: Entry) -> TermRules:
    """Read `terms.yaml`; a procedure or length that the program needs and does not find is a fault."""
    procedures = by_id(top, "procedures", _procedure)
    lengths = by_id(top, "lengths", _length)
    equated = frozenset(filter(None, (_closed_day(entry) for entry in top.entries("equated_days"))))
    steps = tuple(_step(entry) for entry in top.entries("penalty"))
    known = {one.value: one for one in Procedure}
    for code in procedures:
        if code not in known:
            top.fault("procedures", f"{code!r} is geen procedure")
    for code in known:
        if code not in (*procedures, Procedure.NONE):
            top.fault("procedures", f"{code} ontbreekt")
    for id_ in LENGTHS:
        if id_ not in lengths:
            top.fault("lengths", f"{id_} ontbreekt")
    rules = {known[code]: one for code, one in procedures.items() if code in known}
    return TermRules(rules, lengths, equated, steps)


def _length(entry: Entry, id_: str) -> Length:
    return Length(
        id_, int(entry.number("number")), entry.choice("unit", Unit), entry.text("rule"), entry.text("source")
    )


def _procedure(entry: Entry, id_: str) -> ProcedureTerm:
    return ProcedureTerm(
        _length(entry, id_),
        entry.flag("in_statute"),
        int(entry.number("extension_weeks")),
        entry.text("extension_rule"),
        int(entry.number("notice_weeks", needed=False)),
    )


def _closed_day(entry: Entry) -> date | None:
    day = entry.day("day")
    entry.text("source")
    entry.close()
    return day


def _step(entry: Entry) -> PenaltyStep:
    step = PenaltyStep(int(entry.number("days")), int(entry.number("amount")))
    entry.close()
    return step
