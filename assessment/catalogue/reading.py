# SPDX-License-Identifier: EUPL-1.2
"""Strict reading of catalogue entries: every fault is collected, with file, id and key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final, TypeVar

from assessment.errors import Fault

E = TypeVar("E", bound=StrEnum)
V = TypeVar("V")


LONGEST_SAID: Final = 400
"""Signs of a place or a fault: an id in a file can be as long as the file."""


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SAID else f"{text[: LONGEST_SAID - 1]}…"


class Faults:
    """A growing list of faults in the files of one catalogue."""

    def __init__(self) -> None:
        """Begin with none; `places` holds where each id of a kind was read, for the checks that come later."""
        self.found: list[Fault] = []
        self.places: dict[tuple[str, str], str] = {}

    def add(self, where: str, what: str) -> None:
        """Note one fault; of what a file says only so much is repeated as somebody reads."""
        self.found.append(Fault(_cut(where), _cut(what)))


class Entry:
    """One mapping of a catalogue file; each key is asked for once, what is left is a fault."""

    def __init__(self, raw: object, where: str, faults: Faults) -> None:
        """Take the mapping at `where` (file and id); anything but a mapping is a fault."""
        self.where, self.faults = where, faults
        self._left: dict[str, object] = {}
        if isinstance(raw, Mapping):
            self._left = dict(raw)
        else:
            faults.add(where, "hier hoort een reeks sleutels met waarden te staan")

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that were not asked for yet."""
        return tuple(self._left)

    def fault(self, key: str, what: str) -> None:
        """Note a fault at one key of this entry."""
        self.faults.add(f"{self.where} › {key}", what)

    def take(self, key: str, needed: bool = True) -> object | None:
        """Give the raw value of a key and count it as read."""
        if key not in self._left:
            if needed:
                self.fault(key, "deze sleutel ontbreekt")
            return None
        return self._left.pop(key)

    def text(self, key: str, needed: bool = True) -> str:
        """Read a text; an empty one is a fault when it is needed."""
        value = self.take(key, needed)
        if value is None:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.fault(key, "hier hoort een tekst te staan")
            return ""
        return value.strip()

    def texts(self, key: str, needed: bool = True) -> tuple[str, ...]:
        """Read a list of texts."""
        value = self.take(key, needed)
        if value is None:
            return ()
        if not isinstance(value, Sequence) or isinstance(value, str) or not all(isinstance(x, str) for x in value):
            self.fault(key, "hier hoort een lijst met teksten te staan")
            return ()
        return tuple(value)

    def words(self, key: str) -> tuple[str, ...]:
        """Read one text, or a list of at least one."""
        if isinstance(self._left.get(key), str):
            return (self.text(key),)
        words = self.texts(key)
        if not words:
            self.fault(key, "hier hoort ten minste één woord te staan")
        return words

    def patterns(self, key: str, filled: Callable[[str], str] = str) -> tuple[str, ...]:
        """Read at least one pattern of a regular expression; `filled` completes what is written of it."""
        patterns = tuple(filled(word) for word in self.words(key))
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error:
                self.fault(key, f"{pattern!r} is geen geldig patroon")
        return patterns

    def flag(self, key: str, needed: bool = True) -> bool:
        """Read `ja` or `nee`; a bare YAML boolean is not accepted, because lawyers read these files."""
        value = self.take(key, needed)
        if value not in (None, "ja", "nee"):
            self.fault(key, "hier hoort ja of nee te staan")
        return value == "ja"

    def number(self, key: str, needed: bool = True) -> Decimal:
        """Read a number, written as a text or a YAML number."""
        value = self.take(key, needed)
        try:
            found = Decimal(str(value)) if value is not None else Decimal(0)
        except InvalidOperation:
            found = Decimal("NaN")
        if not found.is_finite():
            self.fault(key, "hier hoort een getal te staan")
            return Decimal(0)
        return found

    def whole(self, key: str) -> int:
        """Read a whole number."""
        value = self.number(key)
        if value != value.to_integral_value():
            self.fault(key, "hier hoort een heel getal te staan")
        return int(value)

    def day(self, key: str, needed: bool = True) -> date | None:
        """Read a day as `YYYY-MM-DD` (a text, or what YAML made of it)."""
        value = self.take(key, needed)
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.fault(key, "hier hoort een dag te staan (jjjj-mm-dd)")
            return None

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        """Read one of a closed set of words."""
        value = self.take(key, needed=default is None)
        try:
            return kind(str(value)) if value is not None or default is None else default
        except ValueError:
            self.fault(key, f"{value!r} staat niet in: {', '.join(kind)}")
            return next(iter(kind))

    def choices(self, key: str, kind: type[E]) -> tuple[E, ...]:
        """Read one word, or a list of words, of a closed set."""
        found = []
        for word in self.words(key):
            if word in tuple(kind):
                found.append(kind(word))
            else:
                self.fault(key, f"{word!r} staat niet in: {', '.join(kind)}")
        return tuple(found)

    def entries(self, key: str, needed: bool = True) -> tuple[Entry, ...]:
        """Read a list of mappings; each is named by its `id`, or by its place in the list."""
        value = self.take(key, needed)
        if value is None:
            return ()
        if not isinstance(value, Sequence) or isinstance(value, str):
            self.fault(key, "hier hoort een lijst te staan")
            return ()
        names = [f"{self.where} › {_name(one, number)}" for number, one in enumerate(value)]
        return tuple(Entry(one, name, self.faults) for one, name in zip(value, names, strict=True))

    def entry(self, key: str) -> Entry:
        """Read a mapping below a key."""
        return Entry(self.take(key), f"{self.where} › {key}", self.faults)

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for key in self._left:
            self.fault(key, "deze sleutel is onbekend")


def by_id(top: Entry, key: str, read: Callable[[Entry, str], V], needed: bool = True) -> dict[str, V]:
    """Read a list of entries that each have an `id`; an id that occurs twice is a fault.

    `read` gets the entry and its id; every key that it leaves is reported as unknown.
    """
    found: dict[str, V] = {}
    for entry in top.entries(key, needed):
        id_ = entry.text("id")
        value = read(entry, id_)
        entry.close()
        if id_ in found:
            entry.fault("id", f"{id_} staat er twee keer")
        top.faults.places[key, id_] = entry.where
        found[id_] = value
    return found


def _name(raw: object, number: int) -> str:
    if isinstance(raw, Mapping) and isinstance(raw.get("id"), str):
        return str(raw["id"])
    return f"nr. {number + 1}"
