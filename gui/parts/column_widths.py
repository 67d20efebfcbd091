# SPDX-License-Identifier: EUPL-1.2
"""How the columns of a table share the room there is: none gets smaller than its head before the table scrolls."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Width:
    """What a column likes, what it cannot do without, and whether it takes what is left; all in pixels."""

    liked: int
    least: int
    grows: bool = False


def spread(columns: Sequence[Width], room: int) -> tuple[int, ...]:
    """Give each column its width: what is left over goes to those that grow, what is missing comes from all.

    A column gives up in proportion to what it can miss. The sum is `room`, unless nothing grows or the least is more.
    """
    spare = room - sum(one.liked for one in columns)
    if spare >= 0:
        return _with_shares([one.liked for one in columns], spare, [int(one.grows) for one in columns])
    slack = [one.liked - one.least for one in columns]
    missing = min(-spare, sum(slack))
    return _with_shares([one.liked for one in columns], -missing, slack)


def _with_shares(widths: Sequence[int], amount: int, parts: Sequence[int]) -> tuple[int, ...]:
    """Share out an amount in proportion, to the last pixel."""
    whole, given, result, passed = sum(parts), 0, [], 0
    for width, part in zip(widths, parts, strict=True):
        passed += part
        until = amount * passed // whole if whole else 0
        result.append(width + until - given)
        given = until
    return tuple(result)
