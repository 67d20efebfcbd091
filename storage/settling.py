# SPDX-License-Identifier: EUPL-1.2
"""What is put right when a store opens: a re-keying that was broken off, and slots that are of nobody any more."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.errors import NotAllowed
from assessment.users import User, may_manage
from storage.keys.derive import Use, key_for
from storage.keys.key_file import KeyFile
from storage.keys.secret import wiped
from storage.keys.slot import Entry, Slot, SlotKind, new_id, renewed
from storage.store_files import StoreFiles


def in_force(files: StoreFiles, entry: Entry, vault: bytes) -> tuple[bytearray, ...]:
    """Give the store key of the database; behind the one before it where re-keying was broken off after the database.

    Where neither opens it, the first: the database is damaged, and opening it tells so.
    """
    if len(entry.keys) > 1 and not _opens(files, entry.keys[0], vault) and _opens(files, entry.keys[1], vault):
        return entry.keys
    return entry.keys[:1]


def settled(found: KeyFile, entry: Entry, store_key: bytearray, users: Iterable[User]) -> KeyFile:
    """Give the key file as it should be: one store key, no slot of who was revoked, and the slot just used sealed."""
    file = found.sealed_for(store_key, by=entry.store_key) if len(entry.keys) > 1 else found
    if not entry.slot.is_sealed and entry.slot.kind is SlotKind.PASSWORD:
        file = file.with_slot(renewed(entry, "", found.vault), store_key)
    known = {one.id for one in users}

    def is_known(slot: Slot) -> bool:
        return slot.kind is SlotKind.RECOVERY or slot.id in known

    return file if all(map(is_known, file.slots)) else file.only(is_known, store_key)


def administrator(users: Iterable[User], named: str, found: KeyFile) -> str:
    """Give the id of the administrator who opens it with the recovery key; raises NotAllowed for who is none.

    In a store that was never opened by a version with users it is that of its one password. Where the journal bears out
    no role at all, whoever is named gets in, as what that leaves of the role.
    """
    there = tuple(users)
    if not there:
        first = found.slot_of(SlotKind.PASSWORD)
        return first.id if first else new_id()
    managing = [one for one in there if may_manage(one)] or there
    chosen = next((one for one in managing if named in ("", one.name)), None)
    if chosen is None:
        raise NotAllowed("Met de herstelsleutel opent u de kluis als beheerder. Kies de naam van een beheerder.")
    return chosen.id


def of_slot(users: Iterable[User], slot: Slot, found: KeyFile) -> str:
    """Give the id of the user of a slot; of the recovery key that is an administrator."""
    return administrator(users, "", found) if slot.kind is SlotKind.RECOVERY else slot.id


def _opens(files: StoreFiles, store_key: bytearray, vault: bytes) -> bool:
    from storage.probe import opens

    with wiped(key_for(Use.DATABASE, store_key, vault)) as key:
        return opens(files, key)
