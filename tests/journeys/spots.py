# SPDX-License-Identifier: EUPL-1.2
"""Where the typist types: a field of each kind, how one gets there, and where its text is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from assessment.dossier.dossier import Dossier
from assessment.retention import RetentionRule
from assessment.services import retention
from storage.vault import FolderVault
from tests.journeys.officer import Officer

Kept = Callable[[Dossier, Mapping[str, str]], Any]


@dataclass(frozen=True)
class Spot:
    """A field: its step, the table and the row that open its sheet (or none), its label, and where its text is kept.

    Without a step it is on the sheet of a new dossier, or on one in the settings, where `asks` is pressed first.
    """

    step: str
    label: str
    kept: Kept
    table: str = ""
    row: str = ""
    asks: str = ""

    def opens(self, officer: Officer) -> None:
        """Go there."""
        if self.step:
            officer.opens_step(self.step)
        elif self.asks:
            officer.presses("Beheer")
            officer.waits_until(lambda: officer.sees(self.asks), self.asks)
            officer.presses(self.asks)
        else:
            officer.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        if self.table:
            officer.opens_row(self.table, self.row)
        officer.waits_until(lambda: officer.sees(self.label) and officer.window.lanes.store.is_idle, self.label)


def _item(dossier: Dossier, id_: str) -> Any:
    return next(one for one in dossier.information if one.id == id_)


def _drafted(drafts: Mapping[str, str], about: str, field: str) -> str:
    """Give what somebody typed in a sheet; between these words stands who it was."""
    there = (text for place, text in drafts.items() if place.startswith(about) and place.endswith(field))
    return next(there, "")


def allow(vault: FolderVault) -> None:
    """Give the municipality a period: without one, none can be given to a dossier."""
    retention.keep_rules(vault.work(), (RetentionRule("selectielijst 12.1", "besluit genomen", 60),), vault.people.me)


SPOTS = {
    "text": Spot("Aanvraag", "Reden voor deze route", lambda dossier, _: dossier.application.route_reason),
    "line": Spot("Aanvraag", "Activiteit", lambda dossier, _: dossier.application.activity),
    "sheet": Spot("Informatie", "Inhoud", lambda dossier, _: _item(dossier, "i7").content, "Informatie", "i7"),
    "draft": Spot("Informatie", "Bewaren tot", lambda _, drafts: drafts.get("i8.keep_until", ""), "Informatie", "i8"),
    "new": Spot("", "Naam van betrokkene", lambda _, drafts: drafts.get("new.subject", "")),
    "rule": Spot(
        "", "Grond", lambda _, drafts: _drafted(drafts, "new.rule:new:", ".ground"), asks="Voeg een termijn toe"
    ),
    "period": Spot(
        "",
        "Begin van de termijn",
        lambda _, drafts: _drafted(drafts, "period:", ".start"),
        "Dossiers met hun bewaartermijn",
        "BIB-",
        "Welke dossiers: alle",
    ),
    "reasons": Spot("Weging", "Redenen bij de a-grond", lambda dossier, _: dossier.conclusion.a.reasons),
}
