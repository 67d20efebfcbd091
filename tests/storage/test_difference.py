# SPDX-License-Identifier: EUPL-1.2
"""Whatever the parts were, after the difference they are those of the dossier, in its order."""

from hypothesis import given
from hypothesis import strategies as st

from storage.difference import Difference, Kept, difference
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
