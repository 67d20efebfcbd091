# SPDX-License-Identifier: EUPL-1.2
"""X16 to X59: one contradiction put into a dossier without a fault, and the nearest thing that is none."""

import pytest

from assessment.outcome import Severity
from assessment.weighing.checks.answers import CONTRADICTIONS
from assessment.weighing.checks.run import checks

from .balances import shipped
from .cases import Change, case_of, changed, drop, keys, put
from .changes import CONDITION, LOAN, PARTNER, ended, event

PERSON = {"id": "p4", "kind": "person"}
COMPANY = {"id": "p5", "kind": "organisation", "name": "Nergens Beheer B.V.", "founded_on": "2020-02-02"}
PRIVATE = {"kind": "private-loan", "lender": "p3", "agreed_on": "2026-02-02", "transferred_on": "2026-02-05"}
DOCUMENT = {"id": "d1", "name": "Huurcontract", "asked_on": "2026-03-03", "received_on": "2026-03-20", "complete": True}
CASH = {"opening": "500.00", "income": "900.00", "receipts": None, "spending": None, "living_costs": "500.00"}
NEAR = {"since": "2026-02-01", "until": None, "sources": ["i1"]}


def answer(question: str, value: object, **more: object) -> Change:
    return put("answers.+", {"question": question, "value": value, **more})


def source(**more: object) -> Change:
    """One source of a thousand euro that covers the need to the cent."""
    line = {key: value for key, value in LOAN.items() if key in ("label", "amount")} | more
    return put("financing", {"need": [{"label": "inventaris", "amount": "1000.00"}], "sources": [line]})


def party(**more: object) -> Change:
    return put("parties.+", more)


def relation(role: str, from_: str = "p3", to: str = "p1", **more: object) -> Change:
    return put("relations.+", {"id": "r2", "from": from_, "to": to, "role": role, **NEAR, **more})


def information(basis: str, **more: object) -> Change:
    item = {"id": "i9", "partner": "om", "basis": basis, "about": ["p2"], "received_on": "2026-03-10", **more}
    return put("information.+", item)


RAISED: list[tuple[str, list[Change]]] = [
    ("X60-conditions", [put("conclusion.measure.0.conditions", [CONDITION])]),
    ("X16-spelling", [party(**PERSON, name="Joris Kussenburg")]),
    ("X16-spelling", [party(**PERSON, name="Yoris Kussenberg", born="1975-03-28")]),
    ("X16-spelling", [party(**COMPANY), party(**{**COMPANY, "id": "p6", "name": "Nergenz Beheer BV"})]),
    ("X17-paid", [answer("FIN-26", "nee"), source(), put("financing.need.0.paid_by", "p3")]),
    ("X17-paid", [answer("FIN-26", False), source(), put("financing.need.0.paid_by", "p3")]),
    ("X18-later", [source(agreed_on="2026-06-02")]),
    ("X18-later", [source(transferred_on="2026-07")]),
    ("X19-actor", [party(**{**COMPANY, "founded_on": "2025-01-01"}), put("facts.0.capacity", "p5")]),
    ("X20-gap", [answer("FIN-02", "nee"), source(), put("financing.need.0.amount", "1500.00")]),
    ("X20-no-gap", [answer("FIN-02", "ja"), source()]),
    ("X21-unproven", [answer("FIN-03", "ja"), source(evidence="E2")]),
    ("X22-cash", [answer("FIN-06", "nee"), source(cash="400.00")]),
    (
        "X23-capacity",
        [answer("FIN-07", "nee"), source(**PRIVATE, lender_income="300.00", lender_wealth="0.00")],
    ),
    ("X24-early", [answer("FIN-10", "nee"), source(agreed_on="2026-02-02", transferred_on="2026-02-01")]),
    (
        "X25-terms",
        [answer("FIN-09", "nee"), source(**PRIVATE, interest=0, security=False, repayment_schedule=False)],
    ),
    ("X26-turnover", [answer("OMZ-01", "nee"), put("financing", {"operations": {
        "forecast_turnover": "150.00", "past_turnover": "100.00"}})]),
    ("X27-founded", [answer("STR-03", "nee"), put("parties.0.founded_on", "2026-02-10")]),
    ("X27-founded", [answer("STR-03", "nee"), put("subject", ["p2"]), put("parties.0.founded_on", "2026-02-10")]),
    (
        "X28-convicted",
        [answer("IDA-04", "nee"), put("facts.0.actor", "p1"), put("facts.0.status", "penal-order-final")],
    ),
    ("X29-circle", [answer("IDA-06", "nee")]),
    ("X30-repeated", [answer("IDA-09", "nee")]),
    ("X31-cleared", [answer("IDA-11", "nee"), put("facts.0.status", "dismissed")]),
    ("X31-cleared", [answer("IDA-11", "nee"), put("facts.0.status", "acquitted")]),
    (
        "X32-tax-fine",
        [answer("IDA-12", "nee"), put("facts.0.status", "fine-final"), put("information.1.basis", "bibob-7c")],
    ),
    ("X33-tip", [answer("IDA-14", "nee"), information("bibob-26")]),
    ("X34-behind", [answer("STR-10", "nee"), relation("factual-manager")]),
    ("X35-moved", [answer("STR-04", "nee"), relation("shareholder", share=0.4)]),
    ("X35-moved", [answer("STR-04", "nee"), ended("2026-03-10")]),
    ("X36-incomplete", [answer("AAN-01", "ja"), put("documents", [{**DOCUMENT, "complete": False}])]),
    ("X36-incomplete", [answer("AAN-01", "ja"), event("supplement-received", "2026-04-01", complete=False)]),
    ("X37-expired", [answer("AAN-02", "nee"), event("supplement-invited", "2026-04-01", due="2026-04-15")]),
    ("X38-refused", [answer("AAN-05", "nee"), event("form-refused", "2026-04-01")]),
    ("X39-withdrawn", [answer("AAN-07", "nee"), event("withdrawn", "2026-04-01")]),
    ("X40-partner", [answer("REL-01", "nee"), relation("business-partner", indicators=["Betaalt de huur."])]),
    ("X41-need", [answer("FIN-01", "ja"), source(), put("financing.need.0.evidence", "E1")]),
    ("X42-cash", [answer("FIN-28", "nee"), source(kind="own-savings"), put("financing.cash_statements", [CASH])]),
    ("X42-cash", [answer("FIN-28", "nee"), source(kind="own-savings"),
                  put("financing.cash_statements", [{**CASH, "person": "p1"}])]),
    ("X43-shares", [answer("STR-01", "ja"), relation("shareholder")]),
    ("X43-rest", [answer("STR-01", "ja"), relation("shareholder", share=0.4)]),
    ("X43-rest", [answer("STR-01", "ja")]),
    ("X44-earlier", [put("information.1.received_on", "2024-02-28")]),
    ("X45-other", [put("information.1.about", ["p3"])]),
    ("X46-order", [put("documents", [{**DOCUMENT, "received_on": "2026-03-01"}])]),
    ("X46-order", [put("documents", [{**DOCUMENT, "due": "2026-03-01"}])]),
    ("X46-received", [put("documents", [{**DOCUMENT, "received_on": "2026-06-10"}])]),
    ("X46-received", [put("documents", [{**DOCUMENT, "received_on": None}])]),
    ("X47-later", [put("hearings.0.invited_on", "2026-03-10")]),
    ("X47-waived", [put("hearings.0.waived", True)]),
    ("X48-received", [put("events.0.on", "2026-03-05")]),
    ("X49-without", [event("bureau-got-data", "2026-04-02")]),
    ("X50-advice", [put("bureau_advices.0.issued_on", "2026-03-19")]),
    ("X50-advice", [put("bureau_advices.0.issued_on", "2026-05-07")]),
    ("X51-itself", [source(**{**PRIVATE, "lender": "p1"})]),
    ("X51-other", [source(kind="own-savings", lender="p3")]),
    ("X52-home", [source(kind="foreign-loan", country="NL")]),
    ("X53-part", [source(evidence="E0", evidenced="10.00")]),
    ("X53-part", [source(evidence="E3", evidenced="0.00")]),
    ("X53-transfer", [source(evidence="E3", transferred_on=None)]),
    (
        "X54-twice",
        [source(**PRIVATE), put("financing.sources.+", {"label": "nog een", "amount": "1000.00", **PRIVATE})],
    ),
    ("X55-itself", [relation("business-partner", from_="p1", indicators=["Iets."])]),
    ("X55-twice", [relation("director", from_="p2")]),
    ("X56-status", [put("facts.0.status_on", "2026-06-02")]),
    ("X57-dismissed", [put("facts.0.dismissal", {"code": "02"})]),
    ("X58-twice", [put("conclusion.measure.+", {"permit": "EXP", "decision": "grant"})]),
    ("X59-answer", [answer("IDA-13", "ja", sources=["i2"], on="2026-03-09")]),
]  # fmt: skip

NOT_RAISED: list[tuple[str, list[Change]]] = [
    ("X16-spelling", [party(**PERSON, name="Joris Kussenburg", born="1990-01-01")]),
    ("X16-spelling", [party(**PERSON, name="Iemand Anders")]),
    ("X16-spelling", [party(**COMPANY), party(**{**COMPANY, "id": "p6", "name": "Nergens Beheer II B.V."})]),
    ("X16-spelling", [party(**PERSON, name="Kussenberg, Joris", born="1975-03-28")]),
    ("X18-later", [source(agreed_on="2026-06-01", transferred_on="2026-06")]),
    ("X19-actor", [party(**{**COMPANY, "founded_on": "2024-05"}), put("facts.0.capacity", "p5")]),
    ("X20-gap", [answer("FIN-02", "nee"), source()]),
    ("X20-gap", [answer("FIN-02", "nee"), put("financing", {"need": [{"label": "a", "amount": "1.00"}]})]),
    ("X20-gap", [answer("FIN-02", "onbekend"), source(), put("financing.need.0.amount", "1500.00")]),
    ("X20-no-gap", [answer("FIN-02", "ja"), put("financing", {"need": [{"label": "a", "amount": "1.00"}]})]),
    ("X21-unproven", [answer("FIN-03", "ja"), source(evidence="E3")]),
    ("X21-unproven", [answer("FIN-03", "ja"), source()]),
    ("X22-cash", [answer("FIN-06", "nee"), source(cash="0.00")]),
    ("X23-capacity", [answer("FIN-07", "nee"), source(**PRIVATE, lender_income="900.00", lender_wealth="100.00")]),
    (
        "X23-capacity",
        [answer("FIN-07", "nee"),
         source(**{**PRIVATE, "kind": "bank-loan"}, lender_income="300.00", lender_wealth="0.00")],
    ),
    ("X25-terms", [answer("FIN-09", "nee"), source(**PRIVATE, interest=0, security=True, repayment_schedule=False)]),
    ("X25-terms", [answer("FIN-09", "nee"), source(**PRIVATE, security=False, repayment_schedule=False)]),
    ("X26-turnover", [answer("OMZ-01", "nee"), put("financing", {"operations": {
        "forecast_turnover": "149.99", "past_turnover": "100.00"}})]),
    ("X26-turnover", [answer("OMZ-01", "nee")]),
    ("X27-founded", [answer("STR-03", "nee")]),
    ("X27-founded", [answer("STR-03", "nee"), party(**{**COMPANY, "founded_on": "2026-02-10"})]),
    ("X28-convicted", [answer("IDA-04", "nee")]),
    ("X29-circle", [answer("IDA-06", "nee"), *(put(f"facts.{one}.status", "prosecuted") for one in (0, 1))]),
    ("X30-repeated", [answer("IDA-09", "nee"), put("facts.0.committed", "2010-01-01")]),
    ("X31-cleared", [answer("IDA-11", "nee")]),
    ("X32-tax-fine", [answer("IDA-12", "nee"), put("facts.0.status", "fine-final")]),
    ("X33-tip", [answer("IDA-14", "nee"), information("wjsg-39f")]),
    ("X34-behind", [answer("STR-10", "nee"), relation("factual-manager", until="2026-02-10")]),
    (
        "X34-behind",
        [answer("STR-10", "nee"), relation("factual-manager"),
         put("relations.+", {**PARTNER, "id": "r3", "from": "p3", "role": "named-on-permit"})],
    ),
    ("X35-moved", [answer("STR-04", "nee")]),
    (
        "X35-moved",
        [answer("STR-04", "nee"), put("parties.0.founded_on", "2026-02-01"), relation("shareholder", share=0.4)],
    ),
    ("X35-moved", [answer("STR-04", "nee"), drop("application.received_on"), put("events", []),
                   relation("shareholder", share=0.4)]),
    ("X36-incomplete", [answer("AAN-01", "ja"), put("documents", [DOCUMENT])]),
    ("X37-expired", [answer("AAN-02", "nee"), event("supplement-invited", "2026-05-20", due="2026-06-15")]),
    ("X38-refused", [answer("AAN-05", "nee")]),
    ("X39-withdrawn", [answer("AAN-07", "nee")]),
    ("X40-partner", [answer("REL-01", "nee"), relation("business-partner", indicators=[])]),
    ("X24-early", [answer("FIN-10", "nee"), source(agreed_on="2026-02-02", transferred_on="2026-02-02")]),
    ("X41-need", [answer("FIN-01", "ja"), source(), put("financing.need.0.evidence", "E2")]),
    ("X17-paid", [answer("FIN-26", "nee"), source(), put("financing.need.0.paid_by", "p1")]),
    ("X42-cash", [answer("FIN-28", "nee"), source(kind="own-savings"),
                  put("financing.cash_statements", [{**CASH, "opening": "1500.00"}])]),
    ("X42-cash", [answer("FIN-28", "nee")]),
    ("X43-shares", [answer("STR-01", "ja"), relation("shareholder", share=0.4)]),
    ("X43-rest", [answer("STR-01", "ja"), relation("shareholder", share=0.9)]),
    ("X43-rest", [answer("STR-01", "ja"), relation("shareholder")]),
    ("X44-earlier", [put("information.1.received_on", "2024-09-30")]),
    ("X44-earlier", [drop("information.1.received_on")]),
    (
        "X44-earlier",
        [put("information.1.received_on", "2024-02-28"),
         *(put(f"facts.{one}.sources", ["i1", "i2"]) for one in (0, 1))],
    ),
    ("X45-other", [put("information.1.about", [])]),
    ("X45-other", [put("information.1.about", ["p1"]), *(put(f"facts.{one}.capacity", "p1") for one in (0, 1))]),
    ("X45-other", [put("facts.0.sources", [])]),
    ("X46-order", [put("documents", [DOCUMENT])]),
    ("X46-received", [put("documents", [{**DOCUMENT, "received_on": None, "complete": False}])]),
    ("X47-later", [put("hearings.0.invited_on", "2026-03-10"), put("hearings.0.about", ["draft", "b1"])]),
    ("X47-waived", [drop("hearings.1.waived")]),
    ("X48-received", [put("application.received_on", "2026-03")]),
    ("X49-without", [event("bureau-asked-data", "2026-04-01"), event("bureau-got-data", "2026-04-02")]),
    ("X50-advice", [put("bureau_advices.0.issued_on", "2026-03-19"), put("bureau_advices.0.for_file", "other")]),
    ("X50-advice", [put("bureau_advices.0.issued_on", "2026-05-07"), drop("events.4")]),
    ("X51-itself", [source(**PRIVATE)]),
    ("X51-other", [source(kind="own-savings", lender="p1")]),
    ("X52-home", [source(kind="foreign-loan", country="XX")]),
    ("X53-part", [source(evidence="E3", evidenced="10.00")]),
    ("X53-transfer", [source(evidence="E3")]),
    (
        "X54-twice",
        [source(**PRIVATE), put("financing.sources.+", {"label": "ander", "amount": "1000.01", **PRIVATE})],
    ),
    ("X55-twice", [relation("director", from_="p2"), ended("2026-01-31")]),
    ("X57-dismissed", [put("facts.0.dismissal", {"code": "02"}), put("facts.0.status", "dismissed")]),
    ("X57-dismissed", [put("facts.0.dismissal", {"code": "02"}), drop("facts.0.status")]),
    ("X59-answer", [answer("IDA-13", "ja", sources=["i2"], on="2026-03-16")]),
]  # fmt: skip


def test_a_contradiction_never_blocks() -> None:
    texts = shipped().checks.texts
    heavy = [id_ for id_ in {key for key, _ in RAISED} if texts[id_].severity is Severity.BLOCK]
    assert heavy == []
    assert len({one.check for one in texts.values() if one.check[0] == "X"}) >= 25


@pytest.mark.parametrize("one", CONTRADICTIONS, ids=lambda one: one.text)
def test_the_answer_is_one_that_its_question_knows(one: object) -> None:
    question = shipped().questions[one.question]  # type: ignore[attr-defined]
    signal = question.signal_on
    assert one.answer in {"ja", "nee"}  # type: ignore[attr-defined]
    assert one.answer != signal or one.text == "X20-no-gap"  # type: ignore[attr-defined]


def test_unanswered_or_unknown_is_never_contradicted() -> None:
    for value in ("onbekend", "n.v.t."):
        found = keys(*(answer(one.question, value) for one in CONTRADICTIONS if one.text != "X20-no-gap"))
        assert not any(key.startswith("X") for key in found)


def test_an_answer_to_a_question_that_is_not_asked_is_not_contradicted() -> None:
    beyond = source(**PRIVATE, lender_income="300.00", lender_wealth="0.00")
    assert "X23-capacity" in keys(answer("FIN-07", "nee"), beyond)
    assert "X23-capacity" not in keys(answer("FIN-07", "nee"), beyond, put("application.route", "light"))


@pytest.mark.parametrize(("poor", "own"), [("ja", "nee"), ("nee", "ja"), ("nee", "onbekend")])
def test_an_answer_about_one_lender_is_contradicted_by_that_lender_alone(poor: str, own: str) -> None:
    other = {"label": "tweede lening", "amount": "1.00", **PRIVATE, "lender": "p4"}
    found = keys(
        party(**PERSON, name="Karel Bedacht"),
        source(**PRIVATE, lender_income="300.00", lender_wealth="0.00"),
        put("financing.sources.+", other),
        answer("FIN-07", poor, about="p3"),
        answer("FIN-07", own, about="p4"),
    )
    assert ("X23-capacity" in found) is (poor == "nee")


EARLY = {**PRIVATE, "agreed_on": "2026-02-02", "transferred_on": "2026-02-01"}
BARE = {**PRIVATE, "interest": 0, "security": False, "repayment_schedule": False}


@pytest.mark.parametrize(("key", "question", "line"), [("X24-early", "FIN-10", EARLY), ("X25-terms", "FIN-09", BARE)])
@pytest.mark.parametrize(("about", "is_raised"), [("p3", True), ("p4", False), (None, True)])
def test_an_answer_about_one_loan_is_contradicted_by_that_loan_alone(
    key: str, question: str, line: dict[str, object], about: str | None, is_raised: bool
) -> None:
    other = {"label": "tweede lening", "amount": "1.00", **PRIVATE, "lender": "p4"}
    more = {"about": about} if about else {}
    found = keys(
        party(**PERSON, name="Karel Bedacht"),
        source(**line),
        put("financing.sources.+", other),
        answer(question, "nee", **more),
    )
    assert (key in found) is is_raised


def test_a_check_on_an_answer_leads_to_its_question() -> None:
    (found,) = [one for one in checks(case_of(changed(answer("IDA-09", "nee")))) if one.id == "X30"]
    assert found.about == ("IDA-09", "f1", "f2")
