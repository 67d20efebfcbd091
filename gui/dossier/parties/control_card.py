# SPDX-License-Identifier: EUPL-1.2
"""What is computed of control: who holds how much of what along which path, and how actors stand to the subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.dossier.relation import Role
from assessment.explanation.control import explain_control, explain_remainder
from assessment.explanation.tree import FollowsFrom
from assessment.outcome import Assessment, FactOutcome, Nature, Tie
from assessment.outcome_control import Control, Remainder
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
    grip: str
    words: str
    is_share_unknown: bool


@dataclass(frozen=True, slots=True)
class TieRow:
    """How the actor of a fact stands to the subject, in words."""

    id: str
    tie: str
    path: str
    current: tuple[Tone, str] | None


CONTROL = (
    Column("Wie heeft iets te zeggen over wie", lambda row: row.path, 0, tip=lambda row: row.words),
    Column("Deel", lambda row: row.share, 140, right=True,
           badge=lambda row: NOT_KNOWN_BADGE if row.is_share_unknown else None),
    Column("Als", lambda row: row.roles, 170, tip=lambda row: row.roles),
    Column("Zeggenschap", lambda row: row.grip, 150),
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
        left = assessment.remainders if assessment else ()
        rows = [_control(one, names, dossier, catalogue) for one in found]
        self._shown = (assessment, dossier, catalogue) if assessment else None
        self.control.show_records((*rows, *(_remainder(one, names, dossier) for one in left)))
        set_shown(self.why, bool(found or left))
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
        dossier = self._shown[1]
        lines = [line for node in self._nodes(row) for line in (f"{node.text}:", *statement_lines(node))]
        self._how.setText("\n".join(in_names(dossier, line) for line in lines))

    def _nodes(self, row: ControlRow | None) -> Iterator[FollowsFrom]:
        """Explain the holding, or the part without a holder, that a row shows."""
        assessment, dossier, catalogue = self._shown
        on = assessment.assessed_on
        for one in [one for one in assessment.control if row is None or row.id == _id(one)][:1]:
            yield explain_control(one, on, dossier, catalogue)
        for one in assessment.remainders:
            if row is not None and row.id == _id_of_rest(one):
                yield explain_remainder(one, on, catalogue)


def _id(control: Control) -> str:
    return f"{control.party}:{control.over}"


def _id_of_rest(remainder: Remainder) -> str:
    return f":{remainder.over}"


def _control(one: Control, names: Mapping[str, str], dossier: Dossier, catalogue: Catalogue) -> ControlRow:
    share = "" if one.share is None else told_share(one.share)
    return ControlRow(
        _id(one),
        _path(one.path, names),
        f"ten minste {share}" if share and one.at_least else share,
        ", ".join(catalogue.word("role", role) for role in one.roles),
        catalogue.word("grip", one.grip) if one.grip else "",
        in_names(dossier, one.words),
        one.share is None and any(role in _HOLDING for role in one.roles),
    )


def _remainder(one: Remainder, names: Mapping[str, str], dossier: Dossier) -> ControlRow:
    """Show the part of which no holder is recorded, as a row of its own."""
    words = in_names(dossier, one.words)
    path = f"niet vastgelegd → {names.get(one.over, one.over)}"
    share = told_share(one.unknown)
    return ControlRow(_id_of_rest(one), path, share, "toonder of onbekend", "", words, is_share_unknown=False)


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
