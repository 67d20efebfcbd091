# SPDX-License-Identifier: EUPL-1.2
"""The internal variant of the advice: thirteen sections (practice.md 7) for officer, reader, mayor and judge."""

from __future__ import annotations

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.outcome import Assessment
from assessment.telling.block import Attachment, Block, Document
from assessment.telling.consulted import consulted
from assessment.telling.course import course
from assessment.telling.cover import TITLE, classification, cover
from assessment.telling.findings import findings
from assessment.telling.follow_up import follow_up
from assessment.telling.framework import framework
from assessment.telling.headline import address
from assessment.telling.issue import AS_CONCEPT, Issue, Standing
from assessment.telling.material import Material
from assessment.telling.measure_told import measures, regular_grounds
from assessment.telling.parties import parties
from assessment.telling.response import response
from assessment.telling.signing import signing
from assessment.telling.summary import summary
from assessment.telling.weighed import weighed
from assessment.telling.words import told

_SECTIONS = (
    cover,
    summary,
    framework,
    parties,
    course,
    consulted,
    findings,
    response,
    weighed,
    regular_grounds,
    measures,
    follow_up,
)


def advise(
    dossier: Dossier,
    assessment: Assessment,
    catalogue: Catalogue,
    attachments: tuple[Attachment, ...] = (),
    issue: Issue = AS_CONCEPT,
) -> Document:
    """Tell a dossier and its assessment as the internal document.

    Raises ValueError when a final version is asked while a check still holds it back (blueprint 4.8).
    """
    if issue.standing is Standing.FINAL and any(one.holds_back for one in assessment.checks):
        raise ValueError("a check still holds the final version back")
    material = Material(dossier, assessment, catalogue, issue)
    return Document(
        title=TITLE,
        subject=f"{told(dossier.application.activity)} ({address(material)})",
        reference=dossier.reference,
        authority=told(dossier.authority.name),
        classification=classification(material),
        version=issue.version,
        made_on=tell(assessment.assessed_on),
        receipt=assessment.receipt,
        blocks=(*_blocks(material), *signing(material, attachments)),
        attachments=attachments,
    )


def _blocks(material: Material) -> tuple[Block, ...]:
    return tuple(block for section in _SECTIONS for block in section(material))
