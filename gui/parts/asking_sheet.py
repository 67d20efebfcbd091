# SPDX-License-Identifier: EUPL-1.2
"""A sheet that asks before there is anything to keep: all that stands in it is a draft, and comes back as such."""

from __future__ import annotations

from gui.parts.badge import Tone
from gui.parts.field import Field
from gui.parts.notice import Notice
from gui.parts.side_sheet import SideSheet


class AskingSheet(SideSheet):
    """Emits `drafted(name, text)` for each field that stands otherwise; "Annuleer" throws all of it away.

    Subclasses call `hold(name, field)` for each field, `propose(name, value)` to fill in what is likely, and `forget()`
    when it was made into something. `RESTORED` is said when there was a draft.
    """

    RESTORED = "Dit had u al ingevuld en nog niet vastgelegd. Met Annuleer begint u opnieuw."

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._notice = self.add(Notice())
        self.fields: dict[str, Field] = {}
        self._kept: dict[str, str] = {}
        self._first: dict[str, str] = {}
        self._likely: dict[str, str] = {}

    def hold(self, name: str, field: Field) -> Field:
        """Take a field in and give it back."""
        self.fields[name] = field
        self._begin(name)
        self._likely[name] = self._kept[name]
        field.edited.connect(self._keep)
        field.drafted.connect(self._keep)
        return field

    def propose(self, name: str, value: object) -> None:
        """Fill in what is likely; the user sees it, and it is no draft."""
        self.fields[name].load(value)
        self._begin(name)
        self._likely[name] = self._kept[name]

    def restore(self, drafts: dict[str, str]) -> None:
        """Show what was kept; a field in which somebody typed before it came keeps what is newer."""
        untouched = {name for name, text in self._drafts().items() if text == self._first[name]}
        for name in drafts.keys() & untouched:
            self.fields[name].restore(drafts[name])
            self._begin(name)
            self._notice.show_text(Tone.INFO, self.RESTORED)

    def flush(self) -> None:
        for field in self.fields.values():
            field.flush()
        self._keep()

    def cancel(self) -> None:
        self.flush()
        self.forget()
        self.closed.emit()

    def forget(self) -> None:
        """Throw the drafts away."""
        for name in self.fields:
            self.drafted.emit(name, "")

    def _begin(self, name: str) -> None:
        """Take what stands in a field as what it begins with."""
        self._kept[name] = self._first[name] = self.fields[name].as_draft()

    def _keep(self) -> None:
        """Hand on what stands otherwise in a field than was handed on before; what was proposed is no draft."""
        drafts = self._drafts()
        changed = {name: text for name, text in drafts.items() if text != self._kept[name]}
        self._kept = drafts
        for name, text in changed.items():
            self.drafted.emit(name, "" if text == self._likely[name] else text)

    def _drafts(self) -> dict[str, str]:
        return {name: field.as_draft() for name, field in self.fields.items()}
