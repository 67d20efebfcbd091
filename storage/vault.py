# SPDX-License-Identifier: EUPL-1.2
"""The encrypted store of one folder: what can be asked of it, closed and open.

Importing this module is cheap: the database library and the ciphers are loaded when a store is opened or made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from assessment.backup import Backup, Examined
from assessment.errors import Fault
from assessment.ports import VaultState
from storage.backup_folder import find, has_any, listed
from storage.backup_opening import OpenedBackup, opened
from storage.door import Door
from storage.hindering import at_the_door
from storage.keys import recovery
from storage.keys.cost import Cost, calibrate
from storage.keys.derive import seconds_for
from storage.keys.key_file import KeyFile
from storage.keys.secret import password_bytes, wiped
from storage.keys.slot import Lock, SlotKind, wrap
from storage.making import Wish, make_store, password_lock, recovery_lock
from storage.no_core_dumps import no_core_dumps
from storage.place import refuse_unsafe
from storage.store_files import StoreFiles

if TYPE_CHECKING:
    from storage.attachments.files import EncryptedFiles
    from storage.unit_of_work import SqlUnitOfWork


class FolderVault(Door):
    """A store in a folder. `cost` is what a guess at a new password costs; left out, it is measured on this machine."""

    def __init__(self, folder: Path, now: Callable[[], datetime], cost: Cost | None = None) -> None:
        super().__init__(folder, now)
        self._cost = cost

    def state(self) -> VaultState:
        """Whether there is a store, and whether it is open; when files are missing it is there, and damaged.

        A store of which only backups are left is there too: it can be put back.
        """
        if self._store:
            return VaultState.OPEN
        there = self._files.database.exists() or self._files.keys.exists() or has_any(self._files)
        return VaultState.LOCKED if there else VaultState.MISSING

    def create(self, user: str, password: str) -> str:
        """Make a store, open it, and give its recovery key; raises StoreOutOfReach."""
        no_core_dumps()
        with at_the_door():
            refuse_unsafe(self._files.folder)
            wish = Wish(user, password, self._new_cost())
            made = make_store(self._files.folder, wish, self._now)
            with wiped(made.store_key), self._locked():
                self._open(made.store_key, made.vault)
        return made.recovery_key

    def unlock(self, password: str) -> None:
        """Open it; in each of these cases nothing is changed.

        Raises:
            WrongPassword, DamagedStore, NewerStore, StoreInUse, StoreOutOfReach
        """
        with at_the_door(), wiped(password_bytes(password)) as secret, self._locked():
            found = self._found()
            with wiped(self._store_key(found, SlotKind.PASSWORD, secret)) as store_key:
                self._open(store_key, found.vault)

    def recover(self, recovery_key: str, password: str) -> None:
        """Open it with the recovery key and set a new password; raises WrongRecoveryKey, else as `unlock` does."""
        with at_the_door(), wiped(password_bytes(password)) as new, self._locked():
            found = self._found()
            secret = recovery.read(recovery_key, found.vault)
            if secret is None:
                raise self._wrong(SlotKind.RECOVERY)
            with wiped(secret), wiped(self._store_key(found, SlotKind.RECOVERY, secret)) as store_key:
                self._open(store_key, found.vault)
                self._rewrap(found, store_key, password_lock(new, self._cost_of(found)), "store.recovered")
                self.confirm_recovery()  # who could type all of it, has it

    def is_recovery_confirmed(self) -> bool:
        """Whether the officer proved to have written the recovery key down; only while it is open."""
        return self._opened().is_recovery_confirmed()

    def confirm_recovery(self) -> None:
        """Keep that the recovery key was written down."""
        with at_the_door():
            self._opened().confirm_recovery(True)

    def confirm(self, password: str) -> None:
        """Ask for the password again while it is open; nothing is changed; raises WrongPassword."""
        with self._confirmed(password):
            pass

    def change_password(self, old: str, new: str) -> None:
        """Wrap the store key for another password; nothing is enciphered anew; raises WrongPassword."""
        with self._confirmed(old) as (found, store_key), wiped(password_bytes(new)) as secret:
            self._rewrap(found, store_key, password_lock(secret, self._cost_of(found)), "store.password-changed")

    def renew_recovery_key(self, password: str) -> str:
        """Give a new recovery key; the one before it opens nothing any more; raises WrongPassword."""
        with self._confirmed(password) as (found, store_key), wiped(recovery.new_secret()) as secret:
            lock = recovery_lock(secret, self._cost_of(found))
            self._opened().confirm_recovery(False)  # before the old key is gone: a crash in between asks once more
            self._rewrap(found, store_key, lock, "store.recovery-key-renewed")
            return recovery.write(secret, found.vault)

    def lock(self) -> None:
        """Close it and forget the key; raises StoreOutOfReach when the disk is gone, and is locked nevertheless."""
        with at_the_door():
            self._shut()

    def work(self) -> SqlUnitOfWork:
        """Begin a unit of work; only while it is open."""
        return self._opened().work()

    @property
    def attachments(self) -> EncryptedFiles:
        """The encrypted files of attachments; only while it is open."""
        return self._opened().attachments

    def warnings(self) -> tuple[str, ...]:
        """Say in Dutch what was found on opening that does not keep it closed; only while it is open."""
        return tuple(filter(None, (self._opened().end.sentence,)))

    def renew_anchor(self, why: str) -> None:
        """Let the journal end where it ends now, journalled: for who puts a backup back, which goes back rightly."""
        with at_the_door():
            self._opened().renew_anchor(why)

    def faults(self) -> tuple[Fault, ...]:
        """Check every page, the journal, and every part against the journal; may take seconds."""
        with at_the_door():
            return self._opened().faults()

    def backups(self) -> tuple[Backup, ...]:
        """List what can be put back, the newest first; open or not, and without a password."""
        with at_the_door():
            return listed(self._files)

    def is_backup_due(self) -> bool:
        """Whether a backup is to be made now; never while it is locked; raises StoreOutOfReach."""
        store = self._store  # another thread may lock it meanwhile
        with at_the_door():
            return store is not None and store.is_backup_due()

    def back_up(self) -> Backup | None:
        """Make one while others work, and check it; None when the store was locked meanwhile.

        May be called on another thread than the rest. Raises NoBackup, or DamagedStore when it is the store itself.
        """
        store = self._store  # another thread may lock it meanwhile
        with at_the_door():
            return store.back_up() if store else None

    def examine(self, backup: str, secret: str) -> Examined:
        """Check a backup with the password or recovery key of its time, and count what the present store has more.

        Raises:
            WrongPassword, DamagedBackup, NewerStore, StoreInUse, StoreOutOfReach
        """
        from storage.restoring import examined

        with self._backup(backup, secret) as found:
            try:
                return examined(self._files, found)
            finally:
                self._lock.release()

    def restore(self, backup: str, secret: str) -> None:
        """Put a backup in the place of the store, which is kept aside whole, and open it.

        Password and backup are tried before anything is replaced; raises as `examine` does.
        """
        from storage.restoring import RESTORED, put_back

        with self._backup(backup, secret) as found:
            put_back(self._files, found, self._now())
            self._open(found.store_key, found.vault)
            self._opened().note(RESTORED)
            self._opened().renew_anchor(RESTORED)

    @contextmanager
    def _backup(self, name: str, secret: str) -> Iterator[OpenedBackup]:
        with at_the_door(), self._locked(), opened(StoreFiles(find(self._files, name)), secret, self._wrong) as found:
            yield found

    @contextmanager
    def _confirmed(self, password: str) -> Iterator[tuple[KeyFile, bytearray]]:
        """Ask for the password again and lend the store key."""
        self._opened()
        with at_the_door(), wiped(password_bytes(password)) as secret:
            found = self._keys.read()
            with wiped(self._store_key(found, SlotKind.PASSWORD, secret)) as store_key:
                yield found, store_key

    def _rewrap(self, found: KeyFile, store_key: bytearray, lock: Lock, action: str) -> None:
        self._keys.replace(found, wrap(store_key, lock, found.vault), store_key)
        self._opened().note(action)

    def _cost_of(self, found: KeyFile) -> Cost:
        """Give what a guess at a new secret is to cost: never less than it did for the password."""
        costs = [slot.cost for slot in found.slots if slot.kind is SlotKind.PASSWORD]
        return max(costs, key=lambda cost: cost.memory) if costs else self._new_cost()

    def _new_cost(self) -> Cost:
        """Give it where no password tells: as asked for, else measured, which takes this machine a while."""
        return self._cost or calibrate(seconds_for)
