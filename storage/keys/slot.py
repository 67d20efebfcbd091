# SPDX-License-Identifier: EUPL-1.2
"""A slot: one way to the store key, for one password, recovery key, or secret in the keyring of the system.

Argon2id makes a key of the secret, and that opens the private key of the slot and its pledge; the store key is sealed
to the public key with the pledge. So a store can be re-keyed for everybody without a single password, by whoever has it
open and by nobody else. In key files of version 1 the store key itself was wrapped; such a slot still opens.
"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Final

from assessment.errors import DamagedStore
from storage.keys.canonical import canonical
from storage.keys.cost import Cost
from storage.keys.derive import KEY_SIZE, stretch
from storage.keys.pledge import keep, new_pledge, take
from storage.keys.sealing import NONCE_SIZE, TAG_SIZE, Address, Seal, new_pair, seal, unseal
from storage.keys.secret import wipe, wiped

SALT_SIZE: Final = 16
PART: Final = "sleutelbestand"
FALSE_SEAL: Final = f"{PART}: een zegel is vals, misschien is de kluis vervangen"
_NO_PLEDGE: Final = f"{PART}: een zegel is niet te vernieuwen"


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSWORD = "password"  # noqa: S105 - a kind, not a secret
    RECOVERY = "recovery"
    KEYRING = "keyring"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. Everything but what is wrapped, sealed or kept is open to read, and bound to it.

    `id` is that of the user whose slot it is: a user has at most one of each kind. `label` is the name of the user, and
    empty while there is one alone: a name that nobody has to choose by need not be readable. `public` is empty in a
    slot of version 1, and so are the others; `seals` holds the store key, and while the store is re-keyed the next one
    behind it; `pledge` is the pledge as it is kept with the first of these.
    """

    id: str
    label: str
    kind: SlotKind
    salt: bytes
    cost: Cost
    nonce: bytes
    wrapped: bytes
    public: bytes = b""
    pledge: bytes = b""
    seals: tuple[Seal, ...] = ()

    @property
    def is_sealed(self) -> bool:
        """Whether the store key is sealed to it, so that it can be given another one without its secret."""
        return bool(self.public)

    def open_(self, secret: bytearray, vault: bytes) -> Entry | None:
        """Give what it opens, or nothing for a wrong secret; raises MemoryError, or DamagedStore for a false seal."""
        key = stretch(secret, self.salt, self.cost)
        within = _unwrapped(key, self, vault)
        if within is None:
            wipe(key)
            return None
        if not self.is_sealed:
            return Entry(self, (within,), key)
        to = self.address(vault)
        with wiped(within), wiped(within[:KEY_SIZE]) as private, wiped(within[KEY_SIZE:]) as pledge:
            found = [unseal(one, private, pledge, to) for one in self.seals]
        keys = tuple(one for one in found if one is not None)
        if len(keys) != len(found):
            wipe(key, *keys)
            raise DamagedStore(FALSE_SEAL)
        return Entry(self, keys, key)

    def sealed_for(self, keys: Sequence[bytearray], by: bytearray, vault: bytes) -> Slot:
        """Give the same slot with other keys sealed to it; `by` is the first of those before; raises DamagedStore."""
        pledge = take(self.pledge, by, self.address(vault))
        if pledge is None:
            raise DamagedStore(_NO_PLEDGE)
        with wiped(pledge):
            return _sealed(self, keys, pledge, vault)

    def address(self, vault: bytes) -> Address:
        """Say where its seals go."""
        return Address(self.id, self.public, vault)

    def to_wire(self) -> dict[str, Any]:
        """Give the JSON value that stands in the key file."""
        told = {**self._open_part(), "nonce": self.nonce.hex(), "wrapped": self.wrapped.hex()}
        if not self.is_sealed:
            return told
        return {**told, "pledge": self.pledge.hex(), "seals": [one.to_wire() for one in self.seals]}

    def _open_part(self) -> dict[str, Any]:
        told = {
            "id": self.id, "label": self.label, "kind": self.kind.value, "salt": self.salt.hex(),
            "m": self.cost.memory, "t": self.cost.passes, "p": self.cost.lanes,
        }  # fmt: skip
        return {**told, "public": self.public.hex()} if self.is_sealed else told

    def bound(self, vault: bytes) -> bytes:
        """Give what the wrapped key is bound to: all that stands beside it, but for seals and pledge."""
        return canonical({**self._open_part(), "vault": vault.hex()})


@dataclass(frozen=True, slots=True)
class Entry:
    """What a secret opened: its slot, the store key (and while re-keying the next one), and the key made of it."""

    slot: Slot
    keys: tuple[bytearray, ...]
    own: bytearray

    @property
    def store_key(self) -> bytearray:
        """The store key that the key file was sealed with."""
        return self.keys[0]

    def wipe(self) -> None:
        """Overwrite all of them."""
        wipe(self.own, *self.keys)


@dataclass(frozen=True, slots=True)
class Lock:
    """What a new slot is to be: its name, its kind, the secret that opens it, what a guess costs, and whose it is."""

    label: str
    kind: SlotKind
    secret: bytearray
    cost: Cost
    id: str = ""


def new_id() -> str:
    """Draw the id of a slot, and of the user whose it is."""
    return secrets.token_hex(8)


def wrap(store_key: bytearray, lock: Lock, vault: bytes) -> Slot:
    """Make a slot with the store key sealed to it; raises MemoryError."""
    salt = secrets.token_bytes(SALT_SIZE)
    bare = Slot(lock.id or new_id(), lock.label, lock.kind, salt, lock.cost, b"", b"")
    with wiped(stretch(lock.secret, salt, lock.cost)) as key:
        return _filled(bare, key, (store_key,), vault)


def renewed(entry: Entry, label: str, vault: bytes) -> Slot:
    """Make a slot that was opened anew, sealed and by another name; its secret stays, and is not asked again."""
    return _filled(replace(entry.slot, label=label), entry.own, entry.keys, vault)


def _filled(bare: Slot, key: bytearray, keys: Sequence[bytearray], vault: bytes) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    private, public = new_pair()
    with wiped(private), wiped(new_pledge()) as pledge, wiped(private + pledge) as within:
        ready = replace(bare, nonce=secrets.token_bytes(NONCE_SIZE), public=public)
        wrapped = AESGCM(key).encrypt(ready.nonce, within, ready.bound(vault))
        return _sealed(replace(ready, wrapped=wrapped), keys, pledge, vault)


def _sealed(slot: Slot, keys: Sequence[bytearray], pledge: bytearray, vault: bytes) -> Slot:
    to = slot.address(vault)
    return replace(slot, pledge=keep(pledge, keys[0], to), seals=tuple(seal(one, pledge, to) for one in keys))


def _unwrapped(key: bytearray, slot: Slot, vault: bytes) -> bytearray | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    within = bytearray(len(slot.wrapped) - TAG_SIZE)
    try:
        AESGCM(key).decrypt_into(slot.nonce, slot.wrapped, slot.bound(vault), within)
    except InvalidTag:
        return None
    return within
