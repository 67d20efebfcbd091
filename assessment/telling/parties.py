# SPDX-License-Identifier: EUPL-1.2
"""Section 4: the subject, everybody around it, why each is in the dossier, and who controls whom."""

from __future__ import annotations

from assessment.dates import When, tell
from assessment.dossier.party import Organisation, Party, Person
from assessment.dossier.relation import Relation, Role
from assessment.explanation.control import told_holding
from assessment.outcome_control import Control
from assessment.telling.block import (
    Block,
    Bullets,
    Cell,
    GraphEdge,
    GraphNode,
    GraphPicture,
    Heading,
    Paragraph,
    Span,
    Table,
    Tone,
)
from assessment.telling.material import Material
from assessment.telling.shaping import columns, part, quiet, row, section, table_or
from assessment.telling.words import count, sentence, told, told_share, told_span

_INCLUSION = {
    **dict.fromkeys(
        (Role.DIRECTOR, Role.MANAGER, Role.FACTUAL_MANAGER, Role.NAMED_ON_PERMIT, Role.PARTNER_IN_FIRM), "include-leads"
    ),
    **dict.fromkeys((Role.SHAREHOLDER, Role.HOLDER_OF_VOTING_RIGHTS, Role.UBO), "include-controls"),
    **dict.fromkeys((Role.FINANCIER, Role.LIMITED_PARTNER), "include-finances"),
    Role.BUSINESS_PARTNER: "include-partnership",
}
"""Which sentence says why a role is recorded (weighing.md no. 4); other roles are context by themselves."""

FEWEST_TO_DRAW = 3
"""Below this number of relations a picture says no more than the table."""

SHORTEST_CHAIN = 3
"""Parties in a chain that has somebody in between."""


def parties(material: Material) -> tuple[Block, ...]:
    """Give parties, relations with their picture, and the control that follows from them."""
    if material.is_brief:
        known_parties = (section(4, "Betrokkene en relaties"), _parties(material))
        return (*known_parties, *_relation_sentences(material), *_control(material))
    return (
        section(4, "Betrokkene en relaties"),
        _parties(material),
        *part("Relaties", _relations(material), "Er zijn geen relaties vastgelegd."),
        *_control(material),
    )


def _parties(material: Material) -> Block:
    dossier = material.dossier
    rows = [
        row(
            Cell(one.id, anchor=f"party-{one.id}"),
            one.name or told(""),
            _particulars(material, one),
            _place(material, one),
        )
        for one in dossier.parties
    ]
    heads = columns(("Nr", 0.06), ("Naam", 0.27), ("Gegevens", 0.49), ("Plaats", 0.18))
    return table_or("", heads, rows, "Er zijn nog geen personen of ondernemingen vastgelegd.")


def _particulars(material: Material, party: Party) -> str:
    if isinstance(party, Person):
        born = f"geboren {tell(party.born)}" if isinstance(party.born, When) else f"geboortedatum {told(party.born)}"
        return _with_more(f"persoon, {born}", party)
    form = material.catalogue.legal_forms.get(party.legal_form) if isinstance(party.legal_form, str) else None
    parts = [form.name if form else f"rechtsvorm {told(party.legal_form)}", f"KVK {told(party.kvk)}"]
    parts += [f"opgericht {told(party.founded_on)}"]
    parts += [f"land {party.country}"] if isinstance(party.country, str) and party.country != "NL" else []
    return _with_more(", ".join(parts), party)


def _with_more(text: str, party: Party) -> str:
    """Add the address and the officer's note, where there are any."""
    return "; ".join([text, *(part for part in (party.address, party.note) if isinstance(part, str) and part)])


def _place(material: Material, party: Party) -> str:
    if party.id in material.dossier.subject:
        sentence = material.catalogue.sentences["include-subject"]
        return sentence.text
    related = any(party.id in (one.from_, one.to) for one in material.dossier.relations)
    lends = any(one == party.id for one in _lenders(material))
    if related:
        return "zie relaties"
    return "geldgever" if lends else "geen relatie vastgelegd"


def _lenders(material: Material) -> list[object]:
    financing = material.dossier.financing
    return [line.lender for line in financing.sources] if financing else []


def _relations(material: Material) -> tuple[Block, ...]:
    rows = [
        row(
            material.name(one.from_),
            f"{material.word(one.role)} van {material.name(one.to)}{_share(one)}",
            told_span(one),
            _why(material, one),
            material.source_cell(one.sources),
        )
        for one in material.dossier.relations
    ]
    heads = columns(("Wie", 0.18), ("Rol", 0.28), ("Periode", 0.15), ("Waarom opgenomen", 0.3), ("Bron", 0.09))
    return (*_graph(material), Table("", heads, tuple(rows))) if rows else ()


def _relation_sentences(material: Material) -> tuple[Block, ...]:
    """Tell relations in sentences, for a brief telling."""
    items = tuple(
        (
            Span(f"{material.name(one.from_)} is {material.word(one.role)} van {material.name(one.to)}{_share(one)},"),
            Span(f" {told_span(one)}. {_why(material, one)} "),
            *material.source_spans(one.sources),
        )
        for one in material.dossier.relations
    )
    return (Bullets(items),) if items else (quiet("Er zijn geen relaties vastgelegd."),)


def _share(relation: Relation) -> str:
    return f", {told_share(relation.share, 2)}" if relation.share else ""


def _why(material: Material, relation: Relation) -> str:
    """Say why it is recorded, in the officer's own indicators too."""
    reason = material.say(_INCLUSION.get(relation.role, "include-context"))
    note = [relation.note] if relation.note else []
    return " ".join([sentence(reason), *relation.indicators, *note])


def _graph(material: Material) -> tuple[Block, ...]:
    dossier = material.dossier
    if len(dossier.relations) < FEWEST_TO_DRAW:
        return ()
    drawn = {id_ for one in dossier.relations for id_ in (one.from_, one.to)} | set(dossier.subject)
    nodes = tuple(
        GraphNode(one.id, one.name or one.id, one.id in dossier.subject, not isinstance(one, Organisation))
        for one in dossier.parties
        if one.id in drawn
    )
    edges = tuple(
        GraphEdge(one.from_, one.to, f"{material.word(one.role)}{_share(one)}", _has_ended(material, one))
        for one in dossier.relations
    )
    return (GraphPicture("Relaties in beeld", _alt(material, len(nodes)), nodes, edges),)


def _has_ended(material: Material, relation: Relation) -> bool:
    return bool(relation.until) and relation.until.first <= material.assessment.assessed_on  # type: ignore[union-attr]


def _alt(material: Material, nodes: int) -> str:
    relations = count(len(material.dossier.relations), "relatie", "relaties")
    return (
        f"Schema van {count(nodes, 'partij', 'partijen')} met {relations}; dezelfde relaties staan in de tabel hierna."
    )


def _control(material: Material) -> tuple[Block, ...]:
    """Tell the computed control: in one sentence where nothing stands in between, else with the path in words."""
    control = material.assessment.control
    left = tuple(Paragraph.of(material.named(one.words), Tone.RULE) for one in material.assessment.remainders)
    if not control:
        return (quiet("Uit de vastgelegde relaties volgt geen zeggenschap."), *left)
    if all(len(one.path) < SHORTEST_CHAIN for one in control):
        direct = "; ".join(_direct(material, one) for one in control)
        return (Paragraph.of(f"Zeggenschap per {tell(material.assessment.assessed_on)}: {direct}.", Tone.RULE), *left)
    rows = [
        row(
            material.name(one.party),
            material.name(one.over),
            "geen of niet bekend" if one.share is None else told_holding(one),
            sentence(material.named(one.words)),
            _roles(material, one),
        )
        for one in control
    ]
    heads = columns(("Wie", 0.17), ("Over", 0.17), ("Aandeel %", 0.12), ("Weg", 0.34), ("Rollen", 0.2))
    rule = material.rule("control", date=tell(material.assessment.assessed_on))
    return (Heading(3, "Zeggenschap"), rule, Table("", heads, tuple(rows)), *left)


def _direct(material: Material, control: Control) -> str:
    share = f", {told_holding(control)}" if control.share is not None else ""
    return f"{material.name(control.party)} over {material.name(control.over)}{share} ({_roles(material, control)})"


def _roles(material: Material, control: Control) -> str:
    roles = ", ".join(material.word(Role(role)) for role in control.roles) or "geen rol"
    return f"{roles}: {material.word(control.grip)}" if control.grip else roles
