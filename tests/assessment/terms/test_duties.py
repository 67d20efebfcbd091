# SPDX-License-Identifier: EUPL-1.2
"""Duties that events and conclusions bring (law.md 1.10), and terms beside the decision term."""

import pytest

from assessment.outcome import Duty, Term
from assessment.terms.duties import duties
from assessment.terms.terms import terms
from tests.assessment.weighing.balances import shipped
from tests.assessment.weighing.cases import Change, case_of, changed, drop, put


def told(*changes: Change) -> dict[str, Duty]:
    case = case_of(changed(*changes))
    counting = [one.id for one in case.weighing.facts if one.counts_for]
    found = duties(case.dossier, case.catalogue, counting, case.terms, case.on)
    return {one.id: one for one in found}


def event(kind: str, on: str, **more: object) -> Change:
    return put("events.+", {"kind": kind, "on": on, **more})


NO_ADVICE = [put("bureau_advices", []), drop("events.4"), drop("events.3"), put("hearings.0.about", ["draft"])]


def test_with_an_advice_for_this_file_nothing_is_reported() -> None:
    assert "D-7a-7" not in told()


@pytest.mark.parametrize("degree", ["serious", "lesser"])
def test_a_danger_without_the_bureau_is_reported_at_once(degree: str) -> None:
    duty = told(*NO_ADVICE, put("conclusion.b.degree", degree))["D-7a-7"]
    assert (str(duty.due), duty.fulfilled) == ("2026-06-01", False)
    assert told(*NO_ADVICE, event("reported-to-bureau", "2026-06-01"))["D-7a-7"].fulfilled


def test_an_advice_for_another_file_is_none_for_this_one() -> None:
    assert "D-7a-7" in told(put("bureau_advices.0.for_file", "other"), drop("events.4"))


def test_no_danger_is_never_reported_and_a_change_of_it_is() -> None:
    none = [*NO_ADVICE, put("conclusion.b.degree", "none")]
    assert "D-7a-7" not in told(*none)
    assert "gewijzigd" in told(*none, event("reported-to-bureau", "2026-05-20"))["D-7a-7"].text


@pytest.mark.parametrize(("changes", "fulfilled"), [([], False), ([event("reported-to-bureau", "2026-05-30")], True)])
def test_withdrawal_after_the_investigation_began(changes: list[Change], fulfilled: bool) -> None:
    assert told(event("withdrawn", "2026-05-29"), *changes)["D-7a-8"].fulfilled is fulfilled


def test_withdrawal_before_any_investigation() -> None:
    assert "D-7a-8" not in told(event("withdrawn", "2026-03-02"))


def test_the_bureau_asks() -> None:
    found = told(event("bureau-asked-data", "2026-04-01"))
    assert {"D-32", "D-7a-4", "D-15-2"} <= set(found)
    assert not found["D-15-2"].fulfilled
    answered = told(event("bureau-asked-data", "2026-04-01"), event("bureau-got-data", "2026-04-09"))
    assert answered["D-15-2"].fulfilled


def test_an_advice_shows_that_the_bureau_had_what_it_needs() -> None:
    assert told()["D-7a-4"].fulfilled
    assert not told(drop("events.4"))["D-7a-4"].fulfilled


@pytest.mark.parametrize(
    ("changes", "fulfilled"),
    [([], True), ([drop("hearings.1")], False), ([drop("hearings.0.received_on"), put("hearings.0.due", None)], False),
     ([drop("hearings.0.received_on"), drop("hearings.0.invited_on")], False)],
)  # fmt: skip
def test_everyone_named_is_heard_before_a_burden(changes: list[Change], fulfilled: bool) -> None:
    assert told(*changes)["D-33"].fulfilled is fulfilled


def test_a_grant_asks_no_hearing() -> None:
    assert not {"D-33", "D-28-3"} & set(told(put("conclusion.measure.0.decision", "grant")))


def test_the_copy_comes_with_a_word_on_secrecy() -> None:
    assert told()["D-28-3"].fulfilled
    assert not told(drop("hearings.1.secrecy_notice"))["D-28-3"].fulfilled


def test_what_is_missing_is_asked_first() -> None:
    assert "D-4-5" not in told()
    assert not told(put("documents", [{"id": "d1", "complete": False}]))["D-4-5"].fulfilled
    assert told(event("supplement-invited", "2026-04-01", due="2026-04-15"))["D-4-5"].fulfilled


def test_the_form_is_given() -> None:
    assert told()["D-7a-5"].fulfilled
    not_sent = drop("events.5")
    assert not told(not_sent)["D-7a-5"].fulfilled
    assert told(not_sent, put("information.0.basis", "bibob-7a"))["D-7a-5"].fulfilled


def test_the_subject_hears_that_the_bureau_was_asked() -> None:
    assert told()["D-32"].fulfilled
    assert not told(drop("events.6"))["D-32"].fulfilled


def test_a_decision_is_made_known() -> None:
    assert not told(event("decision-made", "2026-05-29"))["D-3-41"].fulfilled
    assert told(event("decision-made", "2026-05-29"), event("decision-notified", "2026-05-30"))["D-3-41"].fulfilled


def counted(*changes: Change) -> dict[str, Term]:
    dossier = changed(*changes)
    return {one.id: one for one in terms(dossier, shipped(), dossier.assessed_on)}


def test_terms_beside_the_decision() -> None:
    found = counted(event("supplement-invited", "2026-04-01", due="2026-04-14"))
    assert set(found) == {"decision", "supplement", "leave-untreated", "bureau-advice", "hearing", "reuse"}
    assert str(found["reuse"].raw_end) == "2031-05-04"
    assert str(found["leave-untreated"].raw_end) == "2026-05-12"


def test_an_extension_can_still_be_announced() -> None:
    found = counted(drop("events.2"))
    assert found["extension-notice"].raw_end == found["decision"].raw_end
    assert "extension-notice" not in counted(drop("events.2"), event("decision-made", "2026-05-30"))


def test_the_bureau_extends_its_own_term() -> None:
    found = counted(
        event("bureau-extended", "2026-05-01", weeks=9),
        event("bureau-asked-data", "2026-04-01"),
        event("bureau-got-data", "2026-04-08"),
    )["bureau-advice"]
    assert (str(found.raw_end), found.suspended_days) == ("2026-06-19", 7)
    assert len(found.steps) == 3


def test_an_invitation_without_a_term_and_a_hearing_without_dates_have_none() -> None:
    found = counted(event("supplement-invited", "2026-04-01"), drop("hearings.0.due"), drop("hearings.1.due"))
    assert not {"supplement", "leave-untreated", "hearing"} & set(found)


def test_without_application_or_procedure_there_is_no_decision_term() -> None:
    assert "decision" not in counted(drop("application.procedure"))
    assert "decision" not in counted(put("application.procedure", "none"))
    nothing = [drop("application.received_on"), drop("events.0")]
    assert "decision" not in counted(*nothing)
    assert "decision" in counted(drop("application.received_on"))


def test_what_was_suspended_before_the_application_does_not_count() -> None:
    early = [event("agreed-suspension-from", "2026-02-01"), event("agreed-suspension-until", "2026-02-10")]
    assert counted(*early)["decision"].raw_end == counted()["decision"].raw_end
    open_end = counted(event("agreed-suspension-from", "2026-05-30"))
    assert (open_end["decision"].raw_end - counted()["decision"].raw_end).days == 2
