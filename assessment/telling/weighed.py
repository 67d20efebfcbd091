# SPDX-License-Identifier: EUPL-1.2
"""Section 9: facts weighed, then each ground with its criteria, indication and the officer's conclusion."""

from __future__ import annotations

from assessment.dossier.bureau_advice import BureauAdvice, DegreePerGround
from assessment.dossier.fact import Fact
from assessment.known import NOT_KNOWN_WORD, Maybe
from assessment.outcome import FactOutcome, Tie
from assessment.telling.block import Block, Cell, Heading, Paragraph, Table
from assessment.telling.brief import brief_grounds
from assessment.telling.ground_told import ground
from assessment.telling.material import Material
from assessment.telling.obtain_told import obtained
from assessment.telling.shaping import columns, judgement, part, reason_text, row, section
from assessment.telling.words import sentence, told, told_years


def weighed(material: Material) -> tuple[Block, ...]:
    """Give the whole section; without facts on the light route it is one table."""
    if material.is_brief:
        return (section(9, "Beoordeling per grond"), brief_grounds(material))
    return (
        section(9, "Beoordeling per grond"),
        *part("Feiten gewogen", _facts(material), "Er zijn geen feiten om te wegen."),
        Heading(3, "Grond a: voordeel uit strafbare feiten benutten"),
        *ground(material, material.assessment.a),
        Heading(3, "Grond b: strafbare feiten plegen"),
        *ground(material, material.assessment.b),
        Heading(3, "Lid 6: strafbaar feit om het besluit te krijgen of te behouden"),
        *obtained(material),
        *part("Advies van het Landelijk Bureau Bibob", _bureau(material), "Er is geen advies van het Bureau."),
    )


def _facts(material: Material) -> tuple[Block, ...]:
    rows = [_fact(material, one) for one in material.assessment.facts]
    if not rows:
        return ()
    heads = columns(("Feit", 0.06), ("§ Bewijs", 0.2), ("§ Relatie", 0.18), ("§ Telt mee", 0.1), ("§ Waarom", 0.46))
    age = material.conclusion.age_of_facts
    return (
        Table("", heads, tuple(rows)),
        material.rule("age"),
        judgement("Oordeel van de behandelaar over het tijdsverloop", told(age)),
        *(_suspicion(material, one) for one in material.dossier.facts if one.suspicion),
    )


def _fact(material: Material, outcome: FactOutcome) -> tuple[Cell, ...]:
    why = " ".join(sentence(material.named(reason_text(one))) for one in outcome.reasons)
    name = Cell(outcome.id, target=f"fact-{outcome.id}")
    return row(name, _class_and_age(material, outcome), relation(material, outcome, why), counts(outcome), why)


def _suspicion(material: Material, fact: Fact) -> Paragraph:
    """Give the officer's grade of a suspicion, with the reason verbatim."""
    graded = f"{material.word(fact.suspicion)}. Reden: {told(fact.suspicion_reason)}"
    return judgement(f"Oordeel van de behandelaar over de ernst van het vermoeden bij {fact.id}", graded)


def _class_and_age(material: Material, outcome: FactOutcome) -> str:
    fact = next((one for one in material.dossier.facts if one.id == outcome.id), None)
    known_word = f"; {material.word(fact.offence_plausible)}" if fact and fact.offence_plausible else ""
    plausible = known_word or "; aannemelijkheid niet bekend"
    age = f"{told_years(outcome.age_years)} oud" if outcome.age_years is not None else "leeftijd niet bekend"
    return f"{material.word(outcome.evidence_class)}{plausible}; {age}"


def relation(material: Material, outcome: FactOutcome, why: str = "") -> str:
    """Tell how the subject stands to the fact, whether that still runs, and the path unless `why` tells it."""
    word = material.word(outcome.relation)
    if outcome.relation is Tie.NONE:
        return word
    runs = {True: "loopt", False: "beëindigd", None: f"of zij loopt is {NOT_KNOWN_WORD}"}[outcome.relation_current]
    chain = material.path(outcome.relation_path)
    path = f"; {chain}" if len(outcome.relation_path) > 1 and chain not in why else ""
    return f"{word}{path}; {runs}"


def counts(outcome: FactOutcome) -> str:
    """Tell for which grounds a fact counts."""
    return f"voor {' en '.join(_ground(one) for one in outcome.counts_for)}" if outcome.counts_for else "nee"


def _ground(letter: str) -> str:
    return "lid 6" if letter == "c" else letter


def _bureau(material: Material) -> tuple[Block, ...]:
    advices = material.dossier.bureau_advices
    if not advices:
        return ()
    rows = [
        row(
            told(one.number),
            told(one.issued_on),
            material.word(one.for_file),
            f"a: {_found(material, one, 'a')}; b: {_found(material, one, 'b')}",
            _verified(material, one),
        )
        for one in advices
    ]
    heads = columns(
        ("Nummer", 0.15), ("Datum", 0.14), ("Voor dossier", 0.15), ("Mate van gevaar", 0.26), ("Nagegaan", 0.3)
    )
    rule = material.rule("bureau-input", organ=material.organ[:1].upper() + material.organ[1:])
    return (Table("", heads, tuple(rows)), rule)


def _found(material: Material, advice: BureauAdvice, letter: str) -> str:
    degrees: Maybe[DegreePerGround] = advice.degree
    if not isinstance(degrees, DegreePerGround):
        return NOT_KNOWN_WORD
    return material.word(degrees.a if letter == "a" else degrees.b)


def _verified(material: Material, advice: BureauAdvice) -> str:
    told_ = [
        f"{one.fact}: bron gezien {material.word(one.seen_source)}, volgt {material.word(one.follows)}"
        for one in advice.verified
    ]
    return "; ".join(told_) or "niet vastgelegd"
