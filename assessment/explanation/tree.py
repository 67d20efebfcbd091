# SPDX-License-Identifier: EUPL-1.2
"""The two kinds of statement of which every explanation is made, as two types: neither can become the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from assessment.known import Maybe
from assessment.outcome import Nature, Reason

OFFICER: Final = "behandelaar"
"""By whom a judgement is where the dossier does not name anybody."""


@dataclass(frozen=True, slots=True)
class JudgementOf:
    """What somebody judged, in his own words, and what it is about."""

    by: str
    text: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowsFrom:
    """What follows from a rule: the rule by name, its article, the sentence, what went in, and what it rests on."""

    rule: str
    article: str
    text: str
    inputs: tuple[tuple[str, str], ...] = ()
    parts: tuple[Explained, ...] = ()
    about: tuple[str, ...] = ()


Explained: TypeAlias = FollowsFrom | JudgementOf


def walk(node: Explained) -> Iterator[Explained]:
    """Give a node and all below it, top down."""
    yield node
    for part in node.parts if isinstance(node, FollowsFrom) else ():
        yield from walk(part)


def leaves(node: Explained) -> Iterator[Explained]:
    """Give what rests on nothing else."""
    for one in walk(node):
        if isinstance(one, JudgementOf) or not one.parts:
            yield one


def of_reason(reason: Reason) -> Explained:
    """Make a leaf of a reason in the outcome."""
    if reason.nature is Nature.JUDGEMENT:
        return JudgementOf(OFFICER, reason.text, reason.about)
    return FollowsFrom(reason.rule, reason.basis, reason.text, about=reason.about)


def judged(text: Maybe[str], *about: str, by: str = OFFICER) -> Iterator[JudgementOf]:
    """Give what somebody wrote as a judgement; nothing where nothing was written."""
    if isinstance(text, str) and text.strip():
        yield JudgementOf(by, text.strip(), about)
