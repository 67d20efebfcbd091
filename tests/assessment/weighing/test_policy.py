# SPDX-License-Identifier: EUPL-1.2
"""L40 and L41: what the municipality promised in its own policy is held against what it did."""

import pytest

from assessment.catalogue.catalogue import Catalogue
from assessment.catalogue.layer import apply
from assessment.weighing.checks.policy import raise_checks
from assessment.weighing.checks.run import checks
from tests.assessment.catalogue.layers import Files, content, own

from .balances import shipped
from .cases import Change, case_of, changed, drop, put
from .changes import event

RULES = [
    {"id": "EXP", "trigger": "indication", "rule": "Artikel 3"},
    {"id": "EVE", "trigger": "sample", "share": "0.1", "rule": "Artikel 3"},
    {"id": "OBM", "trigger": "always", "amount": "building-costs", "from": 1, "otherwise": "sample", "share": "0.5",
     "rule": "Artikel 4"},
]  # fmt: skip


def policy(triage: list[dict[str, object]], *terms: dict[str, object]) -> Catalogue:
    data = content()
    data["policy.yaml"] = {"triage": triage, "terms": list(terms)}
    return apply(shipped(), Files(data))


def raised(catalogue: Catalogue, *changes: Change) -> list[str]:
    return [one.text for one in raise_checks(case_of(changed(*changes), catalogue))]


@pytest.mark.parametrize(
    ("permit", "trigger", "deviates"),
    [
        ("EXP", "always", True),
        ("EXP", "sample", True),
        ("EXP", "indication", False),
        ("EXP", "designated", False),
        ("EVE", "sample", False),
        ("EVE", "always", True),
        ("OBM", "always", False),
        ("OBM", "sample", False),
        ("COF", "always", True),
        ("COF", "indication", False),
    ],
)
def test_an_occasion_that_only_a_policy_can_give_must_stand_in_it(permit: str, trigger: str, deviates: bool) -> None:
    recorded = put("application.permit_types", [permit]), put("application.trigger", trigger)
    assert ("L40-occasion" in raised(policy(RULES), *recorded)) is deviates
    assert raised(shipped(), *recorded) == []
    assert raised(policy([]), *recorded) == []


def test_one_permit_for_which_the_policy_gives_the_occasion_is_enough() -> None:
    both = put("application.permit_types", ["EXP", "EVE"])
    assert raised(policy(RULES), both, put("application.trigger", "sample")) == []
    (found,) = [
        one
        for one in checks(case_of(changed(both, put("application.trigger", "always")), policy(RULES)))
        if one.id == "L40"
    ]
    assert found.about == ("EXP", "EVE")
    assert "altijd getoetst volgens beleid" in found.text


def test_nothing_is_said_of_an_application_of_which_too_little_is_known() -> None:
    assert raised(policy(RULES), put("application.permit_types", []), put("application.trigger", "always")) == []


@pytest.mark.parametrize(
    ("due", "short"), [("2026-04-21", True), ("2026-04-22", False), ("2026-04", False), (None, False)]
)
def test_a_letter_that_gives_less_time_than_the_policy_is_told(due: object, short: bool) -> None:
    letter = event("supplement-invited", "2026-04-01", due=due)
    assert raised(own(), put("application.trigger", "indication"), letter) == ["L41-short"] * short
    assert raised(shipped(), letter) == []


def test_a_hearing_that_is_shorter_than_the_policy_is_told() -> None:
    hearing = put("hearings.0.invited_on", "2026-05-01"), put("hearings.0.due", "2026-05-21")
    known = policy(RULES, {"id": "hearing", "weeks": 3, "rule": "Artikel 5"})
    (told,) = [one for one in checks(case_of(changed(*hearing), known)) if (one.id, one.about) == ("L41", ("h1",))]
    assert told.text == "De brief van 1 mei 2026 geeft minder tijd dan het eigen beleid: 3 weken (Artikel 5)."


@pytest.mark.parametrize("missing", ["invited_on", "due"])
def test_a_hearing_of_which_a_day_is_not_known_is_not_held_against_the_policy(missing: str) -> None:
    known = policy(RULES, {"id": "hearing", "weeks": 3, "rule": "Artikel 5"})
    case = case_of(changed(drop("hearings.1"), drop(f"hearings.0.{missing}")), known)
    assert [one.text for one in raise_checks(case) if one.text.startswith("L41")] == []
