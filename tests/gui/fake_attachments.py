# SPDX-License-Identifier: EUPL-1.2
"""Attachments without a disk."""

import time
from datetime import UTC, datetime
from pathlib import Path

from assessment.attachment import Attachment, FileKind, TakenIn

AT = datetime(2026, 6, 2, 12, tzinfo=UTC)


class MemoryAttachments:
    """Files and rows of attachments in lists; `hold` keeps a file from being taken in until it is cancelled."""

    def __init__(self):
        self.content, self.rows, self.hold, self.refusal = {}, {}, False, None

    def take_in(self, path, progress, cancelled, cleaned=False):
        if self.refusal:
            raise self.refusal
        content = Path(path).read_bytes()
        progress(len(content) // 2, len(content))
        while self.hold and not cancelled():
            time.sleep(0.01)
        if cancelled():
            return None
        kind = FileKind.PDF if content.startswith(b"%PDF") else FileKind.TEXT
        self.content[path] = content
        return TakenIn(path, Path(path).name, kind, len(content), b"", "anders" if cleaned else "")

    def let_go(self, taken):
        del self.content[taken.file]

    def read(self, id_):
        return self.content[self.rows[id_][2]]

    def write_out(self, id_, path, progress, cancelled):
        Path(path).write_bytes(self.read(id_))
        return True

    def sweep(self):
        return 0

    def add(self, dossier, owner, taken):
        id_ = f"b{len(self.rows) + 1}"
        made = Attachment(id_, owner, taken.name, taken.kind, taken.size, AT, "T. Ester")
        self.rows[id_] = (dossier, made, taken.file)
        return made

    def of(self, dossier):
        return tuple(one for found, one, _ in self.rows.values() if found == dossier)

    def remove(self, id_):
        del self.rows[id_]
