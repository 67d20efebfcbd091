# SPDX-License-Identifier: EUPL-1.2
"""A form over one frozen value: each edit gives a new value, and nothing needs to be confirmed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from assessment.known import NOT_KNOWN
from gui.parts.choices import Choices
from gui.parts.field import Field
from gui.parts.field_spec import FieldSpec, Kind, make_field, read, write
from gui.parts.form import FieldRow, Form

_WIDE = (Kind.LONG_TEXT, Kind.SOURCES, Kind.PARTIES, Kind.TAGS, Kind.PERIOD, Kind.SEVERAL)


class RecordForm(QWidget):
    """Shows a record by a table of FieldSpec: `changed(record)` after each edit, `drafted(attr, text)`.

    With more columns, fields of the kinds `wide` take the whole width.
    """

    changed = Signal(object)
    drafted = Signal(str, str)

    def __init__(
        self,
        specs: Sequence[FieldSpec],
        choices: Choices | None = None,
        columns: int = 1,
        wide: Collection[Kind] = _WIDE,
    ) -> None:
        super().__init__()
        self._record: Any = None
        self._wide = wide
        self._specs = {spec.attr: spec for spec in specs}
        self.fields: dict[str, Field] = {}
        self._rows: dict[str, FieldRow] = {}
        form = Form(columns)
        for spec in specs:
            self._add(form, spec, choices or Choices())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(form)

    def record(self) -> Any:
        """Give the record as it now stands."""
        return self._record

    def load(self, record: Any) -> None:
        """Show another record."""
        self._record = record
        for attr, field in self.fields.items():
            field.load(read(record, attr))
        self._choose_rows()

    def show_record(self, record: Any) -> None:
        """Show what the same record holds now; leaves alone what is being typed."""
        self._record = record
        for attr, field in self.fields.items():
            field.set_value(read(record, attr))
        self._choose_rows()

    def restore(self, drafts: dict[str, str]) -> None:
        """Show half-typed text from earlier (attr → text)."""
        for attr, text in drafts.items():
            if attr in self.fields:
                self.fields[attr].restore(text)

    def flush(self) -> None:
        """Hand on what was typed and is still waiting."""
        for field in self.fields.values():
            field.flush()

    def focus(self, attr: str = "") -> None:
        """Put the keyboard in a field, or in the first."""
        field = self.fields.get(attr) or next(iter(self.fields.values()))
        field.setFocus()

    def _add(self, form: Form, spec: FieldSpec, choices: Choices) -> None:
        field = make_field(spec, choices)
        row = FieldRow(spec.label, field, spec.help)
        field.edited.connect(lambda value: self._on_edited(spec, value))
        field.drafted.connect(lambda text: self.drafted.emit(spec.attr, text))
        self.fields[spec.attr], self._rows[spec.attr] = field, row
        form.add_row(row, wide=spec.kind in self._wide)

    def _on_edited(self, spec: FieldSpec, value: object) -> None:
        if value is NOT_KNOWN and spec.empty is not NOT_KNOWN and spec.kind in (Kind.CHOICE, Kind.SEARCH, Kind.PARTY):
            value = spec.empty
        self._record = write(self._record, spec, value)
        self._choose_rows()
        self.changed.emit(self._record)

    def _choose_rows(self) -> None:
        """Ask only what is to be asked of this record."""
        for attr, row in self._rows.items():
            row.setVisible(self._specs[attr].shown(self._record))
