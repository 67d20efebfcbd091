# SPDX-License-Identifier: EUPL-1.2
"""The columns and fields of a document, and what is missing in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from assessment.dates import tell
from assessment.dossier.document import Document
from assessment.known import NOT_KNOWN, known
from gui.parts.badge import NOT_KNOWN_BADGE, Tone
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.record_model import Column


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as it stands on a day."""

    document: Document
    today: date

    @property
    def id(self) -> str:
        """The id of the document: the table keeps its place by it."""
        return self.document.id

    @property
    def name(self) -> str:
        """Its name, or that it has none."""
        return self.document.name or f"zonder naam ({self.document.id})"

    @property
    def is_received(self) -> bool:
        """Whether it has come in."""
        return known(self.document.received_on) is not None

    @property
    def is_late(self) -> bool:
        """Whether its term has passed while it is still out."""
        due = known(self.document.due)
        return not self.is_received and due is not None and due.last < self.today


def state(row: DocumentRow) -> tuple[Tone, str]:
    """Say how it stands with a document."""
    if not row.is_received:
        return (Tone.DANGER, "te laat") if row.is_late else (Tone.UNKNOWN, "nog niet ontvangen")
    if known(row.document.complete) is None:
        return Tone.UNKNOWN, "volledig? niet bekend"
    return (Tone.OK, "volledig") if row.document.complete else (Tone.WARN, "onvolledig")


def missing(rows: tuple[DocumentRow, ...]) -> str:
    """Say in sentences what is late, still out, incomplete or not looked at."""
    late = [row.name for row in rows if row.is_late]
    out = [row.name for row in rows if not row.is_received and not row.is_late]
    incomplete = [row.name for row in rows if row.is_received and row.document.complete is False]
    unseen = [row.name for row in rows if row.is_received and known(row.document.complete) is None]
    told = (("Te laat", late), ("Nog niet ontvangen", out), ("Onvolledig", incomplete), ("Nog na te kijken", unseen))
    return "\n".join(f"{what}: {', '.join(names)}." for what, names in told if names)


def _date(attr: str) -> Callable[[DocumentRow], str]:
    def read(row: DocumentRow) -> str:
        when = known(getattr(row.document, attr))
        return tell(when) if when else ""

    return read


def _order(attr: str) -> Callable[[DocumentRow], str]:
    return lambda row: str(known(getattr(row.document, attr)) or "9")


def _asked(row: DocumentRow) -> tuple[Tone, str] | None:
    return NOT_KNOWN_BADGE if row.document.asked_on is NOT_KNOWN else None


COLUMNS = (
    Column("Stuk", lambda row: row.name, 0, tip=lambda row: row.name),
    Column("Gevraagd", _date("asked_on"), 130, badge=_asked, order=_order("asked_on")),
    Column("Termijn tot", _date("due"), 108, order=_order("due")),
    Column("Ontvangen", _date("received_on"), 108, order=_order("received_on")),
    Column("Stand", lambda row: state(row)[1], 176, badge=state),
)

SPECS = (
    FieldSpec("name", "Naam", empty="", help="Bijvoorbeeld: Bibob-formulier, huurcontract, jaarrekening."),
    FieldSpec("asked_on", "Gevraagd op", Kind.DATE, none_word="niet gevraagd"),
    FieldSpec("due", "Termijn tot en met", Kind.DATE, none_word="geen termijn"),
    FieldSpec("received_on", "Ontvangen op", Kind.DATE, "Laat leeg zolang het stuk er niet is."),
    FieldSpec("complete", "Is het stuk volledig?", Kind.TRI, "Kijk ook naar handtekening, datum en bijlagen."),
)
