# SPDX-License-Identifier: EUPL-1.2
"""Old pages that somebody put back in the file: each is authentic by itself, and still no old row counts."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from assessment.control import Part
from assessment.errors import NotAllowed, Revoked
from assessment.ports import DossierId
from assessment.retention import NotDestroyed, RetentionRule
from assessment.services import destruction, retention
from assessment.users import Role, User
from storage import users
from storage.vault import FolderVault
from tests.storage.attachments.conftest import Make, attach, make
from tests.storage.checking import behind_its_back, broken, check, told
from tests.storage.seeding import FIRST, ORDER, RULE, SECOND
from tests.storage.stores import PASSWORD, add, get, small
from tests.storage.test_people import ADA, BO, let_in
from tests.storage.test_people import FIRST as FIRST_PASSWORD

__all__ = ["make"]

PAGE = 4096
OLD = date(2000, 1, 1)
OTHER = "eigen wachtwoord van Bo"


@contextmanager
def spliced(vault: FolderVault, folder: Path, table: str, index: str = "") -> Iterator[None]:
    """Put the pages of one table back as they were before the block, and of one index; the store is closed then."""
    vault.lock()
    path = folder / "store.db"
    old = path.read_bytes()
    vault.unlock(PASSWORD, ADA)
    yield
    with vault._opened()._engine.connect() as connection:
        pages = connection.scalars(
            text("SELECT rootpage FROM sqlite_master WHERE tbl_name = :table AND rootpage > 0 OR name = :index"),
            {"table": table, "index": index},
        ).all()
    vault.lock()
    new = bytearray(path.read_bytes())
    for number in pages:
        at = slice((number - 1) * PAGE, number * PAGE)
        new[at] = old[at]
    assert bytes(new) != path.read_bytes()
    path.write_bytes(new)


def lines(vault: FolderVault) -> list[str]:
    with vault.work() as work:
        return [line.action for line in work.journal.entries(limit=1000)]


@pytest.fixture
def demoted(vault: FolderVault, folder: Path) -> User:
    """Give one who was an administrator, and is one again by an old page."""
    bo = let_in(vault, Role.ADMINISTRATOR)
    with spliced(vault, folder, "user"):
        vault.people.change_role(bo.id, Role.SECOND_READER, PASSWORD)
    return bo


def test_a_role_of_before_does_not_come_back(vault: FolderVault, folder: Path, demoted: User) -> None:
    vault.unlock(FIRST_PASSWORD, BO)
    assert vault.people.me.role is Role.OFFICER
    with pytest.raises(NotAllowed):
        vault.people.add("Cas Bedacht", Role.OFFICER, "een wachtwoord", FIRST_PASSWORD)
    (warning,) = [one for one in vault.warnings() if "logboek" in one]
    assert BO in warning
    assert ADA not in warning
    assert "store.users-strayed" in lines(vault)
    (fault,) = vault.faults()
    assert fault.where == f"gebruiker {demoted.id}"
    vault.lock()
    found = check(folder)
    assert broken(found) == {Part.USERS}
    assert BO not in told(found)


def test_a_line_that_the_index_hides_lets_no_role_count(vault: FolderVault, folder: Path) -> None:
    """The old pages of the users and of the index of the journal agree; only counting the lines gives them away."""
    bo = let_in(vault, Role.ADMINISTRATOR)
    with spliced(vault, folder, "user", "ix_journal_about"):
        vault.people.change_role(bo.id, Role.SECOND_READER, PASSWORD)
    for _ in range(2):  # nor after it was told once
        vault.unlock(FIRST_PASSWORD, BO)
        assert vault.people.me.role is Role.OFFICER
        assert any(BO in one for one in vault.warnings())
        vault.lock()


def test_a_role_counts_after_many_openings_and_changes(vault: FolderVault) -> None:
    bo = let_in(vault)
    for role in (Role.COORDINATOR, Role.SECOND_READER, Role.ADMINISTRATOR):
        vault.lock()
        vault.unlock(PASSWORD, ADA)
        vault.people.change_role(bo.id, role, PASSWORD)
        vault.lock()
        vault.unlock(FIRST_PASSWORD, BO)
        assert vault.people.me.role is role
        assert not any("logboek" in one for one in vault.warnings())


def test_an_administrator_puts_it_right_by_giving_the_role_anew(vault: FolderVault, demoted: User) -> None:
    vault.unlock(PASSWORD, ADA)
    assert vault.people.me.role is Role.ADMINISTRATOR
    vault.people.change_role(demoted.id, Role.COORDINATOR, PASSWORD)
    assert vault.faults() == ()
    vault.lock()
    vault.unlock(FIRST_PASSWORD, BO)
    assert vault.people.me.role is Role.COORDINATOR
    assert not any("logboek" in one for one in vault.warnings())


def test_choosing_a_password_does_not_bring_a_role_back(vault: FolderVault, demoted: User) -> None:
    vault.unlock(FIRST_PASSWORD, BO)
    vault.people.change_password(FIRST_PASSWORD, OTHER)
    vault.lock()
    vault.unlock(OTHER, BO)
    assert vault.people.me.role is Role.OFFICER


def test_one_who_was_revoked_stays_out(vault: FolderVault, folder: Path) -> None:
    bo = let_in(vault, Role.ADMINISTRATOR)
    key_file = (folder / "store.keys.json").read_bytes()
    with spliced(vault, folder, "user"):
        vault.people.revoke(bo.id, PASSWORD)
    (folder / "store.keys.json").write_bytes(key_file)
    assert broken(check(folder)) == {Part.USERS}
    with pytest.raises(Revoked):
        vault.unlock(FIRST_PASSWORD, BO)
    vault.unlock(PASSWORD, ADA)
    assert [one.name for one in vault.people.all()] == [ADA]
    assert any(BO in one for one in vault.warnings())


def test_one_whose_row_is_gone_is_told(vault: FolderVault, folder: Path) -> None:
    with spliced(vault, folder, "user"):
        let_in(vault)
    found = check(folder)
    assert broken(found) == {Part.USERS}
    assert "verwijderd" in told(found)
    with pytest.raises(Revoked):
        vault.unlock(FIRST_PASSWORD, BO)
    vault.unlock(PASSWORD, ADA)
    assert any("1 gebruiker die ontbreekt" in one for one in vault.warnings())


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE user SET role = 'administrator' WHERE must_change",
        "UPDATE user SET name = 'Een Ander' WHERE must_change",
        "INSERT INTO user SELECT 'ff', 'Een Ander', role, 'ff', added_at, NULL, 0 FROM user WHERE NOT must_change",
        "UPDATE user SET role = 'coordinator' WHERE NOT must_change",
        "DELETE FROM user WHERE must_change",
    ],
)
def test_a_row_that_no_line_tells_of_is_told(vault: FolderVault, folder: Path, statement: str) -> None:
    let_in(vault)
    vault.lock()
    behind_its_back(vault, statement, user=ADA)
    assert broken(check(folder)) == {Part.USERS}


def test_lines_of_a_version_without_marks_speak_against_nobody(
    vault: FolderVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(users, "marked", lambda *_, **__: "")
    bo = let_in(vault)
    vault.people.change_role(bo.id, Role.COORDINATOR, PASSWORD)
    monkeypatch.undo()
    vault.lock()
    vault.unlock(FIRST_PASSWORD, BO)
    assert vault.people.me.role is Role.COORDINATOR
    assert vault.faults() == ()


@pytest.fixture
def kept(vault: FolderVault) -> DossierId:
    """Give a dossier of which the period is long over."""
    id_ = add(vault, small())
    retention.set_period(vault.work(), id_, RULE, OLD, FIRST)
    return id_


def refused(vault: FolderVault, id_: DossierId) -> None:
    """See that nothing rests on the row, and that setting the period anew puts it right."""
    for act in (
        lambda: destruction.carry_out(vault.destruction, id_, ORDER),
        lambda: retention.propose(vault.work(), id_, FIRST),
    ):
        with pytest.raises(NotDestroyed) as refusal:
            act()
        assert "volgt niet uit het logboek" in refusal.value.sentence
    assert get(vault, id_) == small()
    retention.set_period(vault.work(), id_, RULE, OLD, FIRST)
    assert vault.faults() == ()
    retention.propose(vault.work(), id_, FIRST)
    assert destruction.carry_out(vault.destruction, id_, ORDER).is_done


def test_a_proposal_that_was_withdrawn_does_not_come_back(vault: FolderVault, folder: Path, kept: DossierId) -> None:
    retention.propose(vault.work(), kept, FIRST)
    with spliced(vault, folder, "retention"):
        retention.withdraw(vault.work(), kept, FIRST)
    assert broken(check(folder)) == {Part.RETENTION}
    vault.unlock(PASSWORD)
    assert [one.where for one in vault.faults()] == [kept]
    refused(vault, kept)


def test_a_shorter_period_of_before_does_not_come_back(vault: FolderVault, folder: Path, kept: DossierId) -> None:
    with spliced(vault, folder, "retention"):
        retention.set_period(vault.work(), kept, RetentionRule("langer", "besluit", 1200), OLD, FIRST)
    assert broken(check(folder)) == {Part.RETENTION}
    vault.unlock(PASSWORD)
    refused(vault, kept)


def test_a_period_that_is_gone_is_told(vault: FolderVault, folder: Path) -> None:
    id_ = add(vault, small())
    with spliced(vault, folder, "retention"):
        retention.set_period(vault.work(), id_, RULE, OLD, FIRST)
    assert broken(check(folder)) == {Part.RETENTION}


def test_periods_of_the_municipality_of_before_are_told(vault: FolderVault, folder: Path) -> None:
    retention.keep_rules(vault.work(), [RULE], FIRST)
    with spliced(vault, folder, "setting"):
        retention.keep_rules(vault.work(), [RetentionRule("langer", "besluit", 120)], FIRST)
    found = check(folder)
    assert broken(found) == {Part.RETENTION}
    assert "bewaartermijnen: " in told(found)


def test_a_certificate_that_is_gone_is_told(vault: FolderVault, folder: Path, kept: DossierId) -> None:
    retention.propose(vault.work(), kept, FIRST)
    with spliced(vault, folder, "destruction"):
        destruction.carry_out(vault.destruction, kept, ORDER)
    found = check(folder)
    assert broken(found) == {Part.RETENTION}
    assert "verklaring van vernietiging" in told(found)


def test_a_certificate_of_before_it_was_done_is_finished_anew(
    vault: FolderVault, folder: Path, kept: DossierId
) -> None:
    retention.propose(vault.work(), kept, FIRST)
    made = destruction.carry_out(vault.destruction, kept, ORDER)
    vault.lock()
    behind_its_back(
        vault, """UPDATE destruction SET certificate = replace(certificate, '"is_done": true', '"is_done": false')"""
    )
    assert check(folder).is_whole
    vault.unlock(PASSWORD)
    assert [one.id for one in destruction.certificates(vault.destruction) if one.is_done] == [made.id]
    assert vault.faults() == ()
    vault.lock()
    behind_its_back(vault, f"UPDATE destruction SET certificate = replace(certificate, '{SECOND.name}', 'Een Ander')")
    assert broken(check(folder)) == {Part.RETENTION}


def test_certificates_that_outlive_a_restored_backup_get_a_line(
    vault: FolderVault, folder: Path, kept: DossierId
) -> None:
    retention.propose(vault.work(), kept, FIRST)
    backup = vault.back_up()
    assert backup
    destruction.carry_out(vault.destruction, kept, ORDER)
    vault.lock()
    vault.restore(backup.id, PASSWORD)
    assert "destruction.taken-over" in lines(vault)
    assert vault.faults() == ()
    vault.lock()
    behind_its_back(vault, "DELETE FROM destruction WHERE id <> 'counts'")
    assert Part.RETENTION in broken(check(folder))


def test_an_attachment_that_was_removed_does_not_come_back_unseen(vault: FolderVault, folder: Path, make: Make) -> None:
    id_ = add(vault, small())
    made = attach(vault, id_, make("een.txt", b"inhoud"))
    with spliced(vault, folder, "attachment"), vault.work() as work:
        work.attachments.remove(made.id)
        work.commit()
    found = check(folder)
    assert broken(found) == {Part.ATTACHMENTS}
    assert made.id in told(found)
