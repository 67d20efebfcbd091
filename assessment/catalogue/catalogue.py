# SPDX-License-Identifier: EUPL-1.2
"""The catalogue as a whole, checked: a dossier keeps the catalogue date it began with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from assessment.catalogue.check import NO_CHECKS, CheckTexts
from assessment.catalogue.checklist import Question, Theme
from assessment.catalogue.duty import DutyText
from assessment.catalogue.inquiry import InquiryText
from assessment.catalogue.norm import NO_NORMS, Norms
from assessment.catalogue.offence import Offence
from assessment.catalogue.partner import Basis, Partner
from assessment.catalogue.permit import PermitType
from assessment.catalogue.policy import NO_POLICY, Policy
from assessment.catalogue.reading import Entry, by_id
from assessment.catalogue.term import NO_TERMS, TermRules
from assessment.catalogue.weighing import NO_FRAMEWORK, Framework
from assessment.catalogue.wording import Sentence
from assessment.dossier.application import Procedure


@dataclass(frozen=True, slots=True)
class LegalForm:
    """A legal form: whether it is a legal person in the sense of Sr art. 51 (weighing.md no. 5), and has capital."""

    code: str
    name: str
    legal_person: bool
    has_capital: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement of the catalogue comes from; `address` is empty for what was never published."""

    key: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Own:
    """What a municipality made of the catalogue: questions added and switched off, settings and terms changed.

    `days` it added to those on which no term ends; `readings` and `procedures` are the ways of counting that it chose
    and the terms that its by-law gives.
    """

    municipality: str
    source: str
    added: tuple[str, ...]
    switched_off: tuple[str, ...]
    settings: tuple[str, ...]
    terms: tuple[str, ...]
    days: tuple[date, ...] = ()
    readings: tuple[str, ...] = ()
    procedures: tuple[Procedure, ...] = ()


@dataclass(frozen=True)
class Catalogue:
    """All checked data of one date, with the checksum of the files it came from; `own` where a layer lies on it."""

    date: str
    checksum: str
    permits: Mapping[str, PermitType]
    partners: Mapping[str, Partner]
    bases: Mapping[str, Basis]
    offences: Mapping[str, Offence]
    legal_forms: Mapping[str, LegalForm]
    themes: tuple[Theme, ...]
    questions: Mapping[str, Question]
    words: Mapping[str, Mapping[str, str]]
    sentences: Mapping[str, Sentence] = field(default_factory=dict)
    explanations: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    framework: Framework = NO_FRAMEWORK
    inquiry: Mapping[str, InquiryText] = field(default_factory=dict)
    checks: CheckTexts = NO_CHECKS
    duties: Mapping[str, DutyText] = field(default_factory=dict)
    terms: TermRules = NO_TERMS
    norms: Norms = NO_NORMS
    policy: Policy = NO_POLICY
    own: Own | None = None

    def word(self, vocabulary: str, code: str) -> str:
        """Give the Dutch word for a code: `word("role", "director")` is `bestuurder`."""
        return self.words[vocabulary][code]

    def explain(self, vocabulary: str, code: str) -> str:
        """Give what an officer reads when hovering over a word, or an empty text."""
        return self.explanations.get(vocabulary, {}).get(code, "")


def read_legal_forms(top: Entry) -> dict[str, LegalForm]:
    """Read `legal-forms.yaml`."""
    return by_id(top, "legal_forms", _read_legal_form)


def _read_legal_form(entry: Entry, code: str) -> LegalForm:
    return LegalForm(code, entry.text("name"), entry.flag("legal_person"), entry.flag("has_capital"))


def read_sources(top: Entry) -> dict[str, Source]:
    """Read `sources.yaml`."""
    return by_id(
        top,
        "sources",
        lambda entry, key: Source(key, entry.text("title"), entry.text("address", needed=False)),
    )
