# SPDX-License-Identifier: EUPL-1.2
"""L and X: one change to a dossier without a fault; the texts of all checks, and answers to them."""

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
from .changes import FORM, PARTNER, as_suspicion, benefit, ended, event, loan

OPEN = {"L01-not-agreed"}
TEXTS = shipped().checks.texts


def test_a_dossier_without_a_fault_waits_for_its_second_reader_only() -> None:
    assert keys() == OPEN


RAISED: list[tuple[str, list[Change]]] = [
    ("L03-subject", [put("hearings.0.party", "p3")]),
    ("L04-third-party", [put("hearings.1.party", "p3")]),
    ("L05-running", [drop("hearings.0.received_on"), put("hearings.0.due", "2026-06-08")]),
    ("L05-running", [drop("hearings.0.received_on"), drop("hearings.0.due")]),
    ("L06-response", [drop("hearings.0.response")]),
    ("L07-missing", [put("hearings.0.secrecy_notice", False)]),
    ("L07-unknown", [drop("hearings.0.secrecy_notice")]),
    ("L08-report", [put("bureau_advices", []), put("hearings.0.about", ["draft", "f1", "f2"])]),
    ("L09-not-open", [put("conclusion.b.degree", "lesser"), put("conclusion.deviation_reason", "Anders.")]),
    ("L09-not-open", [put("application.permit_types", ["EXP", {"id": "ALC", "type": "ALC", "existing": True}]),
                      put("conclusion.measure.+", {"permit": "ALC", "decision": "refuse"})]),
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
    ("L19-number", [put("parties.1.bsn", "999991012"), ended("2025-12-31")]),
    ("L20-kept", [put("information.0.keep_until", "2026-01-01")]),
    ("L21-waiting", [drop("events.4"), put("bureau_advices", [])]),
    ("L22-blocked", [put("information.2.basis", None)]),
    ("L22-closed", [put("information.2.forward", "no")]),
    ("L22-partner", [put("information.2.partner", "belastingdienst")]),
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
    ("X07-missing", [drop("events.3")]),
    ("X07-missing", [event("agreed-suspension-until", "2026-04-20")]),
    ("X07-after", [event("bureau-extended", "2026-05-30", weeks=4)]),
    ("X07-again", [event("force-majeure-from", "2026-04-01"), event("force-majeure-from", "2026-04-08")]),
    ("X07-receipt", [put("events.0.on", "2026-03-03")]),
    ("X07-day", [put("events.0.on", "2026-03")]),
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
]  # fmt: skip


NOT_RAISED: list[tuple[str, list[Change]]] = [
    ("L03-subject", [drop("hearings.0.received_on"), put("hearings.0.due", "2026-05-25")]),
    ("L22-blocked", [put("information.2.basis", "bibob-26")]),
    ("L22-blocked", [put("information.2.basis", None), drop("information.2.received_on")]),
    ("L22-closed", [put("information.2.forward", "no"), put("information.2.permission", "gegeven op 1 mei 2026")]),
    ("L19-number", [put("parties.1.bsn", "999991012"), ended("2026-04-01")]),
    ("L22-partner", [put("information.2.partner", "belastingdienst"), put("information.2.basis", None)]),
    ("X01-later", [drop("facts.0.committed")]),
    ("X06-same", [put("parties.0.name", ""), put("parties.2.name", ""), put("parties.0.kvk", "99000011")]),
    ("X07-order", [drop("events.3")]),
    ("X07-missing", []),
    ("X07-missing", [event("supplement-received", "2026-04-20")]),
    ("X07-after", [event("bureau-requested", "2026-05-29"), event("bureau-extended", "2026-05-30", weeks=4)]),
    ("X07-again", [event("force-majeure-from", "2026-04-01"), event("force-majeure-until", "2026-04-08"),
                   event("force-majeure-from", "2026-04-08")]),
    ("X07-receipt", [put("events.0.on", "2026-03")]),
    ("X07-day", []),
    ("X14-event", [event("transfer-intended", "2026-08-01")]),
    ("X11-shares", [put("relations.+", {**PARTNER, "role": "shareholder", "share": 1.0})]),
]  # fmt: skip


def test_a_period_that_ends_before_it_begins() -> None:
    clean = changed()
    backwards = replace(clean.facts[0], committed=Period(When.parse("2024-05"), When.parse("2024-03")))
    case = case_of(replace(clean, facts=(backwards, *clean.facts[1:])))
    assert "X13-period" in {one.text for one in _raised(case)}


@pytest.mark.parametrize(
    ("verdict", "key"), [("agreed", "L02-changed"), ("disagreed", "L02-disagreed"), (None, "L01-not-agreed")]
)
def test_the_second_reader(verdict: str | None, key: str) -> None:
    review = {"by": "tweede lezer", "verdict": verdict} if verdict else {"by": "tweede lezer"}
    assert keys(put("reviews", [review])) == {key}


def test_the_newest_reading_counts_however_it_was_listed() -> None:
    agreed = {"by": "tweede lezer", "verdict": "agreed", "seal": seal(changed()), "on": "2026-05-31"}
    before = {"by": "tweede lezer", "verdict": "disagreed", "on": "2026-05-29"}
    for reviews in ([agreed, before], [before, agreed]):
        assert keys(put("reviews", reviews)) == set()
    assert keys(put("reviews", [{**before, "on": "2026-05-31"}, agreed])) == set()
    undated = {key: value for key, value in before.items() if key != "on"}
    assert keys(put("reviews", [agreed, undated])) == {"L02-disagreed"}


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


def test_a_check_says_in_which_text_it_read_guilt() -> None:
    guilty = "De bestuurder is een crimineel."
    for path, place in (
        ("conclusion.b.reasons", "(b-grond)"),
        ("conclusion.age_of_facts", "(ouderdom van de feiten)"),
        ("conclusion.measure.0.interests", "(maatregel voor EXP)"),
        ("hearings.0.response", "(reactie op zienswijze h1)"),
        ("conclusion.regular_grounds.outcome", "(gewone weigeringsgronden)"),
    ):
        case = case_of(changed(as_suspicion, put(path, guilty)))
        (text,) = [one.text for one in checks(case) if one.id == "C13"]
        assert place in text


@pytest.mark.parametrize("code", ["EXP", "oud"])
def test_a_check_names_its_permits(code: str) -> None:
    case = case_of(
        changed(put("application.permit_types", [{"id": "EXP", "type": code}]), put("conclusion.measure", []))
    )
    (text,) = [one.text for one in checks(case) if one.id == "L12"]
    named = f"{shipped().permits['EXP'].name} (EXP)" if code == "EXP" else "EXP"
    assert text == f"Voor {named} is nog geen beslissing voorgesteld."
