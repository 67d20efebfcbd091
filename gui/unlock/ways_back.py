# SPDX-License-Identifier: EUPL-1.2
"""The ways into a store for whoever cannot open it as usual: recovery key, backups, and a key file that was lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from gui.unlock.backups_page import BackupsPage
from gui.unlock.coming_in import with_key_file_of
from gui.unlock.forgotten_page import ForgottenPage
from gui.unlock.found import Found
from gui.unlock.key_file_page import KeyFilePage
from gui.unlock.restore_page import RestorePage

if TYPE_CHECKING:
    from assessment.ports import Vault
    from gui.lane import Lane
    from gui.unlock.frame import UnlockFrame

OPENING = "De kluis wordt geopend. Dit duurt ongeveer een seconde."
EXAMINING = "De kopie wordt nagekeken."
RESTORING = "De kopie wordt teruggezet. Sluit het programma niet af."
RETURNING = "Het sleutelbestand wordt teruggezet."


class Entrance(Protocol):
    """The gate, as far as these pages need it."""

    def put_back(self, page: UnlockFrame, restore: Callable[[], object], busy: str) -> None:
        """Have a backup take the place of the store and open it."""

    def show_locked(self, vault: Vault, found: Found) -> None:
        """Ask for the password."""

    def come_in(self, page: UnlockFrame, open_: Callable[[], object], busy: str, password: str = "") -> None:
        """Open the store, and ask first what must be asked of who came in."""

    def turn_to(self, page: UnlockFrame) -> None:
        """Show another page."""


class WaysBack:
    """Shows the pages of one closed store at its gate; each leads back to where the password is asked."""

    def __init__(self, gate: Entrance, store: Lane, vault: Vault, found: Found) -> None:
        self._gate, self._store, self._vault, self._found = gate, store, vault, found

    def show_forgotten(self) -> None:
        """Ask for the recovery key and a new password."""
        vault, page = self._vault, ForgottenPage(self._found.users)

        def recover(key: str, password: str) -> None:
            user = page.user()  # here: no widget is touched on the lane
            self._gate.come_in(page, lambda: vault.recover(key, password, user), OPENING)

        page.recover_asked.connect(recover)
        page.back_asked.connect(self._go_back)
        self._gate.turn_to(page)

    def show_backups(self) -> None:
        """Ask which backup is to be put back."""
        page = BackupsPage(self._found.backups)
        page.chosen.connect(self._show_backup)
        page.back_asked.connect(self._go_back)
        self._gate.turn_to(page)

    def show_key_file(self) -> None:
        """Ask for the password of the newest good backup, to take its key file."""
        good = [one for one in self._found.backups if one.is_good]
        vault, page = self._vault, KeyFilePage(good[0])

        def bring_back(secret: str) -> None:
            user, names = page.user(), [one.id for one in good]
            self._gate.come_in(page, lambda: with_key_file_of(vault, names, secret, user), RETURNING)

        page.entered.connect(bring_back)
        page.back_asked.connect(self._go_back)
        self._gate.turn_to(page)

    def _show_backup(self, id_: str) -> None:
        """Have one backup looked into, and only then put back."""
        vault, page = self._vault, RestorePage(next(one for one in self._found.backups if one.id == id_))

        def examine(secret: str) -> None:
            page.set_busy(EXAMINING)
            user = page.user()
            self._store.run(lambda: vault.examine(id_, secret, user), page.show_examined, page.show_hindrance)

        def restore(secret: str) -> None:
            user = page.user()
            self._gate.put_back(page, lambda: vault.restore(id_, secret, user), RESTORING)

        page.entered.connect(examine)
        page.restore_asked.connect(restore)
        page.back_asked.connect(self.show_backups)
        self._gate.turn_to(page)

    def _go_back(self) -> None:
        self._gate.show_locked(self._vault, self._found)
