# SPDX-License-Identifier: EUPL-1.2
"""The strict reading of conditions from catalogue files."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assessment.catalogue.condition import (
    AboutInstrument,
    AboutPermit,
    AllOf,
    Answered,
    AnyOf,
    Condition,
    Existing,
    Has,
    Not,
    SubjectIs,
    SubjectKind,
)
from assessment.catalogue.filled_in import Having
from assessment.catalogue.reading import Entry
from assessment.dossier.application import Instrument


def read_condition(entry: Entry) -> Condition:
    """Read one condition; a fault leaves an empty `AllOf` behind."""
    known = [key for key in entry.keys if key in _READERS]
    if len(known) != 1:
        entry.fault("when", f"hier hoort precies één van deze sleutels te staan: {', '.join(_READERS)}")
        return AllOf(())
    condition = _READERS[known[0]](entry, known[0])
    entry.close()
    return condition


def _read_answered(entry: Entry, key: str) -> Condition:
    question = entry.text(key)
    values = entry.words("in") if "in" in entry.keys else entry.words("is")
    return Answered(question, values)


def _parts(entry: Entry, key: str) -> tuple[Condition, ...]:
    parts = entry.entries(key)
    if not parts:
        entry.fault(key, "hier hoort ten minste één voorwaarde te staan")
    return tuple(read_condition(part) for part in parts)


_READERS: Mapping[str, Callable[[Entry, str], Condition]] = {
    "question": _read_answered,
    "permit": lambda entry, key: AboutPermit(entry.words(key)),
    "instrument": lambda entry, key: AboutInstrument(entry.choices(key, Instrument)),
    "existing": lambda entry, key: Existing(entry.flag(key)),
    "subject": lambda entry, key: SubjectIs(entry.choice(key, SubjectKind)),
    "has": lambda entry, key: Has(entry.choice(key, Having)),
    "all": lambda entry, key: AllOf(_parts(entry, key)),
    "any": lambda entry, key: AnyOf(_parts(entry, key)),
    "not": lambda entry, key: Not(read_condition(entry.entry(key))),
}
