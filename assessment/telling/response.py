# SPDX-License-Identifier: EUPL-1.2
"""Section 8: what the subject and others said, verbatim, and what was answered to it."""

from __future__ import annotations

from assessment.dossier.conclusion import Decision
from assessment.dossier.hearing import Hearing
from assessment.known import known
from assessment.telling.block import Block, Heading, Pairs, Paragraph, Span
from assessment.telling.material import Material
from assessment.telling.shaping import judgement, quiet, section
from assessment.telling.words import listed, told


def response(material: Material) -> tuple[Block, ...]:
    """Give each hearing with statement and response."""
    blocks: list[Block] = [section(8, "Reactie van betrokkene en anderen")]
    if not material.dossier.hearings:
        blocks.append(quiet("Er is nog geen zienswijze gevraagd of vastgelegd."))
    for hearing in material.dossier.hearings:
        blocks += _hearing(material, hearing)
    return (*blocks, material.rule("hearing")) if _is_heard(material) else tuple(blocks)


def _is_heard(material: Material) -> bool:
    """Whether art. 33 asks for a view: not when everything is granted as it was asked."""
    decisions = [one.decision for one in material.conclusion.measure]
    return bool(material.dossier.hearings) or any(one is not Decision.GRANT for one in decisions) or not decisions


def _hearing(material: Material, hearing: Hearing) -> list[Block]:
    pairs = (
        ("Waarover", _about(hearing)),
        ("Uitgenodigd", told(hearing.invited_on)),
        ("Uiterlijk", told(hearing.due)),
        ("Ontvangen", told(hearing.received_on)),
        ("Afgezien van een zienswijze", told(hearing.waived)),
        ("Geheimhouding schriftelijk meegedeeld", told(hearing.secrecy_notice)),
    )
    statement = known(hearing.statement)
    said = Paragraph((Span("Zienswijze: ", bold=True), Span(statement or told(hearing.statement))))
    answer = judgement("Antwoord van de behandelaar", told(hearing.response))
    return [Heading(3, f"{material.name(hearing.party)} ({hearing.id})"), Pairs(pairs), said, answer]


def _about(hearing: Hearing) -> str:
    if not hearing.about:
        return told("")
    return listed("het voorgenomen besluit" if one == "draft" else one for one in hearing.about)
