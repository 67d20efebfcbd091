# SPDX-License-Identifier: EUPL-1.2
"""The encrypted store of one folder: what can be asked of it, closed and open.

Importing this module is cheap: the database library and the ciphers are loaded when a store is opened or made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from assessment.backup import Backup, Examined
from assessment.errors import DamagedStore, Fault, Hindrance, NoKeyring, NotAllowed, WrongPassword
from assessment.ports import VaultState
from storage.backup_folder import find, has_any, listed
from storage.backup_opening import OpenedBackup, opened
from storage.door import Door
from storage.hindering import at_the_door
from storage.keys import keyring_slot, recovery
from storage.keys.cost import Cost, calibrate
from storage.keys.derive import seconds_for
from storage.keys.key_file import KeyFile
from storage.keys.on_disk import lent
from storage.keys.secret import password_bytes, wiped
from storage.keys.slot import Entry, SlotKind, wrap
from storage.making import Wish, make_store, password_lock
from storage.no_core_dumps import no_core_dumps
from storage.place import refuse_unsafe
from storage.settling import administrator, of_slot
from storage.store_files import StoreFiles
from storage.surroundings import surroundings

if TYPE_CHECKING:
    from storage.attachments.files import EncryptedFiles
    from storage.destroying import StoreDestruction
    from storage.people import People
    from storage.unit_of_work import SqlUnitOfWork

_HALF_REKEYED: Final = "De nieuwe sleutel is nog niet klaar. Vergrendel en open de kluis opnieuw: dan komt hij af."


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
            with lent(made.entry) as entry, self._locked():
                self._open(made.file, entry, lambda _: entry.slot.id)
        return made.recovery_key

    def unlock(self, password: str, user: str = "") -> None:
        """Open it; one slot is tried, and in each of these cases nothing is changed.

        Raises:
            WrongPassword, DamagedStore, NewerStore, StoreInUse, StoreOutOfReach, Revoked
        """
        with at_the_door(), wiped(password_bytes(password)) as secret, self._locked():
            self._entered(SlotKind.PASSWORD, secret, user)

    def keyring_at_the_door(self) -> tuple[str, ...]:
        """Name who can open it with the sign-on to the system, where that can be used."""
        return () if keyring_slot.why_not() else self._named(SlotKind.KEYRING)

    def unlock_with_keyring(self, user: str) -> None:
        """Open it with the secret in the keyring of the system; raises NoKeyring, else as `unlock`."""
        with at_the_door(), self._locked():
            found = self._found()
            slot = found.slot_of(SlotKind.KEYRING, user)
            if slot is None or slot.label != user:
                raise NoKeyring(keyring_slot.GONE)
            with wiped(keyring_slot.take(found.vault, slot.id)) as secret:
                try:
                    self._entered(SlotKind.KEYRING, secret, user)
                except WrongPassword:
                    raise NoKeyring(keyring_slot.GONE) from None

    def recover(self, recovery_key: str, password: str, user: str = "") -> None:
        """Open it with the recovery key as an administrator, who gets a new password.

        Raises WrongRecoveryKey, NotAllowed when who was named is no administrator, else as `unlock` does.
        """
        with at_the_door(), wiped(password_bytes(password)) as new, self._locked():
            found = self._found()
            secret = recovery.read(recovery_key, found.vault)
            if secret is None:
                raise self._wrong(SlotKind.RECOVERY)
            with wiped(secret), lent(self._entry(found, SlotKind.RECOVERY, secret)) as entry:
                file = self._open(found, entry, lambda users: administrator(users, user, found))
                me = self.people.me
                store_key = next(one for one in entry.keys if file.is_genuine(one))
                label = me.name if file.users() else ""
                slot = wrap(store_key, password_lock(label, new, self._cost_of(file), me.id), file.vault)
                self._keys.replace(file, slot, store_key)
                self._opened().note("store.recovered")
                self.people.has_chosen()
                self.confirm_recovery()  # who could type all of it, has it

    @property
    def people(self) -> People:
        """Who may open it; only while it is open."""
        from storage.people import People

        return People(self._opened(), self._keys, self._confirmed, self._cost_of, self._now)

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
        """Change the password of who has it open; raises WrongPassword."""
        self.people.change_password(old, new)

    def renew_recovery_key(self, password: str) -> str:
        """Give a new recovery key; the one before it opens nothing any more; raises WrongPassword or NotAllowed."""
        return self.people.renew_recovery_key(password)

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
        store = self._opened()
        with at_the_door():
            return (
                *filter(None, (store.end.sentence, store.strayed, store.unfinished)),
                *surroundings(self._files.folder),
            )

    def renew_anchor(self, why: str) -> None:
        """Let the journal end where it ends now, journalled: for who puts a backup back, which goes back rightly."""
        with at_the_door():
            self._opened().renew_anchor(why)

    def faults(self) -> tuple[Fault, ...]:
        """Check every page, the journal, and every part against the journal; may take seconds."""
        with at_the_door():
            return self._opened().faults()

    @property
    def destruction(self) -> StoreDestruction:
        """Destroying dossiers; only while it is open."""
        return self._opened().destruction

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

    def examine(self, backup: str, secret: str, user: str = "") -> Examined:
        """Check a backup with the password or recovery key of its time, and count what the present store has more.

        Raises:
            WrongPassword, DamagedBackup, NewerStore, StoreInUse, StoreOutOfReach
        """
        from storage.restoring import examined

        with self._backup(backup, secret, user) as found:
            try:
                return examined(self._files, found)
            finally:
                self._lock.release()

    def restore(self, backup: str, secret: str, user: str = "") -> None:
        """Put a backup in the place of the store, which is kept aside whole, and open it.

        Password and backup are tried before anything is replaced; raises as `examine` does.
        """
        from storage.restoring import RESTORED, put_back

        with self._backup(backup, secret, user) as found:
            put_back(self._files, found, self._now())
            self._open(found.file, found.entry, lambda users: of_slot(users, found.entry.slot, found.file))
            self._opened().renew_anchor(RESTORED)

    def is_key_file_lost(self) -> bool:
        """Whether the database is there, and its key file is gone or damaged."""
        if self._store or not self._files.database.exists():
            return False
        try:
            self._keys.read()
        except DamagedStore:
            return True
        except (Hindrance, OSError):
            pass
        return False

    def restore_key_file(self, backup: str, password: str, user: str = "") -> None:
        """Take only the key file from a backup, when it opens the database that is there, and open it.

        Raises:
            DamagedBackup when it is not of this database, else as `examine` does; then nothing was changed
        """
        from storage.key_file_return import KEY_FILE_RETURNED, put_key_file_back

        with self._backup(backup, password, user) as found:
            put_key_file_back(self._files, self._keys, found)
            self._open(found.file, found.entry, lambda users: of_slot(users, found.entry.slot, found.file))
            self._opened().note(KEY_FILE_RETURNED)

    @contextmanager
    def _backup(self, name: str, secret: str, user: str) -> Iterator[OpenedBackup]:
        files = StoreFiles(find(self._files, name))
        with at_the_door(), self._locked(), opened(files, secret, user, self._wrong) as found:
            yield found

    @contextmanager
    def _confirmed(self, password: str) -> Iterator[tuple[KeyFile, Entry]]:
        """Ask for the password again and lend what it opens; raises NotAllowed where a re-keying was broken off.

        Which of two keys the database has is found where it is closed (`settling.py`); nothing is written on a guess.
        """
        self._opened()
        with at_the_door(), wiped(password_bytes(password)) as secret:
            found = self._keys.read()
            with lent(self._entry(found, SlotKind.PASSWORD, secret, self.user)) as entry:
                if len(entry.keys) > 1:
                    raise NotAllowed(_HALF_REKEYED)
                yield found, entry

    def _cost_of(self, found: KeyFile) -> Cost:
        """Give what a guess at a new secret is to cost: never less than it did for the password."""
        costs = [slot.cost for slot in found.slots if slot.kind is SlotKind.PASSWORD]
        return max(costs, key=lambda cost: cost.memory) if costs else self._new_cost()

    def _new_cost(self) -> Cost:
        """Give it where no password tells: as asked for, else measured, which takes this machine a while."""
        return self._cost or calibrate(seconds_for)
