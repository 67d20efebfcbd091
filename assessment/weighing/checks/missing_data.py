# SPDX-License-Identifier: EUPL-1.2
"""C14: the wrong route for missing data.

Pending application: leave untreated after a term (Awb 4:5). Existing permit and a real refusal: art. 4 par. 1. An
incomplete or unwelcome answer is neither.
"""

from __future__ import annotations

from collections.abc import Iterator

from assessment.degree import Degree
from assessment.dossier.conclusion import Decision
from assessment.dossier.event import EventKind
from assessment.terms.events import of_kind
from assessment.terms.heard import measures
from assessment.terms.invitations import expired_open
from assessment.weighing.checks.case import Case, Raised, raised
from assessment.weighing.indication import DEEMED
from assessment.weighing.options import may_leave_untreated
from assessment.weighing.refusal import has_existing, refused_on_paper


def raise_checks(case: Case) -> Iterator[Raised]:
    """Hold the measure against what is missing and how it was asked."""
    yield from _untreated(case)
    serious = [ground for ground in case.unsupported() if case.recorded(ground) is Degree.SERIOUS]
    without_facts = bool(serious) and not case.dossier.facts
    if not without_facts and not is_missing(case):
        return
    existing = has_existing(case.dossier)
    about = serious if existing else [one.permit for one in case.negative]
    if serious or (case.negative and not case.is_adverse):
        yield raised("C14-incomplete" if existing else "C14-refused", *about)
    elif case.negative:
        yield raised("C14-choose", *(one.permit for one in case.negative))


def is_missing(case: Case) -> bool:
    """Whether something that was asked did not come, or not completely."""
    documents = any(one.complete is False for one in case.dossier.documents)
    refused = refused_on_paper(case.dossier) and case.weighing.a.rule != DEEMED
    expired = bool(expired_open(case.dossier, case.on)) and case.weighing.a.rule != DEEMED
    return documents or refused or expired or _bureau_unanswered(case)


def _bureau_unanswered(case: Case) -> bool:
    """Whether the Bureau advised on an application though its questions were never answered."""
    asked = of_kind(case.dossier, EventKind.BUREAU_ASKED_DATA)
    got = of_kind(case.dossier, EventKind.BUREAU_GOT_DATA)
    advised = of_kind(case.dossier, EventKind.BUREAU_ADVICE_RECEIVED)
    is_open = bool(asked) and not (got and asked[-1].on <= got[-1].on)
    return is_open and bool(advised) and not has_existing(case.dossier)


def _untreated(case: Case) -> Iterator[Raised]:
    """Only an application can be left untreated, and only within four weeks after an invitation that failed."""
    permits = {permit.id: permit for permit in case.dossier.permits}
    allowed = may_leave_untreated(case.dossier, case.catalogue.terms, case.on)
    for measure in measures(case.dossier, {Decision.LEAVE_UNTREATED}):
        permit = permits.get(measure.permit)
        if permit is not None and case.dossier.application.is_existing(permit):
            yield raised("C14-existing", measure.permit)
        elif not allowed:
            yield raised("C14-untreated", measure.permit)
