# SPDX-License-Identifier: EUPL-1.2
"""Changes to the dossier without a fault that several checks look at."""

from .cases import Change, put

NO_FACTS = put("facts", [])
WEAK = [put("facts.0.sources", ["i3"]), put("facts.1.sources", ["i3"])]
EXISTING = [put("application.existing", True), put("conclusion.measure.0.decision", "revoke")]
A_SERIOUS = [
    put("conclusion.a.degree", "serious"),
    put("conclusion.b.degree", "none"),
    put("bureau_advices.0.degree", {"a": "serious", "b": "none"}),
]
LINKS = {"permit": "ALC", "link": "same", "reason": "In dezelfde zaak."}
ADVISED_NONE = put("bureau_advices.0.degree", {"a": "none", "b": "none"})
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
