# SPDX-License-Identifier: EUPL-1.2
"""What all journeys agree on: the day, the password, the worked dossiers."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from storage.keys.cost import MIB, Cost

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "resources" / "examples"
CAFE = "cafe-de-verzonnen-vink"

TODAY = date(2026, 4, 15)
NAME = "Ada Voorbeeld"
PASSWORD = "vier woorden zijn genoeg"
CHEAP = Cost(8 * MIB, 1, 1)
"""What a guess at the password costs in a test."""


def example(name: str) -> dict[str, Any]:
    """Read a worked dossier as it stands in its file."""
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    return found
