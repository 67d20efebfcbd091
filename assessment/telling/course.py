# SPDX-License-Identifier: EUPL-1.2
"""Section 5: what happened when, which terms run and how they were counted, what was asked and received."""

from __future__ import annotations

from assessment.dates import When, tell
from assessment.dossier.document import Document
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.outcome import Term, TermStep
from assessment.telling.block import Block, Cell, Heading, Table
from assessment.telling.material import Material
from assessment.telling.shaping import columns, quiet, row, section, table_or
from assessment.telling.words import listed, told


def course(material: Material) -> tuple[Block, ...]:
    """Give events, terms with their steps, and documents."""
    return (
        section(5, "Verloop van het onderzoek"),
        _events(material),
        Heading(3, "Termijnen"),
        *_terms(material),
        Heading(3, "Stukken"),
        *_documents(material),
    )


def _events(material: Material) -> Block:
    rows = [
        row(tell(one.on), material.word(one.kind), _details(material, one))
        for one in sorted(material.dossier.events, key=lambda one: one.on)
    ]
    heads = columns(("Datum", 0.17), ("Gebeurtenis", 0.4), ("Bijzonderheden", 0.43))
    return table_or("Gebeurtenissen", heads, rows, "Er zijn geen gebeurtenissen vastgelegd.")


def _details(material: Material, event: Event) -> str:
    parts = [f"uiterlijk {tell(event.due)}"] if isinstance(event.due, When) else []
    if event.kind is EventKind.SUPPLEMENT_RECEIVED:
        parts.append(f"volledig: {told(event.complete)}")
    if isinstance(event.weeks, int):
        parts.append(f"{event.weeks} weken")
    party, permit, text = known(event.party), known(event.permit), known(event.text)
    parts += [material.name(party)] if party else []
    parts += [material.permit(permit)] if permit else []
    parts += [text] if text else []
    parts += ["met adviescommissie"] if event.committee is True else []
    return "; ".join(parts)


def _terms(material: Material) -> tuple[Block, ...]:
    terms = material.assessment.terms
    if not terms:
        return (quiet("Er loopt geen termijn die uit de vastgelegde gegevens volgt."),)
    rows = [
        row(
            _term(material, one),
            tell(one.raw_end),
            Cell(tell(one.statutory_end), bold=True),
            tell(one.safe_end),
            str(one.suspended_days),
        )
        for one in terms
    ]
    heads = columns(
        ("Termijn", 0.34),
        ("Rekeneinde", 0.16),
        ("Wettelijk einde", 0.18),
        ("Veilig einde", 0.16),
        ("Dagen opgeschort", 0.16),
    )
    return (material.rule("terms"), Table("Termijnen", heads, tuple(rows)), *_steps(material))


def _term(material: Material, term: Term) -> str:
    return material.catalogue.word("term", term.id)


def _steps(material: Material) -> tuple[Block, ...]:
    rows = [
        row(_term(material, term), f"{_span(step)}", step.text or step.rule, step.rule)
        for term in material.assessment.terms
        for step in term.steps
    ]
    heads = columns(("Termijn", 0.2), ("Dagen", 0.25), ("Stap", 0.33), ("Regel", 0.22))
    return (Table("§ Zo zijn de termijnen geteld", heads, tuple(rows)),) if rows else ()


def _span(step: TermStep) -> str:
    return tell(step.from_) if step.from_ == step.until else f"{tell(step.from_)} tot {tell(step.until)}"


def _documents(material: Material) -> tuple[Block, ...]:
    documents = material.dossier.documents
    rows = [row(told(one.name), told(one.asked_on), told(one.due), _received(one), _complete(one)) for one in documents]
    heads = columns(("Stuk", 0.4), ("Gevraagd", 0.15), ("Uiterlijk", 0.15), ("Ontvangen", 0.15), ("Volledig", 0.15))
    table = table_or("Gevraagde stukken", heads, rows, "Er is geen lijst van gevraagde stukken vastgelegd.")
    missing = [told(one.name) for one in documents if not isinstance(one.received_on, When) or one.complete is False]
    out = [one.id for one in material.dossier.information if not isinstance(one.received_on, When)]
    told_missing = (quiet(f"Nog niet (volledig) ontvangen: {listed(missing)}."),) if missing else ()
    told_out = (quiet(f"Bij partners gevraagd en nog niet ontvangen: {listed(out)}."),) if out else ()
    return (table, *told_missing, *told_out)


def _received(document: Document) -> str:
    return tell(document.received_on) if isinstance(document.received_on, When) else "niet ontvangen"


def _complete(document: Document) -> str:
    return told(document.complete) if isinstance(document.received_on, When) else "–"
