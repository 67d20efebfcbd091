# SPDX-License-Identifier: EUPL-1.2
"""The nine steps of a dossier: number, id, title, and how to make the page. A new page is registered here.

Pages are imported when their step is first entered, so that opening a dossier stays quick.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gui.dossier.step_page import StepPage
from gui.dossier.step_titles import TITLES


@dataclass(frozen=True, slots=True)
class Step:
    """One step: the id with which links name it, its Dutch title, and the maker of its page."""

    id: str
    title: str
    make: Callable[[], StepPage]


def _application() -> StepPage:
    from gui.dossier.application.page import ApplicationPage

    return ApplicationPage()


def _parties() -> StepPage:
    from gui.dossier.parties.page import PartiesPage

    return PartiesPage()


def _documents() -> StepPage:
    from gui.dossier.documents.page import DocumentsPage

    return DocumentsPage()


def _financing() -> StepPage:
    from gui.dossier.financing.page import FinancingPage

    return FinancingPage()


def _information() -> StepPage:
    from gui.dossier.information.page import InformationPage

    return InformationPage()


def _facts() -> StepPage:
    from gui.dossier.facts.page import FactsPage

    return FactsPage()


def _screening() -> StepPage:
    from gui.dossier.screening.page import ScreeningPage

    return ScreeningPage()


def _weighing() -> StepPage:
    from gui.dossier.weighing.page import WeighingPage

    return WeighingPage()


def _advice() -> StepPage:
    from gui.dossier.advice.page import AdvicePage

    return AdvicePage()


STEPS: tuple[Step, ...] = (
    Step("application", TITLES["application"], _application),
    Step("parties", TITLES["parties"], _parties),
    Step("documents", TITLES["documents"], _documents),
    Step("financing", TITLES["financing"], _financing),
    Step("information", TITLES["information"], _information),
    Step("facts", TITLES["facts"], _facts),
    Step("screening", TITLES["screening"], _screening),
    Step("weighing", TITLES["weighing"], _weighing),
    Step("advice", TITLES["advice"], _advice),
)


def page_modules() -> Iterator[str]:
    """Name the modules of the pages, so that they can be imported while the window has nothing else to do."""
    return (f"gui.dossier.{step.id}.page" for step in STEPS)
