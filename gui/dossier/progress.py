# SPDX-License-Identifier: EUPL-1.2
"""How far each step has come, and which one blocks."""

from __future__ import annotations

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.outcome import Assessment, Severity
from assessment.steps import StepState, states
from gui.dossier.places import place_of, step_of
from gui.dossier.step_list import Progress

_WORDS = {StepState.EMPTY: Progress.EMPTY, StepState.PARTLY: Progress.PARTLY, StepState.DONE: Progress.DONE}


def progress(dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> dict[str, Progress]:
    """Give step id → how far it has come; a check that blocks goes before everything else."""
    found = {step.value: _WORDS[state] for step, state in states(dossier, catalogue).items()}
    for check in assessment.checks if assessment else ():
        if check.severity is Severity.BLOCK:
            found[step_of(place_of(check), dossier, catalogue)] = Progress.BLOCKED
    return found
