# SPDX-License-Identifier: EUPL-1.2
"""The steps of a dossier, as an officer enters them from paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt

from tests.journeys.entering import (
    Entry,
    Line,
    amount,
    chosen,
    day,
    fill,
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


KEYS = {"ja": Qt.Key.Key_J, "nee": Qt.Key.Key_N, "onbekend": Qt.Key.Key_O, "n.v.t.": Qt.Key.Key_V}
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


def begins(entry: Entry) -> None:
    """Begin a dossier: its reference, its permits, its subject."""
    paper, officer = entry.paper, entry.officer
    officer.types("Kenmerk", paper["reference"])
    for code in paper["application"]["permit_types"]:
        officer.chooses("Waarvoor is de aanvraag", entry.catalogue.permits[code].name)
    officer.types("Naam van betrokkene", entry.party(paper["subject"][0]))
    officer.answers("Betrokkene is een", "persoon")
    officer.presses("Begin het dossier")


def application(entry: Entry) -> None:
    """Step 1."""
    entry.officer.opens_step("Aanvraag")
    fill(entry, entry.paper["application"], APPLICATION)
    fill(entry, entry.paper, HEADING)
    first, *others = entry.paper["events"]
    entry.officer.opens_row("Verloop", entry.catalogue.word("event-kind", first["kind"]))
    fill(entry, first, NEW_EVENT[1:])
    entry.officer.is_done()
    for event in others:
        _event(entry, event)


def _event(entry: Entry, event: dict[str, Any]) -> None:
    entry.officer.presses("Voeg een gebeurtenis toe")
    fill(entry, event, NEW_EVENT)
    entry.officer.presses("Voeg toe")
    fill(entry, event, EVENT)
    if entry.officer.sees("Klaar"):
        entry.officer.is_done()


def parties(entry: Entry) -> None:
    """Step 2; the subject is there already."""
    officer = entry.officer
    officer.opens_step("Betrokkenen")
    first, *others = entry.paper["parties"]
    officer.opens_row("Partijen", first["name"])
    fill(entry, first, PERSON[1:])
    officer.is_done()
    for party in others:
        is_person = party["kind"] == "person"
        officer.presses("Voeg een persoon toe" if is_person else "Voeg een organisatie toe")
        fill(entry, party, PERSON if is_person else ORGANISATION)
        officer.is_done()


def relations(entry: Entry) -> None:
    """Step 2, once the sources are there."""
    entry.officer.opens_step("Betrokkenen")
    for relation in entry.paper["relations"]:
        entry.officer.presses("Voeg een relatie toe")
        fill(entry, relation, NEW_RELATION)
        entry.officer.presses("Voeg toe")
        fill(entry, relation, RELATION)
        entry.officer.is_done()


def financing(entry: Entry) -> None:
    """Step 4."""
    officer, paper = entry.officer, entry.paper["financing"]
    officer.opens_step("Financiering")
    for number, line in enumerate(paper["need"], start=1):
        officer.presses("Voeg een regel toe aan Nodig")
        with officer.at("Nodig"):
            _in_place(entry, line, number)
    for number, line in enumerate(paper["sources"], start=1):
        officer.presses("Voeg een regel toe aan Herkomst")
        with officer.at("Herkomst"):
            _in_place(entry, line, number)
            officer.presses(f"Open alles over deze bron: {line['label']}")
        fill(entry, line, SOURCE)
        officer.is_done()
    fill(entry, paper["operations"], OPERATIONS)


def _in_place(entry: Entry, line: dict[str, Any], number: int) -> None:
    entry.officer.types(f"Omschrijving van regel {number}", line["label"])
    entry.officer.keys(Qt.Key.Key_Tab)
    amount(entry, f"Bedrag van {line['label']} in euro", line["amount"])
    evidence = line["evidence"]
    entry.officer.chooses(f"Bewijs van {line['label']}", f"{evidence} · ")


def information(entry: Entry) -> None:
    """Step 5."""
    entry.officer.opens_step("Informatie")
    for item in entry.paper["information"]:
        entry.officer.presses("Voeg informatie toe")
        fill(entry, item, INFORMATION)
        entry.officer.is_done()


def facts(entry: Entry) -> None:
    """Step 6."""
    entry.officer.opens_step("Feiten")
    for fact in entry.paper["facts"]:
        entry.officer.presses("Voeg een feit toe")
        fill(entry, fact, FACT)
        entry.officer.is_done()


def screening(entry: Entry) -> None:
    """Step 7: open each question, answer it with its key, and say where it appears from."""
    officer = entry.officer
    officer.opens_step("Vragenlijst")
    for answer in entry.paper["answers"]:
        question = entry.catalogue.questions[answer["question"]]
        theme = next(one.name for one in entry.catalogue.themes if one.code == question.theme)
        officer.presses(officer.reads(f"{theme}, "))
        officer.presses(f"{question.text} open")
        officer.keys(KEYS[answer["value"]])
        text(entry, "Toelichting", answer["note"])
        sources(entry, "Bewijs", answer["sources"])


def weighing(entry: Entry) -> None:
    """Step 8: the officer's own conclusion, and a measure for each permit."""
    officer, paper = entry.officer, entry.paper["conclusion"]
    officer.opens_step("Weging")
    fill(entry, paper, CONCLUSION)
    for measure in paper["measure"]:
        with officer.at(f"Maatregel: {entry.catalogue.permits[measure['permit']].name}"):
            fill(entry, measure, MEASURE)


def export(entry: Entry, path: Path, purpose: str) -> None:
    """Step 9: say what for, say where, and wait until it stands there."""
    officer = entry.officer
    officer.opens_step("Advies")
    officer.presses("Exporteer als pdf")
    officer.types("Doel", purpose)
    officer.presses("Kies een plaats")
    officer.saves_as(path)
    officer.waits_until(lambda: officer.says("De pdf staat in"), "that the advice was written")
