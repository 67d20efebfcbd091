# SPDX-License-Identifier: EUPL-1.2
"""Handing a key to somebody who is not there: sealed to a public key, so that a store can be re-keyed for all at once.

An ephemeral X25519 key meets the public key; HKDF-SHA256 over both makes a key for AES-256-GCM. Only the private key
opens it. Who wrote a seal is not told by the seal: for that the key file has its MAC, and the database its own key.
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
_INFO: Final = b"toetssteen/v2/seal"


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


def seal(key: bytearray, public: bytes, slot: str, vault: bytes) -> Seal:
    """Seal a key to a public key; it is bound to the slot and the store that it stands in."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    once, nonce = X25519PrivateKey.generate(), secrets.token_bytes(NONCE_SIZE)
    ephemeral = once.public_key().public_bytes_raw()
    with wiped(_meet(once, public, ephemeral + public, vault)) as shared:
        sealed = AESGCM(shared).encrypt(nonce, key, _bound(ephemeral, public, slot, vault))
    return Seal(ephemeral, nonce, sealed)


def unseal(one: Seal, private: bytearray, public: bytes, slot: str, vault: bytes) -> bytearray | None:
    """Give the key, or nothing when the seal was not made for this slot, or was altered."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    key = bytearray(KEY_SIZE)
    own = X25519PrivateKey.from_private_bytes(private)
    try:
        with wiped(_meet(own, one.ephemeral, one.ephemeral + public, vault)) as shared:
            bound = _bound(one.ephemeral, public, slot, vault)
            AESGCM(shared).decrypt_into(one.nonce, one.sealed, bound, key)
    except (InvalidTag, ValueError):  # the second: an ephemeral key that meets every other in the same point
        return None
    return key


def _meet(private: Any, other: bytes, both: bytes, vault: bytes) -> bytearray:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    shared = bytearray(KEY_SIZE)
    met = bytearray(private.exchange(X25519PublicKey.from_public_bytes(other)))
    with wiped(met):
        HKDF(algorithm=SHA256(), length=KEY_SIZE, salt=vault, info=_INFO + both).derive_into(met, shared)
    return shared


def _bound(ephemeral: bytes, public: bytes, slot: str, vault: bytes) -> bytes:
    told = {"ephemeral": ephemeral.hex(), "public": public.hex(), "slot": slot, "vault": vault.hex()}
    return canonical(told)
