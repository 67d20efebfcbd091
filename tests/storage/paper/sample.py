# SPDX-License-Identifier: EUPL-1.2
"""A document with everything in it, about people and companies that do not exist."""

from dataclasses import replace
from decimal import Decimal

from assessment.telling.block import (
    Align,
    Attachment,
    Bar,
    BarPicture,
    Block,
    Bullets,
    Cell,
    Column,
    Document,
    GraphEdge,
    GraphNode,
    GraphPicture,
    Heading,
    PageBreak,
    Pairs,
    Paragraph,
    Span,
    Table,
    Tone,
)

LONG = "De behandelaar heeft de herkomst van de contante middelen niet op bankafschriften gezien. " * 56


def document(*blocks: Block, **changes: object) -> Document:
    """Make a document of some blocks."""
    plain = Document(
        title="Advies eigen onderzoek Wet Bibob",
        subject="Café De Verzonnen Vink, Denkbeeldstraat 12, 9991 ZZ Fictenveen",
        reference="BIB-2026-0014",
        authority="gemeente Fictenveen",
        classification="Vertrouwelijk",
        version="versie 2, concept",
        made_on="2026-06-02",
        receipt="sha256:9f3ab2c1d4e5f60718293a4b5c6d7e8f",
        blocks=blocks,
    )
    return replace(plain, **changes)


def rich() -> Document:
    """Make a document of several pages with every kind of block and every tone."""
    return document(*_cover(), *_text(), *_money(), *_facts(), attachments=(ATTACHMENT,))


ATTACHMENT = Attachment(
    "dossier.json", "application/json", b'{"format": "toetssteen-dossier/1"}', "Machineleesbaar dossier"
)


def _cover() -> tuple[Block, ...]:
    return (
        Heading(1, "Advies eigen onderzoek: Verzonnen Vink Horeca B.V."),
        Pairs((("Betrokkene", "Daan Fictema"), ("Gevraagde beslissing", "alcoholvergunning")), "Gegevens"),
    )


def _text() -> tuple[Block, ...]:
    return (
        Heading(2, "1. Aanleiding", "hoofdstuk-1"),
        Paragraph((Span("Zie "), Span("3. Feiten", target="feiten"), Span(" en "), Span("[i1]", target="i1"))),
        Paragraph((Span("vet", bold=True), Span(" en "), Span("schuin", italic=True), Span("."))),
        Paragraph.of("Het bestuursorgaan kan weigeren (Wet Bibob, artikel 3 lid 1).", Tone.RULE),
        Paragraph.of("De lening is niet aannemelijk.", Tone.JUDGEMENT),
        Paragraph.of("De beslistermijn is verstreken.", Tone.WARNING),
        Paragraph.of("Geheime gegevens staan hier niet.", Tone.QUIET),
        Bullets(((Span("Controleer de herkomst."),), (Span("Hoor "), Span("betrokkene", bold=True)))),
        Bullets(((Span("Eerst dit."),), (Span("Dan dat."),)), numbered=True),
    )


def _money() -> tuple[Block, ...]:
    heads = (Column("Waarvoor", 0.6), Column("Bedrag €", 0.4, Align.RIGHT))
    rows = ((Cell("goodwill"), Cell("85.000,00")), (Cell("Totaal"), Cell("85.000,00")))
    bars = (Bar("Lening tante", Decimal(75000), Decimal(0)), Bar("Spaargeld", Decimal(22400), Decimal(22400)))
    return (
        Heading(2, "2. Financiering"),
        Heading(3, "Nodig"),
        Heading(4, "In bedragen"),
        Table("Nodig", heads, rows, totals=1),
        BarPicture("Herkomst van de middelen", "De lening van de tante is niet bewezen, het spaargeld wel.", bars),
        PageBreak(),
    )


def _facts() -> tuple[Block, ...]:
    heads = (Column("Nr", 0.1), Column("Wat", 0.5), Column("Klasse", 0.2), Column("Bron", 0.2))
    return (
        Heading(2, "3. Feiten", "feiten"),
        Table("Feiten", heads, tuple(_fact(number) for number in range(1, 31))),
        Heading(2, "4. Relaties"),
        GraphPicture("Relaties", "Daan Fictema bezit Verzonnen Vink Horeca B.V.", NODES, EDGES),
        Heading(2, "5. Bronnen"),
        Table("Bronnen", (Column("Nr", 0.2), Column("Inhoud", 0.8)), (source("i1", LONG), source("i2", "Kort."))),
    )


def _fact(number: int) -> tuple[Cell, ...]:
    sources = (Span("[i1]", target="i1"), Span(" "), Span("[i2]", target="i2"))
    return (
        Cell(f"f{number}", anchor=f"f{number}"),
        Cell("Heling van gestolen gereedschap, aangetroffen bij een controle in het bedrijfspand"),
        Cell("vermoeden", struck=number == 7),
        Cell("[i1] [i2]", spans=sources),
    )


def source(name: str, content: str) -> tuple[Cell, ...]:
    """Make a row of the list of sources."""
    return (Cell(name, anchor=name), Cell(content))


NODES = (
    GraphNode("p1", "Daan Fictema", is_subject=True, is_person=True),
    GraphNode("p2", "Verzonnen Vink Horeca B.V.", is_subject=True, is_person=False),
    GraphNode("p3", "Fictie Holding B.V.", is_subject=False, is_person=False),
    GraphNode("p4", "Truus Denkbeeld", is_subject=False, is_person=True),
    GraphNode("p5", "Stichting Administratiekantoor Verzonnen Vink", is_subject=False, is_person=False),
)
EDGES = (
    GraphEdge("p1", "p3", "aandeelhouder 100 %", ended=False),
    GraphEdge("p3", "p2", "aandeelhouder 60 %", ended=False),
    GraphEdge("p5", "p2", "aandeelhouder 40 %", ended=False),
    GraphEdge("p1", "p2", "bestuurder", ended=False),
    GraphEdge("p4", "p1", "geldverstrekker", ended=True),
    GraphEdge("p2", "p4", "verhuurder", ended=False),
)
