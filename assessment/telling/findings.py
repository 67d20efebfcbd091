# SPDX-License-Identifier: EUPL-1.2
"""Section 7: facts, findings per theme, what speaks for the subject, and what is not known."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.catalogue.checklist import AREA_THEME, Kind, Question, Theme
from assessment.dossier.answer import Answer
from assessment.known import known
from assessment.outcome import Finding
from assessment.screening.walk import asked
from assessment.telling.block import Block, Cell, Heading, Table
from assessment.telling.exculpatory import Answered, exculpatory, over, speaks_for
from assessment.telling.fact_list import fact_list
from assessment.telling.funding_told import funding, operations
from assessment.telling.material import Material
from assessment.telling.open_points import open_points
from assessment.telling.shaping import columns, part, quiet, row, section
from assessment.telling.words import listed, sentence, told
from assessment.truth import Truth

_SIGNALS = columns(("Nr", 0.08), ("Bevinding", 0.44), ("Raakt", 0.12), ("Onschuldige verklaring", 0.27), ("Bron", 0.09))


def findings(material: Material) -> tuple[Block, ...]:
    """Give the whole section."""
    answered = _answered(material)
    return (
        section(7, "Bevindingen"),
        *fact_list(material),
        Heading(3, "Financiering en omzet"),
        *funding(material),
        *operations(material),
        *part("Bevindingen per thema", _signals(material, answered), "Er zijn geen signalen vastgelegd."),
        *_nothing_found(material, answered),
        *exculpatory(material, answered),
        *open_points(material),
    )


def _answered(material: Material) -> list[Answered]:
    """Pair answers with their question and finding; an answer without a finding is hidden and does not count."""
    found = {(one.id, one.about): one for one in material.assessment.findings}
    rows = [one for one in asked(material.catalogue, material.dossier) if (one.question.id, one.about) in found]
    return [(row.question, row.answer, found[row.question.id, row.about]) for row in rows if row.answer]


def _signals(material: Material, answered: list[Answered]) -> tuple[Block, ...]:
    """Give what was found, theme by theme; each theme begins with its letter and name."""
    rows: list[tuple[Cell, ...]] = []
    themes = []
    for theme in material.catalogue.themes:
        found = [one for one in answered if one[0].theme == theme.code and _is_signal(one)]
        if found:
            themes.append(theme.code)
            rows.append(row(Cell(theme.code, bold=True), Cell(theme.name, bold=True), "", "", ""))
            rows += [_signal(material, one) for one in found]
    context = (material.rule("area-context"),) if AREA_THEME in themes else ()
    return (Table("", _SIGNALS, tuple(rows)), *context) if rows else ()


def _is_signal(one: Answered) -> bool:
    return one[2].holds is Truth.YES and not speaks_for(one)


def _signal(material: Material, one: Answered) -> tuple[Cell, ...]:
    question, answer, finding = one
    return row(
        question.id,
        _found(material, one),
        _meaning(material, question, finding),
        _innocent(question, answer),
        material.source_cell(answer.sources),
    )


def _found(material: Material, one: Answered) -> str:
    """Tell the finding, then the officer's note verbatim, then the day of the answer."""
    question, answer, finding = one
    parts = [over(material, finding) + sentence(finding.text or question.finding)]
    parts += [answer.note] if answer.note else []
    parts += [f"({told(answer.on)})"] if answer.on else []
    return " ".join(parts)


def _meaning(material: Material, question: Question, finding: Finding) -> str:
    """Tell what a finding bears on; anything but a risk is named, and context bears on nothing."""
    kind = [] if question.kind is Kind.RISK else [material.word(question.kind)]
    grounds = [] if question.kind is Kind.CONTEXT else finding.grounds
    return ", ".join([*kind, *(material.catalogue.word("ground", one).split(":")[0] for one in grounds)])


def _innocent(question: Question, answer: Answer) -> str:
    said = known(answer.innocent_explanation)
    if said:
        return said
    return f"Denkbaar: {question.innocent}" if question.innocent else told(answer.innocent_explanation)


def _nothing_found(material: Material, answered: Iterable[Answered]) -> tuple[Block, ...]:
    """Say of the other themes that nothing was found, or nothing recorded."""
    signalled = {one[0].theme for one in answered if _is_signal(one)}
    put = {question.theme for question, _, _ in answered}
    silent = [one for one in material.catalogue.themes if one.code in put - signalled]
    empty = [one for one in material.catalogue.themes if one.code not in put]
    said = [f"Beantwoord, zonder signaal: {_names(silent)}."] if silent and not material.is_brief else []
    said += [f"Niets vastgelegd: {_names(empty)}."] if empty else []
    return (quiet(" ".join(said)),) if said else ()


def _names(themes: Iterable[Theme]) -> str:
    return listed(f"{one.code} {one.name}" for one in themes)
