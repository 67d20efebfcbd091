# SPDX-License-Identifier: EUPL-1.2
"""Where the typist types: a field of each kind, how one gets there, and where its text is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from assessment.dossier.dossier import Dossier
from tests.journeys.officer import Officer

Kept = Callable[[Dossier, Mapping[str, str]], Any]


@dataclass(frozen=True)
class Spot:
    """A field: its step, the table and the row that open its sheet (or none), its label, and where its text is kept.

    Without a step it is on the sheet of a new dossier.
    """

    step: str
    label: str
    kept: Kept
    table: str = ""
    row: str = ""

    def opens(self, officer: Officer) -> None:
        """Go there."""
        if not self.step:
            officer.keys(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
            officer.waits_until(lambda: officer.sees(self.label) and officer.window.lanes.store.is_idle, self.label)
            return
        officer.opens_step(self.step)
        if self.table:
            officer.opens_row(self.table, self.row)


def _item(dossier: Dossier, id_: str) -> Any:
    return next(one for one in dossier.information if one.id == id_)


SPOTS = {
    "text": Spot("Aanvraag", "Reden voor deze route", lambda dossier, _: dossier.application.route_reason),
    "line": Spot("Aanvraag", "Activiteit", lambda dossier, _: dossier.application.activity),
    "sheet": Spot("Informatie", "Inhoud", lambda dossier, _: _item(dossier, "i7").content, "Informatie", "i7"),
    "draft": Spot("Informatie", "Bewaren tot", lambda _, drafts: drafts.get("i8.keep_until", ""), "Informatie", "i8"),
    "new": Spot("", "Naam van betrokkene", lambda _, drafts: drafts.get("new.subject", "")),
    "reasons": Spot("Weging", "Redenen bij de a-grond", lambda dossier, _: dossier.conclusion.a.reasons),
}
