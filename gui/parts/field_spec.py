# SPDX-License-Identifier: EUPL-1.2
"""A form as a table: which attribute of a frozen value, under which label, in which kind of field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from enum import Enum, auto
from typing import Any

from assessment.known import NOT_KNOWN, NOT_KNOWN_WORD
from assessment.money import LARGEST_COUNT
from gui.parts.chips import ChipPicker, PartiesPicker, SourcePicker, TagList
from gui.parts.choice_field import ChoiceField
from gui.parts.choices import Choices
from gui.parts.date_field import DateField, PeriodField
from gui.parts.field import Field
from gui.parts.long_text import LongTextField
from gui.parts.number_fields import DecimalField, MoneyField, PercentField, WholeField
from gui.parts.segmented import TriField
from gui.parts.typed_field import TextField, TypedField


class Kind(Enum):
    """The kinds of field that a form can hold."""

    TEXT = auto()
    LONG_TEXT = auto()
    DATE = auto()
    DAY = auto()
    NUMBER = auto()
    COUNT = auto()
    DECIMAL = auto()
    PERIOD = auto()
    MONEY = auto()
    PERCENT = auto()
    CHOICE = auto()
    SEARCH = auto()
    TRI = auto()
    PARTY = auto()
    PARTIES = auto()
    SOURCES = auto()
    TAGS = auto()
    SEVERAL = auto()


def _always(_record: Any) -> bool:
    return True


@dataclass(frozen=True)
class FieldSpec:
    """One field of a form.

    `attr` may name a part of a part (`benefit.amount`); then `within` makes that part when it is not there yet.
    `words` and `make` serve CHOICE and SEARCH (code → word; the enumeration), `words` also SEVERAL. `none_word` lets
    the user say *none*; `unknown_word` is what CHOICE says instead of "niet bekend".
    `empty` is what an empty field means; `needed` is the sentence that asks for it where it cannot stay empty.
    `check` gives a sentence about what cannot be right: of a TEXT it gets the text, of a DATE the date.
    `shown(record)` says whether the field is asked of this record.
    """

    attr: str
    label: str
    kind: Kind = Kind.TEXT
    help: str = ""
    words: Mapping[str, str] = field(default_factory=dict)
    make: Callable[[str], object] = str
    none_word: str = ""
    empty: object = NOT_KNOWN
    within: Callable[[], Any] | None = None
    shown: Callable[[Any], bool] = _always
    may_be_unknown: bool = True
    unknown_word: str = NOT_KNOWN_WORD
    needed: str = ""
    check: Callable[[Any], str] | None = None


def read(record: Any, attr: str) -> Any:
    """Read an attribute, or a part of a part; NOT_KNOWN where the part is missing."""
    value = record
    for name in attr.split("."):
        value = getattr(value, name, NOT_KNOWN) if value is not None else NOT_KNOWN
    return value


def write(record: Any, spec: FieldSpec, value: Any) -> Any:
    """Give the record with another value at `spec.attr`; a part that was emptied again is what it was before."""
    outer, _, inner = spec.attr.partition(".")
    if not inner:
        return replace(record, **{outer: value})
    part = getattr(record, outer)
    if not hasattr(part, inner):
        part = spec.within() if spec.within else part
    part = replace(part, **{inner: value})
    if spec.within and part == spec.within():
        part = next(one.default for one in fields(record) if one.name == outer)
    return replace(record, **{outer: part})


def make_field(spec: FieldSpec, choices: Choices) -> Field:
    """Make the field for a spec."""
    field = _MAKERS[spec.kind](spec, choices)
    if isinstance(field, TypedField):
        field.needed = spec.needed
    if isinstance(field, (TextField, DateField)) and spec.check is not None:
        field.check = spec.check
    return field


def _choice(spec: FieldSpec, words: Mapping[str, str], *, search: bool) -> Field:
    field = ChoiceField(
        spec.label, words, make=spec.make, none_word=spec.none_word, may_be_unknown=spec.may_be_unknown, search=search
    )
    field.name_unknown(spec.unknown_word)
    return field


_MAKERS: dict[Kind, Callable[[FieldSpec, Choices], Field]] = {
    Kind.TEXT: lambda spec, _: TextField(spec.label, none_word=spec.none_word, empty=spec.empty),
    Kind.LONG_TEXT: lambda spec, _: LongTextField(spec.label, empty=spec.empty),
    Kind.DATE: lambda spec, _: DateField(spec.label, none_word=spec.none_word, empty=spec.empty),
    Kind.DAY: lambda spec, _: DateField(spec.label, none_word=spec.none_word, empty=spec.empty, whole_day=True),
    Kind.NUMBER: lambda spec, _: WholeField(spec.label, none_word=spec.none_word, empty=spec.empty),
    Kind.COUNT: lambda spec, _: WholeField(
        spec.label, none_word=spec.none_word, empty=spec.empty, highest=LARGEST_COUNT
    ),
    Kind.DECIMAL: lambda spec, _: DecimalField(spec.label, none_word=spec.none_word, empty=spec.empty),
    Kind.PERIOD: lambda spec, _: PeriodField(spec.label),
    Kind.MONEY: lambda spec, _: MoneyField(spec.label, none_word=spec.none_word, empty=spec.empty),
    Kind.PERCENT: lambda spec, _: PercentField(spec.label, none_word=spec.none_word, empty=spec.empty),
    Kind.CHOICE: lambda spec, _: _choice(spec, spec.words, search=False),
    Kind.SEARCH: lambda spec, _: _choice(spec, spec.words, search=True),
    Kind.TRI: lambda spec, _: TriField(spec.label),
    Kind.PARTY: lambda spec, choices: _choice(spec, choices.parties, search=len(choices.parties) > 12),
    Kind.PARTIES: lambda spec, choices: PartiesPicker(spec.label, choices.parties),
    Kind.SOURCES: lambda spec, choices: SourcePicker(spec.label, choices.sources),
    Kind.TAGS: lambda spec, _: TagList(spec.label),
    Kind.SEVERAL: lambda spec, _: ChipPicker(spec.label, spec.words),
}
