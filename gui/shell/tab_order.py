# SPDX-License-Identifier: EUPL-1.2
"""The order in which Tab walks: as the eye reads, from left to right and from top to bottom.

Qt walks in the order in which widgets were made. Pages that are made when they are first entered, and lists that are
filled anew, would come last; so the window asks for the places instead.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(root: QWidget) -> list[QWidget]:
    """Give everything below `root` that Tab stops at, in reading order."""
    found = [root] if _is_stop(root) else []
    for child in _children(root):
        found += stops(child)
    return found


def neighbour(root: QWidget, now: QWidget | None, *, forward: bool) -> QWidget | None:
    """Give the stop after or before the one that has the focus; round at the ends."""
    all_ = stops(root)
    if not all_:
        return None
    if now not in all_:
        return all_[0 if forward else -1]
    return all_[(all_.index(now) + (1 if forward else -1)) % len(all_)]


def _is_stop(widget: QWidget) -> bool:
    tabs = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tabs) and widget.isEnabled() and widget.focusProxy() is None


def _children(widget: QWidget) -> list[QWidget]:
    """Give the visible children in reading order, without those that lie under a sheet."""
    kinds = (child for child in widget.children() if isinstance(child, QWidget))
    shown = [child for child in kinds if child.isVisible() and not child.isWindow()]
    sheets = [child for child in shown if child.property("role") == "sheet"]
    free = [
        one for one in shown if one in sheets or not any(sheet.geometry().contains(one.geometry()) for sheet in sheets)
    ]
    rows: list[list[QWidget]] = []
    for child in sorted(free, key=lambda one: (one.y(), one.x())):
        if rows and child.y() < rows[-1][0].geometry().bottom():
            rows[-1].append(child)
        else:
            rows.append([child])
    return [child for row in rows for child in sorted(row, key=lambda one: (one.x(), one.y()))]
