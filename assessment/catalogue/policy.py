# SPDX-License-Identifier: EUPL-1.2
"""What a municipality decides itself: which applications it assesses, and the terms that no statute gives a length.

The shipped file says between which bounds; a municipality's own layer fills it in (practice.md 1.1).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from assessment.catalogue.reading import Entry, by_id
from assessment.dossier.application import Trigger

POLICY_TERMS: Final = ("supplement", "hearing")
"""Terms that the municipality sets in a letter; those of a statute are not among them."""


@dataclass(frozen=True, slots=True)
class PolicyTerm:
    """A term in whole weeks, and between which lengths it can be set; `changed_by` whom, where it was."""

    id: str
    name: str
    weeks: int
    least: int
    most: int
    reason: str
    source: str
    changed_by: str = ""


@dataclass(frozen=True, slots=True)
class TriageRule:
    """When one type of permit is assessed.

    With an `amount` the trigger holds from `least` euro on, and `otherwise` below it; `share` is that of a sample.
    """

    permit: str
    trigger: Trigger
    rule: str
    amount: str = ""
    least: Decimal = Decimal(0)
    otherwise: Trigger | None = None
    share: Decimal | None = None


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Patterns of what no question asks: who somebody is; and in which neighbourhood, in a question that counts."""

    persons: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Policy:
    """The terms, the amounts on which a rule can rest, the rules per type of permit, and what is never asked."""

    terms: Mapping[str, PolicyTerm] = field(default_factory=dict)
    amounts: Mapping[str, str] = field(default_factory=dict)
    triage: Mapping[str, TriageRule] = field(default_factory=dict)
    not_asked: NotAsked = NotAsked()

    def trigger(self, permit: str, amounts: Mapping[str, Decimal]) -> Trigger | None:
        """Say what the policy gives as occasion; None where it says nothing or the amount is not known."""
        rule = self.triage.get(permit)
        if rule is None or not rule.amount:
            return rule.trigger if rule else None
        amount = amounts.get(rule.amount)
        if amount is None:
            return None
        return rule.trigger if amount >= rule.least else rule.otherwise


NO_POLICY: Final = Policy()


def read_policy(top: Entry) -> Policy:
    """Read the shipped `policy.yaml`: bounds and defaults; no municipality has decided anything yet."""
    terms = by_id(top, "terms", _term)
    for id_ in POLICY_TERMS:
        if id_ not in terms:
            top.fault("terms", f"{id_} ontbreekt")
    amounts = by_id(top, "amounts", lambda entry, _id: entry.text("name"))
    never = top.entry("not_asked")
    not_asked = NotAsked(never.patterns("persons"), never.patterns("places"), never.text("source"))
    never.close()
    return Policy(terms, amounts, not_asked=not_asked)


def read_own_policy(top: Entry, shipped: Policy, permits: Collection[str], by: str) -> Policy:
    """Read a municipality's `policy.yaml` on top of what ships; every value outside its bounds is a fault."""
    own = by_id(top, "terms", lambda entry, id_: _own_term(entry, id_, shipped, by), needed=False)
    triage = by_id(top, "triage", lambda entry, id_: _rule(entry, id_, shipped, permits), needed=False)
    changed = {id_: one for id_, one in own.items() if one is not None}
    return replace(shipped, terms={**shipped.terms, **changed}, triage=triage)


def _term(entry: Entry, id_: str) -> PolicyTerm:
    term = PolicyTerm(
        id_,
        entry.text("name"),
        entry.whole("weeks"),
        entry.whole("least"),
        entry.whole("most"),
        entry.text("reason"),
        entry.text("source"),
    )
    if not term.least <= term.weeks <= term.most:
        entry.fault("weeks", f"dit ligt niet tussen {term.least} en {term.most}")
    return term


def _own_term(entry: Entry, id_: str, shipped: Policy, by: str) -> PolicyTerm | None:
    weeks, source = entry.whole("weeks"), entry.text("rule")
    term = shipped.terms.get(id_)
    if term is None:
        entry.fault("id", "deze termijn staat niet in het beleid; een termijn uit de wet verandert een gemeente niet")
        return None
    if not term.least <= weeks <= term.most:
        entry.fault("weeks", f"dit ligt niet tussen {term.least} en {term.most}: {term.reason}")
    return replace(term, weeks=weeks, source=source, changed_by=by)


def _rule(entry: Entry, permit: str, shipped: Policy, permits: Collection[str]) -> TriageRule:
    if permit not in permits:
        entry.fault("id", f"{permit} bestaat niet")
    rule = TriageRule(permit, entry.choice("trigger", Trigger), entry.text("rule"), entry.text("amount", needed=False))
    if rule.amount:
        if rule.amount not in shipped.amounts:
            entry.fault("amount", f"{rule.amount!r} staat niet in: {', '.join(shipped.amounts)}")
        rule = replace(rule, least=entry.number("from"), otherwise=entry.choice("otherwise", Trigger))
        if rule.least < 0:
            entry.fault("from", "hier hoort een bedrag van nul of meer te staan")
    if Trigger.SAMPLE in (rule.trigger, rule.otherwise):
        rule = replace(rule, share=entry.number("share"))
        if not 0 < (rule.share or 0) <= 1:
            entry.fault("share", "hier hoort een deel tussen 0 en 1 te staan")
    return rule
