# SPDX-License-Identifier: EUPL-1.2
"""Why a fact is worth what it is, how the subject stands to it, and for which grounds it counts or not."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import Period, tell
from assessment.dossier.answer import JA, NEE
from assessment.dossier.fact import Benefit, Fact, Link, Plausible, Status, Suspicion, ToObtain
from assessment.explanation.tree import Explained, FollowsFrom, JudgementOf, judged, of_reason
from assessment.inquiry.attribution import OWN
from assessment.known import NOT_KNOWN_WORD, known
from assessment.outcome import FactOutcome, Tie

ARTICLE = "Wet Bibob art. 3 en 3a"


def explain_fact(outcome: FactOutcome, fact: Fact | None, catalogue: Catalogue) -> FollowsFrom:
    """Explain one fact: what follows first, then what the officer judged of it."""
    parts: list[Explained] = [of_reason(one) for one in outcome.reasons]
    parts += [of_reason(one.reason) for one in outcome.not_for]
    parts += _judged(fact, catalogue) if fact else ()
    inputs = (
        *(_recorded(fact, catalogue) if fact else ()),
        ("klasse", catalogue.word("evidence-class", outcome.evidence_class)),
        ("relatie", catalogue.word("tie", outcome.relation)),
        ("pad", " → ".join(outcome.relation_path)),
        ("relatie loopt", "" if outcome.relation is Tie.NONE else JA if outcome.running else NEE),
        ("ouderdom in jaren", "" if outcome.age_years is None else str(outcome.age_years)),
        ("telt mee voor", ", ".join(outcome.counts_for)),
    )
    text = catalogue.word("evidence-class", outcome.evidence_class)
    given = tuple((name, value) for name, value in inputs if value)
    return FollowsFrom("fact", ARTICLE, text, given, tuple(dict.fromkeys(parts)), (outcome.id,))


def _recorded(fact: Fact, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Give what was recorded of the fact and went in: its status, when it was, who did it, and its sources."""
    status = catalogue.word("status", fact.status) if isinstance(fact.status, Status) else NOT_KNOWN_WORD
    yield "stand van zaken", status
    if isinstance(fact.committed, Period):
        days = (fact.committed.first, fact.committed.last)
        yield "gepleegd", " tot ".join(tell(one) for one in days if one is not None)
    yield "door", fact.actor
    yield "in hoedanigheid van", "" if fact.capacity == OWN else known(fact.capacity) or ""
    yield "bronnen", ", ".join(fact.sources)


def _judged(fact: Fact, catalogue: Catalogue) -> Iterator[JudgementOf]:
    if isinstance(fact.offence_plausible, Plausible):
        yield from judged(catalogue.word("plausible", fact.offence_plausible), fact.id)
    if isinstance(fact.suspicion, Suspicion):
        yield from judged(_with(catalogue.word("suspicion", fact.suspicion), known(fact.suspicion_reason)), fact.id)
    for one in fact.links:
        if isinstance(one.link, Link):
            yield from judged(_with(catalogue.word("link", one.link), known(one.reason)), fact.id, one.permit)
    yield from judged(fact.why_still, fact.id)
    if isinstance(fact.benefit, Benefit):
        yield from judged(fact.benefit.method, fact.id)
        yield from judged(fact.benefit.money_path, fact.id)
    if isinstance(fact.to_obtain, ToObtain):
        yield from judged(fact.to_obtain.intent, fact.id)
        yield from judged(fact.to_obtain.relevance, fact.id)


def _with(word: str, reason: str | None) -> str:
    return f"{word}: {reason.strip()}" if reason and reason.strip() else word
