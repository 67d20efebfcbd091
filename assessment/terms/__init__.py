# SPDX-License-Identifier: EUPL-1.2
"""When terms end, what suspends them, and which duties events bring (law.md 1.10 and 3)."""
