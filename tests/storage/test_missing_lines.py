# SPDX-License-Identifier: EUPL-1.2
"""Where a line of the journal about a user is gone, no role follows from it, also after it was told once."""

from pathlib import Path

import pytest

from assessment.users import Role, User
from storage.vault import FolderVault
from tests.storage.checking import behind_its_back
from tests.storage.stores import CHEAP, PASSWORD, Clock
from tests.storage.test_people import ADA, BO, let_in
from tests.storage.test_people import FIRST as FIRST_PASSWORD

GIVE, RESTORE = "Laat een beheerder de rol opnieuw geven", "Niemand kan nu een rol geven. Zet een reservekopie terug."


def take_line_away(vault: FolderVault, bo: User) -> None:
    """Do what old pages of the journal, its index and the users do when they are put back together."""
    vault.people.change_role(bo.id, Role.SECOND_READER, PASSWORD)
    vault.lock()
    line = "DELETE FROM journal WHERE action = 'user.role-changed'"
    behind_its_back(vault, line, f"UPDATE user SET role = 'administrator' WHERE id = '{bo.id}'", user=ADA)


@pytest.fixture
def without_line(vault: FolderVault) -> User:
    """Give one who was demoted, of which the line is gone and the row is as before."""
    bo = let_in(vault, Role.ADMINISTRATOR)
    vault.lock()
    vault.unlock(PASSWORD, ADA)
    take_line_away(vault, bo)
    return bo


def test_the_old_role_does_not_count_at_any_later_opening(vault: FolderVault, without_line: User) -> None:
    for _ in range(4):
        vault.unlock(FIRST_PASSWORD, BO)
        assert vault.people.me.role is Role.OFFICER
        (warning,) = vault.warnings()
        assert RESTORE in warning
        assert GIVE not in warning
        vault.lock()


def test_who_chooses_a_password_meanwhile_writes_no_role_down(vault: FolderVault, without_line: User) -> None:
    vault.unlock(FIRST_PASSWORD, BO)
    vault.people.change_password(FIRST_PASSWORD, "een wachtwoord van Bo zelf")
    with vault.work() as work:
        assert not [one for one in work.journal.entries(limit=1000) if one.action == "user.password-chosen"]
    vault.lock()
    vault.unlock("een wachtwoord van Bo zelf", BO)
    assert vault.people.me.must_change


def test_the_recovery_key_still_lets_somebody_in(folder: Path) -> None:
    vault = FolderVault(folder, Clock(), CHEAP)
    key = vault.create(ADA, PASSWORD)
    bo = let_in(vault, Role.ADMINISTRATOR)
    vault.lock()
    vault.unlock(PASSWORD, ADA)
    take_line_away(vault, bo)
    vault.recover(key, "een heel ander wachtwoord", ADA)
    assert vault.people.me.name == ADA
    assert RESTORE in " ".join(vault.warnings())
    vault.lock()
