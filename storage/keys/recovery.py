# SPDX-License-Identifier: EUPL-1.2
"""The recovery key: 160 random bits and a check, written so that a person can copy it from paper.

Crockford's base32 leaves out I, L, O and U; reading takes O for 0 and I and L for 1, in any case, with or without
dashes and spaces. The check covers the store too, so that a slip of the pen or the key of another store is found
before anything is tried.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_SIZE: Final = 20
"""Bytes of chance in a recovery key: 160 bits."""

_SIGNS = 8 * SECRET_SIZE // 5
_CHECK_SIGNS = 4
_GROUP = 4
_READ: Final = {
    **{sign: number for number, sign in enumerate(ALPHABET)},
    "O": 0, "I": 1, "L": 1,
}  # fmt: skip
_BETWEEN = frozenset(" -–—_.\t\r\n\u00a0\u2011")
LONGEST: Final = 200
"""Characters that are looked at; more is no recovery key."""


def new_secret() -> bytearray:
    """Draw the secret of a recovery key."""
    return bytearray(secrets.token_bytes(SECRET_SIZE))


def write(secret: bytearray, vault: bytes) -> str:
    """Write a recovery key in groups of four: `7Q4K-…`."""
    signs = _signs(int.from_bytes(secret), _SIGNS) + _check(secret, vault)
    return "-".join(signs[start : start + _GROUP] for start in range(0, len(signs), _GROUP))


def read(text: str, vault: bytes) -> bytearray | None:
    """Read what a person typed; nothing when it cannot be the recovery key of this store."""
    signs = signs_in(text)
    if signs is None or len(signs) != _SIGNS + _CHECK_SIGNS:
        return None
    value = 0
    for sign in signs[:_SIGNS]:
        value = value << 5 | ALPHABET.index(sign)
    secret = bytearray(value.to_bytes(SECRET_SIZE))
    return secret if hmac.compare_digest(signs[_SIGNS:], _check(secret, vault)) else None


def signs_in(text: str) -> str | None:
    """Give the signs of the alphabet that a person meant; nothing when something else stands there too."""
    if len(text) > LONGEST:
        return None
    numbers = [_READ.get(sign) for sign in text.upper() if sign not in _BETWEEN]
    return None if None in numbers else "".join(ALPHABET[number or 0] for number in numbers)


def _check(secret: bytearray, vault: bytes) -> str:
    digest = hashlib.sha256(b"toetssteen/v1/recovery-check" + vault + secret).digest()
    return _signs(int.from_bytes(digest) >> (8 * len(digest) - 5 * _CHECK_SIGNS), _CHECK_SIGNS)


def _signs(value: int, count: int) -> str:
    return "".join(ALPHABET[value >> 5 * place & 31] for place in reversed(range(count)))
