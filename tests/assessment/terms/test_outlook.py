# SPDX-License-Identifier: EUPL-1.2
"""What a dossier on the shelf asks as the days pass, without anybody opening it."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.dates import When
from assessment.deadline import Deadline
from assessment.dossier.conclusion import Conclusion, Decision, Measure
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event
from assessment.dossier.hearing import Hearing
from assessment.terms.outlook import outlook
from assessment.terms.terms import terms
from tests.assessment.terms.test_own_vectors import AWB, invited, supplemented
from tests.assessment.terms.test_terms import dossier, event
from tests.assessment.weighing.balances import shipped

STARTED = date(2026, 10, 13)


def looked_ahead(case: Dossier) -> tuple[Deadline, ...]:
    return outlook(case, shipped(), terms(case, shipped(), case.assessed_on))


def standing(on: str, *events: Event, hearings: tuple[Hearing, ...] = (), refused: bool = False) -> dict[str, str]:
    """What stands on a day in a dossier that was kept on 13 October, with its last day."""
    case = replace(dossier(*AWB, *events), assessed_on=STARTED, hearings=hearings, subject=("p1",))
    if refused:
        case = replace(case, conclusion=Conclusion(measure=(Measure("EXP", Decision.REFUSE),)))
    day = date.fromisoformat(on)
    return {one.id: str(one.last) for one in looked_ahead(case) if one.stands(day)}


ASKED = invited("2026-10-12", "2026-10-26")


def test_an_invitation_expires_and_then_the_application_may_be_left_untreated() -> None:
    assert "leave-untreated" not in standing("2026-10-26", ASKED)
    assert standing("2026-10-26", ASKED)["supplement"] == "2026-10-26"
    later = standing("2026-10-27", ASKED)
    assert "supplement" not in later
    assert later["leave-untreated"] == "2026-11-23"
    assert "leave-untreated" not in standing("2026-11-24", ASKED)


def test_what_was_answered_never_expires() -> None:
    assert "leave-untreated" not in standing("2026-10-27", ASKED, supplemented("2026-10-13"))


@pytest.mark.parametrize(("on", "is_told"), [("2026-11-30", False), ("2026-12-01", True), ("2027-06-01", True)])
def test_when_the_term_has_passed_the_applicant_is_to_hear_by_when(on: str, is_told: bool) -> None:
    assert ("D-4-14" in standing(on)) is is_told


def test_a_duty_keeps_the_day_on_which_it_was_first_due() -> None:
    assert standing("2026-12-01")["D-4-14"] == standing("2027-06-01")["D-4-14"] == "2026-12-01"


def test_somebody_who_let_his_term_pass_was_heard() -> None:
    asked = (Hearing("h1", "p1", invited_on=When.parse("2026-10-12"), due=When.parse("2026-10-26")),)
    assert "D-33" in standing("2026-10-26", hearings=asked, refused=True)
    assert "D-33" not in standing("2026-10-27", hearings=asked, refused=True)


def test_an_open_suspension_moves_the_term_with_the_day_on_which_it_was_counted() -> None:
    agreed = event("agreed-suspension-from", "2026-10-12")
    assert standing("2026-10-14", agreed)["decision"] == "2026-12-01"
    asked = standing("2026-10-27", agreed, ASKED)
    assert asked["decision"] == "2026-12-15"


def test_what_happened_twice_stands_twice() -> None:
    case = replace(dossier(*AWB, *[event("bureau-requested", "2026-10-12")] * 2), assessed_on=STARTED)
    found = [one for one in looked_ahead(case) if one.id == "D-32"]
    assert len(found) == 1  # the same duty of the same day is one
    apart = [event("bureau-requested", "2026-10-12"), event("bureau-requested", "2026-10-13")]
    case = replace(dossier(*AWB, *apart), assessed_on=STARTED)
    assert [str(one.last) for one in looked_ahead(case) if one.id == "D-32"] == ["2026-10-12", "2026-10-13"]
