# SPDX-License-Identifier: EUPL-1.2
"""Stand van zaken: what the assessment says now, each item a link to the field it is about."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.outcome import Assessment, Severity, Term
from gui.dossier.ground_card import GroundCard, ObtainCard
from gui.dossier.panel_items import (
    check_items,
    duty_items,
    next_term,
    open_items,
    running_terms,
    steps_tip,
    term_items,
)
from gui.parts.badge import Badge
from gui.parts.button import Rank, button, icon_button
from gui.parts.label import Prose, label, rule
from gui.parts.link_rows import Link, LinkRows
from gui.parts.timing import days_left, tone_of
from gui.style.theme import scaled

WIDTH = 296
AT_FIRST = 6
"""Items of a list that are shown before "Toon alle"."""


class Panel(QFrame):
    """`asked(place)` when an item was pressed, `fold_asked()` when the panel is to become a strip."""

    asked = Signal(str)
    fold_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "column")
        self.setFixedWidth(scaled(WIDTH))
        self.setAccessibleName("Stand van zaken")
        self._term = _TermLine()
        self._grounds = {ground: GroundCard(ground) for ground in ("a", "b")}
        self._obtain = ObtainCard()
        self._waiting = Prose("De beoordeling wordt berekend.", "muted")
        self._shown = QWidget()
        self._lists = [ItemList() for _ in range(5)]
        for one in self._lists:
            one.asked.connect(self.asked)
        self._lay_out()
        self._shown.hide()

    def show_assessment(self, assessment: Assessment, dossier: Dossier, catalogue: Catalogue, today: date) -> None:
        """Show another outcome; of its terms those that still run after what happened in the dossier."""
        self._waiting.hide()
        running = running_terms(assessment.terms, dossier, today)
        first = next_term(running)
        self._term.show_term(first, catalogue, today)
        self._grounds["a"].show_outcome(assessment.a)
        self._grounds["b"].show_outcome(assessment.b)
        self._obtain.show_outcome(assessment.c)
        terms, blocks, asks, duties, open_points = self._lists
        terms.show_items(*term_items([one for one in running if one is not first], catalogue, today))
        blocks.show_items(*check_items(assessment.checks, Severity.BLOCK))
        asks.show_items(*check_items(assessment.checks, Severity.ANSWER))
        duties.show_items(*duty_items(assessment, today))
        open_points.show_items(*open_items(assessment))
        self._shown.show()

    def show_nothing(self, sentence: str) -> None:
        """Say why there is no outcome."""
        self._shown.hide()
        self._waiting.setText(sentence)
        self._waiting.show()

    def summary(self) -> str:
        """Say in a few words what blocks and what is open; for the strip."""
        return " · ".join(one.title() for one in self._lists[1:] if one.title())

    def _lay_out(self) -> None:
        content = QWidget(objectName="content")
        column = QVBoxLayout(content)
        column.setContentsMargins(10, 4, 8, 16)
        column.setSpacing(12)
        column.addWidget(self._waiting)
        inner = QVBoxLayout(self._shown)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(14)
        terms, *others = self._lists
        for widget in (self._term, terms, rule(), *self._grounds.values(), self._obtain, rule(), *others):
            inner.addWidget(widget)
        column.addWidget(self._shown)
        column.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 0, 0, 0)
        outer.setSpacing(4)
        head = QHBoxLayout()
        head.setContentsMargins(18, 10, 8, 0)
        head.addWidget(label("Stand van zaken", "section"), 1)
        head.addWidget(icon_button("Vouw de stand van zaken in", "chevron-right", self.fold_asked.emit))
        outer.addLayout(head)
        outer.addWidget(area, 1)


class _TermLine(QWidget):
    """The next term: until when, and how long that still is."""

    def __init__(self) -> None:
        super().__init__()
        self._what, self._when, self._left = label("", "small"), label("", "figure"), Badge()
        line = QHBoxLayout()
        line.addWidget(self._when, 1)
        line.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 0, 8, 0)
        column.setSpacing(2)
        column.addWidget(self._what)
        column.addLayout(line)

    def show_term(self, term: Term | None, catalogue: Catalogue, today: date) -> None:
        """Show a term, or that there is none."""
        self._left.setVisible(term is not None)
        if term is None:
            self._what.setText("Termijn")
            self._when.setText("geen lopende termijn")
            return
        word = catalogue.words.get("term", {}).get(term.id, term.id)
        self._what.setText("Beslissen vóór" if term.id == "decision" else word.capitalize())
        self._when.setText(tell(term.safe_end))
        left = days_left(term.safe_end, today)
        self._left.show_state(tone_of(term.safe_end, today), left, "clock")
        self.setToolTip(steps_tip(term))
        self.setAccessibleName(f"{self._what.text()} {self._when.text()}, {left}")


class ItemList(QWidget):
    """A title with a count, and links; the first few until all are asked for. Emits `asked(place)`."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._items: tuple[Link, ...] = ()
        self._all = False
        self._title, self._links = label("", "label"), LinkRows()
        self._title.setContentsMargins(8, 0, 8, 4)
        self._more = button("", rank=Rank.QUIET, on_click=self._show_all)
        self._links.asked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._title, self._links, self._more):
            column.addWidget(widget)

    def show_items(self, title: str, items: Iterable[Link]) -> None:
        """Show other items; hidden when there are none."""
        items = tuple(items)
        if items == self._items and title == self._title.text():
            return
        self._items = items
        self._title.setText(title)
        self.setVisible(bool(items))
        self._fill()

    def title(self) -> str:
        """Give the title with its count, or nothing when there are no items."""
        return self._title.text() if self._items else ""

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _fill(self) -> None:
        shown = self._items if self._all else self._items[:AT_FIRST]
        self._links.show_links(shown)
        self._more.setVisible(len(shown) < len(self._items))
        self._more.setText(f"Toon alle {len(self._items)}")
        self._more.setAccessibleName(f"Toon alle {len(self._items)}: {self._title.text()}")
