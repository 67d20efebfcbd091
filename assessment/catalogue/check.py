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

_NUMBER = re.compile(r"[CLX]\d{2}")


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

    def filled(self, **parts: str) -> str:
        """Fill the places in the text; raises KeyError when one is not given."""
        return Sentence(self.id, self.text, self.source).filled(**parts)


@dataclass(frozen=True, slots=True)
class GuiltWords:
    """Words that declare somebody guilty (C13), words that make a sentence cautious again, and negations."""

    guilty: tuple[str, ...] = ()
    cautious: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class CheckTexts:
    """All of `checks.yaml`; `bureau_words` are patterns of words that call something an advice of the Bureau (L32)."""

    texts: Mapping[str, CheckText] = field(default_factory=dict)
    guilt: GuiltWords = field(default_factory=GuiltWords)
    bureau_words: tuple[str, ...] = ()


NO_CHECKS: Final = CheckTexts()


def read_checks(top: Entry) -> CheckTexts:
    """Read `checks.yaml`; the id of an entry begins with the number of its check."""
    texts = by_id(top, "checks", _check)
    guilt = top.entry("guilt_words")
    words = GuiltWords(guilt.words("guilty"), guilt.words("cautious"), guilt.words("negations"), guilt.text("source"))
    guilt.close()
    bureau = top.words("bureau_words")
    named = [("guilt_words", one) for one in (*words.guilty, *words.cautious, *words.negations)]
    for key, word in [*named, *(("bureau_words", one) for one in bureau)]:
        if not _compiles(word):
            top.fault(key, f"{word!r} is geen geldig patroon")
    return CheckTexts(texts, words, bureau)


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


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True
