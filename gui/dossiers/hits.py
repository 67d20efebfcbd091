# SPDX-License-Identifier: EUPL-1.2
"""What a search found, a dossier at a time, with the step and the words; what only sounds like it stands apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QVBoxLayout, QWidget

from assessment.found import FoundBy, Hit, Hits
from assessment.names import ALIKE
from gui.dossiers.hit_cell import LEAD, RANGES, HitCell
from gui.parts import spots
from gui.parts.label import label

GOAL = Qt.ItemDataRole.UserRole + 3
"""Where a row leads: dossier, step, place."""
CLOSED = "gesloten informatie; open het stuk om te lezen wat er staat"
_VERY = 95


class HitsView(QWidget):
    """Emits `opened(dossier, step, place)` at Enter or a double click; hidden while there is nothing to show."""

    opened = Signal(str, str, str)

    def __init__(self, steps: Mapping[str, str]) -> None:
        """Make it; `steps` gives the title of each step."""
        super().__init__()
        self._steps = dict(steps)
        self._told = label("", "muted")
        self.model = QStandardItemModel()
        self.tree = _Tree(self.model)
        self.tree.entered_key.connect(self._open)
        self.tree.doubleClicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._told)
        column.addWidget(self.tree, 1)
        self.setFocusProxy(self.tree)
        self.hide()

    def show_hits(self, found: Hits, words: str) -> None:
        """Show other hits; the one that was current stays so when it is still there."""
        current = self.tree.currentIndex().data(GOAL)
        self.model.clear()
        by_letters = [one for one in found.hits if one.by is not FoundBy.SOUND]
        for _, hits in groupby(by_letters, key=lambda one: one.dossier):
            self._add_dossier(tuple(hits))
        self._add_sounds([one for one in found.hits if one.by is FoundBy.SOUND], words)
        self.tree.expandAll()
        self.tree.make_current(current)
        self._told.setText(counted(found))
        self.setVisible(bool(found.hits))

    def told(self) -> str:
        """Give the sentence of how much was found."""
        return self._told.text()

    def _add_dossier(self, hits: tuple[Hit, ...]) -> None:
        head = _head(_named(hits[0]), (hits[0].dossier, "", ""))
        for one in hits:
            step = self._steps.get(spots.step_of(one.spot), "")
            head.appendRow(_row(step, one.text or CLOSED, one.ranges, self._goal(one)))
        self.model.appendRow(head)

    def _add_sounds(self, hits: Iterable[Hit], words: str) -> None:
        rows = [_row(one.reference, self._sounding(one), (), self._goal(one)) for one in hits]
        if rows:
            head = _head(f"Klinkt als “{words}”", None)
            head.appendRows(rows)
            self.model.appendRow(head)

    def _sounding(self, hit: Hit) -> str:
        step = self._steps.get(spots.step_of(hit.spot), "")
        return f"{hit.text} · {step} · {likeness_in_words(hit.score)}"

    def _goal(self, hit: Hit) -> tuple[str, str, str]:
        return hit.dossier, spots.step_of(hit.spot), spots.place_of(hit.spot)

    def _open(self, index: QModelIndex) -> None:
        goal = index.data(GOAL)
        if goal:
            self.opened.emit(*goal)


class _Tree(QTreeView):
    """A tree that is one stop of Tab, always unfolded, and begins at its first hit."""

    entered_key = Signal(QModelIndex)

    def __init__(self, model: QStandardItemModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName("Gevonden plaatsen")
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(12)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(HitCell(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_key.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def make_current(self, goal: object) -> None:
        """Make the hit current that leads there; the first when none does."""
        heads = (self.model().index(at, 0) for at in range(self.model().rowCount()))
        hits = [self.model().index(at, 0, head) for head in heads for at in range(self.model().rowCount(head))]
        found = next((one for one in hits if one.data(GOAL) == goal), hits[0] if hits else QModelIndex())
        self.setCurrentIndex(found)


def counted(found: Hits) -> str:
    """Say how many places were found, and that there are more."""
    count = len(found.hits)
    places = "1 plaats gevonden" if count == 1 else f"{count} plaatsen gevonden"
    return places if found.is_all else f"{places}, en meer; zoek op meer woorden voor minder"


def likeness_in_words(score: int) -> str:
    """Say how alike two names are written that sound the same."""
    if score >= _VERY:
        return "bijna gelijk geschreven"
    return "lijkt ook in letters" if score >= ALIKE else "anders geschreven"


def _named(hit: Hit) -> str:
    return f"{hit.reference}   {hit.subject}".strip()


def _head(text: str, goal: tuple[str, str, str] | None) -> QStandardItem:
    item = QStandardItem(text)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    item.setData(goal, GOAL)
    return item


def _row(lead: str, text: str, ranges: tuple[tuple[int, int], ...], goal: tuple[str, str, str]) -> QStandardItem:
    item = QStandardItem(text)
    item.setData(lead, LEAD)
    item.setData(ranges, RANGES)
    item.setData(goal, GOAL)
    item.setData(f"{lead}: {text}", Qt.ItemDataRole.AccessibleTextRole)
    return item
