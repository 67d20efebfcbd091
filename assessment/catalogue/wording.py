# SPDX-License-Identifier: EUPL-1.2
"""The fixed sentences of an advice that carry legal content, each with the article it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assessment.catalogue.reading import Entry, Faults

_PLACE = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its id, its text with `{places}` to fill, and its legal source."""

    id: str
    text: str
    source: str

    @property
    def places(self) -> frozenset[str]:
        """The names between braces."""
        return frozenset(_PLACE.findall(self.text))

    def filled(self, **parts: str) -> str:
        """Fill every place; raises KeyError when one of them is not given."""
        return _PLACE.sub(lambda found: parts[found[1]], self.text)


def read_sentences(entries: Iterable[Entry], faults: Faults) -> Mapping[str, Sentence]:
    """Read the sentences of `telling.yaml`; an id used twice is a fault."""
    read: dict[str, Sentence] = {}
    for entry in entries:
        sentence = Sentence(entry.text("id"), entry.text("text"), entry.text("source"))
        entry.close()
        if sentence.id in read:
            faults.add(entry.where, "dit id komt twee keer voor")
        read[sentence.id] = sentence
    return read
