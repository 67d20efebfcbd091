# SPDX-License-Identifier: EUPL-1.2
"""What may be decided at which degree (law.md 2.2; weighing.md no. 18), and when refusal is deemed serious (no. 14)."""

from datetime import date

import pytest

from assessment.degree import Degree
from assessment.dossier.conclusion import Decision
from assessment.weighing.closed import possibilities
from assessment.weighing.options import Outcomes, heaviest, options
from assessment.weighing.refusal import is_deemed

from .balances import shipped
from .cases import Change, case_of, changed, drop, put

ON = date(2026, 6, 1)
EXISTING = put("application.existing", True)
INVITED = {"kind": "supplement-invited", "on": "2026-05-01", "due": "2026-05-15"}


def recorded(a: str, b: str, c: str = "no") -> list[Change]:
    return [put("conclusion.a.degree", a), put("conclusion.b.degree", b), put("conclusion.c.invoked", c)]


def event(kind: str, on: str, **more: object) -> Change:
    return put("events.+", {"kind": kind, "on": on, **more})


def found(*changes: Change) -> list[str]:
    dossier = changed(*changes)
    weighing = case_of(dossier).weighing
    outcomes = Outcomes(weighing.a, weighing.b, weighing.c)
    return [one.value for one in options(dossier, outcomes, shipped().terms, dossier.assessed_on)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        (recorded("none", "none"), ["grant"]),
        (recorded("none", "lesser"), ["grant", "grant-with-conditions"]),
        (recorded("none", "serious"), ["grant", "grant-with-conditions", "refuse"]),
        ([*recorded("none", "serious"), EXISTING], ["grant", "grant-with-conditions", "revoke"]),
        (recorded("none", "none", "yes"), ["grant", "refuse"]),
        ([*recorded("none", "none", "yes"), EXISTING], ["grant", "revoke"]),
        (recorded("none", "lesser", "yes"), ["grant", "grant-with-conditions", "refuse"]),
        (recorded("none", "undetermined"), ["ask-bureau", "ask-subject"]),
        (recorded("lesser", "undetermined"), ["grant", "grant-with-conditions"]),
        ([*recorded("none", "none"), event("condition-breached", "2026-05-01")],
         ["grant", "grant-with-conditions", "revoke"]),
        ([drop("conclusion")], ["grant", "grant-with-conditions", "refuse"]),
        ([drop("conclusion"), put("facts", [])], ["grant"]),
    ],
)  # fmt: skip
def test_options(changes: list[Change], expected: list[str]) -> None:
    assert found(*changes) == expected


@pytest.mark.parametrize(
    ("instrument", "expected"),
    [
        ("subsidy", ["grant", "grant-with-conditions", "refuse", "revoke"]),
        ("contract", ["grant", "refuse"]),
        ("property", ["grant", "refuse"]),
    ],
)
def test_other_instruments(instrument: str, expected: list[str]) -> None:
    assert found(put("application.instrument", instrument)) == expected


def test_permits_that_exist_beside_permits_that_are_asked() -> None:
    both = put("application.permit_types", ["EXP", {"id": "ALC", "type": "ALC", "existing": True}])
    assert found(both) == ["grant", "grant-with-conditions", "refuse", "revoke"]


@pytest.mark.parametrize(
    ("changes", "open_"),
    [
        ([], True),
        ([put("assessed_on", "2026-06-12")], True),
        ([put("assessed_on", "2026-06-13")], False),
        ([put("assessed_on", "2026-05-15")], False),
        ([event("supplement-received", "2026-05-10", complete=True)], False),
        ([event("supplement-received", "2026-05-10", complete=False)], True),
        ([event("supplement-received", "2026-05-10", complete=False), put("assessed_on", "2026-06-09")], False),
        ([event("supplement-received", "2026-05-10")], False),
        ([EXISTING], False),
        ([put("application.instrument", "property")], False),
    ],
)
def test_leaving_untreated(changes: list[Change], open_: bool) -> None:
    assert ("leave-untreated" in found(put("events.+", INVITED), *changes)) is open_


def deemed(*changes: Change) -> bool:
    return is_deemed(changed(EXISTING, *changes), shipped().framework, ON)


INVITED_AGAIN = {"kind": "supplement-invited", "on": "2026-05-16", "due": "2026-05-30"}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([], False),
        ([event("form-refused", "2026-05-01")], True),
        ([event("form-refused", "2026-05-01"), put("application.existing", False)], False),
        ([event("form-refused", "2026-05-01"), event("supplement-received", "2026-05-09", complete=True)], False),
        ([event("form-refused", "2026-05-01"), event("supplement-received", "2026-05-09", complete=False)], True),
        ([put("events.+", INVITED)], False),
        ([put("events.+", INVITED), put("events.+", INVITED_AGAIN)], True),
        ([put("events.+", INVITED), put("events.+", {**INVITED_AGAIN, "due": "2026-06-05"})], False),
        ([put("events.+", INVITED), put("events.+", INVITED_AGAIN),
          event("supplement-received", "2026-05-29", complete=False)], False),
    ],
)  # fmt: skip
def test_refusal_is_deemed_serious(changes: list[Change], expected: bool) -> None:
    assert deemed(*changes) is expected


def test_deemed_serious_opens_no_conditions() -> None:
    assert found(EXISTING, event("form-refused", "2026-05-01")) == ["grant", "revoke"]


def test_deemed_serious_says_why_it_opens_no_conditions() -> None:
    dossier = changed(EXISTING, event("form-refused", "2026-05-01"))
    weighing = case_of(dossier).weighing
    outcomes = Outcomes(weighing.a, weighing.b, weighing.c)
    told = {one.decision: one.closed for one in possibilities(dossier, dossier.permits[0], outcomes, shipped(), ON)}
    assert told[Decision.REVOKE] is None
    assert told[Decision.GRANT_WITH_CONDITIONS] is not None


BOTH = put("application.permit_types", ["EXP", {"id": "ALC", "type": "ALC", "existing": True}])
REFUSED = [BOTH, event("form-refused", "2026-05-01")]


def test_a_refused_form_never_carries_the_refusal_of_an_application() -> None:
    """Art. 4 par. 1 speaks of what was granted (law.md N14); facts that count open the refusal again."""
    assert found(*REFUSED, put("facts", [])) == ["grant", "revoke"]
    assert found(*REFUSED) == ["grant", "refuse", "revoke"]


@pytest.mark.parametrize(
    ("degrees", "expected"),
    [
        ([Degree.NONE, Degree.SERIOUS], Degree.SERIOUS),
        ([Degree.LESSER, Degree.UNDETERMINED], Degree.LESSER),
        ([Degree.NONE, Degree.UNDETERMINED], Degree.UNDETERMINED),
        ([Degree.UNDETERMINED], Degree.UNDETERMINED),
    ],
)
def test_heaviest(degrees: list[Degree], expected: Degree) -> None:
    assert heaviest(degrees) is expected
