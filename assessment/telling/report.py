# SPDX-License-Identifier: EUPL-1.2
"""An assessment as plain Dutch text, for reading in a terminal or on one sheet of A4."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.catalogue.catalogue import Catalogue
from assessment.dates import tell
from assessment.dossier.dossier import Dossier
from assessment.explanation.explain import Explanation, explain
from assessment.explanation.tree import JudgementOf
from assessment.outcome import Assessment, GroundOutcome, Severity
from assessment.telling.fact_list import what
from assessment.telling.framework import catalogue_date
from assessment.telling.headline import degree, subject_names
from assessment.telling.material import Material
from assessment.telling.open_points import split, unasked_sentence
from assessment.telling.options_told import closed, rests_on
from assessment.telling.own_policy import own_policy_sentence
from assessment.telling.plain import part, wrapped
from assessment.telling.shaping import statement_lines, statement_text
from assessment.telling.timing import duty_line
from assessment.telling.weighed import counts, relation
from assessment.telling.words import listed, sentence, told_computed, told_euro, told_years
from assessment.truth import Truth


def report(assessment: Assessment, dossier: Dossier, catalogue: Catalogue) -> str:
    """Tell what follows from a dossier: terms, money, facts, grounds, options, checks, duties and receipt."""
    material, why = Material(dossier, assessment, catalogue), explain(dossier, assessment, catalogue)
    parts = (
        ("Termijnen", _terms(material), "Er loopt geen termijn."),
        ("Financiering", _financing(material), "Niets vastgelegd."),
        ("Zeggenschap", _control(material, why), "Uit de vastgelegde relaties volgt geen zeggenschap."),
        ("Informatie", _information(material, why), "Geen informatie vastgelegd."),
        ("Feiten", _facts(material), "Geen feiten vastgelegd."),
        ("Bevindingen", _findings(material, why), "Geen antwoord wijst op een bevinding."),
        ("Gronden", _grounds(material, why), ""),
        ("Wat de wet toelaat", _options(material, why), ""),
        ("Controles", _checks(material, why), "Alle controles zijn in orde."),
        ("Plichten", _duties(material), "Geen plichten uit wat is vastgelegd."),
        ("Open punten", _open(material), "Geen open punten."),
    )
    told = (line for title, items, empty in parts for line in part(title, items, empty))
    return "\n".join([*_head(material), *told, *_foot(material)]) + "\n"


def _head(material: Material) -> Iterator[str]:
    yield f"{material.dossier.reference}  {subject_names(material)}"
    yield f"Beoordeeld per {tell(material.assessment.assessed_on)}, catalogus {material.assessment.catalogue}"
    yield from wrapped(material.say("human-decides", organ=material.organ, catalogue=catalogue_date(material)))
    if material.catalogue.own:
        yield from wrapped(own_policy_sentence(material))


def _foot(material: Material) -> Iterator[str]:
    yield ""
    yield f"Toetssteen {material.assessment.program}, kenmerk van deze beoordeling:"
    yield f"  {material.assessment.receipt}"


def _terms(material: Material) -> Iterator[str]:
    for one in material.assessment.terms:
        name = material.catalogue.word("term", one.id)
        stood = f", {one.suspended_days} dagen opgeschort" if one.suspended_days else ""
        yield f"{name}: {tell(one.statutory_end)} (veilig: {tell(one.safe_end)}{stood})"


def _financing(material: Material) -> Iterator[str]:
    funding = material.assessment.funding
    if funding is None:
        return
    yield f"nodig {told_euro(funding.need)}, opgegeven {told_euro(funding.declared)}, verschil {told_euro(funding.gap)}"
    yield f"aangetoond {told_euro(funding.evidenced)} ({told_computed(funding.evidenced_share, 2)} van nodig)"
    yield f"contant {told_computed(funding.cash_share, 2)} van de opgegeven herkomst"
    yield f"particulier en buitenlands {told_computed(funding.private_foreign_share, 2)}"
    yield f"omzet: verschil met eerder {told_computed(funding.turnover_change, 2)}"


def _control(material: Material, why: Explanation) -> Iterator[str]:
    return (f"§ {material.named(statement_text(one))}" for one in why.control.values())


def _information(material: Material, why: Explanation) -> Iterator[str]:
    for admission in material.assessment.admissions:
        node = why.information[admission.information]
        yield f"{admission.information}  {node.text}; draagt {'een' if admission.may_carry else 'geen'} feit"
        for line in statement_lines(node):
            yield f"    {material.named(line)}"


def _findings(material: Material, why: Explanation) -> Iterator[str]:
    """Tell what holds; beside it the words of the officer, and the innocent explanation that he considered."""
    for finding, node in zip(material.assessment.findings, why.findings, strict=True):
        if finding.holds is Truth.YES:
            over = f" ({material.name(finding.about)})" if finding.about else ""
            yield f"{finding.id}{over}  § {statement_text(node)}"
            for line in statement_lines(node):
                yield f"    {material.named(line)}"


def _facts(material: Material) -> Iterator[str]:
    outcomes = {one.id: one for one in material.assessment.facts}
    for fact in material.dossier.facts:
        yield f"{fact.id}  {what(material, fact)} [{', '.join(fact.sources) or 'geen bron'}]"
        if outcome := outcomes.get(fact.id):
            yield f"    {material.word(outcome.evidence_class)}; {relation(material, outcome)}"
            yield f"    {told_years(outcome.age_years)}; telt mee: {counts(outcome)}"
            for line in statement_lines(material.why_fact(outcome)):
                yield f"    {material.named(line)}"


def _grounds(material: Material, why: Explanation) -> Iterator[str]:
    for outcome in (material.assessment.a, material.assessment.b):
        yield from _ground(material, outcome)
    yield f"lid 6  aanwijzing: {material.word(material.assessment.c.indication)}"
    for line in statement_lines(why.grounds["c"]):
        yield f"    {material.named(line)}"


def _options(material: Material, why: Explanation) -> Iterator[str]:
    """Tell what is open, on which degrees that rests, and per permit what the law closes and why."""
    yield listed(material.word(one) for one in material.assessment.options)
    if why.options:
        yield f"    rust op: {rests_on(why.options.values())}"
    for permits, decision, reason in closed(why.options):
        yield f"    {permits}: niet {decision}"
        yield f"      § {reason}"


def _ground(material: Material, outcome: GroundOutcome) -> Iterator[str]:
    low, high = material.word(outcome.low), material.word(outcome.high)
    reach = "vast" if outcome.low is outcome.high else f"tussen {low} en {high}"
    yield f"{outcome.ground}  aanwijzing: {material.word(outcome.indication)} ({reach}; {material.row(outcome.rule)})"
    why = material.why_ground(outcome)
    for line in statement_lines(why):
        yield f"    {material.named(line)}"
    if not any(isinstance(one, JudgementOf) for one in why.parts):
        yield f"    conclusie van de behandelaar: {degree(material, outcome.ground)}"
    if outcome.decisive:
        yield f"    draagt op: {'; of '.join(listed(one) for one in outcome.decisive)}"
    if outcome.would_raise:
        yield f"    hoger met: {'; of '.join(listed(one) for one in outcome.would_raise)}"


def _open(material: Material) -> Iterator[str]:
    """Tell what somebody recorded as not known; questions without any answer are counted per theme."""
    asked, unasked = split(material)
    for one in asked:
        yield f"{one.id}  {one.about}"
    if unasked:
        yield unasked_sentence(material, unasked)


_SEVERITIES = ((Severity.BLOCK, "houdt tegen"), (Severity.ANSWER, "vraagt antwoord"), (Severity.HINT, "ter aandacht"))


def _checks(material: Material, why: Explanation) -> Iterator[str]:
    """Tell what is not met, the heaviest first, each with the answer that the officer wrote to it."""
    told = list(zip(material.assessment.checks, why.checks, strict=True))
    for severity, name in _SEVERITIES:
        for one, node in [pair for pair in told if pair[0].severity is severity]:
            about = f" ({', '.join(one.records)})" if one.records else ""
            answered = " Beantwoord." if one.answered else ""
            yield f"{name}: {one.id}{about} {sentence(material.named(one.text))} [{one.basis}]{answered}"
            yield from (f"    {line}" for line in statement_lines(node))


def _duties(material: Material) -> Iterator[str]:
    for one in material.assessment.duties:
        yield f"{duty_line(one)}{' Gedaan.' if one.fulfilled else ''}"
