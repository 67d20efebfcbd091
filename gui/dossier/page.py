# SPDX-License-Identifier: EUPL-1.2
"""The frame of an opened dossier: steps at the left, the page in the middle, Stand van zaken at the right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.outcome import Assessment
from assessment.telling.material import in_names, named_checks
from gui.dossier.folding import SidePanel
from gui.dossier.places import step_of
from gui.dossier.progress import progress
from gui.dossier.session import DossierSession
from gui.dossier.step_list import StepList
from gui.dossier.step_page import StepPage, Tools
from gui.dossier.steps import STEPS
from gui.parts.badge import Tone
from gui.parts.notice import Notice
from gui.parts.sheet_host import SheetHost
from gui.parts.side_sheet import SideSheet


class DossierPage(QWidget):
    """Shows what the session holds and hands it what the steps change; the steps know neither each other nor it."""

    step_changed = Signal(str)
    newer_asked = Signal()
    """What a newer catalogue would change is asked."""
    told = Signal(str)
    """A quiet word for the bar: what was undone."""

    def __init__(self, session: DossierSession, catalogue: Catalogue, tools: Tools) -> None:
        super().__init__()
        self.setObjectName("canvas")
        self._session, self._catalogue, self._tools = session, catalogue, tools
        self._steps = StepList()
        self._newer, self._stack = Notice(), QStackedWidget()
        self._side = SidePanel()
        self._pages: dict[str, StepPage] = {}
        self._step = ""
        self._sheets, self._wide = SheetHost(self), SheetHost(self, wide=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._newer)
        middle.addWidget(self._stack, 1)
        line.addWidget(self._steps)
        line.addLayout(middle, 1)
        line.addWidget(self._side)
        self._newer.asked.connect(self.newer_asked)
        self._steps.asked.connect(self.open_step)
        self._side.asked.connect(self.go_to)
        session.dossier_changed.connect(self._on_dossier)  # a method, so that it ends with the page
        session.assessment_changed.connect(self._on_assessment)
        session.assessment_lost.connect(self._on_assessment_lost)
        self._add_shortcuts()
        if self._assessment() is not None:
            self._on_assessment(session.assessment)

    @property
    def step(self) -> str:
        """The id of the step that is open."""
        return self._step

    @property
    def has_sheet(self) -> bool:
        """Whether a sheet lies over the panel."""
        return self._sheets.sheet is not None or self._wide.sheet is not None

    @property
    def about(self) -> str:
        """What the sheet over the panel is about, or what is unfolded on the page."""
        sheet = self._sheets.sheet
        return sheet.about if sheet is not None else self.page().where()

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue under which this is shown."""
        return self._catalogue

    def tell_newer(self, sentence: str, action: str) -> None:
        """Say above every step that there is a newer catalogue; nothing hides it."""
        self._newer.show_text(Tone.INFO, sentence, action)

    def show_sheet(self, sheet: SideSheet) -> None:
        """Lay a sheet over the panel that belongs to no step."""
        self._sheets.show_sheet(sheet)

    def page(self) -> StepPage:
        """Give the page of the step that is open."""
        return self._pages[self._step]

    def top(self) -> QWidget:
        """Give what lies on top: the sheet, or the page."""
        return self._sheets.sheet or self.page()

    def open_step(self, step: str) -> None:
        """Open a step; its page is made when it is first entered."""
        if step == self._step:
            return
        if self._step:
            self.flush()
        self._wide.put_away()
        self._sheets.put_away()
        self._step = step
        if step not in self._pages:
            self._pages[step] = self._make(step)
            self._stack.addWidget(self._pages[step])
        self._show()
        self._stack.setCurrentWidget(self._pages[step])
        self._steps.show_current(step)
        focus = self.focusWidget()
        if focus is None or not focus.isVisible() or self._steps.isAncestorOf(focus):
            self._steps.focus_current()
        self.step_changed.emit(step)

    def go_to(self, place: str) -> None:
        """Go to the step and the field that a link is about."""
        self.open_step(step_of(place, self._session.dossier, self._catalogue))
        self.page().go_to("" if place == self._step else place)

    def flush(self) -> None:
        """Hand on everything that was typed and is still waiting."""
        self._sheets.flush()
        for page in self._pages.values():
            page.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.fit(self.width())

    def _make(self, step: str) -> StepPage:
        page = next(one for one in STEPS if one.id == step).make()
        page.tools = self._tools
        page.drafts = self._session.drafts
        page.changed.connect(self._session.change)
        page.drafted.connect(self._session.keep_draft)
        page.sheet_asked.connect(self._sheets.show_sheet)
        page.wide_sheet_asked.connect(self._wide.show_sheet)
        page.step_asked.connect(self.go_to)
        return page

    def _on_dossier(self, _dossier: Dossier) -> None:
        self._show()

    def _show(self) -> None:
        """Show what is now on the page that is open; a dossier that went over to another catalogue gets its own."""
        dossier = self._session.dossier
        if dossier.catalogue != self._catalogue.date:
            return
        if self._step:
            self.page().show_state(dossier, self._assessment(), self._catalogue)
        self._steps.show_progress(progress(dossier, self._assessment(), self._catalogue))

    def _assessment(self) -> Assessment | None:
        """Give the outcome, unless it is that of another catalogue."""
        found = self._session.assessment
        return found if found is not None and found.catalogue == self._catalogue.date else None

    def _on_assessment(self, assessment: Assessment) -> None:
        if assessment.catalogue != self._catalogue.date:
            return
        dossier = self._session.dossier
        named = tuple(replace(one, about=in_names(dossier, one.about)) for one in assessment.open_points)
        told = replace(assessment, open_points=named, checks=named_checks(dossier, assessment.checks))
        self._side.show_assessment(told, dossier, self._catalogue, self._tools.today())
        self._show()

    def _on_assessment_lost(self) -> None:
        self._side.panel.show_nothing("De beoordeling kon niet worden berekend. Wat u invoert, blijft bewaard.")
        self._show()

    def _add_shortcuts(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for number, step in enumerate(STEPS, start=1):
            self._on_keys(f"Ctrl+{number}", inside, lambda id_=step.id: self.open_step(id_))
        for keys, by in (("Alt+Left", -1), ("Alt+Right", 1), ("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            self._on_keys(keys, inside, lambda by=by: self._step_by(by))
        self._on_keys("Ctrl+Z", inside, lambda: self._take_back("Ongedaan gemaakt", self._session.undo))
        for keys in ("Ctrl+Shift+Z", "Ctrl+Y"):
            self._on_keys(keys, inside, lambda: self._take_back("Opnieuw gedaan", self._session.redo))

    def _on_keys(self, keys: str, context: Qt.ShortcutContext, then: object) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(context)
        shortcut.activated.connect(then)

    def _step_by(self, by: int) -> None:
        ids = [step.id for step in STEPS]
        at = ids.index(self._step) + by
        if 0 <= at < len(ids):
            self.open_step(ids[at])

    def _take_back(self, words: str, move: object) -> None:
        self.flush()
        label = move()
        self.told.emit(f"{words}: {label[:1].lower()}{label[1:]}." if label else "")
