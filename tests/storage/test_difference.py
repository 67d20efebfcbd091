# SPDX-License-Identifier: EUPL-1.2
"""Whatever the parts were, after the difference they are those of the dossier, in its order."""

from hypothesis import given
from hypothesis import strategies as st

from storage.difference import Difference, Kept, KeptRow, difference, unlike
from storage.mapping import Part

named = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("xyz")), unique_by=lambda one: one[0], max_size=6)
nameless = st.lists(st.sampled_from("xyz"), max_size=6)
rows = st.tuples(named, nameless).map(
    lambda both: [Part("party", key, body) for key, body in both[0]] + [Part("event", None, body) for body in both[1]]
)


def applied(kept: list[Kept], change: Difference) -> list[Kept]:
    """Do what the shelf does."""
    gone = {one.number for one in change.removed}
    new = {one.number: Kept(one.number, place, part) for one, place, part in change.changed}
    stay = [new.get(one.number, one) for one in kept if one.number not in gone]
    first = max((one.number for one in kept), default=0) + 1
    return stay + [Kept(first + turn, place, part) for turn, (place, part) in enumerate(change.added)]


def content(kept: list[Kept]) -> list[tuple[str, str]]:
    ordered = sorted(kept, key=lambda one: (one.part.kind != "party", one.position))
    return [(one.part.kind, one.part.body) for one in ordered]


@given(st.lists(rows, min_size=1, max_size=4))
def test_versions_follow_one_another(versions: list[list[Part]]) -> None:
    kept: list[Kept] = []
    for wanted in versions:
        kept = applied(kept, difference(kept, wanted))
        assert content(kept) == [(part.kind, part.body) for part in wanted]
        places = [(one.part.kind, one.position) for one in kept]
        names = [(one.part.kind, one.part.key) for one in kept]
        assert len(set(places)) == len(places)
        assert len(set(names)) == len(names)
        assert difference(kept, wanted).is_empty


def rows_of(kept: list[Kept]) -> list[KeptRow]:
    """Give them as the store does: the parts of a kind in their order."""
    ordered = sorted(kept, key=lambda one: (one.part.kind, one.position))
    return [(one.number, one.position, one.part.kind, str(one.part.key), one.part.body) for one in ordered]


def sets_of(change: Difference) -> tuple[set[object], ...]:
    return set(change.added), set(change.changed), set(change.removed), set(change.reordered)


@given(rows, rows)
def test_leaving_out_what_is_the_same_leaves_the_difference_as_it_is(before: list[Part], wanted: list[Part]) -> None:
    kept = applied([], difference([], before))
    assert sets_of(difference(*unlike(rows_of(kept), wanted))) == sets_of(difference(kept, wanted))


@given(rows, st.data())
def test_leaving_out_works_where_one_record_changed(before: list[Part], data: st.DataObject) -> None:
    kept = applied([], difference([], before))
    wanted = list(before)
    if wanted:
        place = data.draw(st.integers(0, len(wanted) - 1))
        wanted[place] = Part(wanted[place].kind, wanted[place].key, "anders")
    left, parts = unlike(rows_of(kept), wanted)
    assert sets_of(difference(left, parts)) == sets_of(difference(kept, wanted))
    named = [one for one in kept if one.part.kind == "party"]
    assert len([one for one in left if one.part.kind == "party"]) <= min(1, len(named))


@given(rows)
def test_what_is_the_same_is_not_touched(wanted: list[Part]) -> None:
    kept = applied([], difference([], wanted))
    change = difference(kept, wanted)
    assert change == Difference((), (), (), ())


def test_taking_one_away_touches_no_other() -> None:
    wanted = [Part("event", None, body) for body in "abcd"]
    kept = applied([], difference([], wanted))
    change = difference(kept, [wanted[0], *wanted[2:]])
    assert [one.part.body for one in change.removed] == ["b"]
    assert (change.added, change.changed, change.reordered) == ((), (), ())
