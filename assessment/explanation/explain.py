# SPDX-License-Identifier: EUPL-1.2
"""The explanation of a whole outcome, made of its own reasons and steps: recorded first, told afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.conclusion import CheckAnswer, Conclusion
from assessment.dossier.dossier import Dossier
from assessment.explanation.admitted import explain_information
from assessment.explanation.control import explain_controls, explain_remainder
from assessment.explanation.fact import explain_fact
from assessment.explanation.ground import explain_ground, explain_obtaining
from assessment.explanation.options import explain_options
from assessment.explanation.screened import explain_duty, explain_finding, explain_open
from assessment.explanation.term import explain_term
from assessment.explanation.tree import FollowsFrom, JudgementOf
from assessment.outcome import Assessment, Check, Figure

FINANCING: Final = "Wet Bibob art. 7a lid 2 onder h"
"""The manner of financing is asked of the subject; every figure is made of what he and others gave."""

WHOLE: Final = "Wet Bibob art. 3 en 7a"


@dataclass(frozen=True, slots=True)
class Explanation:
    """One tree per thing that the outcome says, by the name of the thing."""

    information: Mapping[str, FollowsFrom]
    facts: Mapping[str, FollowsFrom]
    control: Mapping[str, FollowsFrom]
    remainders: Mapping[str, FollowsFrom]
    grounds: Mapping[str, FollowsFrom]
    figures: Mapping[str, FollowsFrom]
    options: Mapping[str, FollowsFrom]
    findings: tuple[FollowsFrom, ...]
    open_points: tuple[FollowsFrom, ...]
    checks: tuple[FollowsFrom, ...]
    duties: tuple[FollowsFrom, ...]
    terms: tuple[FollowsFrom, ...]

    @property
    def root(self) -> FollowsFrom:
        """All of it as one tree."""
        parts = tuple(FollowsFrom(name, WHOLE, name, parts=found) for name, found in self.groups)
        return FollowsFrom("assessment", WHOLE, "assessment", parts=parts)

    @property
    def groups(self) -> Iterator[tuple[str, tuple[FollowsFrom, ...]]]:
        """The trees per part of the outcome, in its own order."""
        for one in fields(self):
            found = getattr(self, one.name)
            yield one.name, tuple(found.values()) if isinstance(found, Mapping) else found


def explain(dossier: Dossier, assessment: Assessment, catalogue: Catalogue) -> Explanation:
    """Explain an outcome of a dossier with the catalogue that it was made with."""
    items = {one.id: one for one in dossier.information}
    facts = {one.id: one for one in dossier.facts}
    funding = assessment.funding
    return Explanation(
        information={
            one.information: explain_information(one, items.get(one.information), catalogue)
            for one in assessment.admissions
        },
        facts={one.id: explain_fact(one, facts.get(one.id), catalogue) for one in assessment.facts},
        control=dict(explain_controls(assessment, dossier, catalogue)),
        remainders={
            one.over: explain_remainder(one, assessment.assessed_on, catalogue) for one in assessment.remainders
        },
        grounds={
            "a": explain_ground(assessment.a, assessment, dossier, catalogue),
            "b": explain_ground(assessment.b, assessment, dossier, catalogue),
            "c": explain_obtaining(assessment.c, assessment, dossier, catalogue),
        },
        figures={one.name: _figure(one) for one in funding.figures} if funding else {},
        options=dict(explain_options(dossier, assessment, catalogue)),
        findings=tuple(explain_finding(one, dossier, catalogue) for one in assessment.findings),
        open_points=tuple(explain_open(one, catalogue) for one in assessment.open_points),
        checks=tuple(_check(one, dossier) for one in assessment.checks),
        duties=tuple(explain_duty(one) for one in assessment.duties),
        terms=tuple(explain_term(one, catalogue) for one in assessment.terms),
    )


def _figure(figure: Figure) -> FollowsFrom:
    """A figure is its formula, with what went in and where a norm comes from."""
    inputs = [(name, str(value)) for name, value in figure.inputs]
    inputs += [("norm", figure.source)] if figure.source else []
    value = "" if figure.value is None else str(figure.value)
    return FollowsFrom(figure.name, FINANCING, figure.formula, (*inputs, ("uitkomst", value)), about=("financing",))


def _check(check: Check, dossier: Dossier) -> FollowsFrom:
    return FollowsFrom(check.id, check.basis, check.text, parts=tuple(_answers(check, dossier)), about=check.about)


def _answers(check: Check, dossier: Dossier) -> Iterator[JudgementOf]:
    conclusion = dossier.conclusion
    given: tuple[CheckAnswer, ...] = conclusion.check_answers if isinstance(conclusion, Conclusion) else ()
    for one in given if check.answered else ():
        of_this = one.check[:3] == check.id and (not one.about or set(check.about) <= set(one.about))
        if of_this and one.text.strip():
            yield JudgementOf("behandelaar", one.text.strip(), check.about)
