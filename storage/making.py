# SPDX-License-Identifier: EUPL-1.2
"""Making a store: wholly made in a folder beside it, then put in its place; half a store never stands there."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assessment.errors import StoreOutOfReach
from assessment.users import LONGEST_NAME, Role, User
from storage.keys import recovery
from storage.keys.cost import FLOOR, Cost
from storage.keys.derive import KEY_SIZE
from storage.keys.key_file import VAULT_ID_SIZE, KeyFile
from storage.keys.secret import password_bytes, wiped
from storage.keys.slot import Entry, Lock, SlotKind, new_id, wrap
from storage.lock_file import LockFile
from storage.owned import make_file, make_folder, move, sync_folder, write_whole
from storage.store_files import StoreFiles

if TYPE_CHECKING:
    from storage.opened import OpenStore

RECOVERY_LABEL: Final = "herstelsleutel"

NOT_EMPTY: Final = "In de map voor de kluis staan al andere bestanden."

_UNFINISHED = ".wordt-gemaakt."


@dataclass(frozen=True, slots=True)
class Wish:
    """Whose store is to be made, with which password, and what a guess at it is to cost."""

    user: str
    password: str
    cost: Cost


@dataclass(frozen=True, slots=True)
class Made:
    """What came of it: its key file, what the password opens there, and its recovery key as a person reads it."""

    file: KeyFile
    entry: Entry
    recovery_key: str


def make_store(folder: Path, wish: Wish, now: Callable[[], datetime]) -> Made:
    """Make a store in a folder that is not there yet, or empty; raises StoreOutOfReach, OSError or MemoryError."""
    if folder.exists() and any(folder.iterdir()):
        raise StoreOutOfReach(NOT_EMPTY)
    sweep_unfinished(folder)
    beside = folder.with_name(f".{folder.name}{_UNFINISHED}{secrets.token_hex(4)}")
    make_folder(beside)
    try:
        made = _fill(StoreFiles(beside), wish, now)
        if folder.exists():
            folder.rmdir()
        move(beside, folder)
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        raise
    sync_folder(folder.parent)
    return made


def sweep_unfinished(folder: Path) -> None:
    """Take away what was left when the making of this store was killed; nothing was ever kept in it."""
    for left in folder.parent.glob(f".{folder.name}{_UNFINISHED}*"):
        if LockFile(StoreFiles(left).lock).is_free():
            shutil.rmtree(left, ignore_errors=True)


def recovery_lock(secret: bytearray, cost: Cost) -> Lock:
    """Describe the slot of a recovery key; its 160 bits of chance need no costly guesses."""
    return Lock(RECOVERY_LABEL, SlotKind.RECOVERY, secret, min(cost, FLOOR, key=lambda one: one.memory))


def password_lock(user: str, secret: bytearray, cost: Cost, id_: str) -> Lock:
    """Describe the slot of a user's password."""
    return Lock(user, SlotKind.PASSWORD, secret, cost, id_)


def keyring_lock(user: str, secret: bytearray, cost: Cost, id_: str) -> Lock:
    """Describe the slot of a secret in the keyring; its 256 bits of chance need no costly guesses."""
    return Lock(user, SlotKind.KEYRING, secret, min(cost, FLOOR, key=lambda one: one.memory), id_)


def _fill(files: StoreFiles, wish: Wish, now: Callable[[], datetime]) -> Made:
    from storage.opened import OpenStore

    make_file(files.lock)
    lock = LockFile(files.lock)
    lock.take()
    try:
        vault, store_key = secrets.token_bytes(VAULT_ID_SIZE), bytearray(os.urandom(KEY_SIZE))
        make_file(files.database)
        user = User(new_id(), wish.user[:LONGEST_NAME], Role.ADMINISTRATOR, now())
        _close(OpenStore.make(files, store_key, vault, now), user)
        with wiped(recovery.new_secret()) as secret, wiped(password_bytes(wish.password)) as password:
            own = wrap(store_key, password_lock("", password, wish.cost, user.id), vault)
            slots = (own, wrap(store_key, recovery_lock(secret, wish.cost), vault))
            recovery_key = recovery.write(secret, vault)
        file = KeyFile.sealed(vault, slots, store_key)
        write_whole(files.keys, file.to_bytes())
    finally:
        lock.release()
    return Made(file, Entry(own, (store_key,), bytearray()), recovery_key)


def _close(store: OpenStore, user: User) -> None:
    """Sign a fresh store and close it: on Windows a folder with open files cannot be renamed."""
    try:
        store.sign(user)
        store.note("store.created")
    finally:
        store.close(is_fresh=True)
