# SPDX-License-Identifier: EUPL-1.2
"""Which dossiers of the store would get another result under the newest catalogue: told, and none of them changed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.ports import DossierId, DossierRow, Vault
from assessment.services import dossiers as service
from gui.parts.link_rows import Link
from gui.settings.page import SettingsPage
from gui.shell.lanes import Lanes

if TYPE_CHECKING:
    from assessment.services.new_catalogue import Effect

EVERY = 1_000_000
"""Dossiers, when each of them matters."""


class StoreReport(QObject):
    """Goes through the dossiers one by one, so that what the officer does meanwhile comes in between.

    `gone_on(done, all)` after each, `finished(summary, others)` at the end: `others` are the (id, reference) of those
    that would get another result.
    """

    gone_on = Signal(int, int)
    finished = Signal(str, object)

    def __init__(
        self, vault: Vault, lanes: Lanes, newest: Catalogue, catalogue_of: Callable[[Dossier], Catalogue]
    ) -> None:
        super().__init__()
        self._vault, self._lanes, self._newest, self._catalogue_of = vault, lanes, newest, catalogue_of
        self._waiting: list[DossierId] = []
        self._count = 0
        self._effects: list[tuple[DossierId, Effect]] = []

    def start(self) -> None:
        """Begin with the list of the store."""
        self._lanes.store.run(lambda: service.find(self._vault.work(), "", EVERY), self._on_rows)

    def _on_rows(self, rows: tuple[DossierRow, ...]) -> None:
        self._waiting = [row.id for row in reversed(rows)]
        self._count = len(rows)
        self._go_on()

    def _go_on(self) -> None:
        self.gone_on.emit(self._count - len(self._waiting), self._count)
        if not self._waiting:
            self._finish()
            return
        id_ = self._waiting.pop()
        self._lanes.store.run(lambda: self._fetch(id_), lambda dossier: self._on_dossier(id_, dossier))

    def _fetch(self, id_: DossierId) -> Dossier:
        with self._vault.work() as work:
            return work.dossiers.get(id_)

    def _on_dossier(self, id_: DossierId, dossier: Dossier) -> None:
        if not service.may_go_over(dossier, self._newest):
            self._go_on()
            return

        def compute() -> Effect:
            from assessment.services.new_catalogue import effect

            return effect(dossier, self._catalogue_of(dossier), self._newest)

        def keep(found: Effect) -> None:
            self._effects.append((id_, found))
            self._go_on()

        self._lanes.sums.run(compute, keep)

    def _finish(self) -> None:
        from assessment.services.new_catalogue import Report
        from assessment.services.transition import summary

        others = tuple((id_, one.reference) for id_, one in self._effects if one.is_another_result)
        self.finished.emit(summary(Report(tuple(one for _, one in self._effects), ())), others)


def show_report(page: SettingsPage, report: StoreReport) -> None:
    """Begin a report and show on the page how far it is, and then what came out."""
    report.gone_on.connect(lambda done, count: page.show_report(f"Bekeken: {done} van {count}."))
    report.finished.connect(
        lambda told, others: page.show_report(told, tuple(Link(id_, reference) for id_, reference in others))
    )
    report.start()
