# SPDX-License-Identifier: EUPL-1.2
"""The key file: the slots of a store, authenticated as a whole. It holds no secret in clear.

Around the body stand its version and a checksum. The checksum tells accident from intent and damage from a wrong
password; the MAC, made with a key that only the store key gives, finds slots that somebody added, removed or changed.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from storage.keys.canonical import canonical
from storage.keys.derive import Use, key_for
from storage.keys.secret import wipe
from storage.keys.slot import Entry, Slot, SlotKind

FORMAT: Final = "toetssteen-kluis"
VERSION: Final = 2
"""In version 1 a slot wrapped the store key itself."""
VAULT_ID_SIZE: Final = 16
MOST_SLOTS: Final = {1: 8, 2: 32}
"""By version of the key file."""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The id of the store, its slots, and the MAC over both."""

    vault: bytes
    slots: tuple[Slot, ...]
    mac: bytes
    version: int = VERSION

    @classmethod
    def sealed(cls, vault: bytes, slots: tuple[Slot, ...], store_key: bytearray) -> KeyFile:
        """Make a key file and authenticate it."""
        return cls(vault, slots, _mac(vault, slots, VERSION, store_key))

    def is_genuine(self, store_key: bytearray) -> bool:
        """Whether the slots are those that were written by somebody who had the store key."""
        return hmac.compare_digest(self.mac, _mac(self.vault, self.slots, self.version, store_key))

    def of(self, kind: SlotKind) -> tuple[Slot, ...]:
        """Give the slots of a kind, in order."""
        return tuple(slot for slot in self.slots if slot.kind is kind)

    def users(self, kind: SlotKind = SlotKind.PASSWORD) -> tuple[str, ...]:
        """Name who has a slot of this kind; nobody in a slot of version 1, or where there is one user alone."""
        return tuple(slot.label for slot in self.of(kind) if slot.is_sealed and slot.label)

    def slot_of(self, kind: SlotKind, user: str = "") -> Slot | None:
        """Give the one slot that is tried: that of the user, or the first when there is no other or none was named."""
        slots = self.of(kind)
        named = next((slot for slot in slots if slot.label == user), None)
        return named or (slots[0] if slots and (not user or len(slots) == 1) else None)

    def open_(self, kind: SlotKind, secret: bytearray, user: str = "") -> Entry | None:
        """Give what the secret opens, or nothing; one slot is tried. Raises MemoryError or DamagedStore."""
        slot = self.slot_of(kind, user)
        return slot.open_(secret, self.vault) if slot else None

    def with_slot(self, slot: Slot, store_key: bytearray) -> KeyFile:
        """Put a slot in the place of the one that the same user has of this kind; of recovery keys there is one."""
        at = next((at for at, one in enumerate(self.slots) if _is_replaced(one, slot)), len(self.slots))
        if at == MOST_SLOTS[VERSION]:
            raise ValueError("no room for another slot")
        return self.sealed(self.vault, (*self.slots[:at], slot, *self.slots[at + 1 :]), store_key)

    def only(self, keep: Callable[[Slot], bool], store_key: bytearray) -> KeyFile:
        """Take slots away."""
        return self.sealed(self.vault, tuple(one for one in self.slots if keep(one)), store_key)

    def sealed_for(self, *keys: bytearray, by: bytearray) -> KeyFile:
        """Seal other store keys to every slot, for each alike; the first is the one that authenticates it.

        `by` is the one that authenticates it now, and opens the pledges; raises DamagedStore where it does not.
        """
        slots = tuple(one.sealed_for(keys, by, self.vault) for one in self.slots)
        return self.sealed(self.vault, slots, keys[0])

    def to_bytes(self) -> bytes:
        """Write it as it stands on disk."""
        body = {"vault": self.vault.hex(), "slots": [one.to_wire() for one in self.slots], "mac": self.mac.hex()}
        outer = {"format": FORMAT, "version": self.version, "body": body}
        return canonical({**outer, "check": checksum(outer)})


def checksum(outer: dict[str, Any]) -> str:
    """Sum up format, version and body, in every version of the key file alike."""
    return hashlib.sha256(canonical(outer)).hexdigest()


def _is_replaced(one: Slot, by: Slot) -> bool:
    return one.kind is by.kind and (one.id == by.id or one.kind is SlotKind.RECOVERY)


def _mac(vault: bytes, slots: tuple[Slot, ...], version: int, store_key: bytearray) -> bytes:
    key = key_for(Use.HEADER, store_key, vault)
    told = canonical({"version": version, "vault": vault.hex(), "slots": [one.to_wire() for one in slots]})
    try:
        return hmac.digest(key, told, "sha256")
    finally:
        wipe(key)
