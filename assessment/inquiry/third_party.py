# SPDX-License-Identifier: EUPL-1.2
"""What others paid: bills of the subject, and sums that came from another than the one who lends (practice.md 1.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from assessment.dossier.financing import Financing, NeedLine, SourceLine
from assessment.known import known
from assessment.money import ZERO, money
from assessment.outcome import Figure


def third_party_figures(financing: Financing, subjects: Collection[str]) -> Iterator[Figure]:
    """Give what somebody else paid; nothing where nobody recorded who paid."""
    bills = [line for line in financing.need if is_paid_by_another(line, subjects)]
    sums = [line for line in financing.sources if is_from_another(line, subjects)]
    if _is_recorded(financing):
        inputs = (*((one.label, one.amount) for one in bills), *((one.label, one.amount) for one in sums))
        formula = "som van posten die een ander betaalde, en van bronnen die van een ander dan de geldgever kwamen"
        yield Figure("third_party_payments", money(sum((one for _, one in inputs), ZERO)), True, formula, inputs)


def is_paid_by_another(line: NeedLine, subjects: Collection[str]) -> bool:
    """Whether a bill was paid by somebody who is no subject."""
    payer = known(line.paid_by)
    return bool(payer) and payer not in subjects


def is_from_another(line: SourceLine, subjects: Collection[str]) -> bool:
    """Whether a sum came from another than its lender; of money without a lender, from another than a subject."""
    payer, lender = known(line.payer), known(line.lender)
    return bool(payer) and payer != lender and (bool(lender) or payer not in subjects)


def _is_recorded(financing: Financing) -> bool:
    return any(known(line.paid_by) for line in financing.need) or any(known(line.payer) for line in financing.sources)
