# SPDX-License-Identifier: EUPL-1.2
"""The fixed sentences of an advice that carry legal content, each with the article it rests on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assessment.catalogue.reading import Entry, by_id

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


def read_sentences(top: Entry) -> dict[str, Sentence]:
    """Read `telling.yaml`."""
    return by_id(top, "sentences", lambda entry, id_: Sentence(id_, entry.text("text"), entry.text("source")))
