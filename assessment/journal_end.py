# SPDX-License-Identifier: EUPL-1.2
"""Whether the journal still ends where it did: what is known of that outside the database."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class EndKind(StrEnum):
    """What came of holding the journal against its anchor."""

    HOLDS = "holds"
    NOT_SET = "not-set"
    MISSING = "missing"
    DAMAGED = "damaged"
    SHORTER = "shorter"
    OTHER = "other"


_WHAT: Final = {
    EndKind.MISSING: "het bestand met het einde van het logboek (journal.anchor) is weg",
    EndKind.DAMAGED: "het bestand met het einde van het logboek (journal.anchor) is beschadigd",
    EndKind.OTHER: "het logboek is een ander dan het was: regel {line} is niet de regel die er stond",
}
_NEXT: Final = {
    EndKind.MISSING: "Kijk het logboek na; of er regels ontbreken, is nu niet te zien.",
    EndKind.DAMAGED: "Kijk het logboek na; of er regels ontbreken, is nu niet te zien.",
    EndKind.OTHER: "Zet een nieuwere reservekopie terug, of vraag de beheerder wie een oude kopie heeft teruggezet.",
    EndKind.SHORTER: "Zet een nieuwere reservekopie terug, of vraag de beheerder wie een oude kopie heeft teruggezet.",
}


@dataclass(frozen=True, slots=True)
class JournalEnd:
    """Where the journal ended when its anchor was last set, against where it ends now.

    `line` is the number of the line that the anchor holds; `missing` counts the lines between the end and that line.
    A journal of which no anchor was ever set (a store of an earlier version) is whole as far as anybody can tell.
    """

    kind: EndKind
    line: int = 0
    missing: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing speaks against it."""
        return self.kind in (EndKind.HOLDS, EndKind.NOT_SET)

    @property
    def what(self) -> str:
        """Say in Dutch what is wrong, as part of a sentence; empty when nothing is."""
        if self.kind is EndKind.SHORTER:
            count = "1 regel ontbreekt" if self.missing == 1 else f"{self.missing} regels ontbreken"
            return f"het logboek is korter dan het was: {count} aan het einde"
        return _WHAT.get(self.kind, "").format(line=self.line)

    @property
    def sentence(self) -> str:
        """Say what is wrong, that what is here is kept, and what to do; empty when nothing is."""
        if self.is_whole:
            return ""
        return f"{self.what[0].upper()}{self.what[1:]}. Wat in de kluis staat, is bewaard. {_NEXT[self.kind]}"
