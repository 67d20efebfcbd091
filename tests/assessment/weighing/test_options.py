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
from .cases import Change, case_of, changed, drop, keys, put

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
        (recorded("serious", "undetermined"), ["grant", "grant-with-conditions", "refuse"]),
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
        ([event("form-refused", "2026-05-01"), event("supplement-received", "2026-05-01", complete=True)], False),
        ([event("form-refused", "2026-05-01"), event("supplement-received", "2026-04-30", complete=True)], True),
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
    assert found(*REFUSED) == ["grant", "grant-with-conditions", "refuse", "revoke"]


@pytest.mark.parametrize("suspicion", ["slight", "moderate"])
def test_facts_that_give_no_serious_danger_carry_no_refusal_beside_a_refused_form(suspicion: str) -> None:
    weaker = [put(f"facts.{one}.{key}", value) for one in (0, 1)
              for key, value in (("status", "prosecuted"), ("suspicion", suspicion))]  # fmt: skip
    assert "refuse" not in found(*REFUSED, *weaker)
    assert "revoke" in found(*REFUSED, *weaker)
    assert "L09-not-open" in keys(*REFUSED, *weaker)


@pytest.mark.parametrize("instrument", ["contract", "property"])
def test_a_refused_form_says_nothing_of_the_other_party_to_an_agreement(instrument: str) -> None:
    """Art. 4 par. 1 names who holds a permit, another decision or a subsidy."""
    assert not deemed(event("form-refused", "2026-05-01"), put("application.instrument", instrument))
    assert deemed(event("form-refused", "2026-05-01"), put("application.instrument", "subsidy"))


def told(permit: str, *changes: Change) -> dict[Decision, str]:
    dossier = changed(*changes)
    weighing = case_of(dossier).weighing
    (one,) = [one for one in dossier.permits if one.id == permit]
    outcomes = Outcomes(weighing.a, weighing.b, weighing.c)
    found_ones = possibilities(dossier, one, outcomes, shipped(), dossier.assessed_on)
    return {one.decision: one.closed.rule if one.closed else "" for one in found_ones}


TWO_HELD = put("application.permit_types", [{"id": one, "type": one, "existing": True} for one in ("EXP", "ALC")])


def test_a_breached_condition_opens_its_own_permit_only() -> None:
    """Art. 3 par. 7: the decision to which the condition was attached."""
    breached = [TWO_HELD, *recorded("none", "lesser"), event("condition-breached", "2026-05-01", permit="EXP")]
    assert told("EXP", *breached)[Decision.REVOKE] == ""
    assert told("ALC", *breached)[Decision.REVOKE] == "closed-lesser"
    unnamed = [TWO_HELD, *recorded("none", "lesser"), event("condition-breached", "2026-05-01")]
    assert told("ALC", *unnamed)[Decision.REVOKE] == ""


def test_a_refusal_beside_a_refused_form_says_why_it_is_closed() -> None:
    assert told("EXP", *REFUSED, put("facts", []))[Decision.REFUSE] == "closed-new-deemed"
    assert told("ALC", *REFUSED, put("facts", []))[Decision.GRANT_WITH_CONDITIONS] == "closed-conditions-deemed"


def test_a_granted_subsidy_cannot_be_left_untreated() -> None:
    both = put("application.permit_types", ["SUB", {"id": "S2", "type": "SUB", "existing": True}])
    of_subsidy = [put("application.instrument", "subsidy"), both, put("events.+", INVITED)]
    assert told("SUB", *of_subsidy)[Decision.LEAVE_UNTREATED] == ""
    assert told("S2", *of_subsidy)[Decision.LEAVE_UNTREATED] == "closed-existing"
    assert told("S2", *of_subsidy)[Decision.REFUSE] == ""


@pytest.mark.parametrize("instrument", ["contract", "property"])
def test_what_was_not_concluded_cannot_be_dissolved(instrument: str) -> None:
    agreement = put("application.instrument", instrument)
    assert told("EXP", agreement)[Decision.REVOKE] == "closed-new"
    assert told("EXP", agreement, *recorded("none", "lesser"))[Decision.REVOKE] == "closed-lesser"
    assert told("EXP", agreement, EXISTING)[Decision.REVOKE] == ""


def test_nothing_negative_is_open_where_nobody_recorded_what_is_asked() -> None:
    assert found(put("application.permit_types", [])) == ["grant", "grant-with-conditions"]


@pytest.mark.parametrize(
    ("degrees", "expected"),
    [
        ([Degree.NONE, Degree.SERIOUS], Degree.SERIOUS),
        ([Degree.LESSER, Degree.UNDETERMINED], Degree.LESSER),
        ([Degree.UNDETERMINED, Degree.SERIOUS], Degree.SERIOUS),
        ([Degree.NONE, Degree.UNDETERMINED], Degree.UNDETERMINED),
        ([Degree.UNDETERMINED], Degree.UNDETERMINED),
    ],
)
def test_heaviest(degrees: list[Degree], expected: Degree) -> None:
    assert heaviest(degrees) is expected
