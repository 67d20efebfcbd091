# SPDX-License-Identifier: EUPL-1.2
"""Section 2: the summary, half a page: why, how certain, and with which reservations."""

from __future__ import annotations

from assessment.outcome import GroundOutcome, Severity
from assessment.telling.block import Block, Bullets, Paragraph, Span
from assessment.telling.headline import degree
from assessment.telling.material import Material
from assessment.telling.open_points import split
from assessment.telling.shaping import section
from assessment.telling.words import count, listed, sentence, told_computed, told_euro

Item = tuple[Span, ...]


def summary(material: Material) -> tuple[Block, ...]:
    """Give the points that carry the conclusion, then the reservations."""
    items = [
        *_grounds(material),
        _financing(material),
        _unknown(material),
        *_reservations(material),
    ]
    if material.is_brief:
        return (section(2, "Samenvatting"), Paragraph(tuple(span for item in items for span in (*item, Span(" ")))))
    return (section(2, "Samenvatting"), Bullets(tuple(items)))


def _grounds(material: Material) -> list[Item]:
    """Tell what the conclusions rest on; in a brief telling the first page says it all."""
    if material.is_brief:
        return []
    return [_ground(material, material.assessment.a, "a"), _ground(material, material.assessment.b, "b")]


def _ground(material: Material, outcome: GroundOutcome, letter: str) -> Item:
    text = f"de behandelaar: {degree(material, letter)}; aanwijzing uit het kader: {material.word(outcome.indication)}"
    spans = (Span(f"Grond {letter}. ", bold=True), Span(text[:1].upper() + text[1:]))
    if not outcome.decisive:
        return (*spans, Span("."))
    return (*spans, Span(", die draagt op "), *material.fact_spans(outcome.decisive[0]), Span("."))


def _financing(material: Material) -> Item:
    funding = material.assessment.funding
    head = Span("Financiering. ", bold=True)
    if funding is None:
        return (head, Span("Niet vastgelegd."))
    share = told_computed(funding.evidenced_share)
    text = f"Aangetoond is {told_euro(funding.evidenced)} van {told_euro(funding.need)} ({share}). "
    return (head, Span(text), Span(_gap(material)))


def _gap(material: Material) -> str:
    funding = material.assessment.funding
    if funding is None or funding.gap is None:
        return "Nodig of herkomst is niet vastgelegd; het verschil is niet bekend."
    if funding.gap == 0:
        return "Nodig en herkomst sluiten op de cent."
    if funding.gap > 0:
        return f"Van {told_euro(funding.gap)} is geen herkomst opgegeven."
    return f"De opgegeven herkomst is {told_euro(-funding.gap)} hoger dan nodig."


def _unknown(material: Material) -> Item:
    asked, unasked = split(material)
    points = count(len({one.id for one in asked}), "open punt", "open punten")
    more = f" en {count(len(unasked), 'vraag', 'vragen')} zonder antwoord" if unasked else ""
    verb = "is" if len(asked) == 1 and not unasked else "zijn"
    return (Span("Niet bekend. ", bold=True), Span(f"Er {verb} {points}{more}. {material.say('not-known')}"))


def _reservations(material: Material) -> list[Item]:
    closed = sum(material.is_closed(one) for one in material.dossier.information)
    checks = material.assessment.checks
    blocks = sum(one.severity is Severity.BLOCK for one in checks)
    answers = sum(one.severity is Severity.ANSWER and not one.answered for one in checks)
    items: list[Item] = []
    if closed:
        items.append((Span("Gesloten. ", bold=True), Span(f"{_stand(closed)} in het gesloten deel (6.2).")))
    if blocks or answers:
        parts = [f"{count(blocks, 'controle houdt', 'controles houden')} een definitief advies tegen"] * bool(blocks)
        parts += [f"{count(answers, 'controle vraagt', 'controles vragen')} nog om een antwoord"] * bool(answers)
        items.append((Span("Voorbehoud. ", bold=True), Span(f"{sentence(listed(parts))[:-1]} (hoofdstuk 12).")))
    return items


def _stand(closed: int) -> str:
    return f"{count(closed, 'bron staat', 'bronnen staan')}"
