# SPDX-License-Identifier: EUPL-1.2
"""Lines of the journal in Dutch words, and changes field by field, without saying more than is known."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.journal import JournalEntry, JournalQuery
from assessment.telling.journal_words import Sort, about_told, action_told, query_of, remark
from assessment.telling.part_changes import SHIELDED, Change, changes

LINE = JournalEntry(1, datetime(2026, 6, 2, tzinfo=UTC), "Ada Voorbeeld", "part.changed", "d1/party/p1", "{}")
WORDS = {"role": {"director": "bestuurder"}}


def line(old: object = None, new: object = None, about: str = "d1/party/p1") -> JournalEntry:
    told = ("" if one is None else json.dumps(one) for one in (old, new))
    return replace(LINE, about=about, old=next(told), new=next(told))


def test_an_action_without_words_is_told_as_its_code() -> None:
    assert action_told("part.changed") == "gewijzigd"
    assert action_told("iets.nieuws") == "iets.nieuws"


def test_what_no_sort_knows_is_asked_for_with_the_last() -> None:
    known = frozenset().union(*(query_of(one).only for one in (Sort.CHANGES, Sort.VIEWS, Sort.EXPORTS)))
    assert query_of(Sort.MANAGEMENT).without == known
    assert query_of(None) == JournalQuery()


def test_about_names_dossier_step_and_record() -> None:
    entry = line(None, {"id": "p1", "name": "Daan Fictema"})
    assert about_told(entry, {"d1": "BIB-1"}) == "BIB-1 · Betrokkenen · p1 Daan Fictema"
    assert about_told(replace(LINE, about="user/u1"), {"u1": "Bram"}) == "gebruiker Bram"
    assert "niet meer in de kluis" in about_told(replace(LINE, about="weg"), {})


def test_marks_are_no_remark_and_words_are() -> None:
    assert remark(replace(LINE, detail='{"old":"00"}')) == ""
    assert remark(replace(LINE, detail='{"words":"00"}', words="voor de burgemeester")) == "voor de burgemeester"
    rules = replace(LINE, action="retention.rules-changed", detail='[["lijst 12", "besluit", 60]]')
    assert remark(rules) == "lijst 12 (5 jaar na: besluit)"


@pytest.mark.parametrize(
    ("detail", "told"),
    [
        ('{"role":"second-reader","new":"00"}', "tweede lezer"),
        ('{"certificate":"c1","new":"00"}', "c1"),
        ('{"role":["officer"],"new":"00"}', ""),
        ('{"new":"00","was":"11"}', ""),
        ("{niet van ons", ""),
        ("c1", "c1"),
    ],
)
def test_what_stands_beside_a_mark_is_told_and_the_mark_is_not(detail: str, told: str) -> None:
    assert remark(replace(LINE, detail=detail)) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("lijst · 12 · besluit · 60 · 2020-01-01", "lijst · 12 · besluit · 5 jaar · begin 1 jan 2020"),
        ("lijst · besluit · 18 · ", "lijst · besluit · 18 maanden · begin niet bekend"),
        ("", ""),
    ],
)
def test_the_period_of_a_dossier_is_told_as_people_do(words: str, told: str) -> None:
    assert remark(replace(LINE, action="retention.set", words=words)) == told


def test_each_field_is_told_with_its_label_or_its_key() -> None:
    old = {"name": "Daan", "born": "1990-02-01", "vreemd": 1, "role": "director", "benefit": {"amount": "10.00"}}
    new = {"name": "Daan", "vreemd": 2, "until": None, "benefit": {"amount": "12.50"}, "existing": True}
    assert changes(line(old, new), WORDS) == (
        Change("Geboren", "1 feb 1990", "niet bekend"),
        Change("vreemd", "1", "2"),
        Change("Rol", "bestuurder", "niet bekend"),
        Change("Voordeel: Bedrag", "€ 10,00".replace(" ", "\u00a0"), "€ 12,50".replace(" ", "\u00a0")),
        Change("Tot", "niet bekend", "geen"),
        Change("Al verleend", "niet bekend", "ja"),
    )


def test_a_kind_is_told_in_the_words_of_its_sort_of_part() -> None:
    words = {"event-kind": {"form-sent": "formulier gestuurd"}}
    told = changes(line({"kind": "form-sent"}, {"kind": "anders"}, "d1/event/2"), words)
    assert told == (Change("Soort", "formulier gestuurd", "anders"),)


@pytest.mark.parametrize("closed", [{"classification": "secret"}, {"classification": "strict"}, {}])
def test_what_closed_information_says_is_never_told(closed: dict[str, str]) -> None:
    opened = {"content": "geheim", "classification": "internal"}
    for old, new in ((opened, {"content": "geheimer", **closed}), ({"content": "geheimer", **closed}, opened)):
        told = changes(line(old, new, "d1/information/i1"), {})
        assert "geheim" not in str(told)
        assert Change("Inhoud", SHIELDED, SHIELDED) in told
    told = changes(line(opened, {**opened, "content": "anders"}, "d1/information/i1"), {})
    assert told == (Change("Inhoud", "geheim", "anders"),)


PARTS = st.dictionaries(
    st.text(max_size=5),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
        max_leaves=6,
    ),
    max_size=4,
)


@given(PARTS)
def test_what_is_the_same_is_no_change(part: dict[str, object]) -> None:
    assert changes(line(part, part), {}) == ()


@given(PARTS, PARTS)
def test_any_two_parts_can_be_compared(old: dict[str, object], new: dict[str, object]) -> None:
    assert all(isinstance(one.old, str) and isinstance(one.new, str) for one in changes(line(old, new), {}))
