# SPDX-License-Identifier: EUPL-1.2
"""What the checks before finalising say, how much they ask, and on which basis (blueprint 4.8)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from assessment.catalogue.reading import Entry, by_id
from assessment.catalogue.wording import Sentence
from assessment.outcome import Severity

_NUMBER: Final = re.compile(r"[CLX]\d{2}")
_PART: Final = re.compile(r"<([a-z_]+)>")
_RULING: Final = re.compile(r"ECLI:[A-Z0-9:.]+[A-Z0-9]")


@dataclass(frozen=True, slots=True)
class CheckText:
    """One way in which a check is not met. `check` is its number; `hard`: a written answer does not lift it."""

    id: str
    check: str
    severity: Severity
    hard: bool
    text: str
    basis: str
    cure: str
    source: str

    @property
    def grounds(self) -> str:
        """The article, and the rulings in which it was applied."""
        return "; ".join((self.basis, *_RULING.findall(self.source)))

    def filled(self, **parts: str) -> str:
        """Fill the places in the text; raises KeyError when one is not given."""
        return Sentence(self.id, self.text, self.source).filled(**parts)


@dataclass(frozen=True, slots=True)
class GuiltWords:
    """Patterns for C13: what declares guilt, what makes a clause cautious, denials, and what begins a new clause."""

    guilty: tuple[str, ...] = ()
    cautious: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class CheckTexts:
    """All of `checks.yaml`: the texts, and patterns of words that name an advice (L32) or call one binding (L34)."""

    texts: Mapping[str, CheckText] = field(default_factory=dict)
    guilt: GuiltWords = field(default_factory=GuiltWords)
    bureau_words: tuple[str, ...] = ()
    binding_words: tuple[str, ...] = ()


NO_CHECKS: Final = CheckTexts()


def read_checks(top: Entry) -> CheckTexts:
    """Read `checks.yaml`; the id of an entry begins with the number of its check."""
    texts = by_id(top, "checks", _check)
    guilt = _guilt(top.entry("guilt_words"))
    return CheckTexts(texts, guilt, _patterns(top, "bureau_words", {}), _patterns(top, "binding_words", {}))


def _guilt(entry: Entry) -> GuiltWords:
    """Read the patterns of C13; `<name>` in a pattern stands for the part of that name, also in a later part."""
    parts: dict[str, str] = {}
    listed = entry.entry("parts")
    for name in listed.keys:
        parts[name] = _filled(listed.text(name), parts)
    listed.close()
    words = GuiltWords(
        guilty=_patterns(entry, "guilty", parts),
        cautious=_patterns(entry, "cautious", parts),
        negations=_patterns(entry, "negations", parts),
        turns=_patterns(entry, "turns", parts),
        source=entry.text("source"),
    )
    entry.close()
    return words


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    return _PART.sub(lambda named: parts.get(named[1], named[0]), pattern)


def _patterns(entry: Entry, key: str, parts: Mapping[str, str]) -> tuple[str, ...]:
    """Read a list of patterns; one that is no pattern, or that names a part which is not there, is a fault."""
    found = entry.patterns(key, lambda one: _filled(one, parts))
    for unknown in (name for one in found for name in _PART.findall(one)):
        entry.fault(key, f"het deel <{unknown}> bestaat niet")
    return found


def _check(entry: Entry, id_: str) -> CheckText:
    number = id_[:3]
    if not _NUMBER.fullmatch(number):
        entry.fault("id", "een controle begint met C, L of X en twee cijfers")
    return CheckText(
        id_,
        number,
        entry.choice("severity", Severity),
        entry.flag("hard", needed=False),
        entry.text("text"),
        entry.text("basis"),
        entry.text("cure"),
        entry.text("source"),
    )
