# SPDX-License-Identifier: EUPL-1.2
"""Which key of a dossier file stands under which label, for each kind of record."""

from __future__ import annotations

from tests.journeys.entering import (
    Entry,
    Line,
    amount,
    chosen,
    day,
    none_or,
    people,
    period,
    share,
    somebody,
    sources,
    tags,
    text,
    yes_or_no,
)


def _partner(entry: Entry, label: str, code: str) -> None:
    entry.officer.chooses(label, entry.catalogue.partners[code].name)


def _basis(entry: Entry, label: str, code: str | None) -> None:
    basis = entry.catalogue.bases[code] if code else None
    entry.officer.chooses(label, f"{basis.name} ({basis.article})" if basis else "geen")


def _offence(entry: Entry, label: str, code: str) -> None:
    offence = entry.catalogue.offences[code]
    entry.officer.chooses(label, f"{offence.name} ({offence.article})")


def _capacity(entry: Entry, label: str, value: str) -> None:
    entry.officer.chooses(label, "voor zichzelf" if value == "own" else f"via {entry.party(value)}")


def _legal_form(entry: Entry, label: str, code: str) -> None:
    entry.officer.chooses(label, entry.catalogue.legal_forms[code].name)


def _decision(entry: Entry, label: str, code: str) -> None:
    entry.officer.answers(label, entry.catalogue.word("decision", code))


APPLICATION = (
    Line("activity", "Activiteit", text),
    Line("received_on", "Ontvangen op", day),
    Line("procedure", "Procedure", chosen("procedure")),
    Line("instrument", "Soort besluit", chosen("instrument")),
    Line("existing", "Is er al een vergunning verleend?", yes_or_no),
    Line("trigger", "Aanleiding", chosen("trigger")),
    Line("route", "Route", chosen("route")),
    Line("route_reason", "Reden voor deze route", text),
    Line("location.street", "Straat en huisnummer", text),
    Line("location.postcode", "Postcode", text),
    Line("location.place", "Plaats", text),
    Line("location.area", "Buurtcode", text),
)
HEADING = (
    Line("assessed_on", "Beoordeeld per", day),
    Line("authority.name", "Gemeente of bestuursorgaan", text),
    Line("authority.organ", "Wie beslist", text),
    Line("authority.code", "Gemeentecode", text),
)
PERSON = (
    Line("name", "Naam", text),
    Line("born", "Geboren", day),
    Line("bsn", "Burgerservicenummer", text),
)
ORGANISATION = (
    Line("name", "Naam", text),
    Line("legal_form", "Rechtsvorm", _legal_form),
    Line("kvk", "KVK-nummer", text),
    Line("rsin", "RSIN", text),
    Line("founded_on", "Opgericht", day),
    Line("country", "Land", text),
)
NEW_RELATION = (
    Line("from", "Wie", somebody),
    Line("role", "is", chosen("role")),
    Line("to", "van", somebody),
)
RELATION = (
    Line("share", "Deel van kapitaal of stemmen", share),
    Line("since", "Sinds", day),
    Line("until", "Tot", none_or("loopt nog", day)),
    Line("sources", "Bronnen", sources),
    Line("indicators", "Waar blijkt het uit?", tags),
)
SOURCE = (
    Line("kind", "Soort bron", chosen("funding-kind")),
    Line("lender", "Geldgever", somebody),
    Line("cash", "Waarvan contant", amount),
    Line("evidenced", "Bewezen deel in euro", amount),
    Line("agreed_on", "Overeenkomst van", day),
    Line("transferred_on", "Overgemaakt op", day),
    Line("interest", "Rente per jaar", share),
    Line("security", "Is er zekerheid gegeven?", yes_or_no),
    Line("repayment_schedule", "Is er een aflossingsschema?", yes_or_no),
    Line("lender_income", "Inkomen van de geldgever per jaar", amount),
    Line("lender_wealth", "Vermogen van de geldgever", amount),
    Line("country", "Land waar het geld vandaan komt", text),
)
OPERATIONS = (
    Line("forecast_turnover", "Verwachte omzet per jaar", amount),
    Line("past_turnover", "Omzet in het verleden per jaar", amount),
    Line("rent", "Huur per jaar", amount),
)
CONCLUSION = (
    Line("a.degree", "Mate van gevaar op de a-grond", chosen("degree")),
    Line("a.reasons", "Redenen bij de a-grond", text),
    Line("b.degree", "Mate van gevaar op de b-grond", chosen("degree")),
    Line("b.reasons", "Redenen bij de b-grond", text),
    Line("c.invoked", "Roept u het zesde lid in?", chosen("yes-no")),
    Line("c.reasons", "Redenen bij het zesde lid", text),
    Line("age_of_facts", "Ouderdom van de feiten", text),
    Line("regular_grounds.considered", "Zijn de gewone weigeringsgronden eerst beoordeeld?", yes_or_no),
    Line("regular_grounds.outcome", "Uitkomst van de gewone weigeringsgronden", text),
)
MEASURE = (
    Line("decision", "Voorgestelde beslissing", _decision),
    Line("interests", "Belangen en gevolgen voor betrokkene", text),
    Line("fits_degree", "Past de maatregel bij de mate van gevaar?", text),
    Line("fits_seriousness", "Past de maatregel bij de ernst van de feiten?", text),
    Line("conditions_considered", "Welke voorschriften zijn overwogen?", text),
    Line("comparable_cases", "Vergelijkbare zaken", text),
)
NEW_EVENT = (Line("kind", "Gebeurtenis", chosen("event-kind")), Line("on", "Dag", day))
EVENT = (Line("due", "Termijn tot en met", day), Line("complete", "Was het volledig?", yes_or_no))
INFORMATION = (
    Line("partner", "Partner", _partner),
    Line("basis", "Grondslag", _basis),
    Line("purpose", "Doel", chosen("purpose")),
    Line("about", "Over wie", people),
    Line("requested_on", "Gevraagd op", day),
    Line("received_on", "Ontvangen op", day),
    Line("content", "Inhoud", text),
    Line("source_kind", "Soort bron", chosen("source-kind")),
    Line("source_grade", "Betrouwbaarheid van de bron", chosen("source-grade")),
    Line("content_grade", "Zekerheid van de inhoud", chosen("content-grade")),
    Line("classification", "Vertrouwelijkheid", chosen("classification")),
    Line("visible_to_subject", "Mag betrokkene het zien?", chosen("consent")),
    Line("forward", "Mag het worden doorgegeven?", chosen("consent")),
    Line("permission", "Toestemming", lambda entry, label, value: text(entry, label, value or "")),
    Line("keep_until", "Bewaren tot", day),
)
FACT = (
    Line("offence", "Strafbaar feit", _offence),
    Line("description", "Omschrijving", text),
    Line("actor", "Wie", somebody),
    Line("capacity", "Handelde", _capacity),
    Line("committed", "Wanneer", period),
    Line("sources", "Bronnen", sources),
    Line("status", "Hoe ver is de zaak?", chosen("status")),
    Line("status_on", "Datum daarvan", day),
    Line("offence_plausible", "Is aannemelijk dat het feit is gebeurd?", chosen("plausible")),
    Line("suspicion", "Ernst van het vermoeden", chosen("suspicion")),
    Line("suspicion_reason", "Waarom zo ernstig?", text),
    Line("benefit.amount", "Voordeel in euro", amount),
    Line("benefit.low", "Ten minste", none_or("geen ondergrens", amount)),
    Line("benefit.high", "Ten hoogste", none_or("geen bovengrens", amount)),
    Line("benefit.method", "Hoe berekend", text),
    Line("benefit.money_path", "Weg van het geld naar deze activiteit", text),
)
