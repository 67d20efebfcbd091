# SPDX-License-Identifier: EUPL-1.2
"""The keys of a dossier file in Dutch, as the fields of the window name them."""

from __future__ import annotations

from typing import Final

LABELS: Final = {
    "about": "Over wie", "activity": "Activiteit", "actor": "Wie", "address": "Adres", "agreed_on": "Overeenkomst van",
    "amount": "Bedrag", "answer": "Antwoord", "application": "Aanvraag", "area": "Buurtcode",
    "assessed_on": "Beoordeeld per", "attachments": "Bijlagen", "authority": "Gemeente of bestuursorgaan",
    "basis": "Grondslag", "benefit": "Voordeel", "born": "Geboren", "bsn": "Burgerservicenummer", "by": "Door",
    "capacity": "Handelde", "cash": "Waarvan contant", "catalogue": "Catalogus",
    "classification": "Vertrouwelijkheid", "code": "Code", "committed": "Wanneer", "complete": "Volledig",
    "content": "Inhoud", "content_grade": "Zekerheid van de inhoud", "country": "Land", "date": "Datum",
    "decision": "Besluit", "degree": "Mate van gevaar", "dismissal": "Sepot", "documents": "Stukken",
    "due": "Termijn tot en met", "evidence": "Bewijs", "evidenced": "Bewezen deel", "existing": "Al verleend",
    "for_file": "Voor welk dossier", "forward": "Mag worden doorgegeven", "founded_on": "Opgericht", "from": "Van",
    "high": "Ten hoogste", "id": "Nummer", "income": "Inkomen", "innocent_explanation": "Onschuldige verklaring",
    "instrument": "Soort besluit", "intent": "Bedoeling", "interest": "Rente per jaar", "invited_on": "Uitgenodigd op",
    "issued_on": "Datum van het advies", "keep_until": "Bewaren tot", "kind": "Soort", "kvk": "KVK-nummer",
    "label": "Omschrijving", "legal_form": "Rechtsvorm", "lender": "Geldgever", "location": "Locatie",
    "low": "Ten minste", "measure": "Evenredigheid", "method": "Hoe berekend", "money_path": "Weg van het geld",
    "name": "Naam", "note": "Aantekening", "number": "Nummer", "offence": "Strafbaar feit",
    "offence_plausible": "Aannemelijk dat het feit is gebeurd", "on": "Dag", "order": "Tekst van een last",
    "organ": "Wie beslist", "paid_by": "Betaald door", "partner": "Partner", "party": "Betrokkene",
    "payer": "Betaald door", "permission": "Toestemming", "permit": "Vergunning",
    "permit_types": "Soorten vergunning", "person": "Persoon", "place": "Plaats", "postcode": "Postcode",
    "procedure": "Procedure", "purpose": "Doel", "question": "Vraag", "reason": "Reden",
    "received_on": "Ontvangen op", "reference": "Kenmerk", "relevance": "Waarom het ertoe doet",
    "remarks": "Opmerkingen", "requested_on": "Gevraagd op", "response": "Reactie van de gemeente", "role": "Rol",
    "route": "Route", "route_reason": "Reden voor deze route", "rsin": "RSIN", "security": "Zekerheid",
    "share": "Deel", "since": "Sinds", "source_grade": "Betrouwbaarheid van de bron", "source_kind": "Soort bron",
    "sources": "Bronnen", "spending": "Bekende uitgaven", "statement": "Wat is gezegd",
    "status": "Hoe ver is de zaak", "status_on": "Datum daarvan", "street": "Straat en huisnummer",
    "subject": "Over wie", "suspicion": "Ernst van het vermoeden", "suspicion_reason": "Waarom zo ernstig",
    "text": "Tekst", "to": "Met", "to_obtain": "Lid 6", "transferred_on": "Overgemaakt op", "trigger": "Aanleiding",
    "truth": "Wat waar is", "type": "Soort", "until": "Tot", "value": "Antwoord", "verdict": "Oordeel",
    "visible_to_subject": "Betrokkene mag het zien", "waived": "Ziet af van een zienswijze", "weeks": "Aantal weken",
    "why_still": "Waarom het toch meeweegt",
}  # fmt: skip
VOCABULARIES: Final = {
    "classification": "classification", "content_grade": "content-grade", "decision": "decision", "degree": "degree",
    "evidence": "evidence", "forward": "consent", "instrument": "instrument", "procedure": "procedure",
    "purpose": "purpose", "role": "role", "route": "route", "source_grade": "source-grade",
    "source_kind": "source-kind", "status": "status", "suspicion": "suspicion", "trigger": "trigger",
    "value": "answer", "verdict": "verdict", "visible_to_subject": "consent",
}  # fmt: skip
"""In which vocabulary of the catalogue the code stands that a key holds."""
KINDS: Final = {"event": "event-kind", "party": "party-kind", "source": "funding-kind"}
"""The same for the key `kind`, which each sort of part has its own codes for."""
