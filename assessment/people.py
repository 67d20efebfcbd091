# SPDX-License-Identifier: EUPL-1.2
"""Who may open a store, as a Protocol: what the window asks of the storage about users and keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from assessment.users import Role, User


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What came of a new key: a new recovery key (shown once) where the old one could not stay, and the backups.

    `kept` counts the backups of the old key that are still there, because no fresh one could be made.
    """

    recovery_key: str
    removed: int
    kept: int = 0


@dataclass(frozen=True, slots=True)
class KeyringState:
    """Whether the keyring opens the store for this user; `why_not` in Dutch where it cannot be switched on."""

    is_on: bool
    why_not: str = ""


class People(Protocol):
    """Who may open the store that is open; everything that changes a slot asks for the password of who does it.

    Each raises NotAllowed when the role forbids it, and WrongPassword.
    """

    @property
    def me(self) -> User:
        """Who has it open."""
        ...

    def all(self) -> tuple[User, ...]:
        """List who may open it, by name."""
        ...

    def add(self, name: str, role: Role, first: str, password: str) -> User:
        """Let somebody in with a first password, which is to be replaced when it is first used."""
        ...

    def change_role(self, id_: str, role: Role, password: str) -> None:
        """Give somebody another role."""
        ...

    def revoke(self, id_: str, password: str) -> None:
        """Let somebody in no more; who copied the key file still opens an earlier copy: that is why one re-keys."""
        ...

    def change_password(self, old: str, new: str) -> None:
        """Change one's own password."""
        ...

    def rekey(self, password: str) -> Rekeyed:
        """Encipher the whole store with a new key, for all who are in it, and take away the backups of the old key."""
        ...

    def keyring(self) -> KeyringState:
        """Say whether one's own sign-on to the system opens the store too, and if it cannot, why."""
        ...

    def use_keyring(self, password: str) -> None:
        """Let one's own sign-on to the system open the store too; raises NoKeyring."""
        ...

    def drop_keyring(self, password: str) -> None:
        """Let it open the store no more."""
        ...
