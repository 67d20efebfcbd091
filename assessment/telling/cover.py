# SPDX-License-Identifier: EUPL-1.2
"""Section 1: the cover, with what a mayor reads on the first page."""

from __future__ import annotations

from assessment.dates import tell
from assessment.dossier.information import Classification
from assessment.known import known
from assessment.telling.block import Block, Heading, Pairs
from assessment.telling.headline import address, headline, subject_names
from assessment.telling.material import Material
from assessment.telling.shaping import quiet, section
from assessment.telling.words import capital, listed, told

TITLE = "Advies eigen onderzoek Wet Bibob"
_ORDER = tuple(Classification)


def cover(material: Material) -> tuple[Block, ...]:
    """Give title, particulars and the first page's summary."""
    authority = told(material.dossier.authority.name)
    return (
        Heading(1, TITLE),
        section(1, "Voorblad"),
        Pairs(tuple(_particulars(material))),
        quiet(material.say("internal-assessment", authority=authority)),
        *headline(material),
    )


def _particulars(material: Material) -> list[tuple[str, str]]:
    dossier, issue = material.dossier, material.issue
    permits = listed(material.permit(one.id) for one in dossier.permits) if dossier.permits else told("")
    return [
        ("Zaaknummer", dossier.reference),
        ("Betrokkene", subject_names(material)),
        ("Activiteit", f"{told(dossier.application.activity)} ({address(material)})"),
        ("Besluit over", capital(permits)),
        ("Bevoegd", f"{told(dossier.authority.name)}, {told(dossier.authority.organ)}"),
        ("Bestemd voor", issue.recipient or material.organ),
        ("Opgesteld door", told(issue.drafted_by)),
        ("Tweede lezer", second_reader(material)),
        ("Status en datum", f"{issue.version}, {tell(material.assessment.assessed_on)}"),
        ("Rubricering", classification(material)),
    ]


def second_reader(material: Material) -> str:
    """Name who read it as the second, with the verdict."""
    if not material.dossier.reviews:
        return "nog niet gelezen"
    last = material.dossier.reviews[-1]
    return f"{told(last.by)}, {material.word(last.verdict)}"


def classification(material: Material) -> str:
    """Give the highest classification of what is told; an advice is at least confidential."""
    classes = [known(one.classification) or Classification.STRICT for one in material.dossier.information]
    highest = max([Classification.CONFIDENTIAL, *classes], key=_ORDER.index)
    return f"{material.word(highest).split(',')[0]}, interne variant"
