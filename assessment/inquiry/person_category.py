# SPDX-License-Identifier: EUPL-1.2
"""In which column of the source-person matrix a party stands, computed from the relations (law.md 1.7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.partner import PersonCategory
from assessment.dossier.application import Instrument
from assessment.dossier.blind import RuleDossier
from assessment.dossier.fact import Fact
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.bond import Bonds
from assessment.inquiry.lasting import Lasting, anchor_of
from assessment.inquiry.sole_trader import as_owners, is_legal_person
from assessment.outcome import Tie

BY_TIE: Final = {
    Tie.C_LEADS: PersonCategory.MANAGER,
    Tie.C_CONTROLS: PersonCategory.CONTROLLER,
    Tie.C_FINANCES: PersonCategory.FINANCIER,
    Tie.C_PARTNERSHIP: PersonCategory.PARTNER,
}
"""Art. 1 par. 1: whoever leads, controls or finances the subject, directly or indirectly, now or in the past."""

BY_ROLE: Final = {
    Role.NAMED_ON_PERMIT: PersonCategory.NAMED_ON_PERMIT,
    Role.EQUATED: PersonCategory.EQUATED,
}

_DIRECTING: Final = (Role.DIRECTOR, Role.PARTNER_IN_FIRM)

Categories = Mapping[str, frozenset[PersonCategory]]
"""Per party the columns in which it stands; a party that is absent stands outside all of them."""

OpenCircle = Mapping[str, Mapping[PersonCategory, str]]
"""Per party the columns in which something not known could still place it, with the task that settles it."""

NO_FORM: Final = "Leg de rechtsvorm van {} vast; daarvan hangt af over wie deze bron mag worden bevraagd."


def categories(dossier: RuleDossier, catalogue: Catalogue, bonds: Bonds) -> Categories:
    """Compute the columns of every party."""
    merged = as_owners(dossier, bonds.owner)
    found: defaultdict[str, set[PersonCategory]] = defaultdict(set)
    for subject in merged.subject:
        found[subject].add(PersonCategory.SUBJECT)
    for party, ties in bonds.toward.items():
        found[party].update(BY_TIE[one.tie] for one in ties)
    for one in merged.relations:
        found[one.from_].update(_by_role(one, merged))
    for party in _directors(merged, catalogue):
        found[party].add(PersonCategory.DIRECTOR_OF_SUBJECT)
    for firm, owner in bonds.owner.items():
        found[firm] = found[owner]
    return {party: frozenset(columns) for party, columns in found.items() if columns}


def open_circle(dossier: RuleDossier, catalogue: Catalogue, bonds: Bonds) -> OpenCircle:
    """Find for whom a share, an indicator or a legal form that is not known decides whether he stands in a column."""
    found: defaultdict[str, dict[PersonCategory, str]] = defaultdict(dict)
    for party, doubts in bonds.doubts.items():
        for doubt in doubts:
            if doubt.tie in BY_TIE:
                found[party].setdefault(BY_TIE[doubt.tie], doubt.text)
    merged = as_owners(dossier, bonds.owner)
    for one in _lasting_directions(merged):
        if one.to in merged.subject and is_legal_person(merged.party(one.to), catalogue) is None:
            found[one.from_].setdefault(PersonCategory.DIRECTOR_OF_SUBJECT, NO_FORM.format(one.to))
    return found


def legal_subjects(dossier: RuleDossier, catalogue: Catalogue) -> frozenset[str]:
    """Give the subjects that are a legal person in the sense of Sr art. 51."""
    return frozenset(one for one in dossier.subject if is_legal_person(dossier.party(one), catalogue))


def led_offence_of_subject(party: str, facts: Iterable[Fact], subjects: Iterable[str]) -> bool:
    """Whether all these facts are offences of a legal person that is a subject, ordered or led by this party.

    Sr art. 51 par. 2 under 2°, to which Besluit politiegegevens art. 4:3 par. 1 under l refers: data about those
    offences may be given, whatever position the person holds.
    """
    own = [fact for fact in facts if fact.actor == party]
    return bool(own) and all(fact.capacity in set(subjects) for fact in own)


def _by_role(one: Relation, dossier: RuleDossier) -> set[PersonCategory]:
    """Look at the roles that are a column by themselves; a subcontractor is one in procurement only (art. 1 par. 1)."""
    if one.to not in dossier.subject:
        return set()
    if one.role is Role.SUBCONTRACTOR and dossier.application.instrument is Instrument.CONTRACT:
        return {PersonCategory.SUBCONTRACTOR}
    return {BY_ROLE[one.role]} if one.role in BY_ROLE else set()


def _directors(dossier: RuleDossier, catalogue: Catalogue) -> set[str]:
    """Find whom police data may be about beside the subject (Besluit politiegegevens art. 4:3 par. 1 under l).

    The directors of a subject that is a legal person, the partners (never the limited partner) of a subject that is a
    partnership, and the directors of either where it is itself a legal person. Former directors are not directors.
    """
    lasting = _lasting_directions(dossier)
    first = {one.from_ for one in lasting if one.to in legal_subjects(dossier, catalogue)}
    of_legal = {one for one in first if is_legal_person(dossier.party(one), catalogue)}
    return first | {one.from_ for one in lasting if one.to in of_legal and one.role is Role.DIRECTOR}


def _lasting_directions(dossier: RuleDossier) -> list[Relation]:
    """Keep who is director or partner, or was when the application came in; whoever still has to begin is neither."""
    anchor, on = anchor_of(dossier), dossier.assessed_on
    spans = ((one, Lasting(one.since, one.until)) for one in dossier.relations if one.role in _DIRECTING)
    return [one for one, span in spans if span.has_begun(on) and span.is_running(anchor, on)]
