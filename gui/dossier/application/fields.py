# SPDX-License-Identifier: EUPL-1.2
"""The fields of the application: heading, what is applied for, where, and the triage."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When
from assessment.dossier.application import Authority, Instrument, Procedure, Route, Trigger
from assessment.dossier.dossier import Dossier
from assessment.known import NOT_KNOWN, Maybe
from gui.parts.field_spec import FieldSpec, Kind


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above everything: under which reference, for whom, and as of which day."""

    reference: str
    assessed_on: When
    name: str
    organ: Maybe[str] = NOT_KNOWN
    code: Maybe[str] = NOT_KNOWN


def heading_of(dossier: Dossier) -> Heading:
    """Take the heading out of a dossier."""
    authority = dossier.authority
    return Heading(dossier.reference, When.on(dossier.assessed_on), authority.name, authority.organ, authority.code)


def with_heading(dossier: Dossier, heading: Heading) -> Dossier:
    """Give the dossier with another heading."""
    authority = Authority(heading.name, heading.code, heading.organ)
    return replace(dossier, reference=heading.reference, assessed_on=heading.assessed_on.first, authority=authority)


def heading_specs(taken: Collection[str]) -> tuple[FieldSpec, ...]:
    """List the fields of the heading; a reference that another dossier has, is refused."""

    def check(reference: str) -> str:
        is_taken = reference in taken
        return f"Er is al een dossier met kenmerk {reference}. Kies een ander kenmerk." if is_taken else ""

    return (
        FieldSpec("reference", "Kenmerk", empty="", needed="Vul een kenmerk in, bijvoorbeeld het zaaknummer.",
                  check=check),
        FieldSpec("assessed_on", "Beoordeeld per", Kind.DAY,
                  "Termijnen, ouderdom van feiten en zeggenschap worden geteld tot en met deze dag.",
                  needed="Vul de dag in waarop u beoordeelt, bijvoorbeeld 2-6-2026."),
        FieldSpec("name", "Gemeente of bestuursorgaan", empty=""),
        FieldSpec("organ", "Wie beslist",
                  help="Bijvoorbeeld: burgemeester, of college van burgemeester en wethouders."),
        FieldSpec("code", "Gemeentecode", help="De code van het CBS: GM en vier cijfers."),
    )  # fmt: skip


LOCATION = (
    FieldSpec("street", "Straat en huisnummer"),
    FieldSpec("postcode", "Postcode"),
    FieldSpec("place", "Plaats"),
    FieldSpec("area", "Buurtcode", help="Alleen achtergrond. De buurt weegt nooit mee in de beoordeling."),
)


def application_specs(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List what is asked of the application itself."""
    words = catalogue.words
    return (
        FieldSpec("activity", "Activiteit", help="Wat gaat er gebeuren? Bijvoorbeeld: café met terras."),
        FieldSpec("received_on", "Ontvangen op", Kind.DATE, "Vanaf deze dag loopt de beslistermijn."),
        FieldSpec("procedure", "Procedure", Kind.CHOICE, "Bepaalt hoe lang de beslistermijn is.",
                  words=words["procedure"], make=Procedure),
        FieldSpec("instrument", "Soort besluit", Kind.CHOICE, words=words["instrument"], make=Instrument,
                  may_be_unknown=False),
        FieldSpec("existing", "Is er al een vergunning verleend?", Kind.TRI,
                  "Kies ja als een vergunning opnieuw wordt bekeken. Per vergunning kunt u hiervan afwijken."),
    )  # fmt: skip


def triage_specs(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List what is asked about the depth of the assessment."""
    words = catalogue.words
    return (
        FieldSpec("trigger", "Aanleiding", Kind.CHOICE, words=words["trigger"], make=Trigger),
        FieldSpec("route", "Route", Kind.CHOICE, words=words["route"], make=Route),
        FieldSpec("route_reason", "Reden voor deze route", Kind.LONG_TEXT,
                  "Schrijf op welke regel uit het beleid geldt en waarom die hier past."),
    )  # fmt: skip
