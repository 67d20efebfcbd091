# SPDX-License-Identifier: EUPL-1.2
"""The weighing as a whole: per fact what it counts for, per ground criteria, indication, range and robustness."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.weighing import Framework, Setting
from assessment.dossier.blind import RuleDossier
from assessment.dossier.fact import Benefit, Suspicion
from assessment.dossier.financing import Financing
from assessment.inquiry.funding import is_evidence_known
from assessment.inquiry.unknown import Missing
from assessment.known import known
from assessment.money import show_euro, show_number
from assessment.outcome import Admission, FactOutcome, Funding, GroundOutcome, NotFor, ObtainOutcome, Reason
from assessment.terms.invitations import expired_open
from assessment.truth import Truth
from assessment.weighing.grounds import Counted, Grounds
from assessment.weighing.indication import Indicated, Limits, indicate
from assessment.weighing.obtain import Element, obtained
from assessment.weighing.refusal import is_deemed
from assessment.weighing.robustness import decisive, unknowns, would_raise
from assessment.weighing.standing import Standing
from assessment.weighing.weight import Balance

_GROUNDS: Final = ("a", "b")

SUPPLEMENT: Final = "supplement"
"""The name of an expired invitation among what is unknown; the open point about it bears the same."""


@dataclass(frozen=True, slots=True)
class Matter:
    """What the weighing is about: the dossier, what the inquiry found of it, and the day of assessment.

    `open_questions`: per ground the unanswered questions that are decisive for it.
    """

    dossier: RuleDossier
    standings: tuple[Standing, ...]
    admissions: Mapping[str, Admission]
    funding: Funding | None
    open_questions: Mapping[str, tuple[str, ...]]
    on: date


@dataclass(frozen=True, slots=True)
class Weighing:
    """The outcome of the weighing."""

    facts: tuple[FactOutcome, ...]
    a: GroundOutcome
    b: GroundOutcome
    c: ObtainOutcome
    missing: Mapping[str, frozenset[Missing]]
    elements: tuple[Element, ...]


def weigh(matter: Matter, catalogue: Catalogue) -> Weighing:
    """Weigh all facts on all grounds."""
    grounds = Grounds(matter.dossier, catalogue.framework)
    counted = {ground: [grounds.count(ground, one) for one in matter.standings] for ground in _GROUNDS}
    told = {ground: _ground(ground, matter, counted[ground], catalogue) for ground in _GROUNDS}
    c, elements = obtained(matter.standings, matter.admissions, catalogue.framework)
    lacks = {one.fact: one for one in elements}
    rows = zip(matter.standings, counted["a"], counted["b"], strict=True)
    facts = tuple(_fact(grounds, one, {"a": a, "b": b}, lacks.get(one.id)) for one, a, b in rows)
    missing = {
        one.id: frozenset({*a.missing, *b.missing})
        for one, a, b in zip(matter.standings, counted["a"], counted["b"], strict=True)
    }
    return Weighing(facts, told["a"], told["b"], c, missing, elements)


def unexplained(dossier: RuleDossier, funding: Funding | None, threshold: Decimal) -> Truth:
    """Whether the unexplained part of the need is large (weighing.md); not known where too little was recorded.

    A sum of which nobody said how far it is proven may be proven whole: it never makes the part large by itself.
    """
    if funding is None or funding.need <= 0:
        return Truth.UNKNOWN
    lines = dossier.financing.sources if isinstance(dossier.financing, Financing) else ()
    unsaid = sum((line.amount for line in lines if not is_evidence_known(line)), Decimal(0))
    at_most = (funding.need - funding.evidenced) / funding.need
    at_least = at_most - unsaid / funding.need
    return Truth.of(at_most >= threshold) if (at_least >= threshold) is (at_most >= threshold) else Truth.UNKNOWN


def _fact(grounds: Grounds, standing: Standing, counted: Mapping[str, Counted], element: Element | None) -> FactOutcome:
    counts = [ground for ground, one in counted.items() if one.counts]
    not_for = [NotFor(ground, one.reason) for ground, one in counted.items() if not one.counts]
    reasons = [*standing.reasons, *(one.reason for one in counted.values() if one.counts)]
    if element and not element.missing:
        counts.append("c")
        reasons.append(grounds.say("counts-c", standing))
    elif element:
        not_for.append(NotFor("c", grounds.say("not-c", standing)))
    return FactOutcome(
        standing.id,
        standing.evidence_class,
        standing.tie,
        standing.path,
        standing.current,
        standing.running,
        standing.age,
        tuple(counts),
        tuple(not_for),
        tuple(dict.fromkeys(reasons)),
    )


def _ground(ground: str, matter: Matter, counted: Sequence[Counted], catalogue: Catalogue) -> GroundOutcome:
    framework = catalogue.framework
    balance = _balance(ground, matter, counted, catalogue)
    indicated = indicate(balance, Limits.of(framework))
    return GroundOutcome(
        ground,
        _criteria(ground, matter, counted, catalogue),
        indicated.degree,
        indicated.low,
        indicated.high,
        indicated.found.rule,
        tuple(_reasons(balance, indicated, catalogue)),
        decisive(balance, indicated, framework),
        would_raise(balance, indicated, framework),
        indicate(replace(balance, deemed=False), Limits.of(framework)).degree,
    )


def _balance(ground: str, matter: Matter, counted: Iterable[Counted], catalogue: Catalogue) -> Balance:
    """Lay the facts on the balance in a fixed order, so that the order of recording never matters."""
    framework = catalogue.framework
    invited = (SUPPLEMENT,) if expired_open(matter.dossier, matter.on) else ()
    share = framework.value("unexplained_share")
    return Balance(
        ground,
        tuple(sorted((one.weighed for one in counted), key=lambda one: one.fact)),
        (*matter.open_questions.get(ground, ()), *invited),
        unexplained(matter.dossier, matter.funding, share) if ground == "a" else Truth.NO,
        is_deemed(matter.dossier, framework, matter.on),
    )


def _reasons(balance: Balance, indicated: Indicated, catalogue: Catalogue) -> Iterable[Reason]:
    """Tell which row spoke, and what leaves room for more (weighing.md no. 19)."""
    framework = catalogue.framework
    row = framework.rows[indicated.found.rule]
    yield Reason(row.text, f"{row.source}, {row.name}", about=indicated.found.rests_on, rule=row.id)
    yield from (_changed(one, framework) for one in framework.changed(balance.ground))
    if indicated.low is not indicated.high:
        names = unknowns(balance)
        sentence = framework.reasons["range"]
        degree = catalogue.word("degree", indicated.high)
        text = sentence.filled(degree=degree, unknowns=", ".join(names))
        yield Reason(text, sentence.source, about=names, rule=sentence.id)


def _changed(setting: Setting, framework: Framework) -> Reason:
    """Tell what a municipality changed in the framework, for whatever row spoke: another one might have."""
    sentence = framework.reasons["setting-changed"]
    told = sentence.filled(
        by=f"{setting.changed_by[:1].upper()}{setting.changed_by[1:]}",
        name=setting.name,
        value=show_number(setting.value),
        shipped=show_number(setting.value if setting.shipped is None else setting.shipped),
        reason=setting.reason,
    )
    return Reason(told, f"{sentence.source}; {setting.source}", rule=sentence.id)


def _criteria(ground: str, matter: Matter, counted: Sequence[Counted], catalogue: Catalogue) -> Mapping[str, object]:
    """Fill the criteria of art. 3 par. 2 or 3 with the facts that count."""
    ids = {one.weighed.fact for one in counted if one.counts}
    facts = [one for one in matter.standings if one.id in ids]
    told: dict[str, object] = {
        "facts": tuple(one.id for one in facts),
        "suspicion": _each(facts, [_suspicion(one, catalogue) for one in facts]),
        "relation": _each(facts, [_relation(one, catalogue) for one in facts]),
    }
    if ground == "a":
        return {**told, "benefit": _each(facts, [_benefit(one) for one in facts])}
    return {**told, "count": len(facts)}


def _each(facts: Sequence[Standing], words: Sequence[str]) -> str:
    return "; ".join(f"{one.id}: {word}" for one, word in zip(facts, words, strict=True))


def _suspicion(standing: Standing, catalogue: Catalogue) -> str:
    suspicion = known(standing.fact.suspicion)
    if standing.points_to or not isinstance(suspicion, Suspicion):
        return catalogue.word("evidence-class", standing.evidence_class)
    return catalogue.word("suspicion", suspicion)


def _relation(standing: Standing, catalogue: Catalogue) -> str:
    words = catalogue.framework.reasons
    lasts = words["relation-running" if standing.running else "relation-ended"].text
    return f"{catalogue.word('tie', standing.tie)} ({lasts})"


def _benefit(standing: Standing) -> str:
    """Tell the amount, else the ends that are known; a fact counts for ground a only when one of them is."""
    benefit = standing.fact.benefit
    amounts = (benefit.amount, benefit.low, benefit.high) if isinstance(benefit, Benefit) else ()
    recorded = [one for one in amounts if isinstance(one, Decimal)]
    told = recorded[:1] if amounts and recorded[:1] == [amounts[0]] else recorded
    return " – ".join(map(show_euro, told))
