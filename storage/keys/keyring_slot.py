# SPDX-License-Identifier: EUPL-1.2
"""A random secret in the keyring of the system, which opens a slot of its own: neither password nor store key is there.

Only the keyring of Windows is used (Credential Locker, kept with DPAPI), set by name: the others ask over a socket, or
keep secrets in clear or not at all, and which one is found by itself depends on the machine.
"""

from __future__ import annotations

import contextlib
import secrets
import sys
from typing import Any, Final

from assessment.errors import NoKeyring
from storage.keys.derive import KEY_SIZE

SYSTEM = sys.platform
NAME: Final = "Toetssteen"
ONLY_WINDOWS: Final = "Openen met uw aanmelding kan alleen op Windows."
NOT_HERE: Final = "Windows geeft op deze computer geen toegang tot de wachtwoordkluis van Windows."
GONE: Final = "In de wachtwoordkluis van Windows staat niets meer voor deze kluis."
LOCAL: Final = "local machine"
"""Else the secret travels with the profile to other machines."""


def why_not() -> str:
    """Say why it cannot be used here, or nothing."""
    try:
        _backend()
    except NoKeyring as hindrance:
        return hindrance.why
    return ""


def new_secret() -> bytearray:
    """Draw the secret."""
    return bytearray(secrets.token_bytes(KEY_SIZE))


def put(vault: bytes, user: str, secret: bytearray) -> None:
    """Put the secret of a user in the keyring, and see that it is there; raises NoKeyring."""
    backend = _backend()
    try:
        backend.set_password(_service(vault), user, secret.hex())
        kept = backend.get_password(_service(vault), user)
    except Exception as error:
        raise NoKeyring(NOT_HERE) from error
    if kept != secret.hex():
        raise NoKeyring(NOT_HERE)


def take(vault: bytes, user: str) -> bytearray:
    """Give the secret of a user; raises NoKeyring when it is not there."""
    backend = _backend()
    try:
        found = backend.get_password(_service(vault), user)
        secret = bytearray.fromhex(found or "")
    except ValueError:
        raise NoKeyring(GONE) from None
    except Exception as error:
        raise NoKeyring(NOT_HERE) from error
    if len(secret) != KEY_SIZE:
        raise NoKeyring(GONE)
    return secret


def drop(vault: bytes, user: str) -> None:
    """Take the secret out; one that is not there, or cannot be reached, opens nothing once the slot is gone."""
    with contextlib.suppress(Exception):
        _backend().delete_password(_service(vault), user)


def _service(vault: bytes) -> str:
    return f"{NAME} {vault.hex()}"


def _backend() -> Any:
    if SYSTEM != "win32":
        raise NoKeyring(ONLY_WINDOWS)
    try:
        from keyring.backends.Windows import WinVaultKeyring

        backend = WinVaultKeyring()
        backend.persist = LOCAL
        usable = backend.priority > 0
    except Exception as error:
        raise NoKeyring(NOT_HERE) from error
    if not usable:
        raise NoKeyring(NOT_HERE)
    return backend
