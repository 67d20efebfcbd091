# SPDX-License-Identifier: EUPL-1.2
"""A slot: the store key, wrapped for one password or recovery key."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from storage.keys.cost import Cost
from storage.keys.derive import KEY_SIZE, stretch
from storage.keys.secret import wipe

SALT_SIZE: Final = 16
NONCE_SIZE: Final = 12
TAG_SIZE: Final = 16


class SlotKind(StrEnum):
    """What opens a slot."""

    PASSWORD = "password"  # noqa: S105 - a kind, not a secret
    RECOVERY = "recovery"


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in. Everything but the wrapped key is open to read, and bound to it as authenticated data."""

    id: str
    label: str
    kind: SlotKind
    salt: bytes
    cost: Cost
    nonce: bytes
    wrapped: bytes

    def open_(self, secret: bytearray, vault: bytes) -> bytearray | None:
        """Give the store key, or nothing when the secret does not open this slot; raises MemoryError."""
        from cryptography.exceptions import InvalidTag
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        key = stretch(secret, self.salt, self.cost)
        store_key = bytearray(KEY_SIZE)
        try:
            AESGCM(key).decrypt_into(self.nonce, self.wrapped, self.bound(vault), store_key)
        except InvalidTag:
            return None
        finally:
            wipe(key)
        return store_key

    def to_wire(self) -> dict[str, Any]:
        """Give the JSON value that stands in the key file."""
        return {**self._open_part(), "nonce": self.nonce.hex(), "wrapped": self.wrapped.hex()}

    def _open_part(self) -> dict[str, Any]:
        return {
            "id": self.id, "label": self.label, "kind": self.kind.value, "salt": self.salt.hex(),
            "m": self.cost.memory, "t": self.cost.passes, "p": self.cost.lanes,
        }  # fmt: skip

    def bound(self, vault: bytes) -> bytes:
        """Give what the wrapped key is bound to: everything that stands beside it."""
        return canonical({**self._open_part(), "vault": vault.hex()})


@dataclass(frozen=True, slots=True)
class Lock:
    """What a new slot is to be: its name, its kind, the secret that opens it, and what a guess costs."""

    label: str
    kind: SlotKind
    secret: bytearray
    cost: Cost


def wrap(store_key: bytearray, lock: Lock, vault: bytes) -> Slot:
    """Wrap the store key in a new slot; raises MemoryError."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = secrets.token_bytes(SALT_SIZE), secrets.token_bytes(NONCE_SIZE)
    bare = Slot(secrets.token_hex(8), lock.label, lock.kind, salt, lock.cost, nonce, b"")
    key = stretch(lock.secret, salt, lock.cost)
    try:
        wrapped = AESGCM(key).encrypt(nonce, store_key, bare.bound(vault))
    finally:
        wipe(key)
    return Slot(bare.id, lock.label, lock.kind, salt, lock.cost, nonce, wrapped)


def canonical(value: object) -> bytes:
    """Write a JSON value in the one way that is authenticated."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
