# SPDX-License-Identifier: EUPL-1.2
"""What documents and events say against an answer about the application."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.dossier.event import EventKind
from assessment.terms.events import of_kind
from assessment.terms.invitations import expired_open
from assessment.weighing.checks.case import Case
from assessment.weighing.checks.speaks_against import Against


def incomplete(case: Case) -> Iterator[Against]:
    """A document, or the last supplement, that is recorded as not complete."""
    lacking = tuple(one.id for one in case.dossier.documents if one.complete is False)
    supplements = of_kind(case.dossier, EventKind.SUPPLEMENT_RECEIVED)
    if lacking or (supplements and supplements[-1].complete is False):
        yield Against(lacking)


def expired(case: Case) -> Iterator[Against]:
    """An invitation of which the term has passed without a complete answer."""
    if expired_open(case.dossier, case.on):
        yield Against()


def refused(case: Case) -> Iterator[Against]:
    """A recorded refusal to complete the form."""
    if of_kind(case.dossier, EventKind.FORM_REFUSED):
        yield Against()


def withdrawn(case: Case) -> Iterator[Against]:
    """A withdrawal."""
    if of_kind(case.dossier, EventKind.WITHDRAWN):
        yield Against()
