# SPDX-License-Identifier: EUPL-1.2
"""A dossier opened in its real frame, with real rules and lanes; only the store is a list."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from assessment.assess import assess
from assessment.exchange import read_dossier
from gui.dossier.page import DossierPage
from gui.dossier.session import DossierSession, Services
from gui.dossier.step_page import StepPage, Tools
from gui.lane import Lane
from gui.parts.later import Later
from tests.gui import fakes

EXAMPLES = Path(__file__).resolve().parents[3] / "resources" / "examples"
TODAY = date(2026, 4, 13)


@dataclass
class Opened:
    """An opened dossier, and what a test asks of it."""

    frame: DossierPage
    session: DossierSession
    drafts: dict[str, str]

    @property
    def page(self) -> StepPage:
        return self.frame.page()

    @property
    def dossier(self):
        return self.session.dossier

    @property
    def sheet(self):
        return self.frame._sheets.sheet

    @property
    def labels(self) -> list[str]:
        """The words of undo, oldest first."""
        return [label for label, _ in self.session.history._earlier]

    def focus(self):
        return QApplication.focusWidget()


@pytest.fixture
def cafe():
    """The worked example of a café."""
    return read_dossier((EXAMPLES / "cafe-de-verzonnen-vink.json").read_bytes())


@pytest.fixture
def opened(qtbot, shown):
    """Open a step of a dossier; waits until the first assessment is there."""
    lanes = [Lane(name) for name in ("store", "sums", "paper")]

    def open_step(step, dossier, drafts=None, size=(1366, 768), catalogue=None, **of_tools):
        kept, known = dict(drafts or {}), catalogue or fakes.catalogue()
        services = Services(
            lambda _dossier: None,
            lambda place, text: kept.update({place: text}),
            lambda one: assess(one, known),
        )
        session = DossierSession(dossier, services, lanes[0], lanes[1])
        session.drafts.update(kept)
        tools = Tools(lambda: TODAY, lambda _: b"", lambda _pdf, _width: (), lanes[2], lambda *_: None, lambda _: None)
        frame = shown(DossierPage(session, known, replace(tools, **of_tools)), *size)
        frame.open_step(step)
        qtbot.waitUntil(lambda: session.assessment is not None)
        # What is laid out in a window that is already there, is shown by the next turn of the event loop.
        QApplication.processEvents()
        qtbot.waitUntil(lambda: not any(one.is_waiting for one in frame.findChildren(Later)))
        return Opened(frame, session, kept)

    yield open_step
    for lane in lanes:
        lane.close()
