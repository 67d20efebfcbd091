# SPDX-License-Identifier: EUPL-1.2
"""C06, C08 and C18: proof too thin, a dismissed or cleared case that carries, an offence only inferred."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.degree import Degree
from assessment.dossier.fact import Dismissal, Link, Status, Suspicion
from assessment.dossier.information import ContentGrade, Information, SourceGrade, SourceKind
from assessment.inquiry.unknown import Missing
from assessment.known import NotKnown, known
from assessment.outcome import EvidenceClass
from assessment.weighing.checks.case import Case, Raised, ids, raised, said
from assessment.weighing.standing import Standing

_THIN_KINDS: Final = frozenset({SourceKind.REPORT, SourceKind.STATEMENT})
_THIN_SOURCES: Final = frozenset({SourceGrade.C, SourceGrade.X})
_THIN_CONTENTS: Final = frozenset({ContentGrade.CORROBORATED, ContentGrade.UNCORROBORATED})
_ESTABLISHED_BY_OTHERS: Final = frozenset({"laundering", "tax"})
"""Groups of offences that only the competent authority establishes, never a municipality from books (law.md N5)."""

_NOT_IN_BOOKS: Final = frozenset({"drugs", "extortion", "organised", "property", "trafficking", "violence", "weapons"})
"""Groups of offences that somebody must have seen or established: books only make one think of them."""

_WRONGLY_SUSPECTED: Final = "1"
"""The code of a dismissal that says that somebody was wrongly taken for a suspect."""

_BOOKS: Final = frozenset({SourceKind.DOCUMENT, SourceKind.PUBLIC_REGISTER})
_OWN_BASES: Final = frozenset({"bibob-7a", "bibob-7b", "own-task"})
"""Bases on which the municipality gathers by itself; a paper of somebody competent is more than a book."""

_OFFICIAL: Final = frozenset(
    {SourceKind.JUDGMENT, SourceKind.OFFICIAL_RECORD, SourceKind.SWORN_REPORT, SourceKind.TAX_REPORT}
)


_FROM_COMPETENT: Final = frozenset({"bpg-4-3-1-l", "bjsg-15", "wjsg-39f", "bibob-7c"})
"""Bases on which police, Justice, the prosecutor and the tax service tell what they themselves found."""


def raise_checks(case: Case) -> Iterator[Raised]:
    """Hold every recorded danger against the proof beneath it."""
    bare = tuple(case.unsupported())
    if case.argued:
        yield from _weak(case, bool(bare))
        yield from _not_rated(case, bare)
        yield from _not_plausible(case, bool(bare))
        yield from _inferred(case, bool(bare))
        yield from _thin(case)
        yield from _single(case)
    yield from _too_serious(case)
    if case.is_adverse:
        yield from _without_reason(case)
        yield from _dismissed(case)
        yield from _cleared(case, bare)


def _weak(case: Case, bare: bool) -> Iterator[Raised]:
    """Press, intelligence or an anonymous tip alone never carries; blocked information does not either."""
    weak = [one for one in case.usable if not one.is_carried]
    if weak:
        yield raised("C06-weak" if bare else "C06-weak-beside", *ids(weak))


def _not_rated(case: Case, bare: tuple[str, ...]) -> Iterator[Raised]:
    """Where no fact carries: a suspicion that is slight or moderate, or of which nobody said how serious it is."""
    if not bare:
        return
    suspected = [one for one in case.usable if not one.points_to and one.is_carried]
    slight = [one for one in suspected if one.fact.suspicion is Suspicion.SLIGHT]
    unrated = [one for one in suspected if Missing.SUSPICION in one.missing]
    if slight:
        yield raised("C06-slight", *ids(slight))
    moderate = [one for one in suspected if one.fact.suspicion is Suspicion.MODERATE]
    if moderate and any(case.recorded(ground) is Degree.SERIOUS for ground in bare):
        yield raised("C06-moderate", *ids(moderate))
    if unrated:
        yield raised("C06-not-rated", *ids(unrated))


def _thin(case: Case) -> Iterator[Raised]:
    """All that is relied on comes from sources that are not strong: statements and reports without an oath."""
    carried = [one for one in case.claimed if one.is_carried and not one.points_to]
    few = 1 if case.is_bare else 2  # one decisive fact on one thin source is told by itself
    if len(carried) >= few and len(carried) == len(case.claimed) and all(_on_thin(case, one) for one in carried):
        yield raised("C06-thin", *ids(carried))


def _on_thin(case: Case, standing: Standing) -> bool:
    return all(_is_thin(case.information[one.information]) for one in standing.sources if one.may_carry)


def _single(case: Case) -> Iterator[Raised]:
    """One decisive fact on one source that is not strong."""
    for ground in case.argued:
        for alone in (one[0] for one in case.ground(ground).decisive if len(one) == 1):
            standing = next(one for one in case.standings if one.id == alone)
            sources = [one.information for one in standing.sources if one.may_carry]
            if len(sources) == 1 and _is_thin(case.information[sources[0]]):
                yield raised("C06-single", alone, sources[0])


def _is_thin(information: Information) -> bool:
    return (
        information.source_kind in _THIN_KINDS
        or information.source_grade in _THIN_SOURCES
        or information.content_grade in _THIN_CONTENTS
    )


def _too_serious(case: Case) -> Iterator[Raised]:
    """The officer goes further than what counts."""
    for ground in case.argued:
        is_lesser = case.ground(ground).by_facts is Degree.LESSER
        if case.recorded(ground) is Degree.SERIOUS and is_lesser:
            facts = ids(case.carrying(ground))
            yield raised("C06-degree", ground, *facts, facts=", ".join(facts))


def _would_count(case: Case, one: Standing, ground: str) -> bool:
    """Whether a cleared fact can have what a ground asks for: a link to the activity, or a benefit."""
    if ground == "a":
        return one.fact.benefit is not None
    denied = {link.permit for link in one.fact.links if link.link is Link.NONE}
    return any(permit.id not in denied for permit in case.dossier.permits)


def _not_plausible(case: Case, bare: bool) -> Iterator[Raised]:
    """An offence of which the officer himself recorded that it is not plausible carries nothing."""
    implausible = [one for one in case.standings if one.evidence_class is EvidenceClass.NOT_PLAUSIBLE]
    if implausible and bare:
        yield raised("C18-not-plausible", *ids(implausible))


def _inferred(case: Case, bare: bool) -> Iterator[Raised]:
    """First the offence itself must be plausible; only then may involvement rest on a suspicion."""
    open_ = [one for one in case.usable if not one.points_to and Missing.PLAUSIBLE in one.missing]
    if open_:
        yield raised("C18-plausible" if bare else "C18-plausible-beside", *ids(open_))
    of_money = [one for one in case.claimed if _is_inferred(case, one)]
    of_books = [one for one in case.claimed if _is_from_books(case, one)]
    alone = len(of_money) + len(of_books) == len(case.claimed)
    if of_money:
        yield raised("C18-inferred" if alone else "C18-inferred-beside", *ids(of_money))
    if of_books:
        yield raised("C18-books" if alone else "C18-books-beside", *ids(of_books))


def _is_inferred(case: Case, one: Standing) -> bool:
    """An offence of money that nobody competent has taken up, known from no official source."""
    by_others = any(source.source_kind in _OFFICIAL or source.basis in _FROM_COMPETENT for source in _of(case, one))
    return _is_of(one, _ESTABLISHED_BY_OTHERS) and _without_procedure(one) and not by_others


def _is_from_books(case: Case, one: Standing) -> bool:
    """An offence that happens outside the books, and that nobody saw: growing inferred from a margin of profit."""
    only_books = all(source.source_kind in _BOOKS and source.basis in _OWN_BASES for source in _of(case, one))
    return _is_of(one, _NOT_IN_BOOKS) and _without_procedure(one) and only_books


def _is_of(one: Standing, groups: frozenset[str]) -> bool:
    return one.offence is not None and one.offence.group in groups


def _without_procedure(one: Standing) -> bool:
    return one.fact.status is Status.NONE or isinstance(one.fact.status, NotKnown)


def _of(case: Case, one: Standing) -> list[Information]:
    return [case.information[id_] for id_ in one.fact.sources if id_ in case.information]


def _without_reason(case: Case) -> Iterator[Raised]:
    """How serious a suspicion is, is a criterion of its own (art. 3 par. 2 and 3 under b) and is reasoned."""
    bare = [one for one in case.relied_on if not one.points_to and not said(one.fact.suspicion_reason)]
    if bare:
        yield raised("C06-no-reason", *ids(bare))


def _dismissed(case: Case) -> Iterator[Raised]:
    """A dismissed case stays usable, but asks why it still counts (art. 3a par. 2)."""
    alone = {one[0] for ground in case.adverse for one in case.ground(ground).decisive if len(one) == 1}
    for one in case.claimed:
        if one.fact.status is not Status.DISMISSED:
            continue
        if not said(one.fact.why_still):
            yield raised("C08-carries" if one.id in alone else "C08-why", one.id)
        yield from _dismissal(one)


def _dismissal(one: Standing) -> Iterator[Raised]:
    """The code tells what the prosecutor thought of the suspicion; one of them takes it back altogether."""
    dismissal = one.fact.dismissal
    code = known(dismissal.code) if isinstance(dismissal, Dismissal) else None
    digits = "".join(letter for letter in code or "" if letter in "0123456789")
    if not digits:
        yield raised("C08-code", one.id)
    elif digits.lstrip("0") == _WRONGLY_SUSPECTED:
        yield raised("C08-wrongly", one.id)


def _cleared(case: Case, bare: tuple[str, ...]) -> Iterator[Raised]:
    """A danger cannot rest on a fact of which somebody was cleared; elsewhere it only must not be named as a ground."""
    cleared = [one for one in case.standings if one.evidence_class is EvidenceClass.EXCLUDED]
    nothing_else = bool(bare) and not case.usable
    rested_on = [one for one in cleared if nothing_else or any(_would_count(case, one, ground) for ground in bare)]
    beside = [one for one in cleared if one not in rested_on]
    if rested_on:
        yield raised("C08-cleared", *ids(rested_on))
    if beside:
        yield raised("C08-cleared-beside", *ids(beside))
    for one in cleared:
        if case.invokes and "c" in case.outcomes[one.id].counts_for:
            yield raised("C08-cleared-obtain", one.id)
