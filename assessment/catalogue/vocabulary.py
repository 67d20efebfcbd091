# SPDX-License-Identifier: EUPL-1.2
"""The Dutch words for every closed set of codes, and what they mean."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from assessment import outcome, outcome_control
from assessment.catalogue.checklist import Kind, Per
from assessment.catalogue.offence import Gravity
from assessment.catalogue.partner import Onward, PersonCategory
from assessment.catalogue.reading import Entry
from assessment.degree import Degree
from assessment.dossier import (
    answer,
    application,
    bureau_advice,
    conclusion,
    event,
    fact,
    financing,
    information,
    relation,
    review,
)
from assessment.dossier.party import Organisation, Person

VOCABULARIES: Final[Mapping[str, type[StrEnum]]] = {
    "instrument": application.Instrument,
    "procedure": application.Procedure,
    "trigger": application.Trigger,
    "route": application.Route,
    "role": relation.Role,
    "purpose": information.Purpose,
    "source-kind": information.SourceKind,
    "classification": information.Classification,
    "consent": information.Consent,
    "source-grade": information.SourceGrade,
    "content-grade": information.ContentGrade,
    "status": fact.Status,
    "plausible": fact.Plausible,
    "suspicion": fact.Suspicion,
    "link": fact.Link,
    "evidence": financing.Evidence,
    "funding-kind": financing.FundingKind,
    "household": financing.Household,
    "event-kind": event.EventKind,
    "for-file": bureau_advice.ForFile,
    "yes-no": bureau_advice.YesNo,
    "degree": Degree,
    "decision": conclusion.Decision,
    "verdict": review.Verdict,
    "nature": outcome.Nature,
    "evidence-class": outcome.EvidenceClass,
    "tie": outcome.Tie,
    "grip": outcome_control.Grip,
    "gate-verdict": outcome.Verdict,
    "invoked": outcome.Invoked,
    "severity": outcome.Severity,
    "kind": Kind,
    "per": Per,
    "gravity": Gravity,
    "person-category": PersonCategory,
    "onward": Onward,
}
"""Name of each vocabulary (the class name in kebab-case) and the codes it must have a word for."""

GROUND_LETTERS: Final = ("A", "B", "R", "F", "L", "proces", "trigger", "context", "zorg")
"""What a question can bear on (practice.md 3)."""

TERMS: Final = (
    "decision",
    "extension-notice",
    "supplement",
    "leave-untreated",
    "bureau-advice",
    "hearing",
    "objection",
    "objection-decision",
    "penalty",
    "penalty-decision",
    "reuse",
    "permit-suspension",
    "transfer-notice",
)
"""Terms that run in a dossier (dossier-format 3)."""

WORDS_NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    **{name: tuple(kind) for name, kind in VOCABULARIES.items()},
    "ground": GROUND_LETTERS,
    "term": TERMS,
    "party-kind": (Person.kind, Organisation.kind),
    "answer": (answer.JA, answer.NEE, answer.ONBEKEND, answer.NVT),
}
"""For each vocabulary the codes that need a Dutch word; a word for anything else is a fault too."""


def read_words(top: Entry) -> dict[str, dict[str, str]]:
    """Read the words of `words.yaml`."""
    return _two_levels(top.entry("words"))


def read_explanations(top: Entry) -> dict[str, dict[str, str]]:
    """Read the explanations of `words.yaml`; not every word needs one."""
    return _two_levels(top.entry("explain"))


def _two_levels(entry: Entry) -> dict[str, dict[str, str]]:
    return {name: _texts(entry.entry(name)) for name in entry.keys}


def _texts(entry: Entry) -> dict[str, str]:
    return {code: entry.text(code) for code in entry.keys}
