# SPDX-License-Identifier: EUPL-1.2
"""L23 to L33 on one change to a dossier without a fault, and the law itself: every duty and every prohibition held."""

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assessment.outcome import Severity

from .balances import shipped
from .cases import Change, drop, put
from .changes import EXISTING, event

DOCUMENT = {"id": "d1", "name": "Jaarstukken", "complete": False}
NO_FORM = [put("events", []), put("bureau_advices", []), put("hearings.0.about", ["draft", "f1", "f2"])]
STARTED = event("own-investigation-started", "2026-03-03")
NO_DANGER = [put("conclusion.b.degree", "none"), put("conclusion.measure.0.decision", "grant")]
OTHER_BODY = put("information.2.basis", "bibob-28-2-m")
CALLED = put("conclusion.b.reasons", "Op grond van het advies van het Bureau is er gevaar.")


RAISED: list[tuple[str, list[Change]]] = [
    ("L23-form", [*NO_FORM, STARTED]),
    ("L24-not-asked", [put("documents", [DOCUMENT])]),
    ("L24-no-term", [event("supplement-invited", "2026-04-01")]),
    ("L25-inform", [drop("events.6")]),
    ("L26-data", [event("bureau-asked-data", "2026-04-01")]),
    ("L27-none", [*NO_DANGER, event("reported-to-bureau", "2026-05-20")]),
    ("L28-withdrawn", [event("withdrawn", "2026-04-01")]),
    ("L29-way-in", [OTHER_BODY]),
    ("L30-reuse", [put("information.1.received_on", "2020-01-01")]),
    ("L31-early", [event("decision-made", "2026-05-15")]),
    ("L31-early", [event("decision-made", "2026-05-22"), drop("hearings.0.received_on")]),
    ("L31-before", [event("decision-made", "2026-05-10")]),
    ("L31-before", [event("decision-made", "2026-05-20"), put("hearings", [])]),
    ("L34-binding", [put("conclusion.b.reasons", "De burgemeester is gebonden aan het advies van het Bureau.")]),
    ("L34-binding", [put("conclusion.b.reasons", "Wij moeten het advies volgen.")]),
    ("L34-binding", [put("conclusion.measure.0.interests", "Het advies van het Bureau is bindend.")]),
    ("L35-withdrawn", [event("withdrawn", "2026-05-01")]),
    ("L35-withdrawn", [event("withdrawn", "2026-05-01", permit="EXP")]),
    ("L32-called", [*NO_FORM, CALLED]),
    ("L33-late", [put("events.2.on", "2026-12-01")]),
]  # fmt: skip


NOT_RAISED: list[tuple[str, list[Change]]] = [
    ("L23-form", [*NO_FORM, STARTED, event("form-refused", "2026-03-10")]),
    ("L23-form", [*NO_FORM, STARTED, put("information.0.basis", "bibob-7a")]),
    ("L23-form", NO_FORM),
    ("L24-not-asked", [put("documents", [DOCUMENT]), event("supplement-invited", "2026-04-01", due="2026-04-15")]),
    ("L24-not-asked", [put("documents", [DOCUMENT]), *EXISTING]),
    ("L24-no-term", [event("supplement-invited", "2026-04-01"), *EXISTING]),
    ("L26-data", [event("bureau-asked-data", "2026-04-01"), event("bureau-got-data", "2026-04-09")]),
    ("L26-data", [event("bureau-asked-data", "2026-04-01"), drop("events.4")]),
    ("L27-none", [event("reported-to-bureau", "2026-05-20")]),
    ("L27-none", [*NO_DANGER, drop("conclusion.a"), event("reported-to-bureau", "2026-05-20")]),
    ("L27-none", [*NO_DANGER, event("withdrawn", "2026-04-01"), event("reported-to-bureau", "2026-05-20")]),
    ("L28-withdrawn", [event("withdrawn", "2026-03-02")]),
    ("L28-withdrawn", [event("withdrawn", "2026-04-01"), event("reported-to-bureau", "2026-04-02")]),
    ("L29-way-in", [OTHER_BODY, put("information.0.basis", "bibob-11a")]),
    ("L30-reuse", [put("information.0.received_on", "2020-01-01")]),
    ("L30-reuse", [put("information.1.received_on", "2021-06-01")]),
    ("L30-reuse", [put("information.1.received_on", "2020-01-01"), put("events", []),
                   drop("application.received_on")]),
    ("L31-early", [event("decision-made", "2026-05-26")]),
    ("L31-early", [event("decision-made", "2026-05-10")]),
    ("L31-early", [event("decision-made", "2026-05-15"), put("hearings.0.waived", True)]),
    ("L31-early", [event("decision-made", "2026-05-15"), drop("hearings.0.received_on"), drop("hearings.0.due")]),
    ("L31-early", [event("decision-made", "2026-05-15"), drop("hearings.0.invited_on")]),
    ("L31-early", [event("decision-made", "2026-05-15"), *NO_DANGER]),
    ("L32-called", [CALLED]),
    ("L32-called", [*NO_FORM, put("conclusion.b.reasons", "Het Bureau is niet om advies gevraagd.")]),
    ("L32-called", [*NO_FORM, put("conclusion.b.reasons", None), CALLED, put("bureau_advices", []),
                    event("bureau-advice-received", "2026-05-06")]),
    ("L33-late", []),
    ("L33-late", [put("events.2.on", "2026-12-01"), event("objection-received", "2026-11-01")]),
    ("L33-late", [put("events.2.on", "2026-12-01"), drop("application.procedure")]),
]  # fmt: skip


@dataclass(frozen=True)
class Held:
    """What holds a rule: checks, duties, or a reason why no dossier can break it, with the test that shows so."""

    checks: tuple[str, ...] = ()
    duties: tuple[str, ...] = ()
    impossible: str = ""
    shown_by: tuple[str, ...] = field(default=())


EVENTS = {
    "own research starts: supply the form": Held(("L23-form",), ("D-7a-5",)),
    "form or data incomplete: invite, with a term": Held(("L24-not-asked", "L24-no-term", "C14-untreated"), ("D-4-5",)),
    "form refused on an existing permit: deemed, still proportionate": Held(
        ("C03-texts", "C14-incomplete"), ("D-4-1",)
    ),
    "Bureau asked: inform, send findings, count": Held(("L25-inform", "L21-waiting"), ("D-32", "D-7a-4")),
    "Bureau asks for data: keep count": Held(("L26-data", "X49-without", "X07-order"), ("D-15-2",)),
    "intended negative decision: view, copy, secrecy": Held(
        ("L03-subject", "L04-third-party", "L05-running", "L07-missing", "L07-unknown", "C16-advice", "L31-early"),
        ("D-33", "D-28-3"),
    ),
    "conclusion without the Bureau: report": Held(("L08-report",), ("D-7a-7",)),
    "conclusion falls or changes: correct": Held(("L27-none",), ("D-7a-7-correction",)),
    "withdrawal suspected because of the research: report": Held(("L28-withdrawn", "L35-withdrawn"), ("D-7a-8",)),
    "another body asks for data: four conditions": Held(
        ("L29-way-in",),
        ("D-28-2-m",),
        impossible="The program sends nothing; what comes in from another body is checked for its way in.",
    ),
    "findings older than five years: not for another decision": Held(("L18-reuse", "L30-reuse")),
}
"""The rows of law.md 1.10, in its order."""

NEVER = {
    "N1": Held(("L10-reasons", "L11-degree", "L11-obtain", "L12-measure")),
    "N2": Held(impossible="Nothing in the outcome is a number for a person; rules read no name, birth or place.",
               shown_by=("test_blindness", "test_fairness")),
    "N3": Held(("C08-cleared", "C08-cleared-beside")),
    "N4": Held(("C13-fact", "C13-conclusion")),
    "N5": Held(("C18-inferred", "C18-inferred-beside")),
    "N6": Held(("L09-not-open",)),
    "N7": Held(("L09-not-open", "C04-limits", "C04-other-danger")),
    "N8": Held(("C03-texts", "C03-conditions", "C09-proportionate")),
    "N9": Held(("L03-subject", "L04-third-party", "L05-running", "L31-early", "L31-before")),
    "N10": Held(("L07-missing", "L14-closed", "L22-closed")),
    "N11": Held(("L22-blocked", "L15-blocked")),
    "N12": Held(("L19-number",)),
    "N13": Held(impossible="An answer to a question that the catalogue does not know is refused.",
                shown_by=("test_exchange",)),
    "N14": Held(("C14-refused", "C14-existing")),
    "N15": Held(impossible="Suspended days are computed from events and joined; nobody can type them.",
                shown_by=("test_suspension", "test_terms")),
    "N16": Held(("L18-reuse", "L30-reuse")),
    "N17": Held(("C02-old", "C02-undated"), impossible="Age is shown and never makes a fact disappear.",
                shown_by=("test_age",)),
    "N18": Held(("L08-report", "L27-none", "L28-withdrawn")),
    "N19": Held(("L29-way-in",), impossible="A tip alone is blocked at the gate.", shown_by=("test_gate",)),
    "N20": Held(impossible="The program answers no request of anybody; there is no such function.",
                shown_by=("test_socket_guard",)),
    "N21": Held(impossible="No module can talk to the network, and every test fails that tries.",
                shown_by=("test_socket_guard", "test_house")),
    "N22": Held(("L20-kept",), impossible="No period is built in: a day to keep until is only what somebody recorded.",
                shown_by=("test_exchange",)),
    "N23": Held(impossible="The receipt covers the catalogue and the program that the advice was made with.",
                shown_by=("test_assess",)),
    "N24": Held(("C05-nothing", "C05-fact", "C11-advice", "L34-binding")),
    "N25": Held(("L32-called",)),
}  # fmt: skip
"""What the software must never do (law.md 7): the check that sees it, or why it cannot be."""


@pytest.mark.parametrize("rule", [*EVENTS, *NEVER])
def test_every_rule_is_held(rule: str) -> None:
    held = {**EVENTS, **NEVER}[rule]
    assert held.checks or held.impossible
    assert set(held.checks) <= set(shipped().checks.texts)
    assert set(held.duties) <= set(shipped().duties)
    assert not held.shown_by or held.impossible
    tests = Path(__file__).resolve().parents[2]
    assert [one for one in held.shown_by if not list(tests.rglob(f"{one}.py"))] == []


def test_all_rows_and_prohibitions_are_there() -> None:
    assert len(EVENTS) == 11
    assert list(NEVER) == [f"N{number}" for number in range(1, 26)]


def test_every_check_on_the_statute_holds_a_rule_or_names_its_article() -> None:
    held = {id_ for one in (*EVENTS.values(), *NEVER.values()) for id_ in one.checks}
    of_statute = {id_: one for id_, one in shipped().checks.texts.items() if one.check[0] == "L"}
    loose = {id_: one.basis for id_, one in of_statute.items() if id_ not in held}
    assert {id_ for id_, basis in loose.items() if not re.search(r"\d|vier ogen", basis)} == set()
    assert {one.severity for id_, one in of_statute.items() if int(one.check[1:]) > 22} <= {
        Severity.ANSWER,
        Severity.HINT,
    }
