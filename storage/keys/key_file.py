# SPDX-License-Identifier: EUPL-1.2
"""The key file: the slots of a store, authenticated as a whole. It holds no secret in clear.

Around the body stand its version and a checksum. The checksum tells accident from intent and damage from a wrong
password; the MAC, made with a key that only the store key gives, finds slots that somebody added, removed or changed.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from storage.keys.derive import Use, key_for
from storage.keys.secret import wipe
from storage.keys.slot import Slot, SlotKind, canonical

FORMAT: Final = "toetssteen-kluis"
VERSION: Final = 1
VAULT_ID_SIZE: Final = 16
MOST_SLOTS: Final = 8


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The id of the store, its slots, and the MAC over both."""

    vault: bytes
    slots: tuple[Slot, ...]
    mac: bytes

    @classmethod
    def sealed(cls, vault: bytes, slots: tuple[Slot, ...], store_key: bytearray) -> KeyFile:
        """Make a key file and authenticate it."""
        return cls(vault, slots, _mac(vault, slots, store_key))

    def is_genuine(self, store_key: bytearray) -> bool:
        """Whether the slots are those that were written by somebody who had the store key."""
        return hmac.compare_digest(self.mac, _mac(self.vault, self.slots, store_key))

    def open_(self, kind: SlotKind, secret: bytearray) -> bytearray | None:
        """Give the store key, or nothing when the secret opens no slot of this kind; raises MemoryError."""
        keys = (slot.open_(secret, self.vault) for slot in self._of(kind))
        return next((key for key in keys if key is not None), None)

    def with_slot(self, slot: Slot, store_key: bytearray) -> KeyFile:
        """Put a slot in the place of all others of its kind."""
        others = tuple(one for one in self.slots if one.kind is not slot.kind)
        return self.sealed(self.vault, (*others, slot), store_key)

    def to_bytes(self) -> bytes:
        """Write it as it stands on disk."""
        body = {"vault": self.vault.hex(), "slots": [one.to_wire() for one in self.slots], "mac": self.mac.hex()}
        outer = {"format": FORMAT, "version": VERSION, "body": body}
        return canonical({**outer, "check": checksum(outer)})

    def _of(self, kind: SlotKind) -> Iterator[Slot]:
        return (slot for slot in self.slots if slot.kind is kind)


def checksum(outer: dict[str, Any]) -> str:
    """Sum up format, version and body, in every version of the key file alike."""
    return hashlib.sha256(canonical(outer)).hexdigest()


def _mac(vault: bytes, slots: tuple[Slot, ...], store_key: bytearray) -> bytes:
    key = key_for(Use.HEADER, store_key, vault)
    told = canonical({"version": VERSION, "vault": vault.hex(), "slots": [one.to_wire() for one in slots]})
    try:
        return hmac.digest(key, told, "sha256")
    finally:
        wipe(key)
