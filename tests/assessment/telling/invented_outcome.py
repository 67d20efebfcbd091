# SPDX-License-Identifier: EUPL-1.2
"""The outcomes that belong to the invented dossiers, made by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from assessment.degree import Degree
from assessment.dossier.conclusion import (
    Decision,
)
from assessment.money import money
from assessment.outcome import (
    Admission,
    Assessment,
    Check,
    Duty,
    EvidenceClass,
    FactOutcome,
    Figure,
    Finding,
    Funding,
    GroundOutcome,
    Invoked,
    NotFor,
    ObtainOutcome,
    OpenPoint,
    Reason,
    Severity,
    Term,
    TermStep,
    Tie,
    Verdict,
)
from assessment.outcome_control import Control
from assessment.truth import Truth
from tests.assessment.telling.invented_dossier import ON

RULE = Reason("Reden uit de regel", "Wet Bibob art. 3a")
ADMISSIONS = (
    Admission("i1", Verdict.USABLE, True),
    Admission("i7", Verdict.CLOSED_PART, True, (Reason("Niet verstrekken", "Wjsg art. 39f"),), "toestemming"),
    Admission("i9", Verdict.BLOCKED, False, (Reason("Er is geen grondslag", "AVG art. 6"),), "leg haar vast"),
)
FACTS = (
    FactOutcome(
        "f7",
        EvidenceClass.SUSPICION,
        Tie.C_LEADS,
        ("p4", "p1"),
        True,
        True,
        1.9,
        ("a",),
        (NotFor("b", Reason("De samenhang is niet bekend", "Wet Bibob art. 3 lid 3")),),
        (RULE,),
    ),
    FactOutcome(
        "f8",
        EvidenceClass.EXCLUDED,
        Tie.C_LEADS,
        ("p4", "p1"),
        None,
        False,
        None,
        (),
        (NotFor("a", Reason("Vrijspraak", "Wet Bibob art. 3a lid 3")),),
        (RULE,),
    ),
)
FUNDING = Funding(
    money(245000),
    money(230000),
    money(15000),
    money(22400),
    Decimal("0.0914"),
    Decimal("0.1739"),
    None,
    None,
    (
        Figure(
            "aangetoond deel",
            Decimal("0.0914"),
            False,
            "aangetoond ÷ nodig",
            (("aangetoond", money(22400)), ("nodig", money(245000))),
        ),
    ),
)
CHECKS = (
    Check("C03", Severity.BLOCK, ("EXP",), "De evenredigheid ontbreekt", "Wet Bibob art. 3 lid 5", "Vul aan."),
    Check("C02", Severity.ANSWER, ("f7",), "Het feit is oud", "vaste rechtspraak", answered=True),
)
TERMS = (
    Term(
        "decision",
        date(2026, 4, 28),
        date(2026, 4, 28),
        date(2026, 4, 27),
        36,
        (TermStep("Awb 4:15 lid 1 a", date(2026, 2, 3), date(2026, 2, 12), "stilgestaan"),),
    ),
)


def _ground(letter, indication, low, high, **more):
    criteria = {"facts": ["f7"], "suspicion": "ernstig", "relation": "feitelijk leider"}
    return GroundOutcome(letter, criteria, indication, low, high, f"{letter}-rij-1", **more)


def assessment():
    """The outcome that belongs to `dossier`."""
    return Assessment(
        reference="BIB-2026-0099",
        catalogue="2026-01-01",
        program="0.1.0",
        assessed_on=ON,
        admissions=ADMISSIONS,
        facts=FACTS,
        control=(Control("p1", "p2", Decimal(1), ("p1", "p2"), ("shareholder",)),),
        remainders=(),
        funding=FUNDING,
        findings=(
            Finding("IDA-01", Truth.NO, "risk", ("A",), ("answer:IDA-01",)),
            Finding("FIN-02", Truth.YES, "risk", ("A",), ("answer:FIN-02",), "Het geld sluit niet aan"),
            Finding("GEB-08", Truth.YES, "context", (), ("answer:GEB-08",)),
        ),
        open_points=(OpenPoint("FIN-03", "Waar het geld vandaan komt"), OpenPoint("IDA-11", "Vraag IDA-11?")),
        a=_ground("a", Degree.SERIOUS, Degree.SERIOUS, Degree.SERIOUS, reasons=(RULE,), decisive=(("f7",),)),
        b=_ground("b", Degree.UNDETERMINED, Degree.NONE, Degree.LESSER, would_raise=(("f7", "FIN-03"),)),
        c=ObtainOutcome(Invoked.NOT_INVOKED),
        options=(Decision.GRANT, Decision.GRANT_WITH_CONDITIONS, Decision.REFUSE),
        checks=CHECKS,
        duties=(Duty("D-7a-7", date(2026, 4, 15), "Meld de conclusie aan het Bureau", "Wet Bibob art. 7a lid 7"),),
        terms=TERMS,
        receipt="sha256:" + "a" * 64,
    )


def empty_assessment():
    """The outcome of a dossier in which nothing stands."""
    none = GroundOutcome("a", {}, Degree.NONE, Degree.NONE, Degree.NONE, "none")
    return replace(
        assessment(),
        reference="BIB-2026-0001",
        admissions=(),
        facts=(),
        control=(),
        funding=None,
        findings=(),
        open_points=(),
        a=none,
        b=replace(none, ground="b"),
        options=(),
        checks=(),
        duties=(),
        terms=(),
    )
