# SPDX-License-Identifier: EUPL-1.2
"""The one way in which a JSON value is written where it is authenticated."""

from __future__ import annotations

import json


def canonical(value: object) -> bytes:
    """Write a JSON value: keys in order, no blanks, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()
