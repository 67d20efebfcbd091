# SPDX-License-Identifier: EUPL-1.2
"""What follows about who holds and controls what, as of the day of assessment."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Grip(StrEnum):
    """How far a holding reaches: more than half; above the threshold beside others; not so far; or not known."""

    SOLE = "sole"
    JOINT = "joint"
    NONE = "none"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Control:
    """What one party holds of another as of the assessment date: share, path and roles, and the path in words.

    `at_least` where a share that is not known may add to it; `grip` is None where nothing is held. `along` is what the
    path that is told gives by itself, None where a share on it is not known.
    """

    party: str
    over: str
    share: Decimal | None
    path: tuple[str, ...]
    roles: tuple[str, ...]
    at_least: bool = False
    grip: Grip | None = None
    words: str = ""
    along: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Remainder:
    """The part of an organisation of which no holder is recorded, told in words.

    `open` are holders whose share is not known: what is left may be theirs, and their share is asked first. `task` is
    what to do where somebody else who controls a subject may stand behind it, and empty elsewhere.
    """

    over: str
    recorded: Decimal
    unknown: Decimal
    open: tuple[str, ...]
    words: str
    task: str = ""
