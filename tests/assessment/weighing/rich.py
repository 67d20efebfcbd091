# SPDX-License-Identifier: EUPL-1.2
"""Whole dossiers in which everything that weighs occurs: relations, sources, facts, money, answers and events."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

from assessment.dossier.dossier import Dossier

from .cases import CLEAN, changed

Raw = dict[str, Any]

PERMITS = ("EXP", "ALC")
PERSONS = ("p2", "p3", "p4", "p5")
COMPANIES = ("p1", "p6", "p7")
SOURCES = ("i1", "i2", "i3", "i4", "i5")
STATUSES = (
    "conviction-final", "fine-final", "conviction-final", "prosecuted", "prosecuted",
    "conviction", "conviction-final", "penal-order", "penal-order-final", "transaction", "fine", "fine-final",
    "fine-court-ruled", "prosecuted", "suspect", "reported", "dismissed", "none",
)  # fmt: skip
CLEARED = ("acquitted", "discharged")
OFFENCES = ("opiumwet-2", "opiumwet-11a", "sr-420bis", "sr-273f", "sr-300", "awr-69", "wav-2", "alcoholwet-3")
AMOUNTS = ("0.00", "900.00", "24999.99", "25000.00", "180000.00")
_ROLES = ("director", "shareholder", "financier", "business-partner", "factual-manager", "family", "landlord", "ubo")
_DAYS = ("2012-03", "2019-01-15", "2021-05-31", "2021-06-20", "2024-06", "2025-11-30")
_SOURCE = {"classification": "strict", "visible_to_subject": "yes", "forward": "yes", "purpose": "bibob"}


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or now and then Ellipsis, where the key is left out: not known."""
    return often((7, values), (1, st.just(...)))


def often(*weighted: tuple[int, st.SearchStrategy[Any]]) -> st.SearchStrategy[Any]:
    """One of some strategies, each as often as it weighs; `one_of` would count equal ones once."""
    return st.sampled_from([one for times, one in weighted for _ in range(times)]).flatmap(lambda one: one)


def record(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Raw]:
    """A record without the keys of which nothing is known."""
    return st.fixed_dictionaries(parts).map(
        lambda made: {key: value for key, value in made.items() if value is not ...}
    )


def links() -> st.SearchStrategy[list[Raw]]:
    link = maybe(st.sampled_from(["same", "connected", "same", "none"]))
    both = st.tuples(*(record(permit=st.just(one), link=link) for one in PERMITS)).map(list)
    return often(
        (6, both), (1, both.map(lambda found: found[:1])), (1, st.tuples(both, both).map(lambda two: two[0] + two[1]))
    )


def benefits() -> st.SearchStrategy[Any]:
    amount = maybe(st.sampled_from((None, *AMOUNTS)))
    path = maybe(st.sampled_from(["Via de kas van de zaak.", "Als lening.", " ", None]))
    whole = record(amount=amount, low=amount, high=amount, money_path=path)
    return maybe(often((3, whole), (1, st.none())))


def facts(status: tuple[str, ...] = (*STATUSES, *CLEARED)) -> st.SearchStrategy[Raw]:
    """Any fact about somebody of the dossier; which one it is gets its id later."""
    return record(
        offence=st.sampled_from(OFFENCES),
        actor=maybe(st.sampled_from(("p2", "p2", "p2", "p2", "p1", "p1", *PERSONS, *COMPANIES))),
        capacity=maybe(st.sampled_from(["own", "own", "own", *COMPANIES])),
        committed=maybe(st.sampled_from(_DAYS)),
        status=maybe(st.sampled_from(status)),
        offence_plausible=maybe(st.sampled_from(["yes"] * 7 + ["no"])),
        suspicion=maybe(st.sampled_from(["serious", "serious", "moderate", "slight"])),
        links=links(),
        benefit=benefits(),
        sources=st.sampled_from([["i4"], ["i4", "i1"], ["i1"], ["i5"], ["i2", "i4"], ["i3", "i4"], ["i3"], []]),
    )


def _relations() -> st.SearchStrategy[Raw]:
    return st.fixed_dictionaries(
        {
            "from": st.sampled_from((*PERSONS, *COMPANIES)),
            "to": st.sampled_from(COMPANIES),
            "role": st.sampled_from(_ROLES),
            "share": st.sampled_from([None, 0.1, 0.25, 0.26, 1.0]),
            "since": st.sampled_from(["2015", "2020-01-10"]),
            "until": st.sampled_from([None, None, "2024-01-01", "2026-04-01"]),
            "indicators": st.sampled_from([[], ["Zij doen samen de inkoop."]]),
        }
    )


def _sources(basis: str, partner: str, kind: str) -> st.SearchStrategy[Raw]:
    return st.fixed_dictionaries(
        {
            "basis": st.sampled_from([*[basis] * 8, None]),
            "partner": st.just(partner),
            "source_kind": st.just(kind),
            "about": st.just([*PERSONS, *COMPANIES] if basis != "bjsg-15" else ["p1", "p2"]),
            "received_on": st.just("2026-03-16"),
            "permission": st.sampled_from([None, "gegeven"]),
        }
    ).map(lambda made: {**_SOURCE, **made})


_INFORMATION = st.tuples(
    _sources("bibob-7b", "kvk", "public-register"),
    _sources("bjsg-15", "justid", "official-record"),
    _sources("bibob-7b", "open-bron", "press"),
    _sources("own-task", "toezichthouder", "sworn-report"),
    _sources("bibob-7a", "betrokkene", "statement"),
)
_LINE = record(amount=st.sampled_from(AMOUNTS), evidence=maybe(st.sampled_from(["E0", "E2", "E3", "E4"])))
_FINANCING = st.one_of(st.none(), st.fixed_dictionaries({"need": st.lists(_LINE, max_size=2), "sources": st.lists(
    _LINE.map(lambda line: {**line, "kind": "private-loan", "lender": "p4"}), max_size=3)}))  # fmt: skip
_NO_EVENTS: st.SearchStrategy[list[Raw]] = st.just([])
_SOME_EVENTS = st.lists(
    st.sampled_from(
        [
            {"kind": "form-refused", "on": "2026-04-01"},
            {"kind": "supplement-invited", "on": "2026-04-01", "due": "2026-04-15"},
            {"kind": "supplement-invited", "on": "2026-04-20", "due": "2026-05-04"},
            {"kind": "supplement-received", "on": "2026-05-02", "complete": True},
            {"kind": "supplement-received", "on": "2026-05-02", "complete": False},
            {"kind": "condition-breached", "on": "2026-05-02", "permit": "EXP"},
        ]
    ),
    max_size=3,
)


_EVENTS = often((3, _NO_EVENTS), (1, _SOME_EVENTS))


@st.composite
def rich_raw(draw: st.DrawFn, most: int = 6) -> Raw:
    """Make the plain data of one with up to so many facts; degrees that the officer recorded are drawn as well."""
    data = deepcopy(CLEAN)
    people = [{"id": one, "kind": "person", "name": f"Niemand {one}"} for one in PERSONS]
    firms = [{"id": one, "kind": "organisation", "name": f"Zaak {one}", "legal_form": "bv"} for one in COMPANIES]
    data["parties"] = [*people, *firms]
    data["application"]["permit_types"] = [
        {"id": one, "type": one, "existing": draw(st.booleans())} for one in PERMITS[: draw(st.integers(1, 2))]
    ]
    data["relations"] = _named("r", [CLEAN["relations"][0], *draw(st.lists(_relations(), max_size=5))])
    data["information"] = _named("i", draw(_INFORMATION))
    data["facts"] = _named("f", draw(st.lists(facts(), min_size=1, max_size=most)))
    data["financing"] = draw(_FINANCING)
    data["events"] = [*data["events"], *draw(_EVENTS)]
    data["answers"] = draw(st.sampled_from([*[data["answers"]] * 6, []]))
    data["bureau_advices"], data["hearings"] = [], []
    for ground in ("a", "b"):
        data["conclusion"][ground]["degree"] = draw(st.sampled_from(["none", "lesser", "serious", "undetermined"]))
    return data


def _named(letter: str, rows: Any) -> list[Raw]:
    return [{**deepcopy(row), "id": f"{letter}{number}"} for number, row in enumerate(rows, 1)]


def made(data: Raw) -> Dossier:
    """Read plain data as a dossier."""
    return changed(lambda raw: (raw.clear(), raw.update(deepcopy(data))))
