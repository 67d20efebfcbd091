# SPDX-License-Identifier: EUPL-1.2
"""C15: at the objection stage the law in force on that day applies."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.dossier.event import EventKind
from assessment.known import known
from assessment.terms.events import of_kind
from assessment.weighing.checks.case import Case, Raised, raised


def raise_checks(case: Case) -> Iterator[Raised]:
    """Ask whether the law was checked since the objection came in."""
    objections = of_kind(case.dossier, EventKind.OBJECTION_RECEIVED)
    checked = known(case.conclusion.law_checked_on)
    if objections and (checked is None or checked.last < objections[-1].on.first):
        yield raised("C15-objection")
