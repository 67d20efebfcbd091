# SPDX-License-Identifier: EUPL-1.2
"""Finding the bonds of a dossier: direct and along chains, now and in the past.

Relations to a subject, and, where the subject is a person, to an organisation in which he alone decides, count alike:
whoever leads, controls or finances that one does so with him indirectly (art. 1 par. 1). A chain is looked for on days
on which all its links existed together: today, and a day before each relation ended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.blind import RuleDossier
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.bond import BEHIND, CLOSENESS, TOWARD, Bond, Bonds, Doubt
from assessment.inquiry.chain import Chain, chains_from, chains_to
from assessment.inquiry.days import days_to_look
from assessment.inquiry.lasting import Lasting, anchor_of, overlap
from assessment.inquiry.link import Held, Link, links_on
from assessment.inquiry.roles import Bearing
from assessment.inquiry.sole_trader import as_owners, is_legal_person, owners
from assessment.known import known
from assessment.outcome import Tie

NO_SHARE: Final = "Leg het aandeel in relatie {} vast; daarvan hangt af of er zeggenschap is."
NO_FORM: Final = "Leg de rechtsvorm van {} vast; daarvan hangt af of het een rechtspersoon is."
NO_INDICATOR: Final = "Leg vast waaruit het zakelijk samenwerkingsverband van relatie {} blijkt."


def find_bonds(dossier: RuleDossier, catalogue: Catalogue) -> Bonds:
    """Find all bonds as of the day of assessment (weighing.md no. 4 to 6)."""
    owner = owners(dossier, catalogue)
    merged = as_owners(dossier, owner)
    search = _Search(merged, catalogue)
    days, is_complete = days_to_look(merged)
    for day in days:
        search.look_on(day)
    for relation in merged.relations:
        search.look_at_partnership(relation)
    return search.outcome(owner, is_complete)


@dataclass(slots=True)
class _Search:
    """One search; `circle` holds the organisations that are a subject's instrument today, with the chain to each."""

    dossier: RuleDossier
    catalogue: Catalogue
    circle: Mapping[str, Chain] = field(init=False)
    _is_legal: Mapping[str, bool | None] = field(init=False)
    _anchor: date | None = field(init=False)
    _toward: defaultdict[str, dict[tuple[Tie, tuple[str, ...]], Bond]] = field(init=False)
    _behind: defaultdict[str, dict[tuple[Tie, tuple[str, ...]], Bond]] = field(init=False)
    _doubts: defaultdict[str, set[Doubt]] = field(init=False)
    _noted: set[object] = field(init=False, default_factory=set)
    _held: Held = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._anchor = anchor_of(self.dossier)
        self._is_legal = {one.id: is_legal_person(one, self.catalogue) for one in self.dossier.parties}
        self._toward, self._behind, self._doubts = defaultdict(dict), defaultdict(dict), defaultdict(set)
        self.circle = self._circle(self._links(self.dossier.assessed_on))

    def look_on(self, day: date) -> None:
        """Look for every chain that existed on a day."""
        links = self._links(day)
        there = self._circle(links)
        circle = {org: chain for org, chain in self.circle.items() if org in there}
        subjects = tuple(sorted(self.dossier.subject))
        for part in _certain_then_all(links):
            for chain in chains_to((*subjects, *sorted(circle)), part):
                through = circle.get(chain.path[-1])
                if self._is_new(chain, through):
                    self._note_toward(chain, through)
            for chain in chains_from(subjects, part):
                if self._is_new(chain):
                    self._note_behind(chain)

    def look_at_partnership(self, relation: Relation) -> None:
        """A business partner of the subject, in either direction and one step away (weighing.md no. 4)."""
        if relation.role is not Role.BUSINESS_PARTNER:
            return
        ends = {*self.dossier.subject, *self.circle}
        for other, end in ((relation.from_, relation.to), (relation.to, relation.from_)):
            if end not in ends or other in ends:
                continue
            if relation.is_shown:
                self._note_partner(relation, other, end)
            else:
                doubt = Doubt(Tie.C_PARTNERSHIP, relation.id, NO_INDICATOR.format(relation.id))
                self._doubts[other].add(doubt)

    def outcome(self, owner: Mapping[str, str], is_complete: bool) -> Bonds:
        """Sort what was found."""
        return Bonds(
            frozenset(self.dossier.subject),
            {party: _closest_first(found.values()) for party, found in self._toward.items()},
            {party: _closest_first(found.values()) for party, found in self._behind.items()},
            {party: tuple(sorted(found, key=_place)) for party, found in self._doubts.items()},
            owner,
            is_complete,
        )

    def _is_new(self, chain: Chain, *through: Chain | None) -> bool:
        """Whether a chain was not noted on another day: what is noted of it depends on the records of its links."""
        key = (chain.mark, *(one.mark if one else None for one in through))
        if key in self._noted:
            return False
        self._noted.add(key)
        return True

    def _links(self, day: date) -> tuple[Link, ...]:
        return links_on(self.dossier, day, self.catalogue.framework.value("control_share"), self._held)

    def _circle(self, links: Sequence[Link]) -> dict[str, Chain]:
        """Find the organisations of which a person who is the subject holds more than half.

        A seat on the board or a part beside that of others makes nobody's offences his.
        """
        persons = {one.id for one in self.dossier.parties if one.is_person}
        starts = tuple(sorted(one for one in self.dossier.subject if one in persons))
        owning = [link for link in links if link.is_sole]
        chains = sorted(chains_from(starts, owning), key=lambda one: (-len(one.path), one.path))
        return {chain.path[-1]: chain for chain in chains}

    def _note_toward(self, chain: Chain, through: Chain | None) -> None:
        path, lasting = chain.path, chain.lasting
        if through is not None:
            path, lasting = (*path, *through.path[-2::-1]), overlap((lasting, through.lasting))
        tie = TOWARD[chain.bearing]
        if chain.is_possible:
            self._doubt_share(path[0], tie, chain)
        else:
            self._keep(self._toward[path[0]], self._bond(tie, path, lasting, chain))

    def _note_behind(self, chain: Chain) -> None:
        party, tie = chain.path[-1], BEHIND[chain.bearing]
        is_legal = self._is_legal.get(party, False)
        if chain.is_possible and is_legal is not False:
            self._doubt_share(party, tie, chain)
        elif is_legal is None:
            self._doubts[party].add(Doubt(tie, party, NO_FORM.format(party)))
        elif is_legal:
            self._keep(self._behind[party], self._bond(tie, chain.path, chain.lasting, chain))

    def _note_partner(self, relation: Relation, other: str, end: str) -> None:
        path: tuple[str, ...] = (other, end)
        lasting = Lasting(relation.since, relation.until)
        if end not in self.dossier.subject:
            through = self.circle[end]
            path, lasting = (*path, *through.path[-2::-1]), overlap((lasting, through.lasting))
        chain = Chain((Link(Bearing.FINANCES, (other, end), (relation.role,), lasting, (relation.id,)),))
        self._keep(self._toward[other], self._bond(Tie.C_PARTNERSHIP, path, lasting, chain))

    def _doubt_share(self, party: str, tie: Tie, chain: Chain) -> None:
        """Name the shares that are missing on the path; where another path lacks one, the path itself."""
        on_path = {record for link in chain.links if link.is_possible for record in link.records}
        missing = {one.id for one in self.dossier.relations if one.id in on_path and known(one.share) is None}
        self._doubts[party].update(Doubt(tie, one, NO_SHARE.format(one)) for one in missing or on_path)

    def _bond(self, tie: Tie, path: tuple[str, ...], lasting: Lasting, chain: Chain) -> Bond:
        on = self.dossier.assessed_on
        roles = tuple(role for link in chain.links for role in link.roles)
        records = tuple(one for link in chain.links for one in link.records)
        running = lasting.is_running(self._anchor, on)
        return Bond(tie, path, lasting, lasting.is_current(on), running, roles, records)

    @staticmethod
    def _keep(found: dict[tuple[Tie, tuple[str, ...]], Bond], bond: Bond) -> None:
        before = found.get((bond.tie, bond.path))
        if before is None or bond.rank < before.rank:
            found[bond.tie, bond.path] = bond


def _certain_then_all(links: Sequence[Link]) -> Iterator[Sequence[Link]]:
    """First only what is certain, so that a chain that depends on an unknown share never hides one that does not."""
    certain = tuple(link for link in links if not link.is_possible)
    yield certain
    if len(certain) < len(links):
        yield links


def _closest_first(bonds: Iterable[Bond]) -> tuple[Bond, ...]:
    return tuple(sorted(bonds, key=lambda one: one.rank))


def _place(doubt: Doubt) -> tuple[int, str]:
    return CLOSENESS.index(doubt.tie), doubt.record
