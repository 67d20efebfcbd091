# SPDX-License-Identifier: EUPL-1.2
"""The whole way in one pure call: the same dossier, catalogue and day give the same assessment, and its receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.blind import RuleDossier, blinded
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact
from assessment.inquiry.age import age_years
from assessment.inquiry.attribution import Attribution, attribute
from assessment.inquiry.bond import Bonds
from assessment.inquiry.bonds import find_bonds
from assessment.inquiry.control import control
from assessment.inquiry.evidence_class import classify
from assessment.inquiry.funding import fund
from assessment.inquiry.gate import admit
from assessment.outcome import Admission, Assessment
from assessment.outcome_wire import result_to_wire
from assessment.receipt import receipt
from assessment.screening.findings import findings
from assessment.screening.open_points import open_points
from assessment.screening.walk import open_questions
from assessment.terms.duties import duties
from assessment.terms.terms import terms
from assessment.version import PROGRAM
from assessment.weighing.checks.case import Case
from assessment.weighing.checks.run import checks
from assessment.weighing.options import Outcomes, options
from assessment.weighing.standing import Standing
from assessment.weighing.weigh import Matter, weigh


def assess(dossier: Dossier, catalogue: Catalogue, on: date | None = None) -> Assessment:
    """Assess a dossier as of `on`, by default the day that it states; never raises on a well-typed dossier."""
    day = on or dossier.assessed_on
    asked = blinded(dossier if day == dossier.assessed_on else replace(dossier, assessed_on=day))
    bonds = find_bonds(asked, catalogue)
    case = _case(asked, dossier, catalogue, bonds)
    weighing, admissions = case.weighing, tuple(case.admissions.values())
    outcome = Assessment(
        reference=dossier.reference,
        catalogue=catalogue.date,
        program=PROGRAM,
        assessed_on=day,
        admissions=admissions,
        facts=weighing.facts,
        control=control(asked, catalogue, day),
        remainders=case.remainders,
        funding=case.funding,
        findings=findings(catalogue, asked, admissions),
        open_points=open_points(catalogue, asked, bonds, case.remainders),
        a=weighing.a,
        b=weighing.b,
        c=weighing.c,
        options=options(asked, Outcomes(weighing.a, weighing.b, weighing.c), catalogue.terms, day),
        checks=checks(case),
        duties=duties(asked, catalogue, [one.id for one in weighing.facts if one.counts_for], case.terms, day),
        terms=case.terms,
        receipt="",
    )
    return replace(outcome, receipt=receipt(dossier, catalogue.checksum, PROGRAM, result_to_wire(outcome)))


def _case(asked: RuleDossier, recorded: Dossier, catalogue: Catalogue, bonds: Bonds) -> Case:
    """Bring together what the checks look at; the reviews seal the dossier as it was recorded."""
    day = asked.assessed_on
    admitted = {one.information: one for one in admit(asked, catalogue, bonds)}
    standings = _standings(asked, catalogue, admitted, bonds)
    funding = fund(asked, catalogue)
    matter = Matter(asked, standings, admitted, funding, _open_questions(asked, catalogue), day)
    return Case(
        asked,
        catalogue,
        day,
        standings,
        admitted,
        weigh(matter, catalogue),
        funding,
        terms(asked, catalogue, day),
        recorded,
    )


def _standings(
    dossier: RuleDossier, catalogue: Catalogue, admitted: Mapping[str, Admission], bonds: Bonds
) -> tuple[Standing, ...]:
    return tuple(
        _standing(fact, attribute(dossier, catalogue, fact, bonds), catalogue, admitted, dossier.assessed_on)
        for fact in dossier.facts
    )


def _standing(
    fact: Fact, tied: Attribution, catalogue: Catalogue, admitted: Mapping[str, Admission], on: date
) -> Standing:
    """Bring together what the inquiry found of one fact."""
    classified = classify(fact, catalogue)
    return Standing(
        fact=fact,
        offence=catalogue.offences.get(fact.offence),
        evidence_class=classified.evidence_class,
        tie=tied.tie,
        could_be=tied.could_be,
        path=tied.path,
        current=tied.current,
        running=tied.running,
        age=age_years(fact, on),
        sources=tuple(admitted[id_] for id_ in fact.sources if id_ in admitted),
        missing=frozenset(one.missing for one in (*classified.unknowns, *tied.unknown)),
        reasons=(*classified.reasons, *tied.reasons),
    )


def _open_questions(dossier: RuleDossier, catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Per ground the questions that are asked, decisive for it, and not answered (weighing.md no. 15)."""
    left = open_questions(catalogue, dossier)
    return {ground: tuple(one.id for one in left if ground in one.decisive_for) for ground in ("a", "b")}
