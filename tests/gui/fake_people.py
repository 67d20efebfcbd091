# SPDX-License-Identifier: EUPL-1.2
"""A double of the users of a store."""

from __future__ import annotations

from dataclasses import replace

from assessment.people import KeyringState, Rekeyed
from assessment.users import Role, User


class MemoryPeople:
    """The users of a MemoryVault; the password of each is that of the store."""

    def __init__(self, vault, at):
        self.vault, self.at = vault, at
        self.me = User("u1", vault.user, Role.ADMINISTRATOR, at)
        self.there, self.state, self.new_recovery_key = (self.me,), KeyringState(False, "Alleen op Windows."), ""

    def all(self):
        return self.there

    def add(self, name, role, first, password):
        self.vault.confirm(password)
        made = User(f"u{len(self.there) + 1}", name, role, self.at, must_change=True)
        self.there = (*self.there, made)
        return made

    def change_role(self, id_, role, password):
        self.vault.confirm(password)
        self.there = tuple(replace(one, role=role) if one.id == id_ else one for one in self.there)

    def revoke(self, id_, password):
        self.vault.confirm(password)
        self.there = tuple(one for one in self.there if one.id != id_)

    def change_password(self, old, new):
        self.vault.confirm(old)
        self.vault.password = new
        self.me = replace(self.me, must_change=False)

    def rekey(self, password):
        self.vault.confirm(password)
        return Rekeyed(self.new_recovery_key, 3)

    def keyring(self):
        return self.state

    def use_keyring(self, password):
        self.vault.confirm(password)
        self.state = KeyringState(True)

    def drop_keyring(self, password):
        self.vault.confirm(password)
        self.state = KeyringState(False)
