# SPDX-License-Identifier: EUPL-1.2
"""How the subject stands to each offence (Wet Bibob art. 3 par. 4; weighing.md no. 4 to 7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When, tell
from assessment.dossier.blind import RuleDossier
from assessment.dossier.fact import Fact
from assessment.inquiry.bond import Bond, Bonds, Doubt
from assessment.inquiry.bonds import find_bonds
from assessment.inquiry.lasting import Lasting
from assessment.inquiry.unknown import Missing, Unknown
from assessment.known import NOT_KNOWN, Maybe, known
from assessment.outcome import Reason, Tie

OWN: Final = "own"

UNNAMED: Final = "een onbekende"
PAST_NOT_SEARCHED: Final = "Ga zelf na of {} vroeger langs een keten met betrokkene was verbonden."
NO_ACTOR: Final = "Leg vast wie feit {} heeft begaan."


@dataclass(frozen=True, slots=True)
class Attribution:
    """The closest tie of the subject to one fact, the other ties, and what could still be one.

    `current` is the plain date fact of the tie that is named (None: the dates leave it open, or there is no tie);
    `running` whether any tie has not ended, or ended only after the application or the start of the investigation.
    `unknown` and `could_be` are filled only where no tie was found: then something not known could make one.
    """

    tie: Tie
    path: tuple[str, ...]
    current: bool | None
    running: bool
    since: Maybe[When] = NOT_KNOWN
    until: Maybe[When] = NOT_KNOWN
    reasons: tuple[Reason, ...] = ()
    others: tuple[Bond, ...] = ()
    unknown: tuple[Unknown, ...] = ()
    could_be: Tie = Tie.NONE


def attribute(dossier: RuleDossier, catalogue: Catalogue, fact: Fact, bonds: Bonds | None = None) -> Attribution:
    """Find how the subject stands to a fact; hand in `bonds` where many facts of one dossier are asked."""
    bonds = find_bonds(dossier, catalogue) if bonds is None else bonds
    through = _capacity(fact, dossier, bonds)
    found = sorted(_ties(fact, through, bonds), key=lambda one: one.rank)
    if not found:
        return _without_tie(fact, through, catalogue, bonds)
    first = found[0]
    return Attribution(
        tie=first.tie,
        path=first.path,
        current=first.current,
        running=any(one.running for one in found),
        since=first.lasting.since,
        until=first.lasting.until,
        reasons=tuple(_reason(one, fact, catalogue) for one in found),
        others=tuple(found[1:]),
    )


def _ties(fact: Fact, through: str, bonds: Bonds) -> Iterator[Bond]:
    """Give every tie of the actor, and of the organisation through which he acted (weighing.md no. 7)."""
    actor = bonds.who_is(fact.actor)
    if actor in bonds.subjects:
        yield _itself((actor,))
    elif through in bonds.subjects:
        yield _itself((actor, through) if actor else (through,))
    for party in dict.fromkeys(one for one in (actor, through) if one and one not in bonds.subjects):
        yield from bonds.toward.get(party, ())
        yield from bonds.behind.get(party, ())


def _capacity(fact: Fact, dossier: RuleDossier, bonds: Bonds) -> str:
    """Give the subject or the organisation through which was acted; a sole trader's firm is he himself.

    Through another person nobody acts: whoever uses him as a front leads the subject, and is recorded so.
    """
    named = known(fact.capacity)
    through = "" if named in (None, OWN) else bonds.who_is(str(named))
    party = dossier.party(through)
    return "" if party is not None and party.is_person and through not in bonds.subjects else through


def _itself(path: tuple[str, ...]) -> Bond:
    return Bond(Tie.A, path, Lasting(NOT_KNOWN, None), current=True, running=True)


def _without_tie(fact: Fact, through: str, catalogue: Catalogue, bonds: Bonds) -> Attribution:
    actor = bonds.who_is(fact.actor)
    doubts = [doubt for party in dict.fromkeys((actor, through)) for doubt in bonds.doubts.get(party, ())]
    told = catalogue.inquiry["tie-none"]
    return Attribution(
        tie=Tie.NONE,
        path=(),
        current=None,
        running=False,
        reasons=(Reason(told.filled(actor=actor or UNNAMED), told.basis, about=(fact.id,), rule=told.id),),
        unknown=tuple(_unknowns(fact, actor, doubts, bonds)),
        could_be=_could_be(actor, doubts),
    )


def _unknowns(fact: Fact, actor: str, doubts: list[Doubt], bonds: Bonds) -> Iterator[Unknown]:
    if not actor:
        yield Unknown(Missing.RELATION, fact.id, NO_ACTOR.format(fact.id))
    elif not bonds.is_complete:
        yield Unknown(Missing.RELATION, actor, PAST_NOT_SEARCHED.format(actor))
    yield from dict.fromkeys(Unknown(Missing.RELATION, doubt.record, doubt.text) for doubt in doubts)


def _could_be(actor: str, doubts: list[Doubt]) -> Tie:
    """Give the closest tie that is still possible; whoever is not named could be the subject itself."""
    if not actor:
        return Tie.A
    return min((doubt.tie for doubt in doubts), key=list(Tie).index, default=Tie.NONE)


def _reason(bond: Bond, fact: Fact, catalogue: Catalogue) -> Reason:
    told = catalogue.inquiry[f"tie-{bond.tie}"]
    roles = ", ".join(dict.fromkeys(catalogue.word("role", role) for role in bond.roles))
    as_what = f" Als {roles}{_period(bond)}." if roles else ""
    text = told.filled(path=" → ".join(bond.path)) + as_what
    return Reason(text, told.basis, about=(fact.id, *bond.path, *bond.records), rule=told.id)


def _period(bond: Bond) -> str:
    since, until = bond.lasting.since, bond.lasting.until
    begun = f", sinds {tell(since)}" if isinstance(since, When) else ", begin niet bekend"
    if isinstance(until, When):
        return f"{begun}, tot {tell(until)}"
    return f"{begun}, einde niet bekend (telt als lopend)" if until is NOT_KNOWN else begun
