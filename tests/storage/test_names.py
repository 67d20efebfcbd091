# SPDX-License-Identifier: EUPL-1.2
"""The names beside the parts, what a search says of where things stand, and what other dossiers hold that is alike."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.dossier.application import Application, Location
from assessment.dossier.financing import Financing, SourceLine
from assessment.dossier.information import Classification, Consent, Information
from assessment.dossier.party import Organisation, Person
from assessment.dossier.relation import Relation, Role
from assessment.errors import Hindrance
from assessment.found import Asked, FoundBy
from assessment.matching import Match
from assessment.names import NameKind
from assessment.services.elsewhere import occurs_elsewhere
from assessment.services.finding import find_or_sounding
from storage import names, setting, tables
from storage.vault import FolderVault
from tests.storage.stores import PASSWORD, add, keep, small

CAFE = replace(
    small("BIB-2026-0014"),
    subject=("p1",),
    application=Application(
        activity="Café met terras", location=Location(street="Denkbeeldstraat 12", place="Fictenveen")
    ),
    parties=(
        Person("p1", "Karim Khoulali", address="Verzonnenlaan 7, 1234 AB Fictenveen"),
        Organisation("p2", "De Verzonnen Vink B.V.", note="rekening NL00 VERZ 0123 4567 89"),
        Person("p3", "Jan de Vries"),
    ),
    relations=(Relation("r1", "p1", "p2", Role.DIRECTOR),),
    financing=Financing(sources=(SourceLine("eigen geld"), SourceLine("lening Fictiva Kapitaal", lender="p3"))),
    information=(
        Information("i1", content="Gezien met een zilveren paraplu", classification=Classification.SECRET),
        Information(
            "i2", content="Paraplu in het openbaar", classification=Classification.PUBLIC,
            visible_to_subject=Consent.YES, forward=Consent.YES,
        ),
    ),
)  # fmt: skip
OTHER = replace(
    small("BIB-2026-0015"),
    parties=(
        Person("p1", "Chulali, K."),
        Organisation("p2", "Verzonnen Vink", address="Verzonnenln. 7, Elders", note="op rekening 0123456789 gestort"),
        Person("p3", "J. de Vries"),
        Person("p4", "Sanne Onbekend", address="Verzonnenlaan 7, 9876 ZX Elders"),
        Person("p5", "B. Khoulaly"),
    ),
)  # fmt: skip


def hits(vault: FolderVault, words: str, limit: int = 200) -> list[tuple[str, str, FoundBy, str]]:
    with vault.work() as work:
        found = work.dossiers.search(words, limit)
    return [(one.reference, one.spot.key, one.by, one.text) for one in found.hits]


def id_of(vault: FolderVault, reference: str) -> str:
    with vault.work() as work:
        return next(row.id for row in work.dossiers.find() if row.summary.reference == reference)


def elsewhere(vault: FolderVault, kind: NameKind, text: str, reason: str = "zelfde pand") -> list[tuple[str, Match]]:
    id_ = id_of(vault, "BIB-2026-0014")
    found = occurs_elsewhere(vault.work(), id_, Asked(kind, text, "party/p1"), reason)
    assert {one.reference for one in found} <= {"BIB-2026-0015"}
    return [(one.said, one.likeness.match) for one in found]


def kept(vault: FolderVault) -> set[tuple[str, str]]:
    with vault._opened()._engine.connect() as connection:
        name = tables.name.c
        return {(row.kind, row.said) for row in connection.execute(tables.name.select().order_by(name.number))}


def test_where_it_stands_is_said_with_what_stands_there(filled: FolderVault) -> None:
    (hit,) = hits(filled, "terras")
    assert hit == ("BIB-2026-0014", "head", FoundBy.WORD, "Café met terras")
    with filled.work() as work:
        (found,) = work.dossiers.search("cafe terr").hits
    assert [found.text[first:end] for first, end in found.ranges] == ["Café", "terr"]


def test_words_in_different_records_of_one_dossier_are_found(filled: FolderVault) -> None:
    assert {key for _, key, _, _ in hits(filled, "terras karim")} >= {"head", "p1"}
    assert hits(filled, "terras sanne") == []


def test_whole_words_stand_before_beginnings_and_these_before_sounds(filled: FolderVault) -> None:
    assert [by for _, _, by, _ in hits(filled, "khoulali")] == [FoundBy.WORD, FoundBy.SOUND, FoundBy.SOUND]
    assert [by for _, _, by, _ in hits(filled, "khoul")] == [FoundBy.BEGINNING] * 2


@pytest.mark.parametrize("words", ["goelali", "Chulali", "karim goulali"])
def test_a_name_is_found_by_sound(filled: FolderVault, words: str) -> None:
    assert ("BIB-2026-0014", "p1", FoundBy.SOUND, "Karim Khoulali") in hits(filled, words)


def test_the_list_finds_by_sound_only_when_there_are_no_such_letters(filled: FolderVault) -> None:
    assert [row.summary.reference for row in find_or_sounding(filled.work(), "goelali", 50).rows] == [
        "BIB-2026-0015",
        "BIB-2026-0014",
    ]
    assert find_or_sounding(filled.work(), "goelali", 50).by_sound
    assert not find_or_sounding(filled.work(), "khoulali", 50).by_sound
    assert not find_or_sounding(filled.work(), "", 50).by_sound


def test_closed_information_is_found_and_not_shown(filled: FolderVault) -> None:
    assert hits(filled, "paraplu") == [
        ("BIB-2026-0014", "i1", FoundBy.WORD, ""),
        ("BIB-2026-0014", "i2", FoundBy.WORD, "Paraplu in het openbaar"),
    ]


def test_a_line_of_money_says_which_one_it_is(filled: FolderVault) -> None:
    with filled.work() as work:
        (hit,) = work.dossiers.search("Fictiva").hits
    assert (hit.spot.kind, hit.spot.at) == ("source", 1)


def test_no_more_than_asked_for_and_that_is_said(filled: FolderVault) -> None:
    with filled.work() as work:
        found = work.dossiers.search("paraplu", 1)
    assert (len(found.hits), found.is_all) == (1, False)


@pytest.mark.parametrize("words", ["", "  ", "!?", '"', "*", "' OR 1=1", "%", "_"])
def test_nothing_sought_is_nothing_found(filled: FolderVault, words: str) -> None:
    assert hits(filled, words) == []


@given(words=st.text(max_size=30))
def test_anything_may_be_sought(filled_once: FolderVault, words: str) -> None:
    with filled_once.work() as work:
        for hit in work.dossiers.search(words).hits:
            assert all(0 <= first < end <= len(hit.text) for first, end in hit.ranges)


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (NameKind.PERSON, "Khoulali", {("Chulali, K.", Match.SOUND), ("B. Khoulaly", Match.SOUND)}),
        (NameKind.PERSON, "Jan de Vries", {("J. de Vries", Match.PART)}),
        (NameKind.PERSON, "Piet de Vries", set()),
        (NameKind.ORGANISATION, "De Verzonnen Vink B.V.", {("Verzonnen Vink", Match.SAME)}),
        (NameKind.ADDRESS, "Verzonnenlaan 7, 1234 AB Fictenveen", {("Verzonnenln. 7, Elders", Match.SAME)}),
        (NameKind.ACCOUNT, "NL00 VERZ 0123 4567 89", {("0123456789", Match.SAME)}),
        (NameKind.PERSON, "", set()),
        (NameKind.PERSON, "%", set()),
    ],
)
def test_what_is_alike_is_found_in_other_dossiers_only(
    filled: FolderVault, kind: NameKind, text: str, found: set[tuple[str, Match]]
) -> None:
    assert set(elsewhere(filled, kind, text)) == found


def test_what_a_party_is_in_the_other_dossier_is_told(filled: FolderVault) -> None:
    id_ = id_of(filled, "BIB-2026-0015")
    (found,) = occurs_elsewhere(filled.work(), id_, Asked(NameKind.PERSON, "Karim Khoulali"), "zelfde naam gezien")[:1]
    assert (found.reference, found.spot.key, found.roles) == ("BIB-2026-0014", "p1", ("subject", "director"))
    (lender,) = occurs_elsewhere(filled.work(), id_, Asked(NameKind.LENDER, "Jan de Vries"), "zelfde naam")[:1]
    assert lender.roles == ("lender",)


def test_it_is_journalled_by_kind_and_reason_and_without_the_name(filled: FolderVault) -> None:
    elsewhere(filled, NameKind.PERSON, "Karim Khoulali", "  melding van een wijkagent ")
    id_ = id_of(filled, "BIB-2026-0014")
    with filled.work() as work:
        line = work.journal.entries(f"{id_}/party/p1", 1)[0]
    assert (line.action, line.about) == ("elsewhere.asked", f"{id_}/party/p1")
    assert line.words == "melding van een wijkagent"
    assert "person · 1" in json.loads(line.detail)["detail"]
    assert "wijkagent" not in line.detail
    assert filled.faults() == ()


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
def test_without_a_reason_nothing_is_looked_for_nor_journalled(filled: FolderVault, reason: str) -> None:
    with filled.work() as work:
        before = len(work.journal.entries())
    with pytest.raises(Hindrance, match="waarom"):
        elsewhere(filled, NameKind.PERSON, "Karim Khoulali", reason)
    with filled.work() as work:
        assert len(work.journal.entries()) == before


def test_a_changed_name_takes_the_place_of_the_old_one(vault: FolderVault) -> None:
    id_ = add(vault, CAFE)
    assert ("person", "Karim Khoulali") in kept(vault)
    keep(vault, id_, replace(CAFE, parties=(replace(CAFE.parties[0], name="Karel Anders"), *CAFE.parties[1:])))
    assert ("person", "Karel Anders") in kept(vault)
    assert ("person", "Karim Khoulali") not in kept(vault)


def test_names_go_with_their_parts(vault: FolderVault) -> None:
    id_ = add(vault, CAFE)
    keep(vault, id_, replace(CAFE, parties=(), relations=(), subject=(), financing=Financing()))
    assert kept(vault) == {("address", "Denkbeeldstraat 12, Fictenveen")}
    with vault.work() as work:
        work.destroyed.remove(id_)
        work.commit()
    assert kept(vault) == set()


def test_names_that_were_never_made_are_made_at_the_next_opening(filled: FolderVault) -> None:
    whole = kept(filled)
    with filled._opened()._engine.begin() as connection:
        connection.execute(tables.name.delete())
        setting.write(connection, setting.NAMES, "")
    filled.lock()
    filled.unlock(PASSWORD)
    assert kept(filled) == whole
    with filled._opened()._engine.connect() as connection:
        assert names.is_built(connection)


def test_lenders_are_named_without_the_words_for_money(filled: FolderVault) -> None:
    assert {said for kind, said in kept(filled) if kind == "lender"} == {"Fictiva Kapitaal"}
