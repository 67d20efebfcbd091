# SPDX-License-Identifier: EUPL-1.2
"""The questions that a municipality adds to the checklist, and those that it does not ask."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.checklist import Kind, Question, read_questions
from assessment.catalogue.condition import questions_in
from assessment.catalogue.reading import Entry, by_id

_KEPT = {
    Kind.COMPLETENESS: "deze vraag gaat na of er is wat de wet verlangt",
    Kind.PROCESS: "deze vraag bewaakt de eigen zorgvuldigheid",
    Kind.MITIGATING: "deze vraag zoekt naar wat voor betrokkene spreekt",
    Kind.CARE: "deze vraag gaat over hulp aan een slachtoffer",
}
"""Kinds of question that stay: what the statute asks for, and what protects the subject or the quality of the work."""


def added_questions(top: Entry, catalogue: Catalogue, prefix: str) -> dict[str, Question]:
    """Read the municipality's own questions; they never replace one, decide nothing, and stay inside."""
    found = read_questions(top)
    for id_, question in found.items():
        for key, what in _faults_of(question, catalogue, prefix):
            top.faults.add(f"{top.faults.places['questions', id_]} › {key}", what)
    return {id_: one for id_, one in found.items() if id_ not in catalogue.questions}


def _faults_of(question: Question, catalogue: Catalogue, prefix: str) -> list[tuple[str, str]]:
    faults = []
    if question.id in catalogue.questions:
        faults.append(("id", "deze vraag staat al in de catalogus; een eigen laag wijzigt geen vraag"))
    elif not re.fullmatch(rf"{re.escape(prefix)}-\d{{2,3}}", question.id, re.ASCII):
        faults.append(("id", f"hier hoort {prefix}- met een nummer te staan"))
    if not question.own:
        faults.append(("own", "hier hoort ja te staan: een eigen vraag hoort niet bij het landelijke formulier"))
    if question.decisive_for:
        faults.append(("decisive_for", "een eigen vraag houdt geen mate van gevaar open"))
    if _calls_guilty(question.finding, catalogue):
        faults.append(("finding", "dit noemt iemand schuldig; beschrijf wat er is gezien of gevraagd"))
    return faults


def _calls_guilty(text: str, catalogue: Catalogue) -> bool:
    """Whether a sentence holds words of guilt (C13): no finding of a checklist is a verdict."""
    sentences = re.split(r"[.!?;]", text)
    return any(re.search(one, part, re.IGNORECASE) for part in sentences for one in catalogue.checks.guilt.guilty)


def switched_off(top: Entry, questions: Mapping[str, Question], own: Collection[str]) -> dict[str, Question]:
    """Read which questions are not asked, each with the reason."""
    reasons = by_id(top, "questions", lambda entry, _id: entry.text("reason"))
    for id_ in reasons:
        for what in _objections(id_, questions, own, reasons):
            top.faults.add(f"{top.faults.places['questions', id_]} › id", what)
    return {id_: replace(questions[id_], switched_off=why) for id_, why in reasons.items() if id_ in questions}


def _objections(id_: str, questions: Mapping[str, Question], own: Collection[str], off: Collection[str]) -> list[str]:
    question = questions.get(id_)
    if question is None:
        return [f"{id_} bestaat niet"]
    if id_ in own:
        return ["dit is een eigen vraag: haal haar weg in questions.yaml"]
    found = [f"{_KEPT[question.kind]} en blijft"] if question.kind in _KEPT else []
    if question.stays:
        found.append(f"deze vraag blijft: {question.stays}")
    if question.decisive_for:
        found.append("deze vraag beslist mee over de mate van gevaar en blijft")
    hanging = [one.id for one in questions.values() if id_ in questions_in(one.when) and one.id not in off]
    if hanging:
        found.append(f"van deze vraag hangt af of een andere wordt gesteld: {', '.join(hanging)}")
    return found
