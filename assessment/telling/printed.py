# SPDX-License-Identifier: EUPL-1.2
"""What a command prints of one assessed dossier: for people, or as one line of JSON."""

from __future__ import annotations

import json
from typing import Any

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.explanation.wire import explained_to_wire
from assessment.outcome import Assessment
from assessment.outcome_wire import timing_to_wire
from assessment.telling.report import report
from assessment.telling.timing import timing


def printed_outcome(outcome: Assessment, dossier: Dossier, catalogue: Catalogue, as_json: bool) -> str:
    """Give the whole outcome (`beoordeel`)."""
    return _line(explained_to_wire(dossier, outcome, catalogue)) if as_json else report(outcome, dossier, catalogue)


def printed_timing(outcome: Assessment, dossier: Dossier, catalogue: Catalogue, as_json: bool) -> str:
    """Give the terms and the open duties alone (`termijnen`)."""
    return _line(timing_to_wire(outcome)) if as_json else timing(outcome, dossier, catalogue)


def _line(wire: dict[str, Any]) -> str:
    return json.dumps(wire, ensure_ascii=False)
