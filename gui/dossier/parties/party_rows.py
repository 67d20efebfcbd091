# SPDX-License-Identifier: EUPL-1.2
"""The table of parties."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When, tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.party import Organisation, Party, Person
from assessment.known import Maybe, known
from gui.parts.badge import NOT_KNOWN_BADGE, Tone
from gui.parts.record_model import Column


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party with its words: what it is, and what it is to the subject."""

    party: Party
    kind: str
    is_subject: bool
    role: str

    @property
    def id(self) -> str:
        """The id of the party: the table keeps its place by it."""
        return self.party.id

    @property
    def name(self) -> str:
        """Its name, or that it has none."""
        return self.party.name or f"zonder naam ({self.party.id})"

    @property
    def begun(self) -> Maybe[When]:
        """When a person was born or an organisation was founded."""
        return self.party.born if isinstance(self.party, Person) else self.party.founded_on

    @property
    def number(self) -> str:
        """The number by which it is known; a citizen number is not shown outside its sheet."""
        if isinstance(self.party, Organisation):
            kvk = known(self.party.kvk)
            return f"KVK {kvk}" if kvk else ""
        return "BSN vastgelegd" if known(self.party.bsn) else ""


def rows(dossier: Dossier, catalogue: Catalogue) -> tuple[PartyRow, ...]:
    """List the parties, the subjects first."""
    found = [
        PartyRow(one, _kind(one, catalogue), one.id in dossier.subject, _role(one, dossier, catalogue))
        for one in dossier.parties
    ]
    return tuple(sorted(found, key=lambda row: not row.is_subject))


def _kind(party: Party, catalogue: Catalogue) -> str:
    if isinstance(party, Person):
        return catalogue.word("party-kind", Person.kind)
    form = catalogue.legal_forms.get(known(party.legal_form) or "")
    return form.name if form else catalogue.word("party-kind", Organisation.kind)


def short(kind: str) -> str:
    """Give the short name of a legal form where the catalogue has one: `bv` of `besloten vennootschap (bv)`."""
    return kind.rpartition("(")[2].rstrip(")")


def _role(party: Party, dossier: Dossier, catalogue: Catalogue) -> str:
    """Say what a party is to others, towards the subject first; else what others are to it."""
    told = [
        _towards(catalogue.word("role", one.role), one.to, dossier)
        for one in sorted(dossier.relations, key=lambda one: one.to not in dossier.subject)
        if one.from_ == party.id
    ]
    told = told or [
        f"{catalogue.word('role', one.role)} is {dossier.name_of(one.from_)}"
        for one in dossier.relations
        if one.to == party.id
    ]
    return "; ".join(dict.fromkeys(told))


def _towards(role: str, to: str, dossier: Dossier) -> str:
    return role if dossier.subject == (to,) else f"{role} van {dossier.name_of(to)}"


def _role_badge(row: PartyRow) -> tuple[Tone, str] | None:
    if row.is_subject:
        return Tone.INFO, "betrokkene"
    return None if row.role else NOT_KNOWN_BADGE


def _role_told(row: PartyRow) -> str:
    return "; ".join(filter(None, ("betrokkene" if row.is_subject else "", row.role))) or "geen relatie vastgelegd"


COLUMNS = (
    Column("Naam", lambda row: row.name, 0, tip=lambda row: f"{row.id} · {row.name}"),
    Column("Soort", lambda row: short(row.kind), 88, tip=lambda row: row.kind),
    Column("Rol", lambda row: row.role, 0, badge=_role_badge, tip=_role_told),
    Column("Geboren, opgericht", lambda row: tell(known(row.begun)) if known(row.begun) else "", 142,
           badge=lambda row: None if known(row.begun) else NOT_KNOWN_BADGE),
    Column("Nummer", lambda row: row.number, 116),
)  # fmt: skip
