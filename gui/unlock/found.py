# SPDX-License-Identifier: EUPL-1.2
"""What can be seen of a store that is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assessment.errors import Hindrance

if TYPE_CHECKING:
    from assessment.backup import Backup
    from assessment.ports import Vault, VaultState  # brings in all of a dossier: after the first paint


@dataclass(frozen=True, slots=True)
class Found:
    """What can be seen of a store without its password; `keyring` names who comes in with the sign-on to Windows."""

    state: VaultState
    name: str
    backups: tuple[Backup, ...] = ()
    users: tuple[str, ...] = ()
    keyring: tuple[str, ...] = ()
    is_key_file_lost: bool = False


def look_at(vault: Vault) -> Found:
    """Look at a store, on the store lane; backups that cannot be listed are not there, and the store tells more."""
    try:
        backups = vault.backups()
    except Hindrance:
        backups = ()
    return Found(
        vault.state(), vault.name, backups, vault.users_at_the_door(), vault.keyring_at_the_door(),
        vault.is_key_file_lost(),
    )  # fmt: skip
