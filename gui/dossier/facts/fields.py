# SPDX-License-Identifier: EUPL-1.2
"""The fields of a fact, in the order in which an officer thinks of them."""

from __future__ import annotations

from typing import Any

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Benefit, Dismissal, Fact, Plausible, Status, Suspicion, ToObtain
from assessment.dossier.party import Organisation
from gui.parts.field_spec import FieldSpec, Kind

_SUSPECTED = (
    Status.PENAL_ORDER, Status.FINE, Status.PROSECUTED, Status.SUSPECT, Status.REPORTED, Status.DISMISSED, Status.NONE,
)  # fmt: skip


def specs(catalogue: Catalogue, dossier: Dossier) -> tuple[FieldSpec, ...]:
    """List the fields of a fact."""
    return (*_of_offence(catalogue, dossier), *_of_certainty(catalogue), *_of_benefit(), *_of_obtaining())


def _of_offence(catalogue: Catalogue, dossier: Dossier) -> tuple[FieldSpec, ...]:
    offences = {code: f"{one.name} ({one.article})" for code, one in catalogue.offences.items()}
    capacities = {"own": "voor zichzelf"} | {
        one.id: f"via {one.name or one.id}" for one in dossier.parties if isinstance(one, Organisation)
    }
    return (
        FieldSpec("offence", "Strafbaar feit", Kind.SEARCH, words=offences, empty=""),
        FieldSpec(
            "description", "Omschrijving", Kind.LONG_TEXT, "Neutraal: wat is gezien of vastgesteld, en door wie."
        ),
        FieldSpec("actor", "Wie", Kind.PARTY, empty=""),
        FieldSpec("capacity", "Handelde", Kind.CHOICE, words=capacities),
        FieldSpec("committed", "Wanneer", Kind.PERIOD, "De ouderdom telt vanaf de laatste datum."),
        FieldSpec("sources", "Bronnen", Kind.SOURCES, "Zonder bruikbare bron telt een feit niet mee."),
    )


def _of_certainty(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    words = catalogue.words
    return (
        FieldSpec("status", "Hoe ver is de zaak?", Kind.CHOICE, words=words["status"], make=Status),
        FieldSpec("status_on", "Datum daarvan", Kind.DATE),
        FieldSpec("offence_plausible", "Is aannemelijk dat het feit is gebeurd?", Kind.CHOICE,
                  "Los van de vraag wie het deed.", words=words["plausible"], make=Plausible),
        FieldSpec("suspicion", "Ernst van het vermoeden", Kind.CHOICE, words=words["suspicion"], make=Suspicion,
                  none_word="niet van toepassing", shown=_is_suspicion),
        FieldSpec("suspicion_reason", "Waarom zo ernstig?", Kind.LONG_TEXT, shown=_is_suspicion),
        FieldSpec("order", "Tekst van een last onder dwangsom", Kind.LONG_TEXT,
                  "Alleen als voor dit feit een last is opgelegd. De tekst staat zo in het advies."),
        FieldSpec("dismissal.code", "Sepotcode", Kind.TEXT, within=Dismissal, shown=_is_dismissed),
        FieldSpec("dismissal.reason", "Reden van het sepot", Kind.LONG_TEXT, within=Dismissal, shown=_is_dismissed),
        FieldSpec("why_still", "Waarom weegt het toch mee?", Kind.LONG_TEXT, shown=_is_dismissed),
    )  # fmt: skip


def _of_benefit() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("benefit.amount", "Voordeel in euro", Kind.MONEY, within=Benefit),
        FieldSpec("benefit.low", "Ten minste", Kind.MONEY, within=Benefit, none_word="geen ondergrens"),
        FieldSpec("benefit.high", "Ten hoogste", Kind.MONEY, within=Benefit, none_word="geen bovengrens"),
        FieldSpec("benefit.method", "Hoe berekend", Kind.LONG_TEXT, within=Benefit),
        FieldSpec("benefit.money_path", "Weg van het geld naar deze activiteit", Kind.LONG_TEXT, within=Benefit),
    )


def _of_obtaining() -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("to_obtain.question", "Lid 6: welke vraag is gesteld?", Kind.LONG_TEXT,
                  "Alleen invullen als het feit is gepleegd om de vergunning te krijgen of te houden (art. 3 lid 6).",
                  within=ToObtain),
        FieldSpec("to_obtain.answer", "Lid 6: wat is geantwoord?", Kind.LONG_TEXT, within=ToObtain),
        FieldSpec("to_obtain.truth", "Lid 6: wat blijkt waar te zijn?", Kind.LONG_TEXT, within=ToObtain),
        FieldSpec("to_obtain.sources", "Lid 6: waar blijkt dat uit?", Kind.SOURCES, within=ToObtain),
        FieldSpec("to_obtain.intent", "Lid 6: waaruit blijkt de bedoeling?", Kind.LONG_TEXT, within=ToObtain),
        FieldSpec("to_obtain.relevance", "Lid 6: waarom doet het ertoe?", Kind.LONG_TEXT, within=ToObtain),
    )  # fmt: skip


def _is_suspicion(fact: Any) -> bool:
    return not isinstance(fact, Fact) or not isinstance(fact.status, Status) or fact.status in _SUSPECTED


def _is_dismissed(fact: Any) -> bool:
    return isinstance(fact, Fact) and fact.status is Status.DISMISSED
