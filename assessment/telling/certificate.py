# SPDX-License-Identifier: EUPL-1.2
"""The certificate of a destruction as a document: that it happened, when, by whom and on what ground.

The reference stands only on the one that is printed at that moment: it is handed in and kept nowhere.
"""

from __future__ import annotations

from typing import Final

from assessment.dates import tell
from assessment.destruction import Certificate
from assessment.known import NOT_KNOWN_WORD
from assessment.retention import months_told
from assessment.telling.block import Block, Document, Heading, Pairs, Paragraph, Tone

TITLE: Final = "Verklaring van vernietiging"
_NOT_DONE: Final = (
    "De vernietiging is nog niet af: uit een of meer reservekopieën moet het dossier nog weg."
    " Dat gebeurt als de kluis de volgende keer opengaat."
)
_DONE: Final = (
    "Van het dossier is in de kluis, in de concepten en in de reservekopieën van de kluis niets meer te lezen."
    " Kopieën die buiten de kluis zijn gemaakt, vallen hier niet onder."
)


def certificate_document(certificate: Certificate, authority: str, made_on: str, reference: str = "") -> Document:
    """Make the document; `reference` is that of the dossier, where who asks still knows it."""
    return Document(
        title=TITLE, subject="", reference=reference or certificate.dossier, authority=authority, classification="",
        version="", made_on=made_on, receipt=certificate.id, blocks=_blocks(certificate, reference),
    )  # fmt: skip


def _blocks(certificate: Certificate, reference: str) -> tuple[Block, ...]:
    is_done = certificate.is_done
    return (
        Heading(1, TITLE),
        Paragraph.of(_DONE if is_done else _NOT_DONE, Tone.PLAIN if is_done else Tone.WARNING),
        Pairs(_about(certificate, reference), "Het dossier"),
        Pairs(_by(certificate), "Door wie"),
        Pairs(_gone(certificate), "Wat is vernietigd"),
    )


def _about(certificate: Certificate, reference: str) -> tuple[tuple[str, str], ...]:
    rows = [("Kenmerk", reference)] if reference else []
    starts, ends = certificate.starts_on, certificate.ends_on
    rows += [
        ("Nummer in de kluis", certificate.dossier),
        ("Grond", certificate.ground),
        ("Bewaartermijn", f"{months_told(certificate.months)} na: {certificate.event}"),
        ("Begin van de termijn", tell(starts) if starts else NOT_KNOWN_WORD),
        ("Einde van de termijn", tell(ends) if ends else NOT_KNOWN_WORD),
    ]
    if certificate.reason:
        rows.append(("Reden om niet te wachten", certificate.reason))
    return tuple(rows)


def _by(certificate: Certificate) -> tuple[tuple[str, str], ...]:
    return (
        ("Voorgesteld door", f"{certificate.proposed_by}, {tell(certificate.proposed_at.date())}"),
        ("Uitgevoerd door", f"{certificate.carried_out_by}, {tell(certificate.at.date())}"),
        ("Nummer van de verklaring", certificate.id),
    )


def _gone(certificate: Certificate) -> tuple[tuple[str, str], ...]:
    amounts = certificate.amounts
    rows = [
        ("Onderdelen", str(amounts.parts)),
        ("Concepten", str(amounts.drafts)),
        ("Woorden in het logboek", str(amounts.words)),
        ("Bijlagen", str(amounts.attachments)),
    ]
    if certificate.is_done:
        rows.append(("Reservekopieën die het dossier niet meer bevatten", str(certificate.backups)))
        rows.append(("Reservekopieën die zijn weggehaald", str(certificate.removed)))
    return tuple(rows)
