# SPDX-License-Identifier: EUPL-1.2
"""What the services do with a dossier before it is kept."""

from dataclasses import replace
from datetime import date

import pytest

from assessment.catalogue.load import load_catalogue
from assessment.dates import When
from assessment.dossier.application import Application, Authority
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.known import NOT_KNOWN
from assessment.services.dossiers import begin, permits_of, with_application
from resources.files import read_catalogue

TODAY = date(2026, 6, 2)
EARLIER = When(2026, 5, 20)
APPLICATION = Application(permit_types=permits_of(("EXP",)), received_on=When.on(TODAY))


@pytest.fixture
def begun() -> Dossier:
    found = read_catalogue()
    catalogue = load_catalogue(found.content, found.date, found.checksum)
    return begin("BIB-2026-0001", TODAY, catalogue, Authority("gemeente Fictenveen"), APPLICATION)


def test_the_event_that_began_the_dossier_follows_the_day_of_receipt(begun: Dossier) -> None:
    changed = with_application(begun, replace(begun.application, received_on=EARLIER))
    assert changed.application.received_on == EARLIER
    assert changed.events == (Event(EventKind.APPLICATION_RECEIVED, EARLIER),)


def test_a_receipt_with_a_day_of_its_own_stays(begun: Dossier) -> None:
    own = replace(begun, events=(Event(EventKind.APPLICATION_RECEIVED, When(2026, 5, 1)),))
    assert with_application(own, replace(own.application, received_on=EARLIER)).events == own.events


@pytest.mark.parametrize("day", [NOT_KNOWN, When.on(TODAY)])
def test_a_day_that_is_taken_away_or_stays_changes_no_event(begun: Dossier, day: object) -> None:
    changed = with_application(begun, replace(begun.application, received_on=day, activity="terras"))
    assert changed.events == begun.events
    assert changed.application.activity == "terras"


def test_what_nobody_said_of_a_new_dossier_is_not_known(begun: Dossier) -> None:
    assert begun.application.existing is NOT_KNOWN
    assert begun.events == (Event(EventKind.APPLICATION_RECEIVED, When.on(TODAY)),)
    unsaid = replace(APPLICATION, received_on=NOT_KNOWN)
    found = read_catalogue()
    catalogue = load_catalogue(found.content, found.date, found.checksum)
    assert begin("BIB-2026-0002", TODAY, catalogue, Authority(), unsaid).events == ()
