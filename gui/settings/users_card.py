# SPDX-License-Identifier: EUPL-1.2
"""Who may open the store, in which role, and what the role of who looks lets them change."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from assessment.users import Role, User, why_not_change_role, why_not_manage, why_not_revoke
from gui.parts.backup_words import moment
from gui.parts.badge import Tone
from gui.parts.button import Rank, button, press
from gui.parts.card import Card
from gui.parts.emptied import empty
from gui.parts.flow import FlowLayout
from gui.parts.label import Prose, label
from gui.parts.notice import Notice
from gui.parts.visible import set_shown

INTRO = (
    "Iedere gebruiker heeft een eigen wachtwoord. In het logboek staat wie wat deed. Zijn er meer gebruikers, dan "
    "kiest u op het scherm waar u de kluis opent eerst uw naam; die namen zijn daar zonder wachtwoord te lezen."
)
FIRST = "eerste wachtwoord nog niet vervangen"


class UsersCard(Card):
    """Emits what is asked; `role_asked` and `revoke_asked` with the User."""

    add_asked = Signal()
    role_asked = Signal(object)
    revoke_asked = Signal(object)
    password_asked = Signal()
    rekey_asked = Signal()
    renew_asked = Signal()

    def __init__(self) -> None:
        super().__init__("Gebruikers", INTRO)
        self.add_user = self.corner(button("Voeg toe", "plus", on_click=self.add_asked.emit))
        self._notice = self.add(Notice())
        self._roles: dict[str, QPushButton] = {}
        table = QWidget()
        self._grid = QGridLayout(table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(6)
        self.add(table)
        self._why = self.add(Prose("", "muted"))
        row = FlowLayout(gap=8)
        self.change_password = button("Wijzig mijn wachtwoord", "edit", on_click=self.password_asked.emit)
        self.rekey = button("Maak nieuwe sleutel voor de kluis", "key", on_click=self.rekey_asked.emit)
        self.renew = button("Maak nieuwe herstelsleutel", "print", on_click=self.renew_asked.emit)
        for one in (self.change_password, self.renew, self.rekey):
            row.addWidget(one)
        self.add_layout(row)

    def show_users(self, me: User, users: Iterable[User]) -> None:
        """Show who there are, and allow what the role of `me` allows."""
        there = tuple(users)
        empty(self._grid)
        self._roles.clear()
        for at, title in enumerate(("Naam", "Rol", "Sinds")):
            self._grid.addWidget(label(title, "label"), 0, at)
        for row, one in enumerate(there, start=1):
            self._add_row(row, one, me, there)
        self._grid.setColumnStretch(5, 1)
        why = why_not_manage(me)
        words = f"{why} U kunt wel uw eigen wachtwoord wijzigen." if why else _why_not_yourself(me, there)
        self._why.setText(words)
        set_shown(self._why, bool(words))
        for one in (self.add_user, self.renew, self.rekey):
            _allow(one, why)

    def press_role(self, id_: str) -> None:
        """Ask for another role as a click does, where somebody is still there and may get one."""
        if id_ in self._roles:
            press(self._roles[id_])

    def say(self, tone: Tone, sentence: str) -> None:
        """Say what was done, or what stood in the way."""
        self._notice.show_text(tone, sentence)

    def sentence(self) -> str:
        """Give what is said now."""
        return self._notice.text()

    def _add_row(self, row: int, one: User, me: User, users: tuple[User, ...]) -> None:
        name = f"{one.name} (u)" if one.id == me.id else one.name
        facts = (moment(one.added_at), FIRST if one.must_change else "")
        self._grid.addWidget(label(name), row, 0)
        self._grid.addWidget(label(one.role.dutch), row, 1)
        self._grid.addWidget(label(", ".join(filter(None, facts)), "muted"), row, 2)
        change = button("Wijzig rol", rank=Rank.QUIET, on_click=lambda: self.role_asked.emit(one))
        change.setAccessibleName(f"Wijzig de rol van {one.name}")
        _allow(change, _why_no_role(me, one, users))
        self._roles[one.id] = change
        revoke = button("Trek in", rank=Rank.QUIET, on_click=lambda: self.revoke_asked.emit(one))
        revoke.setAccessibleName(f"Trek de toegang van {one.name} in")
        _allow(revoke, why_not_revoke(me, one, users))
        self._grid.addWidget(change, row, 3)
        self._grid.addWidget(revoke, row, 4)


def _why_no_role(me: User, one: User, users: tuple[User, ...]) -> str:
    """Say why there is no other role that somebody may be given."""
    others = [role for role in Role if role is not one.role]
    whys = [why_not_change_role(me, one, role, users) for role in others]
    return whys[0] if all(whys) else ""


def _why_not_yourself(me: User, users: tuple[User, ...]) -> str:
    """Say why an administrator cannot change their own row: what cannot be pressed shows no tip to the keyboard."""
    found = (_why_no_role(me, me, users), why_not_revoke(me, me, users))
    return " ".join(dict.fromkeys(filter(None, found)))


def _allow(made: QPushButton, why: str) -> None:
    """Let it be pressed, or say why not."""
    made.setEnabled(not why)
    made.setToolTip(why)
    made.setAccessibleDescription(why)
