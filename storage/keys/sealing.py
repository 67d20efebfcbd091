# SPDX-License-Identifier: EUPL-1.2
"""Handing a key to somebody who is not there: sealed to a public key, so that a store can be re-keyed for all at once.

An ephemeral X25519 key meets the public key; HKDF-SHA256 over what they share and the pledge of the slot (`pledge.py`)
makes a key for AES-256-GCM. Only the private key opens it. The public key can be read by anybody, the pledge by nobody
but the owner of the slot and whoever has the store open: a seal made without it does not open.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import Any, Final

from storage.keys.canonical import canonical
from storage.keys.derive import KEY_SIZE
from storage.keys.secret import wiped

NONCE_SIZE: Final = 12
TAG_SIZE: Final = 16
PLEDGE_SIZE: Final = 32
_INFO: Final = b"toetssteen/v2/seal"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a seal goes: the id of the slot, its public key, and the store that it stands in."""

    slot: str
    public: bytes
    vault: bytes

    def bound(self, **more: str) -> bytes:
        """Give what is enciphered for this slot alone is bound to."""
        return canonical({**more, "public": self.public.hex(), "slot": self.slot, "vault": self.vault.hex()})


@dataclass(frozen=True, slots=True)
class Seal:
    """A key that only the owner of a private key can read; `ephemeral` is the public half of a key used once."""

    ephemeral: bytes
    nonce: bytes
    sealed: bytes

    def to_wire(self) -> dict[str, Any]:
        """Give the JSON value that stands in the key file."""
        return {"ephemeral": self.ephemeral.hex(), "nonce": self.nonce.hex(), "sealed": self.sealed.hex()}


def new_pair() -> tuple[bytearray, bytes]:
    """Draw a private key, and give its public key with it."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    return bytearray(private.private_bytes_raw()), private.public_key().public_bytes_raw()


def seal(key: bytearray, pledge: bytearray, to: Address) -> Seal:
    """Seal a key to a public key; it is bound to the slot and the store that it stands in."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    once, nonce = X25519PrivateKey.generate(), secrets.token_bytes(NONCE_SIZE)
    ephemeral = once.public_key().public_bytes_raw()
    with wiped(_meet(once, to.public, pledge, ephemeral, to)) as shared:
        sealed = AESGCM(shared).encrypt(nonce, key, to.bound(ephemeral=ephemeral.hex()))
    return Seal(ephemeral, nonce, sealed)


def unseal(one: Seal, private: bytearray, pledge: bytearray, to: Address) -> bytearray | None:
    """Give the key, or nothing when the seal was not made for this slot or without its pledge, or was altered."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = bytearray(KEY_SIZE)
    own = X25519PrivateKey.from_private_bytes(private)
    try:
        with wiped(_meet(own, one.ephemeral, pledge, one.ephemeral, to)) as shared:
            AESGCM(shared).decrypt_into(one.nonce, one.sealed, to.bound(ephemeral=one.ephemeral.hex()), key)
    except (InvalidTag, ValueError):  # the second: an ephemeral key that meets every other in the same point
        return None
    return key


def _meet(private: Any, other: bytes, pledge: bytearray, ephemeral: bytes, to: Address) -> bytearray:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    shared, info = bytearray(KEY_SIZE), _INFO + ephemeral + to.public
    with wiped(bytearray(KEY_SIZE + PLEDGE_SIZE)) as met:  # of its full length at once: one that grows leaves a copy
        met[:KEY_SIZE] = private.exchange(X25519PublicKey.from_public_bytes(other))
        met[KEY_SIZE:] = pledge
        HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=to.vault, info=info).derive_into(met, shared)
    return shared
