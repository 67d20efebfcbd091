# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest

from assessment.dossier.event import EventKind
from assessment.inquiry.lasting import Lasting, anchor_of, overlap
from assessment.known import NOT_KNOWN

from .world import TODAY, day, dossier, event

ENDED = Lasting(day("2020"), day("2025-07-01"))


@pytest.mark.parametrize(
    ("lasting", "active", "current"),
    [
        (Lasting(day("2020"), None), True, True),
        (Lasting(NOT_KNOWN, None), True, True),
        (Lasting(day("2020"), NOT_KNOWN), True, True),
        (Lasting(NOT_KNOWN, NOT_KNOWN), True, None),
        (ENDED, False, False),
        (Lasting(NOT_KNOWN, day("2025")), False, False),
        (Lasting(day("2020"), day("2026-06-02")), False, False),
        (Lasting(day("2020"), day("2026-06-03")), True, True),
        (Lasting(day("2020"), day("2026-06")), True, None),
        (Lasting(day("2026-07"), None), False, False),
        (Lasting(day("2026-06-02"), day("2026-06-02")), True, None),
    ],
)
def test_a_relation_is_current_as_far_as_its_dates_tell(lasting: Lasting, active: bool, current: bool | None) -> None:
    assert lasting.is_active(TODAY) is active
    assert lasting.is_current(TODAY) is current


@pytest.mark.parametrize(
    ("until", "anchor", "running"),
    [
        (None, None, True),
        (NOT_KNOWN, None, True),
        (day("2025-07-01"), None, False),
        (day("2025-07-01"), date(2025, 7, 1), False),
        (day("2025-07-02"), date(2025, 7, 1), True),
        (day("2026-07-02"), None, True),
        (day("2026-06-02"), None, False),
        (day("2025"), date(2025, 11, 1), True),
    ],
)
def test_a_relation_runs_when_it_ended_only_after_the_application(until: object, anchor: date, running: bool) -> None:
    assert Lasting(day("2020"), until).is_running(anchor, TODAY) is running  # type: ignore[arg-type]


def test_the_day_to_look_lies_within_the_relation() -> None:
    on_one_day = Lasting(day("2025-07-01"), day("2025-07-01"))
    ended_before_it_began = Lasting(day("2025-07-01"), day("2024-01-01"))
    for lasting in (ENDED, Lasting(day("2027-01-01"), None), on_one_day, ended_before_it_began):
        assert lasting.is_active(lasting.turning_day(TODAY))
    assert Lasting(NOT_KNOWN, None).turning_day(TODAY) == TODAY


def test_parts_overlap_from_the_latest_beginning_to_the_earliest_end() -> None:
    assert overlap((Lasting(day("2020"), None), Lasting(day("2022"), day("2024-05")))) == Lasting(
        day("2022"), day("2024-05")
    )
    assert overlap((Lasting(NOT_KNOWN, None), Lasting(NOT_KNOWN, NOT_KNOWN))) == Lasting(NOT_KNOWN, NOT_KNOWN)
    assert overlap((Lasting(day("2020"), None),)) == Lasting(day("2020"), None)


def test_the_anchor_is_the_first_of_application_and_investigation() -> None:
    assert anchor_of(dossier()) == date(2026, 3, 2)
    earlier = dossier(events=(event(EventKind.OWN_INVESTIGATION_STARTED, "2026-02-01"),))
    assert anchor_of(earlier) == date(2026, 2, 1)
    other = dossier(events=(event(EventKind.FORM_SENT, "2025-01-01"),))
    assert anchor_of(other) == date(2026, 3, 2)


def test_an_existing_permit_without_investigation_has_no_anchor() -> None:
    from assessment.dossier.application import Application

    assert anchor_of(dossier(application=Application(existing=True))) is None
