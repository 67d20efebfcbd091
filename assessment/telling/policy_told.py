# SPDX-License-Identifier: EUPL-1.2
"""What the municipality's own policy says of assessing these permits and of its letters (practice.md 1.1)."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.policy import TriageRule
from assessment.dossier.application import Trigger
from assessment.dossier.dossier import Dossier
from assessment.money import show_number, show_percent
from assessment.telling.words import count

NOT_NAMED = "niet genoemd in het eigen beleid"


def triage_told(dossier: Dossier, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
    """Give name and rule per type of permit; nothing where no municipality made rules."""
    rules = catalogue.policy.triage
    types = dict.fromkeys(permit.type for permit in dossier.permits) if rules else ()
    return tuple((_name(one, catalogue), _rule(rules.get(one), catalogue)) for one in types)


def term_told(catalogue: Catalogue, id_: str) -> str:
    """Say how much time a letter gives by policy: the municipality's own, or what is usual."""
    term = catalogue.policy.terms[id_]
    weeks = count(term.weeks, "week", "weken")
    return f"Eigen beleid: {weeks} ({term.source})." if term.changed_by else f"Gebruikelijk: {weeks}."


def _name(code: str, catalogue: Catalogue) -> str:
    permit = catalogue.permits.get(code)
    return permit.name if permit else code


def _rule(rule: TriageRule | None, catalogue: Catalogue) -> str:
    if rule is None:
        return NOT_NAMED
    words = catalogue.words["trigger"]
    first = _occasion(rule, rule.trigger, words)
    if rule.otherwise is not None:
        amount = f"vanaf {show_number(rule.least)} ({catalogue.policy.amounts[rule.amount]})"
        first = f"{amount} {first}, daaronder {_occasion(rule, rule.otherwise, words)}"
    return f"{first} ({rule.rule})"


def _occasion(rule: TriageRule, occasion: Trigger, words: Mapping[str, str]) -> str:
    share = f" van {show_percent(rule.share, 0)}" if occasion is Trigger.SAMPLE and rule.share is not None else ""
    return f"{words[occasion.value]}{share}"
