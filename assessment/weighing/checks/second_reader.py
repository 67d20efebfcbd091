# SPDX-License-Identifier: EUPL-1.2
"""L01 and L02: the second pair of eyes."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.dates import When
from assessment.dossier.review import Review, Verdict
from assessment.receipt import seal
from assessment.weighing.checks.case import Case, Raised, raised


def raise_checks(case: Case) -> Iterator[Raised]:
    """L01 says only that no second reader has agreed yet; L02 that the dossier changed, or that he disagreed."""
    last = _last(case.whole.reviews)
    if last is None or last.verdict not in Verdict:
        yield raised("L01-not-agreed")
    elif last.verdict is Verdict.DISAGREED:
        yield raised("L02-disagreed")
    elif last.seal != seal(case.whole):
        yield raised("L02-changed")


def _last(reviews: tuple[Review, ...]) -> Review | None:
    """The newest reading; of two on one day, and where no day is known, the one that was recorded last."""
    dated = [one for one in enumerate(reviews) if isinstance(one[1].on, When)]
    if len(dated) < len(reviews):
        return reviews[-1]
    return max(dated, key=lambda one: (one[1].on, one[0]))[1] if dated else None
