# SPDX-License-Identifier: EUPL-1.2
"""Just on this side and just on the other side of what a check asks: days, amounts, shares, names, and who is meant."""

from __future__ import annotations

from datetime import timedelta

import pytest

from assessment.weighing.checks.run import checks

from .cases import Change, case_of, changed, drop, keys, put
from .changes import PARTNER, event, loan
from .edges import on_both_sides, told_apart

HOLDER = {**PARTNER, "role": "shareholder"}
NUMBER = put("parties.1.bsn", "999991012")
SECOND = {**HOLDER, "id": "r3", "from": "p3"}
ADVICE = {"id": "b2", "issued_on": "2026-05-05", "for_file": "this", "degree": {"a": "none", "b": "serious"},
          "verified": [{"fact": "f1", "seen_source": "yes", "follows": "yes"}]}  # fmt: skip


def issued(day: str) -> Change:
    return put("bureau_advices.0.issued_on", day)


def answer(question: str, value: str) -> Change:
    return put("answers.+", {"question": question, "value": value})


def source(**more: object) -> Change:
    line = {"label": "lening", "amount": "1000.00"} | more
    return put("financing", {"need": [{"label": "inventaris", "amount": "1000.00"}], "sources": [line]})


def persons(first: str, second: str, **both: object) -> list[Change]:
    """Two persons of these names, and nobody else by whom they could be mistaken."""
    return [put(f"parties.{place}", {"id": f"p{place + 1}", "kind": "person", "name": name, **both})
            for place, name in ((1, first), (2, second))]  # fmt: skip


def holding(share: float, other: float, **second: object) -> list[Change]:
    return [put("relations.+", {**HOLDER, "share": share}), put("relations.+", {**SECOND, "share": other, **second})]


LENT = {"kind": "private-loan", "lender": "p3", "transferred_on": "2026-02-05"}
OBJECTION = put("events.+", {"kind": "objection-received", "on": "2026-06-01"})


def twice(**other: object) -> list[Change]:
    """The same sum twice, the second with something of its own."""
    return [source(**LENT), put("financing.sources.+", {"label": "nog een", "amount": "1000.00", **LENT, **other})]


def document(complete: bool | None) -> Change:
    asked = {"id": "d1", "name": "Huurcontract", "asked_on": "2026-03-03", "received_on": "2026-03-20"}
    return put("documents", [asked | ({} if complete is None else {"complete": complete})])


def yes(question: str) -> Change:
    return answer(question, "ja")


def received(on: str, complete: bool | None) -> Change:
    return event("supplement-received", on, complete=complete)


LATER = {"since": "2021-06-01"}
PAIRS: list[tuple[str, list[Change], list[Change]]] = [
    # references
    ("X08-fact", [put("facts.0.sources", ["i1", "i2", "i3", "i9"])], [put("facts.0.sources", ["i1", "i2", "i3"])]),
    ("X08-fact", [put("facts.0.sources", ["i9"]), put("facts.1.sources", [])], [put("facts.0.sources", [])]),
    ("X08-relation", [put("relations.0.to", "p9")], [put("parties.2", {"id": "p4", "kind": "person", "name": "X"})]),
    ("X08-relation", [put("relations.0.to", "p9")], [put("facts", []), drop("parties.2")]),
    # shares of one organisation
    ("X11-shares", holding(0.5, 0.502), holding(0.5, 0.501)),
    ("X11-shares", holding(0.5, 0.502), holding(0.5, 0.5005)),
    ("X11-shares", holding(0.6, 0.6), [put("relations.+", {**HOLDER, "role": role, "id": f"r{place}", "share": 0.9})
                                       for place, role in enumerate(("director", "director"), 2)]),
    ("X11-shares", [put("relations.+", {"id": "r2", "from": "p2", "to": "p1", "role": "shareholder", "share": 1.5})],
     [put("relations.+", {"id": "r2", "from": "p2", "to": "p1", "role": "shareholder", "share": 1.0})]),
    ("X11-shares", holding(0.6, 0.6, **LATER), [*holding(0.6, 0.6, **LATER), put("relations.1.until", "2021-06-01")]),
    ("X11-shares", [*holding(0.6, 0.6, **LATER), put("relations.1.until", "2021-06-02")],
     [*holding(0.6, 0.6, **LATER), put("relations.1.until", "2021-05-31")]),
    ("X11-shares", holding(0.6, 0.6, **LATER), [*holding(0.6, 0.6, **LATER), put("relations.1.since", "2021"),
                                                put("relations.2.until", "2021-07-01")]),
    ("X11-shares", holding(0.6, 0.6, **LATER), [*holding(0.6, 0.6, **LATER), drop("relations.1.until")]),
    ("X11-shares", holding(0.6, 0.6, **LATER), [*holding(0.6, 0.6), drop("relations.1.since"),
                                                drop("relations.2.since")]),
    # amounts
    ("X12-benefit", [put("facts.0.benefit", {"low": "3.00", "amount": "2.00", "high": "9.00"})],
     [put("facts.0.benefit", {"low": "1.00", "amount": "2.00", "high": "9.00"})]),
    ("X12-benefit", [put("facts.0.benefit", {"low": "3.00", "high": "2.00"})],
     [put("facts.0.benefit", {"low": "2.00", "amount": "2.00"})]),
    ("X15-part", [loan(cash="1000.01")], [loan(cash="1000.00")]),
    ("X15-part", [loan(evidenced="1000.01")], [loan(evidenced="1000.00")]),
    # who is recorded twice
    ("X16-spelling", persons("Joris Kussenberg", "Joris Kassenbarg"), persons("Joris Kussenberg", "Jaris Kossenbarg")),
    ("X16-spelling", persons("abcdefghijklmnopqrst", "abcdefghijklmnopqxyz"), persons("abcdefghij", "abcdefghxy")),
    ("X16-spelling", persons("abcdefghij abcdefghijabcdefghij", "abcdefgxyz abcdefghijabcdefghij"),
     persons("abcdefghij abcdefghijabcdefghij", "abcdefxyzw abcdefghijabcdefghij")),
    ("X16-spelling", persons("Joris Kussenberg", "Jaris Kossenbarg", born="1975-03-28"),
     persons("Joris Kussenberg", "Janis Kossenbarg", born="1975-03-28")),
    ("X16-spelling", persons("abcd", "abce", born="1975-03-28"), persons("abcd", "abce")),
    ("X16-spelling", persons("abcd", "abce", born="1975-03-28"),
     [*persons("abcd", "abce", born="1975-03-28"), put("parties.2.born", "1975-03-29")]),
    ("X16-spelling", persons("abcd", "abce", born="1975-03-28"),
     [*persons("abcd", "abce", born="1975-03-28"), put("parties.1.born", "1974-01-01")]),
    ("X16-spelling", persons("Verzonnenberg Groep vi", "Verzonnenberk Groep vi"),
     persons("Verzonnenberg Groep vi", "Verzonnenberk Groep iv")),
    ("X16-spelling", persons("Verzonnenberg Groep 2", "Verzonnenberk Groep 2"),
     persons("Verzonnenberg Groep 3", "Verzonnenberk Groep 2")),
    ("X06-same", persons("Joris Kussenberg", "Kussenberg Joris"), persons("", "")),
    ("X06-same", persons("Joris Kussenberg", "Joris Kussenberg", born="1975-03-28"),
     [*persons("Joris Kussenberg", "Joris Kussenberg", born="1975-03-28"), put("parties.2.born", "1976-03-28")]),
    ("X06-same", [put("parties.0.kvk", "99000011"),
                  put("parties.+", {"id": "p4", "kind": "organisation", "name": "Anders N.V.", "kvk": "99000011"})],
     [put("parties.+", {"id": "p4", "kind": "organisation", "name": "Anders N.V."})]),
    ("L19-number", [NUMBER, put("relations.0.to", "p3")], [NUMBER]),
    ("L19-number", [NUMBER, put("relations.0.role", "employee")], [NUMBER, put("relations.0.role", "partner-in-firm")]),
    # dates
    ("X01-later", [put("facts.0.committed", "2026-06-02")], [put("facts.0.committed", "2026-06-01")]),
    ("X01-later", [put("facts.0.committed", ["2026-01-01", "2026-06-02"])],
     [put("facts.0.committed", ["2026-01-01", "2026-06-01"])]),
    ("X01-later", [drop("facts.0.committed"), put("facts.1.committed", "2026-06-02")], [drop("facts.0.committed")]),
    ("X03-loan", [source(lender="p1", transferred_on="2019-01-01")],
     [source(lender="p3", transferred_on="2019-01-01", agreed_on="2019-01-01")]),
    ("X07-order", [event("supplement-received", "2026-03-05"), event("supplement-invited", "2026-03-06"),
                   event("supplement-invited", "2026-03-09")],
     [event("supplement-received", "2026-03-07"), event("supplement-invited", "2026-03-06"),
      event("supplement-invited", "2026-03-09")]),
    ("L20-kept", [put("information.0.keep_until", "2026-05-31")], [put("information.0.keep_until", "2026-06-01")]),
    # the course of the procedure
    ("X46-received", [put("documents", [{"id": "d1", "name": "x", "complete": True, "received_on": None}])],
     [put("documents", [{"id": "d1", "name": "x", "complete": False, "received_on": None}])]),
    ("X47-waived", [put("hearings.1.received_on", "2026-05-20")], [put("hearings.1.statement", "–")]),
    ("X47-waived", [put("hearings.1.statement", "Wij willen niets zeggen.")], [put("hearings.0.waived", False)]),
    ("X47-later", [put("hearings.0.invited_on", "2026-03-01"), put("hearings.0.about", ["f2"]),
                   put("facts.0.sources", ["i1"]), put("information.0.received_on", "2026-02-01")],
     [put("hearings.0.invited_on", "2026-03-01"), put("hearings.0.about", ["f1"]), put("facts.0.sources", ["i1"]),
      put("information.0.received_on", "2026-02-01")]),
    ("X50-advice", [issued("2026-03-19")], [issued("2026-03-20")]),
    ("X50-advice", [issued("2026-05-07")], [issued("2026-05-06")]),
    ("X50-advice", [event("bureau-advice-received", "2026-05-08"), issued("2026-05-09")],
     [event("bureau-advice-received", "2026-05-08"), issued("2026-05-07")]),
    ("X50-advice", [issued("2026-05-07")],
     [issued("2026-05-07"), put("bureau_advices.+", ADVICE)]),
    ("X50-advice", [issued("2026-03-19")],
     [issued("2026-03-21"), event("bureau-requested", "2026-04-21"),
      put("events.5.on", "2026-03-20")]),
    # the money
    ("X18-later", [source(agreed_on="2026-06-02")], [source(agreed_on="2026-06-01")]),
    ("X51-itself", [source(kind="private-loan", lender="p1")], [source(kind="own-savings", lender="p1")]),
    ("X51-other", [source(kind="sale-of-assets", lender="p3")], [source(kind="private-loan", lender="p3")]),
    ("X52-home", [source(kind="foreign-loan", country="NL")], [source(kind="foreign-loan", country="XX")]),
    ("X52-home", [source(kind="foreign-loan", country="NL")], [source(kind="private-loan", country="NL")]),
    ("X53-part", [source(evidence="E1", evidenced="0.01")], [source(evidence="E1", evidenced="0.00")]),
    ("X53-part", [source(evidence="E0", evidenced="1.00")], [source(evidence="E2", evidenced="1.00")]),
    ("X53-part", [source(evidence="E4", evidenced="0.00")], [source(evidence="E4", evidenced="0.01")]),
    ("X53-part", [source(evidence="E3", evidenced="0.00")], [source(evidence="E3")]),
    ("X53-transfer", [source(evidence="E4", transferred_on=None)], [source(evidence="E2", transferred_on=None)]),
    ("X54-twice", twice(), twice(amount="1000.01")),
    ("X54-twice", twice(), twice(kind="gift")),
    ("X54-twice", twice(), twice(transferred_on="2026-02-06")),
    ("X54-twice", twice(), twice(lender="p2")),
    ("X54-twice", twice(), [*twice(amount="0.00"), put("financing.sources.0.amount", "0.00")]),
    ("X54-twice", twice(), [*twice(), drop("financing.sources.0.lender"), drop("financing.sources.1.lender")]),
    ("X54-twice", [*twice(), put("financing.sources.+", LENT)], [source(**LENT)]),
    # what is missing
    ("L07-missing", [put("hearings.0.secrecy_notice", None)], []),
    ("L07-missing", [put("hearings.1.secrecy_notice", False)], [drop("hearings.1.secrecy_notice")]),
    ("X36-incomplete", [yes("AAN-01"), received("2026-04-01", False)], [yes("AAN-01"), received("2026-04-01", None)]),
    ("X36-incomplete", [yes("AAN-01"), received("2026-04-01", True), received("2026-04-02", False)],
     [yes("AAN-01"), received("2026-04-01", False), received("2026-04-02", True), received("2026-04-03", True)]),
    ("C15-objection", [OBJECTION, put("conclusion.law_checked_on", "2026-05-31")],
     [OBJECTION, put("conclusion.law_checked_on", "2026-06-01")]),
    ("C15-objection", [put("events.+", {"kind": "objection-received", "on": "2026-05-02"}), OBJECTION],
     [put("events.+", {"kind": "objection-received", "on": "2026-05-02"})]),
    # the statute
    ("L21-waiting", [event("bureau-requested", "2026-05-10")],
     [event("bureau-requested", "2026-05-10"), event("bureau-advice-received", "2026-05-20")]),
    ("L21-waiting", [event("bureau-requested", "2026-05-10")], [event("bureau-advice-received", "2026-05-20")]),
    ("L18-reuse", [put("bureau_advices.0.for_file", "other"), issued("2021-05-31")],
     [put("bureau_advices.0.for_file", "other"), issued("2021-06-01")]),
    ("L18-reuse", [put("bureau_advices.0.for_file", "other"), issued("2021-05-31")], [issued("2021-05-31")]),
    ("L10-reasons", [drop("conclusion.a.reasons")], []),
    ("L10-reasons", [put("conclusion.c", {"invoked": "yes", "reasons": " "})],
     [put("conclusion.c", {"invoked": "no", "reasons": " "})]),
    ("L13-regular", [put("conclusion.regular_grounds.considered", False)],
     [put("conclusion.regular_grounds.considered", False), put("conclusion.measure.0.decision", "grant")]),
    # what is missing, and how it was asked
    ("C14-choose", [document(False)], [document(None)]),
    ("C14-choose", [document(False)], [document(True)]),
    ("C14-choose", [event("bureau-asked-data", "2026-04-01")],
     [event("bureau-asked-data", "2026-04-01"), event("bureau-got-data", "2026-04-01")]),
    ("C14-choose", [event("bureau-got-data", "2026-04-01"), event("bureau-asked-data", "2026-04-02")],
     [event("bureau-asked-data", "2026-04-01"), event("bureau-got-data", "2026-04-02")]),
    ("C14-choose", [event("bureau-asked-data", "2026-04-01"), event("bureau-got-data", "2026-04-03"),
                    event("bureau-asked-data", "2026-04-05")],
     [event("bureau-asked-data", "2026-04-01"), event("bureau-asked-data", "2026-04-02"),
      event("bureau-got-data", "2026-04-01"), event("bureau-got-data", "2026-04-03")]),
    # answers against the record
    ("X21-unproven", [answer("FIN-03", "ja"), source(evidence="E2", evidenced="999.99")],
     [answer("FIN-03", "ja"), source(evidence="E2", evidenced="1000.00")]),
    ("X22-cash", [answer("FIN-06", "nee"), source(cash="0.01")], [answer("FIN-06", "nee"), source(cash="0.00")]),
]  # fmt: skip


@on_both_sides(PAIRS)
def test_on_both_sides_of_the_edge(key: str, raising: list[Change], sparing: list[Change]) -> None:
    told_apart(key, raising, sparing)


def test_the_day_until_which_a_view_can_be_given_is_that_of_whoever_is_asked() -> None:
    """Of more invitations to one party the last counts, and another party's plays no part."""
    running = changed(
        drop("hearings.0.received_on"),
        put("hearings.0.due", "2026-06-08"),
        put("hearings.1.due", "2026-06-20"),
        put(
            "hearings.+", {"id": "h3", "party": "p1", "about": ["f1"], "invited_on": "2026-05-12", "due": "2026-06-10"}
        ),
    )
    (check,) = [one for one in checks(case_of(running)) if one.id == "L05"]
    assert "10 jun 2026" in check.text


def test_the_term_of_the_decision_is_over_the_day_after_its_end() -> None:
    (term,) = [one for one in case_of(changed()).terms if one.id == "decision"]
    late, last = (str(term.statutory_end + timedelta(days=days)) for days in (1, 0))
    assert "L16-late" in keys(put("assessed_on", late))
    assert "L16-late" not in keys(put("assessed_on", last))


@pytest.mark.parametrize("ground", ["a", "b"])
def test_reasons_are_asked_on_the_ground_where_they_are_missing(ground: str) -> None:
    raised = [one.about for one in checks(case_of(changed(drop(f"conclusion.{ground}.reasons")))) if one.id == "L10"]
    assert raised == [(ground,)]
