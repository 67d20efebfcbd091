# SPDX-License-Identifier: EUPL-1.2
"""L14, L15, L17, L19 and L20: how the information beneath the conclusion may be used and kept."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.dossier.party import Person
from assessment.dossier.relation import Role
from assessment.known import NotKnown, known
from assessment.outcome import Verdict
from assessment.weighing.checks.case import Case, Raised, ids, raised
from assessment.weighing.standing import Standing

_REPRESENTING = frozenset({Role.DIRECTOR, Role.PARTNER_IN_FIRM})


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
    yield from _kept(case)
    yield from _citizen_numbers(case)


def _only_closed(standing: Standing) -> bool:
    verdicts = {one.verdict for one in standing.sources if one.may_carry}
    return verdicts == {Verdict.CLOSED_PART}


def _kept(case: Case) -> Iterator[Raised]:
    late = [
        one.id
        for one in case.dossier.information
        if (until := known(one.keep_until)) is not None and until.last < case.on
    ]
    if late:
        yield raised("L20-kept", *late)


def _citizen_numbers(case: Case) -> Iterator[Raised]:
    """Art. 7a par. 2 under c gives a basis for subject and representative only (law.md N12)."""
    dossier = case.dossier
    allowed = set(dossier.subject)
    allowed |= {one.from_ for one in dossier.relations if one.role in _REPRESENTING and one.to in dossier.subject}
    numbered = (one.id for one in dossier.parties if isinstance(one, Person) and isinstance(one.bsn, str))
    others = [id_ for id_ in numbered if id_ not in allowed]
    if others:
        yield raised("L19-number", *others)
