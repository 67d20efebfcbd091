# SPDX-License-Identifier: EUPL-1.2
"""What is computed of control: who holds how much of what along which path, and how actors stand to the subject."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.relation import Role
from assessment.explanation.control import explain_control
from assessment.outcome import Assessment, Control, FactOutcome, Nature, Tie
from assessment.telling.material import in_names
from assessment.telling.shaping import statement_lines
from gui.dossier.mark import mark
from gui.dossier.parties.relation_rows import told_share
from gui.parts import choices
from gui.parts.badge import NOT_KNOWN_BADGE, Tone
from gui.parts.card import Card
from gui.parts.fold import Fold
from gui.parts.label import Prose, label
from gui.parts.record_model import Column
from gui.parts.record_table import RecordTable
from gui.parts.visible import set_shown


@dataclass(frozen=True, slots=True)
class ControlRow:
    """One computed holding in words; the path runs from who holds to what is held."""

    id: str
    path: str
    share: str
    roles: str
    is_share_unknown: bool


@dataclass(frozen=True, slots=True)
class TieRow:
    """How the actor of a fact stands to the subject, in words."""

    id: str
    tie: str
    path: str
    current: tuple[Tone, str] | None


CONTROL = (
    Column("Wie heeft iets te zeggen over wie", lambda row: row.path, 0, tip=lambda row: row.path),
    Column("Deel", lambda row: row.share, 130, right=True,
           badge=lambda row: NOT_KNOWN_BADGE if row.is_share_unknown else None),
    Column("Als", lambda row: row.roles, 170, tip=lambda row: row.roles),
)  # fmt: skip
TIES = (
    Column("Feit", lambda row: row.id, 52),
    Column("Verhouding tot betrokkene", lambda row: row.tie, 236, tip=lambda row: row.tie),
    Column("Langs welke weg", lambda row: row.path, 0, tip=lambda row: row.path),
    Column("Loopt", lambda row: row.current[1] if row.current else "", 130, badge=lambda row: row.current),
)
_HOLDING = (Role.SHAREHOLDER.value, Role.HOLDER_OF_VOTING_RIGHTS.value)


class ControlCard(Card):
    """Follows from the relations; nothing here is typed in."""

    def __init__(self) -> None:
        super().__init__("Zeggenschap")
        self.corner(mark(Nature.RULE))
        self._as_of = Prose("", "muted")
        self.control = RecordTable(
            "Zeggenschap", CONTROL, empty="Uit de relaties volgt geen zeggenschap over een organisatie."
        )
        self._how = Prose("", "small")
        self.why = Fold("Uitleg bij de gekozen rij", self._how)
        self._shown: tuple[Assessment, Dossier, Catalogue] | None = None
        self.control.selected.connect(self._explain)
        self._heading = label("Verhouding tot betrokkene, per feit", "label")
        self.ties = RecordTable("Verhouding tot betrokkene", TIES, empty="Er is nog geen feit vastgelegd.")
        for widget in (self._as_of, self.control, self.why, self._heading, self.ties):
            self.add(widget)

    def show_outcome(self, assessment: Assessment | None, dossier: Dossier, catalogue: Catalogue) -> None:
        """Show what follows as of the day of assessment."""
        self._as_of.setText(
            f"Volgt uit de relaties, per {tell(dossier.assessed_on)}." if assessment else "Dit wordt nagegaan."
        )
        found = assessment.control if assessment else ()
        names = choices.parties(dossier)  # looked up for each step of each path
        self._shown = (assessment, dossier, catalogue) if assessment else None
        self.control.show_records(tuple(_control(one, names, catalogue) for one in found))
        set_shown(self.why, bool(found))
        self._explain(self.control.current())
        facts = assessment.facts if assessment else ()
        actors = {fact.id: fact.actor for fact in dossier.facts}
        self.ties.show_records(tuple(_tie(one, actors.get(one.id, ""), names, catalogue) for one in facts))

    def explanation(self) -> str:
        """Give what is folded: how the chosen share was computed, and the relations that went in."""
        return self._how.text()

    def _explain(self, row: ControlRow | None) -> None:
        """Tell of the row that is current; of the first one where none is."""
        if self._shown is None:
            self._how.setText("")
            return
        assessment, dossier, catalogue = self._shown
        found = [one for one in assessment.control if row is None or row.id == _id(one)][:1]
        nodes = [explain_control(one, assessment.assessed_on, dossier, catalogue) for one in found]
        lines = [line for node in nodes for line in (f"{node.text}:", *statement_lines(node))]
        self._how.setText("\n".join(in_names(dossier, line) for line in lines))


def _id(control: Control) -> str:
    return f"{control.party}:{control.over}"


def _control(one: Control, names: Mapping[str, str], catalogue: Catalogue) -> ControlRow:
    return ControlRow(
        _id(one),
        _path(one.path, names),
        "" if one.share is None else told_share(one.share),
        ", ".join(catalogue.word("role", role) for role in one.roles),
        one.share is None and any(role in _HOLDING for role in one.roles),
    )


def _tie(one: FactOutcome, actor: str, names: Mapping[str, str], catalogue: Catalogue) -> TieRow:
    path = _path(one.relation_path or ((actor,) if actor else ()), names)
    return TieRow(one.id, catalogue.word("tie", one.relation), path or "niet bekend wie", _current(one))


def _current(one: FactOutcome) -> tuple[Tone, str] | None:
    if one.relation is Tie.NONE:
        return None
    if one.relation_current is None:
        return NOT_KNOWN_BADGE
    return (Tone.INFO, "loopt nog") if one.relation_current else (Tone.NEUTRAL, "geëindigd")


def _path(path: tuple[str, ...], names: Mapping[str, str]) -> str:
    return " → ".join(names.get(one, one) for one in path)
