# SPDX-License-Identifier: EUPL-1.2
"""C13: wording that declares somebody guilty of what is a suspicion, or of what he was cleared of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.dossier.fact import Status
from assessment.weighing.checks.case import Case, Raised, raised
from assessment.weighing.checks.guilt import guilty_words
from assessment.weighing.checks.written import concluded, told_of

CONVICTED: Final = frozenset({Status.CONVICTION, Status.CONVICTION_FINAL})


def raise_checks(case: Case) -> Iterator[Raised]:
    """Read the officer's texts; only where every fact rests on a conviction may a text say that it was done.

    Of whoever was acquitted it may be said least of all (ECHR art. 6 par. 2); where no fact is recorded, of nobody.
    """
    words = case.catalogue.checks.guilt
    not_convicted = [one for one in case.dossier.facts if one.status not in CONVICTED]
    for one in not_convicted:
        for text in told_of(one):
            if found := guilty_words(text, words):
                yield raised("C13-fact", one.id, words=found)
    if not_convicted or not case.dossier.facts:
        for written in concluded(case):
            if found := guilty_words(written.text, words):
                place = case.framework.reasons[written.place].filled(about=written.about)
                yield raised("C13-conclusion", written.about, words=found, place=place)
