# SPDX-License-Identifier: EUPL-1.2
"""Why somebody controls an organisation: the share as it was computed, and the relations on the path that is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When, tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.relation import Relation
from assessment.explanation.tree import FollowsFrom
from assessment.inquiry.holding import active_relations
from assessment.inquiry.roles import BEARINGS, HOLDING
from assessment.known import NOT_KNOWN_WORD, NotKnown, known
from assessment.money import show_percent
from assessment.outcome import Assessment
from assessment.outcome_control import Control, Remainder

RULE = "control"
Steps = Mapping[tuple[str, str], Sequence[Relation]]


def explain_controls(
    assessment: Assessment, dossier: Dossier, catalogue: Catalogue
) -> Iterator[tuple[str, FollowsFrom]]:
    """Explain who controls whom on the day of assessment, by `party:organisation`."""
    steps = _steps(dossier, assessment.assessed_on)
    how = _how(assessment.assessed_on, catalogue)
    for one in assessment.control:
        yield f"{one.party}:{one.over}", _explained(one, steps, how, catalogue)


def explain_control(control: Control, on: date, dossier: Dossier, catalogue: Catalogue) -> FollowsFrom:
    """Explain one of them."""
    return _explained(control, _steps(dossier, on), _how(on, catalogue), catalogue)


def explain_remainder(remainder: Remainder, on: date, catalogue: Catalogue) -> FollowsFrom:
    """Explain the part of an organisation of which no holder is recorded."""
    how = _how(on, catalogue)
    shares = (("vastgelegd", remainder.recorded), ("niet vastgelegd", remainder.unknown))
    inputs = tuple((name, show_percent(share, 2)) for name, share in shares)
    return FollowsFrom("remainder", how.article, remainder.words, inputs, (how,), (remainder.over, *remainder.open))


def _steps(dossier: Dossier, on: date) -> Steps:
    """Lay the relations that can give control by the two that they are between."""
    steps: defaultdict[tuple[str, str], list[Relation]] = defaultdict(list)
    for one in active_relations(dossier.relations, on):
        if one.role in HOLDING or one.role in BEARINGS:
            steps[one.from_, one.to].append(one)
    return steps


def _how(on: date, catalogue: Catalogue) -> FollowsFrom:
    told = catalogue.sentences[RULE]
    return FollowsFrom(RULE, told.source, told.filled(date=tell(on)))


def _explained(control: Control, steps: Steps, how: FollowsFrom, catalogue: Catalogue) -> FollowsFrom:
    """Name the relations of each step of the path; the first is where the reader can begin to reckon."""
    path = " → ".join(control.path)
    roles = ", ".join(catalogue.word("role", one) for one in control.roles)
    share = told_holding(control)
    inputs = [("pad", path), ("als", roles), *((("deel", share),) if share else ())]
    if control.share is not None and control.along != control.share:
        inputs.append(("langs dit pad alleen", _told(control.along) or NOT_KNOWN_WORD))
    found = [one for step in pairwise(control.path) for one in _of_step(step, control, steps)]
    parts = (how, *(_recorded(one, how.article, catalogue) for one in found))
    return FollowsFrom(
        RULE,
        how.article,
        f"{path}: {', '.join(filter(None, (share, roles)))}",
        tuple(inputs),
        parts,
        (control.party, control.over),
    )


def told_holding(control: Control) -> str:
    """Tell the share; who only leads or finances holds none, and of a holding it can be unknown."""
    if control.share is not None:
        share = show_percent(control.share, 2)
        return f"ten minste {share}" if control.at_least else share
    return "deel niet bekend" if any(one in HOLDING for one in control.roles) else ""


def _of_step(step: tuple[str, str], control: Control, steps: Steps) -> Iterable[Relation]:
    """Along a chain only holdings carry; of the party itself in the organisation also what it is beside these."""
    direct = step == (control.party, control.over)
    return (one for one in steps.get(step, ()) if direct or one.role in HOLDING)


def _recorded(relation: Relation, article: str, catalogue: Catalogue) -> FollowsFrom:
    """Tell a relation as it was recorded, with its period and sources."""
    share = known(relation.share)
    parts = (
        f"{relation.from_} is {catalogue.word('role', relation.role)} van {relation.to}",
        _told(share),
        _period(relation),
    )
    inputs = (("bronnen", ", ".join(relation.sources)),) if relation.sources else ()
    return FollowsFrom(relation.id, article, ", ".join(filter(None, parts)), inputs, about=(relation.id,))


def _told(share: Decimal | None) -> str:
    return "" if share is None else show_percent(share, 2)


def _period(relation: Relation) -> str:
    since = f"sinds {tell(relation.since)}" if isinstance(relation.since, When) else "begin niet bekend"
    if isinstance(relation.until, When):
        return f"{since} tot {tell(relation.until)}"
    return f"{since}, einde niet bekend" if isinstance(relation.until, NotKnown) else since
