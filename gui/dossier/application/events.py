# SPDX-License-Identifier: EUPL-1.2
"""Events in order of time: their columns and their fields. An event has no id; its place in the dossier names it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.known import NOT_KNOWN, known
from gui.parts import choices
from gui.parts.badge import NOT_KNOWN_BADGE, Tone
from gui.parts.field_spec import FieldSpec, Kind, read
from gui.parts.record_model import Column

_INVITES = (EventKind.SUPPLEMENT_INVITED, EventKind.FORM_SENT, EventKind.BUREAU_ASKED_DATA)
_ANSWERS = (EventKind.SUPPLEMENT_RECEIVED,)
_LENGTHENS = (EventKind.EXTENSION_NOTIFIED, EventKind.BUREAU_EXTENDED)
_OBJECTS = (EventKind.OBJECTION_RECEIVED,)
_COUNTED = ("kind", "on", "due", "complete", "weeks", "committee")
_OF_SOMEBODY = (EventKind.FORM_SENT, EventKind.FORM_REFUSED)
_OF_A_PERMIT = (
    EventKind.CONDITION_BREACHED, EventKind.DECISION_MADE, EventKind.DECISION_NOTIFIED, EventKind.WITHDRAWN,
    EventKind.PERMIT_SUSPENDED, EventKind.PERMIT_SUSPENSION_ENDED, EventKind.TRANSFER_INTENDED, EventKind.TRANSFER_TOLD,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its place in the dossier and its words."""

    at: int
    event: Event
    word: str
    details: str

    @property
    def id(self) -> int:
        """The place: the table keeps its current row by it."""
        return self.at


def rows(dossier: Dossier, catalogue: Catalogue) -> tuple[EventRow, ...]:
    """List the events in order of time."""
    found = [
        EventRow(at, one, catalogue.word("event-kind", one.kind), _details(one, dossier))
        for at, one in enumerate(dossier.events)
    ]
    return tuple(sorted(found, key=lambda row: row.event.on))


def _details(event: Event, dossier: Dossier) -> str:
    weeks, party = known(event.weeks), known(event.party)
    parts = [
        f"{weeks} weken" if weeks is not None else "",
        dossier.name_of(party) if party else "",
        known(event.permit) or "",
        "met adviescommissie" if event.committee is True else "",
        known(event.text) or "",
    ]
    return "; ".join(part for part in parts if part)


def _due(row: EventRow) -> str:
    due = known(row.event.due)
    return tell(due) if due else ""


def _unknown_due(row: EventRow) -> tuple[Tone, str] | None:
    is_missing = row.event.kind is EventKind.SUPPLEMENT_INVITED and row.event.due is NOT_KNOWN
    return NOT_KNOWN_BADGE if is_missing else None


def _complete(row: EventRow) -> tuple[Tone, str] | None:
    if row.event.kind not in _ANSWERS and known(row.event.complete) is None:
        return None
    if known(row.event.complete) is None:
        return NOT_KNOWN_BADGE
    return (Tone.OK, "volledig") if row.event.complete else (Tone.WARN, "onvolledig")


COLUMNS = (
    Column("Dag", lambda row: tell(row.event.on), 116, order=lambda row: row.event.on),
    Column("Gebeurtenis", lambda row: row.word, 0),
    Column("Termijn tot", _due, 122, badge=_unknown_due),
    Column("Volledig", lambda _row: "", 122, badge=_complete),
    Column("Bijzonderheden", lambda row: row.details, 150, tip=lambda row: row.details),
)


def event_specs(catalogue: Catalogue, dossier: Dossier) -> tuple[FieldSpec, ...]:
    """List the fields of an event; what its kind does not need is only shown when it holds something."""
    permits = {id_: f"{id_} · {name}" for id_, name in choices.permits(dossier, catalogue).items()}
    return (
        FieldSpec("kind", "Gebeurtenis", Kind.SEARCH, words=catalogue.words["event-kind"], make=EventKind,
                  may_be_unknown=False, needed="Kies wat er is gebeurd."),
        FieldSpec("on", "Dag", Kind.DATE, needed="Vul de dag in, bijvoorbeeld 26-1-2026."),
        FieldSpec("due", "Termijn tot en met", Kind.DATE, none_word="geen termijn", shown=_asks("due", _INVITES)),
        FieldSpec("complete", "Was het volledig?", Kind.TRI, shown=_asks("complete", _ANSWERS)),
        FieldSpec("weeks", "Aantal weken", Kind.NUMBER, shown=_asks("weeks", _LENGTHENS)),
        FieldSpec("party", "Van of aan wie", Kind.PARTY, shown=_asks("party", _OF_SOMEBODY)),
        FieldSpec("permit", "Welke vergunning", Kind.CHOICE, words=permits, shown=_asks("permit", _OF_A_PERMIT)),
        FieldSpec("committee", "Beslist een adviescommissie mee?", Kind.TRI, shown=_asks("committee", _OBJECTS)),
        FieldSpec("text", "Toelichting", Kind.LONG_TEXT),
    )  # fmt: skip


def new_event_specs(catalogue: Catalogue, dossier: Dossier) -> tuple[FieldSpec, ...]:
    """List what a new event needs and what terms are counted from; the rest follows in its own sheet."""
    return tuple(one for one in event_specs(catalogue, dossier) if one.attr in _COUNTED)


def _asks(attr: str, kinds: tuple[EventKind, ...]) -> Callable[[Any], bool]:
    return lambda event: getattr(event, "kind", None) in kinds or known(read(event, attr)) is not None
