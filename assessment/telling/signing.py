# SPDX-License-Identifier: EUPL-1.2
"""Section 13: four eyes, the history of versions, what is attached, and how to verify all of it."""

from __future__ import annotations

from assessment.dates import tell
from assessment.telling.block import Attachment, Block, Bullets, Heading, Pairs, Span, Table
from assessment.telling.framework import catalogue_date
from assessment.telling.material import Material
from assessment.telling.shaping import columns, quiet, row, section, table_or
from assessment.telling.words import told

_LINE = "…" * 14


def signing(material: Material, attachments: tuple[Attachment, ...]) -> tuple[Block, ...]:
    """Give the whole section."""
    return (
        section(13, "Ondertekening, versies en verificatie"),
        *(() if material.is_brief else (material.rule("four-eyes"),)),
        _signatures(material),
        _reviews(material),
        Heading(3, "Versies, bijlagen en verificatie"),
        *_history(material),
        _attached(attachments),
        Pairs(_proof(material)),
    )


def _signatures(material: Material) -> Table:
    rows = (
        row("Behandelaar", material.issue.drafted_by or _LINE, _LINE, _LINE),
        row("Tweede lezer", _LINE, _LINE, _LINE),
    )
    heads = columns(("Rol", 0.2), ("Naam", 0.3), ("Datum", 0.2), ("Handtekening", 0.3))
    return Table("", heads, rows)


def _reviews(material: Material) -> Block:
    rows = [
        row(told(one.by), told(one.on), material.word(one.verdict), told(one.remarks), told(one.seal))
        for one in material.dossier.reviews
    ]
    heads = columns(("Lezer", 0.17), ("Datum", 0.14), ("Oordeel", 0.14), ("Opmerkingen", 0.27), ("Zegel", 0.28))
    return table_or("Gelezen", heads, rows, "Een tweede lezer heeft dit nog niet gelezen.")


def _history(material: Material) -> tuple[Block, ...]:
    """Give the earlier versions; without them the version stands among the proof."""
    rows = [row(one.number, one.on, one.by, one.what) for one in material.issue.history]
    heads = columns(("Eerdere versie", 0.16), ("Datum", 0.18), ("Door", 0.28), ("Wat", 0.38))
    return (Table("", heads, tuple(rows)),) if rows else ()


def _attached(attachments: tuple[Attachment, ...]) -> Block:
    if not attachments:
        return quiet("Er zijn geen bijlagen bij dit stuk.")
    return Bullets(tuple((Span(one.name, bold=True), Span(f": {one.description}")) for one in attachments))


def _proof(material: Material) -> tuple[tuple[str, str], ...]:
    by = f"Toetssteen {material.assessment.program}"
    return (
        ("Versie", _version(material)),
        ("Kenmerk", material.assessment.receipt),
        ("Catalogus", f"{catalogue_date(material)}, {material.catalogue.checksum}"),
        (
            "Programma",
            f"{by}, beoordeeld per {tell(material.assessment.assessed_on)}",
        ),
        ("Zelf nagaan", material.say("verification")),
        ("Geheimhouding", f"{material.say('secrecy')} ({material.source('secrecy')})"),
    )


def _version(material: Material) -> str:
    issue = material.issue
    earlier = "" if issue.history else "; er zijn geen eerdere versies"
    return f"{issue.version}, {tell(material.assessment.assessed_on)}{earlier}"
