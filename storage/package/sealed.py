# SPDX-License-Identifier: EUPL-1.2
"""The outside of a package: one line with a wrapped key, and behind it an age file (age-encryption.org/v1).

Each package has an X25519 identity of its own, drawn for it alone. The phrase opens the line (Argon2id, AES-256-GCM),
the line gives the identity, the identity opens the age file. The way of age itself with a phrase is not used: it takes
what the machine bears (a gigabyte of memory here, with pyrage 1.4.0), which the machine of a colleague need not have.
"""

from __future__ import annotations

import json
import secrets
from typing import Any, Final

from assessment.errors import FaultyPackage, WrongPhrase
from storage.keys.canonical import canonical
from storage.keys.cost import FLOOR, Cost
from storage.keys.derive import stretch
from storage.keys.sealing import NONCE_SIZE
from storage.keys.secret import wiped
from storage.keys.slot import SALT_SIZE
from storage.package.form import DAMAGED, FORMAT, VERSION, is_of_package

LARGEST: Final = 80 * 1024 * 1024
"""Bytes that a package may take."""
LONGEST_LINE: Final = 1024

_KEYS: Final = {"format", "version", "salt", "m", "t", "p", "nonce", "wrapped"}
_NOT_ONE: Final = "het is geen pakket van Toetssteen, of het is afgekapt"


def seal(content: bytes, phrase: bytearray) -> bytes:
    """Encrypt the contents of a package for who has the phrase."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from pyrage import encrypt, x25519

    identity = x25519.Identity.generate()
    salt, nonce = secrets.token_bytes(SALT_SIZE), secrets.token_bytes(NONCE_SIZE)
    head = _head(salt, FLOOR, nonce)
    with wiped(stretch(phrase, salt, FLOOR)) as key:
        wrapped = AESGCM(key).encrypt(nonce, str(identity).encode(), canonical(head))
    line = canonical({**head, "wrapped": wrapped.hex()})
    return line + b"\n" + bytes(encrypt(content, [identity.to_public()]))


def unseal(text: bytes, phrase: bytearray) -> bytes:
    """Give the contents; raises WrongPhrase, FaultyPackage or NewerPackage, or MemoryError on a small machine."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from pyrage import DecryptError, IdentityError, decrypt, x25519

    line = text[: LONGEST_LINE + 1].partition(b"\n")[0]
    head, cost, wrapped = read_line(line)
    nonce = bytes.fromhex(head["nonce"])
    with wiped(stretch(phrase, bytes.fromhex(head["salt"]), cost)) as key:
        try:
            identity = AESGCM(key).decrypt(nonce, wrapped, canonical(head))
        except InvalidTag:
            raise WrongPhrase from None
    try:
        return bytes(decrypt(text[len(line) + 1 :], [x25519.Identity.from_str(identity.decode("ascii"))]))
    except (DecryptError, IdentityError, UnicodeDecodeError):
        raise FaultyPackage(DAMAGED) from None


def read_line(line: bytes) -> tuple[dict[str, Any], Cost, bytes]:
    """Read the first line strictly: its head, what a guess costs, and the wrapped identity."""
    try:
        found = json.loads(line.decode("ascii"))
        if canonical(found) != line:
            raise ValueError("not as we write it")  # noqa: TRY301 - told below as all others
        return _checked(found)
    except (ValueError, TypeError, RecursionError):
        raise FaultyPackage(_NOT_ONE) from None


def _checked(raw: Any) -> tuple[dict[str, Any], Cost, bytes]:
    if not is_of_package(raw):
        raise ValueError("not a package")
    if raw.keys() != _KEYS or any(type(raw[name]) is not int for name in "mtp"):
        raise ValueError("not the keys that belong here")
    cost = Cost(raw["m"], raw["t"], raw["p"])
    salt, nonce, wrapped = (_bytes(raw[name]) for name in ("salt", "nonce", "wrapped"))
    if not cost.is_within_limits() or (len(salt), len(nonce)) != (SALT_SIZE, NONCE_SIZE):
        raise ValueError("out of bounds")
    return _head(salt, cost, nonce), cost, wrapped


def _bytes(text: str) -> bytes:
    """Read digits in the one way that they are written."""
    found = bytes.fromhex(text)
    if found.hex() != text:
        raise ValueError("not the digits that belong here")
    return found


def _head(salt: bytes, cost: Cost, nonce: bytes) -> dict[str, Any]:
    """Give what stands beside the wrapped identity and is bound to it."""
    return {
        "format": FORMAT, "version": VERSION, "salt": salt.hex(), "m": cost.memory, "t": cost.passes, "p": cost.lanes,
        "nonce": nonce.hex(),
    }  # fmt: skip
