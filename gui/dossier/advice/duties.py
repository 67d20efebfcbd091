# SPDX-License-Identifier: EUPL-1.2
"""What the statute makes the authority do: when, on which basis, and whether it was done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal

from assessment.dates import tell
from assessment.outcome import Duty
from gui.parts.button import button
from gui.parts.card import Card
from gui.parts.label import Prose
from gui.parts.link_rows import Link, LinkRows
from gui.parts.timing import days_left, tone_of
from gui.parts.visible import set_shown

PLACE = "events"


class DutiesCard(Card):
    """Emits `asked(place)`: a duty is fulfilled by the event that is recorded in step 1."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Taken uit de wet", "Een taak is klaar als de gebeurtenis erbij is vastgelegd.")
        self._none = self.add(Prose("Er zijn nu geen taken.", "muted"))
        self._links = self.add(LinkRows(framed=True))
        self._links.asked.connect(self.asked)
        self.corner(button("Leg een gebeurtenis vast", "calendar", on_click=lambda: self.asked.emit(PLACE)))

    def show_duties(self, duties: Iterable[Duty], today: date) -> None:
        """Show the duties: what is still to be done first, then what was done."""
        order = sorted(duties, key=lambda one: (one.fulfilled, one.due or date.max, one.id))
        self._links.show_links(tuple(_link(one, today) for one in order))
        set_shown(self._none, not order)


def _link(duty: Duty, today: date) -> Link:
    if duty.fulfilled:
        return Link(PLACE, duty.text, f"Gedaan · {duty.basis}", "done", "ok")
    if duty.due is None:
        return Link(PLACE, duty.text, f"Nog te doen, geen datum · {duty.basis}", "clock", "unknown")
    when = f"Uiterlijk {tell(duty.due)} · {days_left(duty.due, today)}"
    return Link(PLACE, duty.text, f"{when} · {duty.basis}", "clock", tone_of(duty.due, today).value)
