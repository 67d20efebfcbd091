# SPDX-License-Identifier: EUPL-1.2
"""Bringing what a search finds from the store to the page of dossiers: the first hits at once, the rest later."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from assessment.catalogue.catalogue import Catalogue
from assessment.found import Hits
from assessment.ports import DossierRow, Vault
from assessment.services.finding import Listed, find_or_sounding, search
from gui.dossiers.page import MOST, DossiersPage
from gui.shell.lanes import Lanes

FIRST, ALL = 20, 200
"""Hits that are shown at once, and at most."""


class Searching:
    """Shows in the page what its words find; `listed` is told the rows. An answer to earlier words is let go."""

    def __init__(
        self, page: DossiersPage, vault: Vault, lanes: Lanes, listed: Callable[[tuple[DossierRow, ...]], None]
    ) -> None:
        self._page, self._vault, self._lanes, self._listed = page, vault, lanes, listed

    def ask(self, words: str, catalogue: Catalogue, today: date) -> None:
        """List the dossiers in which these words occur, and say where."""

        def show(found: Listed) -> None:
            if words == self._page.words():
                self._listed(found.rows)
                self._page.show_rows(found.rows, catalogue, today, by_sound=found.by_sound)

        if words:
            self._ask_hits(words, FIRST)
        self._lanes.store.run(lambda: find_or_sounding(self._vault.work(), words, MOST), show)
        if not words:
            self._page.show_hits(Hits(()), words)

    def _ask_hits(self, words: str, limit: int) -> None:
        def show(found: Hits) -> None:
            if words != self._page.words():
                return
            self._page.show_hits(found, words)
            if limit < ALL and not found.is_all:
                self._ask_hits(words, ALL)

        self._lanes.store.run(lambda: search(self._vault.work(), words, limit), show)
