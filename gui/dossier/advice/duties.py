# SPDX-License-Identifier: EUPL-1.2
"""What the statute makes the authority do: when, on which basis, and whether it was done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal

from assessment.dates import tell
from assessment.outcome import Duty
from gui.dossier.duty_tip import duty_tip
from gui.dossier.places import place_of_duty
from gui.parts.button import button
from gui.parts.card import Card
from gui.parts.label import Prose
from gui.parts.link_rows import Link, LinkRows
from gui.parts.timing import days_left, tone_of
from gui.parts.visible import set_shown

EVENTS = "events"


class DutiesCard(Card):
    """Emits `asked(place)`: where a duty is fulfilled, most of them by an event that is recorded in step 1."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Taken uit de wet", "Kies een taak om vast te leggen dat zij is gedaan.")
        self._none = self.add(Prose("Er zijn nu geen taken.", "muted"))
        self._links = self.add(LinkRows(framed=True))
        self._links.asked.connect(self.asked)
        self.corner(button("Leg een gebeurtenis vast", "calendar", on_click=lambda: self.asked.emit(EVENTS)))

    def show_duties(self, duties: Iterable[Duty], today: date) -> None:
        """Show the duties: what is still to be done first, then what was done."""
        order = sorted(duties, key=lambda one: (one.fulfilled, one.due or date.max, one.id))
        self._links.show_links(tuple(_link(one, today) for one in order))
        set_shown(self._none, not order)


def _link(duty: Duty, today: date) -> Link:
    place, tip = place_of_duty(duty), duty_tip(duty)
    if duty.fulfilled:
        return Link(place.partition(".")[0], duty.text, f"Gedaan · {duty.basis}", "done", "ok")
    if duty.due is None:
        return Link(place, duty.text, f"Nog te doen, geen datum · {duty.basis}", "clock", "unknown", tip=tip)
    when = f"Uiterlijk {tell(duty.due)} · {days_left(duty.due, today)}"
    return Link(place, duty.text, f"{when} · {duty.basis}", "clock", tone_of(duty.due, today).value, tip=tip)
