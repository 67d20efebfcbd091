# SPDX-License-Identifier: EUPL-1.2
"""The framework of weighing (weighing.md): thresholds, rows of the decision table and the words of reasons.

None of this stands in the statute, which gives criteria and no formula; a municipality may change a value here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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


@dataclass(frozen=True, slots=True)
class Setting:
    """One value that weighs: its name, why it is what it is, and where that comes from."""

    id: str
    value: Decimal
    name: str
    reason: str
    source: str


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
    return Framework(settings, rows, reasons)


def _setting(entry: Entry, id_: str) -> Setting:
    return Setting(id_, entry.number("value"), entry.text("name"), entry.text("reason"), entry.text("source"))


def _row(entry: Entry, id_: str) -> Row:
    return Row(
        id_,
        entry.choice("ground", Ground),
        entry.choice("degree", Degree),
        entry.text("text"),
        entry.text("reason"),
        entry.text("source"),
        entry.text("name"),
    )
