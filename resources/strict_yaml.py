# SPDX-License-Identifier: EUPL-1.2
"""YAML without its traps: what a lawyer reads in a catalogue file is what the program gets.

YAML 1.1 turns bare `no` and `on` into booleans (as keys too), keeps the last of two equal keys without a word, and lets
a file refer back to itself. Here every word is a text, keys are texts and stand once, and references, tags and a second
document are faults. Plain whole numbers, decimal numbers and `null` are read as such; dates stay text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import yaml

LARGEST_FILE = 512 * 1024
"""Bytes; the largest shipped file is well below a tenth of this."""

DEEPEST = 16
"""Levels of nesting; conditions need about six."""

FASTEST: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser of libyaml where PyYAML has it, else the slow one."""

_INTEGER = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)
_DECIMAL = re.compile(r"-?(?:0|[1-9]\d{0,11})\.\d{1,12}", re.ASCII)
_NULLS = ("", "null", "~")


class TooDeep(Exception):  # noqa: N818 - it ends the reading of one file, nothing else
    """The nesting of a file goes beyond `DEEPEST`."""


class _Reading:
    """The reading of one text: a walk over its events that collects faults and goes on."""

    def __init__(self, text: str, name: str, loader: Any) -> None:
        self.faults: list[tuple[str, str]] = []
        self._name = name
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=loader)
        self._depth = 0

    def fault(self, event: yaml.Event, what: str) -> None:
        self.faults.append((f"{self._name}, regel {_line(event.start_mark)}", what))

    def document(self) -> object:
        """Read the one document of the text."""
        found: list[object] = []
        for event in self._events:
            if isinstance(event, yaml.NodeEvent):
                found.append(self._value(event))
            elif isinstance(event, yaml.DocumentStartEvent) and found:
                self.fault(event, "een bestand bevat één document")
        return found[0] if found else None

    def _value(self, event: yaml.Event) -> object:
        if isinstance(event, yaml.AliasEvent):
            self.fault(event, "een verwijzing (*) is niet toegestaan")
            return None
        if getattr(event, "anchor", None) is not None:
            self.fault(event, "een anker (&) is niet toegestaan")
        if getattr(event, "tag", None) is not None:
            self.fault(event, "een aanduiding van soort (!) is niet toegestaan")
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        self._depth += 1
        if self._depth > DEEPEST:
            raise TooDeep(_line(event.start_mark))
        value = self._mapping() if isinstance(event, yaml.MappingStartEvent) else self._sequence()
        self._depth -= 1
        return value

    def _sequence(self) -> list[object]:
        values: list[object] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event))
        return values

    def _mapping(self) -> dict[str, object]:
        values: dict[str, object] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._value(event)
            value = self._value(next(self._events))
            if not isinstance(key, str):
                self.fault(event, f"een sleutel is een tekst: zet aanhalingstekens om {key}")
            elif key in values:
                self.fault(event, f"de sleutel {key} staat er twee keer")
            else:
                values[key] = value
        return values


def _scalar(event: yaml.ScalarEvent) -> object:
    text: str = event.value
    if event.style:
        return text
    if text in _NULLS:
        return None
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def _line(mark: Any) -> int:
    """Count from one; the mark of libyaml and the mark of Python share no type."""
    return mark.line + 1 if mark else 1


def read_yaml(raw: bytes, name: str, loader: Any = FASTEST) -> tuple[object, list[tuple[str, str]]]:
    """Read one file; gives its plain data and its faults, each as place (file and line) and Dutch sentence."""
    if len(raw) > LARGEST_FILE:
        return None, [(name, f"het bestand is groter dan {LARGEST_FILE // 1024} kB")]
    try:
        reading = _Reading(raw.decode("utf-8"), name, loader)
        return reading.document(), reading.faults
    except (UnicodeDecodeError, yaml.reader.ReaderError):
        return None, [(name, "het bestand is geen leesbare tekst (UTF-8)")]
    except TooDeep as fault:
        return None, [(f"{name}, regel {fault.args[0]}", "de regels staan te diep in elkaar")]
    except yaml.MarkedYAMLError as fault:
        return None, [(f"{name}, regel {_line(fault.problem_mark)}", f"dit is geen geldige YAML ({fault.problem})")]
