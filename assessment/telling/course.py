# SPDX-License-Identifier: EUPL-1.2
"""Section 5: what happened when, which terms run and how they were counted, what was asked and received."""

from __future__ import annotations

from assessment.dates import When, tell
from assessment.dossier.document import Document
from assessment.dossier.event import Event, EventKind
from assessment.known import known
from assessment.outcome import Term, TermStep
from assessment.telling.block import Block, Bullets, Cell, Heading, Paragraph, Span, Table, Tone
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
    noted = tuple(
        quiet(note) for note in dict.fromkeys(note for one in material.assessment.terms for note in one.notes)
    )
    happened = Paragraph.of(sentence("; ".join(told_events) or "er zijn geen gebeurtenissen vastgelegd"))
    documents = _documents(material) or (quiet("Er is geen lijst van gevraagde stukken vastgelegd."),)
    return (happened, *terms, *noted, *documents)


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
    """Give the ends of all terms, a row for each step by which they were counted, and what explains the rest.

    Terms with the same name and days, as of two who were heard together, are told once.
    """
    terms = material.assessment.terms
    if not terms:
        return ()
    ends = columns(("Termijn", 0.36), ("Rekeneinde", 0.16), ("Wettelijk", 0.16), ("Veilig", 0.16), ("Opgeschort", 0.16))
    steps = columns(("Termijn", 0.2), ("Van", 0.14), ("Tot", 0.14), ("§ Zo geteld", 0.52))
    counted = tuple(dict.fromkeys(_step_row(material, one, step) for one in terms for step in one.steps))
    return (
        Table("", ends, tuple(dict.fromkeys(_ends_row(material, one) for one in terms))),
        *((Table("", steps, counted),) if counted else ()),
        *_notes(material),
        material.rule("terms"),
    )


def _ends_row(material: Material, term: Term) -> tuple[Cell, ...]:
    stood = count(term.suspended_days, "dag", "dagen") if term.suspended_days else "–"
    statutory = Cell(tell(term.statutory_end), bold=True)
    return row(_term(material, term), tell(term.raw_end), statutory, tell(term.safe_end), stood)


def _step_row(material: Material, term: Term, step: TermStep) -> tuple[Cell, ...]:
    return row(_term(material, term), tell(step.from_), tell(step.until), sentence(_by_rule(step)))


def _notes(material: Material) -> tuple[Block, ...]:
    """Tell each note once, with the terms that it is about in front of it."""
    notes = dict.fromkeys(note for term in material.assessment.terms for note in term.notes)
    items = tuple((Span(f"{_noted(material, note)}: ", bold=True), Span(note)) for note in notes)
    return (Heading(4, "Toelichting op de termijnen"), Bullets(items)) if items else ()


def _noted(material: Material, note: str) -> str:
    names = (_term(material, term) for term in material.assessment.terms if note in term.notes)
    return capital(listed(dict.fromkeys(names)))


def _term(material: Material, term: Term) -> str:
    return material.catalogue.word("term", term.id)


def _step(step: TermStep) -> str:
    """Tell one step: the days, what happens in them, and the rule."""
    days = tell(step.from_) if step.from_ == step.until else f"{tell(step.from_)} tot {tell(step.until)}"
    return sentence(f"{days}: {_by_rule(step)}")


def _by_rule(step: TermStep) -> str:
    return f"{step.text} ({step.rule})" if step.text else step.rule


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
