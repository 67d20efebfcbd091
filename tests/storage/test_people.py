# SPDX-License-Identifier: EUPL-1.2
"""Several users: each opens it with an own password, and only an administrator lets others in or out."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.errors import NotAllowed, Revoked, WrongPassword
from assessment.ports import Vault
from assessment.users import NOT_THE_LAST, NOT_YOURSELF, ONLY_ADMINISTRATOR, TAKEN, Role, User
from storage.keys.reading import read_key_file
from storage.vault import FolderVault
from storage.versions import REVISIONS
from tests.storage.checking import check
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, bytes_of, get, small

Vaults = Callable[[], FolderVault]
ADA, BO = "Ada Voorbeeld", "Bo Verzonnen"
FIRST, OWN = "eerste wachtwoord", "eigen wachtwoord"


def let_in(vault: FolderVault, role: Role = Role.OFFICER) -> User:
    return vault.people.add(BO, role, FIRST, PASSWORD)


def files(folder: Path) -> bytes:
    return (folder / "store.keys.json").read_bytes()


def journalled(vault: FolderVault) -> list[tuple[str, str]]:
    with vault.work() as work:
        return [(line.action, line.actor) for line in work.journal.entries()]


def test_it_is_what_the_services_ask_for(vault: Vault) -> None:
    assert [one.name for one in vault.people.all()] == [ADA]


def test_who_makes_the_store_is_its_administrator(vault: FolderVault) -> None:
    assert (vault.people.me.name, vault.people.me.role) == (ADA, Role.ADMINISTRATOR)
    assert vault.people.all() == (vault.people.me,)
    assert not vault.people.me.must_change


@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_the_user_of_an_older_store_becomes_its_administrator(tmp_path: Path, revision: str) -> None:
    folder = tmp_path / "kluis"
    shutil.copytree(Path(__file__).with_name("old") / revision, folder)
    before = files(folder)
    vault = FolderVault(folder, Clock(), CHEAP)
    assert vault.users_at_the_door() == ()
    vault.unlock(PASSWORD)
    me = vault.people.me
    assert (me.role, me.must_change) == (Role.ADMINISTRATOR, False)
    assert files(folder) != before
    (sealed, direct) = read_key_file(files(folder)).slots
    assert (sealed.is_sealed, sealed.label, sealed.id, direct.is_sealed) == (True, "", me.id, False)
    vault.lock()
    assert check(folder).is_whole
    vault.unlock(PASSWORD, me.name)
    assert vault.people.me == me
    assert vault.faults() == ()
    vault.lock()


def test_one_who_was_let_in_opens_it_and_is_the_actor(vault: FolderVault, vaults: Vaults) -> None:
    id_ = add(vault, small())
    bo = let_in(vault)
    assert bo.must_change
    vault.lock()
    other = vaults()
    assert other.users_at_the_door() == (ADA, BO)
    other.unlock(FIRST, BO)
    assert (other.user, other.people.me) == (BO, bo)
    assert get(other, id_) == small()
    other.people.change_password(FIRST, OWN)
    assert not other.people.me.must_change
    assert ("user.password-chosen", BO) in journalled(other)
    other.lock()
    with pytest.raises(WrongPassword):
        other.unlock(FIRST, BO)
    other.unlock(OWN, BO)
    other.lock()
    other.unlock(PASSWORD, ADA)
    assert other.user == ADA
    assert other.faults() == ()


def test_a_password_opens_the_slot_of_its_own_user_only_and_one_slot_is_tried(
    vault: FolderVault, monkeypatch: pytest.MonkeyPatch
) -> None:
    from storage.keys import slot

    let_in(vault)
    vault.lock()
    runs, stretch = [], slot.stretch
    monkeypatch.setattr(slot, "stretch", lambda *told: (runs.append(1), stretch(*told))[1])
    for password, user in ((PASSWORD, BO), (FIRST, ADA), (FIRST, "")):
        with pytest.raises(WrongPassword):
            vault.unlock(password, user)
    assert len(runs) == 3
    with pytest.raises(WrongPassword):
        vault.unlock(PASSWORD, "Niemand")
    assert len(runs) == 3


def test_one_who_was_revoked_opens_nothing(vault: FolderVault, folder: Path) -> None:
    bo = let_in(vault)
    earlier = files(folder)
    vault.people.revoke(bo.id, PASSWORD)
    assert vault.people.all() == (vault.people.me,)
    assert vault.users_at_the_door() == (ADA,)
    assert BO.encode() not in (folder / "store.keys.json.1").read_bytes()
    assert ("user.revoked", ADA) in journalled(vault)
    vault.lock()
    with pytest.raises(WrongPassword):
        vault.unlock(FIRST, BO)
    (folder / "store.keys.json").write_bytes(earlier)  # who kept a copy of the key file is told by the store itself
    with pytest.raises(Revoked) as refusal:
        vault.unlock(FIRST, BO)
    assert "ingetrokken" in refusal.value.sentence
    vault.unlock(PASSWORD, ADA)
    assert vault.users_at_the_door() == (ADA,)
    assert let_in(vault).id != bo.id


def test_a_name_can_be_read_only_where_one_has_to_choose(vault: FolderVault, folder: Path) -> None:
    assert vault.users_at_the_door() == ()
    assert ADA.encode() not in files(folder)
    vault.change_password(PASSWORD, OWN)
    vault.lock()
    vault.unlock(OWN, ADA)
    assert ADA.encode() not in files(folder)
    vault.people.add(BO, Role.OFFICER, FIRST, OWN)
    assert vault.users_at_the_door() == (ADA, BO)
    vault.lock()
    vault.unlock(OWN, ADA)


def test_roles_are_changed_and_remembered(vault: FolderVault) -> None:
    bo = let_in(vault)
    vault.people.change_role(bo.id, Role.SECOND_READER, PASSWORD)
    vault.lock()
    vault.unlock(FIRST, BO)
    assert vault.people.me.role is Role.SECOND_READER


def test_only_an_administrator_may(vault: FolderVault, folder: Path) -> None:
    ada, bo = vault.people.me, let_in(vault)
    vault.lock()
    vault.unlock(FIRST, BO)
    before = bytes_of(folder)
    people = vault.people
    for attempt in (
        lambda: people.add("Cas Bedacht", Role.ADMINISTRATOR, FIRST, FIRST),
        lambda: people.revoke(ada.id, FIRST),
        lambda: people.change_role(bo.id, Role.ADMINISTRATOR, FIRST),
        lambda: people.rekey(FIRST),
        lambda: vault.renew_recovery_key(FIRST),
    ):
        with pytest.raises(NotAllowed) as refusal:
            attempt()
        assert refusal.value.why == ONLY_ADMINISTRATOR
    assert bytes_of(folder) == before


def test_an_administrator_stays(vault: FolderVault) -> None:
    ada, bo = vault.people.me, let_in(vault)
    with pytest.raises(NotAllowed) as refusal:
        vault.people.revoke(ada.id, PASSWORD)
    assert refusal.value.why == NOT_YOURSELF
    with pytest.raises(NotAllowed) as refusal:
        vault.people.change_role(ada.id, Role.OFFICER, PASSWORD)
    assert refusal.value.why == NOT_THE_LAST
    vault.people.change_role(bo.id, Role.ADMINISTRATOR, PASSWORD)
    vault.people.change_role(ada.id, Role.OFFICER, PASSWORD)
    assert vault.people.me.role is Role.OFFICER
    with pytest.raises(NotAllowed):
        vault.people.revoke(bo.id, PASSWORD)


def test_every_change_asks_for_the_password(vault: FolderVault, folder: Path) -> None:
    bo = let_in(vault)
    before = bytes_of(folder)
    people = vault.people
    for attempt in (
        lambda: people.add("Cas Bedacht", Role.OFFICER, FIRST, "mis"),
        lambda: people.revoke(bo.id, "mis"),
        lambda: people.change_role(bo.id, Role.ADMINISTRATOR, "mis"),
        lambda: people.rekey("mis"),
        lambda: people.use_keyring("mis"),
    ):
        with pytest.raises(WrongPassword):
            attempt()
    assert bytes_of(folder) == before


def test_two_users_have_two_names(vault: FolderVault) -> None:
    let_in(vault)
    for name in (BO, " bo verzonnen ", ADA.upper()):
        with pytest.raises(NotAllowed) as refusal:
            vault.people.add(name, Role.OFFICER, FIRST, PASSWORD)
        assert refusal.value.why == TAKEN
    for name in (" ", "x" * 65):
        with pytest.raises(NotAllowed):
            vault.people.add(name, Role.OFFICER, FIRST, PASSWORD)


def test_there_is_room_for_as_many_as_are_promised(vault: FolderVault, folder: Path) -> None:
    for number in range(14):
        vault.people.add(f"Verzonnen {number}", Role.OFFICER, FIRST, PASSWORD)
    with pytest.raises(NotAllowed):
        let_in(vault)
    vault.people.rekey(PASSWORD)
    assert len(files(folder)) < 64 * 1024
    vault.lock()
    vault.unlock(FIRST, "Verzonnen 13")


def test_the_recovery_key_is_for_an_administrator(vaults: Vaults) -> None:
    vault = vaults()
    key = vault.create(ADA, PASSWORD)
    let_in(vault)
    vault.lock()
    with pytest.raises(NotAllowed):
        vault.recover(key, OWN, BO)
    vault.recover(key, OWN, ADA)
    assert vault.user == ADA
    vault.lock()
    vault.unlock(FIRST, BO)
    vault.lock()
    with pytest.raises(WrongPassword):
        vault.unlock(PASSWORD, ADA)
    vault.unlock(OWN, ADA)


def test_who_gets_a_password_of_their_own_with_the_recovery_key_need_not_choose_another(vaults: Vaults) -> None:
    vault = vaults()
    key = vault.create(ADA, PASSWORD)
    let_in(vault, Role.ADMINISTRATOR)
    vault.lock()
    vault.recover(key, OWN, BO)
    assert not vault.people.me.must_change
    assert ("user.password-chosen", BO) in journalled(vault)


def test_a_recovery_key_that_is_made_anew_opens_nothing_any_more_at_once(vault: FolderVault, folder: Path) -> None:
    before = files(folder)
    vault.confirm_recovery()
    vault.people.renew_recovery_key(PASSWORD)
    assert not vault.is_recovery_confirmed()
    assert files(folder) != before
    assert vault._files.previous_keys.read_bytes() == files(folder)
    assert journalled(vault)[0] == ("store.recovery-key-renewed", ADA)


def test_a_slot_of_nobody_is_cleared_away(vault: FolderVault, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bo = let_in(vault)
    monkeypatch.setattr(vault._keys.__class__, "write", lambda *_: None)  # killed after the row was marked
    vault.people.revoke(bo.id, PASSWORD)
    monkeypatch.undo()
    assert vault.users_at_the_door() == (ADA, BO)
    vault.lock()
    vault.unlock(PASSWORD, ADA)
    assert vault.users_at_the_door() == (ADA,)


def test_a_backup_of_several_users_opens_for_each(vault: FolderVault, opens: Callable[[Path], FolderVault]) -> None:
    let_in(vault)
    made = vault.back_up()
    assert made.users == (ADA, BO)
    vault.lock()
    with pytest.raises(WrongPassword):
        vault.examine(made.id, FIRST, ADA)
    assert vault.examine(made.id, FIRST, BO).contents.dossiers == 0
    vault.restore(made.id, FIRST, BO)
    assert vault.user == BO
