# SPDX-License-Identifier: EUPL-1.2
"""The window of the journeys serves the benchmarks too."""

from tests.journeys.conftest import folder, parts, qapp, start

__all__ = ["folder", "parts", "qapp", "start"]
