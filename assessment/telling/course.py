# SPDX-License-Identifier: EUPL-1.2
"""Section 5: what happened when, which terms run and how they were counted, what was asked and received."""

from __future__ import annotations

from assessment.dates import When, tell
from assessment.dossier.document import Document
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.outcome import Term, TermStep
from assessment.telling.block import Block, Cell, Paragraph, Table, Tone
from assessment.telling.material import Material
from assessment.telling.shaping import columns, part, quiet, row, section, table_or
from assessment.telling.words import capital, count, listed, sentence, told


def course(material: Material) -> tuple[Block, ...]:
    """Give events, terms with their steps, and documents; in sentences where a table would hold a row or two."""
    if material.is_brief:
        return (section(5, "Verloop van het onderzoek"), *_brief(material), *_missing(material))
    return (
        section(5, "Verloop van het onderzoek"),
        _events(material),
        *part("Termijnen", _terms(material), "Er loopt geen termijn die uit de vastgelegde gegevens volgt."),
        *part("Stukken", _documents(material), "Er is geen lijst van gevraagde stukken vastgelegd."),
        *_missing(material),
    )


def _events(material: Material) -> Block:
    rows = [
        row(tell(one.on), material.word(one.kind), _details(material, one))
        for one in sorted(material.dossier.events, key=lambda one: one.on)
    ]
    heads = columns(("Datum", 0.17), ("Gebeurtenis", 0.4), ("Bijzonderheden", 0.43))
    return table_or("", heads, rows, "Er zijn geen gebeurtenissen vastgelegd.")


def _brief(material: Material) -> tuple[Block, ...]:
    events = sorted(material.dossier.events, key=lambda one: one.on)
    told_events = [_event(material, one) for one in events]
    ends = "; ".join(_ends(material, one) for one in material.assessment.terms)
    counted = " ".join(f"{capital(_term(material, one))}: {_counted(one)}" for one in material.assessment.terms)
    terms = (Paragraph.of(f"{sentence(ends)} Zo geteld: {counted}", Tone.RULE),) if ends else ()
    happened = Paragraph.of(sentence("; ".join(told_events) or "er zijn geen gebeurtenissen vastgelegd"))
    documents = _documents(material) or (quiet("Er is geen lijst van gevraagde stukken vastgelegd."),)
    return (happened, *terms, *documents)


def _event(material: Material, event: Event) -> str:
    details = _details(material, event)
    return f"{tell(event.on)} {material.word(event.kind)}" + (f" ({details})" if details else "")


def _ends(material: Material, term: Term) -> str:
    raw = f", rekeneinde {tell(term.raw_end)}" if term.raw_end != term.statutory_end else ""
    return f"{_term(material, term)}: {tell(term.statutory_end)}, veilig {tell(term.safe_end)}{raw}"


def _counted(term: Term) -> str:
    stood = [f"Opgeschort: {count(term.suspended_days, 'dag', 'dagen')}."] if term.suspended_days else []
    return " ".join([*(_step(step) for step in term.steps), *stood])


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
        return ()
    rows = [
        row(
            _term(material, one),
            tell(one.raw_end),
            Cell(tell(one.statutory_end), bold=True),
            tell(one.safe_end),
            _counted(one),
        )
        for one in terms
    ]
    heads = columns(
        ("Termijn", 0.17), ("Rekeneinde", 0.13), ("Wettelijk", 0.13), ("Veilig", 0.13), ("§ Zo geteld", 0.44)
    )
    table = Table("", heads, tuple(rows))
    return (table, material.rule("terms"))


def _term(material: Material, term: Term) -> str:
    return material.catalogue.word("term", term.id)


def _step(step: TermStep) -> str:
    """Tell one step: the days, what happens in them, and the rule."""
    days = tell(step.from_) if step.from_ == step.until else f"{tell(step.from_)} tot {tell(step.until)}"
    return sentence(f"{days}: {step.text} ({step.rule})" if step.text else f"{days}: {step.rule}")


def _documents(material: Material) -> tuple[Block, ...]:
    rows = [
        row(told(one.name), told(one.asked_on), told(one.due), _received(one), _complete(one))
        for one in material.dossier.documents
    ]
    heads = columns(("Stuk", 0.4), ("Gevraagd", 0.15), ("Uiterlijk", 0.15), ("Ontvangen", 0.15), ("Volledig", 0.15))
    return (Table("", heads, tuple(rows)),) if rows else ()


def _missing(material: Material) -> tuple[Block, ...]:
    """Name what is still out, of documents and of information asked from partners."""
    missing = [
        told(one.name)
        for one in material.dossier.documents
        if not isinstance(one.received_on, When) or one.complete is False
    ]
    out = [one.id for one in material.dossier.information if not isinstance(one.received_on, When)]
    told_missing = (quiet(f"Nog niet (volledig) ontvangen: {listed(missing)}."),) if missing else ()
    told_out = (quiet(f"Bij partners gevraagd en nog niet ontvangen: {listed(out)}."),) if out else ()
    return (*told_missing, *told_out)


def _received(document: Document) -> str:
    return tell(document.received_on) if isinstance(document.received_on, When) else "niet ontvangen"


def _complete(document: Document) -> str:
    return told(document.complete) if isinstance(document.received_on, When) else "–"
