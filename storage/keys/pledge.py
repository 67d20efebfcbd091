# SPDX-License-Identifier: EUPL-1.2
"""What tells that a seal was made by somebody who had the store open: 32 random bytes that strangers do not know.

The owner of a slot keeps its pledge with the private key, and everybody who has the store open can read it with the
store key. It goes into every seal, so that a seal made with the public key alone does not open.
"""

from __future__ import annotations

import secrets
from typing import Final

from storage.keys.derive import Use, key_for
from storage.keys.sealing import NONCE_SIZE, PLEDGE_SIZE, TAG_SIZE, Address
from storage.keys.secret import wiped

KEPT_SIZE: Final = NONCE_SIZE + PLEDGE_SIZE + TAG_SIZE
"""Bytes that a pledge takes in the key file, with its nonce before it."""


def new_pledge() -> bytearray:
    """Draw a pledge."""
    return bytearray(secrets.token_bytes(PLEDGE_SIZE))


def keep(pledge: bytearray, store_key: bytearray, to: Address) -> bytes:
    """Encipher a pledge for whoever has the store key; it is bound to the slot and the store that it stands in."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(NONCE_SIZE)
    with wiped(key_for(Use.PLEDGE, store_key, to.vault)) as key:
        return nonce + AESGCM(key).encrypt(nonce, pledge, to.bound())


def take(kept: bytes, store_key: bytearray, to: Address) -> bytearray | None:
    """Give a pledge, or nothing when it was kept with another key or for another slot, or was altered."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    pledge = bytearray(PLEDGE_SIZE)
    try:
        with wiped(key_for(Use.PLEDGE, store_key, to.vault)) as key:
            AESGCM(key).decrypt_into(kept[:NONCE_SIZE], kept[NONCE_SIZE:], to.bound(), pledge)
    except InvalidTag:
        return None
    return pledge
