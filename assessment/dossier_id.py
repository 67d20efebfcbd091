# SPDX-License-Identifier: EUPL-1.2
"""By what the store knows a dossier."""

from __future__ import annotations

from typing import NewType

DossierId = NewType("DossierId", str)
"""The store's own name for a dossier; the reference may change, this does not."""
