# SPDX-License-Identifier: EUPL-1.2
"""L14, L15, L17, L20 and L22: how the information beneath the conclusion may be used and kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.known import NotKnown, known
from assessment.outcome import Verdict
from assessment.weighing.checks.case import Case, Raised, ids, raised
from assessment.weighing.standing import Standing

_TIP: Final = "bibob-26"
_ODD: Final = frozenset({"partner-unknown", "partner-without-basis", "partner-other-basis"})
"""Reasons of the gate: who gave it does not go with the basis on which it is said to be given."""


def raise_checks(case: Case) -> Iterator[Raised]:
    """Look at the gate, at what is still out, and at what is kept too long or without a basis."""
    closed = [one for one in case.relied_on if _only_closed(one)]
    if closed:
        yield raised("L14-closed", *ids(closed))
    used = {id_ for fact in case.dossier.facts for id_ in fact.sources}
    blocked = [id_ for id_, one in case.admissions.items() if one.verdict is Verdict.BLOCKED and id_ in used]
    if blocked:
        yield raised("L15-blocked", *sorted(blocked))
    out = [one.id for one in case.dossier.information if isinstance(one.received_on, NotKnown)]
    if out:
        yield raised("L17-out", *out)
    yield from _unhandled(case)
    yield from _kept(case)


def _only_closed(standing: Standing) -> bool:
    verdicts = {one.verdict for one in standing.sources if one.may_carry}
    return verdicts == {Verdict.CLOSED_PART}


def _unhandled(case: Case) -> Iterator[Raised]:
    """What came in and may not be used, or not be shown, is dealt with before the advice is final.

    Leave of who gave it, or taking it out, deals with it; a written answer does as well. A tip is a pointer only and
    asks for nothing more (art. 26).
    """
    for one in case.dossier.information:
        admission = case.admissions[one.id]
        odd = next((reason.text for reason in admission.reasons if reason.rule in _ODD), "")
        if odd and admission.verdict is not Verdict.BLOCKED:
            yield raised("L22-partner", one.id, why=odd)
        is_here = known(one.received_on) is not None and one.basis != _TIP
        if not is_here or admission.verdict is Verdict.USABLE:
            continue
        if admission.verdict is Verdict.BLOCKED:
            yield raised("L22-blocked", one.id, why=admission.reasons[0].text)
        elif not known(one.permission):
            yield raised("L22-closed", one.id, why=admission.reasons[0].text)


def _kept(case: Case) -> Iterator[Raised]:
    late = [
        one.id
        for one in case.dossier.information
        if (until := known(one.keep_until)) is not None and until.last < case.on
    ]
    if late:
        yield raised("L20-kept", *late)
