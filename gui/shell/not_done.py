# SPDX-License-Identifier: EUPL-1.2
"""What must end before the pages of an open store may be made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import SignalInstance

if TYPE_CHECKING:
    from gui.shell.desk import Desk
    from gui.shell.workplace import Workplace


def not_done(desk: Desk, place: Workplace) -> SignalInstance | None:
    """Give the signal to wait for, or none: a sheet can hold what is shown only once, such as a recovery key."""
    if sheet := place.open_sheet():
        return sheet.closed
    if place.room != "settings":  # nobody is taken out of the work for it
        return place.room_shown
    return None if desk.is_settled else desk.settled
