# SPDX-License-Identifier: EUPL-1.2
"""Section 6: every source with its basis, grade and class, whether it may be used, and what would unblock it."""

from __future__ import annotations

from assessment.dates import When, tell
from assessment.dossier.information import Information
from assessment.outcome import Admission, Verdict
from assessment.telling.block import Block, Cell, Heading, Paragraph, Table, Tone
from assessment.telling.material import Material
from assessment.telling.shaping import columns, quiet, reason_text, row, section, table_or
from assessment.telling.words import NOT_KNOWN_WORD, listed, sentence, told

_HEADS = columns(("Nr", 0.07), ("Bron en grondslag", 0.31), ("Inhoud", 0.35), ("Mag het worden gebruikt", 0.27))


def consulted(material: Material) -> tuple[Block, ...]:
    """Give the open list, then the closed part, clearly marked."""
    items = material.dossier.information
    open_ = [_row(material, one) for one in items if not material.is_closed(one)]
    closed = [_row(material, one) for one in items if material.is_closed(one)]
    return (
        section(6, "Geraadpleegde bronnen"),
        Heading(3, "6.1 Open deel"),
        table_or("Bronnen", _HEADS, open_, "Er zijn geen bronnen in het open deel vastgelegd."),
        Heading(3, "6.2 Gesloten deel"),
        *_closed_part(material, closed),
    )


def _closed_part(material: Material, rows: list[tuple[Cell, ...]]) -> tuple[Block, ...]:
    if not rows:
        return (quiet("Er is geen gesloten informatie vastgelegd."),)
    notice = Paragraph.of(material.say("closed-part"), Tone.WARNING)
    return (notice, Table("Gesloten deel: niet tonen, niet verder verstrekken", _HEADS, tuple(rows)))


def _row(material: Material, item: Information) -> tuple[Cell, ...]:
    return row(
        Cell(item.id, anchor=f"info-{item.id}"),
        _origin(material, item),
        told(item.content),
        usable(material, material.admission(item.id)),
    )


def _origin(material: Material, item: Information) -> str:
    """Tell where it comes from: partner, dates, article, about whom, grade and class."""
    partner = material.catalogue.partners.get(item.partner)
    about = listed(material.name(one) for one in item.about) if item.about else NOT_KNOWN_WORD
    parts = (
        f"{partner.name if partner else told(item.partner)}, {_dates(item)}.",
        f"Grondslag: {_basis(material, item)}.",
        sentence(f"Over {about}"),
        f"{sentence(material.word(item.source_kind))} Waardering {grade(item)}; {material.word(item.classification)}.",
        *((f"Toestemming: {item.permission}",) if item.permission else ()),
    )
    return " ".join(parts)


def _dates(item: Information) -> str:
    asked = f"gevraagd {tell(item.requested_on)}" if isinstance(item.requested_on, When) else ""
    got = f"ontvangen {tell(item.received_on)}" if isinstance(item.received_on, When) else "nog niet ontvangen"
    return f"{asked}, {got}" if asked else got


def _basis(material: Material, item: Information) -> str:
    basis = material.catalogue.bases.get(item.basis) if isinstance(item.basis, str) else None
    return basis.article if basis else told(item.basis)


def grade(item: Information) -> str:
    """Tell the grade in the 4x4 notation, or that it was not graded."""
    if not item.source_grade and not item.content_grade:
        return told(item.source_grade)
    return f"{item.source_grade or '?'}{item.content_grade or '?'}"


def usable(material: Material, admission: Admission | None) -> str:
    """Tell the verdict of the gate, why, and what would unblock it."""
    if admission is None:
        return NOT_KNOWN_WORD
    reasons = [sentence(reason_text(one)) for one in admission.reasons]
    carries = [] if admission.may_carry or admission.verdict is Verdict.BLOCKED else ["Draagt geen feit."]
    cure = [f"Nodig: {sentence(admission.cure)}"] if admission.cure else []
    return " ".join([sentence(material.word(admission.verdict)), *reasons, *carries, *cure])
