# SPDX-License-Identifier: EUPL-1.2
"""How long a dossier is kept, in words: its period, how far that is, and what counts of what was destroyed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from assessment.dates import tell
from assessment.destruction import Certificate, Sort
from assessment.known import NOT_KNOWN_WORD
from assessment.retention import Retention, RetentionRule, months_told

NOTHING: Final = "geen"
UNFINISHED: Final = (
    "Het dossier staat niet meer in de kluis, maar nog wel in een reservekopie. Dat wordt afgemaakt als de kluis de"
    " volgende keer opengaat."
)


class Standing(StrEnum):
    """How far a dossier is with its period; kept nowhere."""

    NO_TERM = "geen termijn"
    RUNNING = "loopt"
    NO_START = "begin niet bekend"
    OVER = "voorbij"
    PROPOSED = "voorgesteld"


def standing(retention: Retention | None, today: date) -> Standing:
    """Say how far a dossier is; a proposal comes before everything else."""
    if retention is None:
        return Standing.NO_TERM
    if retention.proposal is not None:
        return Standing.PROPOSED
    if retention.ends_on is None:
        return Standing.NO_START
    return Standing.OVER if retention.is_due(today) else Standing.RUNNING


def state_told(retention: Retention | None, today: date) -> str:
    """Say the same in a few words, with the name of who proposed to destroy it."""
    if retention is not None and retention.proposal is not None:
        return f"vernietiging voorgesteld door {retention.proposal.by}"
    return standing(retention, today).value


def rule_told(rule: RetentionRule) -> str:
    """Write a rule on one line: `Selectielijst 12.1 (5 jaar na: besluit onherroepelijk)`."""
    return f"{rule.ground} ({months_told(rule.months)} na: {rule.event})"


def end_told(ends: date | None) -> str:
    """Say until when it is kept."""
    if ends is None:
        return "Zolang het begin niet bekend is, is de termijn nooit voorbij."
    return f"Bewaren tot en met {tell(ends)}."


def proposed_told(retention: Retention, today: date) -> str:
    """Say on the sheet of one dossier who proposed what and whether the period is over."""
    over = "De bewaartermijn is voorbij." if retention.is_due(today) else "De bewaartermijn is niet voorbij."
    proposal = retention.proposal
    if proposal is None:
        return over
    return f"{proposal.by} stelde op {tell(proposal.at.astimezone().date())} voor dit dossier te vernietigen. {over}"


def destroyed_told(certificate: Certificate) -> str:
    """Say by which two it was destroyed."""
    return f"{certificate.proposed_by} en {certificate.carried_out_by}"


def sort_told(sort: Sort, permits: Mapping[str, str], words: Mapping[str, Mapping[str, str]]) -> tuple[str, ...]:
    """Say what kind of dossier was counted: year, kinds of permit, degrees (a and b), and decisions.

    `permits` gives the name of a kind, `words` the vocabularies `degree` and `decision` of the catalogue.
    """
    degrees = (words["degree"].get(one, NOT_KNOWN_WORD) for one in sort.degrees)
    grounds = " · ".join(f"{ground}: {word}" for ground, word in zip("ab", degrees, strict=False))
    return (
        sort.year or NOT_KNOWN_WORD,
        _joined(permits.get(one, one) for one in sort.permit_types),
        grounds or NOT_KNOWN_WORD,
        _joined(words["decision"].get(one, NOT_KNOWN_WORD) for one in sort.decisions),
    )


def _joined(words: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(words)) or NOTHING
