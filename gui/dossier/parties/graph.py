# SPDX-License-Identifier: EUPL-1.2
"""The picture of parties and relations: a tree below the subjects, with in words what the one is of the other.

Everything in it stands in the table of relations too, which the keyboard can reach.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from gui.dossier.parties.graph_layout import Node, crossing, tree
from gui.dossier.parties.graph_paint import INDENT, paint_box, paint_branch, paint_crossing, paint_words
from gui.dossier.parties.links import Link, links
from gui.dossier.parties.party_rows import PartyRow, rows

LONGEST_NAME = "Een naam van dertig letters lang"
DEEPEST = 8
"""Levels that are indented; what lies deeper stands below each other."""
LANE = 12
MOST_LANES = 6


class RelationGraph(QWidget):
    """Subjects are marked, relations that ended are dashed; `opened(id)` when a party was clicked."""

    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, PartyRow] = {}
        self._nodes: tuple[Node, ...] = ()
        self._crossing: tuple[Link, ...] = ()
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("Relaties in beeld")

    def show_dossier(self, dossier: Dossier, catalogue: Catalogue) -> None:
        """Draw what is recorded."""
        self._rows = {row.id: row for row in rows(dossier, catalogue)}
        found = links(dossier, catalogue)
        self._nodes = tree(tuple(self._rows), dossier.subject, found)
        self._crossing = crossing(self._nodes, found)
        words = (f"{self._rows[one.party].name}: {self.told(one)}." for one in self._nodes)
        self.setAccessibleDescription(" ".join(words))
        self.updateGeometry()
        self.update()

    def told(self, node: Node) -> str:
        """Say in words how a party is tied to others in the picture."""
        row = self._rows[node.party]
        parts = ["betrokkene"] if row.is_subject else []
        parts += [node.link.sentence(node.party, self._rows[node.above].name)] if node.link else []
        parts += [
            one.sentence(node.party, self._rows[one.other(node.party)].name)
            for one in self._crossing
            if node.party == one.first
        ]
        return "; ".join(parts) or "geen relatie vastgelegd"

    def box(self, node: Node) -> QRectF:
        """Say where a party stands."""
        step = self._step()
        return QRectF(min(node.level, DEEPEST) * INDENT + 1, node.at * step + 3, self._wide(), step - 10)

    def sizeHint(self) -> QSize:
        return QSize(600, len(self._nodes) * self._step())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._wide(), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            node = self._at(event.pos().y())
            row = self._rows[node.party] if node else None
            QToolTip.showText(event.globalPos(), f"{row.name} ({row.kind}): {self.told(node)}" if row else "", self)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._under(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        node = self._under(event.position())
        if node is not None and event.button() == Qt.MouseButton.LeftButton:
            self.opened.emit(node.party)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = {node.party: self.box(node) for node in self._nodes}
        for node in self._nodes:
            if node.link is not None:
                paint_branch(painter, places[node.above], places[node.party], is_over=node.link.is_over)
        right = max((box.right() for box in places.values()), default=0) + 8
        for lane, link in enumerate(self._crossing):
            at = right + lane % MOST_LANES * LANE
            paint_crossing(painter, (places[link.first], places[link.second]), at, is_over=link.is_over)
        words = right + min(len(self._crossing), MOST_LANES) * LANE + 4
        for node in self._nodes:
            box = places[node.party]
            paint_box(painter, box, self._rows[node.party], self.font())
            paint_words(painter, QRectF(words, box.top(), self.width() - words, box.height()), self.told(node))

    def _wide(self) -> int:
        """How wide a box is, in letters of the chosen size."""
        return QFontMetrics(self.font()).horizontalAdvance(LONGEST_NAME) + 44

    def _step(self) -> int:
        return max(44, QFontMetrics(self.font()).height() + 24)

    def _at(self, y: float) -> Node | None:
        at = int(y // self._step())
        return self._nodes[at] if 0 <= at < len(self._nodes) else None

    def _under(self, point: QPointF) -> Node | None:
        node = self._at(point.y())
        return node if node is not None and self.box(node).contains(point) else None
