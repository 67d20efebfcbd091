# SPDX-License-Identifier: EUPL-1.2
"""A sole trader is himself: his firm is no legal person beside him (weighing.md no. 5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.blind import Actor, RuleDossier
from assessment.dossier.financing import Financing, SourceLine
from assessment.dossier.relation import Role
from assessment.known import Maybe, known

OWNER_ROLES = frozenset({Role.DIRECTOR, Role.SHAREHOLDER, Role.UBO, Role.PARTNER_IN_FIRM})


def is_legal_person(party: Actor | None, catalogue: Catalogue) -> bool | None:
    """Whether a party is a legal person in the sense of Sr art. 51; None when its legal form is not known."""
    if party is None or party.is_person:
        return False
    form = catalogue.legal_forms.get(known(party.form) or "")
    return form.legal_person if form else None


def owners(dossier: RuleDossier, catalogue: Catalogue) -> dict[str, str]:
    """Give per firm of a sole trader the one who owns it; a firm with more than one candidate is left as it is."""
    firms = {
        party.id for party in dossier.parties if not party.is_person and is_legal_person(party, catalogue) is False
    }
    candidates: defaultdict[str, set[str]] = defaultdict(set)
    for one in dossier.relations:
        if one.to in firms and one.from_ not in firms and one.role in OWNER_ROLES:
            candidates[one.to].add(one.from_)
    return {firm: next(iter(found)) for firm, found in candidates.items() if len(found) == 1}


def own_parties(dossier: RuleDossier, catalogue: Catalogue) -> frozenset[str]:
    """Give the subjects and whoever is one with them: the owner of a firm among them, and the firm of an owner."""
    owner = owners(dossier, catalogue)
    people = {owner.get(one, one) for one in dossier.subject}
    return frozenset({*dossier.subject, *people, *(firm for firm, one in owner.items() if one in people)})


def as_owners(dossier: RuleDossier, owner: Mapping[str, str]) -> RuleDossier:
    """Give the dossier in which the owner stands wherever his firm stood; only for looking at relations."""
    if not owner:
        return dossier
    relations = tuple(
        replace(one, from_=owner.get(one.from_, one.from_), to=owner.get(one.to, one.to)) for one in dossier.relations
    )
    subject = tuple(dict.fromkeys(owner.get(one, one) for one in dossier.subject))
    return dossier.with_relations(subject, relations, _lent_by(dossier.financing, owner))


def _lent_by(financing: Maybe[Financing], owner: Mapping[str, str]) -> Maybe[Financing]:
    """Let the owner be the lender where his firm lends."""
    if not isinstance(financing, Financing):
        return financing
    return replace(financing, sources=tuple(_lent(line, owner) for line in financing.sources))


def _lent(line: SourceLine, owner: Mapping[str, str]) -> SourceLine:
    lender = known(line.lender)
    return replace(line, lender=owner.get(lender, lender)) if lender else line
