# SPDX-License-Identifier: EUPL-1.2
"""An invented municipality's own layer, to lay on the shipped catalogue and to break."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.layer import apply
from assessment.errors import FaultyFile
from tests.assessment.catalogue.shipped import catalogue

QUESTION: dict[str, Any] = {
    "id": "FIC-01",
    "theme": "E",
    "text": "Staat dit pand op de lijst van de gemeente met kwetsbare panden?",
    "kind": "trigger",
    "signal_on": "ja",
    "grounds": ["trigger"],
    "permits": ["EXP", "ALC"],
    "why": "De lijst helpt om te kiezen welke aanvragen meer aandacht krijgen.",
    "help": "Kijk op de lijst en noteer de datum.",
    "evidence": ["de lijst van de gemeente"],
    "innocent": "Een pand kan op de lijst staan door een eerdere gebruiker.",
    "finding": "Het pand staat op de lijst van de gemeente; dat zegt niets over deze aanvrager.",
    "legal_basis": "de eigen beleidsregel, artikel 4",
    "sources": ["FIC-BELEID"],
    "own": "ja",
}
CONTENT: dict[str, Any] = {
    "gemeente.yaml": {
        "municipality": "gemeente Fictenveen",
        "prefix": "FIC",
        "source": "Beleidsregel Bibob Fictenveen 2026",
        "catalogue": "2026-01-01",
    },
    "sources.yaml": {"sources": [{"id": "FIC-BELEID", "title": "Beleidsregel Bibob Fictenveen 2026"}]},
    "questions.yaml": {"questions": [QUESTION]},
    "switched-off.yaml": {"questions": [{"id": "GEB-08", "reason": "De gemeente houdt deze cijfers niet bij."}]},
    "weighing.yaml": {
        "settings": [
            {
                "id": "large_benefit",
                "value": 20000,
                "reason": "Kleine ondernemingen zijn hier de regel.",
                "source": "Beleidsregel Bibob Fictenveen 2026, artikel 7",
            },
            {
                "id": "serious_facts",
                "value": 3,
                "reason": "Twee feiten zijn nog geen herhaling.",
                "source": "Beleidsregel Bibob Fictenveen 2026, artikel 7",
            },
        ]
    },
    "policy.yaml": {
        "terms": [{"id": "supplement", "weeks": 3, "rule": "Beleidsregel artikel 5"}],
        "triage": [
            {"id": "EXP", "trigger": "always", "rule": "Beleidsregel artikel 3"},
            {"id": "EVE", "trigger": "sample", "share": "0.1", "rule": "Beleidsregel artikel 3"},
            {
                "id": "OBM",
                "trigger": "always",
                "amount": "building-costs",
                "from": 500000,
                "otherwise": "indication",
                "rule": "Beleidsregel artikel 3",
            },
        ],
    },
}
HEADER: dict[str, Any] = {"gemeente.yaml": CONTENT["gemeente.yaml"]}
TERMS: dict[str, Any] = {
    "equated_days": [{"day": "2029-05-11", "source": "Stcrt. 2028, 12345"}],
    "readings": [{"id": "expiry-day", "value": "counted", "rule": "Beleidsregel artikel 6"}],
    "procedures": [
        {"id": "apv-8w-8w", "weeks": 6, "extension_weeks": 4, "moves": "ja", "rule": "APV Fictenveen artikel 1:2"}
    ],
}
"""What the municipality lays down about counting; it stands apart, so that most tests count as it ships."""


@dataclass(frozen=True)
class Files:
    """What stands in the folder of a municipality."""

    content: dict[str, Any] = field(default_factory=dict)
    checksum: str = "sha256:layer"


def content() -> dict[str, Any]:
    """Give the plain data of the layer, to break."""
    return copy.deepcopy(CONTENT)


def own() -> Catalogue:
    """Give the shipped catalogue with the layer on it."""
    return apply(catalogue(), Files(content()))


def counting(**changes: object) -> Catalogue:
    """Give the shipped catalogue with nothing laid on it but what is about counting, some of it otherwise."""
    terms = {**copy.deepcopy(TERMS), **changes}
    return apply(catalogue(), Files({**HEADER, "terms.yaml": terms}))


def by_law(**changes: object) -> Catalogue:
    """Give the same with the term of the by-law otherwise."""
    return counting(procedures=[{**TERMS["procedures"][0], **changes}])


def faults_of(data: dict[str, Any]) -> dict[str, str]:
    """Lay a broken layer; give what was complained about, by place."""
    with pytest.raises(FaultyFile) as caught:
        apply(catalogue(), Files(data))
    found: dict[str, str] = {}
    for fault in caught.value.faults:
        found[fault.where] = "; ".join(filter(None, (found.get(fault.where), fault.what)))
    return found


def setting(id_: str, value: object) -> Callable[[dict[str, Any]], object]:
    """Set one value of the framework and nothing else of it."""
    one = {"id": id_, "value": value, "reason": "Wij willen dit.", "source": "Beleidsregel"}
    return lambda data: data["weighing.yaml"].update(settings=[one])
