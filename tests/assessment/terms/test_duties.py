# SPDX-License-Identifier: EUPL-1.2
"""Duties that events and conclusions bring (law.md 1.10), and terms beside the decision term."""

from datetime import timedelta

import pytest

from assessment.dossier.event import EventKind
from assessment.outcome import Duty, Severity, Term
from assessment.terms.duties import duties
from assessment.terms.terms import terms
from assessment.weighing.checks.run import _raised
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


def test_a_correction_is_passed_on_after_the_report_that_it_corrects() -> None:
    none = [*NO_ADVICE, put("conclusion.b.degree", "none"), event("reported-to-bureau", "2026-05-20")]
    assert not told(*none)["D-7a-7"].fulfilled
    assert not told(*none, event("corrected-to-bureau", "2026-05-19"))["D-7a-7"].fulfilled
    assert told(*none, event("corrected-to-bureau", "2026-05-20"))["D-7a-7"].fulfilled


@pytest.mark.parametrize(("text", "fulfilled"), [("Betrokkene verkocht de zaak.", True), (" ", False)])
def test_a_withdrawal_for_another_reason_is_explained_and_not_reported(text: str, fulfilled: bool) -> None:
    answer = put("conclusion.check_answers", [{"check": "L28", "about": [], "text": text}])
    assert told(event("withdrawn", "2026-05-29"), answer)["D-7a-8"].fulfilled is fulfilled


REFUSED = [put("application.existing", True), event("form-refused", "2026-03-10")]


def test_a_refused_form_of_an_existing_permit_is_recorded_and_weighed() -> None:
    assert "D-4-1" not in told(event("form-refused", "2026-03-10"))
    assert "D-4-1" not in told(*REFUSED[:1])
    assert str(told(*REFUSED)["D-4-1"].due) == "2026-03-10"
    assert told(*REFUSED)["D-4-1"].fulfilled
    assert not told(*REFUSED, put("conclusion.measure", []))["D-4-1"].fulfilled
    lesser = [put("conclusion.a.degree", "none"), put("conclusion.b.degree", "lesser")]
    assert not told(*REFUSED, *lesser)["D-4-1"].fulfilled


@pytest.mark.parametrize(
    ("duty", "arises", "ends"),
    [
        ("D-28-2-m", ("body-asked-data",), "body-answered"),
        ("D-4-15-3", ("force-majeure-from",), "suspension-told"),
        ("D-4-15-4", ("force-majeure-from", "force-majeure-until"), "suspension-told"),
        ("D-4-15-4", ("attributable-delay-from", "attributable-delay-until"), "suspension-told"),
        ("D-4-15-4", ("foreign-information-asked", "foreign-information-received"), "suspension-told"),
    ],
)
def test_an_event_brings_a_duty_and_another_fulfils_it(duty: str, arises: tuple[str, ...], ends: str) -> None:
    begun = [event(kind, "2026-05-11") for kind in arises]
    assert duty not in told(*begun[:-1])
    assert (str(told(*begun)[duty].due), told(*begun)[duty].fulfilled) == ("2026-05-11", False)
    assert not told(*begun, event(ends, "2026-05-10"))[duty].fulfilled
    assert told(*begun, event(ends, "2026-05-11"))[duty].fulfilled


def test_an_agreed_suspension_needs_no_notice() -> None:
    agreed = [event("agreed-suspension-from", "2026-05-11"), event("agreed-suspension-until", "2026-05-12")]
    assert not {"D-4-15-3", "D-4-15-4"} & set(told(*agreed))


def test_who_is_late_tells_by_when_he_will_decide() -> None:
    end = counted()["decision"].statutory_end
    assert "D-4-14" not in told(put("assessed_on", str(end)))
    late = put("assessed_on", str(end + timedelta(days=1)))
    assert (told(late)["D-4-14"].due, told(late)["D-4-14"].fulfilled) == (end + timedelta(days=1), False)
    assert not told(late, event("extension-notified", str(end)))["D-4-14"].fulfilled
    assert told(late, event("extension-notified", str(end + timedelta(days=1))))["D-4-14"].fulfilled
    assert told(late, event("decision-made", str(end)))["D-4-14"].fulfilled


def test_that_the_form_and_the_findings_were_sent_can_be_recorded() -> None:
    assert told(drop("events.4"), event("sent-to-bureau", "2026-03-20"))["D-7a-4"].fulfilled


def test_every_duty_says_what_fulfils_it() -> None:
    found = told(event("decision-made", "2026-05-29"))
    assert found["D-3-41"].done == "Klaar als is vastgelegd: “besluit bekendgemaakt”."
    assert found["D-7a-4"].done.endswith(
        "“formulier en bevindingen naar het Bureau gestuurd” of “advies van het Bureau ontvangen”."
    )
    assert found["D-7a-4"].done_by == (EventKind.SENT_TO_BUREAU, EventKind.BUREAU_ADVICE_RECEIVED)
    assert found["D-33"].done.startswith("Klaar als")
    assert found["D-33"].done_by == ()


@pytest.mark.parametrize(
    ("duty", "changes"),
    [
        ("D-33", [drop("hearings.0.received_on"), put("hearings.0.due", None)]),
        ("D-33", [drop("hearings.1")]),
        ("D-28-3", [drop("hearings.1.secrecy_notice")]),
        ("D-28-3", [put("hearings.1.secrecy_notice", False)]),
        ("D-4-5", [put("documents", [{"id": "d1", "complete": False}]),
                   put("conclusion.measure.0.decision", "leave-untreated")]),
    ],
)  # fmt: skip
def test_an_open_duty_that_is_a_condition_holds_the_advice_back(duty: str, changes: list[Change]) -> None:
    condition = shipped().duties[duty].condition
    assert not told(*changes)[duty].fulfilled
    held = {one.text for one in _raised(case_of(changed(*changes)))}
    assert held & set(condition)


def test_every_condition_is_a_check_that_holds_back() -> None:
    conditions = {check for duty in shipped().duties.values() for check in duty.condition}
    assert conditions
    assert all(shipped().checks.texts[check].severity is not Severity.HINT for check in conditions)
