# SPDX-License-Identifier: EUPL-1.2
"""Arbitrary dossiers whose records do speak of each other, so that every rule gets something to look at."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from assessment.dossier.application import Permit
from assessment.dossier.bureau_advice import BureauAdvice, Verification
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event
from assessment.dossier.fact import Fact, PermitLink
from assessment.dossier.hearing import Hearing
from assessment.dossier.information import Information
from assessment.dossier.party import Organisation, Person
from assessment.dossier.relation import Relation

from .dossiers import some_dossier, some_record

PARTIES = ("p1", "p2", "p3")
SOURCES = ("i1", "i2", "i3")
FACTS = ("f1", "f2", "f3")
PERMITS = ("EXP", "ALC")
OFFENCES = ("opiumwet-2", "sr-420bis", "awr-67f", "wav-2", "sr-300")
BASES = ("bibob-7a", "bibob-7b", "bjsg-15", "wjsg-39f", "own-task", "bibob-26")

_few = {"max_size": 3}


@st.composite
def tangled(draw: st.DrawFn) -> Dossier:
    """Make a dossier of a few records that name each other."""

    def some(kind: type, ids: tuple[str, ...], **more: Any) -> tuple[Any, ...]:
        made = [draw(some_record(kind)) for _ in ids[: draw(st.integers(0, len(ids)))]]
        named = [replace(one, id=id_) for one, id_ in zip(made, ids, strict=False)]
        return tuple(replace(one, **{key: draw(value) for key, value in more.items()}) for one in named)

    party, source = st.sampled_from(PARTIES), st.lists(st.sampled_from(SOURCES), **_few).map(tuple)
    links = st.lists(some_record(PermitLink), **_few).map(
        lambda found: tuple(replace(one, permit=permit) for one, permit in zip(found, PERMITS, strict=False))
    )
    dossier = draw(some_dossier())
    application = replace(dossier.application, permit_types=draw(st.sampled_from([(), _permits(1), _permits(2)])))
    about = st.lists(st.sampled_from(("draft", *FACTS)), **_few).map(tuple)
    verified = st.lists(some_record(Verification), **_few).map(
        lambda found: tuple(replace(one, fact=fact) for one, fact in zip(found, FACTS, strict=False))
    )
    return replace(
        dossier,
        application=application,
        subject=draw(st.sampled_from([(), ("p1",), ("p1", "p2")])),
        parties=(Organisation("p1", name="Een B.V.", legal_form="bv"), *some(Person, PARTIES[1:])),
        relations=some(Relation, ("r1", "r2", "r3"), from_=party, to=party, sources=source),
        information=some(Information, SOURCES, basis=st.sampled_from(BASES)),
        facts=some(Fact, FACTS, actor=party, offence=st.sampled_from(OFFENCES), sources=source, links=links),
        events=tuple(draw(st.lists(some_record(Event), max_size=8))),
        hearings=some(Hearing, ("h1", "h2"), party=party, about=about),
        bureau_advices=some(BureauAdvice, ("b1", "b2"), verified=verified),
    )


def _permits(number: int) -> tuple[Permit, ...]:
    return tuple(Permit(code, code) for code in PERMITS[:number])
