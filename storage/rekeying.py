# SPDX-License-Identifier: EUPL-1.2
"""Giving a store another key for everybody at once, so that wherever it breaks off every password still opens it.

First a key file in which each slot opens to both keys; then the database goes over, which is one transaction; then a
key file with the new key alone. Whoever opens the store in between tries both keys (`settling.py`).
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from assessment.errors import NoBackup
from storage.keys.derive import KEY_SIZE
from storage.keys.secret import wiped

if TYPE_CHECKING:
    from storage.keys.key_file import KeyFile
    from storage.keys.on_disk import KeysOnDisk
    from storage.opened import OpenStore


def rekey(store: OpenStore, keys: KeysOnDisk, found: KeyFile, store_key: bytearray) -> None:
    """Do so; every slot must be sealed. Raises OSError, or as the database does; then the next opening settles it."""
    # Without copies: one made meanwhile would have the database of one key and the file of another.
    with wiped(bytearray(os.urandom(KEY_SIZE))) as new, store.without_copies():
        both = found.sealed_for(store_key, new, by=store_key)
        keys.write(found, both)
        store.rekey(new, found.vault)
        keys.write(both, both.sealed_for(new, by=store_key))
        keys.settle()


def backed_up_anew(store: OpenStore) -> tuple[int, int]:
    """Make a backup with the new key and take those of the old one away; count those that went and those that stay.

    Where none can be made the old ones stay, and go when the next backup is good: rather a backup that an old key
    opens than none.
    """
    before = store.count_backups()
    try:
        made = store.back_up()
    except NoBackup:
        made = None
    left = store.count_backups() - (1 if made else 0)
    return before - left, left
