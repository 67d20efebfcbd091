# SPDX-License-Identifier: EUPL-1.2
"""A small catalogue, and the dossier with one of everything that is told with it."""

from assessment.catalogue.catalogue import Catalogue, LegalForm
from assessment.catalogue.checklist import Kind, Question, Theme
from assessment.catalogue.offence import Gravity, Offence
from assessment.catalogue.partner import Basis, Partner
from assessment.catalogue.permit import PermitType
from assessment.catalogue.reading import Entry, Faults
from assessment.catalogue.vocabulary import WORDS_NEEDED
from assessment.catalogue.weighing import Framework
from assessment.catalogue.wording import read_sentences
from resources.files import ROOT
from resources.strict_yaml import read_yaml
from tests.assessment.weighing.balances import shipped

DEGREES = {
    "none": "geen gevaar",
    "lesser": "mindere mate van gevaar",
    "serious": "ernstig gevaar",
    "undetermined": "niet vast te stellen",
}


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
        framework=Framework(reasons=shipped().framework.reasons),
        terms=shipped().terms,
    )
