# SPDX-License-Identifier: EUPL-1.2
"""Each check: one change to a dossier without a fault, and what is raised then."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from assessment.catalogue.check import CheckText
from assessment.dates import Period, When
from assessment.outcome import Severity
from assessment.receipt import seal
from assessment.weighing import checks as package
from assessment.weighing.checks.run import _raised, checks

from .balances import shipped
from .cases import Change, case_of, changed, drop, keys, put

OPEN = {"L01-not-agreed"}
TEXTS = shipped().checks.texts

NO_FACTS = put("facts", [])
WEAK = [put("facts.0.sources", ["i3"]), put("facts.1.sources", ["i3"])]
EXISTING = [put("application.existing", True), put("conclusion.measure.0.decision", "revoke")]
A_SERIOUS = [
    put("conclusion.a.degree", "serious"),
    put("conclusion.b.degree", "none"),
    put("bureau_advices.0.degree", {"a": "serious", "b": "none"}),
]
LINKS = {"permit": "ALC", "link": "same", "reason": "In dezelfde zaak."}
CONDITION = {"text": "Houd een lijst bij.", "limits": "b", "reason": "Zo blijkt wie werkt.", "test": "Bij controle."}
WITH_CONDITIONS = [
    put("conclusion.measure.0.decision", "grant-with-conditions"),
    put("conclusion.measure.0.conditions", [CONDITION]),
]
FORM = {"question": "Schulden?", "answer": "nee", "truth": "Ja.", "sources": ["i2"], "intent": "Hij wist het.",
        "relevance": "Het raakt de toets."}  # fmt: skip
PARTNER = {"id": "r2", "from": "p2", "to": "p1", "role": "business-partner", "since": "2020-01-10", "until": None}
LOAN = {"label": "lening", "amount": "1000.00", "lender": "p1", "agreed_on": "2026-02-02"}


def benefit(**more: object) -> Change:
    return put(
        "facts.0.benefit", {"amount": "90000.00", "low": None, "high": None, "money_path": "Via de bar.", **more}
    )


def event(kind: str, on: str, **more: object) -> Change:
    return put("events.+", {"kind": kind, "on": on, **more})


def ended(until: str) -> Change:
    return put("relations.0.until", until)


def loan(**more: object) -> Change:
    return put("financing", {"need": [{"label": "a", "amount": "1000.00"}], "sources": [{**LOAN, **more}]})


def as_suspicion(data: dict[str, object]) -> None:
    for fact in data["facts"]:  # type: ignore[attr-defined]
        fact.update(status="prosecuted", suspicion="serious")


def test_a_dossier_without_a_fault_waits_for_its_second_reader_only() -> None:
    assert keys() == OPEN


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("C01-no-facts", [NO_FACTS]),
        ("C01-no-tie", [put("facts.0.links", []), put("facts.1.links", [])]),
        ("C01-open", [put("facts.1.links", [])]),
        (
            "C01-permit",
            [
                put("application.permit_types", ["EXP", "ALC"]),
                put("conclusion.measure.+", {"permit": "ALC", "decision": "refuse"}),
            ],
        ),
        (
            "C02-old",
            [
                drop("conclusion.age_of_facts"),
                put("facts.0.committed", "2019-01"),
                put("facts.1.committed", "2019-01"),
            ],
        ),
        (
            "C02-short",
            [
                drop("conclusion.age_of_facts"),
                put("facts.0.committed", "2023-01"),
                put("facts.1.committed", "2023-01"),
            ],
        ),
        ("C03-texts", [drop("conclusion.measure.0.interests")]),
        ("C03-texts", [put("conclusion.measure.0.fits_degree", " … ")]),
        ("C03-conditions", [*WITH_CONDITIONS, drop("conclusion.measure.0.interests")]),
        ("C04-not-considered", [put("conclusion.measure.0.conditions_considered", None)]),
        ("C04-none", [put("conclusion.measure.0.decision", "grant-with-conditions")]),
        ("C04-limits", [*WITH_CONDITIONS, put("conclusion.measure.0.conditions.0.limits", None)]),
        ("C04-other-danger", [*WITH_CONDITIONS, put("conclusion.measure.0.conditions.0.limits", "a")]),
        ("C04-test", [*WITH_CONDITIONS, drop("conclusion.measure.0.conditions.0.test")]),
        ("C05-nothing", [put("bureau_advices.0.verified", [])]),
        ("C05-nothing", [put("bureau_advices.0.verified", []), drop("bureau_advices.0.degree")]),
        ("C05-fact", [put("bureau_advices.0.verified.0.follows", "no")]),
        ("C05-fact", [drop("bureau_advices.0.verified.0.seen_source")]),
        ("C05-fact", [drop("bureau_advices.0.verified.1"), put("information.1.basis", "bibob-9")]),
        ("C06-weak", WEAK),
        ("C06-weak-beside", [put("facts.1.sources", ["i3"])]),
        (
            "C06-single",
            [drop("facts.1"), drop("bureau_advices.0.verified.1"), put("information.1.content_grade", "4"),
             put("hearings.0.about", ["draft", "f1", "b1"]), put("hearings.1.about", ["f1"])],
        ),
        ("C06-slight", [as_suspicion, *(put(f"facts.{one}.suspicion", "slight") for one in (0, 1))]),
        ("C06-not-rated", [as_suspicion, *(drop(f"facts.{one}.suspicion") for one in (0, 1))]),
        ("C06-degree", [as_suspicion]),
        ("C07-ended", [ended("2025-01-01")]),
        ("C07-ended-beside", [ended("2025-01-01"), put("conclusion.b.degree", "lesser")]),
        ("C07-ended-after", [ended("2026-04-01")]),
        ("C07-not-shown", [put("relations", [])]),
        ("C07-not-shown-beside", [put("facts.1.actor", "p3")]),
        ("C08-carries", [as_suspicion, drop("facts.1"), put("facts.0.status", "dismissed")]),
        ("C08-why", [put("facts.+", {"id": "f3", "status": "dismissed", "suspicion": "serious", "actor": "p2",
                                     "offence": "wav-2", "offence_plausible": "yes", "sources": ["i2"],
                                     "committed": "2024", "benefit": None, "capacity": "own",
                                     "links": [{"permit": "EXP", "link": "same"}]})]),
        ("C08-cleared", [put("facts.0.status", "acquitted"), put("facts.1.status", "discharged")]),
        (
            "C08-cleared-obtain",
            [put("facts.0.status", "acquitted"), put("facts.0.suspicion", "serious"), put("facts.0.to_obtain", FORM),
             put("conclusion.c.invoked", "yes")],
        ),
        ("C09-no-fact", [put("conclusion.c.invoked", "yes")]),
        ("C09-elements", [put("conclusion.c.invoked", "yes"), put("facts.0.to_obtain", {**FORM, "intent": None})]),
        ("C09-undecided", [drop("conclusion.c"), put("facts.0.to_obtain", FORM)]),
        ("C10-old", [put("bureau_advices.0.issued_on", "2024-05-01")]),
        ("C10-ageing", [put("bureau_advices.0.issued_on", "2025-03-01")]),
        ("C10-other", [put("bureau_advices.0.for_file", "other")]),
        ("C10-undated", [drop("bureau_advices.0.issued_on")]),
        ("C10-since", [put("information.1.received_on", "2026-05-06")]),
        ("C11-advice", [put("conclusion.b.degree", "lesser")]),
        ("C11-indication", [as_suspicion, put("bureau_advices.0.degree", {"a": "none", "b": "lesser"})]),
        ("C11-open", [drop("answers.0"), put("relations.+", PARTNER), drop("bureau_advices.0.degree"),
                      put("information.0.partner", "kvk"), put("facts.0.benefit", {"method": "nog te berekenen"})]),
        ("C11-comparable", [drop("conclusion.measure.0.comparable_cases")]),
        ("C12-no-subject", [put("subject", [])]),
        ("C12-not-tied", [put("relations", [])]),
        ("C12-not-heard", [put("subject", ["p1", "p3"])]),
        (
            "C12-not-addressed",
            [put("subject", ["p1", "p3"]), event("decision-notified", "2026-05-30", party="p1")],
        ),
        ("C13-fact", [as_suspicion, put("facts.0.description", "Hij heeft drugs verhandeld.")]),
        ("C13-conclusion", [as_suspicion, put("conclusion.b.reasons", "De bestuurder is een crimineel.")]),
        ("C14-incomplete", [*EXISTING, NO_FACTS]),
        ("C14-refused", [NO_FACTS]),
        ("C14-refused", [event("form-refused", "2026-04-01"), put("facts.0.links", []), put("facts.1.links", [])]),
        ("C14-choose", [event("supplement-invited", "2026-04-01", due="2026-04-14")]),
        ("C14-choose", [put("documents", [{"id": "d1", "complete": False}])]),
        ("C14-existing", [*EXISTING, put("conclusion.measure.0.decision", "leave-untreated")]),
        ("C14-untreated", [put("conclusion.measure.0.decision", "leave-untreated")]),
        ("C15-objection", [event("objection-received", "2026-05-31"), drop("conclusion.law_checked_on")]),
        ("C15-objection", [event("objection-received", "2026-05-31")]),
        ("C16-fact", [put("hearings.0.about", ["draft", "f1", "b1"]), put("facts.1.status_on", "2026-05-20")]),
        ("C16-fact", [put("hearings.0.about", ["f1", "b1"])]),
        ("C16-not-named", [put("hearings.0.about", ["draft", "f1", "b1"])]),
        ("C16-source", [put("information.1.received_on", "2026-05-20")]),
        ("C16-advice", [put("hearings.0.about", ["draft", "f1", "f2"])]),
        ("C17-no-facts", [*A_SERIOUS, NO_FACTS]),
        ("C17-no-tie", A_SERIOUS),
        ("C17-no-path", [*A_SERIOUS, benefit(money_path=None)]),
        ("C17-no-path-lesser", [*A_SERIOUS, put("conclusion.a.degree", "lesser"), benefit(money_path=None)]),
        ("C17-no-room", [*A_SERIOUS, benefit(), loan(evidence="E4")]),
        ("C18-plausible", [as_suspicion, drop("facts.0.offence_plausible"), drop("facts.1.offence_plausible")]),
        ("C18-plausible-beside", [as_suspicion, drop("facts.0.offence_plausible")]),
        (
            "C18-inferred",
            [as_suspicion, *WEAK, *(put(f"facts.{one}.offence", "awr-69") for one in (0, 1)),
             *(put(f"facts.{one}.status", "none") for one in (0, 1))],
        ),
        (
            "C18-inferred-beside",
            [as_suspicion, put("facts.1.status", "none"), put("facts.1.offence", "sr-420bis"),
             put("facts.1.sources", ["i1"])],
        ),
        ("L03-subject", [put("hearings.0.party", "p3")]),
        ("L04-third-party", [put("hearings.1.party", "p3")]),
        ("L05-running", [drop("hearings.0.received_on"), put("hearings.0.due", "2026-06-08")]),
        ("L05-running", [drop("hearings.0.received_on"), drop("hearings.0.due")]),
        ("L06-response", [drop("hearings.0.response")]),
        ("L07-missing", [put("hearings.0.secrecy_notice", False)]),
        ("L07-unknown", [drop("hearings.0.secrecy_notice")]),
        ("L08-report", [put("bureau_advices", []), put("hearings.0.about", ["draft", "f1", "f2"])]),
        ("L09-not-open", [put("conclusion.b.degree", "lesser"), put("conclusion.deviation_reason", "Anders.")]),
        ("L10-reasons", [drop("conclusion.b.reasons")]),
        ("L10-reasons", [put("conclusion.c", {"invoked": "yes"}), put("facts.0.to_obtain", FORM)]),
        ("L11-degree", [drop("conclusion.a")]),
        ("L11-degree", [drop("conclusion")]),
        ("L11-obtain", [drop("conclusion.c")]),
        ("L12-measure", [put("conclusion.measure", [])]),
        ("L12-measure", [drop("conclusion.measure.0.decision")]),
        ("L13-regular", [drop("conclusion.regular_grounds")]),
        ("L14-closed", [put("information.1.forward", "no"), put("information.1.permission", None)]),
        ("L15-blocked", [put("information.1.basis", None)]),
        ("L16-late", [put("assessed_on", "2027-06-01")]),
        ("L17-out", [drop("information.0.received_on")]),
        (
            "L18-reuse",
            [put("bureau_advices.0.for_file", "other"), put("bureau_advices.0.issued_on", "2021-05-01")],
        ),
        ("L19-number", [put("parties.2.bsn", "999991012")]),
        ("L20-kept", [put("information.0.keep_until", "2026-01-01")]),
        ("L21-waiting", [drop("events.4")]),
        ("X01-later", [put("facts.0.committed", "2026-07-01")]),
        ("X02-loan", [loan(transferred_on="2026-02-01")]),
        ("X03-relation", [put("relations.0.since", "2019-01-01")]),
        ("X03-loan", [loan(agreed_on="2019-01-01")]),
        ("X04-received", [put("information.1.requested_on", "2026-03-20")]),
        ("X05-relation", [ended("2019-01-01")]),
        ("X06-same", [put("parties.2.name", "Kussenberg, Jóris"), put("parties.2.born", "1975-03-28")]),
        ("X06-same", [put("parties.+", {"id": "p4", "kind": "organisation", "name": "Verzonnen Zaak BV"})]),
        ("X06-same", [put("parties.1.bsn", "999991012"), put("parties.2.bsn", "999991012")]),
        ("X07-order", [put("events.4.on", "2026-03-10")]),
        ("X07-due", [event("supplement-invited", "2026-04-01", due="2026-03-20")]),
        ("X08-fact", [put("facts.0.actor", "p9")]),
        ("X08-fact", [put("facts.0.sources", ["i9"])]),
        ("X08-relation", [put("relations.0.from", "p9")]),
        ("X09-status", [put("facts.0.status_on", "2024-01-01")]),
        ("X10-hearing", [put("hearings.0.due", "2026-05-01")]),
        (
            "X11-shares",
            [put("relations.+", {**PARTNER, "role": "shareholder", "share": 0.7, "from": "p3"}),
             put("relations.+", {**PARTNER, "id": "r3", "role": "shareholder", "share": 0.6, "since": "2021-01-01"})],
        ),
        ("X12-benefit", [benefit(high="1000.00")]),
        ("X14-future", [put("information.0.received_on", "2026-06-08")]),
        ("X14-event", [event("supplement-received", "2026-06-08")]),
        ("X15-part", [loan(cash="2000.00")]),
    ],
)  # fmt: skip
def test_raised(key: str, changes: list[Change]) -> None:
    assert key in keys(*changes)


@pytest.mark.parametrize(
    ("key", "changes"),
    [
        ("C01-no-facts", [*EXISTING, NO_FACTS, event("form-refused", "2026-04-01")]),
        ("C03-texts", [put("conclusion.measure.0.decision", "ask-bureau"), drop("conclusion.measure.0.interests")]),
        ("C05-fact", [put("bureau_advices.0.verified.0.follows", "no"), put("conclusion.b.degree", "none")]),
        ("C10-ageing", [put("bureau_advices.0.issued_on", "2025-06-01")]),
        ("C11-advice", [put("conclusion.b.degree", "lesser"), put("conclusion.deviation_reason", "Nieuwe leiding.")]),
        ("C13-conclusion", [put("conclusion.b.reasons", "Hij heeft drugs verhandeld.")]),
        ("C13-fact", [as_suspicion, put("facts.0.description", "Hij zou drugs hebben verhandeld.")]),
        ("C15-objection", [event("objection-received", "2026-05-29")]),
        ("C16-source", [put("information.1.received_on", "2026-05-20"), put("information.1.basis", "bibob-7a")]),
        ("L03-subject", [drop("hearings.0.received_on"), put("hearings.0.due", "2026-05-25")]),
        ("C02-short", [drop("conclusion.age_of_facts"), put("facts.0.committed", "2025-01")]),
        (
            "C05-nothing",
            [put("bureau_advices.0.verified", []), put("bureau_advices.0.degree", {"a": "none", "b": "none"})],
        ),
        ("C10-old", [put("bureau_advices", []), put("hearings.0.about", ["draft", "f1", "f2"])]),
        ("C13-conclusion", [as_suspicion, put("conclusion.c", None)]),
        ("X01-later", [drop("facts.0.committed")]),
        ("X06-same", [put("parties.0.name", ""), put("parties.2.name", ""), put("parties.0.kvk", "99000011")]),
        ("X07-order", [drop("events.3")]),
        ("X11-shares", [put("relations.+", {**PARTNER, "role": "shareholder", "share": 1.0})]),
    ],
)
def test_not_raised(key: str, changes: list[Change]) -> None:
    assert key not in keys(*changes)


def test_a_period_that_ends_before_it_begins() -> None:
    clean = changed()
    backwards = replace(clean.facts[0], committed=Period(When.parse("2024-05"), When.parse("2024-03")))
    case = case_of(replace(clean, facts=(backwards, *clean.facts[1:])))
    assert "X13-period" in {one.text for one in _raised(case)}


def test_par_6_alone_asks_no_degree_and_no_conditions() -> None:
    only_par_6 = [
        put("conclusion.b.degree", "none"),
        put("conclusion.c.invoked", "yes"),
        put("facts.0.to_obtain", FORM),
        drop("conclusion.measure.0.fits_degree"),
        drop("conclusion.measure.0.conditions_considered"),
    ]
    assert not {"C03-texts", "C04-not-considered"} & keys(*only_par_6)
    assert "C03-texts" in keys(*only_par_6, drop("conclusion.measure.0.fits_seriousness"))


@pytest.mark.parametrize(
    ("verdict", "key"), [("agreed", "L02-changed"), ("disagreed", "L02-disagreed"), (None, "L01-not-agreed")]
)
def test_the_second_reader(verdict: str | None, key: str) -> None:
    review = {"by": "tweede lezer", "verdict": verdict} if verdict else {"by": "tweede lezer"}
    assert keys(put("reviews", [review])) == {key}


def test_an_agreed_seal_leaves_nothing() -> None:
    agreed = {"by": "tweede lezer", "verdict": "agreed", "seal": seal(changed())}
    assert keys(put("reviews", [agreed])) == set()


def found(*changes: Change) -> dict[str, tuple[Severity, bool]]:
    return {one.id: (one.severity, one.answered) for one in checks(case_of(changed(*changes)))}


def answer(check: str, *about: str, text: str = "Dit is uitgelegd.") -> Change:
    return put("conclusion.check_answers", [{"check": check, "about": list(about), "text": text}])


def test_a_written_answer_lifts_a_block_but_not_a_hard_stop() -> None:
    nothing = put("bureau_advices.0.verified", [])
    assert found(nothing)["C05"] == (Severity.BLOCK, False)
    assert found(nothing, answer("C05"))["C05"] == (Severity.ANSWER, True)
    assert found(nothing, answer("C05", "b1", "f1", "f2"))["C05"] == (Severity.ANSWER, True)
    assert found(nothing, answer("C05", "b1"))["C05"] == (Severity.BLOCK, False)
    assert found(nothing, answer("C05", text=" "))["C05"] == (Severity.BLOCK, False)
    assert found(answer("L01"))["L01"] == (Severity.BLOCK, True)


def test_a_check_names_its_parties() -> None:
    (text,) = [one.text for one in checks(case_of(changed(put("hearings.1.party", "p3")))) if one.id == "L04"]
    assert text.startswith("Joris Kussenberg wordt in verband met de feiten genoemd")


def test_every_text_is_raised_somewhere_and_nothing_else_is() -> None:
    folder = Path(package.__file__).parent
    source = "\n".join(file.read_text("utf-8") for file in folder.glob("*.py"))
    assert set(re.findall(r'"([CLX]\d{2}-[a-z-]+)"', source)) == set(TEXTS)


@pytest.mark.parametrize("text", TEXTS.values(), ids=lambda one: one.id)
def test_texts_are_whole_sentences(text: CheckText) -> None:
    assert text.text[-1] in ".)"
    assert text.cure.endswith(".")
    assert not re.search(r"!|succesvol", text.text + text.cure)
    assert text.check == text.id[:3]
