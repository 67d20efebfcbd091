# SPDX-License-Identifier: EUPL-1.2
"""Who may say how long a dossier is kept, who may have it destroyed, and when it is due."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from assessment.errors import NotAllowed
from assessment.retention import (
    NotDestroyed,
    Order,
    Proposal,
    Retention,
    RetentionRule,
    refuse_to_destroy,
    refuse_to_set,
    refuse_to_withdraw,
    why_not_destroy,
    why_not_propose,
    why_not_withdraw,
)
from assessment.users import Role, User, may_destroy, may_set_retention

AT = datetime(2026, 1, 1, tzinfo=UTC)
RULE = RetentionRule("selectielijst 12.1", "besluit onherroepelijk", 60)
ADA, BRAM, CORA = (
    User(str(number), name, role, AT)
    for number, name, role in (
        (1, "Ada Voorbeeld", Role.ADMINISTRATOR), (2, "Bram Verzinsel", Role.COORDINATOR),
        (3, "Cora Fictie", Role.OFFICER),
    )
)  # fmt: skip
KEPT = Retention(RULE, date(2020, 1, 1), ADA.name, AT)
PROPOSED = replace(KEPT, proposal=Proposal(ADA.id, ADA.name, AT))
TODAY = date(2026, 6, 2)


@pytest.mark.parametrize(
    ("role", "sets", "destroys"),
    [
        (Role.ADMINISTRATOR, True, True),
        (Role.COORDINATOR, False, True),
        (Role.OFFICER, False, False),
        (Role.SECOND_READER, False, False),
    ],
)
def test_each_role_may_what_it_may(role: Role, sets: bool, destroys: bool) -> None:
    who = replace(ADA, role=role)
    assert (may_set_retention(who), may_destroy(who)) == (sets, destroys)


def test_who_is_no_administrator_sets_no_period() -> None:
    refuse_to_set(ADA)
    with pytest.raises(NotAllowed) as refusal:
        refuse_to_set(BRAM)
    assert refusal.value.sentence.endswith("Er is niets gewijzigd.")


def test_a_reason_why_not_is_told_before_anything_is_asked() -> None:
    assert why_not_propose(KEPT, BRAM) == ""
    assert "bewaartermijn" in why_not_propose(None, BRAM)
    assert "coördinator" in why_not_propose(KEPT, CORA)
    assert "voorgesteld" in why_not_destroy(KEPT, BRAM)
    assert "zelf" in why_not_destroy(PROPOSED, ADA)
    assert why_not_destroy(PROPOSED, BRAM) == ""


def test_a_proposal_is_taken_back_by_who_may_destroy_or_made_it() -> None:
    assert why_not_withdraw(PROPOSED, BRAM) == ""
    assert why_not_withdraw(PROPOSED, replace(ADA, role=Role.OFFICER)) == ""
    assert why_not_withdraw(KEPT, BRAM) != ""
    with pytest.raises(NotAllowed):
        refuse_to_withdraw(PROPOSED, CORA)


def test_it_is_due_the_day_after_the_last_and_never_without_a_start() -> None:
    assert not KEPT.is_due(date(2025, 1, 1))
    assert KEPT.is_due(date(2025, 1, 2))
    unknown = replace(PROPOSED, starts_on=None)
    assert not unknown.is_due(date.max)
    with pytest.raises(NotDestroyed):
        refuse_to_destroy(unknown, Order(BRAM, TODAY))
    assert refuse_to_destroy(unknown, Order(BRAM, TODAY, "dubbel"))[0] is unknown
