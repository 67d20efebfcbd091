# SPDX-License-Identifier: EUPL-1.2
"""Reading the attachments of a backup with the keys that stand in it; nothing there is believed unchecked."""

from __future__ import annotations

from typing import Any, Final

from assessment.errors import DamagedStore
from storage.attachments.check import ReadFiles, fault_of
from storage.attachments.row import Row
from storage.sealing import Sealer
from storage.store_files import StoreFiles

_HAS: Final = "SELECT 1 FROM sqlite_master WHERE name = 'attachment'"
_ALL: Final = "SELECT id, dossier, file, size, digest, key FROM attachment ORDER BY dossier, id"
_SEALED: Final = ("size", "digest", "key")
_KINDS: Final = (str, int, bytes, bytes)
_ROW: Final = "wat er over deze bijlage staat, is beschadigd of hoort bij een andere"


def attachments_in(
    connection: Any, copy: StoreFiles, read: ReadFiles, sealer: Sealer | None = None
) -> tuple[int, tuple[str, ...]]:
    """Count the attachments that would come back and tell what is wrong with them, by id.

    In a sealed backup `sealer` has the keys; of a dossier that it has forgotten nothing is looked at.
    """
    if not connection.execute(_HAS).fetchone():
        return 0, ()
    number, faults = 0, []
    for id_, dossier, file, *values in connection.execute(_ALL):
        if sealer and not sealer.has(dossier):
            continue
        number += 1
        row = _row(file, _unsealed(sealer, dossier, id_, values) if sealer else values)
        if what := read.fault(copy.attachments, row) if row else _ROW:
            faults.append(str(fault_of(id_, what)))
    return number, tuple(faults)


def _unsealed(sealer: Sealer, dossier: int, id_: str, values: list[Any]) -> list[Any]:
    try:
        return [
            sealer.unseal(dossier, f"attachment.{name}", id_, one) for name, one in zip(_SEALED, values, strict=True)
        ]
    except DamagedStore:
        return []


def _row(file: Any, values: list[Any]) -> Row | None:
    """Make the row, where it holds what belongs in it."""
    if not all(isinstance(one, kind) for one, kind in zip((file, *values), _KINDS, strict=False)) or len(values) != 3:
        return None
    size, digest, key = values
    return Row("", size, digest, file, bytearray(key))
