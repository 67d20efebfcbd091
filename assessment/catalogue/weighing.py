# SPDX-License-Identifier: EUPL-1.2
"""The framework of weighing (weighing.md): thresholds, rows of the decision table and the words of reasons.

None of this stands in the statute, which gives criteria and no formula. A municipality may change a value between the
bounds that stand with it, in a layer of its own; what it changed is told with every reason (weighing.md no. 19).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum
from typing import Final

from assessment.catalogue.reading import Entry, by_id
from assessment.catalogue.wording import Sentence
from assessment.degree import Degree

SETTINGS: Final = (
    "control_share",
    "large_benefit",
    "unexplained_share",
    "recent_years",
    "short_text_years",
    "advice_fresh_years",
    "advice_use_years",
    "serious_facts",
    "serious_suspicions",
    "same_kind_facts",
    "unanswered_invitations",
    "turnover_jump",
    "shortly_before_years",
    "sets_told",
)
ROWS: Final = (
    "a-serious-1",
    "a-lesser-1",
    "b-serious-1",
    "b-serious-2",
    "b-serious-3",
    "b-lesser-1",
    "deemed-serious",
    "none",
    "undetermined",
)


class Ground(StrEnum):
    """The grounds of art. 3 par. 1; `any` for a row that holds for both."""

    A = "a"
    B = "b"
    ANY = "any"


WHOLE: Final = frozenset(
    {"serious_facts", "serious_suspicions", "same_kind_facts", "unanswered_invitations", "sets_told"}
)
"""Settings that count things."""

_NUMERALS: Final = {2: "twee", 3: "drie", 4: "vier", 5: "vijf"}


@dataclass(frozen=True, slots=True)
class Bounds:
    """Between which values a municipality may set something, and why not further."""

    least: Decimal
    most: Decimal
    reason: str


@dataclass(frozen=True, slots=True)
class Setting:
    """One value that weighs: its name, why it is what it is, and where that comes from.

    Without `bounds` nobody changes it. `grounds` are those (a, b) on which it bears; the others bear on checks.
    `changed_by` names the municipality that changed it, `shipped` is then the value that it had.
    """

    id: str
    value: Decimal
    name: str
    reason: str
    source: str
    bounds: Bounds | None = None
    grounds: tuple[str, ...] = ()
    changed_by: str = ""
    shipped: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the decision table: the degree that it gives, and when, in words."""

    id: str
    ground: Ground
    degree: Degree
    text: str
    reason: str
    source: str
    name: str = ""
    """How people call it: `rij b-2`."""
    pattern: str = ""
    """The text with the names of settings between braces, where a count stands in it."""


@dataclass(frozen=True, slots=True)
class Framework:
    """The whole framework; `reasons` are the sentences in which the weighing explains itself."""

    settings: Mapping[str, Setting] = field(default_factory=dict)
    rows: Mapping[str, Row] = field(default_factory=dict)
    reasons: Mapping[str, Sentence] = field(default_factory=dict)

    def value(self, setting: str) -> Decimal:
        """Give the value of a setting."""
        return self.settings[setting].value

    def whole(self, setting: str) -> int:
        """Give the value of a setting that counts things."""
        return int(self.settings[setting].value)

    def changed(self, ground: str) -> tuple[Setting, ...]:
        """Give the settings that a municipality changed and that bear on a ground."""
        return tuple(one for one in self.settings.values() if one.changed_by and ground in one.grounds)

    def with_settings(self, settings: Mapping[str, Setting]) -> Framework:
        """Put other settings in place of those of the same name; the rows tell the new counts."""
        merged = {**self.settings, **settings}
        rows = {id_: replace(row, text=_counted(row.pattern, merged)) for id_, row in self.rows.items()}
        return replace(self, settings=merged, rows=rows)


NO_FRAMEWORK: Final = Framework()


def read_framework(top: Entry) -> Framework:
    """Read `weighing.yaml`; a setting or row that the program needs and does not find is a fault."""
    settings = by_id(top, "settings", _setting)
    rows = by_id(top, "rows", _row)
    reasons = by_id(top, "reasons", lambda entry, id_: Sentence(id_, entry.text("text"), entry.text("source")))
    for needed, found, key in ((SETTINGS, settings, "settings"), (ROWS, rows, "rows")):
        for id_ in needed:
            if id_ not in found:
                top.fault(key, f"{id_} ontbreekt")
    for id_, row in rows.items():
        if strange := sorted(Sentence(id_, row.pattern, "").places - (settings.keys() & WHOLE)):
            top.fault("rows", f"{id_} heeft een plaats die het programma niet invult: {', '.join(strange)}")
            return Framework(settings, rows, reasons)
    return Framework(settings, rows, reasons).with_settings({})


def _counted(pattern: str, settings: Mapping[str, Setting]) -> str:
    counts = {id_: int(one.value) for id_, one in settings.items() if id_ in WHOLE}
    return Sentence("", pattern, "").filled(**{id_: _NUMERALS.get(one, str(one)) for id_, one in counts.items()})


def _setting(entry: Entry, id_: str) -> Setting:
    value = entry.whole("value") if id_ in WHOLE else entry.number("value")
    setting = Setting(
        id_,
        Decimal(value),
        entry.text("name"),
        entry.text("reason"),
        entry.text("source"),
        _bounds(entry.entry("bounds")) if "bounds" in entry.keys else None,
        entry.texts("grounds", needed=False),
    )
    if setting.bounds and not setting.bounds.least <= setting.value <= setting.bounds.most:
        entry.fault("value", f"dit ligt niet tussen {setting.bounds.least} en {setting.bounds.most}")
    return setting


def _bounds(entry: Entry) -> Bounds:
    bounds = Bounds(entry.number("least"), entry.number("most"), entry.text("reason"))
    entry.close()
    return bounds


def _row(entry: Entry, id_: str) -> Row:
    pattern = entry.text("text")
    return Row(
        id_,
        entry.choice("ground", Ground),
        entry.choice("degree", Degree),
        pattern,
        entry.text("reason"),
        entry.text("source"),
        entry.text("name"),
        pattern,
    )
