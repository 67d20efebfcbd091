# SPDX-License-Identifier: EUPL-1.2
"""What stands beside each decision: open, or closed with the reason."""

from dataclasses import replace
from functools import cache

import pytest

from assessment.assess import assess
from assessment.codes import Codes
from assessment.dates import When
from assessment.degree import Degree
from assessment.dossier.application import Instrument, Permit
from assessment.dossier.bureau_advice import YesNo
from assessment.dossier.conclusion import Conclusion, Decision, GroundConclusion, ObtainConclusion
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.exchange import codes_of, read_dossier
from assessment.weighing.closed import ASKING, possibilities
from assessment.weighing.options import Outcomes, options
from resources import files

from .balances import shipped

NEW, OLD = Permit("EXP", "EXP"), Permit("EXP", "EXP", existing=True)


@cache
def cafe() -> Dossier:
    codes: Codes = codes_of(shipped())
    return read_dossier(files.read_example("cafe-variant-1b"), codes)


def case(degree: Degree | None, permit: Permit = NEW, invoked: bool = False, instrument: str = "permit") -> Dossier:
    said = GroundConclusion(degree) if degree else GroundConclusion()
    conclusion = Conclusion(said, said, ObtainConclusion(YesNo.YES if invoked else YesNo.NO))
    application = replace(cafe().application, permit_types=(permit,), instrument=Instrument(instrument))
    return replace(cafe(), application=application, conclusion=conclusion)


def closed(dossier: Dossier) -> dict[Decision, str]:
    outcome = assess(dossier, shipped())
    outcomes = Outcomes(outcome.a, outcome.b, outcome.c)
    found = possibilities(dossier, dossier.permits[0], outcomes, shipped(), dossier.assessed_on)
    return {one.decision: one.closed.text if one.closed else "" for one in found}


@pytest.mark.parametrize(
    ("degree", "decision", "word"),
    [
        (Degree.NONE, Decision.REFUSE, "geen gevaar"),
        (Degree.NONE, Decision.GRANT_WITH_CONDITIONS, "Zonder gevaar"),
        (Degree.LESSER, Decision.REFUSE, "mindere mate"),
        (Degree.UNDETERMINED, Decision.GRANT, "nog niet vast te stellen"),
        (Degree.UNDETERMINED, Decision.GRANT_WITH_CONDITIONS, "nog niet vast te stellen"),
        (Degree.SERIOUS, Decision.REVOKE, "nog niets verleend"),
        (Degree.SERIOUS, Decision.LEAVE_UNTREATED, "hersteltermijn"),
    ],
)
def test_each_degree_says_what_it_closes(degree: Degree, decision: Decision, word: str) -> None:
    assert word in closed(case(degree))[decision]


@pytest.mark.parametrize("degree", Degree)
@pytest.mark.parametrize("permit", [NEW, OLD])
@pytest.mark.parametrize("invoked", [True, False])
def test_what_the_options_open_is_open_unless_the_permit_closes_it(
    degree: Degree, permit: Permit, invoked: bool
) -> None:
    dossier = case(degree, permit, invoked)
    outcome = assess(dossier, shipped())
    opened = options(dossier, Outcomes(outcome.a, outcome.b, outcome.c), shipped().terms, dossier.assessed_on)
    found = closed(dossier)
    assert set(found) == set(Decision)
    assert {one for one, why in found.items() if not why} == {*opened, *ASKING}


def test_what_is_open_stands_first() -> None:
    found = list(closed(case(Degree.LESSER)))
    assert found[:4] == [Decision.GRANT, Decision.GRANT_WITH_CONDITIONS, Decision.ASK_BUREAU, Decision.ASK_SUBJECT]


def test_one_new_and_one_granted_permit_each_have_their_own_way() -> None:
    dossier = case(Degree.SERIOUS, OLD)
    both = replace(dossier, application=replace(dossier.application, permit_types=(OLD, Permit("ALC", "ALC"))))
    assert "al verleend" in closed(both)[Decision.REFUSE]
    assert closed(both)[Decision.REVOKE] == ""


def test_a_refused_form_closes_the_refusal_of_an_application() -> None:
    dossier = replace(case(Degree.SERIOUS), facts=())
    refused = Event(EventKind.FORM_REFUSED, When.on(dossier.assessed_on))
    permits = (Permit("ALC", "ALC"), OLD)
    application = replace(dossier.application, permit_types=permits)
    found = closed(replace(dossier, application=application, events=(*dossier.events, refused)))
    assert "wat al is verleend" in found[Decision.REFUSE]


def test_par_6_opens_refusal_and_no_conditions() -> None:
    found = closed(case(Degree.NONE, invoked=True))
    assert found[Decision.REFUSE] == ""
    assert "zesde lid" in found[Decision.GRANT_WITH_CONDITIONS]


def test_an_agreement_knows_no_conditions() -> None:
    assert "overeenkomst" in closed(case(Degree.SERIOUS, instrument="contract"))[Decision.GRANT_WITH_CONDITIONS]
