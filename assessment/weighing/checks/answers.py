# SPDX-License-Identifier: EUPL-1.2
"""X17 and X20 to X43: an answer to the checklist that the record itself contradicts.

Which of the two is right is for the officer; that both stand in one advice is what a court would strike at. Each line
of the table holds one question, the answer, and what in the record speaks against it. Unknown speaks against nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from assessment.dossier.answer import JA, NEE
from assessment.screening.walk import asked
from assessment.weighing.checks import answers_on_money as money
from assessment.weighing.checks import answers_on_people as people
from assessment.weighing.checks import answers_on_procedure as procedure
from assessment.weighing.checks.case import Case, Raised, raised
from assessment.weighing.checks.speaks_against import Against


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One entry of `checks.yaml`, the question and the answer that it is about, and what speaks against it."""

    text: str
    question: str
    answer: str
    against: Callable[[Case], Iterable[Against]]


CONTRADICTIONS: Final[tuple[Contradiction, ...]] = (
    Contradiction("X17-paid", "FIN-26", NEE, money.paid_by_another),
    Contradiction("X20-gap", "FIN-02", NEE, money.gap),
    Contradiction("X20-no-gap", "FIN-02", JA, money.no_gap),
    Contradiction("X21-unproven", "FIN-03", JA, money.unproven_sources),
    Contradiction("X22-cash", "FIN-06", NEE, money.cash),
    Contradiction("X23-capacity", "FIN-07", NEE, money.beyond_capacity),
    Contradiction("X24-early", "FIN-10", NEE, money.received_early),
    Contradiction("X25-terms", "FIN-09", NEE, money.without_terms),
    Contradiction("X26-turnover", "OMZ-01", NEE, money.turnover_jump),
    Contradiction("X27-founded", "STR-03", NEE, people.founded_shortly_before),
    Contradiction("X28-convicted", "IDA-04", NEE, people.convicted_subjects),
    Contradiction("X29-circle", "IDA-06", NEE, people.established_around),
    Contradiction("X30-repeated", "IDA-09", NEE, people.repeated),
    Contradiction("X31-cleared", "IDA-11", NEE, people.cleared),
    Contradiction("X32-tax-fine", "IDA-12", NEE, people.tax_fines),
    Contradiction("X33-tip", "IDA-14", NEE, people.prosecutor_tips),
    Contradiction("X34-behind", "STR-10", NEE, people.factual_managers),
    Contradiction("X35-moved", "STR-04", NEE, people.moved_shortly_before),
    Contradiction("X36-incomplete", "AAN-01", JA, procedure.incomplete),
    Contradiction("X37-expired", "AAN-02", NEE, procedure.expired),
    Contradiction("X38-refused", "AAN-05", NEE, procedure.refused),
    Contradiction("X39-withdrawn", "AAN-07", NEE, procedure.withdrawn),
    Contradiction("X40-partner", "REL-01", NEE, people.partners),
    Contradiction("X41-need", "FIN-01", JA, money.unproven_needs),
    Contradiction("X42-cash", "FIN-28", NEE, money.cash_shortfall),
    Contradiction("X43-shares", "STR-01", JA, people.unknown_shares),
    Contradiction("X43-rest", "STR-01", JA, people.unknown_holders),
)


def raise_checks(case: Case) -> Iterator[Raised]:
    """Hold every answer that counts and that the table knows against the record.

    An answer about one party is contradicted by what speaks against that party, and by nothing about another.
    """
    rows = asked(case.catalogue, case.dossier)
    given = [(row.question.id, row.about, row.answer.said) for row in rows if row.answer is not None]
    for one in CONTRADICTIONS:
        about = [party for question, party, said in given if (question, said) == (one.question, one.answer)]
        for against in one.against(case) if about else ():
            if "" in about or set(about) & {*against.about, against.whose}:
                yield raised(one.text, one.question, *against.about, **dict(against.parts))
