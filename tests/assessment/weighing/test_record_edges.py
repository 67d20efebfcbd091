# SPDX-License-Identifier: EUPL-1.2
"""Just on this side and just on the other side of what a check asks: loans, ages, doubles, names and who signs."""

from __future__ import annotations

import pytest

from assessment.weighing.checks.run import checks

from .cases import CLEAN, Change, case_of, changed, drop, put
from .changes import CONDITION, WITH_CONDITIONS
from .edges import on_both_sides, told_apart
from .test_check_edges import answer, holding, persons, source

SEAT = {"role": "director", "since": "2020-01-10", "until": None, "sources": ["i1"]}
BARE_LOAN = source(kind="private-loan", lender="p3", interest=0, security=False, repayment_schedule=False)
SECOND = put("facts.+", {**CLEAN["facts"][1], "id": "f2"})
NUMBER = put("parties.2.bsn", "999991012")
GAINED = put("facts.0.benefit", {"amount": "10.00", "low": None, "high": None, "money_path": "Via de bar."})
INVITED = put("events.+", {"kind": "supplement-invited", "on": "2026-04-01", "due": "2026-04-14"})
LATE = put("events.2.on", "2026-12-01")
NO_TEXT = drop("conclusion.age_of_facts")


def statement(person: str, opening: str) -> Change:
    """What somebody had, who earned nothing and lived on ten euro."""
    nothing = dict.fromkeys(("income", "receipts", "spending"), "0.00")
    return put(
        "financing.cash_statements", [{"person": person, "opening": opening, "living_costs": "10.00", **nothing}]
    )


def saved(amount: str) -> list[Change]:
    """What the subject put in, where it had a thousand euro."""
    return [answer("FIN-28", "nee"), source(kind="own-savings", amount=amount), statement("p1", "1010.00")]


def lent_by_who_has(wealth: str) -> list[Change]:
    """A private loan of a hundred euro, and a cash statement of the lender that shows other sums."""
    loan = source(kind="private-loan", lender="p3", amount="100.00", lender_income="0.00", lender_wealth=wealth)
    return [answer("FIN-07", "nee"), loan, statement("p3", "500.00")]


def bare_loan(**known: bool) -> list[Change]:
    return [answer("FIN-09", "nee"), BARE_LOAN, *(put(f"financing.sources.0.{key}", known[key]) for key in known)]


def founded(day: str) -> list[Change]:
    return [answer("STR-03", "nee"), put("parties.0.founded_on", day)]


def committed(day: str) -> list[Change]:
    """Both facts on one day, and nothing written on their age."""
    return [NO_TEXT, *(put(f"facts.{place}.committed", day) for place in (0, 1))]


def refused_beside(conditions: list[object]) -> list[Change]:
    """A second measure, after one with conditions, that refuses another permit."""
    other = {"permit": "ALC", "decision": "refuse", "conditions": conditions}
    return [*WITH_CONDITIONS, put("conclusion.measure.+", other)]


def given_later(basis: str) -> list[Change]:
    """A source of a fact that came in after the fact was put to whoever is heard."""
    return [put("information.1.received_on", "2026-05-20"), put("information.1.basis", basis)]


def suspected(suspicion: str, kind: str) -> list[Change]:
    """Of the first fact, and no other, there is a suspicion, from one kind of source."""
    return [drop("facts.1"), put("information.1.source_kind", kind), *as_suspicion(0, suspicion)]


def as_suspicion(place: int, suspicion: str) -> list[Change]:
    return [put(f"facts.{place}.status", "prosecuted"), put(f"facts.{place}.suspicion", suspicion)]


def thin_three(kind: str) -> list[Change]:
    """Three serious suspicions from one kind of source."""
    third = [put("facts.+", {**CLEAN["facts"][0], "id": "f3"}), put("information.1.source_kind", kind)]
    return [*third, *(change for place in range(3) for change in as_suspicion(place, "serious"))]


def dismissed(code: str) -> list[Change]:
    return [put("facts.0.status", "dismissed"), put("facts.0.suspicion", "serious"),
            put("facts.0.dismissal", {"code": code, "reason": "Onvoldoende bewijs."})]  # fmt: skip


def event(kind: str, on: str) -> Change:
    return put("events.+", {"kind": kind, "on": on})


def decided(on: str) -> Change:
    return event("decision-made", on)


def asked(on: str) -> Change:
    return event("bureau-asked-data", on)


def got(on: str) -> Change:
    return event("bureau-got-data", on)


def objected(on: str) -> Change:
    return event("objection-received", on)


def received_in_time_of(begun: str) -> list[Change]:
    """Information of the first day of 2020, and the day on which this case began."""
    return [put("information.1.received_on", "2020-01-01"), put("application.received_on", begun),
            *(put(f"events.{place}.on", begun) for place in (0, 1))]  # fmt: skip


def through_a_company(kind: str) -> list[Change]:
    """Somebody with a number directs a company that directs the subject; of a person nobody is director."""
    return [
        put("parties.+", {"id": "p4", "kind": kind, "name": "Verzonnen Beheer"}),
        put("relations.+", {"id": "r8", "from": "p4", "to": "p1", **SEAT}),
        put("relations.+", {"id": "r9", "from": "p3", "to": "p4", **SEAT}),
        NUMBER,
    ]


PAIRS: list[tuple[str, list[Change], list[Change]]] = [
    ("X25-terms", bare_loan(), bare_loan(repayment_schedule=True)),
    ("X25-terms", bare_loan(), bare_loan(security=True)),
    ("X25-terms", bare_loan(), [*bare_loan(), drop("financing.sources.0.security")]),
    ("X23-capacity", lent_by_who_has("99.99"), lent_by_who_has("100.00")),
    ("X42-cash", saved("1000.01"), saved("1000.00")),
    ("X27-founded", founded("2025-09-01"), founded("2025-08-31")),
    ("C02-old", committed("2021-06-01"), committed("2021-07-10")),
    ("X55-twice", holding(0.3, 0.3, **{"from": "p2"}), holding(0.3, 0.2, **{"from": "p2"})),
    ("X60-conditions", refused_beside([CONDITION]), refused_beside([])),
    ("C16-source", given_later("bibob-11a"), given_later("bibob-7a")),
    ("C14-choose", [GAINED, INVITED], [GAINED]),
    ("C06-thin", suspected("slight", "statement"), suspected("slight", "official-record")),
    ("C06-thin", thin_three("statement"), thin_three("official-record")),
    (
        "C18-plausible-beside",
        [*suspected("serious", "statement"), SECOND, drop("facts.0.offence_plausible")],
        [*suspected("serious", "statement"), SECOND],
    ),
    ("C08-wrongly", dismissed("01"), dismissed("00")),
    ("L21-waiting", [drop("events.4"), put("bureau_advices.0.for_file", "other")], [drop("events.4")]),
    (
        "L31-early",
        [decided("2026-05-25"), drop("hearings.0.received_on")],
        [decided("2026-05-26"), drop("hearings.0.received_on")],
    ),
    ("L31-early", [decided("2026-05-19")], [decided("2026-05-20")]),
    (
        "L31-early",
        [decided("2026-05-15"), drop("hearings.0.due")],
        [decided("2026-05-15"), put("hearings.0.due", "2026-05-14")],
    ),
    ("L30-reuse", received_in_time_of("2020-01-02"), received_in_time_of("2019-12-31")),
    ("L26-data", [asked("2026-04-01")], [asked("2026-04-01"), got("2026-04-02"), got("2026-04-03")]),
    ("L33-late", [LATE, objected("2026-12-02")], [LATE, objected("2026-12-01")]),
    ("L33-late", [LATE, objected("2026-12-02")], [LATE, objected("2026-11-01")]),
    ("L19-number", through_a_company("person"), through_a_company("organisation")),
    (
        "X16-spelling",
        persons("Verzonnenberg Groep vii", "Verzonnenberk Groep vii"),
        persons("Verzonnenberg Groep vii", "Verzonnenberk Groep vi"),
    ),
]


@on_both_sides(PAIRS)
def test_on_both_sides_of_the_edge(key: str, raising: list[Change], sparing: list[Change]) -> None:
    told_apart(key, raising, sparing)


def test_of_closed_information_is_told_what_closes_it() -> None:
    """The first of its reasons, and not what is doubtful beside that."""
    case = case_of(changed(put("information.2.forward", "no"), put("information.2.partner", "belastingdienst")))
    (told,) = [one for one in checks(case) if one.id == "L22" and "geen toestemming vastgelegd" in one.text]
    closing, *others = [one.text for one in case.admissions["i3"].reasons]
    assert others
    assert told.text.startswith(closing)


@pytest.mark.parametrize(("number", "told"), [(1, "i1"), (2, "i1 en i2"), (3, "i1, i2 en i3")])
def test_what_a_check_is_about_is_listed(number: int, told: str) -> None:
    case = case_of(changed(*(drop(f"information.{place}.received_on") for place in range(number))))
    (check,) = [one for one in checks(case) if one.id == "L17" and one.about == ("i1", "i2", "i3")[:number]]
    assert check.text.endswith(f": {told}.")
