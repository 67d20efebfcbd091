# SPDX-License-Identifier: EUPL-1.2
"""A check at its edge: a dossier that just breaks it beside one that just does not."""

from collections.abc import Sequence

import pytest

from .cases import Change, keys

Pair = tuple[str, list[Change], list[Change]]
"""The text of a check, what raises it, and what spares it."""


def on_both_sides(pairs: Sequence[Pair]) -> pytest.MarkDecorator:
    """Run a test for each pair."""
    ids = [f"{number}-{one[0]}" for number, one in enumerate(pairs)]
    return pytest.mark.parametrize(("key", "raising", "sparing"), pairs, ids=ids)


def told_apart(key: str, raising: list[Change], sparing: list[Change]) -> None:
    """Hold that the check tells the two apart."""
    assert key in keys(*raising)
    assert key not in keys(*sparing)
