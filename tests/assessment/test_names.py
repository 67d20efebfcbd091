# SPDX-License-Identifier: EUPL-1.2
"""Names as they really vary: written alike, sounding alike, nearly alike, and not alike at all."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.addresses import accounts_in, read_account, read_address
from assessment.matching import Likeness, Match, compare, keys_of
from assessment.names import NameKind, fold, lender_in, likeness, sound, sounds_like
from assessment.sound import sound_of

SAME_SOUND = (
    ("Meijer", "Meyer", "Meier", "Maier", "Mayer"),
    ("de Vries", "Vries", "de Fries", "De Vriez", "Vriess"),
    ("Janssen", "Jansen", "Jansz", "Janszoon", "Jansssen"),
    ("van den Berg", "v.d. Berg", "v/d Berg", "vd Berg", "Berg", "van den Bergh", "Berg, van den"),
    ("Schmidt", "Smit", "Smid", "Schmitt", "Smidt", "Smith"),
    ("Yilmaz", "Yılmaz", "YILMAZ"),
    ("Khoulali", "Chulali", "Goelali"),
    ("Özdemir", "Ozdemir", "ÖZDEMİR"),
    ("Bouzid", "Boezid", "Buzid"),
    ("Wójcik", "Wojcik"),
    ("Thijssen", "Thyssen", "Tijsen"),
    ("Dijkstra", "Dykstra", "Dĳkstra", "Deikstra"),
    ("Bakker", "Backer", "Baker"),
    ("Kok", "Cock", "Kock", "Cok"),
    ("Bosch", "Bos"),
    ("Mohammed", "Mohamed"),
    ("Ruijter", "Ruyter", "Ruiter"),
    ("Bouwman", "Bauman", "Bouman"),
    ("Philipsen", "Filipsen"),
    ("Çelik", "Celik"),
    ("Djamal", "Jamal"),
    ("Youssef", "Joessef"),
    ("Hendriks", "Hendrix"),
    ("Quint", "Kwint"),
    ("Łukasz", "Lukasz"),
    ("Jørgensen", "Jorgensen"),
    ("Groß", "Gross", "Gros"),
    ("Haar", "Haer", "ter Haar"),
    ("Brandt", "Brand", "Brant"),
    ("Shirin", "Sjirin", "Zjirin"),
)
OTHER_SOUND = (
    ("Jansen", "Hansen"), ("de Vries", "de Groot"), ("Bakker", "Bekker"), ("Smit", "Smits"), ("Berg", "Burg"),
    ("Meijer", "Mulder"), ("Kok", "Kuik"), ("Visser", "Vissers"), ("Yilmaz", "Yildiz"),
)  # fmt: skip


@pytest.mark.parametrize("names", SAME_SOUND, ids=lambda names: names[0])
def test_variants_of_a_name_sound_the_same(names: tuple[str, ...]) -> None:
    assert {sound(one) for one in names} == {sound(names[0])}
    assert all(sounds_like(one, other) for one, other in combinations(names, 2))


@pytest.mark.parametrize(("one", "other"), OTHER_SOUND)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Zoë Çelik-Łukasz", "zoe celik lukasz"), ("De Verzonnen Vink B.V.", "verzonnen vink"),
        ("Stichting Fictief", "fictief"), ("V.O.F. Jansen & De Vries", "jansen vries"), ("'t Hart", "hart"),
        ("op 't Veld", "veld"), ("d'Angelo", "dangelo"), ("J.P. van der Fictie", "fictie"), ("IJsbrand", "ijsbrand"),
        ("ĳsbrand", "ijsbrand"), ("de Vries, Jan", "jan vries"), ("De", "de"), ("J.", "j"), ("", ""), ("B.V.", ""),
    ],
)  # fmt: skip
def test_what_decides_is_left_of_a_name(name: str, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("Jan de Vries", "Vries, Jan de", Match.SAME), ("Jan de Vries", "J. de Vries", Match.PART),
        ("Jan de Vries", "P. de Vries", None), ("Jan de Vries", "de Vries", Match.PART),
        ("Karim Khoulali", "K. Chulali", Match.SOUND), ("Karim Khoulali", "B. Chulali", None),
        ("Fictiva Kapitaal BV", "Fictiva Capital", Match.SOUND), ("Daan Fictema", "Daan Fictama", Match.NEAR),
        ("Daan Fictema", "Sanne Anders", None), ("", "", None), ("B.V.", "N.V.", None),
    ],
)  # fmt: skip
def test_how_two_names_are_alike(one: str, other: str, match: Match | None) -> None:
    found, back = compare(NameKind.PERSON, one, other), compare(NameKind.PERSON, other, one)
    assert (found and found.match) == (back and back.match) == match


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("Denkbeeldstraat 12, 1234 AB Fictenveen", "Denkbeeldstr. 12 Fictenveen", Match.SAME),
        ("Denkbeeldstraat 12, 1234 AB Fictenveen", "Denkbeeldstraat 12, 9876 ZX Elders", None),
        ("Denkbeeldstraat 12", "denkbeeldstraat 12", Match.SAME), ("Denkbeeldstraat 12", "Denkbeeldstraat 12a", None),
        ("Denkbeeldweg 3, 1234AB", "Anders 3, 1234 ab Fictenveen", Match.PLACE),
        ("Meijerlaan 4", "Meyerln 4", Match.SOUND), ("Denkbeeldstraat", "Denkbeeldstraat", None),
    ],
)  # fmt: skip
def test_how_two_addresses_are_alike(one: str, other: str, match: Match | None) -> None:
    found = compare(NameKind.ADDRESS, one, other)
    assert (found and found.match) == match


@pytest.mark.parametrize("other", ["nl00verz0123456789", "12.34.567.89", "0123456789", "NL00 VERZ 0123 4567 89"])
def test_an_account_is_the_same_however_it_is_written(other: str) -> None:
    assert compare(NameKind.ACCOUNT, "NL00 VERZ 0123 4567 89", other) == Likeness(Match.SAME, 100)
    assert compare(NameKind.ACCOUNT, "NL00 VERZ 0123 4567 80", other) is None


def test_accounts_in_a_text() -> None:
    text = "Van NL00 VERZ 0123 4567 89 naar rekening 12.34.567.89, en BE00 0000 0000 0000; dossier BIB-2026-0014."
    assert list(accounts_in(text)) == ["NL00VERZ0123456789", "BE00 0000 0000 0000", "12.34.567.89"]


def test_a_postcode_with_a_number_is_a_key_of_its_own() -> None:
    assert [one.folded for one in keys_of(NameKind.ADDRESS, "Denkbeeldstr. 12, 1234 AB")] == [
        "denkbeeldstraat 12",
        "1234ab 12",
    ]


@pytest.mark.parametrize(
    ("label", "lender"),
    [
        ("lening van Fictiva Kapitaal", "Fictiva Kapitaal"),
        ("eigen geld", ""),
        ("Hypotheek Verzonnen Bank", "Verzonnen"),
    ],
)
def test_of_a_source_the_name_is_left(label: str, lender: str) -> None:
    assert lender_in(label) == lender


@given(one=st.text(max_size=60), other=st.text(max_size=60))
def test_any_text_can_be_held_against_any_other(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) <= 100
    assert sound(fold(one)) == sound(one)
    for kind in NameKind:
        compare(kind, one, other)
        keys_of(kind, one)
    read_address(one)
    read_account(one)


@given(name=st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=20))
def test_a_name_sounds_like_itself_in_capitals_and_doubled(name: str) -> None:
    assert sound(name.upper()) == sound(name)
    assert sound_of(name)
