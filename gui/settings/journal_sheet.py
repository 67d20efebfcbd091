# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one line of the journal: who, when, and field by field what was there and what came."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.journal import JournalEntry
from assessment.telling.journal_words import action_told, remark
from assessment.telling.part_changes import Change
from assessment.telling.words import capital
from gui.parts.backup_words import moment
from gui.parts.label import Prose, label, rule
from gui.parts.side_sheet import SideSheet

GONE = "Wat er stond, is niet bewaard: het dossier is vernietigd, of de regel is van een eerdere versie."
_OF_PART = frozenset({"part.added", "part.changed", "part.removed"})


class JournalSheet(SideSheet):
    """Read only."""

    def __init__(self, line: JournalEntry, about: str, changes: Iterable[Change]) -> None:
        super().__init__(capital(action_told(line.action)))
        self.add(Prose(f"{line.actor or 'het programma'}, {moment(line.at)}", "muted"))
        self.add(Prose(about))
        if said := remark(line):
            self.add(label("Doel, reden of opmerking", "label"))
            self.add(Prose(said))
        found = tuple(changes)
        if not found and line.action in _OF_PART:
            self.add(Prose(GONE, "muted"))
        for one in found:
            self.add(rule())
            self._add_change(line, one)

    def _add_change(self, line: JournalEntry, change: Change) -> None:
        self.add(label(change.label, "label"))
        if line.action != "part.added":
            self.add(Prose(f"Was: {change.old}", "muted"))
        if line.action != "part.removed":
            self.add(Prose(f"Werd: {change.new}"))
