# SPDX-License-Identifier: EUPL-1.2
"""What the steps of an open dossier may use beside it, joined with the store."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial

from assessment.errors import Hindrance
from assessment.found import Asked
from assessment.ports import DossierId, Vault
from assessment.services import noting
from assessment.services.elsewhere import occurs_elsewhere
from gui.assembly import Parts
from gui.dossier.attaching import Attaching
from gui.dossier.step_page import Answer, Tools
from gui.shell.lanes import Lanes

Open = Callable[[str, str, str], None]


def tools_of(parts: Parts, vault: Vault, lanes: Lanes, id_: DossierId, taken: Collection[str], open_: Open) -> Tools:
    """Make the tools of one dossier; `open_` leaves it for another."""

    def note(what: Callable[..., None], *told: object) -> None:
        lanes.store.run(lambda: what(vault.work(), id_, *told))

    def ask_elsewhere(asked: Asked, reason: str, then: Answer, hindered: Callable[[Hindrance], None]) -> None:
        lanes.store.run(lambda: occurs_elsewhere(vault.work(), id_, asked, reason), then, hindered)

    export, view = partial(note, noting.note_export), partial(note, noting.note_view)
    attaching = Attaching(vault, id_, lanes.store, lanes.files)
    return Tools(
        parts.today, parts.write_pdf, parts.pages, lanes.paper, export, view, vault.user, taken, ask_elsewhere, open_,
        attaching, vault.people.me.id,
    )  # fmt: skip
