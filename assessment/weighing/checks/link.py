# SPDX-License-Identifier: EUPL-1.2
"""C01: no link between offence and activity (ground b). C17: benefit not traced to this activity (ground a)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.degree import Degree
from assessment.dossier.conclusion import Decision
from assessment.dossier.fact import Benefit, Link
from assessment.inquiry.unknown import Missing
from assessment.weighing.checks.case import ADVERSE, Case, Raised, ids, raised, said
from assessment.weighing.checks.missing_data import is_missing
from assessment.weighing.standing import Standing

_LINKED: Final = frozenset({Link.SAME, Link.CONNECTED})


def raise_checks(case: Case) -> Iterator[Raised]:
    """Hold every danger that the officer recorded against what ties the facts to this activity."""
    if "b" in case.argued:
        yield from _links(case)
    if "a" in case.argued:
        yield from _paths(case)


def _links(case: Case) -> Iterator[Raised]:
    if case.carrying("b"):
        yield from _permits_without_fact(case)
        yield from _without_reason(case)
        open_ = [one for one in case.usable if _waits(case, one, "b", Missing.LINK)]
        if open_:
            yield raised("C01-open", *ids(open_))
        return
    yield from _nothing(case, "b", ("C01-no-facts", "C01-no-tie"))


def _nothing(case: Case, ground: str, texts: tuple[str, str]) -> Iterator[Raised]:
    """No fact carries the degree: either there is none, or all that is missing is the tie to this activity.

    Where all facts were cleared or are not plausible, C08 and C18 say so; where data are missing instead, C14.
    """
    if not case.dossier.facts:
        if not is_missing(case):
            yield raised(texts[0], ground)
        return
    ready = [one for one in case.usable if one.is_carried and one.is_tied and one.strength is not None]
    loose = [one for one in ready if ground not in case.outcomes[one.id].counts_for]
    if loose:
        yield raised(texts[1], *ids(loose))


def _permits_without_fact(case: Case) -> Iterator[Raised]:
    """A measure that rests on ground b alone needs a linked fact for its own permit; conditions do as well."""
    linked = {link.permit for one in case.carrying("b") for link in one.fact.links if link.link in _LINKED}
    for measure in case.burdening:
        conditions = measure.decision is Decision.GRANT_WITH_CONDITIONS
        on_a = case.recorded("a") in ADVERSE if conditions else case.recorded("a") is Degree.SERIOUS or case.invokes
        if measure.permit not in linked and not on_a:
            yield raised("C01-permit", measure.permit)


def _without_reason(case: Case) -> Iterator[Raised]:
    """A link is written, per fact and per permit; that somebody chose it is no reason."""
    permits = {permit.id for permit in case.dossier.permits}
    loose = [
        one
        for one in case.carrying("b")
        if any(link.permit in permits and link.link in _LINKED and not said(link.reason) for link in one.fact.links)
    ]
    if loose:
        yield raised("C01-reason", *ids(loose))


def _waits(case: Case, one: Standing, ground: str, missing: Missing) -> bool:
    outcome = case.outcomes[one.id]
    return ground not in outcome.counts_for and one.is_carried and missing in case.weighing.missing[one.id]


def _paths(case: Case) -> Iterator[Raised]:
    carrying = case.carrying("a")
    if not carrying:
        yield from _nothing(case, "a", ("C17-no-facts", "C17-no-tie"))
        return
    if not any(_has_path(one) for one in carrying):
        serious = case.recorded("a") is Degree.SERIOUS
        yield raised("C17-no-path" if serious else "C17-no-path-lesser", *ids(carrying))
    unreckoned = [one for one in carrying if not _has_method(one)]
    if unreckoned:
        yield raised("C17-method", *ids(unreckoned))
    if case.funding is not None and case.funding.evidenced_share is not None and case.funding.evidenced_share >= 1:
        yield raised("C17-no-room", "a")


def _has_method(one: Standing) -> bool:
    benefit = one.fact.benefit
    return isinstance(benefit, Benefit) and said(benefit.method)


def _has_path(one: Standing) -> bool:
    benefit = one.fact.benefit
    return isinstance(benefit, Benefit) and said(benefit.money_path)
