# SPDX-License-Identifier: EUPL-1.2
"""Who may open a store that is open: adding, changing, revoking, and a new key for all of them.

A change of rows and one of the key file cannot happen in one moment. The row comes first, so that whoever is killed in
between leaves a user without a slot or a slot without a user: neither opens anything, and the next opening clears up.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING

from assessment.errors import NotAllowed
from assessment.people import KeyringState, Rekeyed
from assessment.users import Role, User, why_not_add, why_not_change_role, why_not_manage, why_not_revoke
from storage import users
from storage.hindering import at_the_door
from storage.keys import keyring_slot, recovery
from storage.keys.cost import Cost
from storage.keys.key_file import KeyFile
from storage.keys.on_disk import KeysOnDisk
from storage.keys.secret import password_bytes, wiped
from storage.keys.slot import Entry, SlotKind, new_id, renewed, wrap
from storage.making import keyring_lock, password_lock, recovery_lock

if TYPE_CHECKING:
    from storage.opened import OpenStore

Confirmed = Callable[[str], AbstractContextManager[tuple[KeyFile, Entry]]]
"""Asks for the password of who has the store open, and lends the key file and what it opens."""


class People:
    """The users of an open store; raises NotAllowed where a role forbids something."""

    def __init__(
        self,
        store: OpenStore,
        keys: KeysOnDisk,
        confirmed: Confirmed,
        cost_of: Callable[[KeyFile], Cost],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._keys = keys
        self._confirmed = confirmed
        self._cost_of = cost_of
        self._now = now

    @property
    def me(self) -> User:
        """Who has it open."""
        if self._store.me is None:
            raise RuntimeError("the store is not open")
        return self._store.me

    def all(self) -> tuple[User, ...]:
        """List who may open it, by name."""
        with at_the_door():
            return self._store.users()

    def add(self, name: str, role: Role, first: str, password: str) -> User:
        """Let somebody in, with a first password that is to be replaced; raises WrongPassword."""
        _refuse(why_not_add(self.me, name, self.all()))
        user = User(new_id(), name.strip(), role, self._now(), must_change=True)
        with self._confirmed(password) as (found, entry), wiped(password_bytes(first)) as secret:
            slot = wrap(entry.store_key, password_lock(user.name, secret, self._cost_of(found), user.id), found.vault)
            self._store.change_users(lambda one: users.add(one, user), "user.added", user.id)
            # Only now that one has to choose who one is, the name of the first has to be read before unlocking.
            mine = entry.slot if entry.slot.label else renewed(entry, self.me.name, found.vault)
            named = found.with_slot(mine, entry.store_key)
            self._keys.write(found, named.with_slot(slot, entry.store_key))
            self._keys.settle()
        return user

    def change_role(self, id_: str, role: Role, password: str) -> None:
        """Give somebody another role; raises WrongPassword."""
        _refuse(why_not_change_role(self.me, self._find(id_), role, self.all()))
        with self._confirmed(password):
            self._store.change_users(lambda one: users.set_role(one, id_, role), "user.role-changed", id_)

    def revoke(self, id_: str, password: str) -> None:
        """Let somebody in no more; raises WrongPassword."""
        _refuse(why_not_revoke(self.me, self._find(id_), self.all()))
        with self._confirmed(password) as (found, entry):
            at = self._now()
            self._store.change_users(lambda one: users.revoke(one, id_, at), "user.revoked", id_)
            self._keys.write(found, found.only(lambda slot: slot.id != id_, entry.store_key))
            self._keys.settle()

    def change_password(self, old: str, new: str) -> None:
        """Make another slot for oneself; nothing is enciphered anew; raises WrongPassword."""
        me = self.me
        with self._confirmed(old) as (found, entry), wiped(password_bytes(new)) as secret:
            lock = password_lock(entry.slot.label, secret, self._cost_of(found), me.id)
            slot = wrap(entry.store_key, lock, found.vault)
            self._keys.replace(found, slot, entry.store_key)
            self._store.note("store.password-changed")
            self.has_chosen()

    def has_chosen(self) -> None:
        """Keep that who has it open chose a password of their own, if they still had to."""
        me = self.me
        if me.must_change and self._store.bears_out_roles:  # else the line would bear a role that is nobody's
            self._store.change_users(lambda one: users.set_changed(one, me), "user.password-chosen", me.id)

    def renew_recovery_key(self, password: str) -> str:
        """Give a new recovery key; the one before it opens nothing any more; raises WrongPassword."""
        _refuse(why_not_manage(self.me))
        with self._confirmed(password) as (found, entry):
            written = self._renewed_recovery(found, entry)[1]
            self._keys.settle()  # now: the old one may be in the hands of somebody else
            return written

    def rekey(self, password: str) -> Rekeyed:
        """Encipher the whole store with a new key; nobody needs another password; raises WrongPassword or NoBackup."""
        from storage.rekeying import backed_up_anew, rekey

        _refuse(why_not_manage(self.me))
        with self._confirmed(password) as (found, entry):
            is_sealed = all(slot.is_sealed for slot in found.of(SlotKind.RECOVERY))
            file, shown = (found, "") if is_sealed else self._renewed_recovery(found, entry)
            rekey(self._store, self._keys, file, entry.store_key)
        return Rekeyed(shown, *backed_up_anew(self._store))

    def keyring(self) -> KeyringState:
        """Say whether the sign-on to the system opens it for who has it open, and if it cannot, why."""
        with at_the_door():
            is_on = any(slot.id == self.me.id for slot in self._keys.read().of(SlotKind.KEYRING))
        return KeyringState(is_on, keyring_slot.why_not())

    def use_keyring(self, password: str) -> None:
        """Let the sign-on to the system open it; raises WrongPassword or NoKeyring, and then nothing was kept."""
        with self._confirmed(password) as (found, entry), wiped(keyring_slot.new_secret()) as secret:
            lock = keyring_lock(self.me.name, secret, self._cost_of(found), self.me.id)
            slot = wrap(entry.store_key, lock, found.vault)
            keyring_slot.put(found.vault, self.me.id, secret)
            self._keys.replace(found, slot, entry.store_key)
            self._keys.settle()
            self._store.note("store.keyring-on")

    def drop_keyring(self, password: str) -> None:
        """Let it open the store no more: the slot goes, and the secret with it; raises WrongPassword."""
        with self._confirmed(password) as (found, entry):
            mine = (SlotKind.KEYRING, self.me.id)
            self._keys.write(found, found.only(lambda slot: (slot.kind, slot.id) != mine, entry.store_key))
            self._keys.settle()
            keyring_slot.drop(found.vault, self.me.id)
            self._store.note("store.keyring-off")

    def _renewed_recovery(self, found: KeyFile, entry: Entry) -> tuple[KeyFile, str]:
        self._store.confirm_recovery(False)  # before the old key is gone: a crash in between asks once more
        with wiped(recovery.new_secret()) as secret:
            slot = wrap(entry.store_key, recovery_lock(secret, self._cost_of(found)), found.vault)
            self._keys.replace(found, slot, entry.store_key)
            self._store.note("store.recovery-key-renewed")
            return self._keys.read(), recovery.write(secret, found.vault)

    def _find(self, id_: str) -> User:
        found = next((one for one in self.all() if one.id == id_), None)
        if found is None:
            raise NotAllowed("Deze gebruiker is er niet meer.")
        return found


def _refuse(why: str) -> None:
    if why:
        raise NotAllowed(why)
