# SPDX-License-Identifier: EUPL-1.2
"""What a package says that it is, outside and inside alike."""

from __future__ import annotations

from typing import Any, Final

from assessment.errors import NewerPackage

FORMAT: Final = "toetssteen-pakket"
VERSION: Final = 1
DAMAGED: Final = "de inhoud is beschadigd"


def is_of_package(raw: Any) -> bool:
    """Whether a block says that it is of a package; raises NewerPackage for one of a later version."""
    if not isinstance(raw, dict) or raw.get("format") != FORMAT or type(raw.get("version")) is not int:
        return False
    if raw["version"] > VERSION:
        raise NewerPackage(str(raw["version"])[:20], str(VERSION))
    return True
