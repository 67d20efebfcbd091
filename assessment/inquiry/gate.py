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
from assessment.dossier.dossier import Dossier
from assessment.dossier.information import Classification, Consent, Information, Purpose, SourceKind
from assessment.inquiry.bond import Bonds
from assessment.inquiry.bonds import find_bonds
from assessment.inquiry.person_category import Categories, categories, led_offence_of_subject
from assessment.known import NotKnown, known
from assessment.outcome import Admission, Reason, Verdict

WEAK: Final = frozenset({SourceKind.ANONYMOUS_TIP, SourceKind.PRESS, SourceKind.INTELLIGENCE})
"""Kinds of source that never carry a fact, however many there are of them (weighing.md no. 3)."""

SECRECY: Final = "Wet Bibob art. 28 en art. 7a lid 6"


@dataclass(frozen=True, slots=True)
class Objection:
    """One thing that stands in the way of free use, and what would take it away."""

    reason: Reason
    cure: str


def admit(dossier: Dossier, catalogue: Catalogue, bonds: Bonds | None = None) -> tuple[Admission, ...]:
    """Judge every item of information, in the order of the dossier; hand in `bonds` where they are already there."""
    bonds = find_bonds(dossier, catalogue) if bonds is None else bonds
    gate = _Gate(dossier, catalogue, categories(dossier, catalogue, bonds))
    return tuple(gate.judge(item) for item in dossier.information)


@dataclass(frozen=True, slots=True)
class _Gate:
    dossier: Dossier
    catalogue: Catalogue
    columns: Categories

    def judge(self, item: Information) -> Admission:
        """Give the verdict with all its reasons; the first cure is the one that is told."""
        blocking = list(self._blocking(item))
        closing = [] if blocking else list(_closing(item))
        weak = list(_not_carrying(item))
        verdict = Verdict.BLOCKED if blocking else Verdict.CLOSED_PART if closing else Verdict.USABLE
        found = [*blocking, *closing, *weak]
        reasons = tuple(one.reason for one in found) or (self._allowed(item),)
        cure = next((one.cure for one in found), "")
        return Admission(item.id, verdict, not blocking and not weak, reasons, cure)

    def _blocking(self, item: Information) -> Iterator[Objection]:
        basis = self._basis(item)
        if basis is None:
            yield _objection(
                item,
                "Er is geen grondslag vastgelegd; deze informatie kan geen feit dragen.",
                "AVG art. 5 lid 1 onder a en art. 6; UAVG art. 32 en 33",
                "Leg vast op welke grondslag deze informatie is verstrekt, of vraag haar op bij een bron die dat mag.",
            )
        elif not basis.carries:
            yield _objection(
                item,
                "Een tip wijst alleen de weg; de tip zelf kan geen feit dragen.",
                basis.article,
                "Vraag de gegevens zelf op met een eigen grondslag.",
            )
        yield from _of_purpose(item)
        if basis is not None:
            yield from self._of_persons(item, basis)
        yield from _of_handling(item)

    def _basis(self, item: Information) -> Basis | None:
        return self.catalogue.bases.get(known(item.basis) or "")

    def _of_persons(self, item: Information, basis: Basis) -> Iterator[Objection]:
        """Hold every person against the matrix of law.md 1.7; where nobody is named, it cannot be held."""
        if PersonCategory.ANYONE in basis.persons:
            return
        if not item.about:
            yield _objection(
                item,
                "Niet is vastgelegd over wie deze informatie gaat; of de bron over hen mocht worden bevraagd, is niet"
                " na te gaan.",
                basis.article,
                "Leg vast over welke personen en organisaties deze informatie gaat.",
            )
        for party in item.about:
            if not self._is_within(party, item, basis):
                yield _objection(
                    item,
                    f"{party} valt niet in de kring van personen over wie deze bron mag worden bevraagd.",
                    basis.article,
                    f"Leg de relatie van {party} met betrokkene vast als die er is; gebruik dit anders niet.",
                    party,
                )

    def _is_within(self, party: str, item: Information, basis: Basis) -> bool:
        if not self.columns.get(party, frozenset()).isdisjoint(basis.persons):
            return True
        if PersonCategory.DIRECTOR_OF_SUBJECT not in basis.persons:
            return False
        carried = [fact for fact in self.dossier.facts if item.id in fact.sources]
        return led_offence_of_subject(party, carried, self.dossier.subject)

    def _allowed(self, item: Information) -> Reason:
        basis = self._basis(item)
        article = basis.article if basis else ""
        return Reason("Deze informatie mag worden gebruikt voor dit onderzoek.", article, about=(item.id,))


def _of_purpose(item: Information) -> Iterator[Objection]:
    if item.purpose is Purpose.BIBOB:
        return
    is_absent = isinstance(item.purpose, NotKnown)
    text = (
        "Niet is vastgelegd voor welk doel deze informatie is verstrekt."
        if is_absent
        else "Deze informatie is voor een ander doel verstrekt dan het Bibob-onderzoek."
    )
    cure = (
        "Leg vast voor welk doel deze informatie is verstrekt."
        if is_absent
        else "Vraag de verstrekker om de informatie voor het Bibob-onderzoek te verstrekken."
    )
    yield _objection(item, text, "AVG art. 5 lid 1 onder b", cure)


def _of_handling(item: Information) -> Iterator[Objection]:
    """Neither to be passed on nor shown, and no permission recorded: nothing can be done with it."""
    if item.forward is Consent.NO and item.visible_to_subject is Consent.NO and not known(item.permission):
        yield _objection(
            item,
            "Deze informatie mag niet worden doorgegeven en niet aan betrokkene worden getoond.",
            SECRECY,
            "Vraag de verstrekker om toestemming en leg vast wie die gaf en wanneer.",
        )


def _closing(item: Information) -> Iterator[Objection]:
    """What keeps an item out of everything the subject reads; where nothing is recorded, leave is asked first."""
    if item.classification is Classification.SECRET:
        yield _objection(
            item,
            "Deze informatie is geheim en staat alleen in het gesloten deel.",
            SECRECY,
            "Vraag de verstrekker om een versie die in het besluit mag staan, of zoek een tweede bron.",
        )
    if item.classification is Classification.PUBLIC and Consent.NO not in (item.forward, item.visible_to_subject):
        return
    for consent, what in (
        (item.forward, "worden doorgegeven"),
        (item.visible_to_subject, "aan betrokkene worden getoond"),
    ):
        if consent is Consent.NO or (consent is not Consent.YES and not known(item.permission)):
            yield _handling_closes(item, consent, what)


def _handling_closes(item: Information, consent: Consent | NotKnown, what: str) -> Objection:
    how = {
        Consent.NO: f"Deze informatie mag niet {what}",
        Consent.ASK: f"Deze informatie mag pas na toestemming {what}",
    }.get(consent, f"Niet is vastgelegd of deze informatie mag {what}")  # type: ignore[arg-type]
    return _objection(
        item,
        f"{how}; zij staat alleen in het gesloten deel.",
        SECRECY,
        "Vraag de verstrekker om toestemming, leg die vast en pas aan wat er met deze informatie mag; of zoek een"
        " tweede bron.",
    )


def _not_carrying(item: Information) -> Iterator[Objection]:
    if not known(item.received_on):
        yield _objection(
            item,
            "Deze informatie is gevraagd en nog niet ontvangen.",
            "Awb art. 3:2",
            "Wacht het antwoord af of herinner de verstrekker.",
        )
    if item.source_kind in WEAK:
        yield _objection(
            item,
            "Een anonieme melding, een persbericht of inlichtingen dragen een feit nooit alleen, ook niet samen.",
            "Awb art. 3:2 en 3:46",
            "Zoek een bron die het feit zelf draagt.",
        )


def _objection(item: Information, text: str, basis: str, cure: str, *about: str) -> Objection:
    return Objection(Reason(text, basis, about=(item.id, *about)), cure)
