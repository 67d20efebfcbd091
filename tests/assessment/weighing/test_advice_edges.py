# SPDX-License-Identifier: EUPL-1.2
"""The Bureau's advice and the answers about people, just on this side and on the other of what a check asks."""

from __future__ import annotations

import pytest

from .cases import Change, drop, keys, put
from .edges import on_both_sides, told_apart

TEXT = put("conclusion.deviation_reason", "Omdat het zo is.")
NONE_RECORDED = put("conclusion.b.degree", "none")
LESSER = put("conclusion.b.degree", "lesser")
NO_ADVICE = put("bureau_advices", [])
SAID_NONE = put("bureau_advices.0.degree", {"a": "none", "b": "none"})
OWN = {"for_file": "this", "verified": [{"fact": "f1", "seen_source": "yes", "follows": "yes"},
                                       {"fact": "f2", "seen_source": "yes", "follows": "yes"}]}  # fmt: skip
FROM_BUREAU = {"partner": "lbb", "basis": "bibob-9"}
UNSEEN = put("bureau_advices.0.verified", [{"fact": "f2", "seen_source": "yes", "follows": "yes"}])
NEAR = {"id": "r2", "from": "p3", "to": "p1", "since": "2026-02-01", "until": None, "sources": ["i1"]}


def issued(day: str) -> Change:
    return put("bureau_advices.0.issued_on", day)


def answer(question: str) -> Change:
    return put("answers.+", {"question": question, "value": "nee"})


def advice(id_: str, issued: str | None, b: str) -> dict[str, object]:
    dated = {"issued_on": issued} if issued else {}
    return {"id": id_, **OWN, **dated, "degree": {"a": "none", "b": b}}


def verified(seen: str, follows: str) -> Change:
    return put("bureau_advices.0.verified.0", {"fact": "f1", "seen_source": seen, "follows": follows})


def doubtful(data: dict[str, object]) -> None:
    """Nobody knows whether the facts happened: the indication on b stays open."""
    for fact in data["facts"]:  # type: ignore[attr-defined]
        fact.update(status="suspect", suspicion="serious")
        del fact["offence_plausible"]


def relation(role: str, **more: object) -> Change:
    return put("relations.+", {**NEAR, "role": role, **more})


def tip(partner: str, basis: str) -> Change:
    item = {"id": "i9", "partner": partner, "basis": basis, "about": ["p2"], "received_on": "2026-03-10"}
    return put("information.+", item)


def fined(basis: str) -> list[Change]:
    return [answer("IDA-12"), put("facts.0.status", "fine-final"), put("information.1.basis", basis)]


PAIRS: list[tuple[str, list[Change], list[Change]]] = [
    # how old an advice is, and what came after it
    ("C10-old", [issued("2024-04-20")], [issued("2024-06-01")]),
    ("C10-ageing", [issued("2025-04-20")], [issued("2025-06-01")]),
    ("C10-ageing", [issued("2024-06-01")], [issued("2024-04-20")]),
    ("C10-since", [put("information.1.received_on", "2026-05-05")], [put("information.1.received_on", "2026-05-04")]),
    ("C10-since", [put("information.1.received_on", "2026-05-05")],
     [put("information.1.received_on", "2026-05-05"), put("facts.0.sources", ["i2", "i1"]),
      put("facts.1.sources", ["i1", "i2"])]),
    ("C10-other", [put("bureau_advices.0.for_file", "other")], [drop("bureau_advices.0.for_file")]),
    ("C10-undated", [drop("bureau_advices.0.issued_on")], [put("bureau_advices.0.for_file", "other"),
                                                          drop("bureau_advices.0.issued_on")]),
    # which advice is the newest
    ("C11-advice", [put("bureau_advices", [advice("b1", "2026-05-04", "serious"), advice("b2", "2026-05-04", "none")])],
     [put("bureau_advices", [advice("b1", "2026-05-04", "none"), advice("b2", "2026-05-04", "serious")])]),
    ("C11-advice", [put("bureau_advices", [advice("b1", "2026-05-01", "serious"), advice("b2", "2026-05-02", "none")])],
     [put("bureau_advices", [advice("b2", "2026-05-01", "none"), advice("b1", "2026-05-02", "serious")])]),
    ("C11-advice", [put("bureau_advices", [advice("b1", None, "serious"), advice("b2", None, "serious"),
                                          advice("b3", None, "none")])],
     [put("bureau_advices", [advice("b1", None, "none"), advice("b2", None, "none"), advice("b3", None, "serious")])]),
    # leaving an advice, or the indication, without reasons
    ("C11-advice", [SAID_NONE], [SAID_NONE, TEXT]),
    ("C11-advice", [SAID_NONE], [LESSER]),
    ("C11-advice-lighter", [LESSER], [LESSER, TEXT]),
    ("C11-advice-lighter", [LESSER], [SAID_NONE]),
    ("C11-advice", [SAID_NONE, drop("conclusion.a.degree")], [SAID_NONE, put("conclusion.b.degree", "undetermined")]),
    ("C11-indication", [NO_ADVICE, LESSER], [NO_ADVICE]),
    ("C11-indication", [NO_ADVICE, LESSER], [NO_ADVICE, LESSER, TEXT]),
    ("C11-indication", [NO_ADVICE, LESSER],
     [put("bureau_advices.0.degree", {"a": "none", "b": "lesser"}), LESSER]),
    ("C11-indication", [NO_ADVICE, NONE_RECORDED], [SAID_NONE]),
    ("C11-open", [NO_ADVICE, doubtful, NONE_RECORDED], [NO_ADVICE, doubtful, LESSER]),
    ("C11-open", [NO_ADVICE, doubtful, NONE_RECORDED], [NO_ADVICE, NONE_RECORDED]),
    ("C11-open", [NO_ADVICE, doubtful, NONE_RECORDED], [NO_ADVICE, doubtful]),
    ("C11-indication", [NO_ADVICE, doubtful], [NO_ADVICE, doubtful, NONE_RECORDED]),
    ("C11-indication", [NO_ADVICE, doubtful, LESSER], [NO_ADVICE, doubtful, NONE_RECORDED]),
    # whether the authority looked itself
    ("C05-fact", [verified("yes", "no")], [verified("yes", "yes")]),
    ("C05-fact", [verified("no", "yes")], []),
    ("C05-fact", [put("bureau_advices.0.verified.0", {"fact": "f1", "seen_source": "yes"})], []),
    ("C05-nothing", [put("bureau_advices.0.verified", []), put("bureau_advices.0.degree", {"a": "none"})],
     [put("bureau_advices.0.verified", []), SAID_NONE]),
    ("C05-nothing", [put("bureau_advices.0.verified", []), drop("bureau_advices.0.degree")],
     [put("bureau_advices.0.verified", []), SAID_NONE]),
    # founded, moved, repeated
    ("X27-founded", [answer("STR-03"), put("parties.0.founded_on", "2025-09-01")],
     [answer("STR-03"), put("parties.0.founded_on", "2025-08-31")]),
    ("X27-founded", [answer("STR-03"), put("parties.0.founded_on", "2026-06-01")],
     [answer("STR-03"), put("parties.0.founded_on", "2026-06-02")]),
    ("X27-founded", [answer("STR-03"), put("parties.0.founded_on", "2026-06-01")],
     [answer("STR-03"), put("parties.0.founded_on", "2026")]),
    ("X35-moved", [answer("STR-04"), relation("shareholder", share=0.4)],
     [answer("STR-04"), relation("shareholder", share=0.4), put("parties.0.founded_on", "2026-02-01")]),
    ("X35-moved", [answer("STR-04"), relation("director")], [answer("STR-04"), relation("employee")]),
    ("X30-repeated", [answer("IDA-09"), put("facts.1.committed", "2021-07-20")],
     [answer("IDA-09"), put("facts.1.committed", "2021-06-01")]),
    ("X30-repeated", [answer("IDA-09")], [answer("IDA-09"), put("facts", [])]),
    ("X28-convicted", [answer("IDA-04"), put("facts.0.actor", "p1")], [answer("IDA-04")]),
    ("X32-tax-fine", fined("bibob-7c"), fined("bibob-7b")),
    ("X32-tax-fine", fined("bibob-7c"), fined("own-task")),
    ("X33-tip", [answer("IDA-14"), tip("om", "bibob-26")], [answer("IDA-14"), tip("politie", "bibob-26")]),
    ("X33-tip", [answer("IDA-14"), tip("om", "bibob-26")], [answer("IDA-14"), tip("om", "bibob-11a")]),
    ("X33-tip", [answer("IDA-14"), tip("om", "bibob-26")], [answer("IDA-14"), tip("om", "wjsg-39f")]),
    ("X33-tip", [answer("IDA-14"), tip("om", "bibob-26")], [answer("IDA-14"), tip("lbb", "bibob-26")]),
    ("X34-behind", [answer("STR-10"), relation("factual-manager"), relation("shareholder", id="r3")],
     [answer("STR-10"), relation("factual-manager"), relation("named-on-permit", id="r3")]),
    ("X34-behind", [answer("STR-10"), relation("factual-manager")], [answer("STR-10"), relation("manager")]),
    ("X40-partner", [answer("REL-01"), relation("business-partner", indicators=["Betaalt de huur."])],
     [answer("REL-01"), relation("shareholder", indicators=["Betaalt de huur."])]),
    ("X40-partner", [answer("REL-01"), relation("business-partner", indicators=["Betaalt de huur."])],
     [answer("REL-01"), relation("adviser", indicators=["Betaalt de huur."])]),
    ("X40-partner", [answer("REL-01"), relation("business-partner", indicators=["Betaalt de huur."])],
     [answer("REL-01"), relation("business-partner", indicators=["Betaalt de huur."], until="2026-04-01")]),
    # the law that is in force
    ("L20-kept", [put("information.0.keep_until", "2026-05")], [put("information.0.keep_until", "2026-06")]),
]  # fmt: skip


@on_both_sides(PAIRS)
def test_on_both_sides_of_the_edge(key: str, raising: list[Change], sparing: list[Change]) -> None:
    told_apart(key, raising, sparing)


@pytest.mark.parametrize("basis", ["bibob-7b", "bjsg-15", "wjsg-39f"])
def test_only_what_the_bureau_alone_told_asks_for_its_source(basis: str) -> None:
    """A fact that is known from elsewhere too was seen elsewhere."""
    of_bureau = put("information.1", {"id": "i2", "about": ["p2"], "received_on": "2026-03-16", "purpose": "bibob",
                                      "source_kind": "report", "visible_to_subject": "yes", "forward": "yes",
                                      "classification": "strict", **FROM_BUREAU})  # fmt: skip
    assert {"C05-fact", "C05-fact-beside"} & keys(of_bureau, UNSEEN)
    elsewhere = [of_bureau, UNSEEN, put("information.1.basis", basis)]
    assert not {"C05-fact", "C05-fact-beside"} & keys(*elsewhere)
    both = [of_bureau, UNSEEN, put("facts.0.sources", ["i2", "i1"])]
    assert not {"C05-fact", "C05-fact-beside"} & keys(*both)
