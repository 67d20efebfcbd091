# SPDX-License-Identifier: EUPL-1.2
"""The page of step 2: parties, relations, the picture of them, and control."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from assessment.catalogue.catalogue import Catalogue
from assessment.dossier.dossier import Dossier, drop, next_id, put
from assessment.dossier.party import Organisation, Party, Person
from assessment.dossier.relation import Relation
from assessment.known import NOT_LISTED
from assessment.outcome import Assessment
from gui.dossier.elsewhere_options import of_party
from gui.dossier.elsewhere_sheet import about, ask_elsewhere
from gui.dossier.parties import party_rows, relation_rows
from gui.dossier.parties.control_card import ControlCard
from gui.dossier.parties.graph_card import GraphCard
from gui.dossier.parties.party_sheet import PartySheet
from gui.dossier.parties.relation_rows import new_specs, relation_specs
from gui.dossier.step_page import StepPage
from gui.parts import choices
from gui.parts.badge import Tone
from gui.parts.button import Rank, button
from gui.parts.card import Card
from gui.parts.mentions import where_mentioned
from gui.parts.new_record_sheet import NewRecordSheet
from gui.parts.notice import Notice
from gui.parts.record_table import RecordTable
from gui.parts.side_sheet import RecordSheet
from gui.parts.undo_words import changed_words

INTRO = "Wie er meedoet en wie de zeggenschap heeft."


class PartiesPage(StepPage):
    """Add, change and remove parties and relations; control follows from them."""

    def __init__(self) -> None:
        super().__init__("Betrokkenen", INTRO)
        self.set_primary(button("Voeg een persoon toe", "person", Rank.PRIMARY, self._add_person))
        self.add_action(button("Voeg een organisatie toe", "building", on_click=self._add_organisation))
        self._notice = self.add(Notice(Tone.WARN))
        self._mentioned_at = ""
        self.parties = RecordTable("Partijen", party_rows.COLUMNS, empty="Er is nog niemand vastgelegd.")
        self.relations = RecordTable(
            "Relaties", relation_rows.COLUMNS, empty="Er is nog geen relatie vastgelegd.", add="Voeg een relatie toe"
        )
        self.graph, self.control = GraphCard(), ControlCard()
        self._party_sheet: PartySheet | None = None
        self._relation_sheet: RecordSheet | None = None
        self._lay_out()
        self._connect()

    def show_dossier(self, dossier: Dossier, assessment: Assessment | None, catalogue: Catalogue) -> None:
        self.parties.show_records(party_rows.rows(dossier, catalogue))
        self.relations.show_records(relation_rows.rows(dossier, catalogue))
        self.graph.show_dossier(dossier, catalogue)
        self.control.show_outcome(assessment, dossier, catalogue)
        self._tell_subject(dossier)
        self._refresh_sheets(dossier)

    def go_to(self, place: str) -> bool:
        id_ = place.partition(".")[0]
        party = self.dossier.party(id_) if self.dossier else None
        relation = self._relation(id_)
        if party is not None:
            self._open_party(party)
        elif relation is not None:
            self._open_relation(relation)
        elif id_ in ("subject", "parties", "relations"):
            (self.relations if id_ == "relations" else self.parties).setFocus()
        return party is not None or relation is not None or id_ in ("", "subject", "parties", "relations")

    def openers(self) -> dict[str, Callable[[], object]]:
        me, parties = self.tools.me, self.dossier.parties
        asked = {about(f"party/{one.id}", me): partial(self._open_elsewhere, one) for one in parties}
        return {"new:relation": self._ask_relation, **asked}

    def _lay_out(self) -> None:
        for title, intro, table in (
            ("Partijen", "", self.parties),
            ("Relaties", "Lees elke regel als een zin: de een is iets van de ander.", self.relations),
        ):
            card = Card(title, intro)
            card.add(table)
            self.add(card)
        self.add(self.graph)
        self.add(self.control)

    def _connect(self) -> None:
        self._notice.asked.connect(self._on_notice)
        self.parties.opened.connect(lambda row: self._open_party(row.party))
        self.parties.add_asked.connect(self._add_person)
        self.parties.remove_asked.connect(lambda row: self._remove_party(row.party))
        self.relations.opened.connect(lambda row: self._open_relation(row.relation))
        self.relations.add_asked.connect(self._ask_relation)
        self.relations.remove_asked.connect(lambda row: self._remove_relation(row.relation))
        self.graph.opened.connect(self.go_to)

    def _tell_subject(self, dossier: Dossier) -> None:
        """Ask for a subject; an earlier sentence about a removal has had its time."""
        self._mentioned_at = ""
        text = "" if dossier.subject else "Wijs aan wie de betrokkene is: open een partij en zet daar het vinkje."
        self._notice.show_text(Tone.WARN, text)

    def _on_notice(self) -> None:
        if self._mentioned_at:
            self.step_asked.emit(self._mentioned_at)

    def _relation(self, id_: str) -> Relation | None:
        return next((one for one in self.dossier.relations if one.id == id_), None) if self.dossier else None

    def _add_person(self) -> None:
        self._add_party(Person(next_id(self.dossier.parties, "p")), "Persoon toegevoegd")

    def _add_organisation(self) -> None:
        self._add_party(Organisation(next_id(self.dossier.parties, "p")), "Organisatie toegevoegd")

    def _add_party(self, party: Party, words: str) -> None:
        self.change(replace(self.dossier, parties=put(self.dossier.parties, party)), words)
        self.parties.select(party.id)
        self._open_party(party)

    def _open_party(self, party: Party) -> None:
        sheet = PartySheet(party, self.dossier, self.catalogue, self.tools.today())
        sheet.changed.connect(self._on_party)
        sheet.marked.connect(self._on_marked)
        sheet.elsewhere_asked.connect(self._ask_elsewhere)
        sheet.remove_asked.connect(self._remove_party)
        sheet.closed.connect(self._on_closed)
        self.open_sheet(sheet, party.id)
        self._party_sheet = sheet

    def _ask_elsewhere(self) -> None:
        self._party_sheet.flush()
        ask_elsewhere(self, of_party(self._party_sheet.record()))

    def _open_elsewhere(self, party: Party) -> None:
        self._open_party(party)
        self._ask_elsewhere()

    def _open_relation(self, relation: Relation) -> None:
        specs = relation_specs(self.catalogue)
        sheet = RecordSheet(self._words_of(relation), specs, choices.of(self.dossier, self.catalogue))
        sheet.load(relation)
        sheet.changed.connect(self._on_relation)
        sheet.remove_asked.connect(self._remove_relation)
        sheet.closed.connect(self._on_closed)
        self.open_sheet(sheet, relation.id)
        self._relation_sheet = sheet

    def _on_closed(self) -> None:
        self._party_sheet = self._relation_sheet = None

    def _refresh_sheets(self, dossier: Dossier) -> None:
        """Show in an open sheet what its record holds now; close it when an undo took the record away."""
        sheet = self._party_sheet or self._relation_sheet
        if sheet is None:
            return
        record = dossier.party(sheet.record().id) or self._relation(sheet.record().id)
        if record is None:
            sheet.closed.emit()
        elif self._party_sheet is not None:
            self._party_sheet.show_party(record, dossier)
        else:
            sheet.show_record(record)
            sheet.set_title(self._words_of(record))

    def _on_party(self, party: Party) -> None:
        before = self.dossier.party(party.id)
        words = changed_words(party.name or party.id, self._party_sheet.specs, before, party)
        self.change(replace(self.dossier, parties=put(self.dossier.parties, party)), words)

    def _on_marked(self, is_subject: bool) -> None:
        party = self._party_sheet.record()
        others = tuple(one for one in self.dossier.subject if one != party.id)
        subject = (*others, party.id) if is_subject else others or NOT_LISTED
        words = f"{party.name or party.id} {'aangewezen als' if is_subject else 'is geen'} betrokkene"
        self.change(replace(self.dossier, subject=subject), words)

    def _ask_relation(self) -> None:
        specs = new_specs(self.catalogue)
        sheet = NewRecordSheet("Nieuwe relatie", specs, choices.of(self.dossier, self.catalogue), "Voeg toe")
        row = self.parties.current()
        if row is not None and not row.is_subject:
            sheet.suggest(from_=row.id)
        if len(self.dossier.subject) == 1:
            sheet.suggest(to=self.dossier.subject[0])
        sheet.made.connect(self._add_relation)
        self.open_sheet(sheet, "new:relation")

    def _add_relation(self, values: dict[str, object]) -> None:
        relation = Relation(next_id(self.dossier.relations, "r"), **values)  # type: ignore[arg-type]
        self.change(replace(self.dossier, relations=put(self.dossier.relations, relation)), "Relatie toegevoegd")
        self.relations.select(relation.id)
        self._open_relation(relation)

    def _on_relation(self, relation: Relation) -> None:
        before = self._relation(relation.id)
        words = changed_words(f"relatie {relation.id}", relation_specs(self.catalogue), before, relation)
        self.change(replace(self.dossier, relations=put(self.dossier.relations, relation)), words)

    def _remove_party(self, party: Party) -> None:
        words, place = where_mentioned(self.dossier, party.id)
        name = party.name or party.id
        if words:
            self._notice.show_text(
                Tone.WARN, f"{name} wordt nog genoemd bij {words}. Haal die vermelding eerst weg.", "Ga daarheen"
            )
            self._mentioned_at = place
            self.reveal(self._notice)
            return
        self.change(replace(self.dossier, parties=drop(self.dossier.parties, party.id)), f"{name} verwijderd")

    def _remove_relation(self, relation: Relation) -> None:
        relations = drop(self.dossier.relations, relation.id)
        self.change(replace(self.dossier, relations=relations), f"Relatie {relation.id} verwijderd")

    def _words_of(self, relation: Relation) -> str:
        role = self.catalogue.word("role", relation.role)
        return f"{self.dossier.name_of(relation.from_)}: {role} van {self.dossier.name_of(relation.to)}"
