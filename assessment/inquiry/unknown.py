# SPDX-License-Identifier: EUPL-1.2
"""What is not known about a fact and could change what it counts for (weighing.md no. 15)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Missing(StrEnum):
    """What can be missing; link, benefit and money path are added by the weighing."""

    STATUS = "status"
    PLAUSIBLE = "plausible"
    SUSPICION = "suspicion"
    RELATION = "relation"
    LINK = "link"
    BENEFIT = "benefit"
    MONEY_PATH = "money-path"


@dataclass(frozen=True, slots=True)
class Unknown:
    """One thing that is not known: what, about which record (fact, relation or party), and the task in Dutch."""

    missing: Missing
    about: str
    text: str
