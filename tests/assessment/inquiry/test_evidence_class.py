# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import pytest

from assessment.dossier.fact import Dismissal, Fact, Plausible, Status, Suspicion
from assessment.inquiry.evidence_class import Classified
from assessment.inquiry.evidence_class import classify as classify_with
from assessment.inquiry.unknown import Missing
from assessment.known import NOT_KNOWN
from assessment.outcome import EvidenceClass

from .world import CATALOGUE, fact


def classify(one: Fact) -> Classified:
    return classify_with(one, CATALOGUE)


KNOWN: dict[str, Any] = {"offence_plausible": Plausible.YES, "suspicion": Suspicion.MODERATE}


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.CONVICTION, EvidenceClass.POINTS_TO),
        (Status.CONVICTION_FINAL, EvidenceClass.POINTS_TO),
        (Status.PENAL_ORDER, EvidenceClass.SUSPICION),
        (Status.PENAL_ORDER_FINAL, EvidenceClass.POINTS_TO),
        (Status.TRANSACTION, EvidenceClass.POINTS_TO),
        (Status.FINE, EvidenceClass.SUSPICION),
        (Status.FINE_FINAL, EvidenceClass.POINTS_TO),
        (Status.FINE_COURT_RULED, EvidenceClass.POINTS_TO),
        (Status.PROSECUTED, EvidenceClass.SUSPICION),
        (Status.SUSPECT, EvidenceClass.SUSPICION),
        (Status.REPORTED, EvidenceClass.SUSPICION),
        (Status.DISMISSED, EvidenceClass.SUSPICION),
        (Status.ACQUITTED, EvidenceClass.EXCLUDED),
        (Status.DISCHARGED, EvidenceClass.EXCLUDED),
        (Status.NONE, EvidenceClass.SUSPICION),
    ],
)
def test_every_status_has_its_class(status: Status, expected: EvidenceClass) -> None:
    found, reasons, unknowns = classify(fact(status=status, **KNOWN))
    assert found is expected
    assert reasons[0].basis.startswith("Wet Bibob art. 3")
    assert unknowns == ()


@pytest.mark.parametrize("status", [Status.ACQUITTED, Status.DISCHARGED])
@pytest.mark.parametrize("plausible", [Plausible.YES, Plausible.NO, NOT_KNOWN])
def test_whoever_was_cleared_is_cleared_whatever_else_is_recorded(status: Status, plausible: Any) -> None:
    assert classify(fact(status=status, offence_plausible=plausible)).evidence_class is EvidenceClass.EXCLUDED


@pytest.mark.parametrize("status", [Status.CONVICTION_FINAL, Status.PROSECUTED, NOT_KNOWN])
def test_an_offence_that_is_not_plausible_comes_before_the_status(status: Any) -> None:
    found = classify(fact(status=status, offence_plausible=Plausible.NO))
    assert found.evidence_class is EvidenceClass.NOT_PLAUSIBLE
    assert found.unknowns == ()


def test_what_is_not_known_is_a_suspicion_with_tasks() -> None:
    found = classify(fact())
    assert found.evidence_class is EvidenceClass.SUSPICION
    assert found.reasons == ()
    assert [one.missing for one in found.unknowns] == [Missing.STATUS, Missing.PLAUSIBLE, Missing.SUSPICION]
    assert {one.about for one in found.unknowns} == {"f1"}


def test_a_fact_that_points_to_an_offence_asks_for_nothing() -> None:
    assert classify(fact(status=Status.FINE_FINAL)).unknowns == ()


def test_a_seriousness_recorded_as_none_is_still_to_be_given() -> None:
    found = classify(fact(status=Status.SUSPECT, offence_plausible=Plausible.YES, suspicion=None))
    assert [one.missing for one in found.unknowns] == [Missing.SUSPICION]


def test_a_dismissal_asks_why_it_still_counts_until_that_is_said() -> None:
    asked = classify(fact(status=Status.DISMISSED, **KNOWN)).reasons[-1]
    told = classify(fact(status=Status.DISMISSED, why_still="De verklaring bleef staan.", **KNOWN)).reasons[-1]
    assert asked.basis == told.basis == "Wet Bibob art. 3a lid 2"
    assert "Leg vast waarom" in asked.text
    assert "vastgelegd" in told.text


@pytest.mark.parametrize(
    ("dismissal", "said"),
    [
        (Dismissal("02", "Te weinig bewijs"), "Sepotcode 02; reden: Te weinig bewijs."),
        (Dismissal("02"), "Sepotcode 02; reden: niet bekend."),
        (Dismissal(reason="Te oud."), "Sepotcode niet bekend; reden: Te oud."),
        (Dismissal(), "Met welke code"),
        (NOT_KNOWN, "Met welke code"),
    ],
)
def test_a_dismissal_is_told_with_its_code_and_reason(dismissal: Any, said: str) -> None:
    reasons = classify(fact(status=Status.DISMISSED, dismissal=dismissal, **KNOWN)).reasons
    assert [one.rule for one in reasons][::2] == ["status-dismissed", "dismissal-asks"]
    assert reasons[1].text.startswith(said)
