# SPDX-License-Identifier: EUPL-1.2
"""Why a decision is open or closed: on which degrees that rests, and what the law says of it (law.md 2.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.answer import JA, NEE
from assessment.dossier.conclusion import Conclusion, GroundConclusion
from assessment.dossier.dossier import Dossier
from assessment.explanation.tree import FollowsFrom, of_reason
from assessment.outcome import Assessment
from assessment.weighing.closed import possibilities
from assessment.weighing.options import Outcomes, effective_degree, is_invoked

RECORDED: Final = "vastgelegd door de behandelaar"
INDICATED: Final = "aanwijzing"


def explain_options(
    dossier: Dossier, assessment: Assessment, catalogue: Catalogue
) -> Iterator[tuple[str, FollowsFrom]]:
    """Per permit and decision: what the law leaves open, or why it does not."""
    outcomes = Outcomes(assessment.a, assessment.b, assessment.c)
    told, by = catalogue.sentences["options"], tuple(by_degree(dossier, outcomes, catalogue))
    for permit in dossier.permits:
        for one in possibilities(dossier, permit, outcomes, catalogue, assessment.assessed_on):
            about = (permit.id,)
            word = catalogue.word("decision", one.decision)
            if one.closed is None:
                node = FollowsFrom(one.decision, told.source, told.filled(options=word), by, about=about)
            else:
                node = FollowsFrom(one.decision, one.closed.basis, word, by, (of_reason(one.closed),), about)
            yield f"{permit.id}:{one.decision}", node


def by_degree(dossier: Dossier, outcomes: Outcomes, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Name on which degrees the options rest: those that the officer recorded, else the indications."""
    conclusion = dossier.conclusion if isinstance(dossier.conclusion, Conclusion) else Conclusion()
    for ground, said, outcome in (("a", conclusion.a, outcomes.a), ("b", conclusion.b, outcomes.b)):
        degree = effective_degree(said, outcome)
        recorded = isinstance(said, GroundConclusion) and said.degree is degree
        yield (
            f"mate op de {ground}-grond",
            f"{catalogue.word('degree', degree)} ({RECORDED if recorded else INDICATED})",
        )
    yield "lid 6 ingeroepen", JA if is_invoked(dossier, outcomes.c) else NEE
