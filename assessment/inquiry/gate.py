# SPDX-License-Identifier: EUPL-1.2
"""The gate: may this information be used, about these persons, for this purpose (blueprint 4.1; weighing.md no. 1-3).

Blocked information cannot carry a fact. What may be used but not passed on or shown stands in the closed part only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.partner import Basis, PersonCategory
from assessment.dossier.blind import RuleDossier
from assessment.dossier.information import Classification, Consent, Information, Purpose, SourceKind
from assessment.inquiry.bond import Bonds
from assessment.inquiry.bonds import find_bonds
from assessment.inquiry.person_category import (
    Categories,
    OpenCircle,
    categories,
    led_offence_of_subject,
    legal_subjects,
    open_circle,
)
from assessment.known import NotKnown, known
from assessment.outcome import Admission, Reason, Verdict

WEAK: Final = frozenset({SourceKind.ANONYMOUS_TIP, SourceKind.PRESS, SourceKind.INTELLIGENCE})
"""Kinds of source that never carry a fact, however many there are of them (weighing.md no. 3)."""


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that stands in the way of free use, and what would take it away."""

    reason: Reason
    cure: str


def admit(dossier: RuleDossier, catalogue: Catalogue, bonds: Bonds | None = None) -> tuple[Admission, ...]:
    """Judge every item of information, in the order of the dossier; hand in `bonds` where they are already there."""
    bonds = find_bonds(dossier, catalogue) if bonds is None else bonds
    gate = _Gate(dossier, catalogue, categories(dossier, catalogue, bonds), open_circle(dossier, catalogue, bonds))
    return tuple(gate.judge(item) for item in dossier.information)


@dataclass(frozen=True, slots=True)
class _Gate:
    dossier: RuleDossier
    catalogue: Catalogue
    columns: Categories
    open_circle: OpenCircle

    def judge(self, item: Information) -> Admission:
        """Give the verdict with all its reasons; the first cure is the one that is told."""
        basis = self.catalogue.bases.get(known(item.basis) or "")
        blocking = list(self._blocking(item, basis))
        closing = [] if blocking else [self._object(item, one) for one in _closing(item)]
        weak = list(self._not_carrying(item))
        doubts = list(self._doubts(item, basis))
        verdict = Verdict.BLOCKED if blocking else Verdict.CLOSED_PART if closing else Verdict.USABLE
        found = [*blocking, *closing, *weak] or [self._object(item, "allowed", basis)]
        reasons = tuple(one.reason for one in (*found, *doubts))
        cure = next((one.cure for one in (*found, *doubts) if one.cure), "")
        return Admission(item.id, verdict, not blocking and not weak, reasons, cure)

    def _blocking(self, item: Information, basis: Basis | None) -> Iterator[Objection]:
        if basis is None:
            yield self._object(item, "no-basis")
        elif not basis.carries:
            yield self._object(item, "only-a-tip", basis)
        yield from self._of_purpose(item, basis)
        if basis is not None:
            yield from self._of_persons(item, basis)
        if _is_shut(item):
            yield self._object(item, "shut")

    def _of_purpose(self, item: Information, basis: Basis | None) -> Iterator[Objection]:
        if isinstance(item.purpose, NotKnown):
            yield self._object(item, "purpose-unknown")
        elif basis is not None and item.purpose not in basis.purposes:
            yield self._object(item, "purpose-not-allowed", basis)
        elif item.purpose is not Purpose.BIBOB:
            yield self._object(item, "purpose-other")

    def _of_persons(self, item: Information, basis: Basis) -> Iterator[Objection]:
        """Hold every person against the matrix of law.md 1.7; where nobody is named, it cannot be held."""
        if PersonCategory.ANYONE in basis.persons:
            return
        if not item.about:
            yield self._object(item, "nobody-named", basis)
        for party in item.about:
            if self._is_within(party, item, basis):
                continue
            missing = self._missing(party, basis)
            outside = "related-outside-circle" if party in self.columns else "outside-circle"
            yield self._object(item, "circle-open" if missing else outside, basis, party=party, cure=missing)

    def _missing(self, party: str, basis: Basis) -> str:
        """Say what is not known and would bring a party into the circle; nothing where he stands outside for sure."""
        could_be = self.open_circle.get(party, {})
        return next((task for column, task in could_be.items() if column in basis.persons), "")

    def _is_within(self, party: str, item: Information, basis: Basis) -> bool:
        if not self.columns.get(party, frozenset()).isdisjoint(basis.persons):
            return True
        if PersonCategory.DIRECTOR_OF_SUBJECT not in basis.persons:
            return False
        carried = [fact for fact in self.dossier.facts if item.id in fact.sources]
        return led_offence_of_subject(party, carried, legal_subjects(self.dossier, self.catalogue))

    def _not_carrying(self, item: Information) -> Iterator[Objection]:
        """What may be used and yet proves nothing by itself."""
        if not known(item.received_on):
            yield self._object(item, "not-received")
        if item.source_kind in WEAK:
            yield self._object(item, "weak-kind")
        partner = self.catalogue.partners.get(item.partner)
        if partner is not None and not partner.carries:
            yield self._object(item, "weak-partner", partner=partner.name)

    def _doubts(self, item: Information, basis: Basis | None) -> Iterator[Objection]:
        """What does not fit together or is not recorded; it keeps nothing out (weighing.md no. 1 to 3) and is told."""
        partner = self.catalogue.partners.get(item.partner)
        if partner is None:
            yield self._object(item, "partner-unknown")
        elif not partner.bases:
            yield self._object(item, "partner-without-basis", partner=partner.name)
        elif basis is not None and basis.code not in partner.bases:
            yield self._object(item, "partner-other-basis", partner=partner.name)
        if isinstance(item.source_kind, NotKnown):
            yield self._object(item, "kind-unknown")
        consents = {item.forward, item.visible_to_subject}
        if basis is not None and basis.asks_leave and consents == {Consent.YES} and not _has_leave(item):
            yield self._object(item, "leave-missing", basis)

    def _object(self, item: Information, sentence: str, basis: Basis | None = None, **parts: str) -> Objection:
        """Say one sentence of the catalogue, with its own article or else that of the legal basis."""
        told = self.catalogue.inquiry[sentence]
        article = told.basis or (basis.article if basis else "")
        about = (item.id, parts["party"]) if "party" in parts else (item.id,)
        reason = Reason(told.filled(**parts), article, about=about, rule=told.id)
        return Objection(reason, told.cured(**parts))


def _is_shut(item: Information) -> bool:
    """Neither to be passed on nor shown, and no permission recorded: nothing can be done with it."""
    return item.forward is Consent.NO and item.visible_to_subject is Consent.NO and not _has_leave(item)


def _has_leave(item: Information) -> bool:
    return bool((known(item.permission) or "").strip())


def is_closed(item: Information) -> bool:
    """Whether an item stays out of everything the subject reads, also when nothing else keeps it from being used."""
    return any(_closing(item))


def _closing(item: Information) -> Iterator[str]:
    """Name what keeps an item out of everything the subject reads; where nothing is recorded, leave is asked first."""
    if item.classification is Classification.SECRET:
        yield "secret"
    if item.classification is Classification.PUBLIC and Consent.NO not in (item.forward, item.visible_to_subject):
        return
    for what, consent in (("forward", item.forward), ("visible", item.visible_to_subject)):
        if consent is Consent.NO or (consent is not Consent.YES and not _has_leave(item)):
            yield f"{what}-unknown" if isinstance(consent, NotKnown) else f"{what}-{consent}"
