# SPDX-License-Identifier: EUPL-1.2
"""What speaks for the subject, in section 7: as findable and as well sourced as what speaks against."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assessment.catalogue.checklist import Kind, Question
from assessment.dossier.answer import Answer
from assessment.known import known
from assessment.outcome import Finding
from assessment.telling.block import Block, Cell, Span, Table
from assessment.telling.fact_list import left_out
from assessment.telling.material import Material
from assessment.telling.shaping import columns, part, row
from assessment.telling.words import sentence, told
from assessment.truth import Truth

Answered = tuple[Question, Answer, Finding]
_HEADS = columns(("Nr", 0.09), ("Wat voor betrokkene spreekt", 0.8), ("Bron", 0.11))
_BRIEF_HEADS = columns(("Thema", 0.2), ("Wat voor betrokkene spreekt", 0.8))


def exculpatory(material: Material, answered: Sequence[Answered]) -> tuple[Block, ...]:
    """Give facts that were left out, mitigating answers, and what was asked without a signal."""
    speaking = [one for one in answered if speaks_for(one)]
    if material.is_brief and speaking:
        table = Table("", _BRIEF_HEADS, tuple(_themes(material, speaking)))
        return part("Ontlastend", (table,), "")
    rows = left_out(material)
    rows += [row(one[0].id, _speaking(material, one), material.source_cell(one[1].sources)) for one in speaking]
    tables = (Table("", _HEADS, tuple(rows)),) if rows else ()
    return part("Ontlastend", tables, "Er is niets vastgelegd dat voor betrokkene spreekt.")


def speaks_for(one: Answered) -> bool:
    """Whether an answer speaks for the subject: a mitigating finding, or no signal where one was looked for."""
    question, _, finding = one
    if question.kind is Kind.MITIGATING:
        return finding.holds is Truth.YES
    return finding.holds is Truth.NO and question.kind is not Kind.CONTEXT


def _themes(material: Material, speaking: Iterable[Answered]) -> list[tuple[Cell, ...]]:
    """Put the answers of one theme in one row, each with its sources; nothing speaks against, so it may be short."""
    per_theme: dict[str, list[Span]] = {}
    for one in speaking:
        spans = per_theme.setdefault(one[0].theme, [])
        spans += [Span(f"{one[0].id} ", bold=True), Span(f"{_speaking(material, one)} ")]
        spans += [part_ for mark in material.source_spans(one[1].sources) for part_ in (mark, Span(" "))]
    names = {theme.code: theme.name for theme in material.catalogue.themes}
    return [
        row(f"{code} {names.get(code, '')}", Cell("".join(one.text for one in spans), spans=tuple(spans)))
        for code, spans in per_theme.items()
    ]


def _speaking(material: Material, one: Answered) -> str:
    """Tell the finding or the answer, then note and explanation verbatim."""
    question, answer, finding = one
    mitigating = question.kind is Kind.MITIGATING
    first = sentence(finding.text or question.finding) if mitigating else _answer(material, question, answer)
    first = over(material, finding) + first
    typed = [text for text in (known(answer.note), known(answer.innocent_explanation)) if text]
    return " ".join([first, *typed])


def over(material: Material, finding: Finding) -> str:
    """Name the party that a finding is about, where the question was put for each of them."""
    return f"{material.name(finding.about)}: " if finding.about else ""


def _answer(material: Material, question: Question, answer: Answer) -> str:
    value = told(answer.value) if isinstance(answer.value, bool) else str(answer.value)
    return f"{question.text} {sentence(material.catalogue.words['answer'].get(value, value))}"
