# SPDX-License-Identifier: EUPL-1.2
"""By what a store is known, and which versions of it this program can read."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x54535431
"""SQLite's mark of whose file it is: `TST1`."""

SEALED_ID: Final = 0x54535331
"""The mark of a sealed backup, `TSS1`: it is no store, and is never opened as one."""

REVISIONS: Final = ("0001", "0002", "0003", "0004")
"""The migrations in order; the number of the last is the version of the store (`user_version`)."""
