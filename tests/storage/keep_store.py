# SPDX-License-Identifier: EUPL-1.2
"""Keeps a store of the present version in `tests/storage/old`, with something in every table that holds what is typed.

Run once for each version, when it is released: python -m tests.storage.keep_store. Later programs must open it.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from assessment.retention import RetentionRule
from assessment.services import attachments, retention
from assessment.users import Role
from storage.vault import FolderVault
from storage.versions import REVISIONS
from tests.storage.stores import CHEAP, PASSWORD, Clock, add, small

OLD = Path(__file__).with_name("old")
FIRST, SECOND = "Ada Voorbeeld", "Bo Verzonnen"
OTHER_PASSWORD = "nog een lang wachtwoord"
TEXT = b"Een verzonnen brief.\n"
RULE = RetentionRule("selectielijst", "besluit genomen", 60)


def keep(folder: Path) -> None:
    """Make a store there, with two users, a dossier, a draft, an attachment and a period, and a backup."""
    vault = FolderVault(folder, Clock(), CHEAP)
    vault.create(FIRST, PASSWORD)
    vault.confirm_recovery()
    vault.people.add(SECOND, Role.COORDINATOR, OTHER_PASSWORD, PASSWORD)
    id_ = add(vault, small())
    with vault.work() as work:
        work.drafts.keep(id_, "f1.description", "half getypt")
        work.commit()
    retention.keep_rules(vault.work(), [RULE], vault.people.me)
    retention.set_period(vault.work(), id_, RULE, date(2026, 6, 2), vault.people.me)
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "brief.txt"
        path.write_bytes(TEXT)
        taken = vault.attachments.take_in(str(path), lambda _done, _size: None, lambda: False)
    assert taken
    attachments.attach(vault.work(), id_, "document/d1", taken)
    vault.back_up()
    vault.lock()


if __name__ == "__main__":
    keep(OLD / REVISIONS[-1])
