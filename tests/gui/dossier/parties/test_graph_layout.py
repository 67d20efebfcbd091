# SPDX-License-Identifier: EUPL-1.2
import itertools

from hypothesis import given
from hypothesis import strategies as st

from gui.dossier.parties.graph_layout import crossing, tree
from gui.dossier.parties.links import Link


def link(first, second):
    return Link(first, second, "financier", "", is_over=False)


NAMES = [f"p{number}" for number in range(8)]
PAIRS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] != pair[1]),
    unique_by=frozenset,
    max_size=20,
)


@given(PAIRS, st.lists(st.sampled_from(NAMES), unique=True, max_size=3))
def test_everybody_stands_once_and_every_link_is_drawn_once(pairs, subjects):
    links = [link(*pair) for pair in pairs]
    nodes = tree(NAMES, subjects, links)
    assert sorted(node.party for node in nodes) == NAMES
    assert [node.at for node in nodes] == list(range(len(NAMES)))
    drawn = [node.link for node in nodes if node.link] + list(crossing(nodes, links))
    assert sorted(map(id, drawn)) == sorted(map(id, links))
    places = {node.party: node for node in nodes}
    for node in nodes:
        if node.link:
            assert places[node.above].at < node.at
            assert places[node.above].level == node.level - 1


def test_a_very_long_chain_is_no_trouble():
    names = [f"p{number}" for number in range(3000)]
    nodes = tree(names, ("p0",), [link(*pair) for pair in itertools.pairwise(names)])
    assert nodes[-1].level == 2999
