# SPDX-License-Identifier: EUPL-1.2
"""The columns of the table of facts."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import Period, tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.fact import Fact
from assessment.known import NOT_KNOWN_WORD, known
from assessment.outcome import FactOutcome
from gui.parts.badge import Tone
from gui.parts.record_model import Column


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact in words, beside what follows about it."""

    fact: Fact
    outcome: FactOutcome | None
    offence: str
    actor: str
    period: str
    status: str
    counts: str

    @property
    def id(self) -> str:
        """The id of the fact: the table keeps its place by it."""
        return self.fact.id


def rows(dossier: Dossier, outcomes: tuple[FactOutcome, ...], catalogue: Catalogue) -> tuple[FactRow, ...]:
    """Put each fact beside its outcome."""
    found = {one.id: one for one in outcomes}
    return tuple(_row(one, found.get(one.id), dossier, catalogue) for one in dossier.facts)


def _row(fact: Fact, outcome: FactOutcome | None, dossier: Dossier, catalogue: Catalogue) -> FactRow:
    offence = catalogue.offences.get(fact.offence)
    status = known(fact.status)
    return FactRow(
        fact=fact,
        outcome=outcome,
        offence=offence.name if offence else "nog niet gekozen",
        actor=dossier.name_of(fact.actor) or NOT_KNOWN_WORD,
        period=tell_period(known(fact.committed)),
        status=catalogue.word("status", status) if status else NOT_KNOWN_WORD,
        counts=" en ".join(outcome.counts_for) if outcome else "",
    )


def tell_period(period: Period | None) -> str:
    """Write a period in words."""
    if period is None:
        return NOT_KNOWN_WORD
    first = tell(period.first)
    return first if period.last is None else f"{first} – {tell(period.last)}"


def _counts(row: FactRow) -> str:
    if row.outcome is None:
        return ""
    return f"telt voor {row.counts}" if row.counts else "telt niet"


def _badge(row: FactRow) -> tuple[Tone, str] | None:
    return (Tone.INFO if row.counts else Tone.NEUTRAL, _counts(row)) if row.outcome else None


def _why(row: FactRow) -> str:
    if row.outcome is None:
        return ""
    return "\n".join(f"{one.ground}-grond: {one.reason.text}" for one in row.outcome.not_for)


COLUMNS = (
    Column("Nr.", lambda row: row.fact.id, 44),
    Column(
        "Feit",
        lambda row: row.offence,
        0,
        tip=lambda row: f"{row.offence}\n{known(row.fact.description) or ''}".strip(),
    ),
    Column("Wie", lambda row: row.actor, 136),
    Column("Wanneer", lambda row: row.period, 158),
    Column("Hoe zeker", lambda row: row.status, 156, tip=lambda row: row.status),
    Column("Telt mee", _counts, 132, badge=_badge, tip=_why),
)
