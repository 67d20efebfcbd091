# SPDX-License-Identifier: EUPL-1.2
"""A crash must not write the memory of the program, with keys and dossiers, to disk."""

from __future__ import annotations

import sys


def no_core_dumps() -> None:
    """Switch core dumps off for this process, where the platform has them; for Windows see the guide for managers."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
