# SPDX-License-Identifier: EUPL-1.2
"""The permits that are applied for or looked at again."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.application import Permit
from assessment.dossier.dossier import Dossier
from assessment.known import NOT_KNOWN, known
from gui.parts.badge import NOT_KNOWN_BADGE
from gui.parts.card import Card
from gui.parts.field_spec import FieldSpec, Kind
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class PermitRow:
    """A permit with its name in the catalogue, and whether it exists already (True, False, NOT_KNOWN)."""

    permit: Permit
    name: str
    existing: object

    @property
    def id(self) -> str:
        """The id of the permit: the table keeps its place by it."""
        return self.permit.id


def rows(dossier: Dossier, catalogue: Catalogue) -> tuple[PermitRow, ...]:
    """Put each permit beside its name."""
    return tuple(_row(one, dossier, catalogue) for one in dossier.permits)


def _row(permit: Permit, dossier: Dossier, catalogue: Catalogue) -> PermitRow:
    kind = catalogue.permits.get(permit.type)
    existing = dossier.application.existing if permit.existing is NOT_KNOWN else permit.existing
    return PermitRow(permit, kind.name if kind else permit.type, existing)


def _existing(row: PermitRow) -> str:
    return "" if row.existing is NOT_KNOWN else ("bestaand" if row.existing else "nieuw")


COLUMNS = (
    Column("Code", lambda row: row.permit.id, 78),
    Column("Vergunning of ander besluit", lambda row: row.name, 0),
    Column("Nieuw of bestaand", _existing, 140,
           badge=lambda row: NOT_KNOWN_BADGE if row.existing is NOT_KNOWN else None,
           tip=lambda row: "Geldt als nieuwe aanvraag." if row.existing is NOT_KNOWN else _existing(row)),
    Column("Kenmerk", lambda row: known(row.permit.reference) or "", 150,
           badge=lambda row: None if known(row.permit.reference) or not row.existing else NOT_KNOWN_BADGE),
)  # fmt: skip

PERMIT = (
    FieldSpec("existing", "Is deze vergunning al verleend?", Kind.TRI,
              "Niet bekend: dan geldt het antwoord bij de aanvraag als geheel."),
    FieldSpec("reference", "Kenmerk van de vergunning", help="Nummer en datum van de vergunning die al is verleend."),
)  # fmt: skip


def new_permit_specs(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List what a new permit needs: its type, found by a part of its name."""
    types = {code: f"{code} · {kind.name}" for code, kind in catalogue.permits.items()}
    return (
        FieldSpec("type", "Soort vergunning of besluit", Kind.SEARCH, "Typ een deel van de naam.", words=types,
                  may_be_unknown=False, needed="Kies een soort uit de lijst."),
        *PERMIT,
    )  # fmt: skip


def make_permit(dossier: Dossier, values: dict[str, object]) -> Permit:
    """Make a permit; when its code is taken, its id gets a number."""
    code = str(values["type"])
    taken = {one.id for one in dossier.permits}
    numbered = (f"{code}-{number}" for number in range(2, len(taken) + 3))
    id_ = code if code not in taken else next(one for one in numbered if one not in taken)
    return replace(Permit(id_, code), existing=values["existing"], reference=values["reference"])


class PermitsCard(Card):
    """The table of permits; `opened(permit)`, `add_asked()`, `remove_asked(permit)`."""

    opened = Signal(object)
    add_asked = Signal()
    remove_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__("Waarvoor")
        self.table = RecordTable(
            "Vergunningen", COLUMNS, empty="Kies waarvoor de aanvraag is.", add="Voeg een vergunning toe"
        )
        self.add(self.table)
        self.table.opened.connect(lambda row: self.opened.emit(row.permit))
        self.table.remove_asked.connect(lambda row: self.remove_asked.emit(row.permit))
        self.table.add_asked.connect(self.add_asked)

    def show_permits(self, dossier: Dossier, catalogue: Catalogue) -> None:
        """Show what is recorded."""
        self.table.show_records(rows(dossier, catalogue))
