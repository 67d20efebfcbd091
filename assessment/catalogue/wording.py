# SPDX-License-Identifier: EUPL-1.2
"""The fixed sentences of an advice that carry legal content, each with the article it rests on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assessment.catalogue.reading import Entry, by_id

_PLACE = re.compile(r"\{([a-z_]+)\}")

SENTENCES: Final[Mapping[str, tuple[str, ...]]] = {
    **{
        f"frame-{name}": ()
        for name in ("criteria-a", "criteria-b", "relation", "evidence", "measure", "obtain", "existing")
    },
    **{f"include-{name}": () for name in ("subject", "leads", "controls", "finances", "partnership", "context")},
    **dict.fromkeys(("marks", "secrecy", "closed-part", "not-known", "suspicion", "not-demonstrated"), ()),
    **dict.fromkeys(("area-context", "terms", "hearing", "regular-grounds", "two-decisions", "age"), ()),
    **dict.fromkeys(("four-eyes", "verification"), ()),
    "internal-assessment": ("authority",),
    "human-decides": ("organ", "catalogue"),
    "frame-power": ("organ",),
    "frame-power-private": ("organ",),
    "control": ("date",),
    "closed-facts": ("facts",),
    "options": ("options",),
    "bureau-input": ("organ",),
    "own-policy": ("municipality", "policy", "changes"),
}
"""The sentences that the advice asks for, with the places that it can fill in each."""


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


def read_sentences(top: Entry) -> dict[str, Sentence]:
    """Read `telling.yaml`; a sentence that is missing, unknown, or has a place nobody fills is a fault."""
    read = by_id(top, "sentences", lambda entry, id_: Sentence(id_, entry.text("text"), entry.text("source")))
    for id_ in SENTENCES:
        if id_ not in read:
            top.fault("sentences", f"{id_} ontbreekt")
    for id_, sentence in read.items():
        if id_ not in SENTENCES:
            top.fault("sentences", f"{id_} is onbekend")
        elif strange := sorted(sentence.places - {*SENTENCES[id_]}):
            top.fault("sentences", f"{id_} heeft een plaats die het programma niet invult: {', '.join(strange)}")
    return read
