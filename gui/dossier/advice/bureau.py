# SPDX-License-Identifier: EUPL-1.2
"""Advices of the Bureau: the degree per ground, and per fact how far the municipality verified it (Awb 3:9)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.degree import Degree
from assessment.dossier.bureau_advice import BureauAdvice, DegreePerGround, ForFile, Verification, YesNo
from assessment.dossier.dossier import Dossier
from assessment.known import NOT_KNOWN, NOT_KNOWN_WORD, NOT_LISTED, known
from gui.dossier.advice.records_card import Kind
from gui.parts.card import Card
from gui.parts.choice_field import ChoiceField
from gui.parts.field_spec import FieldSpec
from gui.parts.field_spec import Kind as Asked
from gui.parts.form import Form
from gui.parts.record_model import Column
from gui.parts.side_sheet import RecordSheet


def kind(dossier: Callable[[], Dossier], catalogue: Catalogue) -> Kind:
    """Say how advices of the Bureau are shown and asked."""
    return Kind(
        title="Adviezen van het Bureau",
        intro="Een advies is een bron en geen uitkomst. Ga na of het klopt voordat u het overneemt (Awb 3:9).",
        one="Advies", letter="b",
        empty="Er is geen advies van het Landelijk Bureau Bibob.",
        add="Voeg een advies toe",
        columns=_columns(dossier, catalogue),
        new=BureauAdvice,
        sheet=lambda advice: BureauSheet(advice, dossier(), catalogue),
    )  # fmt: skip


def specs(catalogue: Catalogue) -> tuple[FieldSpec, ...]:
    """List the fields of an advice."""
    degrees = catalogue.words["degree"]
    return (
        FieldSpec("number", "Nummer", Asked.TEXT),
        FieldSpec("issued_on", "Datum van het advies", Asked.DATE),
        FieldSpec("for_file", "Voor welk dossier?", Asked.CHOICE, "Een advies voor een ander dossier mag beperkt worden"
                  " gebruikt (Wet Bibob art. 29).", words=catalogue.words["for-file"], make=ForFile),
        FieldSpec("degree.a", "Mate van gevaar op de a-grond", Asked.CHOICE, words=degrees, make=Degree,
                  within=DegreePerGround, none_word="niet beoordeeld"),
        FieldSpec("degree.b", "Mate van gevaar op de b-grond", Asked.CHOICE, words=degrees, make=Degree,
                  within=DegreePerGround, none_word="niet beoordeeld"),
        FieldSpec("degree.c", "Het zesde lid", Asked.CHOICE, words=catalogue.words["invoked"],
                  within=DegreePerGround, none_word="niet beoordeeld"),
    )  # fmt: skip


class BureauSheet(RecordSheet):
    """The sheet of one advice, with the verification of each fact below."""

    def __init__(self, advice: BureauAdvice, dossier: Dossier, catalogue: Catalogue) -> None:
        super().__init__(f"Advies {advice.id}", specs(catalogue))
        self._verified = VerifiedCard(dossier, catalogue)
        self._verified.changed.connect(self._on_verified)
        self.add(self._verified)

    def load(self, record: BureauAdvice) -> None:
        super().load(record)
        self._verified.show_verified(record.verified)

    def show_record(self, record: BureauAdvice) -> None:
        super().show_record(record)
        self._verified.show_verified(record.verified)

    def _on_verified(self, verified: tuple[Verification, ...]) -> None:
        advice = replace(self.record(), verified=verified)
        self.show_record(advice)
        self.changed.emit(advice)


class VerifiedCard(Card):
    """Per fact: was the source seen, and does the conclusion follow?"""

    changed = Signal(object)

    def __init__(self, dossier: Dossier, catalogue: Catalogue) -> None:
        super().__init__("Nagegaan per feit", "Zet een feit op ja of nee als u het hebt nagegaan.")
        self._verified: tuple[Verification, ...] = ()
        self._fields: dict[str, tuple[ChoiceField, ChoiceField]] = {}
        form = self.add(Form(columns=2))
        words = catalogue.words["yes-no"]
        for fact in dossier.facts:
            seen = ChoiceField("", words, make=YesNo)
            follows = ChoiceField("", words, make=YesNo)
            form.add(f"{fact.id}: bron gezien?", seen)
            form.add(f"{fact.id}: volgt het eruit?", follows)
            seen.edited.connect(lambda value, id_=fact.id: self._put(id_, seen_source=value))
            follows.edited.connect(lambda value, id_=fact.id: self._put(id_, follows=value))
            self._fields[fact.id] = seen, follows

    def show_verified(self, verified: tuple[Verification, ...]) -> None:
        """Show what is recorded."""
        self._verified = verified
        found = {one.fact: one for one in verified}
        for fact, (seen, follows) in self._fields.items():
            one = found.get(fact, Verification(fact))
            seen.set_value(one.seen_source)
            follows.set_value(one.follows)

    def _put(self, fact: str, **values: object) -> None:
        now = next((one for one in self._verified if one.fact == fact), Verification(fact))
        new = replace(now, **values)  # type: ignore[arg-type]
        others = [one for one in self._verified if one.fact != fact]
        said = new.seen_source is not NOT_KNOWN or new.follows is not NOT_KNOWN
        order = list(self._fields)
        found = sorted([*others, *([new] if said else [])], key=lambda one: _place(one.fact, order))
        self._verified = tuple(found) or NOT_LISTED
        self.changed.emit(self._verified)


def _place(fact: str, order: list[str]) -> int:
    return order.index(fact) if fact in order else len(order)


def _columns(dossier: Callable[[], Dossier], catalogue: Catalogue) -> tuple[Column, ...]:
    def degree(advice: BureauAdvice, ground: str) -> str:
        found = advice.degree
        value = getattr(found, ground) if isinstance(found, DegreePerGround) else NOT_KNOWN
        return catalogue.word("degree", value) if value else "niet beoordeeld" if value is None else NOT_KNOWN_WORD

    def checked(advice: BureauAdvice) -> str:
        complete = [one for one in advice.verified if one.seen_source is YesNo.YES and one.follows is not NOT_KNOWN]
        return f"{len(complete)} van {len(dossier().facts)} feiten"

    return (
        Column("Nr.", lambda one: one.id, 48),
        Column("Nummer", lambda one: known(one.number) or NOT_KNOWN_WORD, 0),
        Column("Datum", lambda one: tell(one.issued_on) if known(one.issued_on) else NOT_KNOWN_WORD, 104),
        Column("a-grond", lambda one: degree(one, "a"), 150),
        Column("b-grond", lambda one: degree(one, "b"), 150),
        Column("Nagegaan", checked, 110),
    )
