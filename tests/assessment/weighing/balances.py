# SPDX-License-Identifier: EUPL-1.2
"""Small balances and the shipped framework, for the tests of the decision table."""

from functools import cache

from hypothesis import strategies as st

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.load import load_catalogue
from assessment.truth import Truth
from assessment.weighing.indication import Limits
from assessment.weighing.weight import Balance, Strength, Weighed, Weight
from resources.files import read_catalogue


@cache
def shipped() -> Catalogue:
    files = read_catalogue("2026-01-01")
    return load_catalogue(files.content, files.date, files.checksum)


def limits() -> Limits:
    return Limits.of(shipped().framework)


def fact(id_: str, strength: Strength = Strength.POINTS_TO, **more: object) -> Weight:
    more.setdefault("running", True)
    more.setdefault("permits", frozenset({"EXP"}))
    return Weight(id_, strength, **more)  # type: ignore[arg-type]


def sure(weight: Weight) -> Weighed:
    return Weighed(weight.fact, weight, weight)


def perhaps(weight: Weight, low: Weight | None = None) -> Weighed:
    return Weighed(weight.fact, low, weight)


def balance(ground: str, *weighed: Weighed, **more: object) -> Balance:
    return Balance(ground, weighed, **more)  # type: ignore[arg-type]


weights = st.builds(
    Weight,
    st.just(""),
    st.sampled_from(Strength),
    running=st.booleans(),
    recent=st.booleans(),
    own=st.booleans(),
    heavy=st.booleans(),
    kind=st.sampled_from(["drugs", "tax", "labour"]),
    permits=st.sets(st.sampled_from(["EXP", "ALC"]), min_size=1).map(frozenset),
    path=st.booleans(),
    large=st.booleans(),
)
"""Any counting fact; it gets its id where it is put on a balance."""


@st.composite
def balances(draw: st.DrawFn) -> Balance:
    """Any balance: sure facts, facts that count for more when unknowns are adverse, and facts that never count."""
    from dataclasses import replace

    weighed = []
    for number in range(draw(st.integers(0, 6))):
        low = replace(draw(weights), fact=f"f{number}")
        kind = draw(st.sampled_from(["sure", "perhaps", "more", "never"]))
        if kind == "sure":
            weighed.append(sure(low))
        elif kind == "perhaps":
            weighed.append(perhaps(low))
        elif kind == "more":
            weighed.append(perhaps(worse(low), low))
        else:
            weighed.append(Weighed(low.fact, None, None))
    return Balance(
        draw(st.sampled_from(["a", "b"])),
        tuple(weighed),
        tuple(draw(st.sets(st.sampled_from(["STR-09", "VAS-02"]), max_size=1))),
        draw(st.sampled_from(Truth)),
    )


def worse(weight: Weight) -> Weight:
    """The same fact with everything unknown taken as adverse."""
    from dataclasses import replace

    return replace(weight, strength=Strength.POINTS_TO, running=True, recent=True, path=True, large=True)
