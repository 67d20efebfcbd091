# SPDX-License-Identifier: EUPL-1.2
"""Who can write in the folder of a store cannot put one of his own there that the same password opens."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.errors import DamagedBackup, DamagedStore, WrongPassword
from assessment.users import Role, User
from storage.keys.derive import KEY_SIZE
from storage.keys.key_file import KeyFile
from storage.keys.pledge import keep, new_pledge, take
from storage.keys.reading import read_key_file
from storage.keys.sealing import PLEDGE_SIZE, seal
from storage.keys.slot import FALSE_SEAL, Slot, SlotKind
from storage.opened import OpenStore
from storage.owned import make_file
from storage.store_files import StoreFiles
from storage.vault import FolderVault
from tests.storage.checking import check
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, bytes_of, small

ADA, BO, FIRST, LATER = "Ada Voorbeeld", "Bo Verzonnen", "eerste wachtwoord", "een later wachtwoord"
OWN = bytearray(b"v" * KEY_SIZE)
"""The store key of who makes the store that is put there."""

Vaults = Callable[[], FolderVault]


def key_file(folder: Path) -> KeyFile:
    return read_key_file((folder / "store.keys.json").read_bytes())


def sealed_to(slot: Slot, pledge: bytearray, vault: bytes) -> Slot:
    """Seal the own key to a slot of somebody else, which all can read."""
    to = slot.address(vault)
    return replace(slot, pledge=keep(pledge, OWN, to), seals=(seal(OWN, pledge, to),))


def put_in_place(folder: Path, pledges: dict[str, bytearray]) -> None:
    """Make an empty store for the same users and the same slots, and put it in the place of the one that is there."""
    found = key_file(folder)
    beside = folder.with_name("namaak")
    beside.mkdir()
    files = StoreFiles(beside)
    make_file(files.database)
    store = OpenStore.make(files, bytearray(OWN), found.vault, Clock())
    for slot in found.of(SlotKind.PASSWORD):
        store.sign(User(slot.id, slot.label or ADA, Role.ADMINISTRATOR, Clock().at))
    store.close(is_fresh=True)
    slots = tuple(sealed_to(one, pledges.get(one.id, bytearray(PLEDGE_SIZE)), found.vault) for one in found.slots)
    files.keys.write_bytes(KeyFile.sealed(found.vault, slots, OWN).to_bytes())
    shutil.rmtree(folder)
    beside.rename(folder)


def pledges(folder: Path) -> dict[str, bytearray]:
    """What somebody knows of each slot who has the store open: Ada does."""
    found = key_file(folder)
    entry = found.open_(SlotKind.PASSWORD, bytearray(PASSWORD.encode()), ADA)
    assert entry is not None
    taken = {one.id: take(one.pledge, entry.store_key, one.address(found.vault)) for one in found.slots}
    return {id_: pledge for id_, pledge in taken.items() if pledge}


@pytest.fixture
def shared(vault: FolderVault, folder: Path) -> Path:
    """The folder of a closed store with two users and a dossier."""
    vault.people.add(BO, Role.ADMINISTRATOR, FIRST, PASSWORD)
    add(vault, small())
    vault.lock()
    return folder


@pytest.mark.parametrize("guess", [bytearray(PLEDGE_SIZE), new_pledge()], ids=["none", "another"])
def test_a_store_sealed_to_the_public_keys_of_others_is_named_as_replaced(
    shared: Path, vaults: Vaults, guess: bytearray
) -> None:
    put_in_place(shared, dict.fromkeys((slot.id for slot in key_file(shared).slots), guess))
    (shared / "store.lock").touch()
    before = bytes_of(shared)
    for user, password in ((ADA, PASSWORD), (BO, FIRST)):
        with pytest.raises(DamagedStore) as refusal:
            vaults().unlock(password, user)
        assert refusal.value.part == FALSE_SEAL
        assert "misschien is de kluis vervangen" in refusal.value.sentence
        with pytest.raises(WrongPassword):
            vaults().unlock("mis", user)
    assert bytes_of(shared) == before
    assert [one.part.value for one in check(shared).findings if not one.is_whole] == ["keys"]


def test_it_is_named_for_one_user_alone_and_for_the_recovery_key_too(vaults: Vaults, folder: Path) -> None:
    vault = vaults()
    recovery_key = vault.create(ADA, PASSWORD)
    vault.lock()
    put_in_place(folder, {})
    with pytest.raises(DamagedStore, match="vervangen"):
        vaults().unlock(PASSWORD)
    with pytest.raises(DamagedStore, match="vervangen"):
        vaults().recover(recovery_key, LATER)


def test_only_with_what_the_open_store_tells_of_its_slots_does_such_a_store_open(shared: Path, vaults: Vaults) -> None:
    """So nothing else in it gives it away: it is the pledge that does."""
    put_in_place(shared, pledges(shared))
    vault = vaults()
    vault.unlock(FIRST, BO)
    with vault.work() as work:
        assert work.dossiers.count() == 0


def test_a_new_password_shuts_out_who_once_had_the_store_open(shared: Path, vaults: Vaults) -> None:
    """Also when he kept the slots of then: what opens them is not asked for any more."""
    known, then = pledges(shared), (shared / "store.keys.json").read_bytes()
    vault = vaults()
    vault.unlock(FIRST, BO)
    vault.change_password(FIRST, LATER)
    vault.lock()
    now = shutil.copytree(shared, shared.with_name("nu"))
    put_in_place(shared, known)
    with pytest.raises(DamagedStore):
        vaults().unlock(LATER, BO)
    (now / "store.keys.json").write_bytes(then)
    put_in_place(now, known)
    with pytest.raises(WrongPassword):
        FolderVault(now, Clock(), CHEAP).unlock(LATER, BO)


def test_one_slot_that_was_swapped_is_found_by_its_owner_and_by_the_others(shared: Path, vaults: Vaults) -> None:
    found = key_file(shared)
    slots = tuple(sealed_to(one, new_pledge(), found.vault) if one.label == BO else one for one in found.slots)
    (shared / "store.keys.json").write_bytes(replace(found, slots=slots).to_bytes())
    with pytest.raises(DamagedStore, match="een zegel is vals"):
        vaults().unlock(FIRST, BO)
    with pytest.raises(DamagedStore, match="toegevoegd of verwijderd"):
        vaults().unlock(PASSWORD, ADA)


def test_seals_of_two_slots_cannot_be_exchanged(shared: Path, vaults: Vaults) -> None:
    found = key_file(shared)
    one, recovery, other = found.slots
    slots = (replace(one, seals=other.seals), recovery, replace(other, seals=one.seals))
    (shared / "store.keys.json").write_bytes(replace(found, slots=slots).to_bytes())
    for user, password in ((ADA, PASSWORD), (BO, FIRST)):
        with pytest.raises(DamagedStore, match="een zegel is vals"):
            vaults().unlock(password, user)


def test_a_backup_that_was_made_so_is_not_put_back(shared: Path, vaults: Vaults) -> None:
    kept = shutil.copytree(shared, shared.with_name("bewaard"))
    put_in_place(shared, {})
    (kept / "backups").mkdir()
    shutil.move(shared, kept / "backups" / "vervangen-20260602T100000Z")
    shutil.move(kept, shared)
    before = bytes_of(shared)
    (false,) = vaults().backups()
    with pytest.raises(DamagedBackup, match="een zegel is vals"):
        vaults().restore(false.id, FIRST, BO)
    with pytest.raises(DamagedBackup, match="een zegel is vals"):
        vaults().restore_key_file(false.id, FIRST, BO)
    assert bytes_of(shared) == before


def test_the_pledges_stay_when_the_key_changes_and_are_read_with_the_new_one(shared: Path, vaults: Vaults) -> None:
    before, vault = pledges(shared), vaults()
    vault.unlock(PASSWORD, ADA)
    earlier = {one.id: one for one in key_file(shared).slots}
    vault.people.rekey(PASSWORD)
    vault.lock()
    after = {one.id: one for one in key_file(shared).slots}
    assert pledges(shared) == before
    assert all((one.wrapped, one.public) == (after[one.id].wrapped, after[one.id].public) for one in earlier.values())
    assert all(one.pledge != after[one.id].pledge for one in earlier.values())


def test_who_was_revoked_reads_no_pledge_of_after_the_new_key(shared: Path, vaults: Vaults) -> None:
    vault = vaults()
    vault.unlock(PASSWORD, ADA)
    bo = next(one for one in vault.people.all() if one.name == BO)
    entry = key_file(shared).open_(SlotKind.PASSWORD, bytearray(FIRST.encode()), BO)
    assert entry is not None
    vault.people.revoke(bo.id, PASSWORD)
    vault.people.rekey(PASSWORD)
    vault.lock()
    left = key_file(shared)
    assert bo.id not in {one.id for one in left.slots}
    assert [take(one.pledge, entry.store_key, one.address(left.vault)) for one in left.slots] == [None, None]
    with pytest.raises(WrongPassword):
        vaults().unlock(FIRST, BO)
