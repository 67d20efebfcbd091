# SPDX-License-Identifier: EUPL-1.2
"""How far a dossier has come."""

from dataclasses import replace
from datetime import date

import pytest

import main
from assessment.dossier.dossier import Dossier
from assessment.dossier.party import Organisation, Person
from assessment.dossier.relation import Relation, Role
from assessment.exchange import read_dossier
from assessment.steps import Step, StepState, states, where_it_stands
from resources import files

EMPTY = Dossier("BIB-2026-0099", "2026-01-01", date(2026, 4, 20))


def test_a_new_dossier_stands_at_its_application() -> None:
    found = states(EMPTY, main.catalogue())
    assert set(found.values()) == {StepState.EMPTY}
    assert where_it_stands(found) is Step.APPLICATION


def test_a_step_is_partly_done_while_something_is_missing() -> None:
    dossier = replace(EMPTY, parties=(Person("p1", ""),), subject=("p1",))
    assert states(dossier, main.catalogue())[Step.PARTIES] is StepState.PARTLY
    named = replace(dossier, parties=(Person("p1", "Daan Fictema"),))
    assert states(named, main.catalogue())[Step.PARTIES] is StepState.DONE


def of_parties(dossier: Dossier) -> StepState:
    return states(dossier, main.catalogue())[Step.PARTIES]


def test_an_organisation_with_nobody_behind_it_is_not_ready() -> None:
    alone = replace(EMPTY, parties=(Organisation("p1", "Verzonnen Vink Horeca B.V."),), subject=("p1",))
    assert of_parties(alone) is StepState.PARTLY
    led = replace(alone, parties=(*alone.parties, Person("p2", "Daan Fictema")))
    assert of_parties(led) is StepState.PARTLY
    relation = Relation("r1", "p2", "p1", Role.DIRECTOR)
    assert of_parties(replace(led, relations=(relation,))) is StepState.PARTLY
    assert of_parties(replace(led, relations=(replace(relation, sources=("d1",)),))) is StepState.DONE


def test_who_stands_beside_a_person_needs_a_relation() -> None:
    dossier = replace(EMPTY, parties=(Person("p1", "Daan Fictema"), Person("p2", "Sanne Verzint")), subject=("p1",))
    assert of_parties(dossier) is StepState.PARTLY


@pytest.mark.parametrize(
    ("name", "stands", "screening"),
    [
        ("cafe-de-verzonnen-vink", Step.ADVICE, StepState.PARTLY),
        ("verzonnen-broodje", Step.ADVICE, StepState.DONE),
    ],
)
def test_the_worked_dossiers_wait_for_their_second_reader(name: str, stands: Step, screening: StepState) -> None:
    found = states(read_dossier(files.read_example(name)), main.catalogue())
    assert where_it_stands(found) is stands
    assert found[Step.SCREENING] is screening
    assert found[Step.FINANCING] is StepState.DONE


def test_the_furthest_step_that_was_begun_counts() -> None:
    found = dict.fromkeys(Step, StepState.EMPTY)
    assert where_it_stands({**found, Step.FACTS: StepState.PARTLY}) is Step.FACTS
    assert where_it_stands({**found, Step.FACTS: StepState.DONE}) is Step.SCREENING
    assert where_it_stands(dict.fromkeys(Step, StepState.DONE)) is Step.ADVICE


def test_that_there_is_no_investment_is_something_recorded() -> None:
    assert states(EMPTY, main.catalogue())[Step.FINANCING] is StepState.EMPTY
    assert states(replace(EMPTY, financing=None), main.catalogue())[Step.FINANCING] is StepState.DONE
