# SPDX-License-Identifier: EUPL-1.2
"""The columns of the table of information."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.information import Information
from assessment.known import NOT_KNOWN, NOT_KNOWN_WORD, known
from assessment.outcome import Admission, Verdict
from gui.parts.badge import Tone
from gui.parts.record_model import Column

TONES = {Verdict.USABLE: Tone.OK, Verdict.CLOSED_PART: Tone.WARN, Verdict.BLOCKED: Tone.DANGER}
_SHORT = {Verdict.CLOSED_PART: "gesloten deel"}
"""Where the table has no room for the whole verdict; its tooltip and the sheet have it."""


@dataclass(frozen=True, slots=True)
class InformationRow:
    """One item with what the gate says of it and the words of the catalogue."""

    item: Information
    admission: Admission | None
    partner: str
    about: str
    classification: str
    verdict: str

    @property
    def id(self) -> str:
        """The id of the item: the table keeps its place by it."""
        return self.item.id


def rows(dossier: Dossier, admissions: tuple[Admission, ...], catalogue: Catalogue) -> tuple[InformationRow, ...]:
    """Put each item beside its verdict."""
    found = {one.information: one for one in admissions}
    return tuple(_row(one, found.get(one.id), dossier, catalogue) for one in dossier.information)


def _row(item: Information, admission: Admission | None, dossier: Dossier, catalogue: Catalogue) -> InformationRow:
    partner = catalogue.partners.get(item.partner)
    classification = known(item.classification)
    return InformationRow(
        item=item,
        admission=admission,
        partner=partner.name if partner else NOT_KNOWN_WORD,
        about=", ".join(dossier.name_of(one) for one in item.about) or NOT_KNOWN_WORD,
        classification=catalogue.word("classification", classification) if classification else NOT_KNOWN_WORD,
        verdict=catalogue.word("gate-verdict", admission.verdict) if admission else "",
    )


def _received(row: InformationRow) -> str:
    received = known(row.item.received_on)
    if received is not None:
        return tell(received)
    return "nog niet ontvangen" if row.item.received_on is NOT_KNOWN else "geen datum"


def _grade(row: InformationRow) -> str:
    return "".join(str(known(one) or "–") for one in (row.item.source_grade, row.item.content_grade))


def _badge(row: InformationRow) -> tuple[Tone, str] | None:
    return (TONES[row.admission.verdict], _short(row)) if row.admission else None


def _short(row: InformationRow) -> str:
    return _SHORT.get(row.admission.verdict, row.verdict) if row.admission else ""


def _why(row: InformationRow) -> str:
    reasons = (one.text for one in row.admission.reasons) if row.admission else ()
    return "\n".join((row.verdict, *reasons))


def _number(row: InformationRow) -> tuple[int, str]:
    digits = row.item.id[1:]
    return (int(digits) if digits.isdecimal() else 0, row.item.id)


COLUMNS = (
    Column("Nr.", lambda row: row.item.id, 44, order=_number),
    Column("Partner", lambda row: row.partner, 150, tip=lambda row: row.partner),
    Column("Over wie", lambda row: row.about, 0, tip=lambda row: row.about),
    Column("Ontvangen", _received, 108, order=lambda row: str(known(row.item.received_on) or "9")),
    Column("4x4", _grade, 44, tip=lambda _row: "Betrouwbaarheid van de bron (A–C, X) en van de inhoud (1–4)"),
    Column("Vertrouwelijkheid", lambda row: row.classification, 116, tip=lambda row: row.classification),
    Column("Mag dit?", _short, 150, badge=_badge, tip=_why),
)
