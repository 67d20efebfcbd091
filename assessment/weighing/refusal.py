# SPDX-License-Identifier: EUPL-1.2
"""Refusal to complete the form: deemed serious danger, for existing permits only (Wet Bibob art. 4 par. 1)."""

from __future__ import annotations

from datetime import date

from assessment.catalogue.weighing import Framework
from assessment.dossier.application import AGREEMENTS
from assessment.dossier.blind import RuleDossier
from assessment.dossier.event import EventKind
from assessment.terms.events import of_kind
from assessment.terms.invitations import unanswered


def has_existing(dossier: RuleDossier) -> bool:
    """Whether at least one permit of the dossier was granted already."""
    return any(dossier.application.is_existing(permit) for permit in dossier.permits)


def refused_on_paper(dossier: RuleDossier) -> bool:
    """Whether a refusal was recorded and nothing complete came in afterwards."""
    refused = of_kind(dossier, EventKind.FORM_REFUSED)
    later = [
        event
        for event in of_kind(dossier, EventKind.SUPPLEMENT_RECEIVED)
        if refused and event.on >= refused[-1].on and event.complete is True
    ]
    return bool(refused) and not later


def is_deemed(dossier: RuleDossier, framework: Framework, on: date) -> bool:
    """Whether art. 4 par. 1 makes the danger serious (weighing.md no. 14).

    A refusal is a recorded one, or silence after (by default) two expired invitations; an incomplete answer is none.
    For an application art. 4 par. 1 does not speak: there the way is Awb 4:5. Nor does it speak of the other party to a
    contract or a sale: it names who holds a permit, another decision or a subsidy.
    """
    if dossier.application.instrument in AGREEMENTS:
        return False
    silent = len(unanswered(dossier, on)) >= framework.whole("unanswered_invitations")
    return has_existing(dossier) and (refused_on_paper(dossier) or silent)
