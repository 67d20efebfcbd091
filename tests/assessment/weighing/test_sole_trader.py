# SPDX-License-Identifier: EUPL-1.2
"""The money of a sole trader and of his firm is one (weighing.md no. 5); that of a bv and its director is not."""

from __future__ import annotations

import pytest

from .cases import Change, keys, put

SOLE_TRADER = put("parties.0.legal_form", "eenmanszaak")
NOT_PAID_BY_ANOTHER = put("answers.+", {"question": "FIN-26", "value": "nee"})


def source(kind: str) -> Change:
    line = {"label": "geld", "amount": "1000.00", "kind": kind, "lender": "p2"}
    return put(
        "financing", {"need": [{"label": "inventaris", "amount": "1000.00", "paid_by": "p2"}], "sources": [line]}
    )


@pytest.mark.parametrize(
    ("key", "changes", "of_sole_trader"),
    [
        ("X51-itself", [source("private-loan")], True),
        ("X51-other", [source("own-savings")], False),
        ("X17-paid", [source("own-savings"), NOT_PAID_BY_ANOTHER], False),
    ],
)
def test_whoever_owns_the_firm_is_no_other(key: str, changes: list[Change], of_sole_trader: bool) -> None:
    assert (key in keys(SOLE_TRADER, *changes)) is of_sole_trader
    assert (key in keys(*changes)) is not of_sole_trader
