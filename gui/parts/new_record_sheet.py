# SPDX-License-Identifier: EUPL-1.2
"""A sheet that asks what a new record cannot do without, and only then makes it: nothing is filled in by guessing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from assessment.known import NOT_KNOWN
from gui.parts.asking_sheet import AskingSheet
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.choices import Choices
from gui.parts.field_spec import FieldSpec, make_field
from gui.parts.form import FieldRow, Form


class NewRecordSheet(AskingSheet):
    """Emits `made(values)` (attribute → value) and closes, once each field with a `needed` sentence is filled."""

    made = Signal(object)

    def __init__(self, title: str, specs: Sequence[FieldSpec], choices: Choices | None = None, verb: str = "") -> None:
        super().__init__(title)
        self.specs = tuple(specs)
        self.rows: dict[str, FieldRow] = {}
        form = Form()
        for spec in specs:
            field = self.hold(spec.attr, make_field(spec, choices or Choices()))
            self.propose(spec.attr, spec.empty)
            self.rows[spec.attr] = FieldRow(spec.label, field, spec.help)
            form.add_row(self.rows[spec.attr])
        self.add(form)
        self.verb = self.ask(button(verb or title, "plus", Rank.PRIMARY, self._on_make))

    def suggest(self, **values: object) -> None:
        """Fill in what is likely; the user sees it before it is recorded."""
        for attr, value in values.items():
            self.propose(attr, value)

    def focus_first(self) -> None:
        next(iter(self.fields.values())).setFocus()

    def values(self) -> dict[str, object]:
        """Give what stands in the fields."""
        return {attr: field.value() for attr, field in self.fields.items()}

    def _on_make(self) -> None:
        self.verb.setFocus()  # a field that is left says what is wrong with it
        self.flush()
        values = self.values()
        wrong = next((self.fields[attr] for attr in values if self.fields[attr].problem), None)
        missing = next((one for one in self.specs if one.needed and _is_empty(values[one.attr])), None)
        if wrong or missing:
            self._notice.show_text(Tone.WARN, wrong.problem if wrong else missing.needed)
            (wrong or self.fields[missing.attr]).setFocus()
            return
        self.forget()
        self.made.emit(values)
        self.closed.emit()


def _is_empty(value: object) -> bool:
    return value is NOT_KNOWN or value == "" or value is None
