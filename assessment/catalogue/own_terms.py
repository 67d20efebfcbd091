# SPDX-License-Identifier: EUPL-1.2
"""What a municipality lays down about counting: further days off, ways of counting, and the term of its by-law.

A term of a statute is never among it (law.md 3.1, C7 and C9, and 8 no. 6).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from assessment.catalogue.reading import Entry, by_id
from assessment.catalogue.term import Length, ProcedureTerm, Reading, TermRules, Unit
from assessment.dossier.application import Procedure

FIRST_YEAR: Final = 2020
LAST_YEAR: Final = 2100
LONGEST: Final = 26
"""Weeks of a term of a by-law, and of its extension."""

_NUMBERS: Final = (
    "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf",
)  # fmt: skip
_FRIDAY: Final = 5


def read_own_terms(top: Entry, shipped: TermRules, by: str) -> TermRules:
    """Read a municipality's `terms.yaml` on top of what ships; what is of a statute, or does not exist, is a fault."""
    readings = by_id(top, "readings", lambda entry, id_: _reading(entry, id_, shipped, by), needed=False)
    by_laws = by_id(top, "procedures", lambda entry, id_: _by_law(entry, id_, shipped, by), needed=False)
    return replace(
        shipped,
        equated={**shipped.equated, **_days(top, shipped.equated)},
        readings={**shipped.readings, **{id_: one for id_, one in readings.items() if one}},
        procedures={**shipped.procedures, **{Procedure(id_): one for id_, one in by_laws.items() if one}},
    )


def own_names(terms: TermRules) -> dict[str, str]:
    """Name the procedures of which the municipality's by-law gives the term: what ships would tell other numbers."""
    return {code.value: _name(one, terms) for code, one in terms.procedures.items() if one.changed_by}


def _days(top: Entry, shipped: Mapping[date, str]) -> dict[date, str]:
    found: dict[date, str] = {}
    for entry in top.entries("equated_days", needed=False):
        day, source = entry.day("day"), entry.text("source")
        entry.close()
        if day is None:
            continue
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            entry.fault("day", f"hier hoort een dag tussen {FIRST_YEAR} en {LAST_YEAR} te staan")
        elif day in shipped or day in found or day.isoweekday() > _FRIDAY:
            entry.fault("day", "deze dag telt al niet mee")
        else:
            found[day] = source
    return found


def _reading(entry: Entry, id_: str, shipped: TermRules, by: str) -> Reading | None:
    value, rule = entry.text("value"), entry.text("rule")
    reading = shipped.readings.get(id_)
    if reading is None:
        entry.fault("id", f"deze telwijze bestaat niet; kies uit: {', '.join(shipped.readings)}")
        return None
    if value and value not in reading.texts:
        entry.fault("value", f"{value!r} staat niet in: {', '.join(reading.texts)}")
    return replace(reading, value=value, reason="", source=rule, changed_by=by)


def _by_law(entry: Entry, id_: str, shipped: TermRules, by: str) -> ProcedureTerm | None:
    weeks, most = _weeks(entry, "weeks", 1), _weeks(entry, "extension_weeks", 0)
    moves, rule = entry.flag("moves"), entry.text("rule")
    term = next((one for code, one in shipped.procedures.items() if code == id_), None)
    if term is None:
        entry.fault("id", "deze procedure bestaat niet")
        return None
    if term.in_statute:
        entry.fault("id", "een termijn uit de wet verandert een gemeente niet")
        return None
    text = shipped.note("by-law-length", weeks=_in_words(weeks))
    length = Length(id_, weeks, Unit.WEEKS, rule, rule, text)
    longer = shipped.note("by-law-extension", weeks=_in_words(most)) if most else ""
    return ProcedureTerm(length, moves, most, rule if most else "", longer, changed_by=by)


def _weeks(entry: Entry, key: str, least: int) -> int:
    is_given = key in entry.keys
    weeks = entry.whole(key)
    if is_given and not least <= weeks <= LONGEST:
        entry.fault(key, f"dit ligt niet tussen {least} en {LONGEST}")
        return LONGEST
    return weeks


def _name(term: ProcedureTerm, terms: TermRules) -> str:
    weeks = _in_words(term.length.number)
    if not term.extension_rule:
        return terms.note("by-law-name-alone", weeks=weeks)
    return terms.note("by-law-name", weeks=weeks, added=_in_words(term.extension_weeks))


def _in_words(weeks: int) -> str:
    number = _NUMBERS[weeks] if weeks < len(_NUMBERS) else str(weeks)
    return f"{number} {'week' if weeks == 1 else 'weken'}"
