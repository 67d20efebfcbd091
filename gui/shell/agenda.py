# SPDX-License-Identifier: EUPL-1.2
"""Bringing the agenda from the store to its page."""

from __future__ import annotations

from datetime import date

from assessment.catalogue.catalogue import Catalogue
from assessment.ports import Vault
from assessment.services import dossiers as service
from assessment.services.agenda import AgendaEntry, agenda
from gui.dossiers.agenda_page import AgendaPage
from gui.shell.lanes import Lanes
from gui.shell.store_report import EVERY


def show_agenda(page: AgendaPage, vault: Vault, lanes: Lanes, catalogue: Catalogue, today: date) -> None:
    """Show what is late and what the coming days ask, over all dossiers."""

    def show(entries: tuple[AgendaEntry, ...]) -> None:
        page.show_entries(entries, catalogue)
        page.focus_first()

    lanes.store.run(lambda: agenda(service.find(vault.work(), "", EVERY), today), show)
