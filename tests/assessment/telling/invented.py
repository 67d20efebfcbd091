"""A small catalogue, a dossier with one of everything, and an outcome made by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from assessment.catalogue.catalogue import Catalogue, LegalForm
from assessment.catalogue.checklist import Kind, Question, Theme
from assessment.catalogue.offence import Gravity, Offence
from assessment.catalogue.partner import Basis, Partner
from assessment.catalogue.permit import PermitType
from assessment.catalogue.reading import Entry, Faults
from assessment.catalogue.vocabulary import WORDS_NEEDED
from assessment.catalogue.wording import read_sentences
from assessment.dates import Period, When
from assessment.degree import Degree
from assessment.dossier.answer import Answer
from assessment.dossier.application import Application, Authority, Instrument, Location, Permit, Route, Trigger
from assessment.dossier.bureau_advice import YesNo
from assessment.dossier.conclusion import (
    CheckAnswer,
    Conclusion,
    Condition,
    Decision,
    GroundConclusion,
    Measure,
    ObtainConclusion,
    RegularGrounds,
)
from assessment.dossier.dossier import Dossier
from assessment.dossier.event import Event, EventKind
from assessment.dossier.fact import Benefit, Fact, Link, PermitLink, Plausible, Status, Suspicion
from assessment.dossier.financing import Evidence, Financing, FundingKind, NeedLine, SourceLine
from assessment.dossier.hearing import Hearing
from assessment.dossier.information import Classification, Consent, Information, Purpose, SourceKind
from assessment.dossier.party import Organisation, Person
from assessment.dossier.relation import Relation, Role
from assessment.money import money
from assessment.outcome import (
    Admission,
    Assessment,
    Check,
    Control,
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
from assessment.truth import Truth
from resources.files import ROOT
from resources.strict_yaml import read_yaml

DEGREES = {
    "none": "geen gevaar",
    "lesser": "mindere mate van gevaar",
    "serious": "ernstig gevaar",
    "undetermined": "niet vast te stellen",
}
ON = date(2026, 4, 15)


def sentences():
    raw, faults = read_yaml((ROOT / "catalogue" / "2026-01-01" / "telling.yaml").read_bytes(), "telling.yaml")
    assert not faults
    top = Entry({"sentences": raw["sentences"]}, "telling.yaml", Faults())
    return read_sentences(top)


def _words():
    words = {name: {code: f"<{code}>" for code in codes} for name, codes in WORDS_NEEDED.items()}
    words["answer"] = {code: code for code in words["answer"]}
    return {**words, "degree": DEGREES}


def _question(id_, theme, kind=Kind.RISK, **more):
    values = {
        "text": f"Vraag {id_}?", "why": "", "help": "", "evidence": (), "innocent": f"Verklaring bij {id_}.",
        "signal_on": "ja", "finding": f"Bevinding bij {id_}", "grounds": ("A",), "permits": ("ALL",), "when": None,
        "decisive_for": (), "legal_basis": "", "sources": (),
    }  # fmt: skip
    return Question(id=id_, theme=theme, kind=kind, **{**values, **more})


def catalogue():
    questions = (
        _question("IDA-01", "A"),
        _question("IDA-11", "A", Kind.MITIGATING),
        _question("FIN-02", "C"),
        _question("FIN-03", "C", decisive_for=("a",)),
        _question("GEB-08", "J", Kind.CONTEXT),
    )
    return Catalogue(
        date="2026-01-01",
        checksum="sha256:" + "c" * 64,
        permits={
            "ALC": PermitType("ALC", "alcoholvergunning", "horeca", "Alcoholwet art. 27 lid 3", "burgemeester", ""),
            "EXP": PermitType("EXP", "exploitatievergunning", "horeca", "Wet Bibob art. 7", "burgemeester", ""),
        },
        partners={
            "om": Partner("om", "Openbaar Ministerie", "", (), "", ""),
            "kvk": Partner("kvk", "KVK", "", (), "", ""),
        },
        bases={"wjsg-39f": Basis("wjsg-39f", "", "Wjsg art. 39f", (), True, "", "")},
        offences={
            "sr-420bis": Offence("sr-420bis", "witwassen", "Sr art. 420bis", "", 6, Gravity.HEAVY, True, (), ""),
            "opiumwet-3": Offence(
                "opiumwet-3", "Opiumwet lijst II", "Opiumwet art. 3", "", 6, Gravity.HEAVY, True, (), ""
            ),
        },
        legal_forms={"bv": LegalForm("bv", "besloten vennootschap", True)},
        themes=(Theme("A", "Identiteit", ""), Theme("C", "Financiering", ""), Theme("J", "Gebied", "")),
        questions={one.id: one for one in questions},
        words=_words(),
        sentences=sentences(),
    )


def dossier():
    return Dossier(
        reference="BIB-2026-0099",
        catalogue="2026-01-01",
        assessed_on=ON,
        authority=Authority("gemeente Fictenveen", "GM9990", "burgemeester"),
        application=Application(
            Instrument.PERMIT, (Permit("ALC", "ALC"), Permit("EXP", "EXP")), False, When(2026, 1, 26),
            activity="café met terras", location=Location("Denkbeeldstraat 12", "9991 ZZ", "Fictenveen"),
            trigger=Trigger.ALWAYS, route=Route.EXTENDED, route_reason="Reden van de route, letterlijk.",
        ),
        subject=("p1",),
        parties=(
            Person("p1", "Daan Fictema", When(1998, 4, 17), "999991012"),
            Organisation("p2", "Verzonnen Vink B.V.", "bv", "99000011"),
            Person("p4", "Sjors Bedenksel"),
        ),
        relations=(
            Relation("r1", "p1", "p2", Role.SHAREHOLDER, Decimal("1.0"), When(2026, 1, 5), None, ("i1",)),
            Relation("r2", "p4", "p1", Role.FACTUAL_MANAGER, until=None, indicators=("Geeft aanwijzingen.",)),
            Relation("r3", "p4", "p2", Role.FINANCIER, since=When(2024), until=When(2025, 3)),
        ),
        information=(
            Information(
                "i1", "kvk", "bibob-7b", Purpose.BIBOB, ("p1", "p2"), received_on=When(2026, 3, 5),
                content="Open inhoud van i1.", source_kind=SourceKind.PUBLIC_REGISTER,
                classification=Classification.PUBLIC, forward=Consent.YES,
            ),
            Information(
                "i7", "om", "wjsg-39f", Purpose.BIBOB, ("p4",), When(2026, 3, 10), When(2026, 3, 24),
                content="Gesloten inhoud van i7.", classification=Classification.SECRET, forward=Consent.NO,
            ),
            Information("i9", "kvk", None, about=("p4",), requested_on=When(2026, 4, 1), content="Blokkade van i9."),
        ),
        facts=(
            Fact(
                "f7", "sr-420bis", "Vermoeden van witwassen.", "p4", "own", Period(When(2023, 1), When(2024, 6)),
                Status.PROSECUTED, When(2026, 3, 24), Plausible.YES, Suspicion.SERIOUS, "Reden van de ernst.",
                (PermitLink("EXP", Link.CONNECTED, "Reden van de samenhang."),),
                Benefit(money(18400), None, None, "Methode van f7.", "Geldspoor van f7."), sources=("i1", "i7"),
            ),
            Fact("f8", "opiumwet-3", "Beschreven als f8.", "p4", status=Status.ACQUITTED, sources=("i1",)),
        ),
        financing=Financing(
            (NeedLine("goodwill", money(245000), Evidence.E2),),
            (
                SourceLine("eigen geld", FundingKind.OWN_SAVINGS, None, money(12400), money(0), Evidence.E4),
                SourceLine("lening", FundingKind.PRIVATE_LOAN, "p4", money(217600), evidence=Evidence.E2,
                           evidenced=money(10000)),
            ),
        ),
        answers=(
            Answer("IDA-01", "nee", "Niets gebleken.", sources=("i1",), on=When(2026, 3, 1)),
            Answer("FIN-02", "ja", "De bronnen zijn lager.", "Onschuldige uitleg.", ("i1",), When(2026, 3, 30)),
            Answer("GEB-08", "ja", "Alleen context.", on=When(2026, 3, 30)),
        ),
        events=(
            Event(EventKind.APPLICATION_RECEIVED, When(2026, 1, 26)),
            Event(EventKind.SUPPLEMENT_INVITED, When(2026, 2, 2), When(2026, 2, 16)),
        ),
        hearings=(
            Hearing("h1", "p1", ("draft", "f7"), When(2026, 4, 1), statement="Zienswijze van p1.",
                    response="Weerwoord."),
        ),
        conclusion=Conclusion(
            GroundConclusion(Degree.SERIOUS, "Redenen voor a, letterlijk."),
            GroundConclusion(Degree.NONE, "Redenen voor b, letterlijk."),
            ObtainConclusion(YesNo.NO, "Redenen voor lid 6."),
            "Over de leeftijd van de feiten.",
            "Reden om af te wijken.",
            (
                Measure("ALC", Decision.GRANT_WITH_CONDITIONS, "Belangen ALC.", "Past mate.", "Past ernst.",
                        "Overwogen.", "Vergeleken.",
                        (Condition("Halfjaarcijfers.", "Geldstroom.", "Zicht.", "Inzage."),)),
                Measure("EXP", Decision.REFUSE, "Belangen EXP.", "Past mate.", "Past ernst.", "Overwogen.", None),
            ),
            RegularGrounds(True, "Uitkomst van de gewone gronden."),
            check_answers=(CheckAnswer("C02", ("f7",), "Antwoord op controle C02, letterlijk."),),
        ),
    )  # fmt: skip


def _ground(letter, indication, low, high, **more):
    criteria = {"facts": ["f7"], "suspicion": "ernstig", "relation": "feitelijk leider"}
    return GroundOutcome(letter, criteria, indication, low, high, f"{letter}-rij-1", **more)


def assessment():
    """The outcome that belongs to `dossier`."""
    rule = Reason("Reden uit de regel", "Wet Bibob art. 3a")
    return Assessment(
        reference="BIB-2026-0099",
        catalogue="2026-01-01",
        program="0.1.0",
        assessed_on=ON,
        admissions=(
            Admission("i1", Verdict.USABLE, True),
            Admission("i7", Verdict.CLOSED_PART, True, (Reason("Niet verstrekken", "Wjsg art. 39f"),), "toestemming"),
            Admission("i9", Verdict.BLOCKED, False, (Reason("Er is geen grondslag", "AVG art. 6"),), "leg haar vast"),
        ),
        facts=(
            FactOutcome("f7", EvidenceClass.SUSPICION, Tie.C_LEADS, ("p4", "p1"), True, True, 1.9, ("a",),
                        (NotFor("b", Reason("De samenhang is niet bekend", "Wet Bibob art. 3 lid 3")),), (rule,)),
            FactOutcome("f8", EvidenceClass.EXCLUDED, Tie.C_LEADS, ("p4", "p1"), None, False, None, (),
                        (NotFor("a", Reason("Vrijspraak", "Wet Bibob art. 3a lid 3")),), (rule,)),
        ),
        control=(Control("p1", "p2", Decimal(1), ("p1", "p2"), ("shareholder",)),),
        funding=Funding(money(245000), money(230000), money(15000), money(22400), Decimal("0.0914"), Decimal("0.1739"),
                        None, None, (Figure("aangetoond deel", Decimal("0.0914"), False, "aangetoond ÷ nodig",
                                            (("aangetoond", money(22400)), ("nodig", money(245000)))),)),
        findings=(
            Finding("IDA-01", Truth.NO, "risk", ("A",), ("answer:IDA-01",)),
            Finding("FIN-02", Truth.YES, "risk", ("A",), ("answer:FIN-02",), "Het geld sluit niet aan"),
            Finding("GEB-08", Truth.YES, "context", (), ("answer:GEB-08",)),
        ),
        open_points=(OpenPoint("FIN-03", "Waar het geld vandaan komt"), OpenPoint("IDA-11", "Vraag IDA-11?")),
        a=_ground("a", Degree.SERIOUS, Degree.SERIOUS, Degree.SERIOUS, reasons=(rule,), decisive=(("f7",),)),
        b=_ground("b", Degree.UNDETERMINED, Degree.NONE, Degree.LESSER, would_raise=(("f7", "FIN-03"),)),
        c=ObtainOutcome(Invoked.NOT_INVOKED),
        options=(Decision.GRANT, Decision.GRANT_WITH_CONDITIONS, Decision.REFUSE),
        checks=(
            Check("C03", Severity.BLOCK, ("EXP",), "De evenredigheid ontbreekt", "Wet Bibob art. 3 lid 5", "Vul aan."),
            Check("C02", Severity.ANSWER, ("f7",), "Het feit is oud", "vaste rechtspraak", answered=True),
        ),
        duties=(Duty("D-7a-7", date(2026, 4, 15), "Meld de conclusie aan het Bureau", "Wet Bibob art. 7a lid 7"),),
        terms=(Term("decision", date(2026, 4, 28), date(2026, 4, 28), date(2026, 4, 27), 36,
                    (TermStep("Awb 4:15 lid 1 a", date(2026, 2, 3), date(2026, 2, 12), "stilgestaan"),)),),
        receipt="sha256:" + "a" * 64,
    )  # fmt: skip


def empty_dossier():
    return Dossier("BIB-2026-0001", "2026-01-01", ON)


def empty_assessment():
    """The outcome of a dossier in which nothing stands."""
    none = GroundOutcome("a", {}, Degree.NONE, Degree.NONE, Degree.NONE, "none")
    return replace(
        assessment(), reference="BIB-2026-0001", admissions=(), facts=(), control=(), funding=None, findings=(),
        open_points=(), a=none, b=replace(none, ground="b"), options=(), checks=(), duties=(), terms=(),
    )  # fmt: skip
