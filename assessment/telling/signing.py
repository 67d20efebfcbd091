# SPDX-License-Identifier: EUPL-1.2
"""Section 13: four eyes, the history of versions, what is attached, and how to verify all of it."""

from __future__ import annotations

from assessment.dates import tell
from assessment.telling.block import Attachment, Block, Heading, Pairs, Table
from assessment.telling.framework import tell_catalogue
from assessment.telling.issue import VersionLine
from assessment.telling.material import Material
from assessment.telling.shaping import columns, row, section, table_or
from assessment.telling.words import NOT_KNOWN_WORD, told

_LINE = "…" * 14


def signing(material: Material, attachments: tuple[Attachment, ...]) -> tuple[Block, ...]:
    """Give the whole section."""
    return (
        section(13, "Ondertekening, versies en verificatie"),
        material.rule("four-eyes"),
        _signatures(material),
        _reviews(material),
        Heading(3, "Versiegeschiedenis"),
        _history(material),
        Heading(3, "Bijlagen"),
        _attached(attachments),
        Heading(3, "Verificatie"),
        Pairs(_proof(material)),
        material.rule("verification"),
        material.rule("secrecy"),
    )


def _signatures(material: Material) -> Table:
    rows = (
        row("Behandelaar", material.issue.drafted_by or _LINE, _LINE, _LINE),
        row("Tweede lezer", _LINE, _LINE, _LINE),
    )
    heads = columns(("Rol", 0.2), ("Naam", 0.3), ("Datum", 0.2), ("Handtekening", 0.3))
    return Table("Ondertekening", heads, rows)


def _reviews(material: Material) -> Block:
    rows = [
        row(told(one.by), told(one.on), material.word(one.verdict), told(one.remarks), told(one.seal))
        for one in material.dossier.reviews
    ]
    heads = columns(("Lezer", 0.17), ("Datum", 0.14), ("Oordeel", 0.14), ("Opmerkingen", 0.27), ("Zegel", 0.28))
    return table_or("Gelezen", heads, rows, "Een tweede lezer heeft dit nog niet gelezen.")


def _history(material: Material) -> Block:
    issue = material.issue
    now = VersionLine(
        issue.number,
        tell(material.assessment.assessed_on),
        issue.drafted_by or NOT_KNOWN_WORD,
        f"deze versie, {issue.standing}",
    )
    rows = [row(one.number, one.on, one.by, one.what) for one in (*issue.history, now)]
    heads = columns(("Versie", 0.12), ("Datum", 0.18), ("Door", 0.3), ("Wat", 0.4))
    return Table("", heads, tuple(rows))


def _attached(attachments: tuple[Attachment, ...]) -> Block:
    rows = [row(one.name, one.description) for one in attachments]
    heads = columns(("Bestand", 0.35), ("Wat het is", 0.65))
    return table_or("", heads, rows, "Er zijn geen bijlagen bij dit stuk.")


def _proof(material: Material) -> tuple[tuple[str, str], ...]:
    return (
        ("Kenmerk", material.assessment.receipt),
        ("Catalogus", tell_catalogue(material)),
        ("Controlegetal catalogus", material.catalogue.checksum),
        ("Programma", f"Toetssteen {material.assessment.program}"),
        ("Beoordeeld per", tell(material.assessment.assessed_on)),
    )
