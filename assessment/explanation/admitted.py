# SPDX-License-Identifier: EUPL-1.2
"""Why an item of information may be used, or not: what was recorded of it, and what the gate says of that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When, tell
from assessment.dossier.information import Information
from assessment.explanation.tree import FollowsFrom, of_reason
from assessment.known import NOT_KNOWN_WORD, Maybe, known
from assessment.outcome import Admission

GATE: Final = "Wet Bibob art. 7a tot en met 7c en 28"
RULE: Final = "gate"


def explain_information(admission: Admission, item: Information | None, catalogue: Catalogue) -> FollowsFrom:
    """Explain the verdict on one item; its reasons stand below it, the cure among what went in."""
    inputs = [*(_looked_at(item, catalogue) if item else ())]
    inputs += [("draagt een feit", "ja" if admission.may_carry else "nee"), ("anders met", admission.cure)]
    return FollowsFrom(
        RULE,
        GATE,
        catalogue.word("gate-verdict", admission.verdict),
        tuple((name, value) for name, value in inputs if value),
        tuple(of_reason(one) for one in admission.reasons),
        (admission.information,),
    )


def _looked_at(item: Information, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    partner, basis = catalogue.partners.get(item.partner), catalogue.bases.get(known(item.basis) or "")
    yield "partner", partner.name if partner else item.partner
    yield "grondslag", f"{basis.name} ({basis.article})" if basis else "geen bekend"
    words = (
        ("doel", "purpose", known(item.purpose)),
        ("soort bron", "source-kind", known(item.source_kind)),
        ("vertrouwelijkheid", "classification", known(item.classification)),
        ("betrokkene mag het zien", "consent", known(item.visible_to_subject)),
        ("mag worden doorgegeven", "consent", known(item.forward)),
    )
    yield "over", ", ".join(item.about)
    yield from ((name, catalogue.word(kind, code) if code else NOT_KNOWN_WORD) for name, kind, code in words)
    yield "toestemming", known(item.permission) or ""
    yield "ontvangen op", _day(item.received_on)


def _day(day: Maybe[When]) -> str:
    return tell(day) if isinstance(day, When) else "niet ontvangen"
