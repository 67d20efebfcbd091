# SPDX-License-Identifier: EUPL-1.2
"""The sentences in which the inquiry accounts for itself: classes of evidence, relations, and the gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assessment.catalogue.reading import Entry, by_id
from assessment.catalogue.wording import Sentence
from assessment.dossier.fact import Status
from assessment.outcome import Tie

NEEDED: Final[Mapping[str, frozenset[str]]] = {
    **{f"status-{status}": frozenset() for status in Status},
    **{f"tie-{tie}": frozenset({"path"}) for tie in Tie},
    "tie-none": frozenset({"actor"}),
    "path-step": frozenset({"party", "roles", "over"}),
    "path-open": frozenset(),
    "path-sum": frozenset({"along", "share"}),
    "remainder": frozenset({"over", "share"}),
    "remainder-open": frozenset({"holders"}),
    "dismissal-given": frozenset({"code", "reason"}),
    "outside-circle": frozenset({"party"}),
    "related-outside-circle": frozenset({"party"}),
    "circle-open": frozenset({"party", "cure"}),
    "partner-without-basis": frozenset({"partner"}),
    "partner-other-basis": frozenset({"partner"}),
    "weak-partner": frozenset({"partner"}),
    **dict.fromkeys(
        (
            "not-plausible",
            "dismissal-unexplained",
            "dismissal-told",
            "dismissal-asks",
            "allowed",
            "no-basis",
            "only-a-tip",
            "partner-unknown",
            "purpose-unknown",
            "purpose-other",
            "purpose-not-allowed",
            "nobody-named",
            "shut",
            "secret",
            "forward-no",
            "forward-ask",
            "forward-unknown",
            "visible-no",
            "visible-ask",
            "visible-unknown",
            "leave-missing",
            "not-received",
            "kind-unknown",
            "weak-kind",
        ),
        frozenset(),
    ),
}
"""The sentences that the program says, and the places in each that it can fill."""


@dataclass(frozen=True, slots=True)
class InquiryText:
    """One sentence, the article shown with it (empty: that of the legal basis in question), and the cure."""

    id: str
    text: str
    basis: str
    cure: str

    @property
    def places(self) -> frozenset[str]:
        """The names between braces, in text and cure."""
        return Sentence(self.id, f"{self.text} {self.cure}", self.basis).places

    def filled(self, **parts: str) -> str:
        """Fill the places in the text."""
        return Sentence(self.id, self.text, self.basis).filled(**parts)

    def cured(self, **parts: str) -> str:
        """Fill the places in the cure."""
        return Sentence(self.id, self.cure, self.basis).filled(**parts)


def read_inquiry(top: Entry) -> dict[str, InquiryText]:
    """Read `inquiry.yaml`; a sentence that is missing, unknown, or has a place nobody fills is a fault."""
    texts = by_id(top, "sentences", _read_text)
    for id_ in sorted(NEEDED.keys() - texts.keys()):
        top.fault("sentences", f"{id_} ontbreekt")
    for id_, text in texts.items():
        if id_ not in NEEDED:
            top.fault("sentences", f"{id_} is onbekend")
        elif strange := sorted(text.places - NEEDED[id_]):
            top.fault("sentences", f"{id_} heeft een plaats die het programma niet invult: {', '.join(strange)}")
    return texts


def _read_text(entry: Entry, id_: str) -> InquiryText:
    return InquiryText(id_, entry.text("text"), entry.text("basis", needed=False), entry.text("cure", needed=False))
