# SPDX-License-Identifier: EUPL-1.2
"""The table of relations and the fields of one; it is also the picture of them in words."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import When, tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.relation import Relation, Role
from assessment.inquiry.lasting import Lasting
from assessment.known import NOT_KNOWN, known
from assessment.money import show_percent
from gui.parts.badge import Tone
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.record_model import Column

LASTS = "loopt nog"


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation with its words, and whether it has ended by the day of assessment."""

    relation: Relation
    from_: str
    to: str
    role: str
    is_over: bool

    @property
    def id(self) -> str:
        """The id of the relation: the table keeps its place by it."""
        return self.relation.id

    @property
    def share(self) -> str:
        """The share in words, or nothing."""
        share = known(self.relation.share)
        return "" if share is None else told_share(share)


def told_share(share: Decimal) -> str:
    """Write a share, with decimals only where it has them: `100 %`, `33,30 %`."""
    return show_percent(share, 0 if share * 100 % 1 == 0 else 2)


def rows(dossier: Dossier, catalogue: Catalogue) -> tuple[RelationRow, ...]:
    """Put each relation in words."""
    return tuple(
        RelationRow(one, dossier.name_of(one.from_), dossier.name_of(one.to), catalogue.word("role", one.role),
                    is_over(one, dossier))
        for one in dossier.relations
    )  # fmt: skip


def is_over(relation: Relation, dossier: Dossier) -> bool:
    """Whether a relation has certainly ended by the day of assessment."""
    lasting = Lasting(relation.since, relation.until)
    return isinstance(relation.until, When) and not lasting.is_active(dossier.assessed_on)


def _when(row: RelationRow) -> str:
    since, until = known(row.relation.since), row.relation.until
    if isinstance(until, When):
        return f"{tell(since)} – {tell(until)}" if since else f"tot {tell(until)}"
    return f"sinds {tell(since)}" if since else LASTS


def _when_unknown(row: RelationRow) -> tuple[Tone, str] | None:
    since, until = row.relation.since, row.relation.until
    if not known(since) and until is NOT_KNOWN:
        return Tone.UNKNOWN, "tijd niet bekend"
    if not known(since):
        return Tone.UNKNOWN, "begin niet bekend"
    return (Tone.UNKNOWN, "einde niet bekend") if until is NOT_KNOWN else None


def _when_told(row: RelationRow) -> str:
    unknown = _when_unknown(row)
    words = f"{_when(row)}; {unknown[1]}" if unknown else _when(row)
    return f"{words}; geëindigd" if row.is_over else words


def _is(row: RelationRow) -> str:
    return f"{row.role} {row.share}".strip()


def _share_unknown(row: RelationRow) -> tuple[Tone, str] | None:
    holds = row.relation.role in (Role.SHAREHOLDER, Role.HOLDER_OF_VOTING_RIGHTS)
    return (Tone.UNKNOWN, f"{row.role}, deel niet bekend") if holds and not row.share else None


def _sources(row: RelationRow) -> str:
    return ", ".join(row.relation.sources)


COLUMNS = (
    Column("Wie", lambda row: row.from_, 0, tip=lambda row: row.from_),
    Column("is", _is, 164, badge=_share_unknown),
    Column("van", lambda row: row.to, 0, tip=lambda row: row.to),
    Column("Wanneer", _when, 178, badge=_when_unknown, tip=_when_told,
           order=lambda row: str(known(row.relation.since) or "")),
    Column("Bron", _sources, 80, badge=lambda row: None if _sources(row) else (Tone.WARN, "geen"),
           tip=lambda row: _sources(row) or "Noem de bron: zonder bron is een relatie niet te bewijzen."),
)  # fmt: skip


def new_specs(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List what a new relation needs."""
    return _who(catalogue)


def relation_specs(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List all fields of a relation."""
    return (
        *_who(catalogue),
        FieldSpec("share", "Deel van kapitaal of stemmen", Kind.PERCENT, none_word="niet van toepassing"),
        FieldSpec("since", "Sinds", Kind.DATE),
        FieldSpec("until", "Tot", Kind.DATE, "Leeg is niet bekend. Zet een vinkje als de relatie nog loopt.",
                  none_word=LASTS),
        FieldSpec("sources", "Bronnen", Kind.SOURCES),
        FieldSpec("indicators", "Waar blijkt het uit?", Kind.TAGS,
                  "Waarnemingen en omstandigheden, elk in een korte zin. Nodig bij feitelijk leidinggeven en zakelijk"
                  " samenwerken."),
        FieldSpec("note", "Aantekening", Kind.LONG_TEXT),
    )  # fmt: skip


def _who(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    return (
        FieldSpec("from_", "Wie", Kind.PARTY, may_be_unknown=False, needed="Kies van wie de relatie uitgaat."),
        FieldSpec("role", "is", Kind.CHOICE, words=catalogue.words["role"], make=Role, may_be_unknown=False,
                  needed="Kies wat de een van de ander is."),
        FieldSpec("to", "van", Kind.PARTY, may_be_unknown=False, needed="Kies met wie de relatie is."),
    )  # fmt: skip
