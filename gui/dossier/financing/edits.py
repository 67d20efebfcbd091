# SPDX-License-Identifier: EUPL-1.2
"""Changes to the financing of a dossier; lines have no id and are named by their place."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from assessment.dossier.dossier import Dossier
from assessment.dossier.financing import CashStatement, Financing, NeedLine, Operations, SourceLine, YearTurnover

L = TypeVar("L", NeedLine, SourceLine, CashStatement, YearTurnover)


def financing_of(dossier: Dossier) -> Financing:
    """Give the financing, empty where nothing was recorded."""
    return dossier.financing if isinstance(dossier.financing, Financing) else Financing()


def operations_of(financing: Financing) -> Operations:
    """Give the figures of the business, empty where nothing was recorded."""
    return financing.operations if isinstance(financing.operations, Operations) else Operations()


def with_need(dossier: Dossier, need: tuple[NeedLine, ...]) -> Dossier:
    """Record what is needed."""
    return replace(dossier, financing=replace(financing_of(dossier), need=need))


def with_sources(dossier: Dossier, sources: tuple[SourceLine, ...]) -> Dossier:
    """Record where the money comes from."""
    return replace(dossier, financing=replace(financing_of(dossier), sources=sources))


def with_operations(dossier: Dossier, operations: Operations) -> Dossier:
    """Record the figures of the business."""
    return replace(dossier, financing=replace(financing_of(dossier), operations=operations))


def with_cash_statements(dossier: Dossier, statements: tuple[CashStatement, ...]) -> Dossier:
    """Record the cash statements."""
    return replace(dossier, financing=replace(financing_of(dossier), cash_statements=statements))


def put_at(lines: tuple[L, ...], at: int, line: L) -> tuple[L, ...]:
    """Put a line in place of another."""
    return (*lines[:at], line, *lines[at + 1 :])


def drop_at(lines: tuple[L, ...], at: int) -> tuple[L, ...]:
    """Leave a line out."""
    return (*lines[:at], *lines[at + 1 :])
