# SPDX-License-Identifier: EUPL-1.2
"""Section 6: every source with its basis, grade and class, whether it may be used, and what would unblock it."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.dates import When, tell
from assessment.dossier.information import Information
from assessment.known import NOT_KNOWN_WORD
from assessment.outcome import Admission, Verdict
from assessment.telling.block import Block, Cell, Heading, Paragraph, Span, Table, Tone
from assessment.telling.material import Material, spaced
from assessment.telling.shaping import columns, part, reason_text, row, section, table_or
from assessment.telling.words import listed, sentence, told

_HEADS = columns(("Nr", 0.06), ("Bron, grondslag, waardering en bruikbaarheid", 0.45), ("Inhoud", 0.49))


def consulted(material: Material) -> tuple[Block, ...]:
    """Give the open list, then the closed part, clearly marked; under each what may not be used freely, and why."""
    items = material.dossier.information
    open_ = [one for one in items if not material.is_closed(one)]
    closed = [one for one in items if material.is_closed(one)]
    return (
        section(6, "Geraadpleegde bronnen"),
        *((Heading(3, "6.1 Open deel"),) if closed else ()),
        table_or("", _HEADS, _rows(material, open_), "Er zijn geen bronnen in het open deel vastgelegd."),
        *_limits(material, open_),
        *part("6.2 Gesloten deel", _closed_part(material, closed), "Er is geen gesloten informatie vastgelegd."),
    )


def _closed_part(material: Material, closed: list[Information]) -> tuple[Block, ...]:
    if not closed:
        return ()
    notice = Paragraph.of(material.say("closed-part"), Tone.WARNING)
    table = Table("Gesloten deel: niet tonen, niet verder verstrekken", _HEADS, tuple(_rows(material, closed)))
    return (notice, table, *_limits(material, closed))


def _rows(material: Material, items: Iterable[Information]) -> list[tuple[Cell, ...]]:
    return [row(Cell(one.id, anchor=f"info-{one.id}"), _origin(material, one), _content(one)) for one in items]


def _content(item: Information) -> str:
    """Give the content verbatim, and the leave that was given to use it."""
    content = told(item.content)
    return f"{content} Toestemming: {item.permission}" if item.permission else content


def _origin(material: Material, item: Information) -> str:
    """Tell where it comes from: partner, dates, article, about whom, kind, grade, class and verdict."""
    partner = material.catalogue.partners.get(item.partner)
    about = listed(material.name(one) for one in item.about) if item.about else NOT_KNOWN_WORD
    class_ = material.word(item.classification).split(",")[0]
    graded = (material.word(item.source_kind), f"waardering {grade(item)}", class_)
    parts = (
        f"{partner.name if partner else told(item.partner)}, {_dates(item)}",
        _basis(material, item),
        f"Over {about}",
        ", ".join(graded),
        _verdict(material, material.admission(item.id)),
    )
    return " ".join(sentence(one) for one in parts)


def _dates(item: Information) -> str:
    asked = f"gevraagd {tell(item.requested_on)}" if isinstance(item.requested_on, When) else ""
    got = f"ontvangen {tell(item.received_on)}" if isinstance(item.received_on, When) else "nog niet ontvangen"
    return f"{asked}, {got}" if asked else got


def _basis(material: Material, item: Information) -> str:
    basis = material.catalogue.bases.get(item.basis) if isinstance(item.basis, str) else None
    return basis.article if basis else f"grondslag: {told(item.basis)}"


def grade(item: Information) -> str:
    """Tell the grade in the 4x4 notation, or that it was not graded."""
    if not item.source_grade and not item.content_grade:
        return told(item.source_grade)
    return f"{item.source_grade or '?'}{item.content_grade or '?'}"


def _verdict(material: Material, admission: Admission | None) -> str:
    return "bruikbaarheid niet bekend" if admission is None else material.word(admission.verdict)


def _limits(material: Material, items: Iterable[Information]) -> tuple[Block, ...]:
    """Say of what may not be used freely why that is, and what would unblock it; the same reason once."""
    per_reason: dict[tuple[str, str], list[Span]] = {}
    for item in items:
        admission = material.admission(item.id)
        if admission is not None and (admission.verdict is not Verdict.USABLE or not admission.may_carry):
            key = (_why(material, admission), material.named(admission.cure))
            per_reason.setdefault(key, []).extend(material.source_spans((item.id,)))
    rows = tuple(
        row(Cell("".join(one.text for one in spaced(marks)), spans=spaced(marks)), why, sentence(cure or told(None)))
        for (why, cure), marks in per_reason.items()
    )
    heads = columns(("Bron", 0.09), ("§ Niet vrij te gebruiken, omdat", 0.58), ("Dat wordt anders met", 0.33))
    return (Table("", heads, rows),) if rows else ()


def _why(material: Material, admission: Admission) -> str:
    reasons = dict.fromkeys(sentence(material.named(reason_text(one))) for one in admission.reasons)
    carries = [] if admission.may_carry or admission.verdict is Verdict.BLOCKED else ["Draagt geen feit."]
    return " ".join([*reasons, *carries] or [sentence(material.word(admission.verdict))])
