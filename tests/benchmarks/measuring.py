# SPDX-License-Identifier: EUPL-1.2
"""Measuring: the shortest of several times, because other work on the machine only makes it longer."""

from __future__ import annotations

from collections.abc import Callable
from statistics import median
from time import perf_counter

YARDSTICK = 0.0073
"""Seconds for the fixed work on the machine for which the bars were set: two slow cores."""


def times(action: Callable[[], object], count: int) -> list[float]:
    """Give the seconds that each of so many runs took, the shortest first."""
    taken = []
    for _ in range(count):
        start = perf_counter()
        action()
        taken.append(perf_counter() - start)
    return sorted(taken)


def tell(what: str, **seconds: float) -> None:
    """Print one line of figures: names that end in `ratio` are numbers, all others seconds, printed as milliseconds."""
    words = [
        f"{name} {value:.2f}" if name.endswith("ratio") else f"{name} {value * 1000:.1f} ms"
        for name, value in seconds.items()
    ]
    print(f"\n{what}: {', '.join(words)}")  # noqa: T201 - shown with -s


def fixed_work() -> int:
    """Do the same pure Python each time: what a machine needs for it is the yardstick for other pure Python."""
    rows = sorted((number * 7919 % 10007, str(number)) for number in range(20_000))
    found: dict[int, list[str]] = {}
    for key, word in rows:
        found.setdefault(key, []).append(word)
    return sum(len(words) for words in found.values())


def scaled(bar: float, yardstick: float) -> float:
    """Give a bar in seconds on this machine, by the time that it needs for the fixed work."""
    return bar * max(1.0, yardstick / YARDSTICK)


def middle(taken: list[float]) -> float:
    """Give the median."""
    return median(taken)
