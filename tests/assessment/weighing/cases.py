# SPDX-License-Identifier: EUPL-1.2
"""One dossier without a fault, as plain data to change, and what the checks say of it."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

from assessment.assess import _case
from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.reading import Faults
from assessment.dossier.blind import blinded
from assessment.dossier.dossier import Dossier
from assessment.inquiry.bonds import find_bonds
from assessment.weighing.checks.case import Case
from assessment.weighing.checks.run import _raised
from assessment.wire import from_wire

from .balances import shipped

Change = Callable[[dict[str, Any]], object]

_SHOWN = {
    "classification": "strict",
    "visible_to_subject": "yes",
    "forward": "yes",
    "purpose": "bibob",
    "source_grade": "A",
    "content_grade": "1",
    "keep_until": "2031-03-16",
}
_DONE = {
    "offence": "opiumwet-2",
    "actor": "p2",
    "capacity": "own",
    "status": "conviction-final",
    "status_on": "2025-05-20",
    "offence_plausible": "yes",
    "benefit": None,
    "to_obtain": None,
    "links": [{"permit": "EXP", "link": "same", "reason": "In dezelfde zaak."}],
}

CLEAN: dict[str, Any] = {
    "format": "toetssteen-dossier/1",
    "reference": "T-1",
    "catalogue": "2026-01-01",
    "assessed_on": "2026-06-01",
    "authority": {"name": "gemeente Fictenveen"},
    "application": {
        "instrument": "permit",
        "permit_types": ["EXP"],
        "existing": False,
        "received_on": "2026-03-02",
        "procedure": "apv-8w-8w",
    },
    "subject": ["p1"],
    "parties": [
        {
            "id": "p1", "kind": "organisation", "name": "Verzonnen Zaak B.V.", "legal_form": "bv",
            "founded_on": "2020-01-10",
        },
        {"id": "p2", "kind": "person", "name": "Joris Kussenberg", "born": "1975-03-28"},
        {"id": "p3", "kind": "person", "name": "Lotte Nergens", "born": "1981-01-02"},
    ],
    "relations": [
        {
            "id": "r1", "from": "p2", "to": "p1", "role": "director", "since": "2020-01-10", "until": None,
            "sources": ["i1"],
        },
    ],
    "information": [
        {
            "id": "i1", "partner": "kvk", "basis": "bibob-7b", "about": ["p1", "p2"], "received_on": "2026-03-10",
            "source_kind": "public-register", **_SHOWN,
        },
        {
            "id": "i2", "partner": "justid", "basis": "bjsg-15", "about": ["p2"], "requested_on": "2026-03-06",
            "received_on": "2026-03-16", "source_kind": "official-record", "permission": "gegeven", **_SHOWN,
        },
        {
            "id": "i3", "partner": "open-bron", "basis": "bibob-7b", "about": ["p2"], "received_on": "2026-03-16",
            "source_kind": "press", **_SHOWN,
        },
    ],
    "facts": [
        {"id": "f1", "committed": ["2024-03", "2024-05"], "sources": ["i2"], **_DONE},
        {"id": "f2", "committed": ["2024-09", "2024-11"], "sources": ["i2"], **_DONE},
    ],
    "events": [
        {"kind": "application-received", "on": "2026-03-02"},
        {"kind": "own-investigation-started", "on": "2026-03-03"},
        {"kind": "extension-notified", "on": "2026-04-01", "weeks": 8},
        {"kind": "bureau-requested", "on": "2026-03-20"},
        {"kind": "bureau-advice-received", "on": "2026-05-06"},
        {"kind": "form-sent", "on": "2026-03-04"},
        {"kind": "subject-informed", "on": "2026-03-20"},
    ],
    "bureau_advices": [
        {
            "id": "b1", "issued_on": "2026-05-04", "for_file": "this", "degree": {"a": "none", "b": "serious"},
            "verified": [
                {"fact": "f1", "seen_source": "yes", "follows": "yes"},
                {"fact": "f2", "seen_source": "yes", "follows": "yes"},
            ],
        }
    ],
    "hearings": [
        {
            "id": "h1", "party": "p1", "about": ["draft", "f1", "f2", "b1"], "invited_on": "2026-05-11",
            "due": "2026-05-25", "received_on": "2026-05-20", "statement": "Wij zijn het niet eens.",
            "response": "De feiten blijven staan.", "secrecy_notice": True,
        },
        {
            "id": "h2", "party": "p2", "about": ["f1", "f2"], "invited_on": "2026-05-11", "due": "2026-05-25",
            "waived": True, "secrecy_notice": True,
        },
    ],
    "conclusion": {
        "a": {"degree": "none", "reasons": "Er is geen voordeel."},
        "b": {"degree": "serious", "reasons": "De bestuurder is tweemaal veroordeeld voor feiten in de zaak."},
        "c": {"invoked": "no", "reasons": "Het formulier is juist."},
        "age_of_facts": "De feiten zijn van 2024.",
        "measure": [
            {
                "permit": "EXP", "decision": "refuse", "interests": "De ondernemer mist inkomen.",
                "fits_degree": "Bij ernstig gevaar past weigering.", "fits_seriousness": "De feiten zijn ernstig.",
                "conditions_considered": "Voorschriften nemen het gevaar niet weg.",
                "comparable_cases": "Er zijn geen vergelijkbare zaken.", "conditions": [],
            }
        ],
        "regular_grounds": {"considered": True, "outcome": "Geen grond."},
        "law_checked_on": "2026-05-30",
    },
    "answers": [{"question": "STR-09", "value": "nee"}],
    "reviews": [],
}  # fmt: skip


def changed(*changes: Change) -> Dossier:
    """Give the clean dossier after some changes; what a reader of files refuses can stand in it."""
    data = deepcopy(CLEAN)
    for change in changes:
        change(data)
    faults = Faults()
    dossier: Dossier = from_wire(Dossier, {key: value for key, value in data.items() if key != "format"}, "$", faults)
    assert faults.found == []
    return dossier


def case_of(dossier: Dossier, catalogue: Catalogue | None = None) -> Case:
    blind, known = blinded(dossier), catalogue or shipped()
    return _case(blind, dossier, known, find_bonds(blind, known))


def keys(*changes: Change) -> set[str]:
    """Give the entries of `checks.yaml` that are raised."""
    return {one.text for one in _raised(case_of(changed(*changes)))}


def put(path: str, value: object) -> Change:
    """Set a value at a path like `facts.0.status`; a path that ends in `+` adds to a list."""

    def change(data: Any) -> None:
        *way, last = path.split(".")
        for step in way:
            data = data[int(step)] if step.isdecimal() else data[step]
        if last == "+":
            data.append(deepcopy(value))
        else:
            data[int(last) if last.isdecimal() else last] = deepcopy(value)

    return change


def drop(path: str) -> Change:
    """Leave out what stands at a path: not known."""

    def change(data: Any) -> None:
        *way, last = path.split(".")
        for step in way:
            data = data[int(step)] if step.isdecimal() else data[step]
        del data[int(last) if last.isdecimal() else last]

    return change
