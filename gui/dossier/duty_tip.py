# SPDX-License-Identifier: EUPL-1.2
"""What is told of a duty to who hovers over it."""

from __future__ import annotations

from assessment.outcome import Duty


def duty_tip(duty: Duty) -> str:
    """Say what fulfils a duty, and the article that brings it."""
    return "\n".join(one for one in (duty.done, duty.basis) if one)
