# SPDX-License-Identifier: EUPL-1.2
"""Reading `terms.yaml`: whatever the program counts with and does not find there is a fault."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from assessment.catalogue.reading import Entry, by_id
from assessment.catalogue.term import (
    Length,
    PenaltyStep,
    ProcedureTerm,
    Reading,
    Suspension,
    TermRules,
    Unit,
)
from assessment.catalogue.wording import Sentence
from assessment.dossier.application import Procedure
from assessment.dossier.event import EventKind

LENGTHS: Final = (
    "leave-untreated",
    "bureau-advice",
    "bureau-extension",
    "objection",
    "objection-by-post",
    "objection-decision",
    "objection-committee",
    "objection-extension",
    "default",
    "penalty-decision",
    "reuse",
    "permit-suspension",
    "transfer-notice",
)
SUSPENSIONS: Final = ("supplement", "bureau", "bureau-data", "repair", "objection-agreed", "agreed")
DAYS_OFF: Final = (
    "saturday",
    "sunday",
    "new-year",
    "good-friday",
    "easter-monday",
    "ascension",
    "whit-monday",
    "kings-day",
    "liberation-day",
    "christmas",
    "boxing-day",
    "equated",
)
READINGS: Final[Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "long-terms": (("moved", "not-moved"), ()),
    "expiry-day": (("not-counted", "counted"), ("day",)),
    "bureau-cap": (("term", "term-and-a-day"), ("days",)),
    "first-penalty-day": (("after-two-weeks", "last-of-two-weeks"), ("day",)),
}
"""The ways of counting on which the statute is silent (law.md 8 no. 6): the choices, and what is filled in."""

NOTES: Final[Mapping[str, tuple[str, ...]]] = {
    "moved": ("raw", "name", "end"),
    "two-working-days": ("end",),
    "by-law": ("raw", "name"),
    "too-long": ("raw", "name"),
    "supplement-open": ("day",),
    "supplement-no-term": ("day",),
    "repair-open": ("day",),
    "repair-no-term": ("day",),
    "bureau-open": ("day",),
    "bureau-weeks": (),
    "suspension-open": ("what", "day"),
    "suspension-late": ("day",),
    "not-for-procedure": ("what",),
    "extension-late": ("day", "last"),
    "extension-again": ("day",),
    "extension-cut": ("weeks", "most"),
    "extension-weeks": ("day",),
    "extension-none": ("day",),
    "by-law-length": ("weeks",),
    "by-law-extension": ("weeks",),
    "by-law-name": ("weeks", "added"),
    "by-law-name-alone": ("weeks",),
    "default-early": ("day", "last"),
    "penalty-so-far": ("day", "days", "amount"),
    "objection-by-post": ("end", "day"),
    "objection-post-received": ("day", "end"),
    "objection-late": ("day", "end"),
    "at-most": (),
    "counted-back": (),
    "step-notice": (),
    "step-supplement": (),
    "step-hearing": (),
    "step-penalty": (),
}
"""The sentences that explain a term, with the places that are filled in each."""


def read_terms(top: Entry) -> TermRules:
    """Read `terms.yaml`; a procedure, length, reading or note that the program needs and does not find is a fault."""
    procedures = by_id(top, "procedures", _procedure)
    lengths = by_id(top, "lengths", read_length)
    suspensions = by_id(top, "suspensions", _suspension)
    readings = by_id(top, "readings", _reading)
    notes = by_id(top, "notes", lambda entry, id_: Sentence(id_, entry.text("text"), entry.text("basis")))
    days_off = by_id(top, "days_off", lambda entry, _id: (entry.text("name"), entry.text("source"))[0])
    _needs(top, "procedures", procedures, [one.value for one in Procedure if one is not Procedure.NONE], closed=True)
    _needs(top, "lengths", lengths, LENGTHS)
    _needs(top, "suspensions", suspensions, SUSPENSIONS)
    _needs(top, "readings", readings, READINGS, closed=True)
    _needs(top, "notes", notes, NOTES, closed=True)
    _needs(top, "days_off", days_off, DAYS_OFF, closed=True)
    for id_, sentence in notes.items():
        _fills(top, "notes", sentence, NOTES.get(id_, ()))
    known = {one.value: one for one in Procedure}
    return TermRules(
        {known[code]: one for code, one in procedures.items() if code in known},
        lengths,
        suspensions,
        readings,
        notes,
        days_off,
        read_equated(top),
        tuple(_step(entry) for entry in top.entries("penalty")),
    )


def read_equated(top: Entry) -> dict[date, str]:
    """Read the days that the Crown equated with holidays (Termijnenwet art. 3 par. 3), each with its source."""
    found: dict[date, str] = {}
    for entry in top.entries("equated_days"):
        day, source = entry.day("day"), entry.text("source")
        entry.close()
        if day:
            found[day] = source
    return found


def read_length(entry: Entry, id_: str) -> Length:
    """Read a length of time with its rule, its source and its words."""
    number = entry.whole("number")
    if number < 1:
        entry.fault("number", "hier hoort een getal van één of meer te staan")
    texts = (entry.text("rule"), entry.text("source"), entry.text("text"))
    return Length(id_, number, entry.choice("unit", Unit), *texts)


def _needs(top: Entry, key: str, found: Collection[str], wanted: Collection[str], *, closed: bool = False) -> None:
    for id_ in wanted:
        if id_ not in found:
            top.fault(key, f"{id_} ontbreekt")
    for id_ in found if closed else ():
        if id_ not in wanted:
            top.fault(key, f"{id_!r} is onbekend")


def _fills(top: Entry, key: str, sentence: Sentence, places: Collection[str]) -> None:
    if strange := sorted(sentence.places - {*places}):
        top.fault(key, f"{sentence.id} heeft een plaats die het programma niet invult: {', '.join(strange)}")


def _procedure(entry: Entry, id_: str) -> ProcedureTerm:
    return ProcedureTerm(
        read_length(entry, id_),
        entry.flag("in_statute"),
        entry.whole("extension_weeks"),
        entry.text("extension_rule"),
        entry.text("extension_text"),
        int(entry.number("notice_weeks", needed=False)),
    )


def _suspension(entry: Entry, id_: str) -> Suspension:
    begins, ends = _event(entry, "begins"), _event(entry, "ends")
    if (begins is None) is not (ends is None):
        entry.fault("ends", "begins en ends horen bij elkaar")
    entry.text("source")
    return Suspension(
        id_,
        entry.text("name"),
        entry.text("rule"),
        entry.text("text"),
        begins,
        ends,
        entry.flag("day_after", needed=False),
        _procedures(entry, "only_for"),
        _procedures(entry, "not_for"),
    )


def _event(entry: Entry, key: str) -> EventKind | None:
    return entry.choice(key, EventKind) if key in entry.keys else None


def _procedures(entry: Entry, key: str) -> frozenset[Procedure]:
    return frozenset(entry.choices(key, Procedure)) if key in entry.keys else frozenset()


def _reading(entry: Entry, id_: str) -> Reading:
    choices, places = READINGS.get(id_, ((), ()))
    options = by_id(entry, "options", lambda one, option: (one.text("name"), Sentence(option, one.text("text"), id_)))
    names = {option: name for option, (name, _) in options.items()}
    texts = {option: sentence for option, (_, sentence) in options.items()}
    _needs(entry, "options", texts, choices, closed=True)
    for sentence in texts.values():
        _fills(entry, "options", sentence, places)
    value = entry.text("value")
    if value not in texts:
        entry.fault("value", f"{value!r} staat niet in: {', '.join(texts)}")
    return Reading(id_, value, texts, entry.text("reason"), entry.text("source"), entry.text("name"), names)


def _step(entry: Entry) -> PenaltyStep:
    step = PenaltyStep(entry.whole("days"), entry.whole("amount"))
    entry.close()
    return step
