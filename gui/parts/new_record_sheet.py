# SPDX-License-Identifier: EUPL-1.2
"""A sheet that asks what a new record cannot do without, and only then makes it: nothing is filled in by guessing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from assessment.known import NOT_KNOWN
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.choices import Choices
from gui.parts.field import Field
from gui.parts.field_spec import FieldSpec, make_field
from gui.parts.form import Form
from gui.parts.notice import Notice
from gui.parts.side_sheet import SideSheet

RESTORED = "Dit had u al ingevuld en nog niet vastgelegd. Met Annuleer begint u opnieuw."


class NewRecordSheet(SideSheet):
    """Emits `made(values)` (attribute → value) and closes, once each field with a `needed` sentence is filled.

    There is no record yet, so everything in it is a draft until then; "Annuleer" throws that away.
    """

    made = Signal(object)

    def __init__(self, title: str, specs: Sequence[FieldSpec], choices: Choices | None = None, verb: str = "") -> None:
        super().__init__(title)
        self._specs = tuple(specs)
        self._notice = Notice()
        self.fields: dict[str, Field] = {}
        form = Form()
        for spec in specs:
            field = self.fields[spec.attr] = make_field(spec, choices or Choices())
            field.load(spec.empty)
            field.edited.connect(self._keep)
            field.drafted.connect(self._keep)
            form.add(spec.label, field, spec.help)
        self.add(self._notice)
        self.add(form)
        self.verb = self.ask(button(verb or title, "plus", Rank.PRIMARY, self._on_make))
        self._kept = self._drafts()

    def suggest(self, **values: object) -> None:
        """Fill in what is likely; the user sees it before it is recorded."""
        for attr, value in values.items():
            self.fields[attr].load(value)
        self._kept = self._drafts()

    def restore(self, drafts: dict[str, str]) -> None:
        for attr in drafts.keys() & self.fields.keys():
            self.fields[attr].restore(drafts[attr])
            self._notice.show_text(Tone.INFO, RESTORED)
        self._kept = self._drafts()

    def flush(self) -> None:
        for field in self.fields.values():
            field.flush()
        self._keep()

    def cancel(self) -> None:
        self.flush()
        self._forget()
        self.closed.emit()

    def focus_first(self) -> None:
        next(iter(self.fields.values())).setFocus()

    def _on_make(self) -> None:
        self.verb.setFocus()  # a field that is left says what is wrong with it
        self.flush()
        values = {attr: field.value() for attr, field in self.fields.items()}
        wrong = next((field for field in self.fields.values() if field.problem), None)
        missing = next((one for one in self._specs if one.needed and _is_empty(values[one.attr])), None)
        if wrong or missing:
            self._notice.show_text(Tone.WARN, wrong.problem if wrong else missing.needed)
            (wrong or self.fields[missing.attr]).setFocus()
            return
        self._forget()
        self.made.emit(values)
        self.closed.emit()

    def _keep(self) -> None:
        """Hand on what stands otherwise in a field than was handed on before."""
        drafts = self._drafts()
        changed = {attr: text for attr, text in drafts.items() if text != self._kept[attr]}
        self._kept = drafts
        for attr, text in changed.items():
            self.drafted.emit(attr, text)

    def _forget(self) -> None:
        for attr in self.fields:
            self.drafted.emit(attr, "")

    def _drafts(self) -> dict[str, str]:
        return {attr: field.as_draft() for attr, field in self.fields.items()}


def _is_empty(value: object) -> bool:
    return value is NOT_KNOWN or value == "" or value is None
