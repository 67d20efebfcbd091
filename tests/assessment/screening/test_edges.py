# SPDX-License-Identifier: EUPL-1.2
"""Small differences in what is asked, of whom, and what is still open."""

import pytest

from assessment.catalogue.checklist import Per
from assessment.dates import When
from assessment.dossier.answer import ONBEKEND, Answer
from assessment.dossier.document import Document
from assessment.dossier.event import Event, EventKind
from assessment.dossier.relation import Role
from assessment.screening.asked import Asked
from assessment.screening.findings import findings
from assessment.screening.group import group
from assessment.screening.open_points import SUPPLEMENT, open_points
from assessment.truth import Truth
from tests.assessment.inquiry.world import catalogue, company, dossier, information, question, relation

LEADING = (Role.DIRECTOR, Role.MANAGER, Role.FACTUAL_MANAGER, Role.NAMED_ON_PERMIT, Role.PARTNER_IN_FIRM)
WORLD = catalogue(question("Q1"))


@pytest.mark.parametrize("role", list(Role))
def test_who_is_asked_about_as_lender_manager_or_landlord(role: Role) -> None:
    """Whoever leads or holds is no lender by that, and who lends does not lead."""
    case = dossier(relation("p1", role, "s"))
    of = {per: group(per, case) == ("p1",) for per in (Per.LENDER, Per.MANAGER, Per.LANDLORD)}
    assert of == {
        Per.LENDER: role in (Role.FINANCIER, Role.LIMITED_PARTNER),
        Per.MANAGER: role in LEADING,
        Per.LANDLORD: role is Role.LANDLORD,
    }


def test_only_what_the_subject_itself_holds_or_leads_is_its_business() -> None:
    parties = (company("s"), company("o1"), company("o2"))
    below = dossier(relation("s", Role.SHAREHOLDER, "o1"), relation("o1", Role.DIRECTOR, "o2"), parties=parties)
    assert set(group(Per.ORGANISATION, below)) == {"s", "o1", "o2"}
    beside = dossier(relation("a", Role.SHAREHOLDER, "o1"), relation("z", Role.DIRECTOR, "o2"), parties=parties)
    assert group(Per.ORGANISATION, beside) == ("s",)


@pytest.mark.parametrize("value", ["zeker", "ja", True, "onbekend "])
def test_whatever_is_not_the_word_unknown_is_an_answer(value: object) -> None:
    assert Asked(question("Q1"), "", Answer("Q1", value)).is_answered  # type: ignore[arg-type]


def test_the_word_unknown_is_a_task_however_it_was_read() -> None:
    assert not Asked(question("Q1"), "", Answer("Q1", ONBEKEND.upper().lower())).is_answered
    (found,) = findings(WORLD, dossier(answers=(Answer("Q1", ONBEKEND.upper().lower()),)))
    assert found.holds is Truth.UNKNOWN
    assert found.holds.value != ONBEKEND


def test_a_source_that_is_not_in_the_dossier_carries_no_finding() -> None:
    case = dossier(answers=(Answer("Q1", "ja", sources=("i9",)),), information=(information("i1"),))
    assert findings(WORLD, case)[0].holds is Truth.UNKNOWN
    both = dossier(answers=(Answer("Q1", "ja", sources=("i9", "i1")),), information=(information("i1"),))
    assert findings(WORLD, both)[0].holds is Truth.YES


@pytest.mark.parametrize(("complete", "told"), [(False, "is niet volledig."), (None, ""), (True, "")])
def test_only_a_document_that_was_called_incomplete_is(complete: bool | None, told: str) -> None:
    received = Document("d1", "huurcontract", received_on=When(2026, 3, 1), complete=complete)
    points = [one.about for one in open_points(WORLD, dossier(documents=(received,))) if one.id == "d1"]
    assert points == ([f"Het stuk huurcontract {told}"] if told else [])


@pytest.mark.parametrize("role", [Role.ADVISER, Role.SHAREHOLDER, Role.FAMILY])
def test_only_a_partnership_is_asked_for_what_shows_it(role: Role) -> None:
    points = [one.about for one in open_points(WORLD, dossier(relation("p1", role, "s")))]
    assert not any("samenwerkingsverband" in one for one in points)
    partner = [one.about for one in open_points(WORLD, dossier(relation("p1", Role.BUSINESS_PARTNER, "s")))]
    assert any("samenwerkingsverband" in one for one in partner)


def test_the_last_invitation_is_the_one_that_counts_and_its_first_answer_may_complete_it() -> None:
    def invited(day: int, due: int) -> Event:
        return Event(EventKind.SUPPLEMENT_INVITED, When(2026, 3, day), due=When(2026, 4, due))

    def received(day: int, complete: bool | None) -> Event:
        return Event(EventKind.SUPPLEMENT_RECEIVED, When(2026, 3, day), complete=complete)

    def told(*events: Event) -> list[str]:
        return [one.about for one in open_points(WORLD, dossier(events=events)) if one.id == SUPPLEMENT]

    (point,) = told(invited(1, 1), invited(5, 8), received(6, False), received(7, False))
    assert point.startswith("Het verzoek om aanvulling van 5 mrt 2026 is nog niet volledig beantwoord.")
    assert point.endswith("De termijn loopt tot en met 8 apr 2026.")
    assert told(invited(5, 8), received(6, True), received(7, False)) == []
    assert told(invited(5, 8), received(6, None)) != []
