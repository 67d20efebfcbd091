# SPDX-License-Identifier: EUPL-1.2
"""Set a table or pairs of a document: widths of the columns, text of the cells, elements for a screen reader."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from assessment.telling.block import Align, Cell, Column, Pairs, Table
from storage.paper.column_widths import gaps, share
from storage.paper.lines import Run, break_lines
from storage.paper.runs import plain, runs_of_cell
from storage.paper.sheet import CELL, CELL_HEAD, CELL_NAME, FULL, ROOM, Face, Style
from storage.paper.table import Grid, Row, SetCell
from storage.paper.tags import Element

_NAMES: Final = 0.3
"""The share of the names in pairs."""
_HIGHEST_HEAD: Final = ROOM / 3
"""A head higher than this is not repeated, for nothing would be left for the rows."""


def set_table(table: Table, element: Element, anchors: frozenset[str]) -> Grid | None:
    """Set a table; None when it has no column at all. Short rows are filled up, no cell is dropped."""
    columns = _all_columns(table)
    if not columns:
        return None
    first_total = len(table.rows) - table.totals
    cells = [_cells(row, len(columns), number >= first_total) for number, row in enumerate(table.rows)]
    runs = [[runs_of_cell(cell, anchors, Face.REGULAR) for cell in row] for row in cells]
    heads = [plain(column.head, Face.STRONG) for column in columns]
    white = gaps(columns, FULL)
    setting = _Setting(columns, share(columns, [heads, *runs], FULL - sum(white)), white)
    headed = any(column.head.strip() for column in columns)
    head = setting.head(heads, element.add("THead").add("TR")) if headed else None
    body = element.add("TBody")
    rows = [
        setting.row((row, text), body.add("TR"), total=number >= first_total, named=not headed)
        for number, (row, text) in enumerate(zip(cells, runs, strict=True))
    ]
    if head and head.height > _HIGHEST_HEAD:
        return Grid((head, *rows))
    return Grid(tuple(rows), head)


def set_pairs(pairs: Pairs, element: Element) -> Grid:
    """Set names with values: two columns, each name the head of its row."""
    widths = (FULL * _NAMES - 12, FULL * (1 - _NAMES))
    body = element.add("TBody")
    rows: list[Row] = []
    for pair in pairs.rows:
        line = body.add("TR")
        tags = (line.add("TH", Table={"Scope": "Row"}), line.add("TD"))
        lines = [break_lines(plain(text), width, CELL.size) for text, width in zip(pair, widths, strict=True)]
        name = SetCell(lines[0], 0.0, widths[0], CELL_NAME, tags[0])
        rows.append(Row((name, SetCell(lines[1], FULL * _NAMES, widths[1], CELL, tags[1]))))
    return Grid(tuple(rows))


def _all_columns(table: Table) -> tuple[Column, ...]:
    """Give the columns of a table, with nameless ones for cells beyond them."""
    wanted = max((len(row) for row in table.rows), default=0)
    return table.columns + (Column("", 0.1),) * (wanted - len(table.columns))


def _cells(row: Sequence[Cell], count: int, total: bool) -> list[Cell]:
    """Fill a row up to the number of columns; a total is bold."""
    cells = [*row, *[Cell("")] * (count - len(row))]
    return [replace(cell, bold=True) for cell in cells] if total else cells


def _is_all_bold(row: Sequence[Cell]) -> bool:
    return all(cell.bold or not cell.text for cell in row)


class _Setting:
    """Sets rows in columns of known widths."""

    def __init__(self, columns: Sequence[Column], widths: Sequence[float], white: Sequence[float]) -> None:
        self._rights = [column.align is Align.RIGHT for column in columns]
        self._widths = widths
        self._lefts = [sum(widths[:number]) + sum(white[: number + 1]) for number in range(len(widths))]

    def head(self, heads: Sequence[tuple[Run, ...]], line: Element) -> Row:
        """Set the head."""
        tags = [line.add("TH", Table={"Scope": "Column"}) for _ in heads]
        pairs = enumerate(zip(heads, tags, strict=True))
        return Row(tuple(self._cell(number, text, CELL_HEAD, tag) for number, (text, tag) in pairs))

    def row(
        self, content: tuple[Sequence[Cell], Sequence[tuple[Run, ...]]], line: Element, *, total: bool, named: bool
    ) -> Row:
        """Set a row; when the table has no head, the first cell is the head of its row."""
        cells: list[SetCell] = []
        for number, (cell, text) in enumerate(zip(*content, strict=True)):
            tag = line.add("TH", Table={"Scope": "Row"}) if named and number == 0 else line.add("TD")
            style = replace(CELL, ink="muted") if cell.struck else CELL
            cells.append(replace(self._cell(number, text, style, tag), anchor=cell.anchor))
        names = not total and any(cell.bold for cell in content[0]) and _is_all_bold(content[0])
        return Row(tuple(cells), total, names=names)

    def _cell(self, number: int, runs: tuple[Run, ...], style: Style, tag: Element) -> SetCell:
        width = self._widths[number]
        lines = break_lines(runs, width, style.size)
        return SetCell(lines, self._lefts[number], width, style, tag, self._rights[number])
