# SPDX-License-Identifier: EUPL-1.2
"""What a change in the journal did to a part of a dossier, field by field: label, before, after."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from assessment.dates import When, tell
from assessment.journal import JournalEntry
from assessment.known import NOT_KNOWN_WORD
from assessment.money import show_euro
from assessment.telling.journal_words import is_about_information, read_part
from assessment.telling.part_labels import KINDS, LABELS, VOCABULARIES
from assessment.telling.words import NONE_WORD

SHIELDED: Final = "afgeschermd, want vertrouwelijk"
_AMOUNT = re.compile(r"-?\d+\.\d\d", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?", re.ASCII)
_OPEN = frozenset({"public", "internal"})
_OF_CLOSED = frozenset({"content", "permission"})
_ABSENT: Final = object()

Words = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs, in words."""

    label: str
    old: str
    new: str


def changes(entry: JournalEntry, words: Words) -> tuple[Change, ...]:
    """Compare a part before and after, in the order in which it is kept; `words` are those of a catalogue.

    What an item of information says is shielded, unless it was open before and after: here nobody sees more than in
    the window elsewhere. Not known how closed it is, is closed.
    """
    old, new = read_part(entry.old), read_part(entry.new)
    is_open = all(one.get("classification") in _OPEN for one in (old, new) if one)
    shielded = _OF_CLOSED if is_about_information(entry) and not is_open else frozenset()
    before, after = dict(_flat(old)), dict(_flat(new))
    by_key = _by_key(entry, words)
    found = []
    for path in dict.fromkeys((*before, *after)):
        was, now = before.get(path, _ABSENT), after.get(path, _ABSENT)
        if was != now or type(was) is not type(now):
            tell_ = _shielded if path[0] in shielded else _told
            found.append(Change(_label(path), tell_(path, was, by_key), tell_(path, now, by_key)))
    return tuple(found)


def _by_key(entry: JournalEntry, words: Words) -> Words:
    """Give the words for the codes that each key holds in this sort of part."""
    kind = KINDS.get(entry.about.partition("/")[2].partition("/")[0], "")
    return {key: words.get(one, {}) for key, one in {**VOCABULARIES, "kind": kind}.items()}


def _shielded(_path: tuple[str, ...], value: Any, _words: Words) -> str:
    return NOT_KNOWN_WORD if value is _ABSENT else SHIELDED


def _flat(value: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give every field by its path; a block within a block is no field but what stands in it."""
    for key, inner in value.items():
        if isinstance(inner, dict) and inner:
            yield from _flat(inner, (*path, key))
        else:
            yield (*path, key), inner


def _label(path: tuple[str, ...]) -> str:
    return ": ".join(LABELS.get(one, one) for one in path)


def _told(path: tuple[str, ...], value: Any, words: Words) -> str:
    """Tell a value; absent is not known, which is something else than none."""
    if value is _ABSENT:
        return NOT_KNOWN_WORD
    if value is None or value in ([], {}):
        return NONE_WORD
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return "; ".join(_told(path, one, words) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{_label((key,))}: {_told((key,), one, words)}" for key, one in value.items())
    return _text_told(str(value), words.get(path[-1], {}))


def _text_told(text: str, vocabulary: Mapping[str, str]) -> str:
    if text in vocabulary:
        return vocabulary[text]
    if _AMOUNT.fullmatch(text):
        return show_euro(Decimal(text))
    if _DAY.fullmatch(text):
        try:
            return tell(When.parse(text))
        except ValueError:
            return text
    return text
