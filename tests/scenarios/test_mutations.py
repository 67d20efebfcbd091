# SPDX-License-Identifier: EUPL-1.2
"""Every ruling that held, with one fault put into it: the check that belongs to the fault appears, and was not there.

A good dossier must not be held up for nothing, and a fault must not slip through because the rest is in order.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assessment.exchange import parse_json
from assessment.outcome import Severity

from . import mutations as fault
from .test_scenarios import assessed

HELD = [
    file
    for file in sorted(Path(__file__).parent.glob("*.json"))
    if parse_json(file.read_bytes())["expect"].get("no_block")
]
B, A = Severity.BLOCK, Severity.ANSWER

MUTATIONS: tuple[tuple[str, Severity, fault.Mutation, int], ...] = (
    # the check, how heavy at least, the fault, and in how many rulings it can be put
    ("C01", B, fault.no_links, 10),
    ("C02", B, fault.old_facts_without_a_text, 15),
    ("C03", B, fault.no_reasons_of_proportionality, 15),
    ("C03", A, fault.conditions_without_reasons, 2),
    ("C04", B, fault.conditions_not_considered, 15),
    ("C04", B, fault.conditions_left_out, 2),
    ("C05", B, fault.nothing_verified, 10),
    ("C05", B, fault.source_not_seen, 10),
    ("C06", B, fault.only_press, 15),
    ("C06", B, fault.slight, 8),
    ("C07", A, fault.ended_before_the_application, 4),
    ("C07", B, fault.no_relations, 6),
    ("C08", B, fault.acquitted, 15),
    ("C08", A, fault.dismissed, 15),
    ("C09", B, fault.no_intent, 2),
    ("C10", B, fault.old_advice, 10),
    ("C11", B, fault.heavier_than_the_advice, 8),
    ("C11", A, fault.no_comparison, 15),
    ("C12", A, fault.no_relations, 6),
    ("C13", B, fault.guilt_declared, 10),
    ("C14", B, fault.form_refused_on_an_application, 4),
    ("C14", B, fault.incomplete_taken_for_refusal, 2),
    ("C14", B, fault.untreated_too_late, 1),
    ("C15", A, fault.objection_and_no_look_at_the_law, 15),
    ("C16", B, fault.new_fact_after_the_hearing, 15),
    ("C16", B, fault.advice_not_put, 10),
    ("C17", B, fault.no_money_path, 4),
    ("C18", A, fault.offence_not_made_plausible, 10),
    ("L03", B, fault.subject_not_heard, 15),
    ("L04", B, fault.third_party_not_heard, 6),
    ("L05", B, fault.term_still_runs, 15),
    ("L06", A, fault.view_not_answered, 15),
    ("L07", B, fault.no_word_on_secrecy, 15),
    ("L09", B, fault.refused_at_lesser, 10),
    ("L10", B, fault.reasons_left_out, 15),
    ("L11", B, fault.degree_left_out, 15),
    ("L12", B, fault.no_measure, 15),
    ("L13", A, fault.regular_grounds_left_out, 15),
    ("L22", A, fault.closed_without_permission, 10),
    ("L22", A, fault.without_a_basis, 15),
    ("X01", B, fault.fact_in_the_future, 15),
)
WEIGHT = {Severity.HINT: 0, Severity.ANSWER: 1, Severity.BLOCK: 2}


@cache
def dossier(file: Path) -> Any:
    return parse_json(file.read_bytes())["dossier"]


@cache
def before(file: Path) -> frozenset[str]:
    return frozenset(one.id for one in assessed(dossier(file)).checks)


def mutated(file: Path, mutation: fault.Mutation) -> Any:
    """Give the dossier with the fault, or None where it cannot be put there."""
    raw = deepcopy(dossier(file))
    return raw if mutation(raw) else None


@pytest.mark.parametrize(
    ("check", "severity", "mutation", "least"),
    MUTATIONS,
    ids=[f"{check}-{mutation.__name__}" for check, _, mutation, _ in MUTATIONS],
)
def test_a_fault_is_seen(check: str, severity: Severity, mutation: fault.Mutation, least: int) -> None:
    faulty = {file: raw for file in HELD if check not in before(file) and (raw := mutated(file, mutation))}
    assert len(faulty) >= least
    missed = {file.stem: _heaviest(raw, check) for file, raw in faulty.items()}
    assert {name: found for name, found in missed.items() if found < WEIGHT[severity]} == {}


def _heaviest(raw: Any, check: str) -> int:
    return max((WEIGHT[one.severity] for one in assessed(raw).checks if one.id == check), default=-1)
