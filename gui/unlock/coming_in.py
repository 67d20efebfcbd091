# SPDX-License-Identifier: EUPL-1.2
"""Opening a store, and what is asked of who came in before anything of it is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessment.errors import DamagedBackup, FirstPassword, Hindrance
from assessment.users import may_manage

if TYPE_CHECKING:
    from assessment.ports import Vault


@dataclass(frozen=True, slots=True)
class Entered:
    """Who came in; must they choose a password of their own, and is there a new recovery key to write down first?"""

    user: str
    must_change: bool = False
    recovery_key: str = ""


def entered(vault: Vault, open_: Callable[[], object], password: str = "") -> Entered:
    """Open the store, on the store lane; raises Hindrance, and then it is closed.

    Without a password (it went open with something else) nobody comes in who must replace a first one, and no recovery
    key is made: both need the password.
    """
    open_()
    try:
        me = vault.people.me
        if me.must_change and not password:
            raise FirstPassword
        is_asked = password and may_manage(me) and not me.must_change and not vault.is_recovery_confirmed()
        return Entered(me.name, me.must_change, vault.renew_recovery_key(password) if is_asked else "")
    except Hindrance:
        vault.lock()  # the page asks again, and a store that is open is not opened twice
        raise


def with_key_file_of(vault: Vault, backups: Sequence[str], secret: str, user: str) -> None:
    """Open the store with the key file of the newest backup that fits; raises DamagedBackup when none does."""
    *others, oldest = backups
    for one in others:
        try:
            vault.restore_key_file(one, secret, user)
        except DamagedBackup:
            continue
        return
    vault.restore_key_file(oldest, secret, user)
