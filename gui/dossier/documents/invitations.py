# SPDX-License-Identifier: EUPL-1.2
"""Invitations to supplement (Awb 4:5) and what came in on them; both are events of the procedure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.known import NOT_KNOWN, known
from assessment.telling.policy_told import term_told
from assessment.terms.invitations import Invitation, invitations
from gui.parts.badge import NOT_KNOWN_BADGE, Tone
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.record_model import Column

KINDS = (EventKind.SUPPLEMENT_INVITED, EventKind.SUPPLEMENT_RECEIVED)


@dataclass(frozen=True, slots=True)
class SupplementRow:
    """One letter out or in, its place among the events, and for an invitation how it was answered."""

    at: int
    event: Event
    answer: Invitation | None
    today: date

    @property
    def id(self) -> int:
        """The place: the table keeps its current row by it."""
        return self.at

    @property
    def is_invitation(self) -> bool:
        """Whether this letter went out."""
        return self.event.kind is EventKind.SUPPLEMENT_INVITED


def rows(dossier: Dossier, today: date) -> tuple[SupplementRow, ...]:
    """List the letters in order of time."""
    answers = {one.on: one for one in invitations(dossier)}
    found = [
        SupplementRow(at, one, answers.get(one.on.first) if one.kind is KINDS[0] else None, today)
        for at, one in enumerate(dossier.events)
        if one.kind in KINDS
    ]
    return tuple(sorted(found, key=lambda row: row.event.on))


def state(row: SupplementRow) -> tuple[Tone, str]:
    """Say how it stands with a letter."""
    if not row.is_invitation or row.answer is None:
        return _completeness(row.event.complete)
    if row.answer.answered_on is None:
        return (Tone.DANGER, "niet beantwoord") if row.answer.is_expired(row.today) else (Tone.INFO, "loopt nog")
    return _completeness(NOT_KNOWN if row.answer.complete is None else row.answer.complete)


def _completeness(complete: object) -> tuple[Tone, str]:
    if complete is True:
        return Tone.OK, "volledig"
    return (Tone.WARN, "onvolledig") if complete is False else (Tone.UNKNOWN, "volledig? niet bekend")


def open_invitation(rows_: tuple[SupplementRow, ...]) -> str:
    """Say in a sentence until when the last invitation stands open, or that its term passed unused."""
    out = [row for row in rows_ if row.is_invitation and row.answer is not None]
    last = out[-1].answer if out else None
    if last is None or last.answered_on is not None or last.due is None:
        return ""
    if last.is_expired(out[-1].today):
        return f"Niet geantwoord op de vraag om aanvulling van {tell(last.on)}; de termijn liep tot {tell(last.due)}."
    return f"De vraag om aanvulling van {tell(last.on)} loopt tot en met {tell(last.due)}."


def _due(row: SupplementRow) -> str:
    due = known(row.event.due)
    return tell(due) if due else ""


COLUMNS = (
    Column("Dag", lambda row: tell(row.event.on), 104),
    Column("Brief", lambda row: "aanvulling gevraagd" if row.is_invitation else "aanvulling ontvangen", 164),
    Column("Termijn tot", _due, 130,
           badge=lambda row: NOT_KNOWN_BADGE if row.is_invitation and not _due(row) else None),
    Column("Toelichting", lambda row: known(row.event.text) or "", 0, tip=lambda row: known(row.event.text) or ""),
    Column("Stand", lambda row: state(row)[1], 176, badge=state),
)  # fmt: skip

RECEIVED = (
    FieldSpec("on", "Ontvangen op", Kind.DATE, needed="Vul de dag van ontvangst in, bijvoorbeeld 12-2-2026."),
    FieldSpec("complete", "Was het volledig?", Kind.TRI),
    FieldSpec("text", "Toelichting", Kind.LONG_TEXT),
)


def specs_of(kind: EventKind, catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List the fields of a letter."""
    return _invited(catalogue) if kind is EventKind.SUPPLEMENT_INVITED else RECEIVED


def _invited(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    until = f"Tot en met deze dag kan betrokkene aanvullen (Awb art. 4:5). {term_told(catalogue, 'supplement')}"
    return (
        FieldSpec("on", "Gevraagd op", Kind.DATE, needed="Vul de dag van de brief in, bijvoorbeeld 2-2-2026."),
        FieldSpec("due", "Termijn tot en met", Kind.DATE, until, none_word="geen termijn"),
        FieldSpec("text", "Wat is gevraagd", Kind.LONG_TEXT),
    )


def make_letter(kind: EventKind, values: dict[str, Any]) -> Event:
    """Make the event of a new letter."""
    return Event(kind, **values)
