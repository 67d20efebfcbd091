# SPDX-License-Identifier: EUPL-1.2
"""Who may do what; whatever is done, an administrator stays."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from assessment.users import (
    MOST_USERS,
    NO_NAME,
    NOT_THE_LAST,
    ONLY_ADMINISTRATOR,
    TAKEN,
    TOO_MANY,
    Role,
    User,
    may_manage,
    why_not_add,
    why_not_change_role,
    why_not_revoke,
)

AT = datetime(2026, 6, 2, tzinfo=UTC)
ADA = User("1", "Ada Voorbeeld", Role.ADMINISTRATOR, AT)
BO = User("2", "Bo Verzonnen", Role.OFFICER, AT)

roles = st.sampled_from(Role)
stores = st.lists(roles, min_size=1, max_size=5).map(
    lambda found: (ADA, *(User(f"u{at}", f"Naam {at}", role, AT) for at, role in enumerate(found)))
)


@given(stores, st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.integers(0, 9), roles), max_size=30))
def test_whatever_is_allowed_leaves_an_administrator(
    users: tuple[User, ...], tries: list[tuple[bool, int, int, Role]]
) -> None:
    for is_revoking, by, of, role in tries:
        me, who = users[by % len(users)], users[of % len(users)]
        if is_revoking and not why_not_revoke(me, who, users):
            users = tuple(one for one in users if one.id != who.id)
        elif not is_revoking and not why_not_change_role(me, who, role, users):
            users = tuple(replace(one, role=role) if one.id == who.id else one for one in users)
        assert any(map(may_manage, users))


@given(roles)
def test_only_administrators_manage(role: Role) -> None:
    me = replace(BO, role=role)
    refused = "" if role is Role.ADMINISTRATOR else ONLY_ADMINISTRATOR
    assert why_not_add(me, "Cas Bedacht", (ADA, me)) == refused
    assert why_not_change_role(me, ADA, Role.ADMINISTRATOR, (ADA, me)) == refused
    assert why_not_revoke(me, ADA, (ADA, me)) == refused


def test_each_reason_is_told() -> None:
    assert why_not_add(ADA, "", (ADA,)) == NO_NAME
    assert why_not_add(ADA, "bo VERZONNEN ", (ADA, BO)) == TAKEN
    assert why_not_add(ADA, "Nog een", (ADA,) * MOST_USERS) == TOO_MANY
    assert why_not_change_role(ADA, ADA, Role.OFFICER, (ADA, BO)) == NOT_THE_LAST


def test_every_role_has_a_dutch_word() -> None:
    assert {role.dutch for role in Role} == {"behandelaar", "coördinator", "tweede lezer", "beheerder"}
